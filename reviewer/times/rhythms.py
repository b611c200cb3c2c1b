"""Reading recurrences that are a rhythm: 一周一调度, 一天收两趟, 月通报, 年初建账、年末交账."""

import re
from functools import cache

from reviewer.language.numerals import parse_number
from reviewer.resource import lexicon
from reviewer.times.raw import Form, Found, Repeat
from reviewer.times.rrule import every
from reviewer.times.text import HAN
from reviewer.times.words import alternatives, rhythm_acts

_ONCE_LEFT = rf"[0-9{HAN}每第近两几数]"
_UNIT_ONCE = re.compile(r"([一二三两半2-6])个?(年|季度|季|月|旬|周|星期|天|日)[一两二三]")
_ONCE_WORD = re.compile(rf"(?<!{_ONCE_LEFT})(?:一|半|两|二|三|[2-6])个?(?:年|季度|季|月|旬|周|星期|天|日)[一两二三]")
_HOW_OFTEN = re.compile(
    rf"(?P<count>[0-9]{{1,2}}|[{HAN}两半])个?(?P<unit>年|季度|季|月|周|星期|礼拜|天)(?:至少|最少|各|要|得)?"
    rf"(?P<act>[收跑走查巡看扫清运送喷喂浇转报量测]?)(?:[0-9]{{1,2}}|[{HAN}两])(?:趟|回(?!合|复|答)|遍|轮(?!换)|(?<![一1])次(?!性|序|日|年|月)|(?<=一)次(?<=[收跑走查巡看扫清运送喷喂浇转报量测]一次))(?![了过后被获荣])"
)
_NOT_OFTEN = re.compile(rf"(?:[0-9{HAN}第近两几数这那用花前后过上了]|[去今]年|以后|每个?)$")
ACCOUNT_WORDS = ("年初", "月初")
"""How such a list of accounts begins."""

_ACCOUNT = re.compile(
    r"年初[^，。；、年]{1,6}[、，](?:年中[^，。；、年]{1,6}[、，])?年[末底终](?!前)[^，。；、年]{1,6}"
)
_ACCOUNT_ITEM = re.compile(r"年(初|中|[末底终])")
_ACCOUNT_MONTHS = {"初": 1, "中": 6}
_MONTH_ACCOUNT = re.compile(
    r"月初[^，。；、月]{1,6}[、，](?:月中[^，。；、月]{1,6}[、，])?月[末底](?!前)[^，。；、月]{1,6}"
)
_MONTH_ACCOUNT_ITEM = re.compile(r"月(初|中|[末底])")
_MONTH_ACCOUNT_DAYS = {"初": 5, "中": 15}
_ONCE_A_WEEK = re.compile(r"次|[^，。；、”’）]{1,3}(?=[，。；、”’）]|制度|机制|$)")


@cache
def _acts() -> re.Pattern[str]:
    short = alternatives(lexicon("times")["rhythm"]["short_acts"])
    return re.compile(rf"次|{rhythm_acts()}|(?:{short})(?=[，。；、”’）]|制度|机制|$)")


def _once_follows(text: str, pos: int) -> bool:
    return _acts().match(text, pos) is not None


def once_a_week(text: str, pos: int) -> bool:
    """Whether 每周一 says once a week (每周一调度) rather than on Monday (每周一报送上周进展)."""
    return _once_follows(text, pos) and _ONCE_A_WEEK.match(text, pos) is not None


def read_once(text: str, pos: int) -> tuple[Form, int] | None:
    """一月一通报, 一周两调度: the time is the words up to the second number; all of them in 一天收两趟, 两个月一回."""
    if (often := _HOW_OFTEN.match(text, pos)) and not _NOT_OFTEN.search(text, max(0, pos - 4), pos):
        number = 1 if often["count"] == "半" else parse_number(often["count"]) or 1
        return Repeat(every(often["unit"], number, often["count"] == "半").value()), often.end()
    match = _ONCE_WORD.match(text, pos)
    if match is None or not _once_follows(text, match.end()):
        return None
    parts = _UNIT_ONCE.match(text, pos)
    assert parts is not None
    number = 1 if parts[1] == "半" else parse_number(parts[1]) or 1
    return Repeat(every(parts[2], number, parts[1] == "半").value()), match.end()


@cache
def rhythm_pattern() -> re.Pattern[str]:
    """月 in 月调度 and its like, where what stands before allows no other reading."""
    leads = "|".join(f"(?<={lead}[日周旬月季年])" for lead in lexicon("times")["rhythm"]["leads"])
    return re.compile(
        rf"[日周旬月季年](?:(?<=[、，。；：“（(—·][日周旬月季年])|(?<![\s\S].)|{leads})(?=(?:{rhythm_acts()}))"
    )


def read_rhythm(text: str, pos: int) -> list[Found]:
    """The recurrence that 日, 周, 旬, 月, 季 or 年 in front of an act means."""
    return [(pos, pos + 1, Repeat(every(text[pos], 1, False).value()))]


def read_accounts(text: str, pos: int) -> list[Found]:
    """The items of 年初建账、年中查账、年末交账, each a yearly recurrence; empty where `pos` begins no such list."""
    if match := _ACCOUNT.match(text, pos):
        return [
            (m.start(), m.end(), Repeat(f"FREQ=YEARLY;BYMONTH={_ACCOUNT_MONTHS.get(m[1], 12)}"))
            for m in _ACCOUNT_ITEM.finditer(text, pos, match.end())
        ]
    if match := _MONTH_ACCOUNT.match(text, pos):
        return [
            (m.start(), m.end(), Repeat(f"FREQ=MONTHLY;BYMONTHDAY={_MONTH_ACCOUNT_DAYS.get(m[1], -1)}"))
            for m in _MONTH_ACCOUNT_ITEM.finditer(text, pos, match.end())
        ]
    return []
