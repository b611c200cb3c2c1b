"""First and last day of a stretch of the calendar in a document of a given date."""

from dataclasses import dataclass
from datetime import date, timedelta

from reviewer.model.time import Dating
from reviewer.times.calendar import add_days, add_months, in_calendar, last_day
from reviewer.times.raw import Part, Stretch


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a stretch covers; `vague_start` where the words (年底) do not say on which day it begins."""

    first: date
    last: date
    vague_start: bool = False


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Why a stretch has no bounds: `year_needed`, else the day does not exist or is beyond the calendar."""

    year_needed: bool
    why: str = ""


_NO_YEAR = Unsettled(True)
_PART_DAYS = {
    Part.EARLY: (1, 10),
    Part.EARLY_MIDDLE: (1, 20),
    Part.MIDDLE: (11, 20),
    Part.FIRST_HALF: (1, 15),
    Part.START: (1, 5),
    Part.MID: (10, 15),
}
_PART_MONTHS = {Part.START: 1, Part.MID: 6}


def bounds(stretch: Stretch, dating: Dating) -> Bounds | Unsettled:
    """The days of `stretch`, read with the document's year and day where the words leave them out."""
    if stretch.week_shift is not None or stretch.day_shift is not None:
        return _near(stretch, dating)
    if stretch.month_shift is not None:
        if dating.day is None:
            return _NO_YEAR
        month_day = add_months(dating.day.replace(day=1), stretch.month_shift)
        return _month(month_day.year, month_day.month, stretch) if month_day else _beyond(dating.day.year)
    if stretch.quarter_shift is not None:
        if dating.day is None:
            return _NO_YEAR
        index = dating.day.year * 4 + (dating.day.month - 1) // 3 + stretch.quarter_shift
        return _quarters(index // 4, (index % 4 + 1, index % 4 + 1), stretch.part)
    year = year_of(stretch, dating)
    if year is None:
        return _NO_YEAR
    if not in_calendar_year(year):
        return _beyond(year)
    if stretch.month is not None:
        return _month(year, stretch.month, stretch)
    if stretch.day is not None:
        return _month(year, dating.day.month, stretch) if dating.day else _NO_YEAR
    if stretch.quarters is not None:
        return _quarters(year, stretch.quarters, stretch.part)
    if stretch.first_months is not None:
        months = min(stretch.first_months, 12)
        return Bounds(date(year, 1, 1), date(year, months, last_day(year, months)))
    if stretch.half is not None:
        return Bounds(date(year, 1, 1), date(year, 6, 30)) if stretch.half == 1 else _second_half(year)
    if stretch.part is not None:
        month = _PART_MONTHS.get(stretch.part, 12)
        return Bounds(date(year, month, 1), date(year, month, last_day(year, month)), vague_start=True)
    return Bounds(date(year, 1, 1), date(year, 12, 31))


def year_of(stretch: Stretch, dating: Dating) -> int | None:
    """The year that the words or the document give the stretch."""
    if stretch.year is not None:
        return stretch.year
    return None if dating.year is None else dating.year + (stretch.year_shift or 0)


def in_calendar_year(year: int) -> bool:
    """Whether dates of `year` are reckoned at all."""
    return 1 <= year <= 9999 and in_calendar(date(year, 1, 1))


def _beyond(year: int) -> Unsettled:
    return Unsettled(True, f"年份“{year}”存疑")


def _second_half(year: int) -> Bounds:
    return Bounds(date(year, 7, 1), date(year, 12, 31))


def _quarters(year: int, quarters: tuple[int, int], part: Part | None) -> Bounds | Unsettled:
    if not in_calendar_year(year):
        return _beyond(year)
    first, last = quarters[0] * 3 - 2, quarters[1] * 3
    if part is Part.START:
        last = first
    return Bounds(date(year, first, 1), date(year, last, last_day(year, last)), vague_start=part is not None)


def _month(year: int, month: int, stretch: Stretch) -> Bounds | Unsettled:
    end = last_day(year, month)
    if stretch.day is not None:
        if stretch.day > end:
            return Unsettled(False, f"{year}年{month}月没有{stretch.day}日")
        day = date(year, month, stretch.day)
        return Bounds(day, day)
    if stretch.part is None:
        return Bounds(date(year, month, 1), date(year, month, end))
    if stretch.part is Part.END:
        return Bounds(date(year, month, end), date(year, month, end), vague_start=True)
    first, last = _PART_DAYS.get(stretch.part, (11 if stretch.part is Part.MIDDLE_LATE else 21, end))
    return Bounds(date(year, month, first), date(year, month, last))


def _near(stretch: Stretch, dating: Dating) -> Bounds | Unsettled:
    """A day or week counted from the document's day."""
    if dating.day is None:
        return _NO_YEAR
    if stretch.day_shift is not None:
        day = add_days(dating.day, stretch.day_shift)
        return Bounds(day, day) if day else _beyond(dating.day.year)
    monday = add_days(dating.day, -dating.day.weekday() + 7 * (stretch.week_shift or 0))
    sunday = add_days(monday, 6) if monday else None
    if monday is None or sunday is None:
        return _beyond(dating.day.year)
    if stretch.weekday is not None:
        day = monday + timedelta(days=stretch.weekday - 1)
        return Bounds(day, day)
    return Bounds(sunday - timedelta(days=1) if stretch.part is Part.END else monday, sunday)
