"""第一季度（1—4月）: months in brackets that are no part of the quarter or half year before them."""

import re
from collections.abc import Iterator

from reviewer.language.numerals import parse_number
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_PARTS = {"上半年": (1, 6), "下半年": (7, 12)}
_BESIDE = re.compile(
    r"(?P<part>第?[一二三四]季度|[上下]半年)(?P<mark>[（(](?P<first>\d{1,2})月?(?:[—–~～-]{1,2}|至|到)(?P<last>\d{1,2})月(?:份)?[）)])"
)
_MONTHS = 3


def _find(context: RuleContext) -> Iterator[Raw]:
    for match in _BESIDE.finditer(context.text):
        first, last = _months(match["part"])
        span = context.span(*match.span("mark"))
        if span and not first <= int(match["first"]) <= int(match["last"]) <= last:
            yield Raw(
                span, f"“{match['part']}”是{first}月至{last}月，括号里写的是{match['first']}月至{match['last']}月。"
            )


def _months(part: str) -> tuple[int, int]:
    """The first and the last month of a quarter or half year."""
    if part in _PARTS:
        return _PARTS[part]
    last = (parse_number(part.removeprefix("第").removesuffix("季度")) or 1) * _MONTHS
    return last - _MONTHS + 1, last


RULES = (
    Rule(
        id="date-part-of-year",
        name="季度、半年与月份不符",
        category=Category.DATE,
        severity=Severity.ERROR,
        what="季度、半年后面括号里的月份不在这个季度、半年里，如“第一季度（1—4月）”。",
        why="时段写错，统计和考核就没有依据。",
        instead="核对后改正。",
        check=Function(_find),
        bad=(
            Example("第一季度（1—4月）完成摸底。", "（1—4月）"),
            Example("上半年（1至7月）完成主体工程。", "（1至7月）"),
            Example("四季度（9—12月）验收。", "（9—12月）"),
        ),
        good=("第一季度（1—3月）完成摸底。", "上半年（1—5月）进展顺利。", "下半年（7—12月）验收。"),
    ),
)
