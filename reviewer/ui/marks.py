"""What is marked in the text, looked up by place; nothing is computed for the whole document beforehand."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reviewer.model.finding import Category, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import TimeRole
from reviewer.model.verdict import State
from reviewer.ui import labels
from reviewer.ui.session import DocumentSession, MarkKind

Place = tuple[int, int]
"""Paragraph and code-point offset."""
END = sys.maxsize
"""An offset behind the end of every paragraph."""
_REACH = 2000  # characters that a mark is long at most; longer ones are seen only near their beginning


class MarkLook(Enum):
    """How a mark looks; the order is the order of painting, later above earlier."""

    DUTY = auto()
    DEADLINE = auto()
    INFO = auto()
    ADVERT = auto()
    WARNING = auto()
    ERROR = auto()
    REMARK = auto()
    ACCEPTED = auto()
    STRUCK = auto()


LOOK_NAME = {
    MarkLook.ERROR: labels.SEVERITY[Severity.ERROR],
    MarkLook.WARNING: labels.SEVERITY[Severity.WARNING],
    MarkLook.INFO: labels.SEVERITY[Severity.INFO],
    MarkLook.ADVERT: labels.CATEGORY[Category.ADVERT],
    MarkLook.DUTY: "任务",
    MarkLook.DEADLINE: "时限",
    MarkLook.ACCEPTED: labels.STATE[State.ACCEPTED],
    MarkLook.STRUCK: labels.STATE[State.STRUCK],
    MarkLook.REMARK: "批注",
}

SWITCH = {
    MarkLook.ERROR: MarkKind.ERRORS,
    MarkLook.WARNING: MarkKind.WARNINGS,
    MarkLook.INFO: MarkKind.HINTS,
    MarkLook.ADVERT: MarkKind.ADVERTS,
}
"""Which kind must be shown, beside FINDINGS, for findings of a look."""
SEVERITY_LOOK = {Severity.ERROR: MarkLook.ERROR, Severity.WARNING: MarkLook.WARNING, Severity.INFO: MarkLook.INFO}
"""How the words of a finding are marked, but for advertisements."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch; `index` counts in the report's findings, duties or times, as `kind` says.

    Of what the clerk decided, it counts in the findings where one was accepted, in her remarks, or is the paragraph
    that is to go.
    """

    kind: MarkKind
    look: MarkLook
    span: Span
    index: int


def marks(session: DocumentSession, begin: Place, end: Place) -> list[Mark]:
    """The visible marks that touch the text from `begin` to `end`, in the order of painting."""
    report = session.report
    if report is None:
        return []
    found = [
        *_duties(session, report, begin, end),
        *_deadlines(session, report, begin, end),
        *_findings(session, report, begin, end),
        *_decisions(session, report, begin, end),
    ]
    found.sort(key=lambda mark: mark.look.value)
    return found


def marks_at(session: DocumentSession, paragraph: int, offset: int) -> list[Mark]:
    """The visible marks that cover the character at `offset`, topmost first."""
    here = marks(session, (paragraph, offset), (paragraph, offset))
    here.reverse()
    return here


def duty_of_time(report: Report, time: int) -> int | None:
    """The duty that the time at index `time` limits; None where there is none."""
    span = report.times[time].span
    begin, end = (span.paragraph, span.start), (span.paragraph, span.end)
    candidates = _between(range(len(report.duties)), lambda i: report.duties[i].span, begin, end)
    return next((i for i in candidates if time in report.duties[i].times), None)


def _between(indices: Sequence[int], span_of: Callable[[int], Span], begin: Place, end: Place) -> Iterator[int]:
    def start(index: int) -> Place:
        span = span_of(index)
        return span.paragraph, span.start

    paragraph, offset = begin
    first = bisect_left(indices, (paragraph, offset - _REACH), key=start)
    last = bisect_right(indices, end, lo=first, key=start)
    for index in indices[first:last]:
        span = span_of(index)
        if span.paragraph > paragraph or span.end > offset:
            yield index


def _findings(session: DocumentSession, report: Report, begin: Place, end: Place) -> Iterator[Mark]:
    if MarkKind.FINDINGS not in session.kinds_shown:
        return
    findings = report.findings
    for index in _between(session.pending_findings(), lambda i: findings[i].span, begin, end):
        finding = findings[index]
        advert = finding.category is Category.ADVERT
        look = MarkLook.ADVERT if advert else SEVERITY_LOOK[finding.severity]
        if SWITCH[look] in session.kinds_shown:
            yield Mark(MarkKind.FINDINGS, look, finding.span, index)


def _decisions(session: DocumentSession, report: Report, begin: Place, end: Place) -> Iterator[Mark]:
    corrected = session.corrected
    if MarkKind.DECISIONS not in session.kinds_shown or corrected is None:
        return
    findings, remarks, texts = report.findings, corrected.remarks, report.document.texts
    for index in _between(session.accepted_findings(), lambda i: findings[i].span, begin, end):
        yield Mark(MarkKind.DECISIONS, MarkLook.ACCEPTED, findings[index].span, index)
    for index in _between(range(len(remarks)), lambda i: remarks[i].span, begin, end):
        yield Mark(MarkKind.DECISIONS, MarkLook.REMARK, remarks[index].span, index)
    for paragraph in sorted(corrected.struck):
        if begin[0] <= paragraph <= end[0]:
            yield Mark(MarkKind.DECISIONS, MarkLook.STRUCK, Span(paragraph, 0, len(texts[paragraph])), paragraph)


def _duties(session: DocumentSession, report: Report, begin: Place, end: Place) -> Iterator[Mark]:
    if MarkKind.DUTIES not in session.kinds_shown:
        return
    duties = report.duties
    for index in _between(session.visible_duties(), lambda i: duties[i].span, begin, end):
        yield Mark(MarkKind.DUTIES, MarkLook.DUTY, duties[index].span, index)


def _deadlines(session: DocumentSession, report: Report, begin: Place, end: Place) -> Iterator[Mark]:
    if MarkKind.DEADLINES not in session.kinds_shown:
        return
    times = report.times
    for index in _between(range(len(times)), lambda i: times[i].span, begin, end):
        if times[index].role in (TimeRole.DEADLINE, TimeRole.RECURRENCE):
            yield Mark(MarkKind.DEADLINES, MarkLook.DEADLINE, times[index].span, index)
