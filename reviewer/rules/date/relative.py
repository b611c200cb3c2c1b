"""去年（2021年） in a text of 2023: 去年, 今年, 明年 that clash with the year written beside them."""

import re
from collections.abc import Iterator

from reviewer.language.numerals import parse_number
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_OFFSETS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_BESIDE = re.compile(
    r"(?<![从往])(?P<word>前年|去年|上年|今年|本年|明年|后年)(?:度)?(?:(?P<open>[（(])|，?[即是])"
    r"(?P<year>(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年(?(open)度?[）)]|(?!代|底?[以之]?前|以来|到|至|[-—~～]))"
)
_RETOLD = re.compile(r"[“”\"《》]|当时|那[年时]|会上说|回忆|曾")
_REACH = 30


def _find(context: RuleContext) -> Iterator[Raw]:
    stated = [(match, year) for match in _BESIDE.finditer(context.text) if (year := parse_number(match["year"]))]
    for match, year in stated:
        current = context.dating.year or _agreed([item for item in stated if item[0] is not match])
        span = context.span(match.start("word"), match.end("year") + 1)
        before = context.text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        if current is None or span is None or _RETOLD.search(before):
            continue
        right = current + _OFFSETS[match["word"]]
        if year == right:
            continue
        word = match["word"]
        yield Raw(span, f"本文说的是{current}年的事，“{word}”应为{right}年，这里写的是{year}年。")


def _agreed(stated: list[tuple[re.Match[str], int]]) -> int | None:
    """The year that all the other places make the present one; None where they differ or there are none."""
    years = {year - _OFFSETS[match["word"]] for match, year in stated}
    return years.pop() if len(years) == 1 else None


RULES = (
    Rule(
        id="date-relative-year",
        name="去年、今年、明年与年份不符",
        category=Category.DATE,
        severity=Severity.WARNING,
        what="“去年（2021年）”“今年是2024年”这样的说法，与文件本身的年份对不上。",
        why="多半是沿用往年的稿子时只改了一处年份。",
        instead="核对文件年份，把两处改成一致。",
        check=Function(_find),
        bad=(
            Example("今年是2023年。去年（2021年）全市经济平稳运行。", "去年（2021年"),
            Example(
                "关于2023年工作的安排，今年（2023年）抓开局，明年（2025年）抓攻坚，去年（2022年）打基础。",
                "明年（2025年",
            ),
            Example("今年（2024年）要开好局。去年（2023年）打下了基础。明年（2024年）要见成效。", "明年（2024年"),
        ),
        good=(
            "今年是2023年。去年（2022年）全市经济平稳运行。",
            "去年，2021年启动的项目全部完工。",
            "2019年他曾说，今年2019年要攻坚，今年是2023年了。",
        ),
    ),
)
