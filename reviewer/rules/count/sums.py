"""共15个，其中新建5个、续建6个、改造3个: a total that its parts do not add up to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.count.amounts import Amount, amount, in_words, number_pattern
from reviewer.rules.rule import Example, Raw, Rule

_SIGNS = ("其中", "包括", "分别")
_APPROXIMATE = re.compile(r"(?:[约近超达逾]|超过|不少于|不低于|至少|[多余])$")
_CHANGE = re.compile("[比较增减]")
_OPEN_END = re.compile(r"等(?![奖级])|其他|其它|其余|……|主要|多|余|约(?!束)|近|超")
_SPLIT = re.compile(r"[、，；,;]|(?:以及|和|及)(?=[\u4e00-\u9fff])")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    amount: Amount


@cache
def _total() -> re.Pattern[str]:
    totals = "|".join(lexicon("sums")["totals"])
    return re.compile(
        rf"(?:{totals})(?P<gap>[^，。；：、！？\n\d]{{0,10}}?)(?P<mark>{number_pattern()})(?![多余左])(?P<what>[^，。；：！？\n\d]{{0,14}})"
        r"[，、：（(；]?\s?(?P<sign>其中|包括|分别[是为])[：:，]?(?P<list>[^。\n]{3,160})"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>[\u4e00-\u9fffA-Za-z“”]{{1,16}}?)(?P<verb>共?有|为|是|各)?{number_pattern()}(?P<rest>.{{0,6}})"
    )


@cache
def _rows(kind: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in lexicon("sums")[kind])


def _find(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _total().finditer(text):
        whole = amount(match["n"], match["unit"])
        if whole is None or _APPROXIMATE.search(match["gap"]) or _CHANGE.search(match["gap"]):
            continue
        parts = _parts(match["list"], whole)
        span = context.span(*match.span("mark"))
        if not parts or span is None:
            continue
        together = sum((part.amount.value for part in parts), Decimal(0))
        if _adds_up(whole, parts, together) or not _must_add_up(whole, parts, together):
            continue
        unit = match["unit"]
        message = f"前面说“{match['mark']}”，所列各项合计是{in_words(together, unit)}，请核对。"
        yield Raw(span, message)


def _parts(listed: str, whole: Amount) -> list[_Part]:
    """The parts that are listed up to the first thing that is none; [] where the list is open or of another kind."""
    found: list[_Part] = []
    for item in _SPLIT.split(_BRACKETS.sub("", listed)):
        if not item.strip():
            continue
        match = _part().match(item.strip())
        if match is None:
            break
        value = amount(match["n"], match["unit"])
        if value is None or match["verb"] == "各" or _OPEN_END.search(match["name"]):
            return []
        if value.unit != whole.unit:
            break
        if match["rest"] and not match["rest"].startswith(("，", "；")) and _OPEN_END.match(match["rest"]):
            return []
        found.append(_Part(match["name"], value))
    return found if len(found) <= _MOST_PARTS else []


def _adds_up(whole: Amount, parts: Sequence[_Part], together: Decimal) -> bool:
    """Whether the sum is the total, as closely as rounded numbers say it."""
    slack = (whole.grain + sum((part.amount.grain for part in parts), Decimal(0))) / 2
    return abs(together - whole.value) <= slack


def _must_add_up(whole: Amount, parts: Sequence[_Part], together: Decimal) -> bool:
    """Whether the parts are all of the whole, or have nothing in common and are more, or one alone is more."""
    if any(part.amount.value > whole.value for part in parts):
        return True
    names = {part.name for part in parts}
    if len(parts) < 2 or len(names) < len(parts):
        return False
    rows = (*_rows("wholes"), *(_rows("disjoint") if together > whole.value else ()))
    return any(all(_named(name, row) for name in names) for row in rows)


def _named(name: str, row: frozenset[str]) -> bool:
    return name in row or name.removesuffix("的") in row or any(name.startswith(word) and len(word) > 1 for word in row)


RULES = (
    Rule(
        id="count-parts-of-total",
        name="分项与总数不符",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="写明总数又逐项列出，各项相加不等于总数，如“共15个，其中新建5个、续建6个、改造3个”。",
        why="数字对不上，总数和分项必有一个写错，引用时也无从取舍。",
        instead="核对原始数据后改正总数或者分项。",
        check=Function(_find),
        bad=(
            Example("全年实施项目共15个，其中新建5个、续建6个、改造3个。", "15个"),
            Example("项目总投资10亿元，其中中央资金3亿元、省级资金2亿元、地方自筹4亿元。", "10亿元"),
            Example("共评出获奖作品60件，其中一等奖5件，二等奖15件，三等奖50件。", "60件"),
            Example("共排查隐患120处，其中重大隐患150处。", "120处"),
        ),
        good=(
            "全年实施项目共15个，其中新建5个、续建6个、改造4个。",
            "全县共有学校86所，其中小学52所、初中18所。",
            "项目总投资10.5亿元，其中中央资金3.2亿元、地方自筹7.3亿元。",
            "共有职工100人，其中党员60人、女职工50人。",
        ),
    ),
)
