"""七届**全会, *局长, *次: asterisks in place of a name or a number."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import (
    around,
    is_alphanumeric,
    is_mention,
    is_struck_name,
    stands_before_head,
)
from reviewer.rules.rule import Example, Raw, Rule

_STARS = re.compile(r"[*＊∗﹡✱][*＊∗﹡✱]*(?:\.[*＊]+)?")
_RULER = re.compile(r"[\s*＊∗﹡✱=_—-]*")
_BREAKS = frozenset("“《（、，；。：")
_ENDS = frozenset(("", *"。！？ \u3000"))
_PATH = frozenset("/\\#")
_OPENS = frozenset('“"‘(（')
_CLOSES = frozenset('”"’)）')
_HAN = re.compile("[\u3400-\u9fff]")
_FOOTNOTE = re.compile(r"\s*(?:注|说明|备注|\d|[pP]\s?<)")
_STATISTICS = re.compile(r"显著|置信|p\s?<|P\s?<")
_NAME_GOES_ON = re.compile(r"[的、，是作为在党驻等纪]|和")
_FLAG_AFTER = re.compile(r"[号为表的注者标代是]")
_FLAG_BEFORE = frozenset("标带注加打记有含")
_BEFORE_NAME = frozenset("在于对向由经据按将为把让被与和及跟请动我")
_SECRET = re.compile(r"(?:密码|口令|星级)[^，。]{0,8}$")
_NO_BOLD_START = frozenset(" \u3000的、，。同")
_BOLD_ENDS = re.compile(r"[，。；：、！？”）》,.;:!?]|$|的|等|是|为")


def _bold(line: str, runs: list[tuple[int, int]], markdown: bool) -> set[int]:
    """Indices of the runs of two stars that open or close bold type."""
    pairs: set[int] = set()
    doubles = [i for i, (start, end) in enumerate(runs) if end - start == 2]
    if len(doubles) < 2 or len(doubles) % 2:
        return set(doubles) if markdown else pairs
    for first, second in zip(doubles[::2], doubles[1::2], strict=True):
        opens, closes = runs[first], runs[second]
        inner = line[opens[1] : closes[0]]
        if not inner or inner[0] in _NO_BOLD_START or inner[-1].isspace():
            continue
        at_start = not line[: opens[0]].strip()
        ends_well = bool(_BOLD_ENDS.match(line, closes[1])) or inner[-1] in "，。：；！？.:"
        if (
            markdown
            or (at_start and (ends_well or inner[-1] in "。："))
            or (ends_well and not stands_before_head(line, opens[1]) and len(inner) >= 2)
        ):
            pairs.update((first, second))
    return pairs


def _masks(line: str, markdown: bool) -> Iterator[tuple[int, int]]:
    if _RULER.fullmatch(line):
        return
    runs = [match.span() for match in _STARS.finditer(line)]
    bold = _bold(line, runs, markdown)
    statistics = len(runs) > 1 and bool(_STATISTICS.search(line))
    for index, (start, end) in enumerate(runs):
        if index in bold or (statistics and not stands_before_head(line, end)):
            continue
        if _is_mask(line, start, end, markdown):
            yield start, end


def _is_mask(line: str, start: int, end: int, markdown: bool) -> bool:
    before, after = around(line, start, end)
    if (before.isdigit() and after.isdigit()) or before in _PATH or after in _PATH:
        return False
    if (is_alphanumeric(before) and not before.isdigit()) or (is_alphanumeric(after) and not after.isdigit()):
        return False
    if is_mention(line, start, end) or _SECRET.search(line, max(0, start - 12), start):
        return False
    if end - start > 1 and "." not in line[start:end]:
        return _is_run(line, start, end)
    return not markdown and _is_single(line, start, end)


def _is_run(line: str, start: int, end: int) -> bool:
    before, after = around(line, start, end)
    if before in _ENDS:
        if not line[:start].strip() and _FOOTNOTE.match(line, end):
            return False
        return stands_before_head(line, end) or bool(_NAME_GOES_ON.match(line, end))
    if before.isdigit() or after.isdigit():
        return bool(_HAN.match(after)) or (after.isdigit() and bool(_HAN.match(before)))
    return bool(_HAN.match(before) or _HAN.match(after) or before in _BREAKS or before.isspace())


def _is_single(line: str, start: int, end: int) -> bool:
    before, after = around(line, start, end)
    if after == "." or (before in _OPENS and after in _CLOSES):
        return False
    if _FOOTNOTE.match(line, end) or before.isdigit() or after.isdigit():
        return False
    if is_struck_name(line, start, end):
        return True
    if before in _FLAG_BEFORE and _FLAG_AFTER.match(line, end):
        return False
    if stands_before_head(line, end):
        return True
    return before in _BEFORE_NAME and bool(_HAN.match(after)) and not _FLAG_AFTER.match(line, end)


def _find(context: RuleContext) -> Iterator[Raw]:
    if not _STARS.search(context.text):
        return
    for index, line in enumerate(context.document.texts):
        if not _STARS.search(line):
            continue
        for start, end in _masks(line, context.markdown):
            yield Raw(Span(index, start, end), f"“{line[start:end]}”是占位符，请换成真实内容。")


RULES = (
    Rule(
        id="placeholder-asterisk",
        name="星号占位",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="用星号代替的名称、人名、届次或数字，如“七届**全会”“**镇”“*次”。",
        why="这是隐去的内容，定稿前必须补上。",
        instead="换成真实内容。",
        check=Function(_find),
        bad=(
            Example("市纪委七届**全会召开。", "**"),
            Example("专题研究信访工作*次。", "*"),
            Example("请 *局长宣读文件。", "*"),
            Example("尊敬的*，各位领导：", "*"),
        ),
        good=(
            "展板规格为2*3米。",
            "**总体要求**",
            "带*的栏目为必填项。",
            "*注：标星号的为必报项目。",
            "138****5678的机主已联系。",
            "工资=日工资*天数。",
        ),
    ),
)
