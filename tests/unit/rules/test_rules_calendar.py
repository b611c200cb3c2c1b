"""Days, weekdays and periods."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import plain_document
from reviewer.model.finding import Finding
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.rules.engine import check

Proofread = Callable[..., tuple[Finding, ...]]
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def dated(text: str) -> list[str]:
    found = check(plain_document(text), Outline(), (), Dating(), ReviewOptions())
    return [f.rule for f in found if f.rule.startswith("date-")]


@given(DAYS)
def test_every_real_day_with_its_weekday_is_silent(day: date) -> None:
    weekday = "一二三四五六日"[day.weekday()]
    assert dated(f"定于{day.year}年{day.month}月{day.day}日（星期{weekday}）召开。") == []


@given(DAYS, st.integers(1, 6))
def test_every_wrong_weekday_is_found(day: date, off: int) -> None:
    weekday = "一二三四五六日"[(day.weekday() + off) % 7]
    assert dated(f"定于{day.year}年{day.month}月{day.day}日（周{weekday}）召开。") == ["date-weekday"]


@given(st.integers(2000, 2040), st.integers(1, 12))
def test_the_day_after_the_last_is_found(year: int, month: int) -> None:
    last = monthrange(year, month)[1]
    assert dated(f"请于{year}年{month}月{last}日前报送。") == []
    assert dated(f"请于{year}年{month}月{last + 1}日前报送。") == ["date-impossible-day"]


@given(DAYS, st.integers(1, 400))
def test_periods_are_told_apart_by_their_direction(day: date, length: int) -> None:
    later = day + timedelta(days=length)
    first, last = (f"{d.year}年{d.month}月{d.day}日" for d in (day, later))
    assert dated(f"自{first}至{last}施行。") == []
    assert dated(f"自{last}至{first}施行。") == ["date-backwards"]


def test_the_document_year_decides_the_weekday(proofread: Proofread) -> None:
    text = "定于6月1日（星期五）召开。"
    assert proofread(text) == ()
    assert [f.suggestions for f in proofread(text, year=2023)] == [("（星期四）",)]
    assert proofread(text, year=2018) == ()


@pytest.mark.parametrize(
    "text",
    [
        "12月20日至1月5日",
        "第30号至第10号",
        "比分为30至10",
        "(2020-2018)",
        "编号2023-1",
        "上午9:30至11:00",
        "1-12月",
        "2月29日",
    ],
)
def test_other_numbers_are_silent(text: str) -> None:
    assert dated(text) == []
