"""Lines of a page, from the pieces of text that were placed on it."""

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
# distances in ems
_SAME_BASE = 0.4
_OVERPRINT = 0.3
_SPACE_BESIDE_WIDE = 0.42
_SPACE = 0.15
_WIDE_SPACE = 1.2
_SEGMENT = 1.5
_TAB = 4.0
_MARK_GAP = 0.5
_RAISED = (0.1, 0.9)
_SMALL = 0.75  # ratio of sizes
_SAME_SIZE = 1.6  # ratio of sizes
_MARKS = re.compile(r"[\d*\[\]()（）〔〕①-⑳]{1,4}")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEADER = re.compile(r"[.…·]{6,}\s*")


class Piece(NamedTuple):
    """Text placed on a page: `base` is its baseline's distance from the page's bottom, `size` its em.

    All in one unit, whichever the format uses.
    """

    text: str
    left: float
    right: float
    base: float
    size: float


class Page(NamedTuple):
    """A page: its size and its pieces in the order in which they are drawn."""

    width: float
    height: float
    pieces: list[Piece]


class Line(NamedTuple):
    """A line of text on the page `page` (from 0)."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int


class _Segment(NamedTuple):
    """Pieces of one row without a wide gap; `order` is where the first of them was drawn."""

    row: int
    order: int
    pieces: list[Piece]


def has_wide(text: str) -> bool:
    """Whether some character in `text` is as wide as it is high, so that its line's size is exact."""
    return _WIDE.search(text) is not None


def is_wide(text: str) -> bool:
    """Whether this character is as wide as it is high."""
    return _WIDE.match(text) is not None


def lines_of(page: Page, number: int) -> list[Line]:
    """The lines of a page, in the order in which they are drawn, or from the top where that is mostly upwards.

    What stands on one row without a gap is one line in whatever order it is drawn; wide gaps divide a row unless its
    parts are drawn one after the other. Text that is printed over itself is taken once.
    """
    segments: list[_Segment] = []
    for index, row in enumerate(_rows(page.pieces)):
        segments += _segments(index, row)
    segments.sort(key=lambda segment: segment.order)
    bases = [segment.pieces[0].base for segment in segments]
    if sum((below > above) - (below < above) for above, below in pairwise(bases)) > 0:
        segments.sort(key=lambda segment: (-segment.pieces[0].base, segment.pieces[0].left))
    joined: list[_Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if last is not None and last.row == segment.row and segment.pieces[0].left >= last.pieces[-1].right:
            last.pieces.extend(segment.pieces)
        else:
            joined.append(segment)
    return [_line(segment.pieces, number) for segment in joined]


def _rows(pieces: list[Piece]) -> list[list[tuple[int, Piece]]]:
    """The pieces by baseline, each with its place in the order of drawing; raised marks with what they belong to."""
    order = sorted(range(len(pieces)), key=lambda i: -pieces[i].base)
    rows: list[list[tuple[int, Piece]]] = []
    marks: list[int] = []
    for index in order:
        piece = pieces[index]
        if _MARKS.fullmatch(piece.text):
            marks.append(index)
            continue
        for row in reversed(rows[-3:]):
            if _is_same_row(row[0][1], piece):
                row.append((index, piece))
                break
        else:
            rows.append([(index, piece)])
    for index in marks:
        _place_mark(rows, index, pieces[index])
    return [row for row in rows if any(not piece.text.isspace() for _, piece in row)]


def _place_mark(rows: list[list[tuple[int, Piece]]], index: int, mark: Piece) -> None:
    """Put digits into the row that they stand in, or, set small and high, beside the text that they refer to."""
    own = None
    for row in rows:
        first = row[0][1]
        above = mark.base - first.base
        if _is_same_row(first, mark):
            own = row
        elif mark.size < _SMALL * first.size and _RAISED[0] * first.size < above < _RAISED[1] * first.size:
            for _, beside in row:
                gap = max(mark.left - beside.right, beside.left - mark.right)
                if -_OVERPRINT * first.size < gap < _MARK_GAP * first.size and not beside.text.isspace():
                    said = mark.text.translate(_SUPERSCRIPT)
                    row.append((index, Piece(said, mark.left, mark.right, first.base, first.size)))
                    return
    if own is None:
        rows.append([(index, mark)])
    else:
        own.append((index, mark))


def _is_same_row(first: Piece, piece: Piece) -> bool:
    small, large = sorted((first.size, piece.size))
    return abs(first.base - piece.base) <= _SAME_BASE * small and large <= _SAME_SIZE * small


def _segments(number: int, row: list[tuple[int, Piece]]) -> list[_Segment]:
    row.sort(key=lambda pair: pair[1].left)
    found: list[_Segment] = []
    for index, piece in row:
        if piece.text.isspace():
            if found and not found[-1].pieces[-1].text.isspace():
                found[-1].pieces.append(piece)
            continue
        if found:
            order, pieces = found[-1].order, found[-1].pieces
            if any(_is_overprint(last, piece) for last in pieces[-3:]):
                continue
            printed = next(p for p in reversed(pieces) if not p.text.isspace())
            if piece.left - printed.right <= _SEGMENT * min(printed.size, piece.size):
                pieces.append(piece)
                found[-1] = _Segment(number, min(order, index), pieces)
                continue
        found.append(_Segment(number, index, [piece]))
    return found


def _is_overprint(last: Piece, piece: Piece) -> bool:
    return last.text == piece.text and abs(piece.left - last.left) < _OVERPRINT * piece.size


def _line(pieces: list[Piece], number: int) -> Line:
    while pieces[-1].text.isspace():
        pieces = pieces[:-1]
    out = [pieces[0].text]
    for last, piece in pairwise(pieces):
        out.append(_between(last, piece) + piece.text)
    sizes = [p.size for p in pieces if is_wide(p.text)] or [p.size for p in pieces]
    text = _LEADER.sub("\t", "".join(out)).strip(" ")
    return Line(text, pieces[0].left, max(p.right for p in pieces), pieces[0].base, median(sizes), number)


def _between(last: Piece, piece: Piece) -> str:
    """What the distance between two pieces means: nothing, a space, or a tab."""
    if last.text[-1].isspace() or piece.text[0].isspace():
        return ""
    gap = (piece.left - last.right) / max(min(last.size, piece.size), 0.1)
    if gap > _TAB:
        return "\t"
    wide = is_wide(last.text[-1]) + is_wide(piece.text[0])
    if wide == 2 and gap > _WIDE_SPACE:
        return "\u3000" * round(gap)
    return " " if gap > (_SPACE_BESIDE_WIDE if wide else _SPACE) else ""
