"""What the clerk can do to the findings of the open document; each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.anchoring import find, words_hash
from reviewer.model.corrected import Corrected
from reviewer.model.decision import (
    AcceptFinding,
    AddFinding,
    AddRemark,
    Decision,
    DropParagraph,
    IgnoreFinding,
)
from reviewer.model.edit import Remark
from reviewer.model.finding import OWN_RULE, Finding
from reviewer.model.span import Span
from reviewer.model.standing import Standing
from reviewer.model.verdict import State
from reviewer.ui import decision_words as words

if TYPE_CHECKING:
    from reviewer.ui.session import DocumentSession

Key = tuple[str, Span]
"""What tells a finding from the others of one state of a document: its rule and its place."""
_FEWEST = 2  # letters or digits in words that are ignored in all documents


def key_of(finding: Finding) -> Key:
    """The finding's key."""
    return finding.rule, finding.span


def index_of(session: DocumentSession, key: Key | None) -> int:
    """The index of the finding with this key, -1 where there is none."""
    findings = session.report.findings if session.report is not None else ()
    return next((index for index, finding in enumerate(findings) if key_of(finding) == key), -1)


def is_open(session: DocumentSession, index: int) -> bool:
    """Whether nothing is decided yet on the finding at `index`."""
    return state_of(session, index) is State.OPEN


def state_of(session: DocumentSession, index: int) -> State:
    """How the finding at `index` stands; OPEN where there is none."""
    verdicts = session.corrected.verdicts if session.corrected is not None else ()
    return verdicts[index].state if 0 <= index < len(verdicts) else State.OPEN


def can_decide(finding: Finding) -> bool:
    """Whether the finding is about words, which a decision needs to be found again."""
    return len(finding.span) > 0


def can_pass_over(finding: Finding) -> bool:
    """Whether the words are telling enough to be ignored in all documents: "，" or "**" would silence the whole rule."""
    return finding.rule != OWN_RULE and sum(map(str.isalnum, finding.text)) >= _FEWEST


def alike(session: DocumentSession, index: int) -> tuple[int, ...]:
    """The open findings of the same rule, this one among them, in reading order."""
    return tuple(_alike(session, index))


def has_alike(session: DocumentSession, index: int) -> bool:
    """Whether there are other open findings of the same rule."""
    return any(other != index for other in _alike(session, index))


def _alike(session: DocumentSession, index: int) -> Iterator[int]:
    corrected = session.corrected
    if corrected is not None:
        rule = corrected.report.findings[index].rule
        for i, (other, verdict) in enumerate(zip(corrected.report.findings, corrected.verdicts, strict=True)):
            if verdict.state is State.OPEN and other.rule == rule and can_decide(other):
                yield i


def following(session: DocumentSession, decided: Collection[int], order: Sequence[int]) -> Key | None:
    """The key of the first open finding in `order` behind those `decided`, round and round; None where none is left."""
    if session.report is None or not decided:
        return None
    last = max((place for place, index in enumerate(order) if index in decided), default=-1)
    round_trip = (*order[last + 1 :], *order[: last + 1])
    target = next((index for index in round_trip if index not in decided and is_open(session, index)), None)
    return key_of(session.report.findings[target]) if target is not None else None


def accept(session: DocumentSession, index: int, replacement: str, order: Sequence[int] | None = None) -> None:
    """Have the words of a finding become `replacement`, and go on to the next in `order`."""
    finding = _at(session, index)
    if finding is not None and can_decide(finding):
        made = AcceptFinding(session.anchor(finding.span), finding.rule, replacement)
        _decide(session, [index], (*_without(session, [index]), made), words.name_of(made), order)


def accept_all(session: DocumentSession, indices: Sequence[int], order: Sequence[int] | None = None) -> None:
    """Have the first suggestion of each of the findings, where there is one."""
    report = session.report
    if report is None:
        return
    chosen = [i for i in indices if report.findings[i].suggestions and can_decide(report.findings[i])]
    made = [
        AcceptFinding(session.anchor(finding.span), finding.rule, finding.suggestions[0])
        for finding in (report.findings[i] for i in chosen)
    ]
    _decide(session, chosen, (*_without(session, chosen), *made), words.accepted_words(len(made)), order)


def ignore(session: DocumentSession, index: int, order: Sequence[int] | None = None) -> None:
    """Leave the words of a finding as they are."""
    ignore_all(session, [index], order)


def ignore_all(session: DocumentSession, indices: Sequence[int], order: Sequence[int] | None = None) -> None:
    """Leave the words of each of the findings as they are."""
    report = session.report
    if report is None:
        return
    chosen = [i for i in indices if 0 <= i < len(report.findings) and can_decide(report.findings[i])]
    made = [
        IgnoreFinding(session.anchor(finding.span), finding.rule) for finding in (report.findings[i] for i in chosen)
    ]
    _decide(session, chosen, (*_without(session, chosen), *made), words.ignored_words(len(made)), order)


def pass_over(session: DocumentSession, index: int, order: Sequence[int] | None = None) -> None:
    """Never again have this rule object to these words, in any document."""
    finding = _at(session, index)
    if finding is not None and can_pass_over(finding):
        standing = session.standing.value | Standing(frozenset({(finding.rule, words_hash(finding.text))}))
        _decide(session, alike_words(session, index), session.decisions, words.PASSED_OVER, order, standing)


def alike_words(session: DocumentSession, index: int) -> list[int]:
    """The open findings of the same rule on the same words."""
    finding = _at(session, index)
    findings = session.report.findings if session.report is not None else ()
    return [i for i in alike(session, index) if finding is not None and findings[i].text == finding.text]


def disable_rule(session: DocumentSession, index: int, order: Sequence[int] | None = None) -> None:
    """Have this rule stay silent in all documents."""
    finding = _at(session, index)
    if finding is not None and finding.rule != OWN_RULE:
        standing = session.standing.value | Standing(disabled=frozenset({finding.rule}))
        _decide(session, alike(session, index), session.decisions, words.DISABLED, order, standing)


def mark(session: DocumentSession, span: Span, note: str) -> None:
    """Make a finding of the clerk's own of the words at `span`, and select it."""
    made = AddFinding(session.anchor(span), note)
    kept = (one for one in session.decisions if not (isinstance(one, AddFinding) and one.anchor == made.anchor))
    session.set_decisions((*kept, made), words.name_of(made))
    session.select_finding(index_of(session, (OWN_RULE, span)))


def remark(session: DocumentSession, span: Span, text: str) -> None:
    """Have `text` said to the author about the words at `span`, in place of what was said of them before."""
    made = AddRemark(session.anchor(span), text)
    session.set_decisions((*_without_remark(session, span), made), words.name_of(made))


def take_back_remark(session: DocumentSession, remark: Remark) -> None:
    """Say nothing about those words after all."""
    session.set_decisions(tuple(_without_remark(session, remark.span)), words.REMARK_GONE)


def remark_on(session: DocumentSession, span: Span) -> Remark | None:
    """What is to be said about exactly these words."""
    remarks = session.corrected.remarks if session.corrected is not None else ()
    return next((one for one in reversed(remarks) if one.span == span), None)


def drop_paragraph(session: DocumentSession, paragraph: int) -> None:
    """Have a paragraph go whole; one without words is nothing that could be found again."""
    text = session.document.texts[paragraph] if session.document is not None else ""
    if text.strip():
        session.decide(DropParagraph(session.anchor(Span(paragraph, 0, len(text)))))


def keep_paragraph(session: DocumentSession, paragraph: int) -> None:
    """Have a paragraph stay that was to go."""
    kept = (
        one for one in session.decisions if not (isinstance(one, DropParagraph) and _place(session, one) == paragraph)
    )
    session.set_decisions(tuple(kept), words.KEPT)


def reopen(session: DocumentSession, index: int) -> None:
    """Decide nothing on a finding after all; one of the clerk's own that is open goes."""
    finding, state = _at(session, index), state_of(session, index)
    if finding is None:
        return
    if state is State.OPEN and finding.rule == OWN_RULE:
        kept = (
            one
            for one in session.decisions
            if not (isinstance(one, AddFinding) and find(session.index, one.anchor) == finding.span)
        )
        session.set_decisions(tuple(kept), words.UNMARKED)
    elif state is State.STRUCK:
        keep_paragraph(session, finding.span.paragraph)
    elif state is State.PASSED:
        passed = Standing(frozenset({(finding.rule, words_hash(finding.text))}))
        session.set_decisions(session.decisions, words.REOPENED, session.standing.value - passed)
    elif state is State.SILENCED:
        silenced = Standing(disabled=frozenset({finding.rule}))
        session.set_decisions(session.decisions, words.REOPENED, session.standing.value - silenced)
    elif state is not State.OPEN:
        session.set_decisions(tuple(_without(session, [index])), words.REOPENED)


def changed(before: Corrected | None, after: Corrected | None) -> tuple[Key, ...]:
    """The findings whose verdicts two states of one document tell apart, and those that only the second has."""
    if before is None or after is None or before.report.document is not after.report.document:
        return ()
    known = dict(zip(map(key_of, before.report.findings), before.verdicts, strict=True))
    pairs = zip(map(key_of, after.report.findings), after.verdicts, strict=True)
    return tuple(key for key, verdict in pairs if known.get(key) != verdict)


def _decide(
    session: DocumentSession,
    about: Sequence[int],
    decisions: tuple[Decision, ...],
    text: str,
    order: Sequence[int] | None,
    standing: Standing | None = None,
) -> None:
    """Put decisions about some findings in force, and go on to the next one."""
    if not about:
        return
    following_key = following(session, set(about), session.visible_findings() if order is None else order)
    session.set_decisions(decisions, text, standing)
    session.select_finding(index_of(session, following_key))
    if following_key is None:
        session.notice.emit(words.ALL_DONE)


def _at(session: DocumentSession, index: int) -> Finding | None:
    findings = session.report.findings if session.report is not None else ()
    return findings[index] if 0 <= index < len(findings) else None


def _without(session: DocumentSession, indices: Sequence[int]) -> Iterator[Decision]:
    """The decisions but for those on the findings at `indices`."""
    findings = session.report.findings if session.report is not None else ()
    about = {key_of(findings[index]) for index in indices}
    spans = {span for _, span in about}
    for decision in session.decisions:
        if isinstance(decision, AcceptFinding | IgnoreFinding):
            span = find(session.index, decision.anchor)
            if span in spans and (isinstance(decision, AcceptFinding) or (decision.rule, span) in about):
                continue
        yield decision


def _without_remark(session: DocumentSession, span: Span) -> Iterator[Decision]:
    for decision in session.decisions:
        if not (isinstance(decision, AddRemark) and find(session.index, decision.anchor) == span):
            yield decision


def _place(session: DocumentSession, decision: DropParagraph) -> int | None:
    span = find(session.index, decision.anchor)
    return span.paragraph if span is not None else None
