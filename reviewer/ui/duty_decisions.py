"""What the clerk can do to the duties of the open document; each is one step that can be undone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.anchoring import Index, edited_sentence, find
from reviewer.duties.clauses import clauses, masked
from reviewer.language.sentences import sentences
from reviewer.model.decision import AddDuty, Decision, DutyChanges, EditDuty, ListDuty, MergeDuty, SplitDuty, StrikeDuty
from reviewer.model.duty import Duty, Tier
from reviewer.model.span import Span
from reviewer.ui.decision_words import FOUND_AGAIN, RESTORED, fields_of, listed_words, name_of, name_of_fields
from reviewer.ui.duty_values import Correction
from reviewer.ui.session import DocumentSession

NOTHING = DutyChanges()


def edit(session: DocumentSession, duty: Duty, correction: Correction) -> None:
    """Give `duty` other values; nothing happens where `correction` says nothing."""
    changes, as_found = correction.changes, correction.as_found
    decisions = tuple(_without_fields(session, duty, as_found)) if as_found else session.decisions
    if changes != NOTHING:
        decisions = (*decisions, EditDuty(session.anchor(duty.span), changes))
    session.set_decisions(decisions, name_of_fields([*fields_of(changes), *as_found]))


def strike(session: DocumentSession, duty: Duty) -> None:
    """Take `duty` off the list."""
    session.decide(StrikeDuty(session.anchor(duty.span)))


def set_listed(session: DocumentSession, duties: Sequence[Duty], listed: bool) -> None:
    """Put `duties` into the checklist or leave them out, as one step; nothing happens where all of them are so."""
    others = [duty for duty in duties if duty.listed != listed]
    if not others:
        return
    spans: set[Span | None] = {duty.span for duty in others}
    ruled = [place_of(session.index, one) if isinstance(one, ListDuty) else None for one in session.decisions]
    kept = tuple(one for one, place in zip(session.decisions, ruled, strict=True) if place not in spans)
    ruling = [place for place in ruled if place is not None and place not in spans]
    made = (
        ListDuty(session.anchor(duty.span), listed)
        for duty in others
        if not listed or any(place.overlaps(duty.span) for place in ruling)
    )
    session.set_decisions((*kept, *made), listed_words(listed, len(others)))


def split(session: DocumentSession, duty: Duty, at: int) -> None:
    """Make two of `duty`, the second from `at` code points behind its beginning on."""
    session.decide(SplitDuty(session.anchor(duty.span), at))


def merge(session: DocumentSession, duty: Duty) -> None:
    """Make one of `duty` and the one after it, where they can be."""
    if next_of(session, duty) is not None:
        session.decide(MergeDuty(session.anchor(duty.span)))


def next_of(session: DocumentSession, duty: Duty) -> Duty | None:
    """The duty after `duty` in the same paragraph, None where there is none."""
    duties = session.report.duties if session.report is not None else ()
    number = next((i for i, other in enumerate(duties) if other is duty), len(duties))
    following = duties[number + 1] if number + 1 < len(duties) else None
    return following if following is not None and following.span.paragraph == duty.span.paragraph else None


def cuts(text: str) -> tuple[int, ...]:
    """Where the words of a duty can be cut in two: at the beginning of each clause but the first."""
    begins = (clause.start for clause in clauses(masked(text))[1:])
    return tuple(start + len(text[start:]) - len(text[start:].lstrip()) for start in begins)


def sentence_around(session: DocumentSession, paragraph: int, offset: int) -> Span | None:
    """The sentence at a place, None where there is none."""
    document = session.document
    if document is None or not 0 <= paragraph < len(document.texts):
        return None
    bounds = [bounds for bounds in sentences(document.texts[paragraph]) if bounds[0] <= offset <= bounds[1]]
    return Span(paragraph, *bounds[-1]) if bounds else None


def add(session: DocumentSession, span: Span) -> None:
    """Make a duty of the words at `span` and select it; says so where it is one already."""
    if session.report is None or session.document is None:
        return
    span = _stripped(session.document.text(span), span)
    if not len(span):
        return
    there = next((duty for duty in session.report.duties if duty.span == span), None)
    if there is not None and there.tier is Tier.FIRM:
        session.notice.emit("这些文字已经列为任务了。")
    else:
        session.set_decisions(_with_duty(session, span, there), name_of(AddDuty(session.anchor(span))))
    session.select_duty(next((i for i, duty in enumerate(session.report.duties) if duty.span == span), -1))


def _with_duty(session: DocumentSession, span: Span, there: Duty | None) -> tuple[Decision, ...]:
    """The decisions with a duty at `span`: a struck one comes back, a general one is replaced."""
    struck = tuple(decision for decision in strikes(session) if place_of(session.index, decision) == span)
    if struck:
        return _without(session.decisions, struck)
    anchor = session.anchor(span)
    replaced = (StrikeDuty(anchor),) if there is not None else ()
    return (*session.decisions, *replaced, AddDuty(anchor))


def _stripped(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.paragraph, start, max(start, span.start + len(text.rstrip())))


def place_of(at: Index, decision: Decision) -> Span | None:
    """Where a decision's words stand now, or the sentence that was edited in their place; None where they are gone."""
    return find(at, decision.anchor) or edited_sentence(at, decision.anchor)


def strikes(session: DocumentSession) -> tuple[StrikeDuty, ...]:
    """The duties that are off the list, oldest decision first; not those whose words became a duty again."""
    struck = [decision for decision in session.decisions if isinstance(decision, StrikeDuty)]
    if session.report is None or not struck:
        return ()
    listed = {duty.span for duty in session.report.duties}
    placed = {place_of(session.index, decision): decision for decision in struck}
    return tuple(decision for place, decision in placed.items() if place is not None and place not in listed)


def find_again(session: DocumentSession, struck: tuple[StrikeDuty, ...]) -> None:
    """Put struck duties back on the list."""
    session.set_decisions(_without(session.decisions, struck), FOUND_AGAIN)


def _without(decisions: tuple[Decision, ...], dropped: tuple[StrikeDuty, ...]) -> tuple[Decision, ...]:
    """The decisions but for the last of each that is dropped: what was struck before it was added stays so."""
    left = list(decisions)
    for decision in dropped:
        del left[len(left) - 1 - left[::-1].index(decision)]
    return tuple(left)


def restore(session: DocumentSession, duty: Duty) -> None:
    """Let what was found in the text stand again in place of `duty`, parts that it was split into included."""
    places = [place_of(session.index, decision) for decision in session.decisions]
    about = {duty.span}
    grown = True
    while grown:
        reached = {place for place in places if place is not None and any(place.overlaps(span) for span in about)}
        grown = not reached <= about
        about |= reached
    kept = (decision for decision, place in zip(session.decisions, places, strict=True) if place not in about)
    session.set_decisions(tuple(kept), RESTORED)


def _without_fields(session: DocumentSession, duty: Duty, fields: frozenset[str]) -> Iterator[Decision]:
    """The decisions, those on `duty` without the values of `fields`."""
    for decision in session.decisions:
        if isinstance(decision, EditDuty):
            place = place_of(session.index, decision)
            if place is not None and place.overlaps(duty.span):
                changes = replace(decision.changes, **dict.fromkeys(fields))
                if changes == NOTHING:
                    continue
                decision = replace(decision, changes=changes)
        yield decision
