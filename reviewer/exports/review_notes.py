"""What was found and decided, as numbered notes to the text: the same numbers on paper and in the report."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.exports.finding_remarks import advice
from reviewer.exports.places import place_names
from reviewer.exports.words import state_words
from reviewer.model.corrected import Corrected
from reviewer.model.finding import OWN_RULE, Finding, Severity
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.words import CATEGORY, SEVERITY, STATE

REMARK = "批注"
_SETTLED = frozenset({State.ACCEPTED, State.IGNORED, State.OVERRIDDEN})


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `number` counts from 1 in reading order.

    `severity` and `finding` (an index into the report's findings) are None for a remark of the clerk and for a
    paragraph that is to go; `label` is the kind in words. `advice` is "" where nothing is suggested or somebody decided.
    """

    number: int
    span: Span
    place: str
    label: str
    severity: Severity | None
    finding: int | None
    message: str
    advice: str
    state: State
    outcome: str


def review_notes(corrected: Corrected, *, hints: bool, ignored: bool) -> tuple[Note, ...]:
    """The findings, remarks and struck paragraphs of a review.

    Findings that are open come without those only worth a look, unless `hints`; those that were ignored at their place
    only where `ignored`. What never disturbs the clerk again, and what is in a struck paragraph, is left out.
    """
    places = place_names(corrected.report.document)
    notes = sorted((*_findings(corrected, hints, ignored), *_decisions(corrected)), key=lambda note: note.span)
    return tuple(
        replace(note, number=number, place=places[note.span.paragraph]) for number, note in enumerate(notes, 1)
    )


def _findings(corrected: Corrected, hints: bool, ignored: bool) -> Iterator[Note]:
    for index, (finding, verdict) in enumerate(zip(corrected.report.findings, corrected.verdicts, strict=True)):
        is_open = verdict.state is State.OPEN
        if is_open and finding.severity is Severity.INFO and not hints:
            continue
        if not is_open and (verdict.state not in _SETTLED or (verdict.state is State.IGNORED and not ignored)):
            continue
        advised = f"建议{advice(finding)}。" if is_open and finding.suggestions else ""
        label, severity = _label(finding), finding.severity
        yield Note(
            0, finding.span, "", label, severity, index, finding.message, advised, verdict.state, state_words(verdict)
        )


def _label(finding: Finding) -> str:
    category = CATEGORY[finding.category]
    return category if finding.rule == OWN_RULE else f"{SEVERITY[finding.severity]}·{category}"


def _decisions(corrected: Corrected) -> Iterator[Note]:
    for remark in corrected.remarks:
        yield Note(0, remark.span, "", REMARK, None, None, remark.text, "", State.OPEN, "")
    for paragraph in corrected.struck:
        span = Span(paragraph, 0, len(corrected.report.document.texts[paragraph]))
        yield Note(0, span, "", STATE[State.STRUCK], None, None, "这一段要删去。", "", State.STRUCK, "")
