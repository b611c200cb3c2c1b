"""Lines of a page, from the pieces of text that were placed on it."""

import re
from statistics import median
from typing import NamedTuple

_WIDE = re.compile(
    r"[\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
# distances in ems
_SAME_BASE = 0.4
_BACK = 0.7
_OVERPRINT = 0.3
_NEAR = 1.0
_SPACE_BESIDE_WIDE = 0.6
_SPACE = 0.15
_TAB = 1.5
_LOOK_BACK = 4


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


def is_wide(text: str) -> bool:
    """Whether this character is as wide as it is high."""
    return _WIDE.match(text) is not None


def lines_of(page: Page, number: int) -> list[Line]:
    """The lines of a page in the order in which they are drawn, text that is printed over itself taken once."""
    fragments: list[list[Piece]] = []
    for piece in page.pieces:
        if not fragments or not _follows(fragments[-1][-1], piece):
            if not piece.text.isspace():
                fragments.append([piece])
        elif not _is_overprint(fragments[-1][-1], piece):
            fragments[-1].append(piece)
    joined: list[list[Piece]] = []
    for fragment in fragments:
        for earlier in reversed(joined[-_LOOK_BACK:]):
            if _is_beside(earlier, fragment):
                earlier += fragment
                earlier.sort(key=lambda piece: piece.left)
                break
            if _is_copy(earlier, fragment):
                break
        else:
            joined.append(fragment)
    lines = [_line(fragment, number) for fragment in joined]
    return [line for line in lines if line.text]


def _same_base(a: Piece, b: Piece) -> bool:
    return abs(a.base - b.base) <= _SAME_BASE * min(a.size, b.size)


def _follows(last: Piece, piece: Piece) -> bool:
    return _same_base(last, piece) and (
        piece.left >= last.right - _BACK * max(last.size, piece.size) or _is_overprint(last, piece)
    )


def _is_overprint(last: Piece, piece: Piece) -> bool:
    return last.text == piece.text and abs(piece.left - last.left) < _OVERPRINT * piece.size and not last.text.isspace()


def _is_beside(earlier: list[Piece], fragment: list[Piece]) -> bool:
    """Whether the two stand on one line next to each other, though something else was drawn between them."""
    if not _same_base(earlier[0], fragment[0]):
        return False
    em = max(earlier[0].size, fragment[0].size)
    after = fragment[0].left - earlier[-1].right
    before = earlier[0].left - fragment[-1].right
    return -_OVERPRINT * em < after < _NEAR * em or -_OVERPRINT * em < before < _NEAR * em


def _is_copy(earlier: list[Piece], fragment: list[Piece]) -> bool:
    return (
        len(earlier) == len(fragment)
        and _same_base(earlier[0], fragment[0])
        and all(_is_overprint(a, b) or a.text.isspace() for a, b in zip(earlier, fragment, strict=True))
    )


def _line(pieces: list[Piece], number: int) -> Line:
    while pieces[-1].text.isspace():
        pieces = pieces[:-1]
    out = [pieces[0].text]
    for last, piece in zip(pieces, pieces[1:], strict=False):
        out.append(_between(last, piece) + piece.text)
    sizes = [p.size for p in pieces if is_wide(p.text)] or [p.size for p in pieces]
    text = "".join(out).strip(" ")
    return Line(text, pieces[0].left, max(p.right for p in pieces), pieces[0].base, median(sizes), number)


def _between(last: Piece, piece: Piece) -> str:
    """What the distance between two pieces means: nothing, a space, or a tab."""
    if last.text[-1].isspace() or piece.text[0].isspace():
        return ""
    gap = (piece.left - last.right) / max(min(last.size, piece.size), 0.1)
    if gap > _TAB:
        return "\t"
    enough = _SPACE_BESIDE_WIDE if is_wide(last.text[-1]) or is_wide(piece.text[0]) else _SPACE
    return " " if gap > enough else ""
