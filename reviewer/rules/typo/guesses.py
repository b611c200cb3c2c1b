"""What may have been meant where the words are unusual, and how much more usual that would be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reviewer.language.lattice import Lattice, Word
from reviewer.language.ngrams import STEPS, WordPairs
from reviewer.rules.typo.likeness import same_sound, shape_neighbours, sound_classes
from reviewer.rules.typo.word_index import Entry, WordIndex, word_index

_WIDEST = 4
_NONE: frozenset[str] = frozenset()
_SET = 4  # the length of a set phrase
_ANYWHERE = int(3.4 * STEPS)  # what a character costs at most that stands beside anything
_NEXT = 3 * STEPS  # what a word after the last would cost
_WEAK = (0, int(8.2 * STEPS), int(8.6 * STEPS), 12 * STEPS, 15 * STEPS, 17 * STEPS)  # by how many words a piece touches


class Slip(Enum):
    """How the writing went wrong."""

    SOUND = "读音相同"
    NEAR_SOUND = "读音相近"
    SHAPE = "字形相近"
    HOMOPHONE = "读音相同的词"
    SWAPPED = "颠倒"
    CROSSED = "两个词交错"
    LOST = "缺字"
    DOUBLED = "重字"


@dataclass(frozen=True, slots=True)
class Guess:
    """`better` for `start:end` of a stretch, by which it would cost `gain` less.

    `before` and `after` say how well it goes with the words on its two sides, up to 2 for each, up to 1 where a
    character was lost; `points` what speaks for it there.
    """

    start: int
    end: int
    better: str
    slip: Slip
    gain: int
    before: int
    after: int
    points: float = 0.0

    @property
    def support(self) -> int:
        """How well it goes with both sides together, up to 4."""
        return self.before + self.after


def guesses(lattice: Lattice, least: int) -> Iterator[Guess]:
    """What would make the stretch cheaper by `least` or more, in no order; places that are usual enough are passed."""
    for start, end, (name, number, alone), slip in _edits(lattice):
        gain = lattice.total - lattice.with_words(start, end, (number, alone))
        if gain >= least:
            yield Guess(start, end, name, slip, gain, *_support(lattice, start, end, number, number))
    yield from _crossed(lattice, least)
    yield from _doubled(lattice, least)


def _doubled(lattice: Lattice, least: int) -> Iterator[Guess]:
    """A character written twice of which one belongs to a longer word: 工工作, 脚踏踏实地."""
    text, sizes, entry = lattice.text, [0] * len(lattice.text), word_index().entry
    for at in lattice.path:
        start, end, _, _ = lattice.words[at]
        sizes[start:end] = [end - start] * (end - start)
    for at in range(1, len(text)):
        if text[at] != text[at - 1]:
            continue
        if min(sizes[at - 1], sizes[at]) == 1 < max(sizes[at - 1], sizes[at]):
            gain = lattice.total - min(lattice.without(at - 1, at), lattice.without(at, at + 1))
            if gain >= least:
                start = at if sizes[at] >= _SET else at - sizes[at - 1] if sizes[at - 1] >= _SET else -1
                if start < 0:
                    yield Guess(at - 1, at + 1, text[at], Slip.DOUBLED, gain, 0, 0)
                elif start == at:
                    yield Guess(at - 1, at + sizes[at], text[at : at + sizes[at]], Slip.DOUBLED, gain, 0, 0)
                else:
                    yield Guess(start, at + 1, text[start:at], Slip.DOUBLED, gain, 0, 0)
        for start in range(max(0, at + 1 - _SET), min(at, len(text) - _SET)):
            if phrase := entry(text[start:at] + text[at + 1 : start + _SET + 1]):
                gain = lattice.total - lattice.with_words(start, start + _SET + 1, phrase[1:])
                if gain >= least:
                    yield Guess(start, start + _SET + 1, phrase[0], Slip.DOUBLED, gain, 0, 0)


def _crossed(lattice: Lattice, least: int) -> Iterator[Guess]:
    """Two words of which the last character of one and the first of the other changed places: 技创术新."""
    text, index = lattice.text, word_index()
    borders = {lattice.words[at][1] for at in lattice.path}
    for at in range(1, len(text) - 2):
        if at not in borders or at + 1 not in borders or text[at] == text[at + 1]:
            continue
        lefts = [e for start in range(max(0, at - 2), at) if (e := index.entry(text[start:at] + text[at + 1]))]
        if not lefts:
            continue
        ends = range(at + 3, min(len(text), at + 4) + 1)
        rights = [e for end in ends if (e := index.entry(text[at] + text[at + 2 : end]))]
        for left in lefts:
            for right in rights:
                start, end = at + 1 - len(left[0]), at + 1 + len(right[0])
                gain = lattice.total - lattice.with_words(start, end, left[1:], right[1:])
                if gain >= least:
                    before, after = _support(lattice, start, end, left[1], right[1])
                    within = min(left[1], right[1]) >= 0 and lattice.costs.table.closeness(left[1], right[1])
                    yield Guess(start, end, left[0] + right[0], Slip.CROSSED, gain, max(before, within), after)


def _support(lattice: Lattice, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """How well words from `first` to `last` would go with what stands before and what stands after."""
    closeness, words = lattice.costs.table.closeness, lattice.words
    if first < 0 or last < 0:
        return 0, 0
    return (
        max((closeness(words[w][2], first) for w in lattice.ending[start] if _tells(words[w])), default=0),
        max((closeness(last, words[w][2]) for w in lattice.starting[end] if _tells(words[w])), default=0),
    )


def _tells(word: Word) -> bool:
    """Whether it says something that a word goes with it: characters that are words stand beside anything."""
    start, end, number, alone = word
    return number >= 0 and (end > start + 1 or alone > _ANYWHERE)


def _edits(lattice: Lattice) -> Iterator[tuple[int, int, Entry, Slip]]:
    """The places and the words that could stand there instead, each once."""
    seen: set[tuple[int, int]] = set()
    text, index, table = lattice.text, word_index(), lattice.costs.table
    sound = text.translate(sound_classes())
    for start, end in _weak(lattice):
        if end == start + 1 or (start, end) in seen:
            continue
        seen.add((start, end))
        piece = text[start:end]
        for number, slip in _by_sound(piece, index.sounds.get(sound[start:end], ()), table):
            yield start, end, (table.names[number], number, table.alone[number]), slip
        for entry, slip in _by_form(piece, index):
            yield start, end, entry, slip


def _weak(lattice: Lattice) -> Iterator[tuple[int, int]]:
    """The pieces that cost so much for their words that something may be wrong with them."""
    path = [lattice.words[at] for at in lattice.path]
    reach = [0, *(lattice.from_start[at] for at in lattice.path)]
    reach.append(reach[-1])
    for first, (begin, _, _, _) in enumerate(path):
        lone = False
        for last in range(first, min(first + _WIDEST, len(path))):
            start_last, end_last, _, _ = path[last]
            if start_last >= path[first][1] + _WIDEST - 1:
                break
            lone = lone or end_last == start_last + 1
            touched = last - first + 1
            cost = reach[last + 2] - reach[first] + (_NEXT if last + 1 == len(path) else 0)
            if (touched > 1 and not lone) or cost < _WEAK[touched]:
                continue
            for start in range(begin, path[first][1]):
                for end in range(max(start, start_last) + 1, min(start + _WIDEST, end_last) + 1):
                    yield start, end


def _by_sound(piece: str, numbers: tuple[int, ...], table: WordPairs) -> Iterator[tuple[int, Slip]]:
    for number in numbers:
        name = table.names[number]
        differing = [(one, other) for one, other in zip(piece, name, strict=True) if one != other]
        if len(differing) == 1:
            yield number, Slip.SOUND if same_sound(*differing[0]) else Slip.NEAR_SOUND
        elif len(differing) == 2 and piece in table.numbers and all(same_sound(*pair) for pair in differing):
            yield number, Slip.HOMOPHONE


def _by_form(piece: str, index: WordIndex) -> Iterator[tuple[Entry, Slip]]:
    entry = index.entry
    for name in _by_shape(piece, index):
        if found := entry(name):
            yield found, Slip.SHAPE
    for at in range(len(piece) - 1):
        head, tail = piece[:at], piece[at + 1 :]
        if tail[0] == piece[at]:
            slip, name = Slip.DOUBLED, head + tail
        else:
            slip, name = Slip.SWAPPED, head + tail[0] + piece[at] + tail[1:]
        if len(name) > 1 and (found := entry(name)):
            yield found, slip


def _by_shape(piece: str, index: WordIndex) -> Iterator[str]:
    """The words that differ from the piece in one character of a like shape."""
    if len(piece) == 2:
        first, last = piece[0], piece[1]
        for other in _shapes(first) & index.firsts.get(last, _NONE):
            yield other + last
        for other in _shapes(last) & index.lasts.get(first, _NONE):
            yield first + other
        return
    for at, character in enumerate(piece):
        head, tail = piece[:at], piece[at + 1 :]
        for name in index.shorter.get(head + tail, ()):
            if (
                len(name) == len(piece)
                and name.startswith(head)
                and name.endswith(tail)
                and name[at] in _shapes(character)
            ):
                yield name


@cache
def _shapes(character: str) -> frozenset[str]:
    return frozenset(shape_neighbours(character))
