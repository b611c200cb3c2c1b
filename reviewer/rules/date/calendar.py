"""2月30日, weekdays that do not fit, periods that end before they begin."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date

from reviewer.language.numerals import parse_number
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function, Match
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_DAY = re.compile(
    r"(?P<mark>(?P<month>[\d一二三四五六七八九十][\d一二三四五六七八九十]?)月\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号])"
)
_YEAR_BEFORE = re.compile(r"(?P<year>\d{4}|[一二][〇○零一二三四五六七八九]{3})年\s?$")
_WEEKDAY = re.compile(r"日\s?(?P<mark>[（(，]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?![期年到至、—-])[）)]?)")
_DATE_BEFORE = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})$")
_RANGE = re.compile(
    r"(?P<mark>(?P<first>\d\d{0,3}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|月\d{1,2}日?)?)(?:[—–~～-]{1,2}|至|到)"
    r"(?P<last>\d{1,4}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|月\d{1,2}日|日)))"
)
_HAN_NUMBER = re.compile("[〇○零一二三四五六七八九十]+")
_HAN_DAY = (
    "(?:[一二][〇○零一二三四五六七八九]{3}年)?(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?"
)
_HAN_RANGE = re.compile(
    rf"(?<![一二三四五六七八九十〇○零历])(?P<mark>(?P<first>(?=[^年月日]{{1,4}}[年月]){_HAN_DAY})(?:[—–~～-]{{1,2}}|至|到)"
    rf"(?P<last>(?=[^年月日]{{1,4}}[年月日]){_HAN_DAY}))"
)
_PART = re.compile(r"(?:(\d{4})年?)?(?:(\d{1,2})月)?(?:(\d{1,2})日?)?")
_ANY_WRITTEN_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_WEEKDAYS = "一二三四五六日"
_ANY_YEAR = 2023
_NO_RANGE = frozenset("-—–./第(")
_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)[^，。]{0,8}$")
_RATIO = re.compile(r"[\d./:：]$")


def _impossible(context: RuleContext) -> Iterator[Raw]:
    for match in _DAY.finditer(context.text):
        month, day = parse_number(match["month"]), parse_number(match["day"])
        before = context.text[max(0, match.start() - 12) : match.start()]
        if month is None or day is None or (1 <= month <= 12 and 1 <= day <= 28):
            continue
        if _LUNAR.search(before) or _RATIO.search(before):
            continue
        written = _YEAR_BEFORE.search(before)
        year = parse_number(written["year"]) if written else None
        if 1 <= day <= _longest(year, month):
            continue
        if span := context.span(*match.span("mark")):
            yield Raw(span, f"没有“{match['mark']}”这一天，请核对。")


def _longest(year: int | None, month: int) -> int:
    """The number of days of the month; an unknown year may be a leap year, and there is no thirteenth month."""
    if not 1 <= month <= 12:
        return 0
    if month == 2:
        return 29 if year is None or isleap(year) else 28
    return monthrange(_ANY_YEAR, month)[1]


def _weekdays(context: RuleContext) -> Iterator[Raw]:
    for match in _WEEKDAY.finditer(context.text):
        written = _DATE_BEFORE.search(context.text, max(0, match.start() - 11), match.start())
        span = context.span(*match.span("mark"))
        if written is None or span is None:
            continue
        day = _day(int(written["year"]) if written["year"] else context.dating.year, written)
        if day is None or _WEEKDAYS.index(match["weekday"].replace("天", "日")) == day.weekday():
            continue
        if not written["year"] and _fits_another_year(context, written, match["weekday"].replace("天", "日")):
            continue
        right = _WEEKDAYS[day.weekday()]
        better = match["mark"].replace(match["weekday"], right)
        yield Raw(span, f"{day.year}年{day.month}月{day.day}日是星期{right}，请核对日期或星期。", (better,))


def _fits_another_year(context: RuleContext, written: Match, weekday: str) -> bool:
    """Whether the day falls on that weekday in a year that the text names, since it may speak of that."""
    years = {int(match.group()) for match in _ANY_WRITTEN_YEAR.finditer(context.text)}
    days = (_day(year, written) for year in years)
    return any(day is not None and _WEEKDAYS[day.weekday()] == weekday for day in days)


def _day(year: int | None, written: Match) -> date | None:
    try:
        return date(year, int(written["month"]), int(written["day"])) if year else None
    except ValueError:
        return None


def _backwards(context: RuleContext) -> Iterator[Raw]:
    yield from _in_han(context)
    for match in _RANGE.finditer(context.text):
        before = context.text[match.start() - 1 : match.start()]
        if before.isdigit() or before in _NO_RANGE:
            continue
        span = context.span(*match.span("mark"))
        if span and _ends_early(match["first"], match["last"]):
            yield Raw(span, f"“{match['mark']}”的结束时间早于开始时间，请核对。")


def _in_han(context: RuleContext) -> Iterator[Raw]:
    """Ranges in Chinese numerals, as those in Arabic ones."""
    for match in _HAN_RANGE.finditer(context.text):
        span = context.span(*match.span("mark"))
        if span and _ends_early(_arabic(match["first"]), _arabic(match["last"])):
            yield Raw(span, f"“{match['mark']}”的结束时间早于开始时间，请核对。")


def _arabic(words: str) -> str:
    return _HAN_NUMBER.sub(lambda match: str(parse_number(match.group()) or 0), words)


def _ends_early(first: str, last: str) -> bool:
    """Whether the end lies before the beginning, where both say enough of the same to be compared."""
    begin, end = _PART.fullmatch(first), _PART.fullmatch(last)
    if begin is None or end is None:
        return False
    year, month, day = (int(part) if part else None for part in begin.groups())
    last_year, last_month, last_day = (int(part) if part else None for part in end.groups())
    if year and last_year:
        if not (_is_recent(year) and _is_recent(last_year)):
            return False
        return (last_year, last_month or 12, last_day or 31) < (year, month or 1, day or 1)
    if last_year or month is None or day is None or last_day is None:
        return False
    return last_month in (None, month) and last_day < day


def _is_recent(year: int) -> bool:
    return 1900 <= year <= 2100


RULES = (
    Rule(
        id="date-impossible-day",
        name="没有这一天",
        category=Category.DATE,
        severity=Severity.ERROR,
        what="日历上没有的日期，如“2月30日”“6月31日”“13月5日”。",
        why="日期写错了，照此执行会误事。",
        instead="核对后改正。",
        check=Function(_impossible),
        bad=(
            Example("请于2月30日前报送。", "2月30日"),
            Example("2023年2月29日召开会议。", "2月29日"),
            Example("定于六月三十一日开幕。", "六月三十一日"),
        ),
        good=("请于2月28日前报送。", "2024年2月29日召开会议。", "农历二月三十日", "十二月三十一日"),
        standard="GB/T 7408",
    ),
    Rule(
        id="date-weekday",
        name="日期与星期不符",
        category=Category.DATE,
        severity=Severity.WARNING,
        what="写明的星期与日期对不上。",
        why="参会、报送的人不知道以哪个为准。",
        instead="对照日历改正。",
        check=Function(_weekdays),
        bad=(
            Example("定于2023年6月1日（星期五）召开。", "（星期五）"),
            Example("2024年1月1日（周二）放假。", "（周二）"),
            Example("2025年10月1日，星期四，升国旗。", "，星期四"),
        ),
        good=("定于2023年6月1日（星期四）召开。", "2024年1月1日（周一）放假。", "6月1日（星期四）召开。"),
    ),
    Rule(
        id="date-backwards",
        name="起止时间颠倒",
        category=Category.DATE,
        severity=Severity.ERROR,
        what="结束早于开始的时段，如“2025—2023年”“5月20日至10日”。",
        why="起止时间写反了，或者有一个写错了。",
        instead="核对后改正。",
        check=Function(_backwards),
        bad=(
            Example("规划期为2025—2023年。", "2025—2023年"),
            Example("公示时间为5月20日至10日。", "5月20日至10日"),
            Example("有效期自2023年5月1日至2022年4月30日。", "2023年5月1日至2022年4月30日"),
        ),
        good=("规划期为2021—2025年。", "公示时间为5月10日至20日。", "12月20日至1月5日"),
    ),
)
