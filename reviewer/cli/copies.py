"""The commands that write copies, and a report: correct, comment, layout, report."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.reviewing import (
    add_decisions_option,
    add_review_options,
    decisions_of,
    layout_of,
    office_of,
    reviewed_by,
    tell_lost,
)
from reviewer.cli.status import NOT_READ, NOTHING_FOUND
from reviewer.errors import ReviewerError, UsageError
from reviewer.model.finding import SEVERITY_ORDER, Severity
from reviewer.model.report import Report
from reviewer.reading_time import READING_SPEED

if TYPE_CHECKING:
    from reviewer.exports.copy import Copy
    from reviewer.model.corrected import Corrected

_ACCEPTED = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "all": Severity.INFO}


def add_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to the parser's."""
    correct = _command(commands, "correct", "写出修订稿：按建议改正，原稿不动", _correct)
    correct.add_argument("--accept", choices=tuple(_ACCEPTED), help="采纳哪些建议：必改的（默认）、加上建议改的、全部")
    correct.add_argument("--tracked", action="store_true", help="写成 Word 修订标记，由作者逐条接受")
    add_decisions_option(correct)
    comment = _command(commands, "comment", "写出批注稿：问题写成 Word 批注，正文不动", _comment)
    comment.add_argument(
        "--min-severity",
        choices=[s.value for s in Severity],
        default=Severity.WARNING.value,
        help="只批注不低于此级别的问题（默认 warning）",
    )
    comment.add_argument("--highlight", action="store_true", help="同时标出任务（黄色）和时限（青色）")
    add_decisions_option(comment)
    layout = _command(commands, "layout", "写出排版稿：按 GB/T 9704—2012 排成 Word 文档", _layout)
    layout.add_argument(
        "--layout", default="none", metavar="版式.toml", help="按本单位的版式文件排（默认按 GB/T 9704）"
    )
    words = "写出审阅报告：问题和处理、任务、时间节点、文稿统计，一个网页文件"
    report = _command(commands, "report", words, _report, decided=False)
    report.add_argument("--hints", action="store_true", help="也列“提示”一级的问题")
    report.add_argument("--general", action="store_true", help="也列一般要求（态度、原则类）")
    report.add_argument("--speed", type=_speed, default=READING_SPEED, metavar="字数", help="每分钟朗读的字数")
    add_decisions_option(report)


def _speed(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 80 <= int(text) <= 600):
        raise argparse.ArgumentTypeError(f"{text} 不是 80 到 600 之间的字数")
    return int(text)


Made = tuple[str, str, "Copy"]
"""The word and the suffix of a copy's name, and the copy."""
Run = Callable[[argparse.Namespace, Report, bytes], Made]


def _command(
    commands: "argparse._SubParsersAction[Any]", name: str, words: str, run: Run, *, decided: bool = True
) -> argparse.ArgumentParser:
    """A command that makes a copy of each file; where `decided`, findings that a record settles are gone before."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.add_argument("files", nargs="+", metavar="文件")
    parser.add_argument("-o", "--output", metavar="副本", help="写到哪里（只给一个文件时可用，默认写在原稿旁边）")
    add_review_options(parser)

    def command(options: argparse.Namespace) -> int:
        if options.output and len(options.files) > 1:
            raise UsageError("有好几个文件时不能用 --output。", "去掉它，副本会写在各自的原稿旁边。")
        reviewed = reviewed_by(options, decided=decided)
        status = NOTHING_FOUND
        for path in options.files:
            try:
                _write(options, path, *run(options, reviewed(path), Path(path).read_bytes()))
            except ReviewerError as error:
                status = NOT_READ
                print(f"{path}：{error.sentence}", file=sys.stderr)
        return status

    parser.set_defaults(command=command)
    return parser


def _correct(options: argparse.Namespace, report: Report, original: bytes) -> Made:
    from reviewer.edits import edits, remarks
    from reviewer.exports.copies import corrected_copy, is_text
    from reviewer.exports.targets import CORRECTED, suffix_of

    document = report.document
    corrected = _corrected(report, options)
    said = remarks(corrected)
    as_text = is_text(document) and not options.tracked and not said
    changes = edits(corrected)
    copy = corrected_copy(document, report.outline, original, changes, said, tracked=options.tracked)
    return CORRECTED, suffix_of(document.path, document.format, as_text=as_text), copy


def _comment(options: argparse.Namespace, report: Report, original: bytes) -> Made:
    from reviewer.corrections import correct
    from reviewer.exports.copies import commented_copy
    from reviewer.exports.finding_remarks import finding_remarks, highlights
    from reviewer.exports.targets import COMMENTED, suffix_of

    least = SEVERITY_ORDER[Severity(options.min_severity)]
    said = finding_remarks(f for f in report.findings if SEVERITY_ORDER[f.severity] <= least)
    own = correct(report, decisions_of(options)).remarks
    painted = highlights(report) if options.highlight else ()
    document = report.document
    copy = commented_copy(
        document, report.outline, original, sorted((*said, *own), key=lambda remark: remark.span), painted
    )
    return COMMENTED, suffix_of(document.path, document.format, as_text=False), copy


def _layout(options: argparse.Namespace, report: Report, original: bytes) -> Made:
    from reviewer.exports.copies import laid_out_copy
    from reviewer.exports.targets import LAID_OUT, suffix_of

    document = report.document
    copy = laid_out_copy(document, report.outline, original, layout_of(options))
    return LAID_OUT, suffix_of(document.path, document.format, as_text=False), copy


def _report(options: argparse.Namespace, report: Report, _original: bytes) -> Made:
    from reviewer.corrections import correct
    from reviewer.exports.copy import Copy
    from reviewer.exports.report_html import ReportOptions, report_html
    from reviewer.exports.targets import PAGE, REPORT

    corrected = correct(report, decisions_of(options))
    tell_lost(corrected.lost)
    wanted = ReportOptions(options.hints, options.general, options.speed, office_of(options))
    return REPORT, PAGE, Copy(report_html(corrected, wanted).encode("utf-8"), 0)


def _corrected(report: Report, options: argparse.Namespace) -> "Corrected":
    """The report with the decisions of the record, and the best suggestion of every finding that is grave enough."""
    from reviewer.anchoring import anchor, index
    from reviewer.corrections import correct
    from reviewer.model.decision import AcceptFinding

    kept = decisions_of(options)
    meant = []
    if options.accept or not options.decisions:
        least = SEVERITY_ORDER[_ACCEPTED[options.accept or "errors"]]
        meant = [f for f in report.findings if f.suggestions and SEVERITY_ORDER[f.severity] <= least]
        meant.sort(key=lambda finding: -SEVERITY_ORDER[finding.severity])  # of two that clash the later one holds
    at = index(report.document)
    return correct(report, [*(AcceptFinding(anchor(at, f.span), f.rule, f.suggestions[0]) for f in meant), *kept], at)


def _write(options: argparse.Namespace, path: str, word: str, suffix: str, copy: "Copy") -> None:
    from reviewer.atomic import free_name
    from reviewer.exports.targets import default_target, write_copy

    target = Path(options.output) if options.output else default_target(path, word, suffix)
    if not options.output and target.exists():
        target = free_name(target)
    write_copy(target, copy.data, path)
    print(f"已写出{word}（{copy.made}处）：{target}" if copy.made else f"已写出{word}：{target}")
    if copy.omitted:
        print(f"  {copy.omitted}", file=sys.stderr)
    for line in _refusals(copy):
        print(f"  未写入：{line}", file=sys.stderr)


def _refusals(copy: "Copy") -> Iterator[str]:
    seen: dict[str, int] = {}
    for item in copy.refused:
        seen[item.reason] = seen.get(item.reason, 0) + 1
    for reason, count in seen.items():
        yield f"{count}处：{reason}"
