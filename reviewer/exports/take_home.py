"""Copies made from what the clerk decided, and written."""

from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.edits import edits, open_findings, remarks
from reviewer.errors import AccessError
from reviewer.exports.copies import commented_copy, corrected_copy, is_text, laid_out_copy
from reviewer.exports.copy import Copy
from reviewer.exports.docx.copies import AUTHOR
from reviewer.exports.finding_remarks import finding_remarks, highlights
from reviewer.exports.targets import write_copy
from reviewer.model.corrected import Corrected
from reviewer.model.document import Document
from reviewer.model.edit import Remark
from reviewer.model.finding import OWN_RULE, Finding, Severity
from reviewer.model.layout import LayoutProfile
from reviewer.model.report import Report

_NO_FILE = "clipboard"


@dataclass(frozen=True, slots=True)
class CorrectedOptions:
    """How a corrected copy is wanted: changes tracked by `author`, the clerk's remarks as comments."""

    tracked: bool = False
    author: str = AUTHOR
    with_remarks: bool = True


@dataclass(frozen=True, slots=True)
class CommentedOptions:
    """How a commented copy is wanted: hints too, duties and deadlines highlighted."""

    hints: bool = False
    highlight: bool = False
    general: bool = False


def becomes_text(document: Document, path: str | None, *, tracked: bool, remarked: bool) -> bool:
    """Whether a corrected copy of the file `path` (None: there is no file) is a text file again."""
    return path is not None and is_text(document) and not tracked and not remarked


def write_corrected(corrected: Corrected, path: str | None, options: CorrectedOptions, target: str) -> Copy:
    """Write the corrected copy of the file `path`, None where the text is in no file; raises ReviewerError."""
    report = corrected.report
    copy = corrected_copy(
        _document(report, path),
        report.outline,
        _original(path),
        edits(corrected),
        _own_remarks(corrected, options),
        tracked=options.tracked,
        author=options.author.strip() or AUTHOR,
    )
    write_copy(target, copy.data, path or "")
    return copy


def write_commented(corrected: Corrected, path: str | None, options: CommentedOptions, target: str) -> Copy:
    """Write the copy with every open finding, and the clerk's own remarks, as comments; raises ReviewerError."""
    report = corrected.report
    said = (*finding_remarks(commented_findings(corrected, hints=options.hints)), *remarks(corrected))
    copy = commented_copy(
        _document(report, path),
        report.outline,
        _original(path),
        sorted(said, key=lambda remark: remark.span),
        highlights(report, general=options.general) if options.highlight else (),
    )
    write_copy(target, copy.data, path or "")
    return copy


def write_laid_out(report: Report, path: str | None, profile: LayoutProfile | None, target: str) -> Copy:
    """Write a copy that is set as `profile` (None: GB/T 9704—2012) wants; raises ReviewerError."""
    copy = laid_out_copy(_document(report, path), report.outline, _original(path), profile)
    write_copy(target, copy.data, path or "")
    return copy


def commented_findings(corrected: Corrected, *, hints: bool) -> list[Finding]:
    """The findings on which nothing was decided, without the clerk's own, which are remarks of hers."""
    return [
        finding
        for finding in open_findings(corrected)
        if finding.rule != OWN_RULE and (hints or finding.severity is not Severity.INFO)
    ]


def _own_remarks(corrected: Corrected, options: CorrectedOptions) -> tuple[Remark, ...]:
    return remarks(corrected) if options.with_remarks else ()


def _document(report: Report, path: str | None) -> Document:
    return report.document if path is not None else replace(report.document, format=_NO_FILE)


def _original(path: str | None) -> bytes:
    try:
        return Path(path).read_bytes() if path is not None else b""
    except OSError:
        raise AccessError(
            "原稿现在读不出来，可能已被移动、改名，或正被别的程序占用。", "请确认原稿还在原处后再导出。"
        ) from None
