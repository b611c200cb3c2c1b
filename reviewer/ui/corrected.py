"""The report that the window shows: the review with the clerk's decisions carried out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reviewer.corrections import Corrected, correct
from reviewer.model.decision import Decision
from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus


def corrected_report(review: Report, decisions: Sequence[Decision]) -> Corrected:
    """`review` as decided; times have the roles that the duties now give them."""
    after = correct(review, decisions)
    before, now = _bound(review.duties), _bound(after.report.duties)
    if before == now:
        return after
    times = tuple(
        _with_role(time, review.dating, lost=index in before and index not in now, won=index in now)
        for index, time in enumerate(review.times)
    )
    return replace(after, report=replace(after.report, times=times))


def _bound(duties: Sequence[Duty]) -> set[int]:
    return {index for duty in duties for index in duty.times}


def _with_role(time: TimeExpression, dating: Dating, *, lost: bool, won: bool) -> TimeExpression:
    """The time as it is read once it lost its duty, or won one where it only told before."""
    if lost and time.role is not TimeRole.BACKGROUND:
        return replace(time, role=TimeRole.BACKGROUND)
    if not won or time.role is not TimeRole.BACKGROUND:
        return time
    if time.recurrence is not None:
        return replace(time, role=TimeRole.RECURRENCE)
    open_yet = time.status is not TimeStatus.RESOLVED or (time.due is not None and time.due >= _earliest(dating))
    return replace(time, role=TimeRole.DEADLINE) if open_yet else time


def _earliest(dating: Dating) -> date:
    """The first day that can still be a limit for what the document asks."""
    return dating.day or date(dating.year or date.min.year, 1, 1)


def successor(duty: Duty, duties: Sequence[Duty], choice: Sequence[int]) -> int:
    """The index in `duties` of what has become of `duty`; where it is gone, of the one after it among `choice`.

    -1 where there is none.
    """
    span = duty.span
    for index, other in enumerate(duties):
        if other.span == span or (other.span.overlaps(span) and other.span.start == span.start):
            return index
    inside = [index for index, other in enumerate(duties) if other.span.overlaps(span)]
    after = [index for index in choice if duties[index].span >= span]
    return next(iter((*inside, *after, *reversed(choice))), -1)
