"""Reading festivals: 七一前, 端午、中秋、国庆等节点, 五一假期."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reviewer.resource import lexicon
from reviewer.times.raw import Edge, Feast
from reviewer.times.text import DAYS_AHEAD, HAN, NOT_AFTER, NOT_BEFORE, QUOTES_CLOSE, QUOTES_OPEN
from reviewer.times.words import alternatives

_TAIL = re.compile(
    r"(?P<holiday>小长假|黄金周|长假|假期|假日)?"
    rf"(?:(?P<before>(?:即将)?(?:来临|到来|临近)?(?:之前|以前|前夕|前(?!{NOT_BEFORE})|(?P<ahead>{DAYS_AHEAD})))"
    rf"|(?P<after>(?:过|结束)?(?:之后|以后|后(?!{NOT_AFTER})))|)"
)
_MOST_NAMES = 12
_LINK = re.compile(r" ?[、和及与至到] ?|")
_FIGURES_BEFORE = re.compile(rf"[0-9{HAN}百千万亿第点届两几·.]$")
_LIST_END = re.compile(r" ?等(?!级|次|额|效|于|候)")
_PAUSE = re.compile(r"[，。；、：！]|$")
_MODAL = re.compile(r"[，]|要|将|须|应|各")
_YEAR_LEAD = re.compile(r"(?:[0-9]{4} ?|[一二][〇零一二三四五六七八九]{3}|今|明|去)年(?:的)?$|年度$|每年$")


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    festival: str
    figures: bool


@dataclass(frozen=True, slots=True)
class FoundFeast:
    """A festival at `start:end` of a text."""

    start: int
    end: int
    form: Feast


@cache
def festivals() -> dict[str, dict[str, Any]]:
    """The lexicon's entries by id."""
    return {entry["id"]: entry for entry in lexicon("festivals")["festival"]}


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    opened, closed = f"[{QUOTES_OPEN}]?", f"[{QUOTES_CLOSE}]?"
    plain: dict[str, str] = {}
    figures: dict[str, str] = {}
    titled = []
    for entry in festivals().values():
        for name in entry["names"]:
            plain[name] = entry["id"]
            if entry.get("jie"):
                plain[name + "节"] = entry["id"]
        for name in entry.get("figures", ()):
            figures[name] = entry["id"]
            titled.append(rf"{re.escape(name)}(?![0-9]){closed}(?:{alternatives(entry['titles'])})?")
    pattern = rf"{opened}(?:(?P<figures>{'|'.join(titled)})|(?P<plain>{alternatives(list(plain))})){closed}"
    return re.compile(pattern), plain, figures


@cache
def first_words() -> list[str]:
    """Every way in which a festival's name may begin, opening quotation mark included."""
    _, plain, figures = _patterns()
    words = [*plain, *figures]
    return [*words, *(q + w for q in QUOTES_OPEN for w in words)]


@cache
def _context() -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in lexicon("festivals")["context"].items()}


def _read_name(text: str, pos: int, dated: bool) -> _Name | None:
    pattern, plain, figures = _patterns()
    match = pattern.match(text, pos)
    if match is None:
        return None
    end = match.end()
    opened = text[pos] in QUOTES_OPEN
    if (words := match["plain"]) is not None:
        closed = text[end - 1] in QUOTES_CLOSE
        if closed and not opened:
            end -= 1
        elif opened and not closed:
            pos += 1
        return _Name(pos, end, plain[words], False)
    stem = next(name for name in sorted(figures, key=len, reverse=True) if match["figures"].startswith(name))
    bare = match["figures"].rstrip(QUOTES_CLOSE) == stem
    quoted = opened and any(q in match[0][1:] for q in QUOTES_CLOSE)
    if not opened and (
        _FIGURES_BEFORE.search(text, max(0, pos - 1), pos) or (not dated and text[pos - 1 : pos] == "年")
    ):
        return None
    if opened and not quoted:
        pos += 1
    elif not opened and text[end - 1] in QUOTES_CLOSE:
        end -= 1
    return _Name(pos, end, figures[stem], bare and not quoted)


def read_feasts(text: str, pos: int, year: int | None = None, year_shift: int | None = None) -> list[FoundFeast]:
    """The festivals, one or a list of them, that begin at `pos` and are meant as dates; empty where none is.

    `year` or `year_shift` is what stands in front of them.
    """
    names: list[_Name] = []
    at = pos
    dated = year is not None or year_shift is not None
    while len(names) < _MOST_NAMES and (name := _read_name(text, at, dated)):
        names.append(name)
        at = name.end
        link = _LINK.match(text, at)
        at = link.end() if link else at
    if not names:
        return []
    last = names[-1]
    tail = _TAIL.match(text, last.end)
    assert tail is not None
    edge = Edge.BEFORE if tail["before"] is not None else Edge.AFTER if tail["after"] is not None else Edge.ON
    holiday = tail["holiday"] is not None
    if not (dated or holiday or edge is not Edge.ON or _is_date(text, names)):
        return []
    feast = Feast("", year, year_shift, edge, holiday)
    far = tail["ahead"] is not None
    found = [FoundFeast(n.start, n.end, replace(feast, festival=n.festival)) for n in names]
    found[-1] = replace(found[-1], end=tail.end(), form=replace(found[-1].form, ahead=far))
    return found


def _is_date(text: str, names: list[_Name]) -> bool:
    """Whether names without 前, 后 or 假期 are dates by their neighbours."""
    context = _context()
    first, last = names[0], names[-1]
    if text.startswith(context["follow"], last.end):
        return True
    if text.startswith(context["compound"], last.end) or (len(names) == 1 and last.figures):
        return False
    if len(names) > 1:
        return bool(_LIST_END.match(text, last.end) or _PAUSE.match(text, last.end) or len(names) > 2)
    if text.endswith(context["lead"], 0, first.start):
        return True
    return (first.start == 0 or text[first.start - 1] in "，。；：！、") and bool(_MODAL.match(text, last.end))
