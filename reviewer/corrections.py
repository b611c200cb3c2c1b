"""A report with the clerk's decisions carried out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reviewer.anchoring import Index, anchor, edited_sentence, find, index
from reviewer.duties.action import condition, gist, quantity
from reviewer.duties.clauses import masked
from reviewer.model.anchor import Anchor
from reviewer.model.corrected import Corrected
from reviewer.model.decision import (
    AddDuty,
    Decision,
    DutyDecision,
    EditDuty,
    ListDuty,
    MergeDuty,
    SplitDuty,
    StrikeDuty,
)
from reviewer.model.duty import ActorSource, Duty, Modality, Tier
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.standing import NO_STANDING, Standing
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus
from reviewer.verdicts import settle, stand

_ON_DUTIES = (StrikeDuty, AddDuty, EditDuty, SplitDuty, MergeDuty, ListDuty)


def correct(
    report: Report, decisions: Sequence[Decision], at: Index | None = None, standing: Standing = NO_STANDING
) -> Corrected:
    """Carry out the decisions in the order in which they were made; times get the roles that the duties now give them.

    `at` is the index of the report's document, where the caller has it. `standing` holds for findings on which
    nothing else was decided.
    """
    if not decisions:
        return Corrected(report, stand(report.findings, standing))
    duties = list(report.duties)
    at = at or index(report.document)
    on_duties = [decision for decision in decisions if isinstance(decision, _ON_DUTIES)]
    lost = {id(decision) for decision in on_duties if not _carry_out(report, at, duties, decision)}
    after = _with_duties(report, duties) if on_duties else report
    settled = settle(report, at, decisions, standing)
    lost.update(map(id, settled.lost))
    return Corrected(
        report=replace(after, findings=tuple(settled.findings)),
        verdicts=tuple(settled.verdicts),
        remarks=tuple(settled.remarks),
        struck=frozenset(settled.struck),
        lost=tuple(decision for decision in decisions if id(decision) in lost),
    )


def renewed(decisions: Sequence[Decision], at: Index) -> tuple[Decision, ...]:
    """The decisions anchored anew where their words stand now, so that many small edits don't lose them.

    Those whose words are gone keep the anchors that they have.
    """
    found = ((decision, find(at, decision.anchor)) for decision in decisions)
    return tuple(
        replace(decision, anchor=anchor(at, span)) if span is not None else decision for decision, span in found
    )


def _with_duties(report: Report, duties: Sequence[Duty]) -> Report:
    ordered = tuple(sorted(duties, key=lambda duty: duty.span))
    return replace(report, duties=ordered, times=_with_roles(report, ordered))


def _with_roles(report: Report, duties: Sequence[Duty]) -> tuple[TimeExpression, ...]:
    before, now = _bound(report.duties), _bound(duties)
    if before == now:
        return report.times
    return tuple(
        _with_role(time, report.dating, lost=number in before and number not in now, won=number in now)
        for number, time in enumerate(report.times)
    )


def _bound(duties: Sequence[Duty]) -> set[int]:
    return {number for duty in duties for number in duty.times}


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


def _carry_out(report: Report, at: Index, duties: list[Duty], decision: DutyDecision) -> bool:
    """Change `duties` as decided; False where the decision's place is gone."""
    if isinstance(decision, AddDuty):
        span = find(at, decision.anchor)
        if span is None:
            return False
        duties.append(_made_by_hand(report, span))
        duties.sort(key=lambda duty: duty.span)
        return True
    number = _duty_at(at, duties, decision.anchor)
    if number is None:
        return False
    duty = duties[number]
    match decision:
        case StrikeDuty():
            del duties[number]
        case EditDuty():
            duties[number] = _edited(duty, decision)
        case ListDuty(listed=listed):
            duties[number] = replace(duty, listed=listed)
        case SplitDuty(at=offset):
            if not 0 < offset < len(duty.span):
                return False
            duties[number : number + 1] = _split(report, duty, offset)
        case MergeDuty():
            if number + 1 == len(duties) or duties[number + 1].span.paragraph != duty.span.paragraph:
                return False
            duties[number : number + 2] = [_merged(report, duty, duties[number + 1])]
    return True


def _duty_at(at: Index, duties: Sequence[Duty], anchor: Anchor) -> int | None:
    """The number of the anchored duty, also where the words of its sentence were edited."""
    span = find(at, anchor)
    found = next((i for i, duty in enumerate(duties) if duty.span == span), None)
    if found is not None:
        return found
    sentence = edited_sentence(at, anchor)
    if sentence is None:
        return None
    inside = [i for i, duty in enumerate(duties) if sentence.overlaps(duty.span)]
    old = sentence.start + anchor.offset
    return min(inside, key=lambda i: abs(duties[i].span.start - old), default=None)


def _times_in(report: Report, span: Span) -> tuple[int, ...]:
    return tuple(
        i for i, time in enumerate(report.times) if span.contains(time.span) and time.role is not TimeRole.BACKGROUND
    )


def _title(report: Report, span: Span) -> str:
    text = report.document.text(span)
    times = (report.times[i].span for i in _times_in(report, span))
    return gist(text, masked(text, [(time.start - span.start, time.end - span.start) for time in times]), 0).action


def _made_by_hand(report: Report, span: Span) -> Duty:
    """A duty from words that the clerk marked."""
    text = report.document.text(span)
    return Duty(
        span=span,
        text=text,
        action=_title(report, span),
        modality=Modality.OBLIGATION,
        trigger="",
        tier=Tier.FIRM,
        times=tuple(i for i, time in enumerate(report.times) if span.contains(time.span)),
        quantity=quantity(text),
        condition=condition(text),
        section=report.outline.path(span.paragraph, span.start),
        why="由您标为任务",
        decided=True,
    )


def _edited(duty: Duty, decision: EditDuty) -> Duty:
    changes = decision.changes
    named = changes.lead is not None or changes.support is not None
    return replace(
        duty,
        action=changes.action if changes.action is not None else duty.action,
        lead=changes.lead if changes.lead is not None else duty.lead,
        support=changes.support if changes.support is not None else duty.support,
        actor_source=ActorSource.EXPLICIT if named else duty.actor_source,
        set_due=changes.due or duty.set_due,
        set_recurrence=changes.recurrence if changes.recurrence is not None else duty.set_recurrence,
        decided=True,
    )


def _stretch(report: Report, duty: Duty, start: int, end: int) -> Duty:
    """The duty narrowed or widened to other bounds of its paragraph, its title and times worked out anew."""
    span = Span(duty.span.paragraph, start, end)
    text = report.document.text(span)
    return replace(
        duty,
        span=span,
        text=text,
        action=_title(report, span),
        times=_times_in(report, span),
        quantity=quantity(text),
        decided=True,
    )


def _split(report: Report, duty: Duty, offset: int) -> list[Duty]:
    middle = duty.span.start + offset
    first = _stretch(report, duty, duty.span.start, middle)
    second = _stretch(report, duty, middle, duty.span.end)
    elsewhere = tuple(number for number in duty.times if not duty.span.contains(report.times[number].span))
    return [replace(first, times=(*first.times, *elsewhere)), replace(second, times=(*second.times, *elsewhere))]


def _merged(report: Report, first: Duty, second: Duty) -> Duty:
    whole = _stretch(report, first, first.span.start, max(first.span.end, second.span.end))
    return replace(
        whole,
        action=first.action,
        lead=tuple(dict.fromkeys((*first.lead, *second.lead))),
        support=tuple(unit for unit in dict.fromkeys((*first.support, *second.support)) if unit not in first.lead),
        times=tuple(dict.fromkeys((*first.times, *second.times, *whole.times))),
        tier=Tier.FIRM if Tier.FIRM in (first.tier, second.tier) else Tier.GENERAL,
        listed=first.listed or second.listed,
    )
