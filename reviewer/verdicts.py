"""What the clerk's decisions make of findings."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.anchoring import Index, edited_sentence, find, words_hash
from reviewer.edits import clash, minimal
from reviewer.model.decision import (
    AcceptFinding,
    AddFinding,
    AddRemark,
    Decision,
    DropParagraph,
    FindingDecision,
    IgnoreFinding,
)
from reviewer.model.edit import Edit, Remark
from reviewer.model.finding import OWN_RULE, SEVERITY_ORDER, Category, Finding, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.standing import Standing
from reviewer.model.verdict import OPEN, State, Verdict

MARKED = "您标出的地方。"
_DECIDED_BEFORE = "您改过的地方。"
_KINDS = (AcceptFinding, IgnoreFinding, AddFinding, AddRemark, DropParagraph)


@dataclass(slots=True)
class Settled:
    """The findings with the clerk's own among them in reading order, and what she decided, all parallel."""

    findings: list[Finding]
    verdicts: list[Verdict]
    remarks: list[Remark] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    lost: list[Decision] = field(default_factory=list)


def settle(report: Report, at: Index, decisions: Sequence[Decision], standing: Standing) -> Settled:
    """Find the places of the decisions on findings and carry them out; what was decided last holds."""
    places = [(decision, find(at, decision.anchor)) for decision in decisions if isinstance(decision, _KINDS)]
    settled = Settled(*_with_own(report, places))
    latest: dict[int, int] = {}
    for number, (decision, span) in enumerate(places):
        if span is None:
            if not _is_done(at, decision):
                settled.lost.append(decision)
        elif isinstance(decision, AddRemark):
            settled.remarks.append(Remark(span, decision.text))
        elif isinstance(decision, DropParagraph):
            settled.struck.add(span.paragraph)
        elif not isinstance(decision, AddFinding):
            for index in _meant(settled.findings, span, decision):
                settled.verdicts[index] = _verdict(decision)
                latest[index] = number
    settled.remarks.sort(key=lambda remark: remark.span)
    settled.verdicts = list(stand(settled.findings, standing, settled.verdicts))
    _strike(settled)
    _override(settled, latest)
    return settled


def stand(
    findings: Sequence[Finding], standing: Standing, verdicts: Sequence[Verdict] | None = None
) -> tuple[Verdict, ...]:
    """The verdicts once what the clerk decided for all documents holds where nothing else was decided."""
    known = verdicts if verdicts is not None else (OPEN,) * len(findings)
    if not standing:
        return tuple(known)
    heeded = {rule for rule, _ in standing.ignored}
    return tuple(
        _standing_verdict(finding, standing, heeded) if verdict is OPEN else verdict
        for finding, verdict in zip(findings, known, strict=True)
    )


def _standing_verdict(finding: Finding, standing: Standing, heeded: set[str]) -> Verdict:
    if finding.rule in standing.disabled:
        return Verdict(State.SILENCED)
    if finding.rule in heeded and (finding.rule, words_hash(finding.text)) in standing.ignored:
        return Verdict(State.PASSED)
    return OPEN


def _with_own(
    report: Report, places: Sequence[tuple[FindingDecision, Span | None]]
) -> tuple[list[Finding], list[Verdict]]:
    """The findings with those that the clerk made, and those that were found once and are still to be corrected."""
    own: dict[Span, Finding] = {}
    for decision, span in places:
        if span is None or not isinstance(decision, AddFinding | AcceptFinding):
            continue
        text = report.document.text(span)
        if isinstance(decision, AddFinding):
            note = decision.note or MARKED
            own[span] = Finding(OWN_RULE, Category.OWN, Severity.WARNING, span, text, note)
        elif span not in own and not _at(report.findings, span):
            own[span] = Finding(decision.rule, Category.OWN, Severity.WARNING, span, text, _DECIDED_BEFORE)
    findings = [*report.findings, *own.values()]
    if own:
        findings.sort(key=lambda finding: (finding.span, SEVERITY_ORDER[finding.severity], finding.rule))
    return findings, [OPEN] * len(findings)


def _at(findings: Sequence[Finding], span: Span) -> range:
    """The indices of the findings at exactly this place; the findings are in reading order."""
    first = bisect_left(findings, span, key=_span_of)
    return range(first, bisect_right(findings, span, lo=first, key=_span_of))


def _span_of(finding: Finding) -> Span:
    return finding.span


def _meant(findings: Sequence[Finding], span: Span, decision: AcceptFinding | IgnoreFinding) -> Sequence[int]:
    """The findings at one place that the decision is about; an accepted correction may come from a rule of the past."""
    here = _at(findings, span)
    named = [index for index in here if findings[index].rule == decision.rule]
    return named or (here[:1] if isinstance(decision, AcceptFinding) else ())


def _verdict(decision: AcceptFinding | IgnoreFinding) -> Verdict:
    if isinstance(decision, AcceptFinding):
        return Verdict(State.ACCEPTED, decision.replacement)
    return Verdict(State.IGNORED)


def _is_done(at: Index, decision: FindingDecision) -> bool:
    """Whether nothing is left to do where the words are gone: nobody objects to them, or they read as accepted."""
    if isinstance(decision, IgnoreFinding):
        return True
    if not isinstance(decision, AcceptFinding):
        return False
    sentence = edited_sentence(at, decision.anchor)
    return sentence is not None and decision.replacement in at.document.text(sentence)


def _strike(settled: Settled) -> None:
    if settled.struck:
        for index, finding in enumerate(settled.findings):
            if finding.span.paragraph in settled.struck:
                settled.verdicts[index] = Verdict(State.STRUCK)


def _override(settled: Settled, latest: dict[int, int]) -> None:
    """Of accepted corrections that want the same characters the one accepted last stays."""
    kept: dict[int, list[Edit]] = defaultdict(list)
    for index in sorted(latest, key=lambda index: latest[index], reverse=True):
        finding, verdict = settled.findings[index], settled.verdicts[index]
        if verdict.state is not State.ACCEPTED or verdict.replacement is None:
            continue
        edit = minimal(finding.span, finding.text, verdict.replacement)
        if edit is None:
            continue
        if any(clash(edit, other) for other in kept[finding.span.paragraph]):
            settled.verdicts[index] = Verdict(State.OVERRIDDEN)
        else:
            kept[finding.span.paragraph].append(edit)
