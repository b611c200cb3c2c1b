"""Copies of documents that others made; skipped where they are not at hand."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reviewer.errors import ReviewerError, WriteError
from reviewer.exports.docx.copies import docx_copy
from reviewer.model.edit import Edit, Remark
from reviewer.model.span import Span
from reviewer.readers import read_bytes

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
SUFFIXES = (".docx", ".docm", ".dotx")
LARGE = 3_000_000
BURSTING = 100_000_000


def files() -> list[Path]:
    folders = ("docx", "docx-made", "gov", "cn-sample")
    found = (f for folder in folders for f in (CORPUS / folder).rglob("*") if f.suffix in SUFFIXES and f.is_file())
    return sorted(f for f in found if f.stat().st_size < LARGE)


@pytest.mark.parametrize("path", files(), ids=lambda p: p.name[-40:])
def test_one_change_touches_one_part_and_comments_leave_the_text(path: Path) -> None:
    data = path.read_bytes()
    try:
        document = read_bytes(data, path.name)
    except ReviewerError:
        return
    if document.format != "docx":
        return
    assert docx_copy(document, data).data is data
    spans = [Span(i, p.label, p.label + 1) for i, p in enumerate(document.paragraphs) if p.text[p.label :].strip()]
    if not spans or document.characters > LARGE // 3:
        return
    try:
        copy = docx_copy(document, data, [Edit(spans[len(spans) // 2], "〇")])
        remarked = docx_copy(document, data, (), [Remark(span, "问") for span in spans[:20]])
    except WriteError:
        return
    if not copy.refused:
        assert len(differing(data, copy.data)) == 1
    assert read_bytes(remarked.data, path.name).texts == document.texts
    assert len(remarked.refused) + remarked.made == len(spans[:20])
    assert len(differing(data, remarked.data)) <= 4


def differing(one: bytes, other: bytes) -> set[str]:
    """The names of members that are not the same in both; skips the test where a member cannot be unpacked."""
    try:
        old, new = contents(one), contents(other)
    except Exception as error:
        pytest.skip(f"python cannot unpack a member of the original: {error}")
    return {name for name in new if old.get(name) != new[name]}


def contents(data: bytes) -> dict[str, bytes | int]:
    """The members of a zip file; of those so large that they are meant to burst a reader only the checksum."""
    with ZipFile(BytesIO(data)) as archive:
        return {i.filename: archive.read(i) if i.file_size < BURSTING else i.CRC for i in archive.infolist()}
