"""What the clerk types for a duty, and what it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.decision import DutyChanges
from reviewer.ui import duty_values
from reviewer.ui.duty_values import AS_FOUND, NO_CORRECTION, Correction, changes


@pytest.mark.parametrize(
    ("words", "year", "day"),
    [
        ("2024-06-30", None, date(2024, 6, 30)),
        ("2024年6月30日", 2020, date(2024, 6, 30)),
        ("６月３０日", 2023, date(2023, 6, 30)),
        (" 6月30号 ", 2023, date(2023, 6, 30)),
        ("2024/6/3", None, date(2024, 6, 3)),
        ("2024.6.30", None, date(2024, 6, 30)),
        ("6月30日", None, None),
        ("2023-02-29", None, None),
        ("2024-13-01", None, None),
        ("月底", 2024, None),
        ("", 2024, None),
    ],
)
def test_days(words: str, year: int | None, day: date | None) -> None:
    assert duty_values.day(words, year) == day


@pytest.mark.parametrize(
    ("words", "year", "part"),
    [
        ("", None, ""),
        ("6月30日", 2024, ""),
        ("6月30日", None, "年份"),
        ("2月30日", 2024, "没有这一天"),
        ("过年前", 2024, "没有看懂"),
    ],
)
def test_a_wrong_day_is_explained(words: str, year: int | None, part: str) -> None:
    problem = duty_values.day_problem(words, year)
    assert part in problem
    assert bool(problem) == bool(part)


@given(st.text(max_size=12), st.none() | st.integers(1, 9999))
def test_no_text_is_too_odd_for_a_day(words: str, year: int | None) -> None:
    wrong = bool(duty_values.day_problem(words, year))
    assert wrong == (bool(words.strip()) and duty_values.day(words, year) is None)


def test_units() -> None:
    assert duty_values.units("甲局、 乙局，丙办;甲局") == ("甲局", "乙局", "丙办")
    assert duty_values.units(" 、") == ()


@pytest.mark.parametrize(
    ("field", "words", "before", "meant"),
    [
        ("action", "建账", "建立台账", Correction(DutyChanges(action="建账"))),
        ("action", "", "建立台账", Correction(as_found=frozenset({"action"}))),
        ("lead", "甲局、乙局", "甲局", Correction(DutyChanges(lead=("甲局", "乙局")))),
        ("support", "", "甲局", Correction(DutyChanges(support=()))),
        ("due", "6月30日", "", Correction(DutyChanges(due=date(2024, 6, 30)))),
        ("due", "6月30日", "2024-06-30", NO_CORRECTION),
        ("due", "", "2024-06-30", Correction(as_found=frozenset({"due"}))),
        ("due", "过年前", "", NO_CORRECTION),
        ("recurrence", "FREQ=MONTHLY", "", Correction(DutyChanges(recurrence="FREQ=MONTHLY"))),
        ("recurrence", "", "FREQ=MONTHLY", Correction(DutyChanges(recurrence=""))),
        ("recurrence", AS_FOUND, "FREQ=MONTHLY", Correction(as_found=frozenset({"recurrence"}))),
        ("lead", "甲局", "甲局", NO_CORRECTION),
    ],
)
def test_what_typing_means(field: str, words: str, before: str, meant: Correction) -> None:
    assert changes(field, words, before, 2024) == meant


def test_corrections_of_several_fields_are_one() -> None:
    parts = [changes("lead", "甲局", "", 2024), changes("due", "", "2024-06-30", 2024), NO_CORRECTION]
    assert duty_values.together(parts) == Correction(DutyChanges(lead=("甲局",)), frozenset({"due"}))


def test_frequencies_begin_with_what_the_text_says() -> None:
    rare = "FREQ=WEEKLY;BYDAY=FR"
    offered = duty_values.frequencies([rare], ["FREQ=MONTHLY;INTERVAL=3"])
    assert offered[:2] == [(AS_FOUND, "按文中（每季度）"), ("", "不重复")]
    assert (rare, "每周五") in offered
    assert len(offered) == len({value for value, _ in offered})
    assert duty_values.frequencies([], [])[0] == (AS_FOUND, "按文中（不重复）")
