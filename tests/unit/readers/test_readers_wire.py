"""Documents and errors on their way from the child."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import errors
from reviewer.errors import ReadError
from reviewer.model.document import Document, Origin, Paragraph, ParagraphStyle, Place, Run
from reviewer.readers.wire import pack, unpack

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
NUMBER = st.none() | st.integers(0, 9)
PARAGRAPHS = st.builds(
    Paragraph,
    TEXT,
    st.builds(Origin, TEXT, st.sampled_from(Place), NUMBER, NUMBER, NUMBER, st.none() | TEXT),
    st.builds(ParagraphStyle, TEXT, NUMBER, st.booleans(), st.booleans(), st.booleans(), st.none() | st.floats(1, 99)),
    st.just(()),
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
)


@given(st.lists(PARAGRAPHS, max_size=4).map(tuple), st.lists(TEXT, max_size=2).map(tuple))
def test_documents_come_back_as_they_were(paragraphs: tuple[Paragraph, ...], warnings: tuple[str, ...]) -> None:
    document = Document("讲话.doc", "doc", paragraphs, warnings)
    assert unpack(pack(document), "讲话.doc") == document


def test_runs_stay_behind() -> None:
    document = Document("a", "doc", (Paragraph("甲", Origin("body/0"), runs=(Run(0, 1, "body/0/0"),)),))
    found = unpack(pack(document), "b")
    assert isinstance(found, Document)
    assert (found.path, found.paragraphs[0].runs) == ("b", ())


@pytest.mark.parametrize(
    "kind", [ReadError, errors.EncryptedError, errors.UnsupportedError, errors.DamagedError, errors.TooLargeError]
)
def test_errors_come_back_as_they_were(kind: type[ReadError]) -> None:
    found = unpack(pack(kind("坏了。", "请重来。")), "a")
    assert type(found) is kind
    assert found.sentence == "坏了。请重来。"


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"1", b"{}", b'{"error": ["kind", "a"]}', b'{"error": ["kind", "a", "b"]}', b'{"format": "doc"}', b"[" * 9999, b'{"format":"doc","warnings":[],"styles":[],"paragraphs":[["a",["b","body",0,0,0,null],0,0,[]]]}', b'{"format":"doc","warnings":[],"styles":[["",null,0,0,0,0]],"paragraphs":[["a",["b","attic",0,0,0,null],0,0,[]]]}'],
)  # fmt: skip
def test_anything_else_is_no_document(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        unpack(data, "a")
