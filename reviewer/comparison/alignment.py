"""Which paragraph of one draft is which of the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from reviewer.comparison.ends import common_ends

_ALIKE = 0.4  # of their pairs of characters that two paragraphs share at least to be one paragraph that was changed
_CELLS = 60_000  # pairs of paragraphs that are weighed together; longer stretches are divided first
_REACH = 60  # paragraphs to either side of the middle, among which the one to divide at is looked for
_MANY = 2_000  # paragraphs; beyond, those that occur again and again (blank ones) do not count as a match


class Change(StrEnum):
    """What became of a paragraph, a finding or a duty."""

    SAME = "same"
    CHANGED = "changed"
    CAME = "came"
    WENT = "went"


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraph `old` of the first draft and `new` of the second, None where there is none; `same`: no word differs."""

    old: int | None
    new: int | None
    same: bool = False

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.old is None:
            return Change.CAME
        if self.new is None:
            return Change.WENT
        return Change.SAME if self.same else Change.CHANGED


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Every paragraph of both drafts once, in reading order; what went stands before what came in its place."""
    head, tail = common_ends(old, new)
    pairs = [Pair(i, i, same=True) for i in range(head)]
    first, second = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, first, second, autojunk=max(len(first), len(second)) > _MANY)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            pairs += [Pair(head + i + k, head + j + k, same=True) for k in range(i_end - i)]
        else:
            pairs += _paired(old, new, (head + i, head + i_end), (head + j, head + j_end))
    pairs += [Pair(len(old) - k, len(new) - k, same=True) for k in range(tail, 0, -1)]
    return tuple(pairs)


def _paired(old: Sequence[str], new: Sequence[str], a: tuple[int, int], b: tuple[int, int]) -> list[Pair]:
    """Two stretches without a common paragraph: like with like in the same order, so that most likeness is kept."""
    rows, columns = a[1] - a[0], b[1] - b[0]
    if not rows or not columns:
        return [*(Pair(i, None) for i in range(*a)), *(Pair(None, j) for j in range(*b))]
    left, right = [_grams(old[i]) for i in range(*a)], [_grams(new[j]) for j in range(*b)]
    return _weighed(left, right, a[0], b[0])


def _weighed(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], a: int, b: int) -> list[Pair]:
    rows, columns = len(left), len(right)
    if rows * columns > _CELLS:
        middle = rows // 2
        near = range(max(0, columns // 2 - _REACH), min(columns, columns // 2 + _REACH))
        cut = max(near, key=lambda j: (_likeness(left[middle], right[j]), -abs(j - columns // 2)))
        before = _weighed(left[:middle], right[:cut], a, b)
        return before + _weighed(left[middle:], right[cut:], a + middle, b + cut)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    taken = [bytearray(columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            score, step = best[i + 1][j], 1
            if best[i][j + 1] > score:
                score, step = best[i][j + 1], 2
            alike = _likeness(left[i], right[j])
            if alike >= _ALIKE and alike + best[i + 1][j + 1] >= score:
                score, step = alike + best[i + 1][j + 1], 3
            best[i][j], taken[i][j] = score, step
    return _walked(taken, rows, columns, a, b)


def _walked(taken: Sequence[bytearray], rows: int, columns: int, a: int, b: int) -> list[Pair]:
    pairs: list[Pair] = []
    came: list[Pair] = []
    i, j = 0, 0
    while i < rows and j < columns:
        step = taken[i][j]
        if step == 3:
            pairs += [*came, Pair(a + i, b + j)]
            came = []
            i, j = i + 1, j + 1
        elif step == 2:
            came.append(Pair(None, b + j))
            j += 1
        else:
            pairs.append(Pair(a + i, None))
            i += 1
    pairs += [Pair(a + k, None) for k in range(i, rows)]
    return [*pairs, *came, *(Pair(None, b + k) for k in range(j, columns))]


def _grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters; a single character stands for itself."""
    words = "".join(text.split())
    return frozenset(map("".join, pairwise(words))) or frozenset(words)


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """0 nothing in common, 1 the same."""
    together = len(first) + len(second)
    return 2 * len(first & second) / together if together else 1.0


def likeness(first: str, second: str) -> float:
    """How much two stretches of text have in common, from 0 to 1."""
    return _likeness(_grams(first), _grams(second))
