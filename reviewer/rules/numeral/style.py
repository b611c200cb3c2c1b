"""4千3百人, 三月5日, 15～30%: numbers written half one way and half the other."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Rule

_HAN = "一二三四五六七八九"
_MIXED = re.compile(
    r"(?<![\d.])(?P<mark>\d{1,4}(?:百|千(?![米克瓦伏卡赫帕]))(?:[零\d]\d*[百十]?)?\d*)(?=[多余个名人家户元项件次吨亩米公里页条位])(?![瓦克帕赫卡年分])"
)
_DATE = re.compile(
    rf"(?P<mark>[{_HAN}十]{{1,3}}月\d{{1,2}}[日号]|(?<![\d月—–~～-])\d{{1,2}}月[{_HAN}十]{{1,3}}[日号]|二[〇○零0][\d〇○零{_HAN}]{{2}}年(?=\d{{1,2}}月))"
)
_ZERO = re.compile(rf"(?P<mark>[一二][{_HAN}〇○零0]*0[{_HAN}〇○零0]*年)(?<=[{_HAN}〇○零0]{{4}}年)")
_PERCENT = re.compile(
    r"(?<![\d.%％年月—–~～-])(?P<mark>(?P<a>\d{1,3}(?:\.\d+)?)\s?(?P<by>[—–~～-]|至|到)\s?(?P<b>\d{1,3}(?:\.\d+)?)(?P<sign>[%％]))"
)
_ORDINAL = re.compile(
    rf"(?P<mark>十[{_HAN}]届\d{{1,2}}(?=次?中?全会)|第\d{{1,2}}(?=届[{_HAN}]中全会)|[{_HAN}]{{1,2}}届\d{{1,2}}(?=次?中?全会))"
)


def _is_range(context: RuleContext, match: Match) -> bool:
    """Whether the first number may be a percentage as well: smaller than the second, and not the year of a plan."""
    before = context.text[max(0, match.start() - 1) : match.start()]
    return float(match["a"]) < float(match["b"]) and not before.isascii()


def _with_both_signs(match: Match) -> tuple[str, ...]:
    return (f"{match['a']}{match['sign']}{match['by']}{match['b']}{match['sign']}",)


def _without_ascii_zero(match: Match) -> tuple[str, ...]:
    return (match["mark"].replace("0", "〇"),)


def _in_han(match: Match) -> tuple[str, ...]:
    from reviewer.language.numerals import to_chinese

    words = match["mark"]
    return (re.sub(r"\d+", lambda m: to_chinese(int(m.group())), words),)


RULES = (
    Rule(
        id="numeral-mixed-scale",
        name="数字写法混杂",
        category=Category.FORMAT,
        severity=Severity.INFO,
        what="阿拉伯数字与“千、百”混用，如“4千3百人”。",
        why="国家标准规定，阿拉伯数字后面只可以用“万”“亿”作单位，不用“千”“百”“十”。",
        instead="写作“4300人”，或者全用汉字。",
        check=Pattern(_MIXED, "“{text}”：阿拉伯数字不与“千”“百”混用。", ("千", "百")),
        bad=(
            Example("受益群众4千3百人。", "4千3百"),
            Example("新增岗位5百个。", "5百"),
            Example("发放补贴3千元。", "3千"),
        ),
        good=("受益群众4300人。", "功率5千瓦，重3千克。", "四千三百人参加。"),
        standard="GB/T 15835—2011 5.1",
        quotable=True,
    ),
    Rule(
        id="numeral-mixed-date",
        name="日期写法混杂",
        category=Category.FORMAT,
        severity=Severity.INFO,
        what="同一个日期里汉字数字与阿拉伯数字混用，如“三月5日”“二〇二三年5月”。",
        why="国家标准要求同一场合数字形式一致。",
        instead="全用阿拉伯数字，或者全用汉字。",
        check=Pattern(_DATE, "“{text}”里汉字数字与阿拉伯数字混用，请统一。", ("月",)),
        bad=(
            Example("定于三月5日召开。", "三月5日"),
            Example("截至6月三十日。", "6月三十日"),
            Example("二〇二三年5月印发。", "二〇二三年"),
        ),
        good=("定于3月5日召开。", "截至六月三十日。", "二〇二三年五月印发。"),
        standard="GB/T 15835—2011 4.3",
        quotable=True,
    ),
    Rule(
        id="numeral-zero",
        name="汉字年份中的0",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="汉字年份里夹着阿拉伯数字0，如“二0二三年”。",
        why="汉字数字的零在年份里写作“〇”。",
        instead="把“0”改为“〇”。",
        check=Pattern(_ZERO, "汉字年份“{text}”里的“0”应为“〇”。", ("0",), suggest=_without_ascii_zero),
        bad=(
            Example("二0二三年五月", "二0二三年", "二〇二三年五月"),
            Example("二00八年", "二00八年", "二〇〇八年"),
            Example("一九八0年出生", "一九八0年", "一九八〇年出生"),
        ),
        good=("二〇二三年五月", "2008年", "十20年"),
        standard="GB/T 15835—2011 5.2.2",
        quotable=True,
    ),
    Rule(
        id="numeral-percent-range",
        name="百分比范围缺百分号",
        category=Category.FORMAT,
        severity=Severity.INFO,
        what="表示范围的两个百分比只在后面写了百分号，如“15—30%”。",
        why="国家标准规定百分数范围的每个数后面都要写百分号，否则前一个数会被读成倍数或整数。",
        instead="写作“15%—30%”。",
        check=Pattern(
            _PERCENT, "“{text}”：百分比范围的前一个数也要写百分号。", ("%", "％"), _is_range, _with_both_signs
        ),
        bad=(
            Example("增长15—30%。", "15—30%", "增长15%—30%。"),
            Example("完成率在80至90%之间。", "80至90%", "完成率在80%至90%之间。"),
            Example("占5~8%。", "5~8%", "占5%~8%。"),
        ),
        good=("增长15%—30%。", "由2019年至2023年。", "提高3至5个百分点。"),
        standard="GB/T 15835—2011 5.1.4",
        quotable=True,
    ),
    Rule(
        id="numeral-session",
        name="届次写法",
        category=Category.FORMAT,
        severity=Severity.INFO,
        what="会议的届次用了阿拉伯数字，如“十八届3中全会”。",
        why="届次是固定词语，数字用汉字。",
        instead="改用汉字数字。",
        check=Pattern(_ORDINAL, "“{text}”是会议届次，数字用汉字。", ("全会",), suggest=_in_han),
        bad=(
            Example("党的十八届3中全会", "十八届3", "党的十八届三中全会"),
            Example("第19届四中全会", "第19", "第十九届四中全会"),
            Example("十四届5次全会", "十四届5", "十四届五次全会"),
        ),
        good=("党的十八届三中全会", "第5次会议", "第3届运动会"),
        standard="GB/T 15835—2011 4.2",
        quotable=True,
    ),
)
