"""Paragraphs to the tree of headings and running points."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.labels import Label, certain, inner_labels, leading_label
from reviewer.model.document import Document, Place
from reviewer.model.outline import POINT_STYLES, LabelStyle, Outline, OutlineEntry
from reviewer.model.span import Span
from reviewer.title import find_title

_LEVEL = {
    LabelStyle.PART: 1,
    LabelStyle.CHAPTER: 1,
    LabelStyle.SECTION: 2,
    LabelStyle.HAN: 1,
    LabelStyle.ARTICLE: 1,
    LabelStyle.HAN_BRACKET: 2,
    LabelStyle.ARABIC: 3,
    LabelStyle.ARABIC_BRACKET: 4,
}
_RANK = {
    LabelStyle.PART: 0,
    LabelStyle.CHAPTER: 1,
    LabelStyle.SECTION: 2,
    LabelStyle.HAN: 3,
    LabelStyle.ARTICLE: 3,
    LabelStyle.HAN_BRACKET: 4,
    LabelStyle.ARABIC: 5,
    LabelStyle.POINT_IS: 6,
    LabelStyle.POINT_MUST: 6,
    LabelStyle.POINT_ORDINAL: 6,
    LabelStyle.POINT_SEQUENCE: 6,
    LabelStyle.ARABIC_BRACKET: 7,
}
_INNERMOST = 8
_NUMBERED = (LabelStyle.HAN, LabelStyle.HAN_BRACKET, LabelStyle.ARABIC, LabelStyle.ARABIC_BRACKET)
_TITLE_END = re.compile(r"[。；！？]|[　\s]{2,}")
_OUTLINED = (Place.BODY, Place.TEXTBOX)
_LONGEST_STYLED_HEADING = 60
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """A label with the style whose level its place gives it."""

    label: Label
    style: LabelStyle
    rank: int


def build_outline(document: Document) -> Outline:
    """The document's title and its headings and running points in reading order."""
    title, title_spans = find_title(document)
    titled = {span.paragraph for span in title_spans if span.end == len(document.texts[span.paragraph].rstrip())}
    labels = _labels(document, titled)
    ranked = _entries(document, _places(labels))
    ranked += _styled_headings(document, titled, {label.paragraph for label in labels if label.leads})
    ranked.sort(key=lambda item: item[0].span)
    return Outline(tuple(_with_parents(ranked)), title, title_spans)


def _labels(document: Document, titled: set[int]) -> list[Label]:
    leading: list[tuple[int, Label | None]] = []
    for index, paragraph in enumerate(document.paragraphs):
        if index in titled or paragraph.origin.place not in _OUTLINED or not paragraph.text:
            continue
        if paragraph.style.is_contents:
            continue
        leading.append((index, leading_label(index, paragraph.text)))
    followed = _following(leading)
    found: list[Label] = []
    seen_sequence = _sequences_that_count_on(leading)
    for (index, first), following in zip(leading, followed, strict=True):
        text = document.texts[index]
        candidates = list(inner_labels(index, text, first.end if first else 0))
        if first and first.style is LabelStyle.POINT_SEQUENCE and (index not in seen_sequence):
            continues = any(c.series is first.series and c.value in (0, 2) for c in candidates)
            first = first if continues and first.value == 1 else None
        if first:
            found.append(first if first.value else replace(first, value=_next_value(found)))
        found.extend(certain(candidates, first, following))
    return found


def _following(leading: Sequence[tuple[int, Label | None]]) -> list[Label | None]:
    """For each paragraph, the next label that opens a later one."""
    out: list[Label | None] = []
    upcoming: Label | None = None
    for _, label in reversed(leading):
        out.append(upcoming)
        upcoming = label or upcoming
    return out[::-1]


def _sequences_that_count_on(leading: Sequence[tuple[int, Label | None]]) -> set[int]:
    """Paragraphs whose leading 首先/其次/最后 belongs to a series over several paragraphs."""
    kept: set[int] = set()
    series: list[Label] = []
    for _, label in (*leading, (-1, None)):
        if label is None:
            continue
        if label.series is not LabelStyle.POINT_ORDINAL:
            if label.style not in POINT_STYLES:
                series = []
            continue
        if label.value == 1:
            series = [label]
        elif series:
            series.append(label)
            kept.update(item.paragraph for item in series)
    return kept


def _next_value(found: Sequence[Label]) -> int:
    return found[-1].value + 1 if found else 1


def _places(labels: Sequence[Label]) -> list[_Place]:
    """Give each label the style of the series that it stands in, whatever it is written as."""
    places = [_Place(label, label.style, _RANK[label.style]) for label in labels]
    heads = [i for i, label in enumerate(labels) if label.leads and label.style in _NUMBERED]
    for at, i in enumerate(heads):
        foster = _foster_style(places, heads, at)
        if foster:
            places[i] = _Place(labels[i], foster, _RANK[foster])
    rank_of_paragraph: dict[int, int] = {}
    for i, place in enumerate(places):
        label = place.label
        if label.leads:
            rank_of_paragraph[label.paragraph] = place.rank
        elif label.style in POINT_STYLES:
            places[i] = replace(place, rank=_inner_rank(places, i, rank_of_paragraph))
    return places


def _inner_rank(places: Sequence[_Place], i: int, rank_of_paragraph: dict[int, int]) -> int:
    """The rank of a point inside a paragraph: below the label that opens it, or beside it if it counts on from it."""
    label = places[i].label
    opened = rank_of_paragraph.get(label.paragraph)
    if opened is None or opened < _RANK[LabelStyle.POINT_IS]:
        return _RANK[LabelStyle.POINT_IS]
    for place in reversed(places[:i]):
        if place.label.paragraph != label.paragraph:
            break
        if place.label.series is label.series and label.value in (place.label.value + 1, place.label.value + 2):
            return place.rank
    return min(opened + 1, _INNERMOST)


def _foster_style(places: Sequence[_Place], heads: Sequence[int], at: int) -> LabelStyle | None:
    """The style of the series that a head continues although it is written in another one, or None."""
    label = places[heads[at]].label
    earlier = [heads[k] for k in range(at - 1, max(-1, at - 1 - _REACH), -1)]
    later = heads[at + 1 : at + 1 + _REACH]
    before = _nearest(places, earlier, label.style)
    after = _nearest(places, later, label.style)
    if (before and before.value <= label.value) or (after and after.value == label.value + 1):
        return None
    for style in _NUMBERED:
        if style is label.style:
            continue
        previous = _nearest(places, earlier, style)
        following = _nearest(places, later, style)
        counts_on = following is not None and following.value == label.value + 1
        if label.value == 1:
            if previous is None and counts_on and _RANK[style] < _RANK[label.style]:
                return style
        elif previous and previous.value == label.value - 1 and (counts_on or following is None):
            return style
    return None


def _nearest(places: Sequence[_Place], order: Sequence[int], style: LabelStyle) -> Label | None:
    """The first label that stands in for `style` in `order`, unless an outer one stands before it."""
    for i in order:
        if places[i].style is style:
            return places[i].label
        if _RANK[places[i].style] < _RANK[style]:
            return None
    return None


def _entries(document: Document, places: Sequence[_Place]) -> list[tuple[OutlineEntry, int]]:
    """Entries with their ranks, their parents not yet known."""
    chapters = any(place.style in (LabelStyle.CHAPTER, LabelStyle.PART) for place in places)
    out: list[tuple[OutlineEntry, int]] = []
    under_arabic = False
    for i, place in enumerate(places):
        label = place.label
        text = document.texts[label.paragraph]
        limit = len(text)
        if i + 1 < len(places) and places[i + 1].label.paragraph == label.paragraph:
            limit = places[i + 1].label.start
        end = _title_end(text, label.end, limit)
        if label.style in POINT_STYLES:
            level = 4 if place.rank > _RANK[LabelStyle.POINT_IS] or under_arabic else 3
        else:
            level = _LEVEL[place.style] + (chapters and place.style is LabelStyle.ARTICLE)
            if place.rank <= _RANK[LabelStyle.ARABIC]:
                under_arabic = place.style is LabelStyle.ARABIC
        number = text[label.start : label.end]
        title = text[label.end : end].strip().rstrip("。；：:，")
        span = Span(label.paragraph, label.start, end)
        out.append((OutlineEntry(level, number, label.value, title, span, label.style), place.rank))
    return out


def _title_end(text: str, start: int, limit: int) -> int:
    """Where the heading that begins at `start` stops, its full stop included."""
    match = _TITLE_END.search(text, start, limit)
    end = match.end() if match else limit
    return start + len(text[start:end].rstrip())


def _styled_headings(document: Document, titled: set[int], labelled: set[int]) -> list[tuple[OutlineEntry, int]]:
    """Headings without a label that the file's own styles declare."""
    out: list[tuple[OutlineEntry, int]] = []
    for index, paragraph in enumerate(document.paragraphs):
        level = paragraph.style.outline_level
        text = paragraph.text.strip()
        if level is None or index in titled or index in labelled or not text or len(text) > _LONGEST_STYLED_HEADING:
            continue
        start = paragraph.text.index(text)
        span = Span(index, start, start + len(text))
        level = min(level, 4)
        rank = {1: 3, 2: 4, 3: 5, 4: 7}[level]
        out.append((OutlineEntry(level, "", 0, text, span, LabelStyle.UNNUMBERED), rank))
    return out


def _with_parents(entries: Sequence[tuple[OutlineEntry, int]]) -> list[OutlineEntry]:
    stack: list[tuple[int, int]] = []
    out: list[OutlineEntry] = []
    for index, (entry, rank) in enumerate(entries):
        while stack and stack[-1][1] >= rank:
            stack.pop()
        out.append(replace(entry, parent=stack[-1][0] if stack else None))
        stack.append((index, rank))
    return out
