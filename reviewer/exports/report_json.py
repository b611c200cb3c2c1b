"""The report as one line of JSON, by the contract `reviewer/1`."""

import json
from typing import Any

from reviewer.errors import ReviewerError
from reviewer.model.document import Document
from reviewer.model.duty import Duty
from reviewer.model.finding import Finding
from reviewer.model.outline import OutlineEntry
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import TimeExpression

SCHEMA = "reviewer/1"

_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def report_line(report: Report) -> str:
    """The whole report on one line, without a line end."""
    document = report.document
    return _line(
        {
            "schema": SCHEMA,
            "document": {
                "path": document.path,
                "format": document.format,
                "title": report.outline.title,
                "year": report.dating.year,
                "year_source": report.dating.source.value,
                "kind": report.kind.value,
                "paragraphs": len(document.paragraphs),
                "characters": document.characters,
            },
            "outline": [_outline(entry) for entry in report.outline.entries],
            "times": [_time(time) for time in report.times],
            "duties": [_duty(duty) for duty in report.duties],
            "findings": [_finding(finding) for finding in report.findings],
        }
    )


def error_line(path: str, error: ReviewerError) -> str:
    """The line that stands for a file that could not be read."""
    return _line(
        {"schema": SCHEMA, "document": {"path": path}, "error": {"kind": error.kind, "message": error.sentence}}
    )


def text_line(document: Document) -> str:
    """What was read from a file, on one line."""
    return _line({"path": document.path, "format": document.format, "paragraphs": list(document.texts)})


def _line(value: dict[str, Any]) -> str:
    """JSON that stays one line wherever lines are split, and that UTF-8 can carry: lone surrogates are escaped."""
    text = json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _place(span: Span) -> dict[str, Any]:
    return {"paragraph": span.paragraph, "start": span.start, "end": span.end}


def _outline(entry: OutlineEntry) -> dict[str, Any]:
    return {"level": entry.level, "number": entry.number, "title": entry.title, **_place(entry.span)}


def _time(time: TimeExpression) -> dict[str, Any]:
    return {
        **_place(time.span),
        "text": time.text,
        "type": time.type.value,
        "role": time.role.value,
        "due": None if time.due is None else time.due.isoformat(),
        "recurrence": time.recurrence,
        "status": time.status.value,
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        **_place(duty.span),
        "text": duty.text,
        "action": duty.action,
        "modality": duty.modality.value,
        "trigger": duty.trigger,
        "tier": duty.tier.value,
        "lead": list(duty.lead),
        "support": list(duty.support),
        "actor_source": duty.actor_source.value,
        "times": list(duty.times),
        "quantity": duty.quantity,
        "section": list(duty.section),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        **_place(finding.span),
        "text": finding.text,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
    }
