"""Reading calendar dates as they bound a matter: one stretch, a range, or a list with a shared ending."""

import re
from dataclasses import replace

from reviewer.model.time import TimeType
from reviewer.times.raw import Between, Calendar, Edge, Form, Listed, Masked, Stretch
from reviewer.times.stretches import Piece, read_stretch, read_tail
from reviewer.times.text import AND, NOT_AFTER, NOT_BEFORE, NOT_WITHIN, SEP

_EDGE = re.compile(
    rf"(?P<before>之前|以前|下班前|前(?!{NOT_BEFORE}))|(?P<within>之内|以内|内(?!{NOT_WITHIN}))|(?P<during>期间)|(?P<since>以来)"
    r"|(?P<from>之?起(?!草|步|到|来|诉|点|伏|初|因|重[机设]|飞|源|底|始|落|讫|码|止|运|效|降|义|居|势|航|跑))"
    rf"|(?P<after>(?:之|以)后|后(?!{NOT_AFTER}))|(?P<about>左右)"
)
_EDGES = {
    "before": Edge.BEFORE, "within": Edge.WITHIN, "during": Edge.DURING, "since": Edge.EVER_SINCE,
    "from": Edge.FROM, "after": Edge.AFTER, "about": Edge.ABOUT,
}  # fmt: skip
_CLOCK_BEFORE = re.compile(
    r" ?(?:上午|下午|中午|晚上?|早上?|凌晨|夜间)?(?: ?(?:[01]?[0-9]|2[0-4])(?:[:：][0-5][0-9]|[时点](?:整|半|[0-5]?[0-9]分?)?)|下班)?(?:之|以)?前(?!后)"
)
_GOES_THERE = re.compile(NOT_BEFORE)
_SEP = re.compile(SEP)
_FROM_SEP = re.compile(r"(?:之?起|开始)(?:，?至|到)")
_AND = re.compile(AND)
_SINCE_NOW = re.compile(rf"(?:即日|现在|目前)(?:起|开始)?(?:{SEP}|，至)")
_TWO_YEARS = re.compile(r"今明两年")
_TWO_DAYS = re.compile(r"(?P<now>今)?明后?两天")
_MOST_ITEMS = 8
_NEXT_YEAR = re.compile(r"(?:次|翌|第二)年(?=[0-9一二三四五六七八九十]{1,2}月)")


_REPORTED = re.compile(
    r"的?(?:工作|任务|计划|情况|数据|报表|统计|进展|预算|总结|报告|安排|重点|目标|台账|信息|指标|绩效|决算|收支|清单|账目)"
)

_TARGET = re.compile(r"的?(?:各项|主要|既定|预期|总体|工作|重点|民生)*(?:经济社会|发展)*(?:目标|任务|预期|计划|指标)")


def modifies(text: str, end: int, form: Calendar) -> bool:
    """Whether a time only says what a paper or target is about (上月报表, 下周计划, 全年任务)."""
    stretch = form.stretch
    if stretch == Stretch() and _TARGET.match(text, end):
        return True
    near = any(s not in (None, 0) for s in (stretch.month_shift, stretch.quarter_shift, stretch.week_shift))
    near = near or (stretch.year_shift in (1, -1) and not stretch.finer_than_year)
    return near and form.edge is Edge.ON and _REPORTED.match(text, end) is not None


def is_clock_before(text: str, pos: int) -> bool:
    """Whether an hour with its 前 follows (17:00前, 下午5点前)."""
    match = _CLOCK_BEFORE.match(text, pos)
    return match is not None and match[0].strip(" 之以") != "前" and not _GOES_THERE.match(text, match.end())


def read_edge(text: str, pos: int) -> tuple[Edge, int]:
    """前, 内, 起 … at `pos`, and the offset behind it; ON and `pos` where nothing bounds."""
    if match := _EDGE.match(text, pos):
        return _EDGES[match.lastgroup or ""], match.end()
    return Edge.ON, pos


def read_calendar(text: str, pos: int) -> tuple[Form, int] | None:
    """The calendar time whose words begin at `pos` of the folded `text`, with the offset behind it."""
    if match := _SINCE_NOW.match(text, pos):
        last = read_stretch(text, match.end())
        if last is None or last.open:
            return None
        edge, end = _range_edge(text, last.end)
        return (Masked(TimeType.RANGE) if last.masked else Between(None, last.stretch, edge)), end
    if match := _TWO_YEARS.match(text, pos):
        edge, end = _range_edge(text, match.end())
        return Between(Stretch(year_shift=0), Stretch(year_shift=1), edge), end
    if match := _TWO_DAYS.match(text, pos):
        edge, end = _range_edge(text, match.end())
        begin = 0 if match["now"] else 1
        return Between(Stretch(day_shift=begin), Stretch(day_shift=begin + 1), edge), end
    first = read_stretch(text, pos)
    if first is None:
        return None
    return _range(text, first) or _list(text, first) or _single(text, pos, first)


def read_until(text: str, pos: int) -> tuple[int, Stretch] | None:
    """Where 至2023年12月31日 ends that begins at `pos`, and its stretch; None where no whole date follows."""
    joint = _SEP.match(text, pos)
    last = read_stretch(text, joint.end()) if joint else None
    return None if last is None or last.open or last.masked else (_range_edge(text, last.end)[1], last.stretch)


def _single(text: str, start: int, piece: Piece) -> tuple[Form, int] | None:
    if piece.open:
        return None
    if text.startswith("同期", piece.end):
        return Calendar(piece.stretch), piece.end + 2
    edge, end = read_edge(text, piece.end)
    if edge is Edge.ON and piece.stretch.day is not None and _CLOCK_BEFORE.match(text, piece.end):
        edge = Edge.BEFORE
    if edge is Edge.ON and text.startswith("开始", end) and text[start - 1 : start] in ("从", "自"):
        edge = Edge.FROM
    return (Masked() if piece.masked else Calendar(piece.stretch, edge)), end


def _range_edge(text: str, pos: int) -> tuple[Edge, int]:
    edge, end = read_edge(text, pos)
    return (edge, end) if edge in (Edge.BEFORE, Edge.WITHIN, Edge.DURING) else (Edge.ON, pos)


def _range(text: str, first: Piece) -> tuple[Form, int] | None:
    joint = _SEP.match(text, first.end) or _FROM_SEP.match(text, first.end)
    if joint is None:
        return None
    start = joint.end()
    wrap = _NEXT_YEAR.match(text, start)
    last = read_tail(text, wrap.end() if wrap else start, first)
    if last is None or last.open:
        return None
    edge, end = _range_edge(text, last.end)
    if first.masked or last.masked:
        return Masked(TimeType.RANGE), end
    ends = _complete(first.stretch, last.stretch, wrapped=wrap is not None)
    return (Between(*ends, edge), end) if ends else None


def _complete(first: Stretch, last: Stretch, wrapped: bool) -> tuple[Stretch, Stretch] | None:
    """Both ends with what the one leaves to the other; None where they cannot be a range."""
    if last.year is None and last.year_shift is None:
        later = wrapped or (first.month is not None and last.month is not None and last.month < first.month)
        if first.year is not None:
            last = replace(last, year=first.year + later)
        elif first.year_shift is not None or later:
            last = replace(last, year_shift=(first.year_shift or 0) + later)
    elif wrapped or (last.year_shift == 1 and first.year is not None):
        last = replace(last, year=first.year + 1 if first.year is not None else None, year_shift=1)
        if last.year is not None:
            last = replace(last, year_shift=None)
    elif first.year is None and first.year_shift is None and last.year is not None:
        earlier = first.month is not None and last.month is not None and first.month > last.month
        first = replace(first, year=last.year - earlier)
    if last.day is not None and last.month is None and last.month_shift is None:
        last = replace(last, month=first.month, month_shift=first.month_shift)
    if first.day is not None and first.month is None and first.month_shift is None and last.month is not None:
        return None
    if first.year is not None and last.year is not None and first.year > last.year:
        return None
    return first, last


def _list(text: str, first: Piece) -> tuple[Form, int] | None:
    """A list that is one time because its items share a unit (6、12月) or an ending (6月底、12月底前)."""
    pieces = [first]
    while len(pieces) < _MOST_ITEMS and (joint := _AND.match(text, pieces[-1].end)):
        piece = read_tail(text, joint.end(), pieces[-1])
        if piece is None or not (pieces[-1].open or _grain(piece.stretch) == _grain(first.stretch)):
            break
        pieces.append(piece)
    while len(pieces) > 1 and (pieces[-1].open or _range_follows(text, pieces[-1])):
        pieces.pop()
    edge, end = read_edge(text, pieces[-1].end)
    if not _shares_ending(pieces, edge):
        closed = next((i for i, p in enumerate(pieces) if not p.open), 0)
        del pieces[closed + 1 :]
        edge, end = read_edge(text, pieces[-1].end)
    if len(pieces) < 2:
        return None
    if any(p.masked for p in pieces):
        return Masked(), end
    return Listed(_spread([p.stretch for p in pieces]), edge), end


def _shares_ending(pieces: list[Piece], edge: Edge) -> bool:
    part = pieces[-1].stretch.part is not None and pieces[0].stretch.part is None and pieces[0].stretch.day is None
    return edge in (Edge.BEFORE, Edge.WITHIN) or part


def _range_follows(text: str, piece: Piece) -> bool:
    joint = _SEP.match(text, piece.end)
    return joint is not None and read_tail(text, joint.end(), piece) is not None


def _grain(stretch: Stretch) -> str:
    if stretch.day is not None:
        return "day"
    if stretch.month is not None:
        return "month"
    if stretch.quarters is not None or stretch.half is not None:
        return "quarter"
    return "part" if stretch.part is not None else "year"


def _spread(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The items with the year and month of the first, the day part of the last, where they leave them out."""
    first, last = stretches[0], stretches[-1]
    spread = []
    for item in stretches:
        if item.year is None and item.year_shift is None:
            item = replace(item, year=first.year, year_shift=first.year_shift)
        if item.day is not None and item.month is None and item.month_shift is None:
            item = replace(item, month=first.month, month_shift=first.month_shift)
        if item.part is None and item.day is None and last.part is not None:
            item = replace(item, part=last.part)
        spread.append(item)
    return tuple(spread)
