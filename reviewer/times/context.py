"""What a time takes from its neighbours: month and year from the time before it, its tone from the words behind it."""

import re
from dataclasses import replace

from reviewer.times.raw import Anchor, Between, Calendar, Edge, Event, Form, Found, Listed, PlanPeriod, Stretch, Years
from reviewer.times.text import sentence_start

_TELLS = re.compile(r"[，,]?(?:既|也|又|正|不仅)?是(?!否)|的(?!时间|期限|时限|最后)")
_NAMES = re.compile(
    r"(?:(?!要|将|完成|召开|举办|承办|筹办|办好|印发|制定|出台|形成|编制)[^，。；、（(《]){0,14}?"
    r"(?:远景目标|会议精神|工作会议|大会|峰会|运动会|博览会|论坛|工作报告|年度报告|工作要点|行动方案|行动计划|任务清单|任务分工|奥运会|冬奥会"
    r"|(?:工作|任务|目标)(?=[，。；：、的是要必]))"
)
_SETTLED = re.compile(
    r"(?:所)?(?:确定|制定|下达|部署|提出|签订|印发|召开|发布|出台|安排|明确|开展|完成)的(?!时间|期限|时限)"
)
_PREPARES = re.compile(r"，?[^，。；]{0,6}?(?:要(?!求|点|素)|须|应(?!急)|完成|务必|准备|将)")


def describes(text: str, end: int, form: Form) -> bool:
    """Whether what stands behind a time makes it tell rather than bind: 今年是…之年, 今年的施工图, 会前，印发了….

    年初确定的目标 says when something was settled, whatever the time. Otherwise only years, plan periods and 会前 are so
    easily turned into a description.
    """
    match form:
        case Calendar(_, Edge.ON) if _SETTLED.match(text, end):
            return True
        case Calendar(stretch, Edge.ON):
            return not stretch.finer_than_year and bool(_TELLS.match(text, end) or _NAMES.match(text, end))
        case PlanPeriod(_, Edge.DURING) | Years():
            return _TELLS.match(text, end) is not None
        case Event(Anchor.MEETING, Edge.BEFORE):
            return _PREPARES.match(text, end) is None
    return False


def complete(text: str, found: list[Found]) -> list[Found]:
    """`found` with the month or year that a time takes over from an earlier one of its sentence.

    6月10日前报方案，20日前报总结: the second is in June. 2024年3月底前完成，6月底前验收: the second is in 2024.
    """
    completed: list[Found] = []
    known: Stretch | None = None
    known_at = 0
    for start, end, form in found:
        if known is not None and sentence_start(text, start) > known_at:
            known = None
        if known is not None:
            form = _filled(form, known)
        completed.append((start, end, form))
        stretch = _last_stretch(form)
        if stretch is not None and _leads(text, start, end, stretch):
            known, known_at = stretch, start
    return completed


def _last_stretch(form: Form) -> Stretch | None:
    match form:
        case Calendar(stretch, edge) if edge is not Edge.UP_TO:
            return stretch
        case Between(_, last):
            return last
        case Listed(items):
            return items[-1]
    return None


def _leads(text: str, start: int, end: int, stretch: Stretch) -> bool:
    """Whether what follows may leave out what this stretch says: it names a part of a year, or opens the sentence."""
    if stretch.finer_than_year:
        return True
    opens = sentence_start(text, start) >= start - 1 and text.startswith("，", end)
    return opens and (stretch.year is not None or stretch.year_shift is not None)


def _filled(form: Form, known: Stretch) -> Form:
    match form:
        case Calendar(stretch, edge):
            return Calendar(_fill(stretch, known), edge)
        case Between(first, last, edge):
            return Between(_fill(first, known) if first else None, _fill(last, known), edge)
        case Listed(items, edge):
            return Listed(tuple(_fill(item, known) for item in items), edge)
    return form


def _fill(stretch: Stretch, known: Stretch) -> Stretch:
    if stretch.year is not None or stretch.year_shift is not None or stretch.month_shift is not None:
        return stretch
    if stretch.week_shift is not None or stretch.day_shift is not None or stretch.quarter_shift is not None:
        return stretch
    if stretch.day is not None and stretch.month is None:
        if known.month is None and known.month_shift is None:
            return stretch
        return replace(
            stretch, year=known.year, year_shift=known.year_shift, month=known.month, month_shift=known.month_shift
        )
    if stretch.month is not None or stretch.quarters is not None or stretch.half is not None:
        return replace(stretch, year=known.year, year_shift=known.year_shift)
    return stretch
