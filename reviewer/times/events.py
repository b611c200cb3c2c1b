"""Reading times that hang on an event without a duration: 会前, 入冬前, 节后, 条件成熟后尽快, 印发之日起."""

import re
from functools import cache

from reviewer.model.time import TimeRole, TimeType
from reviewer.resource import lexicon
from reviewer.times.lengths import read_event_day, read_length, read_nth
from reviewer.times.periods import is_clock_before, read_edge
from reviewer.times.raw import Anchor, Calendar, Edge, Event, Found, Stretch, Vague
from reviewer.times.text import DAYS_AHEAD, NOT_AFTER, NOT_BEFORE, NOT_WITHIN
from reviewer.times.words import alternatives

MEETING_WORDS = ["会前", "会后", "会议前", "会议后", "会议结束后"]
UNNAMED_FEAST_WORDS = ["节前", "节后", "年前"]
RIPE_WORDS = ["条件成熟", "时机成熟", "条件具备", "条件允许"]
EVENT_DAY_WORD = "日起"
HOME_TIME_WORDS = ["上午下班前", "中午下班前", "下午下班前"]
SAME_DAY_WORDS = ["当日", "当天", "次日", "翌日", "当月"]

_EDGES = {"前": Edge.BEFORE, "后": Edge.AFTER, "来": Edge.EVER_SINCE}
_MEETING = re.compile(rf"会(?:议(?:结束)?)?(?:前(?!{NOT_BEFORE}|身|程|言|方|线|台)|后(?!{NOT_AFTER}|人))")
_MEETING_LEAD = re.compile(r"(?:本次|此次|这次)大?$|(?<!扩)大$|(?<![分离疏解])散$")
_NOT_MEETING = "社协工机商学都国盛园博庙年体例党展宴集聚理开峰照员委务城幸约"
_EVENT_EDGE = rf"(?:来临|到来|开始|结束|启动|登陆|截止)?(?P<edge>(?:之|以)?前(?!{NOT_BEFORE})|{DAYS_AHEAD}|(?:之|以)?后(?!{NOT_AFTER})|以来)"
_UNNAMED_FEAST = re.compile(rf"[节年](?P<edge>前(?!{NOT_BEFORE})|后(?!{NOT_AFTER}))|节(?P<ahead>{DAYS_AHEAD})")
_BEFORE_FEAST = " ，。；：、！？（(“”）)《》在于请自从至到和并抓所局办校村镇乡县市区位门队组院社室企"
_BEFORE_HOME_TIME = "，。；：、于在请到位门所站局办科室"
_BEFORE_SEASON = "，。；：、在于年逢到"
_IN_SAME_MONTH = re.compile(
    rf"(?:月?[底末]|[0-9]{{1,2}}[日号])?(?:(?:之|以)前|前(?!{NOT_BEFORE})|(?:之|以)内|内(?!{NOT_WITHIN}))"
)
_SAME_SEASON = ("当年", "当季", "本季", "次年", "翌年")
_RIPE = re.compile(r"(?:条件|时机)(?:成熟|具备|允许)(?:之?后|时)(?:再|要|可以?)?(?:尽快|尽早|适时|及时)?")
_EVENT_DAY = re.compile(r"(?:之日|当日|次日)起")


def read_meeting(text: str, pos: int) -> list[Found]:
    """会前 and 会后, with the duration that runs from the meeting."""
    match = _MEETING.match(text, pos)
    if match is None or (pos and text[pos - 1] in _NOT_MEETING):
        return []
    end = match.end()
    if lead := _MEETING_LEAD.search(text, max(0, pos - 3), pos):
        pos = lead.start()
    if text[end - 1] == "后":
        length = read_length(text, end + 1 if text.startswith("的", end) else end)
        if length and length[0] <= pos:
            return [length]
    return [(pos, end, Event(Anchor.MEETING, _EDGES[text[end - 1]]))]


@cache
def _event_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lexicon('times')['event']['words'])}){_EVENT_EDGE}")


def read_event(text: str, pos: int) -> list[Found]:
    """入冬前, 汛期来临前, 开学后两周内: everybody knows about when."""
    match = _event_pattern().match(text, pos)
    if match is None:
        return []
    pos -= 2 if text.endswith(_SAME_SEASON, 0, pos) else 0
    edge = Edge.BEFORE if "前" in match["edge"] else _EDGES[match["edge"][-1]]
    if edge is Edge.AFTER and (length := _behind(text, match.end())):
        return [(pos, *length[1:])]
    return [(pos, match.end(), Event(Anchor.OTHER, edge))]


def read_home_time(text: str, pos: int) -> list[Found]:
    """下午下班前 without a day, which means the day on which it is said."""
    if pos and text[pos - 1] not in _BEFORE_HOME_TIME:
        return []
    return [(pos, pos + 5, Calendar(Stretch(day_shift=0), Edge.BEFORE))]


def read_same_day(text: str, pos: int) -> list[Found]:
    """当日17:00前, 次日下班前, 当月25日前: counted from a day that only the case itself gives; the hour is left out."""
    end = pos + 2
    if text.startswith("当月", pos):
        match = _IN_SAME_MONTH.match(text, end)
        return [(pos, match.end(), Event(Anchor.OTHER, Edge.BEFORE))] if match else []
    edge, behind = read_edge(text, end)
    if edge is Edge.WITHIN or (edge is Edge.BEFORE and behind - end > 2):
        return [(pos, behind, Event(Anchor.OTHER, Edge.BEFORE))]
    return [(pos, end, Event(Anchor.OTHER, Edge.BEFORE))] if is_clock_before(text, end) else []


@cache
def _season_pattern() -> re.Pattern[str]:
    seasons = alternatives(lexicon("times")["event"]["seasons"])
    return re.compile(rf"(?:{seasons})(?=期间|，|内|来临|(?:要|将|须|应)(?!求|素|来|军|领))")


def read_season(text: str, pos: int) -> list[Found]:
    """汛期 or 暑假 used as a time, which only its place at the head of a clause or behind 在 shows."""
    if found := read_event(text, pos):
        return found
    match = _season_pattern().match(text, pos)
    if match is None or (pos and text[pos - 1] not in _BEFORE_SEASON):
        return []
    return [(pos, match.end(), Vague(TimeType.RANGE, TimeRole.DEADLINE))]


def _behind(text: str, pos: int) -> Found | None:
    return read_nth(text, pos) or read_length(text, pos)


def read_unnamed_feast(text: str, pos: int) -> list[Found]:
    """节前, 节后 and 年前 where the festival is not named."""
    match = _UNNAMED_FEAST.match(text, pos)
    if match is None or (pos and text[pos - 1] not in _BEFORE_FEAST):
        return []
    if length := _behind(text, match.end()) if match["edge"] == "后" else None:
        return [(pos, *length[1:])]
    return [(pos, match.end(), Event(Anchor.OTHER, _EDGES[match["edge"] or "前"]))]


def read_ripe(text: str, pos: int) -> list[Found]:
    """条件成熟后尽快 and its like."""
    match = _RIPE.match(text, pos)
    return [(pos, match.end(), Vague())] if match else []


def read_day_of_event(text: str, pos: int) -> list[Found]:
    """印发之日起, with the words of the event before it and the duration behind it; `pos` is at 日起."""
    match = _EVENT_DAY.match(text, pos - 1) if pos else None
    found = read_event_day(text, pos - 1, match.end()) if match else None
    return [found] if found else []
