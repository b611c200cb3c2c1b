"""The command line: a thin face of the review."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import reviewer
from reviewer import cli_copies
from reviewer.errors import ReviewerError, UsageError
from reviewer.model.finding import SEVERITY_ORDER, Severity
from reviewer.model.layout import LayoutProfile
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.terms import Terms
from reviewer.words import SEVERITY

if TYPE_CHECKING:
    from reviewer.self_test import Trial

NOTHING_FOUND = 0
SOMETHING_FOUND = 1
NOT_READ = 2
_SEVERITIES = "，".join(f"{severity} {name}" for severity, name in SEVERITY.items())


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in Chinese and with this program's exit status."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令的写法不对：{message}。", f"用 {self.prog} --help 看用法。")


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 nothing found, 1 something found, 2 something could not be read, written or understood."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except ReviewerError as error:
        print(error.sentence, file=sys.stderr)
        return NOT_READ
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_READ


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's code page, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleOutputCP(65001)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="reviewer-cli", description="公文审阅：离线审阅公文，列出任务与时限，查残留与差错。")
    parser.add_argument("--version", action="version", version=f"公文审阅 {reviewer.__version__}")
    parser.add_argument("--self-test", action="store_true", help="检查程序是否完好：词库、放假安排、字体、写入等")
    commands = parser.add_subparsers(required=True, metavar="命令", title="命令", parser_class=_Parser)

    check = commands.add_parser("check", help="审阅文件，列出问题、任务和时限")
    check.add_argument("files", nargs="+", metavar="文件")
    check.add_argument("--format", choices=("text", "jsonl"), default="text", help="text 供人阅读，jsonl 每个文件一行")
    check.add_argument(
        "--min-severity",
        choices=[s.value for s in Severity],
        help=f"只列出不低于此级别的问题：{_SEVERITIES}（text 默认 warning，jsonl 默认 info）",
    )
    check.add_argument(
        "--layout",
        default="auto",
        metavar="auto|standard|none|版式.toml",
        help="检查 .docx 的版式：auto 只查按公文格式排的（默认），standard 一律按 GB/T 9704，none 不查，或给出本单位的版式文件",
    )
    check.add_argument("--strict", action="store_true", help="严格：把握不大的错字也列出")
    check.add_argument("--explain", action="store_true", help="说明每条任务为什么算任务（只用于 text）")
    check.add_argument("--terms", metavar="用词表", help="不用的词（.xlsx 或 .txt：不用的词、改用的词、说明）")
    check.add_argument("--keep", metavar="词表", help="不要报的词（.xlsx 或 .txt：每行一个）")
    _dating_arguments(check)
    _decisions_argument(check)
    check.set_defaults(command=_check)

    text = commands.add_parser("text", help="只读取文字")
    text.add_argument("files", nargs="+", metavar="文件")
    text.add_argument("--format", choices=("text", "jsonl"), default="text")
    text.set_defaults(command=_text)

    export = commands.add_parser("export", help="导出责任清单")
    export.add_argument("files", nargs="+", metavar="文件")
    export.add_argument("--xlsx", required=True, metavar="清单.xlsx", help="清单写到哪里")
    export.add_argument("--general", action="store_true", help="也列一般要求（态度、原则类）")
    _dating_arguments(export)
    _decisions_argument(export)
    export.set_defaults(command=_export)

    batch = commands.add_parser("batch", help="审阅许多文件或整个文件夹，每个文件一行")
    batch.add_argument("paths", nargs="+", metavar="文件或文件夹")
    batch.add_argument("--xlsx", metavar="汇总.xlsx", help="把总览、问题和任务写成一个 Excel 文件")
    _dating_arguments(batch)
    batch.set_defaults(command=_batch)

    compare = commands.add_parser("compare", help="对比两稿：文字、问题和任务各有什么变化")
    compare.add_argument("old", metavar="前稿")
    compare.add_argument("new", metavar="后稿")
    _dating_arguments(compare)
    compare.set_defaults(command=_compare)

    cli_copies.add_commands(commands, _dating_arguments, _decisions_argument, _reviewer)

    rules = commands.add_parser("rules", help="列出全部规则，或说明一条")
    rules.add_argument("--explain", metavar="规则", help="说明这条规则：查什么、为什么、怎么改")
    rules.set_defaults(command=_rules)

    update = commands.add_parser("update", help="装入词库和放假安排的更新包，或退回上一版")
    what = update.add_mutually_exclusive_group()
    what.add_argument("package", nargs="?", metavar="更新包.zip", help="不写则显示现在用的是哪一版")
    what.add_argument("--back", action="store_true", help="退回上一版")
    update.set_defaults(command=_update)
    return parser


def _dating_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="开会或成文的日期")
    parser.add_argument("--year", type=_year, metavar="YYYY", help="文件所说的年份")
    parser.add_argument("--units", metavar="单位名单", help="本单位的单位名单（.xlsx 或 .txt：全称在前，简称在后）")
    parser.add_argument("--holidays", metavar="放假安排.json", help="程序还不知道的年份的放假安排")


def _decisions_argument(parser: argparse.ArgumentParser) -> None:
    words = "窗口里导出的审阅记录，按它处理后再列出（只用于一个文件）"
    parser.add_argument("--decisions", metavar="审阅记录.review.json", help=words)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} 不是 2023-04-12 这样的日期") from None


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1900 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"{text} 不是 1900 到 2100 之间的年份")
    return int(text)


def _reviewer(options: argparse.Namespace) -> Callable[[str], Report]:
    """Read and review one file as the options say."""
    from reviewer.model.office import NO_OFFICE
    from reviewer.readers import read
    from reviewer.review import review
    from reviewer.store import holidays, office
    from reviewer.times.calendar import STATUTORY

    units = office.read(Path(options.units)) if options.units else NO_OFFICE
    calendar = holidays.read(Path(options.holidays)) if options.holidays else STATUTORY
    profile, binds = _layout(getattr(options, "layout", "none"))
    terms = _terms(getattr(options, "keep", None), getattr(options, "terms", None))
    wanted = ReviewOptions(
        options.date,
        options.year,
        office=units,
        layout=profile,
        layout_binds=binds,
        terms=terms,
        strict=getattr(options, "strict", False),
    )
    decided = _decided(options)
    return lambda path: decided(review(read(path, layout=profile is not None), wanted, calendar))


def _terms(keep: str | None, unwanted: str | None) -> Terms:
    """The office's own words in the files that the options name."""
    from reviewer.store import terms

    return Terms(terms.read_kept(Path(keep)) if keep else (), terms.read_unwanted(Path(unwanted)) if unwanted else ())


def _layout(wanted: str) -> tuple[LayoutProfile | None, bool]:
    """The layout profile that the option names, and whether every document is held to it."""
    from reviewer.rules.format.profile import standard
    from reviewer.store import layout

    if wanted == "none":
        return None, False
    if wanted in ("auto", "standard"):
        return standard(), wanted == "standard"
    return layout.read(Path(wanted)), True


def _decided(options: argparse.Namespace) -> Callable[[Report], Report]:
    """Carry out the decisions that the options name: what remains is open."""
    if not getattr(options, "decisions", None):
        return lambda report: report
    if len(options.files) > 1:
        raise UsageError("审阅记录只对应一个文件。", "请一次只处理一个文件。")
    from reviewer.corrections import correct
    from reviewer.edits import open_findings
    from reviewer.store import handover

    decisions = handover.read(Path(options.decisions))

    def carry_out(report: Report) -> Report:
        corrected = correct(report, decisions)
        if corrected.lost:
            print(f"有 {len(corrected.lost)} 处处理找不到原来的位置，没有用上。", file=sys.stderr)
        return replace(corrected.report, findings=open_findings(corrected))

    return carry_out


def _check(options: argparse.Namespace) -> int:
    from reviewer.exports.report_json import error_line, report_line
    from reviewer.exports.report_text import report_text

    as_json = options.format == "jsonl"
    least = Severity(options.min_severity or (Severity.INFO if as_json else Severity.WARNING))
    reviewed = _reviewer(options)
    status = NOTHING_FOUND
    for path in options.files:
        try:
            report = reviewed(path)
        except ReviewerError as error:
            status = NOT_READ
            if as_json:
                print(error_line(path, error))
            else:
                print(f"{path}：{error.sentence}", file=sys.stderr)
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
    from reviewer.exports.report_json import error_line, text_line
    from reviewer.readers import read

    status = NOTHING_FOUND
    for path in options.files:
        try:
            document = read(path)
        except ReviewerError as error:
            status = NOT_READ
            if options.format == "jsonl":
                print(error_line(path, error))
            else:
                print(f"{path}：{error.sentence}", file=sys.stderr)
            continue
        print(text_line(document) if options.format == "jsonl" else "\n".join(document.texts))
    return status


def _export(options: argparse.Namespace) -> int:
    from reviewer.exports.checklist import write_checklist
    from reviewer.model.office import NO_OFFICE
    from reviewer.store.office import read as read_office

    office = read_office(Path(options.units)) if options.units else NO_OFFICE
    reviewed = _reviewer(options)
    reports = [reviewed(path) for path in options.files]
    rows = write_checklist(reports, options.xlsx, include_general=options.general, office=office)
    print(f"已导出 {rows} 条任务：{options.xlsx}")
    return NOTHING_FOUND


def _batch(options: argparse.Namespace) -> int:
    from reviewer.batch import digest_file, documents_in
    from reviewer.exports.digest import digest_line
    from reviewer.exports.overview import write_overview
    from reviewer.model.office import NO_OFFICE
    from reviewer.store.office import read as read_office

    office = read_office(Path(options.units)) if options.units else NO_OFFICE
    reviewed = _reviewer(options)
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

    reviewed = _reviewer(options)
    comparison = compare(reviewed(options.old), reviewed(options.new))
    print(comparison_text(comparison))
    return SOMETHING_FOUND if differs(comparison) else NOTHING_FOUND


def _rules(options: argparse.Namespace) -> int:
    from reviewer.rules.help_page import explain
    from reviewer.rules.registry import RULES

    if options.explain:
        if not any(rule.id == options.explain for rule in RULES):
            raise UsageError(f"没有叫“{options.explain}”的规则。", "用 reviewer-cli rules 看全部规则。")
        print(explain(options.explain))
        return NOTHING_FOUND
    for rule in RULES:
        print(f"{rule.id}\t{rule.severity.value}\t{rule.name}")
    return NOTHING_FOUND


def _update(options: argparse.Namespace) -> int:
    from reviewer import updates
    from reviewer.folders import data_folder
    from reviewer.updates import package

    folder = data_folder()
    if options.back:
        package.go_back(folder)
    elif options.package:
        package.install(folder, Path(options.package))
    installed = updates.installed(folder)
    print(updates.describe(installed[0] if installed else None))
    return NOTHING_FOUND


def self_test(more: "Sequence[Trial]") -> int:
    """Print whether everything works; 0 where it does, else 1. `more` is what only the caller can try."""
    from reviewer import self_test as trials
    from reviewer.folders import data_folder

    _speak_utf8()
    works = True
    for result in trials.run(data_folder(), more):
        print(result.line, flush=True)
        works = works and result.works
    return NOTHING_FOUND if works else SOMETHING_FOUND
