"""What changed inside one paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reviewer.comparison.ends import common_ends

_LONG = 1_500  # characters; longer stretches are matched clause by clause first
_ISLAND = 2  # characters; what stands unchanged between two changes and is shorter belongs to them
_CLAUSE = re.compile(r"[^，。；：！？、,;:!?]*[，。；：！？、,;:!?]|[^，。；：！？、,;:!?]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `old_start:old_end` of the old paragraph that are `new_start:new_end` of the new one.

    Where they are not the `same`, one of the two may be empty.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    same: bool


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both paragraphs from beginning to end, same and changed pieces by turns."""
    head, tail = common_ends(old, new)
    middle = _matched(old[head : len(old) - tail], new[head : len(new) - tail], head)
    ends = (len(old), len(new))
    found = [Piece(0, head, 0, head, True), *middle, Piece(ends[0] - tail, ends[0], ends[1] - tail, ends[1], True)]
    return tuple(_joined(found))


def _matched(old: str, new: str, at: int) -> list[Piece]:
    if max(len(old), len(new)) <= _LONG:
        return _by_character(old, new, at, at)
    first, second = _CLAUSE.findall(old), _CLAUSE.findall(new)
    left, right = _offsets(first), _offsets(second)
    found: list[Piece] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        piece = Piece(at + left[i], at + left[i_end], at + right[j], at + right[j_end], tag == "equal")
        before, after = old[left[i] : left[i_end]], new[right[j] : right[j_end]]
        if tag == "replace" and max(len(before), len(after)) <= _LONG:
            found += _by_character(before, after, piece.old_start, piece.new_start)
        else:
            found.append(piece)
    return found


def _by_character(old: str, new: str, old_at: int, new_at: int) -> list[Piece]:
    return [
        Piece(old_at + i, old_at + i_end, new_at + j, new_at + j_end, tag == "equal")
        for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    ]


def _offsets(clauses: Sequence[str]) -> list[int]:
    offsets = [0]
    for clause in clauses:
        offsets.append(offsets[-1] + len(clause))
    return offsets


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """The pieces without empty ones and without islands too short to be read by themselves."""
    made: list[Piece] = []
    for number, piece in enumerate(found):
        same = piece.same
        length = piece.old_end - piece.old_start
        if same and 0 < number < len(found) - 1 and length < _ISLAND:
            same = False
        if length == 0 and piece.new_end == piece.new_start:
            continue
        if made and made[-1].same == same:
            last = made.pop()
            made.append(Piece(last.old_start, piece.old_end, last.new_start, piece.new_end, same))
        else:
            made.append(Piece(piece.old_start, piece.old_end, piece.new_start, piece.new_end, same))
    return made
