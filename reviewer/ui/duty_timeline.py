"""When the duties of a report are due, month by month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from reviewer.exports.recurrence_days import recurrence_days, recurrence_months
from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.model.time import Dating, TimeExpression, TimeStatus
from reviewer.ui import labels
from reviewer.ui.duty_cells import due_of, times_of

YearMonth = tuple[int, int]

_LONGEST_PAUSE = 2  # months without anything that are shown one by one


@dataclass(frozen=True, slots=True)
class Mark:
    """A duty (its index into the report) that is due on `day`, None where the day is open; `repeats` tells how often.

    `words` are the text's own or the clerk's, `sure` is false where the day is only estimated or not settled.
    """

    duty: int
    day: date | None
    words: str
    repeats: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Month:
    """A month with its marks: those with a day by day, deadlines first on each, then those without."""

    year: int
    month: int
    marks: tuple[Mark, ...] = ()

    @property
    def pins(self) -> dict[int, tuple[Mark, ...]]:
        """The marks of each day of the month that has any."""
        found: dict[int, tuple[Mark, ...]] = {}
        for mark in self.marks:
            if mark.day is not None:
                found[mark.day.day] = (*found.get(mark.day.day, ()), mark)
        return found


@dataclass(frozen=True, slots=True)
class Pause:
    """Months in a row without marks, from the first to the last, each as year and month."""

    first: YearMonth
    last: YearMonth


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months from the first mark to the last; `open` are marks that no month is known for, `silent` counts duties
    without any time."""

    months: tuple[Month | Pause, ...] = ()
    open: tuple[Mark, ...] = ()
    silent: int = 0


def timeline(report: Report, duties: Sequence[int]) -> Timeline:
    """When these duties are due and how often; recurrences from the document's day to the end of its year."""
    months: dict[YearMonth, list[Mark]] = {}
    undated: list[Mark] = []
    silent = 0
    falls = cache(partial(_falls, report.dating))
    for index in duties:
        duty = report.duties[index]
        times = times_of(report, duty)
        marked = False
        for mark in _deadlines(report, index, duty, times):
            marked = True
            if mark.day is None:
                undated.append(mark)
            else:
                months.setdefault((mark.day.year, mark.day.month), []).append(mark)
        rules = [time.recurrence for time in times] if duty.set_recurrence is None else [duty.set_recurrence]
        for rule in dict.fromkeys(filter(None, rules)):
            for month, day, words in falls(rule):
                marked = True
                mark = Mark(index, day, words, repeats=True, sure=month is not None)
                (undated if month is None else months.setdefault(month, [])).append(mark)
        silent += not marked
    return Timeline(tuple(_filled(months)), tuple(undated), silent)


def _deadlines(report: Report, index: int, duty: Duty, times: Sequence[TimeExpression]) -> Iterator[Mark]:
    if duty.set_due is not None:
        yield Mark(index, duty.set_due, due_of(report, duty).why)
        return
    due = {time.due: time for time in times if time.due is not None}
    for day, time in due.items():
        yield Mark(index, day, time.text, sure=not time.estimated)
    unsettled = next((time for time in times if time.status is not TimeStatus.RESOLVED), None)
    if not due and unsettled is not None:
        yield Mark(index, None, f"{unsettled.text}：{labels.TIME_STATUS[unsettled.status]}", sure=False)


def _falls(dating: Dating, rule: str) -> list[tuple[YearMonth | None, date | None, str]]:
    """Where a recurrence falls: month, day where the rule names one, and how often; one without a month where unknown."""
    year, begin, words = dating.year, dating.day, labels.recurrence_words(rule)
    if year is None:
        return [(None, None, f"{words}：{labels.TIME_STATUS[TimeStatus.YEAR_UNKNOWN]}")]
    days = recurrence_days(rule, year)
    if days:
        return [((year, day.month), day, words) for day in days if begin is None or day >= begin]
    months = recurrence_months(rule, year)
    if not months:
        return [(None, None, words)]
    first = (begin.year, begin.month) if begin is not None else (year, 1)
    return [((year, month), None, words) for month in months if (year, month) >= first]


def _filled(months: dict[YearMonth, list[Mark]]) -> Iterator[Month | Pause]:
    """The months in order with those between them, a long pause as one."""
    before: YearMonth | None = None
    for year, month in sorted(months):
        if before is not None:
            missing = list(_between(before, (year, month)))
            if len(missing) > _LONGEST_PAUSE:
                yield Pause(missing[0], missing[-1])
            else:
                yield from (Month(*empty) for empty in missing)
        yield Month(year, month, tuple(sorted(months[year, month], key=_order)))
        before = year, month


def _between(first: YearMonth, last: YearMonth) -> Iterator[YearMonth]:
    for number in range(first[0] * 12 + first[1], last[0] * 12 + last[1] - 1):
        yield number // 12, number % 12 + 1


def _order(mark: Mark) -> tuple[bool, date, bool, int]:
    return mark.day is None, mark.day or date.min, mark.repeats, mark.duty
