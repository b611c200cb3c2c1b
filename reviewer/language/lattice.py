"""All ways to cut a stretch of Chinese into words, and the cheapest of them.

Costs are those of `reviewer.language.ngrams`.
"""

import math
from functools import cache

from reviewer.language.ngrams import STEPS, WordPairs, word_pairs
from reviewer.language.segmentation import frequencies

Word = tuple[int, int, int, int]
UNKNOWN = -1
_STRAY = 8 * STEPS  # a character that is no word
_LISTED = 5  # length up to which words of the table are looked up
_FAR = 1 << 30
_KEPT = 400_000


@cache
def _remembered() -> dict[int, int]:
    return {}


class Costs:
    """What words cost after one another, with the answers kept."""

    def __init__(self) -> None:
        self.table: WordPairs = word_pairs()
        self.kept = _remembered()
        if len(self.kept) > _KEPT:
            self.kept.clear()

    def after(self, before: int, word: int, alone: int) -> int:
        """What `word` costs after the word `before`, `alone` by itself; either may be unknown."""
        if before < 0:
            return alone
        if word < 0:
            return alone + self.table.backing[before]
        key = before << 16 | word
        cost = self.kept.get(key)
        if cost is None:
            cost = self.kept[key] = self.table.cost(before, word)
        return cost


class Lattice:
    """The words in `text`, a stretch of Chinese characters, and what the cheapest way through each of them costs.

    `words` are (start, end, number or UNKNOWN, cost alone); `from_start[w]` is the cheapest way up to and with word
    `w`, `to_end[w]` the cheapest way after it; `path` the words of the cheapest way of all, which costs `total`.
    """

    def __init__(self, text: str, costs: Costs) -> None:
        self.text = text
        self.costs = costs
        self.words: list[Word] = []
        self.starting: list[list[int]] = [[] for _ in range(len(text) + 1)]
        self.ending: list[list[int]] = [[] for _ in range(len(text) + 1)]
        self._collect()
        self.from_start: list[int] = []
        self.path: list[int] = []
        self.total = self._forward()
        self._to_end: list[int] | None = None

    def _collect(self) -> None:
        text, table, listed, begun = self.text, self.costs.table, frequencies(), _begun()
        size, numbers, alone = len(text), table.numbers, table.alone
        words, starting, ending = self.words, self.starting, self.ending
        for start in range(size):
            begins = starting[start]
            for end in range(start + 1, size + 1):
                piece = text[start:end]
                frequency = listed.get(piece)
                if (number := numbers.get(piece, UNKNOWN)) >= 0 and end <= start + _LISTED:
                    cost = alone[number]
                elif end == start + 1:
                    number, cost = UNKNOWN, _STRAY
                elif frequency:
                    number, cost = UNKNOWN, rare(frequency)
                elif frequency is None and piece not in begun:
                    break
                else:
                    continue
                begins.append(len(words))
                ending[end].append(len(words))
                words.append((start, end, number, cost))

    def _forward(self) -> int:
        words, ending, after = self.words, self.ending, self.costs.after
        reach, before = self.from_start, []
        for start, _, number, alone in words:
            if not start:
                reach.append(alone)
                before.append(-1)
                continue
            best, chosen = _FAR, -1
            for other in ending[start]:
                cost = reach[other] + after(words[other][2], number, alone)
                if cost < best:
                    best, chosen = cost, other
            reach.append(best)
            before.append(chosen)
        at = min(ending[len(self.text)], key=reach.__getitem__)
        total = reach[at]
        while at >= 0:
            self.path.append(at)
            at = before[at]
        self.path.reverse()
        return total

    @property
    def to_end(self) -> list[int]:
        """What the cheapest way after each word costs."""
        if self._to_end is None:
            words, starting, after = self.words, self.starting, self.costs.after
            rest = [0] * len(words)
            for at in range(len(words) - 1, -1, -1):
                _, end, number, _ = words[at]
                if end < len(self.text):
                    rest[at] = min(rest[w] + after(number, words[w][2], words[w][3]) for w in starting[end])
            self._to_end = rest
        return self._to_end

    def with_words(self, start: int, end: int, first: tuple[int, int], *more: tuple[int, int]) -> int:
        """What the whole costs where other words replace `start:end`, each with its number or UNKNOWN and cost alone."""
        words, after, rest = self.words, self.costs.after, self.to_end
        last, cost = first
        if start:
            reach, (number, alone) = self.from_start, first
            cost = min(reach[w] + after(words[w][2], number, alone) for w in self.ending[start])
        for number, alone in more:
            cost += after(last, number, alone)
            last = number
        if end < len(self.text):
            cost += min(rest[w] + after(last, words[w][2], words[w][3]) for w in self.starting[end])
        return cost

    def without(self, start: int, end: int) -> int:
        """What the whole costs without `start:end`."""
        words, after, rest, reach = self.words, self.costs.after, self.to_end, self.from_start
        if not start:
            return min((rest[w] + words[w][3] for w in self.starting[end]), default=0)
        if end == len(self.text):
            return min(reach[w] for w in self.ending[start])
        return min(
            reach[one] + after(words[one][2], words[other][2], words[other][3]) + rest[other]
            for one in self.ending[start]
            for other in self.starting[end]
        )


@cache
def _begun() -> frozenset[str]:
    """What words of the table begin with that no word of the dictionary does."""
    listed = frequencies()
    return frozenset(
        name[:end] for name in word_pairs().names if name not in listed for end in range(2, min(len(name), _LISTED))
    )


@cache
def rare(frequency: int) -> int:
    """What a word costs that the table lacks and the dictionary lists."""
    return int(STEPS * math.log10(_all() / frequency))


@cache
def _all() -> int:
    return sum(frequencies().values())
