"""The options that say by what a review goes, and the review that they come to."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from reviewer.errors import UsageError
from reviewer.model.decision import Decision
from reviewer.model.layout import LayoutProfile
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.terms import Terms

Reviewed = Callable[[str], Report]
"""Reads and reviews one file."""


def add_review_options(parser: argparse.ArgumentParser) -> None:
    """What every command that reviews can be told of a document."""
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="开会或成文的日期")
    parser.add_argument("--year", type=_year, metavar="YYYY", help="文件所说的年份")
    parser.add_argument("--units", metavar="单位名单", help="本单位的单位名单（.xlsx 或 .txt：全称在前，简称在后）")
    parser.add_argument("--holidays", metavar="放假安排.json", help="程序还不知道的年份的放假安排")


def add_rule_options(parser: argparse.ArgumentParser) -> None:
    """What a command that lists findings can be told of the rules."""
    parser.add_argument(
        "--layout",
        default="auto",
        metavar="auto|standard|none|版式.toml",
        help="检查 .docx 的版式：auto 只查按公文格式排的（默认），standard 一律按 GB/T 9704，none 不查，或给出本单位的版式文件",
    )
    parser.add_argument("--strict", action="store_true", help="严格：把握不大的错字也列出")
    parser.add_argument("--terms", metavar="用词表", help="不用的词（.xlsx 或 .txt：不用的词、改用的词、说明）")
    parser.add_argument("--keep", metavar="词表", help="不要报的词（.xlsx 或 .txt：每行一个）")


def add_decisions_option(parser: argparse.ArgumentParser) -> None:
    """The record of what was decided in the window."""
    words = "窗口里导出的审阅记录，按它处理后再列出（只用于一个文件）"
    parser.add_argument("--decisions", metavar="审阅记录.review.json", help=words)


def reviewed_by(options: argparse.Namespace, *, decided: bool = True) -> Reviewed:
    """Read and review one file as the options say; where `decided`, what a record settles is no longer listed."""
    from reviewer.readers import read
    from reviewer.review import review
    from reviewer.store import holidays
    from reviewer.times.calendar import STATUTORY

    calendar = holidays.read(Path(options.holidays)) if options.holidays else STATUTORY
    profile, binds = _layout(getattr(options, "layout", "none"))
    wanted = ReviewOptions(
        options.date,
        options.year,
        office=office_of(options),
        layout=profile,
        layout_binds=binds,
        terms=_terms(getattr(options, "keep", None), getattr(options, "terms", None)),
        strict=getattr(options, "strict", False),
    )
    decisions = decisions_of(options)
    carry_out = _carrying_out(decisions) if decided else _as_it_is
    return lambda path: carry_out(review(read(path, layout=profile is not None), wanted, calendar))


def office_of(options: argparse.Namespace) -> Office:
    """The units in the file that the options name."""
    from reviewer.store import office

    return office.read(Path(options.units)) if options.units else NO_OFFICE


def decisions_of(options: argparse.Namespace) -> tuple[Decision, ...]:
    """The decisions in the record that the options name; raises UsageError where there is more than one file."""
    record = getattr(options, "decisions", None)
    if not record:
        return ()
    if len(options.files) > 1:
        raise UsageError("审阅记录只对应一个文件。", "请一次只处理一个文件。")
    from reviewer.store import handover

    return handover.read(Path(record))


def tell_lost(decisions: tuple[Decision, ...]) -> None:
    """Say how many decisions of a record have no place in the document."""
    if decisions:
        print(f"有 {len(decisions)} 处处理找不到原来的位置，没有用上。", file=sys.stderr)


def _carrying_out(decisions: tuple[Decision, ...]) -> Callable[[Report], Report]:
    """Carries out the decisions on a report: what remains is open."""
    if not decisions:
        return _as_it_is
    from reviewer.corrections import correct
    from reviewer.edits import open_findings

    def carry_out(report: Report) -> Report:
        corrected = correct(report, decisions)
        tell_lost(corrected.lost)
        return replace(corrected.report, findings=open_findings(corrected))

    return carry_out


def _as_it_is(report: Report) -> Report:
    return report


def _terms(keep: str | None, unwanted: str | None) -> Terms:
    """The office's own words in the files that the options name."""
    from reviewer.store import terms

    return Terms(terms.read_kept(Path(keep)) if keep else (), terms.read_unwanted(Path(unwanted)) if unwanted else ())


def layout_of(options: argparse.Namespace) -> LayoutProfile | None:
    """The layout profile that the options name, None for none."""
    return _layout(options.layout)[0]


def _layout(wanted: str) -> tuple[LayoutProfile | None, bool]:
    """The layout profile that the option names, and whether every document is held to it."""
    from reviewer.rules.format.profile import standard
    from reviewer.store import layout

    if wanted == "none":
        return None, False
    if wanted in ("auto", "standard"):
        return standard(), wanted == "standard"
    return layout.read(Path(wanted)), True


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} 不是 2023-04-12 这样的日期") from None


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1900 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"{text} 不是 1900 到 2100 之间的年份")
    return int(text)
