"""Reading recurrences that say 每 or follow another: 每季度首月20日前, 每年汛期前, 次月5日前."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reviewer.language.numerals import parse_number
from reviewer.model.time import TimeType
from reviewer.times.events import read_event
from reviewer.times.festivals import FoundFeast, festivals, read_feasts
from reviewer.times.periods import read_calendar, read_edge
from reviewer.times.raw import Between, Calendar, Edge, Form, Listed, Masked, Part, Repeat, Stretch
from reviewer.times.rhythms import once_a_week
from reviewer.times.rota import days_after, fall
from reviewer.times.rrule import DAY_NAMES, WORKDAYS, Rule, every
from reviewer.times.stretches import WEEKDAYS, read_year_part
from reviewer.times.text import HAN, MASK

_LAST_DAY_OF_PART = {Part.EARLY: 10, Part.MIDDLE: 20, Part.FIRST_HALF: 15, Part.START: 5, Part.MID: 15}

_EVERY = re.compile(
    rf"每(?:隔|个|一|逢)?(?:([0-9]{{1,3}}|[{HAN}两百]{{1,4}}|{MASK}) ?个?|(半)个?)?"
    r"(年度?(?![龄级轻]|代(?!表)|均[增收递])|季度?(?!节)|学期|学年|月(?![饼球亮]|均[增收])|旬|周(?![边期岁密长年])|星期|礼拜|工作日|天(?![津空然])|日(?![元本]|均[增收])|小时|[晚早](?![会报餐宴稻熟]))"
)
_PER_HEAD = re.compile(r"(?:每[^每，。；]{1,3}|平均|人均|户均|年均|亩均)$")
_MONEY = re.compile(r"[^，。；]{0,10}?[0-9][0-9.,]*[ 万亿]*元")

_QUARTER_MONTH = re.compile(
    r"的?(?:(?P<first>首月|(?:第一|第1|首|头一)个月)|(?P<second>(?:第二|第2|中间一)个月)|(?P<third>末月|(?:最后一|第三|第3|末)个月|[末底](?!端))|(?P<start>初(?!步)))"
)
_QUARTER_WEEK = re.compile(r"的?(?:(?:第一|首)个?|(最后一)个?)周(?![边期])")
_QUARTER_MONTHS = {"first": (1, 4, 7, 10), "second": (2, 5, 8, 11), "third": (3, 6, 9, 12), "start": (1, 4, 7, 10)}
_DAYS = re.compile(
    r"的? ?((?:[0-9]{1,2} ?[日号]?(?:[、和及]|至|—|-))*[0-9]{1,2}) ?[日号]|的?((?:二|三)?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_MORE_DAYS = re.compile(r"(?:之前|以前|前)?(?:[、和及][0-9]{1,2}[日号](?:之前|以前|前)?){1,5}")
_ALSO = re.compile(r" ?[、和及] ?")
_MOST_ITEMS = 12
_PART = re.compile(
    r"的?月?(?:(?P<early>上旬)|(?P<middle>中旬)|(?P<late>下旬|底|末)|(?P<start>初(?!步|级|中|心))|(?P<mid>中(?=[，。；、前]|$)))"
)
_PART_DAYS = {"early": 10, "middle": 20, "late": -1, "start": 5, "mid": 15}
_NEXT_MONTH, _NEXT_YEAR = ("次月", "翌月"), ("次年", "翌年")
FOLLOWING_WORDS = [*_NEXT_MONTH, *_NEXT_YEAR]
_NTH = re.compile(
    r"的?(?:第([一二三四五1-5])个?|(最后一)个?|(首)个?)(?:周([一二三四五六日天])|星期([一二三四五六日天])|(工作日)|(周)(?!边|期))"
)
_WEEKDAYS = re.compile(
    r"([一二三四五六日天](?![个次天场趟回遍名篇轮])(?:(?:、|和|及)(?:周|星期)?[一二三四五六日天])*)(?:(?:至|到|—|-)(?:周|星期)?([一二三四五六日天]))?|(末)"
)


def read_every(text: str, pos: int) -> tuple[Form, int] | None:
    """每… with the days that it falls on, at `pos` of the folded `text`."""
    match = _EVERY.match(text, pos)
    if match is None:
        return None
    if text.endswith("平均", 0, pos) or (
        _PER_HEAD.search(text, max(0, pos - 5), pos) and _MONEY.match(text, match.end())
    ):
        return None
    count, half, unit = match.groups()
    if count and parse_number(count) is None:
        return Masked(TimeType.SET), match.end()
    number = parse_number(count) or 1 if count else 1
    if number == 1 and count and match[0].startswith("每隔"):
        number = 2
    rule = every(unit, number, half is not None)
    rule, end = _detail(text, match.end(), rule, unit, plain=count is None and half is None)
    if end == match.end() and match[0].startswith("每逢"):
        return None
    edge, behind = read_edge(text, end)
    if edge is Edge.BEFORE and end > match.end():
        end = behind
    return Repeat(rule.value()), end


def _detail(text: str, pos: int, rule: Rule, unit: str, plain: bool) -> tuple[Rule, int]:
    if not plain:
        return rule, pos
    if after := days_after(text, pos, unit):
        return after
    if unit in ("年", "年度", "学年"):
        return _in_year(text, pos, rule)
    if unit in ("季", "季度"):
        return _in_quarter(text, pos, rule)
    if unit == "月":
        return _in_month(text, pos, rule)
    if unit in ("周", "星期", "礼拜"):
        return _in_week(text, pos, rule)
    return rule, pos


def _in_year(text: str, pos: int, rule: Rule) -> tuple[Rule, int]:
    start = pos + 1 if text.startswith("的", pos) else pos
    if part := read_year_part(text, start):
        edge, end = read_edge(text, part.end)
        before = edge is Edge.BEFORE
        months, days = _months_of(part.stretch, before)
        return replace(rule, months=months, days=days), end if before else part.end
    if feasts := read_feasts(text, start, year_shift=0):
        return _on_feasts(feasts, rule), feasts[-1].end
    if event := read_event(text, start):
        return rule, event[0][1]
    found = read_calendar(text, start)
    yearly = _yearly_days(found[0]) if found else None
    if found is None or yearly is None:
        return rule, pos
    months, days = yearly
    end = found[1]
    for _ in range(_MOST_ITEMS):
        joint = _ALSO.match(text, end)
        more = read_calendar(text, joint.end()) if joint else None
        also = _yearly_days(more[0]) if more else None
        if more is None or also is None:
            break
        months, days, end = (*months, *also[0]), (*days, *also[1]), more[1]
    return replace(rule, months=tuple(sorted(set(months))), days=_unique(list(days))), end


def _yearly_days(form: Form) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The months and month days of a calendar time without a year; None where it has one or names no month."""
    if isinstance(form, Between) and form.first is not None:
        first, last = form.first.month, form.last.month
        if first is None or last is None or form.first.year is not None:
            return None
        months = range(first, last + 1) if first <= last else (*range(1, last + 1), *range(first, 13))
        return tuple(months), ()
    if not isinstance(form, Calendar | Listed):
        return None
    stretches = (form.stretch,) if isinstance(form, Calendar) else form.items
    if any(s.year is not None or s.year_shift is not None for s in stretches):
        return None
    pairs = [_months_of(s, form.edge in (Edge.BEFORE, Edge.WITHIN)) for s in stretches]
    found = sorted({month for months, _ in pairs for month in months})
    return (tuple(found), _unique([day for _, days in pairs for day in days])) if found else None


def _on_feasts(feasts: list[FoundFeast], rule: Rule) -> Rule:
    """The solar day of a single festival, or the day before it; the moon's days have no rule of their own."""
    entry = festivals()[feasts[0].form.festival]
    if len(feasts) > 1 or "solar" not in entry or feasts[0].form.holiday or feasts[0].form.edge is Edge.AFTER:
        return rule
    day = date(2023, *entry["solar"]) - timedelta(days=feasts[0].form.edge is Edge.BEFORE)
    return replace(rule, months=(day.month,), days=(day.day,))


def _months_of(stretch: Stretch, before: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The months and month days of `stretch`; with `before`, its last day."""
    end = (-1,) if before else ()
    if stretch.month is not None:
        if stretch.day is not None:
            return (stretch.month,), (stretch.day,)
        if stretch.part is not None:
            return (stretch.month,), (_LAST_DAY_OF_PART.get(stretch.part, -1),)
        return (stretch.month,), end
    if stretch.quarters is not None:
        first, last = stretch.quarters
        return ((last * 3,), end) if before else (tuple(range(first * 3 - 2, last * 3 + 1)), ())
    if stretch.half is not None:
        last = stretch.half * 6
        return ((last,), end) if before else (tuple(range(last - 5, last + 1)), ())
    if stretch.part is not None:
        month = {Part.START: 1, Part.MID: 6}.get(stretch.part, 12)
        return (month,), end
    return (), ()


def read_fall(text: str, pos: int) -> tuple[Form, int] | None:
    """逢五逢十 and 逢双月20日前; 每逢周末 is read as any other 每."""
    found = fall(text, pos)
    if found is None:
        return read_every(text, pos)
    rule, end = found
    if rule.frequency == "YEARLY":
        rule, end = _in_month(text, end, rule)
        edge, behind = read_edge(text, end)
        end = behind if edge is Edge.BEFORE and end > found[1] else end
    return Repeat(rule.value()), end


def read_following(text: str, pos: int) -> tuple[Form, int] | None:
    """次月5日前 and 次年1月底前, which come round with every month or year that they follow."""
    if text.startswith(_NEXT_MONTH, pos):
        rule, end = _in_month(text, pos + 2, Rule("MONTHLY"))
    elif text.startswith(_NEXT_YEAR, pos):
        rule, end = _in_year(text, pos + 2, Rule("YEARLY"))
    else:
        return None
    if end == pos + 2:
        return None
    edge, behind = read_edge(text, end)
    return Repeat(rule.value()), behind if edge is Edge.BEFORE else end


def _in_quarter(text: str, pos: int, rule: Rule) -> tuple[Rule, int]:
    match = _QUARTER_MONTH.match(text, pos)
    if week := _QUARTER_WEEK.match(text, pos):
        first = week[1] is None
        return Rule(
            "YEARLY", months=_QUARTER_MONTHS["first" if first else "third"], days=(7 if first else -1,)
        ), week.end()
    if match is None:
        days = _DAYS.match(text, pos)
        if days is None:
            return rule, pos
        return Rule("YEARLY", months=_QUARTER_MONTHS["first"], days=_numbers(days)), days.end()
    kind = match.lastgroup or ""
    in_month = Rule("YEARLY", months=_QUARTER_MONTHS[kind])
    inner, end = _in_month(text, match.end(), in_month)
    if end == match.end() and kind == "third" and match[0][-1] in "末底":
        inner = replace(inner, days=(-1,))
    return inner, end


def _in_month(text: str, pos: int, rule: Rule) -> tuple[Rule, int]:
    if match := _DAYS.match(text, pos):
        days, end = _numbers(match), match.end()
        if more := _MORE_DAYS.match(text, end):
            days, end = _unique([*days, *map(int, re.findall("[0-9]+", more[0]))]), more.end()
        return replace(rule, days=days), end
    if match := _NTH.match(text, pos):
        number, last, _, *names, working, week = match.groups()
        position = -1 if last else parse_number(number) or 1 if number else 1
        if week:
            return replace(rule, days=(-1 if position == -1 else min(position * 7, 28),)), match.end()
        if working:
            return replace(rule, weekdays=WORKDAYS, position=position), match.end()
        day = WEEKDAYS[names[0] or names[1]]
        return replace(rule, weekdays=f"{position}{DAY_NAMES[day - 1]}"), match.end()
    if match := _PART.match(text, pos):
        return replace(rule, days=(_PART_DAYS[match.lastgroup or ""],)), match.end()
    return rule, pos


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    if match[2]:
        return (parse_number(match[2]) or 1,)
    numbers = [int(n) for n in re.findall(r"[0-9]+", match[1])]
    if re.search(r"至|—|-", match[1]):
        numbers = numbers[-1:]
    return _unique([n for n in numbers if 1 <= n <= 31])


def _in_week(text: str, pos: int, rule: Rule) -> tuple[Rule, int]:
    match = _WEEKDAYS.match(text, pos)
    if match is None or (match[0] == "一" and text[pos - 2] != "逢" and once_a_week(text, match.end())):
        return rule, pos
    if match[3]:
        return replace(rule, weekdays="SA,SU"), match.end()
    days = [WEEKDAYS[c] for c in match[1] if c in WEEKDAYS]
    if match[2]:
        days.extend(range(days[-1] + 1, WEEKDAYS[match[2]] + 1))
    return replace(rule, weekdays=",".join(DAY_NAMES[d - 1] for d in sorted(set(days)))), match.end()


def _unique(numbers: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))
