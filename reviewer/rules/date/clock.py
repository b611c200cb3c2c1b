"""25时30分, 下午3:00至2:00: times of day that cannot be, and stretches of a day that end before they begin."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function, Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_HALF = "凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间"
_IMPOSSIBLE = re.compile(
    rf"(?:日|{_HALF}|(?:星期|周)[一二三四五六日天][）)]?)\s?(?P<mark>(?:2[5-9]|[3-9]\d)(?:时|点(?:整|\d)|[:：][0-5]\d(?![\d:：]))|"
    r"(?<!\d)(?:[01]?\d|2[0-4])(?:[:：](?:[6-9]\d)(?![\d:：])|(?:时|点)(?:[6-9]\d)分))"
)
_LASTS = re.compile(
    rf"(?P<half>{_HALF})\s?(?P<mark>(?P<h0>\d{{1,2}})(?:[:：](?P<m0>[0-5]\d)|[时点](?:(?P<n0>[0-5]?\d)分)?)\s?(?:[—–~～-]{{1,2}}|至|到)\s?"
    r"(?P<h1>\d{1,2})(?:[:：](?P<m1>[0-5]\d)(?!\d)|[时点](?:(?P<n1>[0-5]?\d)分)?))"
)
_NOON = 12


def _is_clock(context: RuleContext, match: Match) -> bool:
    """Whether it is no duration (历时30时) and no score or scale (比例10:65)."""
    before = context.text[max(0, match.start("mark") - 6) : match.start("mark")]
    return not re.search(r"历时|耗时|用时|比例|比分|比", before)


def _backwards(context: RuleContext) -> Iterator[Raw]:
    for match in _LASTS.finditer(context.text):
        begin = int(match["h0"]), int(match["m0"] or match["n0"] or 0)
        end = int(match["h1"]), int(match["m1"] or match["n1"] or 0)
        night = match["half"] in ("晚上", "晚", "夜间", "傍晚", "凌晨")
        over_noon = begin[0] <= _NOON and end[0] < _NOON and begin[0] >= _NOON - 4 and end[0] <= 6
        if end > begin or night or (over_noon and begin != end):
            continue
        if span := context.span(*match.span("mark")):
            yield Raw(span, f"“{match['mark']}”的结束时间不晚于开始时间，请核对。")


RULES = (
    Rule(
        id="date-impossible-clock",
        name="没有这个钟点",
        category=Category.DATE,
        severity=Severity.ERROR,
        what="一天里没有的钟点，如“25时30分”“14:75”。",
        why="时间写错了，参会的人无从遵照。",
        instead="核对后改正。",
        check=Pattern(_IMPOSSIBLE, "没有“{text}”这个钟点，请核对。", accept=_is_clock),
        bad=(
            Example("定于5月10日25时30分召开。", "25时"),
            Example("会议于5月10日14:75开始。", "14:75"),
            Example("下午3时80分集合。", "3时80分"),
        ),
        good=("定于5月10日15时30分召开。", "5月10日24:00前报送。", "历时35时完成。"),
        standard="GB/T 7408",
    ),
    Rule(
        id="date-clock-backwards",
        name="钟点起止颠倒",
        category=Category.DATE,
        severity=Severity.WARNING,
        what="同一天里结束不晚于开始的时段，如“上午9:00—8:30”。",
        why="起止时间写反了，或者有一个写错了。",
        instead="核对后改正。",
        check=Function(_backwards),
        bad=(
            Example("上午9:00—8:30召开。", "9:00—8:30"),
            Example("下午3时至2时30分讨论。", "3时至2时30分"),
            Example("上午10:00至10:00签到。", "10:00至10:00"),
        ),
        good=("上午9:00—11:30召开。", "晚上10:00至6:00封闭施工。", "上午9:00至下午5:30办理。", "上午11:00至1:00休息。"),
    ),
)
