"""How usual a word is after another: a table of word pairs, loaded when first asked for.

A cost is a negative logarithm to base ten in steps of 1/32: the less usual, the higher.
"""

import lzma
import struct
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from reviewer import resource

STEPS = 32
_FILE = "model/words.xz"
_MAGIC = b"words-1\n"
_SECTIONS = 6
_MUCH = STEPS // 2
_OFTEN = 2 * STEPS


@dataclass(frozen=True, slots=True)
class WordPairs:
    """The table: words in order, what each costs by itself, and what follows it.

    `followers[first[w]:first[w + 1]]` are in order the words known to follow word `w`, `pairs` what they then cost;
    any other costs what it does by itself and `backing[w]` on top.
    """

    names: list[str]
    numbers: dict[str, int]
    alone: bytes
    backing: bytes
    first: list[int]
    followers: "array[int]"
    pairs: bytes

    def cost(self, before: int, word: int) -> int:
        """What `word` costs after the word `before`."""
        at = self._place(before, word)
        return self.alone[word] + self.backing[before] if at < 0 else self.pairs[at]

    def follows(self, before: int, word: int) -> bool:
        """Whether `word` is known to follow the word `before`."""
        return self._place(before, word) >= 0

    def closeness(self, before: int, word: int) -> int:
        """2 if `word` very often follows the word `before`, 1 if it does so much oftener than others, else 0."""
        at = self._place(before, word)
        if at < 0 or self.pairs[at] + _MUCH > self.alone[word]:
            return 0
        return 2 if self.pairs[at] <= _OFTEN else 1

    def _place(self, before: int, word: int) -> int:
        end = self.first[before + 1]
        at = bisect_left(self.followers, word, self.first[before], end)
        return at if at < end and self.followers[at] == word else -1


def _numbers(data: bytes) -> "array[int]":
    values = array("H", data)
    if sys.byteorder == "big":
        values.byteswap()
    return values


@cache
def word_pairs() -> WordPairs:
    """The shipped table."""
    data = lzma.decompress(resource.read_bytes(_FILE))
    if not data.startswith(_MAGIC):
        raise ValueError(_FILE)
    at = len(_MAGIC) + 4 * _SECTIONS
    parts = []
    for size in struct.unpack_from(f"<{_SECTIONS}I", data, len(_MAGIC)):
        parts.append(data[at : at + size])
        at += size
    names = parts[0].decode("utf-8").split("\n")
    first = list(accumulate(_numbers(parts[3]), initial=0))
    numbers = {name: number for number, name in enumerate(names)}
    return WordPairs(names, numbers, parts[1], parts[2], first, _numbers(parts[4]), parts[5])
