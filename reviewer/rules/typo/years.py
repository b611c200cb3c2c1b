"""7671年, 20223年: years that cannot be meant."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Rule

_YEAR = re.compile(r"(?P<mark>\d\d{3,4}年)(?![多余来前间]|历史|以前|文明|时间|期|均|产|薪|收入|度总)")
_DURATION = re.compile(r"(?:[近约超达有逾历经满共距计]|上下|大约|已经|长达|历时|超过|存在)\s?$")
_SHORT = re.compile(r"(?P<mark>(?:20[0-4]|19[0-9])年)(?=\d{1,2}月)")
_LATEST = 2150


def _is_impossible(context: RuleContext, match: Match) -> bool:
    digits = match.group("mark")[:-1]
    before = context.text[max(0, match.start() - 3) : match.start()]
    if before[-1:].isdigit() or before[-1:] in (".", "．", ",", "－", "-", "—", "/", "号") or _DURATION.search(before):
        return before[-1:] == "." and digits[0] == "0" and len(digits) == 4
    if len(digits) == 5:
        return digits.startswith(("20", "19")) and not digits.endswith("00")
    number = int(digits)
    return digits[0] == "0" or (number > _LATEST and number % 100 != 0)


RULES = (
    Rule(
        id="typo-impossible-year",
        name="年份有误",
        category=Category.TYPO,
        severity=Severity.ERROR,
        what="不可能的年份，如“7671年”“20223年”“0402年”。",
        why="数字打错、漏打或转换时损坏。",
        instead="对照原件改正。",
        check=Pattern(_YEAR, "“{text}”不像是一个年份，请核对。", ("年",), _is_impossible),
        bad=(
            Example("力争到7671年，规模突破3000亿元。", "7671年"),
            Example("20223年全面启动。", "20223年"),
            Example("计划0402年完成。", "0402年"),
        ),
        good=(
            "距今5000年的文明。",
            "到2050年建成强国。",
            "已有2300多年历史。",
            "1368年明朝建立。",
            "年产12000年货礼盒。",
        ),
    ),
    Rule(
        id="typo-short-year",
        name="年份缺数字",
        category=Category.TYPO,
        severity=Severity.ERROR,
        what="后面跟着月份、却只有三位数字的年份，如“202年5月”。",
        why="年份漏了一位数字。",
        instead="补上漏掉的数字。",
        check=Pattern(
            _SHORT,
            "年份“{text}”缺一位数字。",
            ("20", "19"),
            lambda c, m: not c.text[m.start() - 1 : m.start()].isdigit(),
        ),
        bad=(
            Example("202年5月，项目开工。", "202年"),
            Example("自201年10月起施行。", "201年"),
            Example("199年7月参加工作。", "199年"),
        ),
        good=("2022年5月，项目开工。", "公元前202年建立汉朝。", "历时200年建成。"),
        standard="GB/T 15835—2011 5.2",
    ),
)
