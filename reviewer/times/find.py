"""Finding the times of a document: spans and normal forms that no document year changes."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from reviewer.language.numerals import parse_number
from reviewer.model.document import Document
from reviewer.model.span import Span
from reviewer.model.time import TimeRole, TimeType
from reviewer.resource import lexicon
from reviewer.times.context import complete, describes
from reviewer.times.festivals import first_words, read_feasts
from reviewer.times.lengths import read_event_day, read_length, read_years
from reviewer.times.periods import modifies, read_calendar, read_edge
from reviewer.times.raw import Anchor, Calendar, Edge, Event, Form, Length, Masked, Part, PlanPeriod, RawTime, Vague
from reviewer.times.repeats import read_accounts, read_every, read_following, read_once, rhythm_form, rhythm_pattern
from reviewer.times.text import HAN, fold
from reviewer.times.words import alternatives, one_of_starts, phrases

Found = tuple[int, int, Form]
Reader = Callable[[str, int], list[Found]]

_UNITS = r"[年月日号天周季旬个]|小时|分钟|工作日|自然日|日历日|学|星期|礼拜"
_DIGITS = re.compile(
    rf"[0-9](?<![0-9.．][0-9])[0-9]{{0,3}}+(?![0-9])(?= ?(?:{_UNITS}|[./．·-][0-9]{{1,2}}|[至到—–―─－~～﹣、和及与][0-9 —年第]|[Xx×*_]|[多余]年))"
)
_NUMERALS = re.compile(
    rf"[{HAN}两半百元](?<![{HAN}两百0-9每][{HAN}两半百元])[{HAN}Oo两百]*+(?= ?(?:{_UNITS}|[至到—–~～、和][{HAN}]|[多余]年))"
)
_MASKS = re.compile(r"[Xx×*_□某](?<![Xx×*_□A-Za-z][Xx×*_□某])[Xx×*_□]{0,7}+ ?(?:[年月日号天周个]|小时|工作日)")

_CALENDAR_WORDS = [
    "今年", "本年", "去年", "上年", "上一年", "明年", "下一年", "下年度", "后年", "前年", "上半年", "下半年",
    "前三季度", "前两季度", "前二季度", "前两个季度", "前3季度", "季末", "季度末", "今明两年", "全年", "年底", "年末", "年终", "年初", "年中", "年内", "岁末", "年关",
    "月底", "月末", "月初", "月中", "上旬", "中旬", "下旬", "本月", "这个月", "上月", "上个月", "下月", "下个月", "本季",
    "上季度", "上一季度", "上个季度", "下季度", "下一季度", "下个季度", "本周", "这周", "上周", "下周", "现在起", "目前起",
    *(f"周{d}" for d in "一二三四五六日天"), *("今天", "今日", "明天", "明日", "后天"),
    *(f"第{n}{s}" for n in "一二三四1234" for s in ("季度", "、", "至")),
    *(f"{w}{n}个月" for w in "前头" for n in (*"23456789", "10", "11", *"两三四五六七八九十")),
]  # fmt: skip
_UP_TO_WORDS = ["截至", "截止"]
_PAST_WORDS = ["最近", "近", "过去"]
_AHEAD_WORDS = ["今后", "未来"]
_RIPE_WORDS = ["条件成熟", "时机成熟", "条件具备", "条件允许"]

_UP_TO = re.compile(r"截[至止](?:到|至|目前)?")
_RIPE = re.compile(r"(?:条件|时机)(?:成熟|具备|允许)(?:之?后|时)(?:再|要|可以?)?(?:尽快|尽早|适时|及时)?")
_PLAN = re.compile(
    rf"([“\"‘]?)((?:[{HAN}]|二十)?[一二三四五六七八九十]五)(?:[”\"’](?:规划|计划)?|(?:规划|计划)?(?=期|末|时))"
    r"(?P<tail>(?:时)?期间|时期|期?内(?!容|部|涵)|期?末|末期|初期|初|中期|以来|前(?!期|三|两|后)|期(?=[，。、]))?"
)
_PLAN_STARTS = [
    f"{q}{t}五" for t in ("九", "十", *(f"十{n}" for n in "一二三四五六七八九"), "二十") for q in ("“", '"', "")
]
_PLAN_STARTS += [f"{q}{t}五" for t in "一二三四五六七八" for q in ("“", '"')]
_MEETING = re.compile(
    r"会(?:议(?:结束)?)?(?:前(?!期|进|景|列|身|沿|提|程|往|来|言|述|方|线|台)|后(?!勤|期|续|方|备|台|来|者|面|半|代|人))"
)
_MEETING_LEAD = re.compile(r"(?:本次|此次|这次)大?$|(?<![扩])大$")
_NOT_MEETING = "社协工机商学都国盛园博庙年体例党展宴集聚理开峰照员委务城幸约"
_EVENT_EDGE = (
    r"(?:来临|到来|开始|结束|启动)?(?P<edge>(?:之|以)?前(?!后|期|往|沿|景|列)|(?:之|以)?后(?!期|续|勤|备|半|代)|以来)"
)
_FEAST_EDGE = re.compile(r"[节年](?P<edge>前(?!后|期|景|列|进|沿)|后(?!期|续|勤|备|半))")
_OPENERS = " ，。；：、！？（(“”）)《》\n在于请自从至到和并抓"
_SPENT_EDGES = {"前": Edge.BEFORE, "后": Edge.AFTER, "来": Edge.EVER_SINCE}
_DUE_DAY = re.compile(r"(?:之日|当日|次日|日)起")
_ZONE = re.compile(r"[《》〔〕【】]")


def find_times(document: Document) -> tuple[RawTime, ...]:
    """Every time expression of `document` in reading order; spans do not overlap."""
    found: list[RawTime] = []
    for index, text in enumerate(document.texts):
        if text:
            times = find_in_text(text)
            found.extend(
                RawTime(Span(index, start, end), text[start:end], form, describes(text, end, form))
                for start, end, form in times
            )
    return tuple(found)


def find_in_text(text: str) -> list[Found]:
    """The times of one paragraph as `(start, end, form)`."""
    folded = fold(text)
    zones = _zones(folded)
    found: list[Found] = []
    behind = 0
    for start, reader in _candidates(folded):
        if start < behind or (zones and _inside(zones, start)):
            continue
        for begin, end, form in reader(folded, start):
            if begin >= behind and end > begin:
                found.append((begin, end, form))
                behind = end
    return complete(folded, found)


def _candidates(text: str) -> list[tuple[int, Reader]]:
    """Every place where a time may begin, in reading order, with what reads it."""
    pattern, readers = _word_table()
    found: list[tuple[int, Reader]] = [(m.start(), _read_number) for m in _DIGITS.finditer(text)]
    found.extend((m.start(), _read_number) for m in _NUMERALS.finditer(text))
    found.extend((m.start(), _read_number) for m in _MASKS.finditer(text))
    found.extend((m.start(), readers[m[0]]) for m in pattern.finditer(text))
    found.extend((m.start(), _read_rhythm) for m in rhythm_pattern().finditer(text))
    found.sort(key=lambda candidate: candidate[0])
    return found


def _zones(text: str) -> list[tuple[int, int]]:
    """Where titles and document numbers stand (《…》, 〔…〕, 【…】), outermost brackets, in order."""
    if not _ZONE.search(text):
        return []
    pairs = {"》": "《", "〕": "〔", "】": "【"}
    opened: list[tuple[str, int]] = []
    zones: list[tuple[int, int]] = []
    for match in _ZONE.finditer(text):
        char = match[0]
        if char not in pairs:
            opened.append((char, match.start()))
            continue
        while opened and opened[-1][0] != pairs[char]:
            opened.pop()
        if opened:
            start = opened.pop()[1]
            while zones and zones[-1][0] >= start:
                zones.pop()
            zones.append((start, match.end()))
    return zones


def _inside(zones: list[tuple[int, int]], pos: int) -> bool:
    index = bisect_right(zones, pos, key=lambda zone: zone[0]) - 1
    return index >= 0 and pos < zones[index][1]


@cache
def _word_table() -> tuple[re.Pattern[str], dict[str, Reader]]:
    """The pattern for every word that may begin a time, and what reads it."""
    table: dict[str, Reader] = dict.fromkeys(_CALENDAR_WORDS, _read_calendar)
    table.update(dict.fromkeys(_UP_TO_WORDS, _read_up_to))
    table.update(dict.fromkeys(_PAST_WORDS, _read_past))
    table.update(dict.fromkeys(_AHEAD_WORDS, _read_ahead))
    table.update(dict.fromkeys(_RIPE_WORDS, _read_ripe))
    table.update(dict.fromkeys(lexicon("times")["event"]["words"], _read_event))
    table.update(dict.fromkeys(lexicon("times")["event"]["seasons"], _read_season))
    table.update(dict.fromkeys(first_words(), _read_feasts))
    table.update(dict.fromkeys(_PLAN_STARTS, _read_plan))
    table.update(dict.fromkeys(phrases(), _read_phrase))
    table["即日起"] = _read_calendar
    table.update(
        {
            "每": _read_every,
            **dict.fromkeys(("会前", "会后", "会议前", "会议后", "会议结束后"), _read_meeting),
            "节前": _read_feast_edge,
            "年前": _read_feast_edge,
        }
    )
    table.update({"节后": _read_feast_edge, "日起": _read_day_of_event})
    return re.compile(one_of_starts(list(table))), table


def _longest(readings: Iterator[list[Found]]) -> list[Found]:
    best: list[Found] = []
    for reading in readings:
        if reading and (not best or reading[-1][1] - reading[0][0] > best[-1][1] - best[0][0]):
            best = reading
    return best


def _read_number(text: str, pos: int) -> list[Found]:
    return _longest(reader(text, pos) for reader in (_read_once, _read_calendar, _read_length, _read_feasts))


def _read_calendar(text: str, pos: int) -> list[Found]:
    if accounts := read_accounts(text, pos):
        return accounts
    found = read_calendar(text, pos)
    if found is None:
        return _read_phrase_or_limit(text, pos)
    form, end = found
    if isinstance(form, Calendar):
        if modifies(text, end, form):
            return []
        if form.edge is Edge.ON and not form.stretch.finer_than_year and text[end - 1] == "年":
            feasts = read_feasts(text, end, form.stretch.year, form.stretch.year_shift)
            if feasts:
                return [(pos, feasts[0].end, feasts[0].form), *((f.start, f.end, f.form) for f in feasts[1:])]
            if event := _read_event(text, end):
                return [(pos, event[0][1], event[0][2])]
        if form.edge in (Edge.FROM, Edge.AFTER) and (length := read_length(text, end)):
            limit = length[2]
            if isinstance(limit, Length):
                return [
                    (pos, length[1], Length(limit.low, limit.high, limit.unit, start=form.stretch, exact=limit.exact))
                ]
    return [(pos, end, form)]


def _read_length(text: str, pos: int) -> list[Found]:
    found = read_length(text, pos)
    return [found] if found else []


def _read_once(text: str, pos: int) -> list[Found]:
    found = read_once(text, pos)
    return [(pos, found[1], found[0])] if found else []


def _read_every(text: str, pos: int) -> list[Found]:
    found = read_every(text, pos)
    return [(pos, found[1], found[0])] if found else []


def _read_following(text: str, pos: int) -> list[Found]:
    found = read_following(text, pos)
    return [(pos, found[1], found[0])] if found else []


def _read_rhythm(text: str, pos: int) -> list[Found]:
    return [(pos, pos + 1, rhythm_form(text[pos]))]


def _read_feasts(text: str, pos: int) -> list[Found]:
    return [(feast.start, feast.end, feast.form) for feast in read_feasts(text, pos)]


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
    return [(pos, end, form)] if isinstance(form, Masked) else [(match.end(), end, form)]


def _read_past(text: str, pos: int) -> list[Found]:
    if phrase := _read_phrase(text, pos):
        return phrase
    lead = next(word for word in _PAST_WORDS if text.startswith(word, pos))
    if lead == "近" and text[pos - 1 : pos] in tuple("将接临靠附邻亲新贴远最就"):
        return []
    found = read_years(text, pos, pos + len(lead), ahead=False)
    return [(pos, found[1], found[0])] if found else []


def _read_ahead(text: str, pos: int) -> list[Found]:
    if phrase := _read_phrase(text, pos):
        return phrase
    found = read_years(text, pos, pos + 2, ahead=True)
    return [(pos, found[1], found[0])] if found else []


def _read_phrase_or_limit(text: str, pos: int) -> list[Found]:
    """即日起, with the duration that runs from it."""
    phrase = _read_phrase(text, pos)
    if phrase and (length := read_length(text, phrase[0][1])) and isinstance(length[2], Length):
        return [(pos, length[1], replace(length[2], anchor=Anchor.NOW))]
    return phrase


def _read_phrase(text: str, pos: int) -> list[Found]:
    table = phrases()
    match = _phrase_pattern().match(text, pos)
    if match is None or not table[match[0]].stands(text, pos, match.end()):
        return []
    return [(pos, match.end(), table[match[0]].form)]


@cache
def _phrase_pattern() -> re.Pattern[str]:
    return re.compile(alternatives(list(phrases())))


def _read_ripe(text: str, pos: int) -> list[Found]:
    match = _RIPE.match(text, pos)
    return [(pos, match.end(), Vague())] if match else []


def _read_plan(text: str, pos: int) -> list[Found]:
    """A plan period where it is used as a time; the plan itself (“十四五”规划) is none."""
    match = _PLAN.match(text, pos)
    if match is None or match["tail"] is None or (pos and text[pos - 1] in HAN + "第"):
        return []
    number = parse_number(match[2][:-1]) or 0
    tail = match["tail"]
    if tail == "以来":
        return [(pos, match.end(), PlanPeriod(number, Edge.EVER_SINCE))]
    if "末" in tail:
        edge, end = read_edge(text, match.end())
        return [(pos, end if edge is Edge.BEFORE else match.end(), PlanPeriod(number, part=Part.END))]
    if "初" in tail:
        return [(pos, match.end(), PlanPeriod(number, part=Part.START))]
    if "中期" in tail:
        return [(pos, match.end(), PlanPeriod(number, part=Part.MID))]
    if tail == "前":
        return [(pos, match.end(), PlanPeriod(number, Edge.BEFORE))]
    return [(pos, match.end(), PlanPeriod(number))]


def _read_meeting(text: str, pos: int) -> list[Found]:
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
    return [(pos, end, Event(Anchor.MEETING, _SPENT_EDGES[text[end - 1]]))]


def _read_event(text: str, pos: int) -> list[Found]:
    match = _event_pattern().match(text, pos)
    return [(pos, match.end(), Event(Anchor.OTHER, _SPENT_EDGES[match["edge"][-1]]))] if match else []


@cache
def _event_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(lexicon('times')['event']['words'])}){_EVENT_EDGE}")


@cache
def _season_pattern() -> re.Pattern[str]:
    seasons = alternatives(lexicon("times")["event"]["seasons"])
    return re.compile(rf"(?:{seasons})(?=期间|，|内|来临|(?:要|将|须|应)(?!求|素|来|军|领))")


def _read_season(text: str, pos: int) -> list[Found]:
    """汛期 or 暑假 used as a time, which only its place at the head of a clause or behind 在 shows."""
    if found := _read_event(text, pos):
        return found
    match = _season_pattern().match(text, pos)
    if match is None or (pos and text[pos - 1] not in "，。；：、在于年逢到"):
        return []
    return [(pos, match.end(), Vague(TimeType.RANGE, TimeRole.DEADLINE))]


def _read_feast_edge(text: str, pos: int) -> list[Found]:
    """节前, 节后, 年前 where the festival is not named."""
    match = _FEAST_EDGE.match(text, pos)
    if match is None or (pos and text[pos - 1] not in _OPENERS):
        return []
    return [(pos, match.end(), Event(Anchor.OTHER, _SPENT_EDGES[text[match.end() - 1]]))]


def _read_day_of_event(text: str, pos: int) -> list[Found]:
    for lead in (1, 0):
        match = _DUE_DAY.match(text, pos - lead) if pos >= lead else None
        if match and match[0] != "日起":
            found = read_event_day(text, match.end() - len(match[0]), match.end())
            return [found] if found else []
    return []
