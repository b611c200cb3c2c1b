"""Files that others made; skipped where they are not at hand."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from readers_made import outcome

from reviewer.readers import read

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
ENCODINGS = CORPUS / "encodings"
FOLDERS = ("docx-made", "docx", "doc", "wps", "rtf", "odt", "pdf", "ofd", "html", "cn-sample")
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


def files(*folders: str) -> list[Path]:
    return sorted(f for folder in folders for f in (CORPUS / folder).rglob("*") if f.is_file())


@pytest.mark.parametrize("path", files(*FOLDERS), ids=lambda p: p.name[-40:])
def test_every_file_ends_in_text_or_one_sentence(path: Path) -> None:
    document = outcome(path.read_bytes(), path.name)
    if document is not None:
        assert all(len(text.splitlines()) < 2 for text in document.texts)
        addresses = [q.origin.address for q in document.paragraphs]
        assert len(set(addresses)) == len(addresses)


def encoded() -> list[tuple[str, str]]:
    """File and codec of those whose name says both the text and a codec that holds it."""
    codecs = ("utf-8-sig", "utf-8", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "gb18030", "gb2312", "gbk", "big5")
    return [
        (f.name, codec)
        for f in files("encodings")
        for codec in codecs
        if f.stem.endswith(f"_{codec}")
        and f.stem.split("_")[0] in ("ascii", "masked", "mixed", "plan", "report", "short", "tiny")
    ]


@pytest.mark.parametrize(("name", "codec"), encoded())
def test_named_encodings(name: str, codec: str) -> None:
    path = ENCODINGS / name
    expected = path.read_bytes().decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
    if "then" not in name:
        assert "\n".join(read(path).texts) == expected.removeprefix("\ufeff")


def pairs(text: str) -> Counter[str]:
    text = "".join(text.split()).lstrip("\ufeff")
    return Counter(map("".join, pairwise(text)))


@pytest.mark.parametrize(
    "path", files("docx/cn-hust", "docx/cn-job", "docx/cn-zhaohui", "docx/cn-eb"), ids=lambda p: p.name[-40:]
)
def test_chinese_documents_are_complete(path: Path) -> None:
    oracle = CORPUS / "oracle" / f"{path.relative_to(CORPUS)}.txt"
    wanted, got = pairs(oracle.read_text("utf-8")), pairs("".join(read(path).texts))
    assert sum((wanted & got).values()) >= 0.99 * sum(wanted.values())
    assert sum((wanted & got).values()) >= 0.9 * sum(got.values())


def share(wanted: Counter[str], got: Counter[str], of: Counter[str]) -> float:
    return sum((wanted & got).values()) / max(1, sum(of.values()))


@pytest.mark.parametrize("path", files("doc/cn-job", "doc/cn-eb"), ids=lambda p: p.name[-40:])
def test_old_chinese_documents_are_complete(path: Path) -> None:
    oracle = CORPUS / "oracle" / f"{path.relative_to(CORPUS)}.txt"
    if not oracle.exists():
        return
    wanted, got = pairs(oracle.read_text("utf-8")), pairs("".join(read(path).texts))
    assert share(wanted, got, wanted) >= 0.99
    assert share(wanted, got, got) >= 0.9


@pytest.mark.parametrize(
    "path",
    [f for folder in ("doc", "rtf", "odt", "pdf", "html") for f in files(f"cn-sample/{folder}")],
    ids=lambda p: p.name[-40:],
)
def test_one_text_in_many_formats(path: Path) -> None:
    oracle = CORPUS / "cn-sample" / "txt" / f"{path.stem}.txt"
    if not oracle.exists():
        return
    wanted, got = pairs(oracle.read_text("utf-8")), pairs("".join(read(path).texts))
    assert share(wanted, got, wanted) >= 0.97
    assert share(wanted, got, got) >= 0.9


@pytest.mark.parametrize("path", files("cn-sample/rtf-hand"), ids=lambda p: p.name)
def test_chinese_in_rtf_however_it_is_written(path: Path) -> None:
    document = read(path)
    assert any("总体要求" in text for text in document.texts)
    assert "\ufffd" not in "".join(document.texts)


@pytest.mark.parametrize("path", files("pdf"), ids=lambda p: p.name[-40:])
def test_chinese_pages_are_read_without_radicals(path: Path) -> None:
    text = "".join(read(path).texts)
    assert len(text) > 800
    assert not any("\u2e80" <= c <= "\u2fdf" for c in text)
