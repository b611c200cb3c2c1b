from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import ReviewerError
from reviewer.times.calendar import (
    STATUTORY,
    WorkCalendar,
    YearPlan,
    add_days,
    add_months,
    add_workdays,
    festival_day,
    holiday_of,
    last_day,
    next_festival,
    year_plans,
)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2023-04-12", 1, "2023-04-13"),
        ("2023-04-12", 10, "2023-04-25"),  # 23 April is a Sunday that is worked
        ("2023-04-26", 5, "2023-05-06"),  # the May holiday and its make-up Saturday
        ("2024-09-30", 1, "2024-10-08"),
        ("2026-01-15", 25, "2026-02-26"),
    ],
)
def test_working_days_follow_the_holiday_notices(start: str, count: int, due: str) -> None:
    assert add_workdays(date.fromisoformat(start), count, STATUTORY) == (date.fromisoformat(due), False)


def test_an_unpublished_year_is_estimated() -> None:
    assert add_workdays(date(2031, 4, 30), 1, STATUTORY) == (date(2031, 5, 5), True)
    assert STATUTORY.is_estimated(2031)
    assert not STATUTORY.is_estimated(2023)
    assert not STATUTORY.is_workday(date(2031, 10, 2))


def test_the_users_own_year_goes_before_everything() -> None:
    plan = YearPlan(frozenset({date(2031, 5, 5)}), frozenset({date(2031, 5, 3)}))
    calendar = WorkCalendar({2031: plan})
    assert calendar.is_workday(date(2031, 5, 3))
    assert not calendar.is_workday(date(2031, 5, 5))
    assert not calendar.is_estimated(2031)
    assert add_workdays(date(2031, 4, 30), 2, calendar) == (date(2031, 5, 2), False)


def test_a_user_file_is_read_into_plans() -> None:
    plans = year_plans({"2031": {"off": ["2031-01-01"], "work": ["2031-02-01"]}})
    assert plans == {2031: YearPlan(frozenset({date(2031, 1, 1)}), frozenset({date(2031, 2, 1)}))}


@pytest.mark.parametrize(
    "table",
    [
        {"next": {"off": []}},
        {"2031": {"off": ["1 January"]}},
        {"2031": {"off": [20310101]}},
        {"2031": ["2031-01-01"]},
        {"2031": {"work": ["2032-01-01"]}},
    ],
)
def test_a_wrong_user_file_says_where(table: dict[str, object]) -> None:
    with pytest.raises(ReviewerError) as caught:
        year_plans(table)
    assert next(iter(table)) in caught.value.message


@pytest.mark.parametrize(
    ("festival", "year", "day"),
    [
        ("spring", 2023, "2023-01-22"),
        ("spring", 2024, "2024-02-10"),
        ("new-year-eve", 2024, "2024-02-09"),
        ("lantern", 2026, "2026-03-03"),
        ("qingming", 2023, "2023-04-05"),
        ("dragon-boat", 2025, "2025-05-31"),
        ("mid-autumn", 2023, "2023-09-29"),
        ("double-ninth", 2023, "2023-10-23"),
        ("winter-solstice", 2024, "2024-12-21"),
        ("party", 2023, "2023-07-01"),
    ],
)
def test_festivals_fall_on_their_days(festival: str, year: int, day: str) -> None:
    assert festival_day(festival, year) == date.fromisoformat(day)


def test_festivals_outside_the_lunar_calendar_have_no_day() -> None:
    assert festival_day("spring", 1800) is None
    assert festival_day("party", 2500) is None


def test_the_next_festival_may_be_next_year() -> None:
    assert next_festival("spring", date(2023, 4, 12), including=False) == date(2024, 2, 10)
    assert next_festival("labour", date(2023, 5, 1), including=True) == date(2023, 5, 1)
    assert next_festival("labour", date(2023, 5, 1), including=False) == date(2024, 5, 1)


def test_holidays_are_the_days_off_around_the_festival() -> None:
    assert holiday_of("labour", date(2023, 5, 1), STATUTORY) == (date(2023, 4, 29), date(2023, 5, 3), False)
    assert holiday_of("party", date(2023, 7, 1), STATUTORY) == (date(2023, 7, 1), date(2023, 7, 1), False)
    assert holiday_of("labour", date(2031, 5, 1), STATUTORY)[2]


def test_months_end_on_the_corresponding_day_or_the_last() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2023, 4, 12), 12) == date(2024, 4, 12)
    assert add_months(date(2090, 1, 1), 12 * 100) is None


@given(st.dates(date(1901, 1, 1), date(2099, 1, 1)), st.integers(1, 120))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    found = add_workdays(start, count, STATUTORY)
    if found is None:
        assert start + timedelta(days=3 * count + 30) > date(2100, 12, 31)
        return
    due, _ = found
    between = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert sum(STATUTORY.is_workday(day) for day in between) == count
    assert STATUTORY.is_workday(due)


@given(st.dates(), st.integers(-(10**7), 10**7))
def test_days_never_leave_the_calendar(start: date, days: int) -> None:
    found = add_days(start, days)
    assert found is None or (1900 <= found.year <= 2100 and (found - start).days == days)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_last_day_is_the_last(year: int, month: int) -> None:
    assert (date(year, month, last_day(year, month)) + timedelta(days=1)).day == 1


def test_absurd_counts_are_not_counted() -> None:
    assert add_workdays(date(2023, 1, 1), 9999, STATUTORY) is None
    assert add_workdays(date(2023, 1, 1), 0, STATUTORY) is None
    assert add_workdays(date(1700, 1, 1), 3, STATUTORY) is None
    assert add_workdays(date(2100, 12, 30), 5, STATUTORY) is None
