"""Reading recurrences by the number of the day (逢五逢十, 逢双月20日前), by weekdays (周一至周五), after a period (季度结束后15日内)."""

import re

from reviewer.language.numerals import parse_number
from reviewer.times.raw import Form, Found, Repeat
from reviewer.times.rrule import DAY_NAMES, WORKDAYS, Rule
from reviewer.times.text import HAN, NOT_WITHIN

FALL_WORDS = ["逢", "每逢", "每月逢", "每个月逢", "每单", "每双"]
"""How a recurrence by the number of the day begins."""

PERIOD_WORDS = [
    *(f"{unit}{end}" for unit in ("季度", "月度", "年度", "季", "月", "年") for end in ("结束后", "终了后", "终了之日起")),
    "季后", "月后",
]  # fmt: skip
"""How a limit begins that comes round with the end of each month, quarter or year."""

PARITY_WORDS = ["单日", "双日"]
"""The days of odd and even number, times only where both are told apart (单日巡东线、双日巡西线)."""

REST_DAYS_WORD = "双休日"

_DIGIT = r"(?:[0-9]|[一二三四五六七八九十])"
_ON_DAYS = re.compile(
    rf"(?:每个?月?)?逢(?P<days>{_DIGIT}(?:(?:、?逢|、){_DIGIT})+|{_DIGIT}(?=[日号]))(?:[日号](?![子程期]))?(?![{HAN}0-9])"
)
_PARITY = re.compile(r"(?:(?:每个?月?)?逢|每)(?:(?P<odd>单)|双)(?P<unit>[日月号](?![子历线]))")
_DAYS_AFTER = re.compile(
    rf"(?:(?:结束|终了|届满)?(?:之|以)?后|终了之日起)的?(?P<count>[0-9]{{1,2}}|[{HAN}两]{{1,3}})(?P<unit>个?工作日|日|天|个月)(?:以内|之内|内(?!{NOT_WITHIN}))"
)
_PERIOD = re.compile(r"(?:季度|月度|年度|季|月|年)")
_NOT_ANY = re.compile(rf"[{HAN}0-9本上下该当半去今明前后每]个?$")
_WEEKDAYS = re.compile(
    r"(?P<name>周|星期|礼拜)(?P<first>[一二三四五六])(?:至|到|—|－|-|~)(?:(?P=name))?(?P<last>[二三四五六日天])(?![点时])"
)
_NOT_WEEKLY = re.compile(r"(?:[每本这上下逢隔单双]|个)$|[日号][（(]$")
_FARTHEST = 24
_TURN_OF = re.compile("[由为安组巡值走轮检查送开供放在到上用收，：]")
_BEFORE_REST_DAYS = " ，。；：、（(在于"
_OF_REST_DAYS = re.compile("加班|补|制|休|值班|等|、|和|及|的|不|除外|顺延|或|旅游|经济|出游|消费|文化|学校|客流")
_AFTER = {"月": tuple(range(1, 13)), "季": (1, 4, 7, 10), "年": (1,)}


def fall(text: str, pos: int) -> tuple[Rule, int] | None:
    """逢五逢十, 每逢双日, 逢双月, at `pos` of the folded `text`."""
    if match := _ON_DAYS.match(text, pos):
        digits = {(parse_number(digit) or 0) % 10 for digit in re.findall(_DIGIT, match["days"])}
        days = tuple(day for day in range(1, 32) if day % 10 in digits)
        return Rule("MONTHLY", days=days), match.end()
    match = _PARITY.match(text, pos)
    if match is None:
        return None
    first = 1 if match["odd"] else 2
    if match["unit"] == "月":
        return Rule("YEARLY", months=tuple(range(first, 13, 2))), match.end()
    return Rule("MONTHLY", days=tuple(range(first, 32, 2))), match.end()


def read_parity(text: str, pos: int) -> tuple[Form, int] | None:
    """单日 or 双日 with the other one near."""
    other = "双日" if text[pos] == "单" else "单日"
    near = text.find(other, max(0, pos - _FARTHEST), pos + _FARTHEST) >= 0 and _TURN_OF.match(text, pos + 2)
    if not near or text[max(0, pos - 1) : pos] in ("单", "双"):
        return None
    return Repeat(Rule("MONTHLY", days=tuple(range(1 if text[pos] == "单" else 2, 32, 2))).value()), pos + 2


def read_rest_days(text: str, pos: int) -> tuple[Form, int] | None:
    """双休日 at the head of a clause or behind 在."""
    end = pos + len(REST_DAYS_WORD)
    if (pos and text[pos - 1] not in _BEFORE_REST_DAYS) or _OF_REST_DAYS.match(text, end):
        return None
    return Repeat(Rule("WEEKLY", weekdays="SA,SU").value()), end


def read_daily_on_workdays(text: str, pos: int) -> Found | None:
    """工作日每天, whose 每天 stands at `pos`."""
    if (
        not text.startswith(("每天", "每日"), pos)
        or not text.endswith("工作日", 0, pos)
        or text.endswith("个工作日", 0, pos)
    ):
        return None
    return pos - 3, pos + 2, Repeat(Rule("WEEKLY", weekdays=WORKDAYS).value())


def read_weekdays(text: str, pos: int) -> tuple[Form, int] | None:
    """周一至周五 where it says on which days of every week."""
    match = _WEEKDAYS.match(text, pos)
    if match is None or _NOT_WEEKLY.search(text, max(0, pos - 2), pos):
        return None
    first, last = ("一二三四五六日".index(match[key].replace("天", "日")) for key in ("first", "last"))
    if first >= last:
        return None
    return Repeat(Rule("WEEKLY", weekdays=",".join(DAY_NAMES[first : last + 1])).value()), match.end()


def days_after(text: str, pos: int, unit: str) -> tuple[Rule, int] | None:
    """The last day of a limit behind the end of each `unit`, whose words begin at `pos` (结束后15日内)."""
    match = _DAYS_AFTER.match(text, pos)
    months = _AFTER.get(unit[0])
    count = parse_number(match["count"]) if match else None
    if match is None or months is None or not count:
        return None
    if match["unit"] == "个月":
        if unit[0] == "月" or count > 12:
            return None
        later = tuple(sorted((month + count - 2) % 12 + 1 for month in months))
        return Rule("YEARLY", months=later, days=(-1,)), match.end()
    if count > 28:
        return None
    every_month = unit[0] == "月"
    named = () if every_month else months
    if match["unit"].endswith("工作日"):
        if count > 20:
            return None
        return Rule("MONTHLY", months=named, weekdays=WORKDAYS, position=count), match.end()
    return Rule("MONTHLY" if every_month else "YEARLY", months=named, days=(count,)), match.end()


def read_after_period(text: str, pos: int) -> tuple[Form, int] | None:
    """季度结束后15日内 and 季后10日内 where no certain quarter is meant."""
    unit = _PERIOD.match(text, pos)
    if unit is None or _NOT_ANY.search(text, max(0, pos - 2), pos):
        return None
    found = days_after(text, unit.end(), unit[0])
    return (Repeat(found[0].value()), found[1]) if found else None
