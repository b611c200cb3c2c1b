"""A comparison as rows of two cells, old and new, as a window or a page shows them."""

from dataclasses import dataclass

from reviewer.comparison.alignment import Change
from reviewer.comparison.drafts import COMPARED, Comparison, DutyChange, value
from reviewer.comparison.pieces import Piece, pieces
from reviewer.exports.checklist_rows import ChecklistRow
from reviewer.exports.places import place_names
from reviewer.model.finding import Finding
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.words import CATEGORY, SEVERITY


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph, finding or duty: what it was, what it is, and which pieces of the words differ.

    A cell is "" where there is nothing; `place` names the paragraph, in the new draft where it is there. `old_at` and
    `new_at` are where the drafts say it.
    """

    change: Change
    place: str
    old: str
    new: str
    pieces: tuple[Piece, ...] = ()
    old_at: Span | None = None
    new_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a comparison."""

    paragraphs: tuple[Row, ...]
    findings: tuple[Row, ...]
    duties: tuple[Row, ...]


def rows(comparison: Comparison) -> Rows:
    """The paragraphs in reading order; of findings and duties those first that changed, came or went."""
    names = place_names(comparison.old.document), place_names(comparison.new.document)
    paragraphs = []
    for pair in comparison.paragraphs:
        old = Span(pair.old, 0, 0) if pair.old is not None else None
        new = Span(pair.new, 0, 0) if pair.new is not None else None
        words = _paragraph(comparison.old, old), _paragraph(comparison.new, new)
        paragraphs.append(_row(pair.change, names, words, old, new))
    findings = [
        _row(
            one.change,
            names,
            (_finding(one.old), _finding(one.new)),
            one.old.span if one.old is not None else None,
            one.new.span if one.new is not None else None,
        )
        for one in comparison.findings
    ]
    duties = [_duty_row(comparison, names, one) for one in comparison.duties]
    return Rows(tuple(paragraphs), tuple(findings), tuple(duties))


def _row(
    change: Change,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    words: tuple[str, str],
    old: Span | None,
    new: Span | None,
) -> Row:
    place = names[1][new.paragraph] if new is not None else names[0][old.paragraph] if old is not None else ""
    differing = pieces(*words) if change is Change.CHANGED else ()
    return Row(change, place, *words, differing, old, new)


def _paragraph(report: Report, at: Span | None) -> str:
    return report.document.texts[at.paragraph].strip() if at is not None else ""


def _finding(finding: Finding | None) -> str:
    if finding is None:
        return ""
    kind = f"{SEVERITY[finding.severity]}·{CATEGORY[finding.category]}"
    return f"{kind}　{finding.text}\n{finding.message}"


def _duty_row(comparison: Comparison, names: tuple[tuple[str, ...], tuple[str, ...]], one: DutyChange) -> Row:
    old = comparison.old.duties[one.old_place].span if one.old is not None else None
    new = comparison.new.duties[one.new_place].span if one.new is not None else None
    return _row(one.change, names, (_duty(one.old), _duty(one.new)), old, new)


def _duty(row: ChecklistRow | None) -> str:
    if row is None:
        return ""
    lines = [f"{name}：{value(row, name)}" for name in COMPARED if name != "任务" and value(row, name)]
    return "\n".join([row.task, *lines])
