"""A paragraph of a text file is a line, exactly as it stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import ReadError, TooLargeError
from reviewer.readers import limits, read_bytes
from reviewer.readers.lines import one_line


@pytest.mark.parametrize(
    ("text", "paragraphs", "newline"),
    [
        ("甲\n乙", ("甲", "乙"), "\n"),
        ("甲\n乙\n", ("甲", "乙", ""), "\n"),
        ("甲\r\n\r\n乙\r\n", ("甲", "", "乙", ""), "\r\n"),
        ("甲\r乙\r", ("甲", "乙", ""), "\r"),
        ("甲\r\n乙\n丙\r丁\r\n", ("甲", "乙", "丙", "丁", ""), "\r\n"),
        ("", ("",), "\n"),
        ("\n", ("", ""), "\n"),
        ("\u3000\u3000甲 \t\n", ("\u3000\u3000甲 \t", ""), "\n"),
        ("甲\u2028乙\u2029丙\x0b丁\x0c戊\x85己\x1c", ("甲 乙 丙 丁 戊 己 ",), "\n"),
        ("\ufeff甲\ufeff", ("甲\ufeff",), "\n"),
        ("𠮷😀\n", ("𠮷😀", ""), "\n"),
    ],
)
def test_lines(text: str, paragraphs: tuple[str, ...], newline: str) -> None:
    document = read_bytes(text.encode(), "讲话.txt")
    assert document.texts == paragraphs
    assert document.newline == newline
    assert (document.format, document.path) == ("txt", "讲话.txt")
    assert [q.origin.address for q in document.paragraphs] == [f"body/{i}" for i in range(len(paragraphs))]


def test_the_encoding_is_told() -> None:
    assert read_bytes("关于印发方案的通知\n".encode("gbk"), "x").encoding == "gb18030"
    assert read_bytes("关于印发方案的通知\n".encode(), "x").encoding == "utf-8"
    assert read_bytes("通知".encode("utf-7"), "x", "utf-7").texts == ("通知",)


def test_one_line_keeps_every_offset() -> None:
    assert one_line("a\nb\rc\ufdd0d\ud800e") == "a b c d\ufffde"
    assert one_line("\u3000正文") == "\u3000正文"


def test_overlong_lines_are_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARAGRAPH_CHARACTERS", 4)
    document = read_bytes("一二三四五六七八九\n十".encode(), "x.txt")
    assert document.texts == ("一二三四", "五六七八", "九", "十")
    assert [q.origin.address for q in document.paragraphs] == ["body/0", "body/0#1", "body/0#2", "body/1"]
    assert len(document.warnings) == 1


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARAGRAPHS", 3)
    assert len(read_bytes(b"\n\n", "x.txt").paragraphs) == 3
    with pytest.raises(TooLargeError):
        read_bytes(b"\n\n\n", "x.txt")
    monkeypatch.setattr(limits, "CHARACTERS", 3)
    with pytest.raises(TooLargeError):
        read_bytes(b"abcd", "x.txt")
    monkeypatch.setattr(limits, "TEXT_BYTES", 2)
    with pytest.raises(TooLargeError):
        read_bytes(b"abc", "x.txt")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=200))
def test_lf_files_split_as_the_scorer_splits_them(text: str) -> None:
    data = ("关于做好工作的通知\n" + text).encode()
    try:
        document = read_bytes(data, "x.txt")
    except ReadError:
        return
    lines = data.decode("utf-8").split("\n")
    assert [len(t) for t in document.texts] == [len(line) for line in lines]
    assert all(len(t.splitlines()) < 2 for t in document.texts)
