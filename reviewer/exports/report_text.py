"""The report as text for a terminal."""

from collections.abc import Iterator

from reviewer.exports.checklist_rows import checklist_rows, listed_duties, source_name
from reviewer.exports.places import place_names
from reviewer.exports.terminal import for_terminal
from reviewer.exports.text_width import columns
from reviewer.exports.words import dating_text
from reviewer.model.document import Document
from reviewer.model.duty import Tier
from reviewer.model.finding import Finding, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.words import CATEGORY, KIND, SEVERITY, TIER

_AROUND = 12  # characters quoted on either side of a finding
_WIDTH = 76  # half-width columns of a line of text
_HANGING = "，。、；：！？”’）》】"  # may stand beyond the end of a line, never at the beginning of one


def report_text(report: Report, *, explain: bool = False) -> str:
    """Findings, duties and counts in Chinese, without a line end after the last line.

    The findings are those in the report: leave out beforehand what should not be shown. `explain` adds to each duty
    the evidence that made it one.
    """
    lines = [*_head(report), "", *_findings(report), "", *_duties(report, explain), "", _counts(report)]
    return for_terminal(lines)


def _head(report: Report) -> Iterator[str]:
    document = report.document
    name = source_name(document)
    yield report.outline.title or name
    paragraphs = sum(bool(text.strip()) for text in document.texts)
    facts = [
        name,
        KIND[report.kind],
        f"日期：{dating_text(report.dating)}",
        f"{paragraphs}段",
        f"{document.characters}字",
    ]
    yield "  ".join(filter(None, facts))
    for warning in document.warnings:
        yield f"注意：{warning}"


def _findings(report: Report) -> Iterator[str]:
    if not report.findings:
        yield "没有发现需要改的问题。"
        return
    yield f"问题 {len(report.findings)} 处"
    places = place_names(report.document)
    for finding in report.findings:
        label = f"{SEVERITY[finding.severity]}·{CATEGORY[finding.category]}"
        yield f"  {label}  {places[finding.span.paragraph]}  {_quote(report.document, finding.span)}"
        yield f"      {finding.message}{_advice(finding)}［{finding.rule}］"


def _advice(finding: Finding) -> str:
    replacements = [f"“{words}”" for words in finding.suggestions if words]
    advice = f"建议改为{'或'.join(replacements)}。" if replacements else ""
    return advice + ("可以删去。" if "" in finding.suggestions else "")


def _quote(document: Document, span: Span) -> str:
    """The marked words in 【】 with what stands around them."""
    text = document.texts[span.paragraph]
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[start : span.start], text[span.end : end]
    return f"{'…' if start else ''}{before}【{document.text(span)}】{after}{'…' if end < len(text) else ''}"


def _duties(report: Report, explain: bool) -> Iterator[str]:
    rows = checklist_rows(report)
    if not rows:
        yield "没有可列入清单的任务。"
        return
    yield f"任务 {len(rows)} 项"
    for number, (row, duty) in enumerate(zip(rows, listed_duties(report), strict=True), 1):
        lead = row.lead.replace("\n", "")
        who = lead + (f"（配合：{row.support}）" if row.support else "")
        limit = row.limit.replace("\n", "、")
        when = f"{limit}→{row.due.isoformat()}" if row.due else limit
        facts = [row.place, who, when, row.frequency.replace("\n", "、") if row.frequency != row.limit else ""]
        yield f"{number:>4}. " + "  ".join(filter(None, facts))
        yield from ("      " + line for line in _wrapped(row.task))
        if explain and duty.why:
            yield f"      依据：{duty.why}"


def _wrapped(text: str) -> Iterator[str]:
    line, width = "", 0
    for character in text:
        wide = columns(character)
        if width + wide > _WIDTH and character not in _HANGING:
            yield line
            line, width = "", 0
        line += character
        width += wide
    if line:
        yield line


def _counts(report: Report) -> str:
    found = [sum(f.severity is severity for f in report.findings) for severity in Severity]
    severities = "，".join(f"{SEVERITY[s]} {n}" for s, n in zip(Severity, found, strict=True) if n) or "问题 0"
    firm, all_listed = len(listed_duties(report)), len(listed_duties(report, include_general=True))
    dated = sum(row.due is not None for row in checklist_rows(report))
    return f"合计：{severities}；任务 {firm}（有截止日期 {dated}），另有{TIER[Tier.GENERAL]} {all_listed - firm}"
