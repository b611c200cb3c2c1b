"""The words that a time may begin with, and what reads each of them."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from reviewer.resource import lexicon
from reviewer.times.events import (
    EVENT_DAY_WORD,
    HOME_TIME_WORDS,
    MEETING_WORDS,
    RIPE_WORDS,
    SAME_DAY_WORDS,
    UNNAMED_FEAST_WORDS,
    read_day_of_event,
    read_event,
    read_home_time,
    read_meeting,
    read_ripe,
    read_same_day,
    read_season,
    read_unnamed_feast,
)
from reviewer.times.festivals import first_words, read_feasts
from reviewer.times.lengths import read_length, read_nth, read_years
from reviewer.times.periods import modifies, read_calendar
from reviewer.times.plans import PLAN_WORDS, read_plan
from reviewer.times.raw import Anchor, Calendar, Edge, Feast, Form, Found, Length, Masked
from reviewer.times.repeats import FOLLOWING_WORDS, read_every, read_fall, read_following
from reviewer.times.rhythms import ACCOUNT_WORDS, read_accounts, read_once
from reviewer.times.rota import (
    FALL_WORDS,
    PARITY_WORDS,
    PERIOD_WORDS,
    REST_DAYS_WORD,
    read_after_period,
    read_daily_on_workdays,
    read_parity,
    read_rest_days,
    read_weekdays,
)
from reviewer.times.stretches import DAY_WORDS
from reviewer.times.words import alternatives, one_of_starts, phrases

Reader = Callable[[str, int], list[Found]]
"""Reads the times (mostly one) whose words begin at an offset of a folded text; empty where there is none."""

_CALENDAR_WORDS = [
    "今年", "本年", "去年", "上年", "上一年", "明年", "下一年", "下年度", "后年", "前年", "上半年", "下半年",
    "前三季度", "前两季度", "前二季度", "前两个季度", "前3季度", "季末", "季度末", "今明两年", "全年", "年底", "年末", "年终", "年初", "年中", "年内", "岁末", "年关",
    "月底", "月末", "月初", "月中", "上旬", "中旬", "下旬", "本月", "这个月", "上月", "上个月", "下月", "下个月", "本季",
    "上季度", "上一季度", "上个季度", "下季度", "下一季度", "下个季度", "本周", "这周", "上周", "下周", "现在起", "目前起", "现在开始", "目前开始",
    "今明两天", "明后两天", "上个周", "下个周", *(f"{n}{g}{w}" for n in "本这上下" for g in ("", "个") for w in ("星期", "礼拜")),
    *DAY_WORDS,
    *(f"第{n}{s}" for n in "一二三四1234" for s in ("季度", "、", "至")),
    *(f"{w}{n}个月" for w in "前头" for n in (*"23456789", "10", "11", *"两三四五六七八九十")),
]  # fmt: skip
_WEEKDAY_WORDS = [f"{w}{d}" for w in ("周", "星期", "礼拜") for d in "一二三四五六日天"]
_UP_TO_WORDS = ["截至", "截止"]
_LEADS = {"最近": False, "近": False, "过去": False, "今后": True, "未来": True}
_NOT_LATELY = tuple("将接临靠附邻亲新贴远最就")
_UP_TO = re.compile(r"截[至止](?:到|至|目前)?")


@cache
def word_table() -> tuple[re.Pattern[str], dict[str, Reader]]:
    """The pattern of every word that may begin a time, and what reads it."""
    events = lexicon("times")["event"]
    table: dict[str, Reader] = {}
    for words, reader in (
        (_CALENDAR_WORDS, _read_calendar),
        (_WEEKDAY_WORDS, _read_weekday),
        (_UP_TO_WORDS, _read_up_to),
        (_LEADS, _read_years),
        (RIPE_WORDS, read_ripe),
        (events["words"], read_event),
        (events["seasons"], read_season),
        (first_words(), _read_feasts),
        (PLAN_WORDS, read_plan),
        (phrases(), _read_phrase),
        (["即日起"], _read_calendar),
        (["每"], _read_every),
        (FALL_WORDS, _read_fall),
        (PERIOD_WORDS, _read_after_period),
        (PARITY_WORDS, _read_parity),
        ([REST_DAYS_WORD], _read_rest_days),
        (HOME_TIME_WORDS, read_home_time),
        (SAME_DAY_WORDS, read_same_day),
        (FOLLOWING_WORDS, _read_following),
        (MEETING_WORDS, read_meeting),
        (UNNAMED_FEAST_WORDS, read_unnamed_feast),
        ([EVENT_DAY_WORD], read_day_of_event),
    ):
        table.update(dict.fromkeys(words, reader))
    return re.compile(one_of_starts(list(table))), table


def read_number(text: str, pos: int) -> list[Found]:
    """The times that begin with a number at `pos`, by the reading that takes in most."""
    readings = (reader(text, pos) for reader in (_read_once, _read_calendar, _read_length, _read_feasts))
    return max(readings, key=_reach, default=[])


def _reach(times: list[Found]) -> int:
    return times[-1][1] - times[0][0] if times else 0


def _at(pos: int, found: tuple[Form, int] | None) -> list[Found]:
    return [(pos, found[1], found[0])] if found else []


def _read_once(text: str, pos: int) -> list[Found]:
    return _at(pos, read_once(text, pos))


def _read_every(text: str, pos: int) -> list[Found]:
    if on_workdays := read_daily_on_workdays(text, pos):
        return [on_workdays]
    return _at(pos, read_every(text, pos))


def _read_fall(text: str, pos: int) -> list[Found]:
    return _at(pos, read_fall(text, pos))


def _read_parity(text: str, pos: int) -> list[Found]:
    return _at(pos, read_parity(text, pos))


def _read_rest_days(text: str, pos: int) -> list[Found]:
    return _at(pos, read_rest_days(text, pos))


def _read_after_period(text: str, pos: int) -> list[Found]:
    return _at(pos, read_after_period(text, pos))


def _read_weekday(text: str, pos: int) -> list[Found]:
    return _at(pos, read_weekdays(text, pos)) or _read_calendar(text, pos)


def _read_following(text: str, pos: int) -> list[Found]:
    return _at(pos, read_following(text, pos))


def _read_length(text: str, pos: int) -> list[Found]:
    found = read_length(text, pos)
    return [found] if found else []


def _read_feasts(text: str, pos: int) -> list[Found]:
    return _after_feast(text, [(feast.start, feast.end, feast.form) for feast in read_feasts(text, pos)])


def _after_feast(text: str, feasts: list[Found]) -> list[Found]:
    """The festivals, the last one with the duration that runs from it: 国庆节后5个工作日内."""
    if not feasts or not isinstance(form := feasts[-1][2], Feast) or form.edge is not Edge.AFTER:
        return feasts
    start, end, _ = feasts[-1]
    length = read_nth(text, end) or read_length(text, end)
    if length is None or not isinstance(length[2], Length):
        return feasts
    return [*feasts[:-1], (start, length[1], replace(length[2], anchor=Anchor.OTHER, feast=form))]


def _read_calendar(text: str, pos: int) -> list[Found]:
    if text.startswith(ACCOUNT_WORDS, pos) and (accounts := read_accounts(text, pos)):
        return accounts
    found = read_calendar(text, pos)
    if found is None:
        return _from_today(text, pos)
    form, end = found
    if not isinstance(form, Calendar):
        return [(pos, end, form)]
    if modifies(text, end, form):
        return []
    return _of_year(text, pos, form, end) or _from_day(text, pos, form, end) or [(pos, end, form)]


def _of_year(text: str, pos: int, form: Calendar, end: int) -> list[Found]:
    """The festival or event of a year that stands in front of it: 2024年春节前, 今年入汛以来."""
    if form.edge is not Edge.ON or form.stretch.finer_than_year or text[end - 1] != "年":
        return []
    feasts = read_feasts(text, end, form.stretch.year, form.stretch.year_shift)
    times = _after_feast(text, [(f.start, f.end, f.form) for f in feasts])
    times = times or read_event(text, end)
    return [(pos, *times[0][1:]), *times[1:]] if times else []


def _from_day(text: str, pos: int, form: Calendar, end: int) -> list[Found]:
    """A duration that runs from a named day or the end of a period: 2023年5月1日起30日内, 第一季度结束后10日内."""
    if form.edge is Edge.ON and text.startswith(("结束后", "终了后"), end):
        end += 3
    elif form.edge not in (Edge.FROM, Edge.AFTER):
        return []
    length = read_length(text, end)
    if length is None or not isinstance(length[2], Length):
        return []
    return [(pos, length[1], replace(length[2], start=form.stretch))]


def _from_today(text: str, pos: int) -> list[Found]:
    """即日起, with the duration that runs from it."""
    phrase = _read_phrase(text, pos)
    length = read_length(text, phrase[0][1]) if phrase else None
    if length is not None and isinstance(length[2], Length):
        return [(pos, length[1], replace(length[2], anchor=Anchor.NOW))]
    return phrase


def _read_up_to(text: str, pos: int) -> list[Found]:
    if phrase := _read_phrase(text, pos):
        return phrase
    match = _UP_TO.match(text, pos)
    assert match is not None
    found = read_calendar(text, match.end())
    if found is None:
        return []
    form, end = found
    if isinstance(form, Calendar):
        return [(pos, end, Calendar(form.stretch, Edge.UP_TO))]
    return [(pos if isinstance(form, Masked) else match.end(), end, form)]


def _read_years(text: str, pos: int) -> list[Found]:
    """近三年, 过去五年, 今后五年."""
    if phrase := _read_phrase(text, pos):
        return phrase
    lead = next(word for word in _LEADS if text.startswith(word, pos))
    if lead == "近" and text[pos - 1 : pos] in _NOT_LATELY:
        return []
    return _at(pos, read_years(text, pos + len(lead), _LEADS[lead]))


@cache
def _phrase_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(list(phrases())))


def _read_phrase(text: str, pos: int) -> list[Found]:
    match = _phrase_pattern().match(text, pos)
    if match is None:
        return []
    phrase = phrases()[match[0]]
    return [(pos, match.end(), phrase.form)] if phrase.stands(text, pos, match.end()) else []
