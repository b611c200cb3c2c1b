"""Content decides what a file is; what cannot be read is named, with what to do instead."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import docx, outcome, package
from readers_made_foreign import ODT, word

from reviewer.errors import DamagedError, EncryptedError, ReadError, UnsupportedError
from reviewer.readers import read_bytes
from reviewer.readers.kinds import READABLE, Kind, refusal, sniff

LOCKED = "<manifest:encryption-data/>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def ole(*streams: str, body: bytes = b"") -> bytes:
    return OLE + body + b"".join(s.encode("utf-16-le").ljust(64, b"\0") for s in streams)


def fib(flags: int) -> bytes:
    return b"\xec\xa5" + bytes(8) + flags.to_bytes(2, "little") + bytes(52)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx("甲"), Kind.DOCX),
        (bytes(20) + docx("甲"), Kind.DOCX),
        (package({"[Content_Types].xml": "x"}), Kind.DOCX),
        (package({"xl/workbook.xml": "x", "[Content_Types].xml": "x"}), Kind.SHEET),
        (package({"ppt/presentation.xml": "x"}), Kind.SLIDES),
        (package({"OFD.xml": "x", "Doc_0/Document.xml": "x"}), Kind.OFD),
        (package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}), Kind.ODT),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), Kind.ODF),
        (package({"content.xml": "x"}), Kind.ODT),
        (package({"mimetype": "application/epub+zip"}), Kind.EPUB),
        (package({"讲话.txt": "x"}), Kind.ZIP),
        (b"PK\x05\x06" + bytes(18), Kind.ZIP),
        (b"PK\x03\x04", Kind.ZIP),
        (ole("WordDocument", body=fib(0)), Kind.DOC),
        (ole("WordDocument", body=fib(0x100)), Kind.ENCRYPTED),
        (ole("WordDocument", body=b"\xdc\xa5" + bytes(62)), Kind.OLD_WORD),
        (ole("EncryptedPackage"), Kind.ENCRYPTED),
        (ole("ENCRYPTEDPACKAGE"), Kind.ENCRYPTED),
        (ole("Workbook"), Kind.SHEET),
        (ole("PowerPoint Document"), Kind.SLIDES),
        (ole("CONTENTS"), Kind.WORKS),
        (ole("Other"), Kind.OLE),
        (b"%PDF-1.4\n", Kind.PDF),
        (b"junk\n%PDF-1.4\n1 0 obj\nendobj", Kind.PDF),
        (b"{\\rtf1\\ansi}", Kind.RTF),
        (b"\xef\xbb\xbf \n{\\rtf1\\ansi}", Kind.RTF),
        (word("x"), Kind.DOC),
        (word("x", flags=0x100), Kind.ENCRYPTED),
        (word("x", ident=0xA5DC), Kind.OLD_WORD),
        (word("x", ident=0xA698), Kind.OLD_WORD),
        (package({"mimetype": ODT, "content.xml": "x", "META-INF/manifest.xml": LOCKED}), Kind.ENCRYPTED),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"BM\x0a\0\0\0\0\0\0\0", Kind.IMAGE),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.IMAGE),
        (b"RIFF\0\0\0\0WAVEfmt ", Kind.MEDIA),
        (b"\0\0\0\x18ftypheic", Kind.IMAGE),
        (b"\0\0\0\x18ftypisom", Kind.MEDIA),
        (b"Rar!\x1a\x07\x01\0", Kind.ARCHIVE),
        (b"MZ\x90\0\x03\0\0\0", Kind.PROGRAM),
        (b"L\0\0\0\x01\x14\x02\0\0\0", Kind.SHORTCUT),
        (b"\xdb\xa5-\0\0\0", Kind.OLD_WORD),
        (b"\x01\xfe\x32\0\0", Kind.WORKS),
        ("\ufeff<!DOCTYPE html><html>".encode(), Kind.HTML),
        ("\n <html><head>".encode("utf-16"), Kind.HTML),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='x'>", Kind.HTML),
        (b"<p>no</p>", Kind.TEXT),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", Kind.WORD_XML),
        (b"<?xml version='1.0'?><pkg:package>", Kind.WORD_XML),
        (b"<?xml version='1.0'?><office:document>", Kind.ODT),
        (b"<?xml version='1.0'?><data/>", Kind.XML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x", Kind.MHT),
        ("一、总体要求".encode(), Kind.TEXT),
        (b"ID3 tags and MZ and BM are words too", Kind.TEXT),
        (b"\x04User".ljust(54, b"\0") + b"\x04\0".ljust(108, b"\0"), Kind.OWNER),
    ],
)
@pytest.mark.parametrize("name", ["x.docx", "x.txt", "x"])
def test_kinds(data: bytes, kind: Kind, name: str) -> None:
    assert sniff(data, name) is kind


def test_names_help_only_where_there_is_no_content() -> None:
    assert sniff(b"", "讲话.txt") is Kind.TEXT
    assert sniff(b"", "README") is Kind.TEXT
    assert sniff(b"", "讲话.docx") is Kind.EMPTY
    assert sniff(b"\x05Owner", "C:\\公文\\~$讲话.docx") is Kind.OWNER
    assert sniff(b",user,", "/home/.~lock.a.docx#") is Kind.OWNER
    assert sniff(docx("甲"), "~$讲话.docx") is Kind.DOCX


def test_packages_with_a_password() -> None:
    data = bytearray(package({"word/document.xml": "x"}))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert sniff(bytes(data)) is Kind.ENCRYPTED


READ = (Kind.TEXT, Kind.DOCX, Kind.DOC, Kind.RTF, Kind.ODT, Kind.PDF, Kind.OFD, Kind.HTML, Kind.MHT)


@pytest.mark.parametrize("kind", [k for k in Kind if k not in READ])
def test_every_refusal_says_what_and_what_to_do(kind: Kind) -> None:
    error = refusal(kind)
    assert isinstance(error, EncryptedError if kind is Kind.ENCRYPTED else UnsupportedError)
    assert error.message.endswith("。")
    assert error.hint.startswith("请")
    assert error.hint.endswith("。")
    assert "\n" not in error.sentence


def test_refusals_reach_the_reader() -> None:
    with pytest.raises(EncryptedError):
        read_bytes(ole("EncryptedPackage"), "x.docx")
    with pytest.raises(UnsupportedError, match="Works"):
        read_bytes(ole("CONTENTS"), "x.docx")
    with pytest.raises(DamagedError, match="PDF"):
        read_bytes(b"%PDF-1.7", "x.docx")
    assert read_bytes("正文".encode(), "x.docx").format == "txt"


def test_an_unexpected_failure_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for failure, kind in ((RecursionError(), DamagedError), (MemoryError(), ReadError)):

        def broken(*_: object, failure: BaseException = failure) -> None:
            raise failure

        monkeypatch.setattr("reviewer.readers.read_txt", broken)
        with pytest.raises(kind) as caught:
            read_bytes(b"abc", "x.txt")
        assert caught.value.sentence.endswith("。")


MAGIC = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    OLE,
    b"%PDF-",
    b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj trailer<</Root 1 0 R>>",
    b"{\\rtf1",
    b"<html>",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n",
    b"<?xml version='1.0'?><office:document>",
    OLE + "WordDocument\0".encode("utf-16-le"),
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"<?xml ",
    b"BM",
    b"~{",
    b"",
]


@given(st.sampled_from(MAGIC), st.binary(max_size=300), st.sampled_from(["a.docx", "~$a.docx", "a.txt", ""]))
def test_random_bytes_never_raise_anything_else(magic: bytes, data: bytes, name: str) -> None:
    document = outcome(magic + data, name)
    assert document is None or document.paragraphs or document.warnings


@given(
    st.dictionaries(
        st.sampled_from(["word/document.xml", "mimetype", "_rels/.rels", "xl/a", "content.xml", "OFD.xml"]),
        st.binary(max_size=80) | st.just(ODT.encode()),
    )
)
def test_random_parts_never_raise_anything_else(parts: dict[str, bytes]) -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    document = outcome(target.getvalue(), "a.docx")
    assert document is None or document.format in ("docx", "odt")


def test_what_can_be_chosen() -> None:
    suffixes = [suffix for _, known in READABLE for suffix in known]
    assert len(set(suffixes)) == len(suffixes)
    assert {".docx", ".doc", ".wps", ".txt", ".md", ".pdf", ".ofd", ".rtf", ".odt", ".html", ".mht"} <= set(suffixes)
    assert all(suffix.islower() and suffix.startswith(".") for suffix in suffixes)
