"""The numbers of OpenDocument lists and headings (OpenDocument 1.3 part 3, 5.3 and 16.30–16.34)."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.docx.styles import whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.odt.names import LOEXT, STYLE, STYLE_NAME, TEXT, XML

_BULLETS = "•◦▪"
_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")
_MAX_LABEL = 60
_FORMATS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "壱": "japaneseLegal",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
}


class Level(NamedTuple):
    """One level of a list: `shown` is the number of levels whose numbers it writes, its own included."""

    kind: str = "decimal"
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    start: int = 1
    shown: int = 1
    bullet: bool = False


@dataclass(slots=True)
class List:
    """A `text:list` that is being read: its style, its level (from 1) and the counters that it shares."""

    style: str | None
    level: int
    counters: dict[int, int] = field(default_factory=dict)


class Lists:
    """Gives list items and headings their labels; to be asked once each, in reading order."""

    def __init__(self, holders: list[Element]) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._outline: dict[int, Level] = {}
        self._headings: dict[int, int] = {}
        self._last: dict[str | None, dict[int, int]] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        for holder in holders:
            for element in holder.iterchildren(TEXT + "list-style", TEXT + "outline-style"):
                levels = {}
                for child in element:
                    depth = whole(child.get(TEXT + "level"))
                    if depth is not None and 0 < depth <= _LEVELS:
                        levels[depth] = _level(child)
                if element.tag == TEXT + "outline-style":
                    self._outline = self._outline or levels
                else:
                    self._styles.setdefault(element.get(STYLE + "name", ""), levels)

    def begin(self, element: Element, outer: List | None) -> List:
        """A `text:list` inside `outer`, None where it stands in none."""
        style = element.get(STYLE_NAME)
        if outer is not None:
            return List(style or outer.style, outer.level + 1, outer.counters)
        continued = element.get(TEXT + "continue-list")
        counters: dict[int, int] = {}
        if continued in self._by_id:
            counters = self._by_id[continued]
        elif element.get(TEXT + "continue-numbering") == "true":
            counters = self._last.get(style, counters)
        self._last[style] = counters
        identifier = element.get(XML + "id")
        if identifier:
            self._by_id[identifier] = counters
        return List(style, 1, counters)

    def label(self, found: List, start: int | None, fallback: str | None) -> str:
        """The label of the next item; `start` is the number that it asks for, `fallback` its paragraph's list style."""
        levels = self._styles.get(found.style or fallback or "")
        if levels is None:
            return ""
        return _count(levels, found.counters, found.level, start)

    def heading(self, level: int, start: int | None) -> str:
        """The label of a heading that stands in no list."""
        if self._outline.get(level, Level(kind="none")).kind == "none":
            return ""
        return _count(self._outline, self._headings, level, start)


def _count(levels: dict[int, Level], counters: dict[int, int], level: int, start: int | None) -> str:
    own = levels.get(level, Level())
    if own.bullet:
        return _BULLETS[(level - 1) % len(_BULLETS)]
    if start is None:
        start = counters[level] + 1 if level in counters else own.start
    counters[level] = start
    for depth in range(1, level):
        counters.setdefault(depth, levels.get(depth, Level()).start)
    for depth in [d for d in counters if d > level]:
        del counters[depth]
    if own.kind == "none":
        return f"{own.prefix}{own.suffix}".strip()

    def number(depth: int) -> str:
        shown = levels.get(depth, Level())
        return format_number(counters.get(depth, shown.start), shown.kind)

    if own.pattern is not None:
        return _PLACE.sub(lambda place: number(int(place[1])), own.pattern)[:_MAX_LABEL].strip()
    first = max(level - own.shown + 1, 1)
    numbers = [number(d) for d in range(first, level + 1) if levels.get(d, Level()).kind != "none"]
    return f"{own.prefix}{'.'.join(numbers)}{own.suffix}"[:_MAX_LABEL].strip()


def _level(element: Element) -> Level:
    if element.tag.endswith(("bullet", "image")):
        return Level(bullet=True)
    sample = element.get(STYLE + "num-format", "")
    start = whole(element.get(TEXT + "start-value"))
    return Level(
        _FORMATS.get(sample[:1], "decimal") if sample else "none",
        element.get(STYLE + "num-prefix", ""),
        element.get(STYLE + "num-suffix", ""),
        element.get(LOEXT + "num-list-format"),
        1 if start is None else start,
        whole(element.get(TEXT + "display-levels")) or 1,
    )
