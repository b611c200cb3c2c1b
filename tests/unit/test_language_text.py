"""Sentences and numerals."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.language.numerals import parse_number, to_chinese
from reviewer.language.sentences import sentences


def test_sentences_keep_what_closes_behind_their_stop() -> None:
    text = "他说：“马上办！”会后，各单位要落实；不得拖延。　完"
    assert [text[a:b] for a, b in sentences(text)] == ["他说：“马上办！”", "会后，各单位要落实；", "不得拖延。", "完"]


@given(st.text(alphabet="甲乙。；！？”） \u3000，", max_size=40))
def test_sentences_cover_all_but_space(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).replace(" ", "").replace("\u3000", "") == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("二十一", 21),
        ("一百零五", 105),
        ("两千", 2000),
        ("三万五千", 35000),
        ("二〇二三", 2023),
        ("１２", 12),
        ("", None),
        ("甲", None),
        ("三千亿", 300_000_000_000),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert parse_number(text) == value


@given(st.integers(0, 9999))
def test_numerals_go_there_and_back(number: int) -> None:
    assert parse_number(to_chinese(number)) == number


def test_numerals_out_of_range() -> None:
    with pytest.raises(ValueError, match="10000"):
        to_chinese(10000)
