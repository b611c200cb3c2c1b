"""When the duties of a report are due, month by month."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.exports.recurrence_days import recurrence_days, recurrence_months
from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.model.time import TimeStatus
from reviewer.ui import labels
from reviewer.ui.duty_cells import due_of, rules_of, times_of

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

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months from the first mark to the last; `open` are marks that no month is known for, `silent` counts duties
    without any time."""

    months: tuple[Month | Pause, ...] = ()
    open: tuple[Mark, ...] = ()
    silent: int = 0


def timeline(report: Report, duties: Sequence[int]) -> Timeline:
    """When these duties are due and how often; recurrences from the document's day to the end of its year."""
    months: dict[tuple[int, int], list[Mark]] = {}
    undated: list[Mark] = []
    silent = 0
    for index in duties:
        marks = list(_marks(report, index, report.duties[index]))
        silent += not marks
        for month, mark in marks:
            if month is None:
                undated.append(mark)
            else:
                months.setdefault(month, []).append(mark)
    return Timeline(tuple(_filled(months)), tuple(undated), silent)


def _marks(report: Report, index: int, duty: Duty) -> Iterator[tuple[tuple[int, int] | None, Mark]]:
    """The duty's marks, each with its month, None where none is known."""
    for mark in _deadlines(report, index, duty):
        yield (mark.day.year, mark.day.month) if mark.day is not None else None, mark
    for rule in dict.fromkeys(rules_of(report, duty)):
        yield from _recurrences(report, index, rule)


def _deadlines(report: Report, index: int, duty: Duty) -> Iterator[Mark]:
    if duty.set_due is not None:
        yield Mark(index, duty.set_due, due_of(report, duty).why)
        return
    times = times_of(report, duty)
    due = {time.due: time for time in times if time.due is not None}
    for day, time in due.items():
        yield Mark(index, day, time.text, sure=not time.estimated)
    unsettled = next((time for time in times if time.status is not TimeStatus.RESOLVED), None)
    if not due and unsettled is not None:
        yield Mark(index, None, f"{unsettled.text}：{labels.TIME_STATUS[unsettled.status]}", sure=False)


def _recurrences(report: Report, index: int, rule: str) -> Iterator[tuple[tuple[int, int] | None, Mark]]:
    year, begin, words = report.dating.year, report.dating.day, labels.recurrence_words(rule)
    if year is None:
        yield (
            None,
            Mark(index, None, f"{words}：{labels.TIME_STATUS[TimeStatus.YEAR_UNKNOWN]}", repeats=True, sure=False),
        )
        return
    days = recurrence_days(rule, year)
    for day in days:
        if begin is None or day >= begin:
            yield (year, day.month), Mark(index, day, words, repeats=True)
    if not days:
        months = recurrence_months(rule, year)
        for month in months:
            if begin is None or (year, month) >= (begin.year, begin.month):
                yield (year, month), Mark(index, None, words, repeats=True)
        if not months:
            yield None, Mark(index, None, words, repeats=True)


def _filled(months: dict[tuple[int, int], list[Mark]]) -> Iterator[Month | Pause]:
    """The months in order with those between them, a long pause as one."""
    before: tuple[int, int] | None = None
    for year, month in sorted(months):
        if before is not None:
            missing = list(_between(before, (year, month)))
            if len(missing) > _LONGEST_PAUSE:
                yield Pause(missing[0], missing[-1])
            else:
                yield from (Month(*empty) for empty in missing)
        yield Month(year, month, tuple(sorted(months[year, month], key=_order)))
        before = year, month


def _between(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for number in range(first[0] * 12 + first[1], last[0] * 12 + last[1] - 1):
        yield number // 12, number % 12 + 1


def _order(mark: Mark) -> tuple[bool, date, bool, int]:
    return mark.day is None, mark.day or date.min, mark.repeats, mark.duty
