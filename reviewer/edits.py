"""From what the clerk decided to what a copy of the original has different."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewer.model.corrected import Corrected
from reviewer.model.document import Document, Place
from reviewer.model.edit import Change, Edit, Remark, StrikeParagraph
from reviewer.model.finding import OWN_RULE, Finding
from reviewer.model.span import Span
from reviewer.model.verdict import State


def edits(corrected: Corrected) -> tuple[Change, ...]:
    """The accepted corrections in reading order, as small as they can be; no two of them touch the same characters.

    A paragraph of the body of which nothing is left is taken out whole.
    """
    document = corrected.report.document
    by_paragraph: dict[int, list[Edit]] = defaultdict(list)
    for edit in _accepted(corrected):
        by_paragraph[edit.span.paragraph].append(edit)
    found: list[Change] = []
    for paragraph in sorted(by_paragraph.keys() | corrected.struck):
        made = sorted(by_paragraph[paragraph], key=lambda edit: edit.span)
        if paragraph in corrected.struck or _empties(document, paragraph, made):
            found.append(StrikeParagraph(paragraph))
        else:
            found += made
    return tuple(found)


def remarks(corrected: Corrected) -> tuple[Remark, ...]:
    """What the clerk wants to have said to the author, in reading order: her remarks, and her own open findings."""
    own = (
        Remark(finding.span, finding.message)
        for finding, verdict in zip(corrected.report.findings, corrected.verdicts, strict=True)
        if finding.rule == OWN_RULE and verdict.state is State.OPEN
    )
    return tuple(sorted((*corrected.remarks, *own), key=lambda remark: remark.span))


def open_findings(corrected: Corrected) -> tuple[Finding, ...]:
    """The findings on which nothing is decided yet."""
    return tuple(
        finding
        for finding, verdict in zip(corrected.report.findings, corrected.verdicts, strict=True)
        if verdict.state is State.OPEN
    )


def minimal(span: Span, words: str, replacement: str) -> Edit | None:
    """The edit that makes `replacement` of the `words` at `span` and spares what they share at both ends.

    None where they are the same.
    """
    if words == replacement:
        return None
    shorter = min(len(words), len(replacement))
    head = _shared(words, replacement, shorter)
    tail = _shared(words[::-1], replacement[::-1], shorter - head)
    narrowed = Span(span.paragraph, span.start + head, span.end - tail)
    return Edit(narrowed, replacement[head : len(replacement) - tail])


def clash(one: Edit, other: Edit) -> bool:
    """Whether the two want the same characters, or want to insert at the same place."""
    return one.span.overlaps(other.span) or (one.span == other.span and not len(one.span))


def _accepted(corrected: Corrected) -> Iterator[Edit]:
    for finding, verdict in zip(corrected.report.findings, corrected.verdicts, strict=True):
        if verdict.state is State.ACCEPTED and verdict.replacement is not None:
            edit = minimal(finding.span, finding.text, verdict.replacement)
            if edit is not None:
                yield edit


def _empties(document: Document, paragraph: int, made: Sequence[Edit]) -> bool:
    """Whether the edits leave nothing to read of a paragraph of the body."""
    whole = document.paragraphs[paragraph]
    if whole.origin.place is not Place.BODY:
        return False
    left, start = "", whole.label
    for edit in made:
        left += whole.text[start : edit.span.start] + edit.text
        start = edit.span.end
    return not (left + whole.text[start:]).strip()


def _shared(one: str, other: str, most: int) -> int:
    """How many characters the two begin with alike, `most` at the most."""
    return next((n for n in range(most) if one[n] != other[n]), most)
