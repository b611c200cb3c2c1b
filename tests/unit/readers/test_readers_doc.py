"""Word 97–2003 binaries, read in this process; whole documents are in the corpus."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import docx, outcome_of, r
from readers_made_foreign import ole, word

from reviewer.errors import DamagedError, EncryptedError
from reviewer.model.document import Place
from reviewer.readers.foreign import doc
from reviewer.readers.foreign.doc import read_doc
from reviewer.readers.foreign.pieces import ONLY_TEXT, read_pieces
from reviewer.readers.ole import Ole

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "cn-sample"


def test_bare_text_where_nothing_else_can_be_read() -> None:
    document = read_doc(
        word(
            "通知\r各单位要\x0b抓紧\x13 HYPERLINK \x14落实\x15。\x01\r甲\x07乙\x07\x07\x0c尾𠮷\r",
            "\x02 脚注\r",
            "机密\r— \x13 PAGE \x142\x15 —\r机密\r",
            "宏",
            "批注\r",
            "\x02 尾注\r",
            "框\r",
        ),
        "a.doc",
    )
    assert [(p.text, p.origin.place) for p in document.paragraphs] == [
        ("通知", Place.BODY),
        ("各单位要", Place.BODY),
        ("抓紧落实。", Place.BODY),
        ("甲", Place.BODY),
        ("乙", Place.BODY),
        ("尾𠮷", Place.BODY),
        ("框", Place.TEXTBOX),
        (" 脚注", Place.FOOTNOTE),
        (" 尾注", Place.ENDNOTE),
        ("机密", Place.HEADER),
    ]
    assert (document.format, document.warnings) == ("doc", (ONLY_TEXT,))


def test_a_broken_piece_table_is_gone_round() -> None:
    whole = word("各单位要在六月底前完成自查整改。\r")
    broken = bytearray(whole)
    at = whole.index(b"\x02\x10\0\0\0")
    broken[at + 9 : at + 13] = b"\xff\xff\xff\x7f"
    assert read_pieces(bytes(broken)).paragraphs[0].text == "各单位要在六月底前完成自查整改。"


def test_what_is_no_document() -> None:
    for data in (b"", bytes(600), ole({"WordDocument": b"x" * 2000}), word("\x01\x02\x03\x04\x05")):
        with pytest.raises(DamagedError):
            read_doc(data, "a.doc")


def test_passwords() -> None:
    with pytest.raises(EncryptedError):
        read_doc(word("密\r", flags=0x0100), "a.doc")


def test_signs_of_anchors_are_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx("<w:p>" + r("甲\ufffd") + "<w:ins>" + r("乙\ufffc丙") + "</w:ins>" + r("\ufffd") + "</w:p>")
    monkeypatch.setattr(doc, "_converted", lambda _: made)
    (paragraph,) = read_doc(word("x"), "a.doc").paragraphs
    assert (paragraph.text, paragraph.inserted, paragraph.runs) == ("甲乙丙", ((1, 3),), ())


@given(st.binary(max_size=80), st.integers(0, 12_000))
def test_damage_ends_in_text_or_one_sentence(junk: bytes, at: int) -> None:
    whole = word("各单位要在六月底前完成自查整改。\r" * 20)
    document = outcome_of(read_doc, whole[:at] + junk + whole[at + len(junk) :])
    assert document is None or document.format == "doc"


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_compound_file_of_some_kind(junk: bytes) -> None:
    found = Ole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + junk)
    assert all(isinstance(found.stream(name), bytes) for name in found.names)


def test_streams() -> None:
    found = Ole(ole({"WordDocument": b"a" * 5000, "1Table": b"b"}))
    assert found.names == {"worddocument", "1table"}
    assert found.stream("WORDDOCUMENT", 3) == b"aaa"
    assert len(found.stream("WordDocument") or b"") >= 5000
    assert found.stream("Data") is None


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_conversion_leaves_nothing_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = read_doc((CORPUS / "doc" / "s6_autonum.doc").read_bytes(), "a.doc")
    assert any(re.match("一、", text) for text in document.texts)
    assert not document.warnings
    assert not list(tmp_path.iterdir())
