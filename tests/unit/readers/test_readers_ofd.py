"""OFD files, read in this process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import outcome_of, package
from readers_made_foreign import ofd

from reviewer.errors import DamagedError, UnsupportedError
from reviewer.readers.foreign.ofd import read_ofd

FULL = "贯彻落实会议精神全面做好各项工作确保年度目标任务圆满完成"
SIZE = 5.6


def page(*texts: str, top: float = 60) -> list:
    return [(28, top + 10 * number, SIZE, text) for number, text in enumerate(texts)]


def test_lines_become_paragraphs_across_pages() -> None:
    first = [*page("\u3000\u3000" + FULL[:26], FULL), (100, 280, 4, "— 1 —")]
    document = read_ofd(ofd(first, page("任务。", "\u3000\u3000⽂件" + FULL[:24], "完成。")), "a.ofd")
    assert document.texts == (f"{FULL[:26]}{FULL}任务。", f"文件{FULL[:24]}完成。")
    assert document.paragraphs[0].style.size == 15.9
    assert document.format == "ofd"


def test_text_beside_the_paper_is_out() -> None:
    assert read_ofd(ofd([*page("通知"), (400, 60, SIZE, "外")]), "a.ofd").texts == ("通知",)


def test_files_without_text() -> None:
    with pytest.raises(UnsupportedError, match="图片"):
        read_ofd(ofd([], [(20, 20, 5, "  ")]), "a.ofd")


def test_broken_files() -> None:
    for data in (package({"OFD.xml": "<x/>"}), package({"OFD.xml": "x"}), ofd(page("甲"))[:200]):
        with pytest.raises(DamagedError):
            read_ofd(data, "a.ofd")


@given(st.binary(max_size=60), st.integers(0, 1500))
def test_damage_ends_in_text_or_one_sentence(junk: bytes, at: int) -> None:
    whole = ofd(page("各单位要抓紧落实。"))
    document = outcome_of(read_ofd, whole[:at] + junk + whole[at + len(junk) :])
    assert document is None or document.format == "ofd"
