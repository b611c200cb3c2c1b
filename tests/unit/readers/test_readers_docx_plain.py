"""The short way through plain paragraphs gives what the long way gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import docx, field, levels, lists, p, r, root, style, table

from reviewer.errors import ReadError
from reviewer.model.document import Document
from reviewer.readers import read_bytes
from reviewer.readers.docx import story

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
PARTS = {
    "styles": root(
        "styles",
        style("正", rpr="sz=32 b", name="Normal")
        + style("题", "outlineLvl=0 jc=center", "b sz=44", name="heading 1")
        + style("列", "num=1/0")
        + style("粗", rpr="b=0 sz=21", kind="character"),
    ),
    "numbering": lists(levels("chineseCounting:%1、", "decimal:%2.")),
}
RUN_PROPERTIES = st.sampled_from(["", "b", "b=0", "sz=32", "b sz=44", "rStyle=粗", "rStyle=无", "vanish=0"])
PROPERTIES = st.sampled_from(
    [
        "",
        "pStyle=正",
        "pStyle=题",
        "pStyle=列",
        "jc=right",
        "outlineLvl=1",
        "outlineLvl=9",
        "num=1/1",
        "num=0",
        "num=7/0",
    ]
)
WORDS = st.text(alphabet="一1甲。 \u2028\u0085𠮷&", max_size=4)
PIECES = st.one_of(
    st.builds(r, WORDS, RUN_PROPERTIES),
    st.sampled_from(
        [
            "<w:r/>",
            '<w:bookmarkStart w:id="0" w:name="a"/>',
            "<w:proofErr/>",
            "<!-- 注 -->",
            "<w:r><w:t>两</w:t><w:t>段</w:t></w:r>",
            "<w:r><w:t>先</w:t><w:rPr><w:b/></w:rPr></w:r>",
            "<w:r><w:t>换<!-- 注 -->行</w:t><w:br/></w:r>",
            "<w:r><w:tab/></w:r>",
            "<w:ins><w:r><w:t>插</w:t></w:r></w:ins>",
            "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>",
            field("PAGE", "3"),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        ]
    ),
)
MARKS = st.sampled_from(["", "<w:b/>", "<w:del/>"])
PARAGRAPHS = st.builds(
    lambda content, props, mark: p(*content, props=props, mark=mark), st.lists(PIECES, max_size=4), PROPERTIES, MARKS
)
BLOCKS = st.one_of(PARAGRAPHS, PARAGRAPHS, st.builds(table, PARAGRAPHS))


@contextmanager
def the_long_way() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "plain_runs", lambda *_: None)
        yield


def outcome(data: bytes) -> Document | str:
    try:
        return read_bytes(data, "made.docx")
    except ReadError as error:
        return error.sentence


@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_generated_documents(blocks: list[str]) -> None:
    data = docx("".join(blocks), **PARTS)
    short = outcome(data)
    with the_long_way():
        assert short == outcome(data)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize(
    "path",
    [f for f in sorted((CORPUS / "docx").rglob("*")) if f.is_file() and f.stat().st_size < 1_000_000],
    ids=lambda path: path.name[-40:],
)
def test_documents_that_others_made(path: Path) -> None:
    data = path.read_bytes()
    short = outcome(data)
    with the_long_way():
        assert short == outcome(data)


def test_most_paragraphs_go_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx(
        p("一、总体要求", props="pStyle=题") + p(r("全市", "b"), r("上下")) + table("甲|乙") + "<w:p/>", **PARTS
    )
    expected = outcome(data)
    monkeypatch.setattr(story, "Line", None)
    assert outcome(data) == expected
