"""由80个增至100个，增长20%: a rate that the two numbers beside it do not give."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.count.amounts import Amount, amount, number_pattern
from reviewer.rules.rule import Example, Raw, Rule

_UP = "增长|增加|提高|提升|上升|上涨|增幅|增幅为|增幅达|上浮"
_DOWN = "下降|减少|降低|降幅|下滑|压减|缩减|降幅为|降幅达"


@cache
def _change() -> re.Pattern[str]:
    first = number_pattern().replace("?P<n>", "?P<n0>").replace("?P<unit>", "?P<unit0>")
    return re.compile(
        rf"[由从]\D{{0,12}}?{first}(?P<gap>[^，。；\n\d]{{0,8}}?(?:增|减|提|升|上|下|降|扩|缩|压)[^，。；\n\d]{{0,6}}[到至为])"
        rf"{number_pattern()}[^，。；\n\d]{{0,4}}，(?:同比|比上年|较上年|净|累计|共|分别|实现)?(?P<way>{_UP}|{_DOWN})了?(?P<mark>(?P<rate>\d{{1,4}}(?:\.\d{{1,3}})?)[%％])"
    )


@cache
def _share() -> re.Pattern[str]:
    whole = number_pattern().replace("?P<n>", "?P<n0>").replace("?P<unit>", "?P<unit0>")
    return re.compile(
        rf"(?:共|总数|总计|合计|总共)[^，。；：！？\n\d]{{0,10}}?{whole}[^，。；！？\n\d]{{0,10}}，(?:其中|已|现已|目前已)[^，。；！？\n\d]{{0,14}}"
        rf"{number_pattern()}[^，。；！？\n\d]{{0,6}}，(?:占比|占总数的?|占全部的?|完成率|办结率|整改率|合格率|达标率|占)(?:为|达|达到)?"
        r"(?P<mark>(?P<rate>\d{1,3}(?:\.\d{1,3})?)[%％])"
    )


def _changes(context: RuleContext) -> Iterator[Raw]:
    if not any(sign in context.text for sign in "%％"):
        return
    for match in _change().finditer(context.text):
        before, after = amount(match["n0"], match["unit0"]), amount(match["n"], match["unit"])
        if before is None or after is None or before.unit != after.unit or before.value == 0:
            continue
        falls = re.fullmatch(_DOWN, match["way"]) is not None
        low, high = _bounds(before, after, falls=falls)
        yield from _doubt(context, match, low, high)


def _shares(context: RuleContext) -> Iterator[Raw]:
    if not any(sign in context.text for sign in "%％"):
        return
    for match in _share().finditer(context.text):
        whole, part = amount(match["n0"], match["unit0"]), amount(match["n"], match["unit"])
        if whole is None or part is None or whole.unit != part.unit or whole.value == 0 or part.value > whole.value:
            continue
        low = (part.value - part.grain / 2) / (whole.value + whole.grain / 2)
        high = (part.value + part.grain / 2) / (whole.value - whole.grain / 2)
        yield from _doubt(context, match, low * 100, high * 100)


def _bounds(before: Amount, after: Amount, *, falls: bool) -> tuple[Decimal, Decimal]:
    """The least and the greatest rate of change, in per cent, that the rounded numbers allow."""
    sign = -1 if falls else 1
    ends = [
        sign * ((after.value + a * after.grain / 2) / (before.value + b * before.grain / 2) - 1) * 100
        for a in (-1, 1)
        for b in (-1, 1)
        if before.value + b * before.grain / 2 > 0
    ]
    return min(ends), max(ends)


def _doubt(context: RuleContext, match: re.Match[str], low: Decimal, high: Decimal) -> Iterator[Raw]:
    """A remark where the written rate, to within one of its last decimal place, lies outside `low` to `high`."""
    rate = Decimal(match["rate"])
    slack = Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    span = context.span(*match.span("mark"))
    if span is None or low - slack <= rate <= high + slack:
        return
    places = len(match["rate"].partition(".")[2]) or 1
    right = f"{(low + high) / 2:.{places}f}".rstrip("0").rstrip(".")
    yield Raw(span, f"按前面的两个数算，应为{right}%左右，请核对。")


RULES = (
    Rule(
        id="count-rate-of-change",
        name="增减幅度与数字不符",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="“由80个增加到100个，增长20%”这样的幅度，与前面两个数算出来的不一样。",
        why="基数、结果和幅度三者只能有一种算法，对不上就必有一个写错。",
        instead="按基数重新计算后改正；另有口径的，在文中写明。",
        check=Function(_changes),
        bad=(
            Example("站点由80个增加到100个，增长20%。", "20%"),
            Example("投诉从200件下降到150件，下降33.3%。", "33.3%"),
            Example("产值由4.0亿元提高到6.0亿元，增长60%。", "60%"),
        ),
        good=(
            "站点由80个增加到100个，增长25%。",
            "产值由3.3亿元提高到4.1亿元，增长24.6%。",
            "覆盖率由60%提高到80%，提高20个百分点。",
        ),
    ),
    Rule(
        id="count-share",
        name="占比与数字不符",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="“共120件，已办结90件，办结率80%”这样的比率，与前面两个数算出来的不一样。",
        why="总数、部分和占比对不上，必有一个写错。",
        instead="重新计算后改正；另有口径的，在文中写明。",
        check=Function(_shares),
        bad=(
            Example("共交办120件，已办结90件，办结率80%。", "80%"),
            Example("共有党员200名，其中青年党员50名，占30%。", "30%"),
            Example("共检查企业40家，其中合格36家，合格率96%。", "96%"),
        ),
        good=(
            "共交办120件，已办结90件，办结率75%。",
            "共检查企业60家，其中合格40家，合格率66.7%。",
            "共检查企业60家，其中合格40家，合格率比上年提高6.7%。",
        ),
    ),
)
