"""○○市, □□局, ▲▲街道: shapes in place of a name or a number."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import around, is_mention, stands_before_head
from reviewer.rules.rule import Example, Rule

_RUN = re.compile(r"(?P<mark>(?P<shape>[○〇◯□▲△◇◆■●▇█])(?P=shape)+)")
_INDENT = 8
_NAME_AFTER = re.compile(r"[（(，、的]|等")
_HASH = re.compile(r"(?P<mark>[#＃][#＃]{1,3})(?=[\u4e00-\u9fff])")
_STOP = re.compile(r"[，。；]")
_DAY = re.compile(r"(?P<mark>[○◯□△](?:(?=月[○◯□△\d]日)|(?<=月.)(?=日)))")
_NUMERALS = frozenset("零〇○一二三四五六七八九十百千")
_HAN = re.compile("[\u3400-\u9fff]")


def _is_run(context: RuleContext, match: Match) -> bool:
    text = context.text
    start, end = match.span("mark")
    before, after = around(text, start, end)
    if match.group("shape") in "○〇" and (before in _NUMERALS or after in _NUMERALS or after in ("后", "年")):
        return False
    if before in ("：", ":", "□", "-") or is_mention(text, start, end):
        return False
    named = match.group("shape") in "○◯□△▲" and bool(_NAME_AFTER.match(text, end))
    if not named and not _HAN.match(after) and not _HAN.match(before):
        return match.group("shape") == "█" and bool(before or after)
    opens_line = not text[
        text.rfind("\n", max(0, start - _INDENT), start) + 1 or max(0, start - _INDENT) : start
    ].strip()
    return not opens_line or named or stands_before_head(text, end)


def _is_hash(context: RuleContext, match: Match) -> bool:
    before, _ = around(context.text, *match.span("mark"))
    return (bool(before) or bool(_STOP.search(context.nearby(match.start())))) and stands_before_head(
        context.text, match.end("mark")
    )


def _is_day(context: RuleContext, match: Match) -> bool:
    before, _ = around(context.text, *match.span("mark"))
    return before not in _NUMERALS


RULES = (
    Rule(
        id="placeholder-shapes",
        name="圆圈方框占位",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="用连续的圆圈、方框、三角等图形代替的名称或人名，如“○○市”“□□局”“▲▲街道”。",
        why="这是隐去的内容，定稿前必须补上。",
        instead="换成真实内容。",
        check=Pattern(_RUN, "“{text}”是占位符，请换成真实内容。", tuple("○〇◯□▲△◇◆■●▇█"), _is_run),
        bad=(
            Example("由□□局牵头落实。", "□□"),
            Example("○○市召开推进会。", "○○"),
            Example("在▲▲街道试点。", "▲▲"),
        ),
        good=("二○○○年参加工作。", "二〇〇八年以来成效明显。", "□是　□否", "●加强领导。", "邮政编码：□□□□□□"),
    ),
    Rule(
        id="placeholder-hash",
        name="井号占位",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="用连续的井号代替的名称或数字，如“##镇党委”。",
        why="这是隐去的内容，定稿前必须补上。",
        instead="换成真实内容。",
        check=Pattern(_HASH, "“{text}”是占位符，请换成真实内容。", ("##", "＃＃"), _is_hash),
        bad=(
            Example("##镇党委高度重视，迅速行动。", "##"),
            Example("全年接待##人次。", "##"),
            Example("由##局牵头落实。", "##"),
        ),
        good=("## 总体要求", "按#号键结束。", "##县域经济"),
    ),
    Rule(
        id="placeholder-shape-date",
        name="图形代替月日",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="用圆圈或方框代替的月份和日期，如“○月○日”。",
        why="日期没有填上。",
        instead="填上日期。",
        check=Pattern(_DAY, "日期中的“{text}”没有填上。", ("○", "◯", "□", "△"), _is_day),
        bad=(
            Example("○月○日，会议召开。", "○"),
            Example("□月□日前上报。", "□"),
            Example("定于5月○日举行。", "○"),
        ),
        good=("二○二四年一月○五日", "□是 □否", "△为重点工程。"),
    ),
)
