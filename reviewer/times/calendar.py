"""Working days, festivals and days off: the State Council's holiday notices, the lunar calendar, estimates beyond."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from reviewer import resource
from reviewer.errors import ReviewerError
from reviewer.times.festivals import festivals

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years that the lunar calendar knows; no date outside them is reckoned."""

UPDATE = "holidays.json"
"""The file of an update that holds years, in the form of `year_plans`."""

_DAY = timedelta(days=1)
_MOST_WORKDAYS = 300


@dataclass(frozen=True, slots=True)
class YearPlan:
    """One year's arrangement: weekdays that are days off, and weekend days that are worked."""

    days_off: frozenset[date]
    workdays: frozenset[date]

    def works(self, day: date) -> bool:
        """Whether `day`, which is of this year, is worked."""
        return day in self.workdays or (day.weekday() < 5 and day not in self.days_off)


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The statutory calendar, with the years that the user has put in its place."""

    plans: Mapping[int, YearPlan] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether `day` is worked, make-up days included; estimated where `is_estimated` says so."""
        plan = self.plans.get(day.year)
        if plan is not None:
            return plan.works(day)
        published = _published_workday(day)
        if published is not None:
            return published
        return day.weekday() < 5 and day not in _statutory_days(day.year)

    def is_estimated(self, year: int) -> bool:
        """Whether neither the user nor a holiday notice says what is worked in `year`."""
        return year not in self.plans and _published_workday(date(year, 1, 1)) is None


STATUTORY = WorkCalendar()


def year_plans(table: Mapping[str, Any]) -> dict[int, YearPlan]:
    """The plans of a user file `{"2027": {"off": ["2027-01-01", …], "work": ["2027-02-07", …]}}`.

    Raises ReviewerError where a year or day is none, or a day is not in its year.
    """
    plans: dict[int, YearPlan] = {}
    for name, entry in table.items():
        try:
            year = int(name)
            off, work = ([date.fromisoformat(day) for day in entry.get(key, ())] for key in ("off", "work"))
        except (AttributeError, TypeError, ValueError) as error:
            raise ReviewerError(f"放假安排文件中“{name}”一项写法不对。", "日期请写成“2027-01-01”的样子。") from error
        if any(day.year != year for day in (*off, *work)):
            raise ReviewerError(f"放假安排文件中“{name}”一项有不属于这一年的日期。")
        plans[year] = YearPlan(frozenset(off), frozenset(work))
    return plans


def add_workdays(start: date, count: int, calendar: WorkCalendar) -> tuple[date, bool] | None:
    """The `count`-th working day after `start` (which is not counted), and whether an estimated year was crossed.

    None where the count is absurd or leaves the calendar.
    """
    if not 0 < count <= _MOST_WORKDAYS or not in_calendar(start):
        return None
    day, estimated = start, False
    while count:
        day += _DAY
        if not in_calendar(day):
            return None
        if calendar.is_workday(day):
            count -= 1
            estimated = estimated or calendar.is_estimated(day.year)
    return day, estimated


def add_months(start: date, months: int) -> date | None:
    """The corresponding day so many months later, or that month's last; None outside the calendar (Civil Code, art. 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(start.day, last_day(year, month + 1)))


def add_days(start: date, days: int) -> date | None:
    """So many days later; None outside the calendar."""
    if abs(days) > 366 * (LAST_YEAR - FIRST_YEAR):
        return None
    try:
        day = start + timedelta(days=days)
    except OverflowError:
        return None
    return day if in_calendar(day) else None


def last_day(year: int, month: int) -> int:
    """The number of the month's last day."""
    return 31 if month == 12 else (date(year, month + 1, 1) - _DAY).day


def in_calendar(day: date) -> bool:
    """Whether `day` can be reckoned with."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


@cache
def festival_day(festival: str, year: int) -> date | None:
    """The day of a festival (by its id) that falls into the solar `year`; None where none does."""
    if not FIRST_YEAR < year < LAST_YEAR:
        return None
    entry = festivals()[festival]
    if "solar" in entry:
        month, day = entry["solar"]
        return date(year, month, day)
    if "term" in entry:
        return _term_day(entry["term"], year)
    if "nth" in entry:
        month, week, weekday = entry["nth"]
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    month, day = entry["lunar"]
    for lunar_year in (year, year - 1):
        found = _lunar_day(lunar_year, month, day) + timedelta(days=entry.get("offset", 0))
        if found.year == year:
            return found
    return None


def next_festival(festival: str, day: date, including: bool) -> date | None:
    """The first day of the festival after `day`, or on it where `including`."""
    for year in (day.year, day.year + 1, day.year + 2):
        found = festival_day(festival, year)
        if found is not None and (found > day or (including and found == day)):
            return found
    return None


def holiday_of(festival: str, day: date, calendar: WorkCalendar) -> tuple[date, date, bool]:
    """First and last day off around the festival's `day`, and whether that had to be estimated.

    A festival without statutory days off is its own holiday.
    """
    if "holiday" not in festivals()[festival]:
        return day, day, False
    first = last = day
    while in_calendar(first - _DAY) and not calendar.is_workday(first - _DAY) and (day - first).days < 15:
        first -= _DAY
    while in_calendar(last + _DAY) and not calendar.is_workday(last + _DAY) and (last - day).days < 15:
        last += _DAY
    return first, last, calendar.is_estimated(day.year)


@cache
def _published_workday(day: date) -> bool | None:
    """What the holiday notices say of `day`; None where none is known for its year."""
    plan = _updated_plans().get(day.year)
    if plan is not None:
        return plan.works(day)
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


@cache
def _updated_plans() -> Mapping[int, YearPlan]:
    """The years of the update in force; none where it has none or they are damaged."""
    content = resource.updated(UPDATE)
    if content is None:
        return {}
    import json

    try:
        return year_plans(json.loads(content))
    except (ReviewerError, ValueError, AttributeError):
        return {}


@cache
def _statutory_days(year: int) -> frozenset[date]:
    """The thirteen statutory days off by the regulations in force since 2025, for years without a notice."""
    starts = {"new-year": (0,), "spring": (-1, 0, 1, 2), "qingming": (0,), "labour": (0, 1)}
    starts |= {"dragon-boat": (0,), "mid-autumn": (0,), "national": (0, 1, 2)}
    days: set[date] = set()
    for festival, offsets in starts.items():
        first = festival_day(festival, year)
        if first is not None:
            days.update(first + timedelta(days=n) for n in offsets)
    return frozenset(days)


def _lunar_day(year: int, month: int, day: int) -> date:
    from borax.calendars.lunardate import LunarDate

    solar: date = LunarDate(year, month, day).to_solar_date()
    return solar


def _term_day(term: str, year: int) -> date:
    from borax.calendars.lunardate import TermUtils

    day: date = TermUtils.nth_term_day(year, TermUtils.name2index(term))
    return day
