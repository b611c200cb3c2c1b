"""Which labels count on from each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewer.language.numerals import to_chinese
from reviewer.model.outline import LabelStyle, OutlineEntry
from reviewer.model.span import Span

_FAMILY = {
    LabelStyle.POINT_MUST: LabelStyle.POINT_IS,
    LabelStyle.POINT_SEQUENCE: LabelStyle.POINT_ORDINAL,
}
_ARABIC = frozenset({LabelStyle.ARABIC, LabelStyle.ARABIC_BRACKET})
_NATURAL = {1: LabelStyle.HAN, 2: LabelStyle.HAN_BRACKET, 3: LabelStyle.ARABIC, 4: LabelStyle.ARABIC_BRACKET}
_HEADINGS = frozenset(_NATURAL.values())
_HAN_DIGITS = "一二三四五六七八九十百"


def family(entry: OutlineEntry) -> LabelStyle:
    """The style that the entry counts with: that of its level for headings, 一是 for 二要."""
    if entry.style in _HEADINGS:
        return _NATURAL[entry.level]
    return _FAMILY.get(entry.style, entry.style)


def is_foreign(entry: OutlineEntry) -> bool:
    """Whether the label is written in the style of another level than its place gives it."""
    return entry.style in _HEADINGS and entry.style is not _NATURAL[entry.level]


def natural_style(entry: OutlineEntry) -> LabelStyle:
    """The style that belongs to the entry's level."""
    return _NATURAL[entry.level]


def series(siblings: Sequence[OutlineEntry]) -> Iterator[list[OutlineEntry]]:
    """Siblings of one family in unbroken sequence.

    A label that says 1 begins a new series; a later one that continues an earlier series closes those between, so
    that lists in lists written in one style are told apart.
    """
    open_series: dict[LabelStyle, list[list[OutlineEntry]]] = defaultdict(list)
    done: list[list[OutlineEntry]] = []
    for entry in siblings:
        stack = open_series[family(entry)]
        if entry.value != 1:
            while len(stack) > 1 and stack[-1][-1].value != entry.value - 1 and _waits_for(stack[:-1], entry.value):
                done.append(stack.pop())
        if entry.value == 1 or not stack:
            stack.append([entry])
        else:
            stack[-1].append(entry)
    yield from done
    for stack in open_series.values():
        yield from stack


def _waits_for(stack: Sequence[Sequence[OutlineEntry]], value: int) -> bool:
    return any(members[-1].value == value - 1 for members in stack)


def spelled(entry: OutlineEntry, value: int) -> re.Pattern[str]:
    """What a label of the entry's kind that says `value` looks like, however carelessly it is set."""
    han = to_chinese(value)
    if entry.style is LabelStyle.ARABIC:
        return re.compile(rf"(?<!\d){value}\s*[.．、]")
    if entry.style is LabelStyle.ARABIC_BRACKET:
        return re.compile(rf"(?<!\d){value}\s*[）)]")
    if entry.style is LabelStyle.HAN_BRACKET:
        return re.compile(rf"{han}\s*[）)]")
    if entry.style in (LabelStyle.POINT_IS, LabelStyle.POINT_MUST):
        return re.compile(rf"(?<![十第]){han}\s*(?:是|要|则|[，、])")
    return re.compile(rf"第\s*{han}|(?<![十第]){han}\s*[、.．，]|其次|第\s*{value}")


def label_span(entry: OutlineEntry) -> Span:
    """Where the label itself stands."""
    start = entry.span.start
    return Span(entry.span.paragraph, start, start + len(entry.number))


def written(style: LabelStyle, value: int) -> str:
    """The heading label of `style` that says `value`, by GB/T 9704—2012 7.3.3."""
    if style is LabelStyle.HAN:
        return f"{to_chinese(value)}、"
    if style is LabelStyle.HAN_BRACKET:
        return f"（{to_chinese(value)}）"
    return f"{value}." if style is LabelStyle.ARABIC else f"（{value}）"


def renumbered(entry: OutlineEntry, value: int) -> str:
    """The entry's label with `value` in place of its number, all else as written."""
    number = str(value) if entry.style in _ARABIC or entry.number.strip("（(第 ")[:1].isdigit() else to_chinese(value)
    digits = "".join(c if c.isdigit() or c in _HAN_DIGITS else " " for c in entry.number)
    core = digits.strip().split(" ")[0]
    return entry.number.replace(core, number, 1)
