"""20XX年, 202x年, 20××年, 202____年: a year with figures left out."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import around, is_alphanumeric
from reviewer.rules.rule import Example, Rule

_YEAR = re.compile(
    r"(?P<mark>(?:19|20|二[〇○零])[0-9]?[XxＸｘ×*＊○□△_＿]{1,8})(?=\s?年|[）)](?=[XxＸｘ×*\d]{1,4}号)|[-—–至到~～.．/](?:19|20|\d|[XxＸｘ×*＊])|[〕\]］]|\s*\n)"
)
_FORM = re.compile(r"(?P<mark>(?<![A-Za-z])[YyＹｙ]{2,4}\s?年\s?[MmＭｍ]{1,2}\s?月(?:\s?[DdＤｄ]{1,2}\s?[日号])?)")
_NOT_BEFORE = frozenset("./-_×xX*〇○一二三四五六七八九")
_MASK_OF_NUMERALS = re.compile(r"二[〇○零]○+")


def _is_year(context: RuleContext, match: Match) -> bool:
    before, after = around(context.text, *match.span("mark"))
    if is_alphanumeric(before) or before in _NOT_BEFORE:
        return False
    words = match.group("mark")
    if _MASK_OF_NUMERALS.fullmatch(words):
        return False
    has_figures = words[0] == "2" or words[0] == "1"
    return after in ("年", " ", "〕", "]", "］", "）", ")") or (has_figures and len(words) == 4)


RULES = (
    Rule(
        id="placeholder-year",
        name="年份未填",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="只写了前几位的年份，如“20XX年”“202x年”“20××年”“202____年”。",
        why="说明是套用的旧稿或模板，年份没有填上。",
        instead="填上四位年份。",
        check=Pattern(_YEAR, "年份“{text}”没有填完整。", ("19", "20", "二〇", "二○", "二零"), _is_year),
        bad=(
            Example("20XX年是攻坚之年。", "20XX"),
            Example("202x年全县工作要点", "202x"),
            Example("202____年支部工作计划", "202____"),
            Example("发文字号为政办发〔20××〕6号。", "20××"),
        ),
        good=("二〇〇〇年以来，成绩显著。", "二○○○年参加工作。", "展板为20×30厘米。", "办公场所面积20*15平方米。"),
        standard="GB/T 15835—2011 5.2：年份用阿拉伯数字时应完整书写",
    ),
    Rule(
        id="placeholder-date-form",
        name="日期格式未填",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="日期还是“YYYY年MM月DD日”这样的格式说明，没有填数字。",
        why="说明是套用的模板，日期没有填上。",
        instead="填上实际日期。",
        check=Pattern(_FORM, "日期“{text}”没有填。", ("年",)),
        bad=(
            Example("成文日期：YYYY年MM月DD日", "YYYY年MM月DD日"),
            Example("会议定于YYYY年MM月召开。", "YYYY年MM月"),
            Example("yyyy年m月d日", "yyyy年m月d日"),
        ),
        good=("成文日期：2023年5月6日", "DAILY年报", "设备型号YY-2年检合格。"),
        standard="GB/T 9704—2012 7.3.5.4",
    ),
)
