"""What a review comes to: the few values that a table of many documents and their overview need."""

from dataclasses import dataclass
from datetime import date

from reviewer.exports.checklist_rows import ChecklistRow, checklist_rows, source_name
from reviewer.exports.places import place_names
from reviewer.exports.words import dating_text
from reviewer.language.sentences import sentences
from reviewer.model.document import Document
from reviewer.model.finding import Severity
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.words import CATEGORY, SEVERITY

_AROUND = 30  # characters quoted at most on either side of a finding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as an overview shows it, in Chinese; `quote` is its sentence, the marked words in 【】."""

    severity: str
    category: str
    place: str
    quote: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One document of many: its counts, its findings and its duties, or the sentence why it could not be read.

    `path` is as the caller gave it. `hints` are findings that are only worth a look; `earliest` is the first day that
    a duty has to be done by, None where no day is settled.
    """

    path: str
    name: str
    trouble: str = ""
    title: str = ""
    dated: str = ""
    characters: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    findings: tuple[FindingRow, ...] = ()
    duties: tuple[ChecklistRow, ...] = ()
    earliest: date | None = None


def digest(report: Report, path: str, office: Office = NO_OFFICE) -> Digest:
    """The digest of the review of the file at `path`."""
    counts = {severity: sum(one.severity is severity for one in report.findings) for severity in Severity}
    places = place_names(report.document)
    duties = checklist_rows(report, office=office)
    findings = tuple(
        FindingRow(
            SEVERITY[one.severity],
            CATEGORY[one.category],
            places[one.span.paragraph],
            _quote(report.document, one.span),
            one.message,
            "或".join(words or "（删去）" for words in one.suggestions),
        )
        for one in report.findings
    )
    return Digest(
        path,
        source_name(report.document),
        title=report.outline.title or "",
        dated=dating_text(report.dating),
        characters=report.document.characters,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        hints=counts[Severity.INFO],
        findings=findings,
        duties=duties,
        earliest=min((row.due for row in duties if row.due is not None), default=None),
    )


def _quote(document: Document, span: Span) -> str:
    text = document.texts[span.paragraph]
    begin, end = next(
        ((start, end) for start, end in sentences(text) if start <= span.start < end), (span.start, span.end)
    )
    begin, end = max(begin, span.start - _AROUND), max(span.end, min(end, span.end + _AROUND))
    return f"{text[begin : span.start]}【{text[span.start : span.end]}】{text[span.end : end]}"


def digest_line(one: Digest) -> str:
    """The digest in one line for a terminal."""
    if one.trouble:
        return f"{one.path}：{one.trouble}"
    facts = [
        f"{one.characters} 字",
        f"{SEVERITY[Severity.ERROR]} {one.errors}",
        f"{SEVERITY[Severity.WARNING]} {one.warnings}",
        f"任务 {len(one.duties)}",
        f"最早时限 {one.earliest.isoformat()}" if one.earliest else "",
    ]
    return f"{one.path}：{'，'.join(filter(None, facts))}"
