"""The commands that review and say what was found: check, text, export, batch, compare."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from reviewer.cli.reviewing import add_decisions_option, add_review_options, add_rule_options, office_of, reviewed_by
from reviewer.cli.status import NOT_READ, NOTHING_FOUND, SOMETHING_FOUND
from reviewer.errors import ReviewerError, UsageError
from reviewer.model.finding import SEVERITY_ORDER, Severity
from reviewer.model.report import Report
from reviewer.words import SEVERITY

Read = TypeVar("Read")

_SEVERITIES = "，".join(f"{severity} {name}" for severity, name in SEVERITY.items())


def add_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to the parser's."""
    check = commands.add_parser("check", help="审阅文件，列出问题、任务和时限")
    check.add_argument("files", nargs="+", metavar="文件")
    check.add_argument("--format", choices=("text", "jsonl"), default="text", help="text 供人阅读，jsonl 每个文件一行")
    check.add_argument(
        "--min-severity",
        choices=[s.value for s in Severity],
        help=f"只列出不低于此级别的问题：{_SEVERITIES}（text 默认 warning，jsonl 默认 info）",
    )
    check.add_argument("--explain", action="store_true", help="说明每条任务为什么算任务（只用于 text）")
    add_rule_options(check)
    add_decisions_option(check)

    text = commands.add_parser("text", help="只读取文字")
    text.add_argument("files", nargs="+", metavar="文件")
    text.add_argument("--format", choices=("text", "jsonl"), default="text")

    export = commands.add_parser("export", help="导出责任清单")
    export.add_argument("files", nargs="+", metavar="文件")
    export.add_argument("--xlsx", required=True, metavar="清单.xlsx", help="清单写到哪里")
    export.add_argument("--general", action="store_true", help="也列一般要求（态度、原则类）")
    add_decisions_option(export)

    batch = commands.add_parser("batch", help="审阅许多文件或整个文件夹，每个文件一行")
    batch.add_argument("paths", nargs="+", metavar="文件或文件夹")
    batch.add_argument("--xlsx", metavar="汇总.xlsx", help="把总览、问题和任务写成一个 Excel 文件")

    compare = commands.add_parser("compare", help="对比两稿：文字、问题和任务各有什么变化")
    compare.add_argument("old", metavar="前稿")
    compare.add_argument("new", metavar="后稿")

    for parser in (check, export, batch, compare):
        add_review_options(parser)
    for parser, command in ((check, _check), (text, _text), (export, _export), (batch, _batch), (compare, _compare)):
        parser.set_defaults(command=command)


def _check(options: argparse.Namespace) -> int:
    from reviewer.exports.report_json import report_line
    from reviewer.exports.report_text import report_text

    as_json = options.format == "jsonl"
    least = Severity(options.min_severity or (Severity.INFO if as_json else Severity.WARNING))
    reviewed = reviewed_by(options)
    status = NOTHING_FOUND
    for report in _each(options.files, reviewed, as_json=as_json):
        if report is None:
            status = NOT_READ
            continue
        if status == NOTHING_FOUND and any(f.severity is not Severity.INFO for f in report.findings):
            status = SOMETHING_FOUND
        shown = _at_least(report, least)
        print(report_line(shown) if as_json else report_text(shown, explain=options.explain))
    return status


def _at_least(report: Report, least: Severity) -> Report:
    order = SEVERITY_ORDER
    return replace(report, findings=tuple(f for f in report.findings if order[f.severity] <= order[least]))


def _text(options: argparse.Namespace) -> int:
    from reviewer.exports.report_json import text_line
    from reviewer.readers import read

    as_json = options.format == "jsonl"
    status = NOTHING_FOUND
    for document in _each(options.files, read, as_json=as_json):
        if document is None:
            status = NOT_READ
            continue
        print(text_line(document) if as_json else "\n".join(document.texts))
    return status


def _export(options: argparse.Namespace) -> int:
    from reviewer.exports.checklist import write_checklist

    reviewed = reviewed_by(options)
    reports = [reviewed(path) for path in options.files]
    rows = write_checklist(reports, options.xlsx, include_general=options.general, office=office_of(options))
    print(f"已导出 {rows} 条任务：{options.xlsx}")
    return NOTHING_FOUND


def _batch(options: argparse.Namespace) -> int:
    from reviewer.batch import digest_file, documents_in
    from reviewer.exports.digest import digest_line
    from reviewer.exports.overview import write_overview

    office = office_of(options)
    reviewed = reviewed_by(options)
    digests = []
    for path in documents_in(options.paths):
        digests.append(digest_file(path, reviewed, office))
        print(digest_line(digests[-1]), file=sys.stderr if digests[-1].trouble else sys.stdout, flush=True)
    if not digests:
        raise UsageError("没有找到能审阅的文稿。", "请检查文件夹里有没有 Word、WPS、PDF 或文本文件。")
    if options.xlsx:
        write_overview(digests, options.xlsx)
        print(f"已导出 {len(digests)} 份文稿的汇总：{options.xlsx}")
    if any(one.trouble for one in digests):
        return NOT_READ
    return SOMETHING_FOUND if any(one.errors or one.warnings for one in digests) else NOTHING_FOUND


def _compare(options: argparse.Namespace) -> int:
    from reviewer.comparison import compare
    from reviewer.comparison.text import comparison_text, differs

    reviewed = reviewed_by(options)
    comparison = compare(reviewed(options.old), reviewed(options.new))
    print(comparison_text(comparison))
    return SOMETHING_FOUND if differs(comparison) else NOTHING_FOUND


def _each(paths: list[str], read: Callable[[str], Read], *, as_json: bool) -> Iterator[Read | None]:
    """What `read` makes of each file, None where it can't be read, which is told."""
    from reviewer.exports.report_json import error_line

    for path in paths:
        try:
            made = read(path)
        except ReviewerError as error:
            if as_json:
                print(error_line(path, error))
            else:
                print(f"{path}：{error.sentence}", file=sys.stderr)
            yield None
        else:
            yield made
