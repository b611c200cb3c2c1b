"""Corrected copies of text files."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import WriteError
from reviewer.exports.copy import Copy
from reviewer.exports.text_copy import DAMAGED_LINE, UNFIT, text_copy
from reviewer.model.edit import Change, Edit, StrikeParagraph
from reviewer.model.span import Span
from reviewer.readers import read_bytes

TEXT = "关于做好值班工作的通知\r\n\r\n各科室要抓紧落是，按时上报。\r\n某局\r\n"


def copied(data: bytes, *changes: Change, encoding: str | None = None) -> Copy:
    return text_copy(read_bytes(data, "稿.txt", encoding), data, changes)


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
    ],
)
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_encoding_mark_and_line_ends_stay(bom: bytes, codec: str, newline: str) -> None:
    text = TEXT.replace("\r\n", newline)
    data = bom + text.encode(codec)
    assert copied(data).data == data
    changed = copied(data, Edit(Span(2, 6, 8), "落实"), StrikeParagraph(3))
    assert changed.data == bom + text.replace("落是", "落实").replace(f"某局{newline}", "").encode(codec)
    assert changed.made == 2


def test_a_file_without_a_last_line_end() -> None:
    assert copied("甲\n乙".encode(), Edit(Span(1, 0, 1), "丙")).data == "甲\n丙".encode()
    assert copied("甲\n乙".encode(), StrikeParagraph(1)).data == "甲\n".encode()


def test_several_changes_in_one_line() -> None:
    data = "甲乙丙丁\n".encode()
    changes = (Edit(Span(0, 3, 4), "●●"), Edit(Span(0, 0, 1), ""), Edit(Span(0, 1, 2), "○○"))
    assert copied(data, *changes).data == "○○丙●●\n".encode()


def test_characters_that_the_encoding_lacks_are_refused() -> None:
    data = "這是臺灣的繁體中文文件，內容關於國家經濟發展與社會進步。\n".encode("big5")
    copy = copied(data, Edit(Span(0, 0, 1), "𠮷"), encoding="big5")
    assert copy.data == data
    assert [item.reason for item in copy.refused] == [UNFIT.format("BIG5")]


def test_a_damaged_line_stays_and_its_neighbours_are_changed() -> None:
    good = "各科室要抓紧落是，按时上报。\n".encode()
    data = good + "某".encode()[:2] + b"x" + "局要按时上报。\n".encode() + good
    document = read_bytes(data, "稿.txt")
    at = document.texts[2].index("落是")
    changes = (Edit(Span(1, 0, 1), "某"), Edit(Span(2, at, at + 2), "落实"))
    copy = copied(data, *changes)
    assert copy.data == data[: len(data) - len(good)] + good.replace("落是".encode(), "落实".encode())
    assert [item.reason for item in copy.refused] == [DAMAGED_LINE]


def test_a_file_that_changed_meanwhile_is_not_copied() -> None:
    with pytest.raises(WriteError, match="改动过"):
        text_copy(read_bytes(TEXT.encode(), "稿.txt"), TEXT.encode() + b"more\n", ())


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff\r"), min_size=1, max_size=40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    data = f"各单位要按时上报。\n{text}".encode()
    document = read_bytes(data, "稿.txt", "utf-8")
    assert text_copy(document, data, ()).data == data
