"""Paragraphs, from lines: a line goes on where the next one could not have begun on it."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reviewer.readers.pages.lines import Line, has_wide, is_wide

# distances in ems, but where another unit is named
_AT_EDGE = 0.6
_INDENT = (1.4, 2.7)
_SAME_LEFT = 0.4
_WIDEST_INDENT = 6.0
_SLACK = 0.6
_SLACK_IN_SENTENCE = 4.0
_HANG = (0.5, 4.0)
_NARROWEST_BLOCK = 8.0
_SAME_SIZE = 1.12  # ratio
_SAME_SIZE_ROUGHLY = 1.4  # ratio, for lines of narrow characters
_TITLE_SIZE = 1.15  # ratio to the size of the body
_CENTRE = 1.2
_DROP = 1.45  # of the usual distance between lines
_DROP_WITHOUT_INDENTS = 1.2  # there, distance tells paragraphs apart
_TITLE_DROP = 2.3
_SHARE = 0.05
_OPENING = "“‘（《〈【〔「『(["
_CLOSING = "”’）》〉】〕」』)]，。、；：！？,.;:!?…"
_SENTENCE_END = "。！？；：…"
_ASIDE = "—（("
_LEADER = re.compile(r"(?:[.…·]{3,}|\t)\s*\d{1,4}$")
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十百]{1,4}[、是要章条节部]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、])"
)
_BULLET = re.compile(r"[-•·●■◆▪➢] ?\S")
_WORD = re.compile(r"[!-~]+")


class Block(NamedTuple):
    """A paragraph: its text, its em in the unit of the format, and how it is aligned."""

    text: str
    size: float
    centred: bool
    right: bool


class _Column(NamedTuple):
    """Where body text begins and ends, its em, the distance of its lines, and whether first lines are indented."""

    left: float
    right: float
    size: float
    pitch: float
    indents: bool


def blocks_of(lines: list[Line]) -> list[Block]:
    """The paragraphs that the lines of a document make, across pages."""
    if not lines:
        return []
    column = _column(lines)
    edges = _block_edges(lines, column)
    found: list[list[int]] = []
    for index, line in enumerate(lines):
        if found and _goes_on(lines, index - 1, line, column, edges, len(found[-1]) == 1):
            found[-1].append(index)
        else:
            found.append([index])
    return [_block([lines[i] for i in indices], column) for indices in found]


def _column(lines: list[Line]) -> _Column:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.size * 4) / 4 or line.size] += len(line.text)
    size = weights.most_common(1)[0][0] or 1.0
    body = [line for line in lines if 1 / _SAME_SIZE <= line.size / size <= _SAME_SIZE] or lines
    enough = max(2, _SHARE * len(body)) if len(body) > 2 else 1
    left = min(_clusters([line.left for line in body], size, enough))
    right = max(_clusters([line.right for line in body], size, enough))
    drops = [
        above.base - below.base
        for above, below in pairwise(body)
        if above.page == below.page and 0.8 * size < above.base - below.base < 4 * size
    ]
    first = [line for line in body if _INDENT[0] < (line.left - left) / size < _INDENT[1]]
    return _Column(left, right, size, median(drops) if drops else 1.8 * size, len(first) >= max(2, 0.1 * len(body)))


def _clusters(edges: list[float], size: float, enough: float) -> list[float]:
    """The places near which at least `enough` edges are; all of them where none has so many."""
    places = sorted(edges)
    found = []
    start = 0
    for end, place in enumerate(places):
        while place - places[start] > _AT_EDGE * size:
            start += 1
        if end - start + 1 >= enough:
            found.append(median(places[start : end + 1]))
    return found or places


def _block_edges(lines: list[Line], column: _Column) -> list[float | None]:
    """The right edge of the run of lines with the same left edge that each stands in; None for a line by itself."""
    edges: list[float | None] = [None] * len(lines)
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _is_below(lines[index - 1], lines[index], column.pitch):
            continue
        if index - start > 1:
            em = lines[start].size
            edge = max(line.right for line in lines[start:index])
            reached = sum(edge - line.right < em for line in lines[start:index])
            far = edge - lines[start].left >= _NARROWEST_BLOCK * em
            if far and (reached > 1 or abs(edge - column.right) < 1.5 * em):
                edges[start:index] = [edge] * (index - start)
        start = index
    return edges


def _is_below(above: Line, below: Line, pitch: float) -> bool:
    return (
        above.page == below.page
        and abs(above.left - below.left) <= _SAME_LEFT * above.size
        and 0 < above.base - below.base <= max(2.5 * above.size, 1.3 * pitch)
        and _is_same_size(above, below)
    )


def _is_same_size(a: Line, b: Line) -> bool:
    most = _SAME_SIZE if has_wide(a.text) and has_wide(b.text) else _SAME_SIZE_ROUGHLY
    return max(a.size, b.size) <= most * min(a.size, b.size)


def _goes_on(
    lines: list[Line], index: int, line: Line, column: _Column, edges: list[float | None], is_first: bool
) -> bool:
    """Whether `line` continues the paragraph of the line at `index`, the first one of its paragraph or not."""
    last = lines[index]
    if not _is_same_size(last, line) or _LEADER.search(last.text) or _BULLET.match(line.text):
        return False
    em = line.size
    is_title = em > _TITLE_SIZE * column.size
    if last.page == line.page:
        drop = last.base - line.base
        most = column.pitch * (_DROP if column.indents else _DROP_WITHOUT_INDENTS)
        if not 0.5 * em < drop <= (_TITLE_DROP * em if is_title else max(most, 1.2 * em)):
            return False
    elif line.page != last.page + 1 or is_title:
        return False
    if is_title and _is_centred(line, column):
        wide = last.right - last.left > 0.5 * (column.right - column.left)
        return wide and last.text[-1] not in _SENTENCE_END and line.text[0] not in _ASIDE
    if column.right - column.left < _NARROWEST_BLOCK * em:
        return False
    indent, last_indent = (line.left - column.left) / em, (last.left - column.left) / em
    if abs(indent) <= _AT_EDGE:
        if last_indent > _WIDEST_INDENT or not _is_full(last, line, column.right):
            return False
        if last_indent > _INDENT[1] and _is_centred(last, column):
            return False
        return column.indents or not (last.text[-1] in _SENTENCE_END and _NUMBERED.match(line.text))
    edge = edges[index]
    indented_first = column.indents and _INDENT[0] < last_indent < _INDENT[1]
    if _is_centred(last, column) and _is_centred(line, column):
        return False
    if abs(line.left - last.left) <= _SAME_LEFT * em:
        return not indented_first and edge is not None and edges[index + 1] == edge and _is_full(last, line, edge)
    if not is_first or not _is_full(last, line, column.right):
        return False
    inwards = (line.left - last.left) / em
    return _INDENT[0] < -inwards < _INDENT[1] or (
        _HANG[0] < inwards < _HANG[1] and _NUMBERED.match(last.text) is not None
    )


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether what `line` begins with did not fit between the end of `last` and the edge `right`.

    In the middle of a sentence a ragged edge is allowed for.
    """
    slack = _SLACK if last.text[-1] in _SENTENCE_END else _SLACK_IN_SENTENCE
    return right - last.right < (_beginning(line.text) + slack) * line.size


def _beginning(text: str) -> float:
    """The width, in ems, of the beginning of a line that must not be broken."""
    at = 0
    while at < len(text) - 1 and text[at] in _OPENING:
        at += 1
    word = _WORD.match(text, at)
    end = word.end() if word and not is_wide(text[at]) else at + 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return sum(1.0 if is_wide(c) or not c.isascii() else 0.55 for c in text[: min(end, 40)])


def _is_centred(line: Line, column: _Column) -> bool:
    before, after = line.left - column.left, column.right - line.right
    return abs(before - after) < _CENTRE * line.size and (
        before > 1.5 * line.size or line.size > _TITLE_SIZE * column.size
    )


def _block(lines: list[Line], column: _Column) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        space = text[-1].isascii() and line.text[0].isascii() and text[-1] != "-" and not text[-1].isspace()
        text += (" " if space and (text[-1].isalnum() or text[-1] in ",.;:") else "") + line.text
    centred = all(_is_centred(line, column) for line in lines)
    last = lines[-1]
    right = (
        not centred
        and len(lines) == 1
        and last.left - column.left > _WIDEST_INDENT * last.size
        and column.right - last.right < 5 * last.size
    )
    return Block(text, lines[0].size, centred, right)
