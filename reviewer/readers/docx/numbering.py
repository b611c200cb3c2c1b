"""The numbers that Word generates in front of paragraphs (ECMA-376 part 1, 17.9)."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from reviewer.readers.docx.names import MC, VAL, W
from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.docx.styles import Styles, is_on, whole
from reviewer.readers.docx.xml import Element

_PLACE = re.compile(r"%([1-9])")
_TIGHT = "、，。．.：:；）)】〕》"
_LEVELS = 9
_MAX_LABEL = 60
_BULLETS = "•◦▪"
_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `restart` is the level (from 1) after which it begins anew, 0 for never."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    legal: bool = False
    spaced: bool = True


@dataclass(slots=True)
class _List:
    """A `w:num`: the abstract list whose counters it shares, its levels and the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Gives the paragraphs of one document their labels; to be asked once a paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List | None] = {}
        self._styled: dict[tuple[str, str], int] = {}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()
        self._styles = styles
        for element in root if root is not None else ():
            if element.tag == W + "abstractNum":
                identifier = element.get(W + "abstractNumId", "")
                self._abstracts[identifier] = element
                link = element.find(W + "styleLink")
                if link is not None:
                    self._linked[link.get(VAL, "")] = identifier
            elif element.tag == W + "num":
                self._nums[element.get(W + "numId", "")] = element

    def level_of(self, number: str, style: str) -> int | None:
        """The level of list `number` that is tied to the paragraph style `style`, None where none is."""
        self._list(number)
        return self._styled.get((number, style))

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph at `level` (from 0) of list `number`, with the space that follows it.

        Empty for lists that do not exist and for levels that show nothing.
        """
        found = self._list(number)
        if found is None or not 0 <= level < _LEVELS:
            return ""
        self._count(number, found, level)
        return self._write(found, level)

    def _count(self, number: str, found: _List, level: int) -> None:
        counters = self._counters[found.abstract]
        if level in found.starts and (number, level) not in self._started:
            self._started.add((number, level))
            counters.pop(level, None)
        for depth in range(level):
            if depth not in counters:
                counters[depth] = self._level(found, depth).start
                self._started.add((number, depth))
        counters[level] = counters[level] + 1 if level in counters else self._level(found, level).start
        for depth in [d for d in counters if d > level]:
            restart = self._level(found, depth).restart
            if restart is None or level < restart:
                del counters[depth]

    def _write(self, found: _List, level: int) -> str:
        own = self._level(found, level)
        if own.format == "bullet":
            # the sign itself is often a place in a symbol font that shows nothing elsewhere
            return f"{_BULLETS[level % len(_BULLETS)]} "
        counters = self._counters[found.abstract]

        def number(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            shown = self._level(found, depth)
            kind = "decimal" if own.legal else shown.format
            return format_number(counters.get(depth, shown.start), kind, shown.pattern)

        text = _PLACE.sub(number, own.text)[:_MAX_LABEL]
        if not text.strip():
            return ""
        return f"{text} " if own.spaced and text[-1] not in _TIGHT and not text[-1].isspace() else text

    def _level(self, found: _List, level: int) -> Level:
        return found.levels.get(level, Level())

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._resolve(number)
            self._tie_styles(number)
        return self._lists[number]

    def _resolve(self, number: str) -> _List | None:
        num = self._nums.get(number)
        if num is None or number == "0":
            return None
        abstract = self._abstract(_value(num, "abstractNumId"))
        if abstract is None:
            return None
        element = self._abstracts[abstract]
        levels = {depth: _level(child) for child in element.iterfind(W + "lvl") if (depth := _depth(child)) is not None}
        starts: dict[int, int] = {}
        for override in num.iterfind(W + "lvlOverride"):
            depth = _depth(override)
            if depth is None:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = whole(_value(override, "startOverride"))
            if start is not None:
                starts[depth] = start
                levels[depth] = replace(levels.get(depth, Level()), start=start)
        return _List(abstract, levels, starts)

    def _abstract(self, identifier: str | None) -> str | None:
        """The abstract list that holds the levels, found through `numStyleLink`."""
        for _ in range(_DEPTH):
            if identifier is None or identifier not in self._abstracts:
                return None
            link = _value(self._abstracts[identifier], "numStyleLink")
            if link is None:
                return identifier
            identifier = self._linked.get(link)
        return None

    def _tie_styles(self, number: str) -> None:
        found = self._lists[number]
        if found is None:
            return
        for child in self._abstracts[found.abstract].iterfind(W + "lvl"):
            style, depth = _value(child, "pStyle"), _depth(child)
            if style is not None and depth is not None:
                self._styled.setdefault((number, style), depth)


def _depth(element: Element) -> int | None:
    depth = whole(element.get(W + "ilvl"))
    return depth if depth is not None and 0 <= depth < _LEVELS else None


def _value(element: Element, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(VAL)


def _level(element: Element) -> Level:
    kind = element.find(W + "numFmt")
    if kind is None:
        kind = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    legal = element.find(W + "isLgl")
    start = whole(_value(element, "start"))
    return Level(
        start=0 if start is None else start,
        format="decimal" if kind is None else kind.get(VAL, "decimal"),
        pattern="" if kind is None else kind.get(W + "format", ""),
        text=_value(element, "lvlText") or "",
        restart=whole(_value(element, "lvlRestart")),
        legal=legal is not None and is_on(legal.get(VAL)),
        spaced=_value(element, "suff") != "nothing",
    )
