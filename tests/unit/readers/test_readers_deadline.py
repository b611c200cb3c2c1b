"""Files that the program's own readers would read for hours are given up in one sentence."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from threading import Thread

import pytest
from readers_made import docx, p, r, root, style

from reviewer.errors import ReadError
from reviewer.readers import limits, read_bytes
from reviewer.readers.deadline import check_time, deadline

OPEN_FIELD = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "begin"))
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODT_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def odt(words: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{ODT_TEXT}"><o:body><o:text><t:p>{words}</t:p></o:text>'
            "</o:body></o:document-content>",
        )
    return target.getvalue()


def fields_that_never_end() -> bytes:
    """Each paragraph leaves another field open, all of which are looked through at the end of the next ones."""
    return docx(p(OPEN_FIELD) * 30_000)


def styles_that_hide() -> bytes:
    """The names of a great many hidden styles, each of which is looked for in all of a long text."""
    hidden = "".join(style(f"隐{number}", rpr="vanish") for number in range(20_000))
    return docx(p(r("甲" * 100_000)) * 10, styles=root("styles", hidden))


@pytest.mark.parametrize("made", [fields_that_never_end, styles_that_hide])
def test_hostile_files_are_given_up(made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    data = made()
    monkeypatch.setattr(limits, "READ_SECONDS", 0.5)
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "made.docx")
    assert refused.value.message == "这个文件太复杂或已损坏，0.5 秒内没有读完，已停止。"
    assert refused.value.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (docx("甲|乙"), "x.docx"),
        (odt("甲"), "x.odt"),
        ("甲\n乙".encode(), "x.txt"),
        (b"<html><body><p>\xe7\x94\xb2</p></body></html>", "x.html"),
        (b"{\\rtf1 x\\par}", "x.rtf"),
    ],
    ids=["docx", "odt", "txt", "html", "rtf"],
)
def test_every_own_reader_looks_at_the_clock(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_bytes(data, name).characters
    monkeypatch.setattr(limits, "READ_SECONDS", -1)
    with pytest.raises(ReadError, match="没有读完"):
        read_bytes(data, name)


def test_time_is_over_for_the_file_at_hand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READ_SECONDS", -1)
    with pytest.raises(ReadError), deadline():
        check_time()
    check_time()
    with deadline():
        other = []
        thread = Thread(target=lambda: other.append(check_time()))
        thread.start()
        thread.join()
        assert other == [None]
