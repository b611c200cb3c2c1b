"""What may have been meant where the words are unusual, and how much more usual that would be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from reviewer.language.lattice import Lattice, Word
from reviewer.language.ngrams import STEPS, WordPairs, word_pairs
from reviewer.rules.typo.likeness import same_sound, shape_neighbours, sound_classes

_WIDEST = 4
_COMMON = int(4.8 * STEPS)  # the cost up to which a word is thought of where one of its characters is missing
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
    MISSING = "缺字"
    LONE = "缺一半的词"
    DOUBLED = "重字"


@dataclass(frozen=True, slots=True)
class Guess:
    """`better` for `start:end` of a stretch, by which it would cost `gain` less.

    `support` says how well it goes with the words on its two sides, up to 2 for each.
    """

    start: int
    end: int
    better: str
    slip: Slip
    gain: int
    support: int


@dataclass(frozen=True, slots=True)
class _Index:
    """The words by how they sound, by what is left of them without one character, by their first and last."""

    sounds: Mapping[str, tuple[int, ...]]
    shorter: Mapping[str, tuple[int, ...]]
    first: Mapping[str, tuple[int, ...]]
    last: Mapping[str, tuple[int, ...]]


def _frozen(lists: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(numbers) for key, numbers in lists.items()}


@cache
def _index() -> _Index:
    names, alone = word_pairs().names, word_pairs().alone
    sounds, shorter, first, last = (defaultdict[str, list[int]](list) for _ in range(4))
    for number, key in enumerate("\n".join(names).translate(sound_classes()).split("\n")):
        sounds[key].append(number)
    for number, name in enumerate(names):
        if len(name) == 2 and alone[number] <= _COMMON:
            first[name[0]].append(number)
            last[name[1]].append(number)
        elif 2 < len(name) <= _WIDEST + 1:
            for left_out in range(len(name)):
                shorter[name[:left_out] + name[left_out + 1 :]].append(number)
    return _Index(_frozen(sounds), _frozen(shorter), _frozen(first), _frozen(last))


def guesses(lattice: Lattice, least: int) -> Iterator[Guess]:
    """What would make the stretch cheaper by `least` or more, in no order; places that are usual enough are passed."""
    names = lattice.costs.table.names
    for start, end, number, slip in _edits(lattice):
        gain = lattice.total - lattice.with_word(start, end, number)
        if gain >= least:
            yield Guess(start, end, names[number], slip, gain, _support(lattice, start, end, number))
    yield from _doubled(lattice, least)


def _doubled(lattice: Lattice, least: int) -> Iterator[Guess]:
    """A character written twice of which one belongs to a longer word: 工工作."""
    text, sizes = lattice.text, [0] * len(lattice.text)
    for at in lattice.path:
        start, end, _, _ = lattice.words[at]
        sizes[start:end] = [end - start] * (end - start)
    for at in range(1, len(text)):
        if text[at] == text[at - 1] and min(sizes[at - 1], sizes[at]) == 1 < max(sizes[at - 1], sizes[at]):
            gain = lattice.total - min(lattice.without(at - 1, at), lattice.without(at, at + 1))
            if gain >= least:
                yield Guess(at - 1, at + 1, text[at], Slip.DOUBLED, gain, 0)


def _support(lattice: Lattice, start: int, end: int, number: int) -> int:
    """How well the word would go with what stands before it and after it, up to 2 for each side."""
    table, words = lattice.costs.table, lattice.words
    before = max((table.closeness(words[w][2], number) for w in lattice.ending[start] if _tells(words[w])), default=0)
    after = max((table.closeness(number, words[w][2]) for w in lattice.starting[end] if _tells(words[w])), default=0)
    return before + after


def _tells(word: Word) -> bool:
    """Whether it says something that a word goes with it: characters that are words stand beside anything."""
    start, end, number, alone = word
    return number >= 0 and (end > start + 1 or alone > _ANYWHERE)


def _edits(lattice: Lattice) -> Iterator[tuple[int, int, int, Slip]]:
    """The places and the words that could stand there instead, each once."""
    seen: set[tuple[int, int, int]] = set()
    text, index, table = lattice.text, _index(), lattice.costs.table
    sound = text.translate(sound_classes())
    for start, end in _weak(lattice):
        piece = text[start:end]
        found: Iterable[tuple[int, Slip]]
        if end > start + 1:
            found = (
                *_by_sound(piece, index.sounds.get(sound[start:end], ()), table),
                *_by_form(piece, table),
                *((number, Slip.MISSING) for number in index.shorter.get(piece, ())),
            )
        else:
            found = ((number, Slip.LONE) for number in _completed(lattice, start, index))
        for number, slip in found:
            if (start, end, number) not in seen:
                seen.add((start, end, number))
                yield start, end, number, slip


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


def _by_form(piece: str, table: WordPairs) -> Iterator[tuple[int, Slip]]:
    numbers = table.numbers
    for at, character in enumerate(piece):
        head, tail = piece[:at], piece[at + 1 :]
        for other in shape_neighbours(character):
            if (number := numbers.get(head + other + tail)) is not None:
                yield number, Slip.SHAPE
        if not tail:
            continue
        if tail[0] == character:
            slip, name = Slip.DOUBLED, head + tail
        else:
            slip, name = Slip.SWAPPED, head + tail[0] + character + tail[1:]
        if len(name) > 1 and (number := numbers.get(name)) is not None:
            yield number, slip


def _completed(lattice: Lattice, at: int, index: _Index) -> Iterator[int]:
    """Common words of two characters of which one stands at `at`, known to go with what stands on a side."""
    table, words, character = lattice.costs.table, lattice.words, lattice.text[at]
    if (known := table.numbers.get(character)) is None or table.alone[known] <= _ANYWHERE:
        return
    before = [words[w][2] for w in lattice.ending[at] if _tells(words[w])]
    after = [words[w][2] for w in lattice.starting[at + 1] if _tells(words[w])]
    for number in (*index.first.get(character, ()), *index.last.get(character, ())):
        if any(table.closeness(number, word) for word in after) or any(
            table.closeness(word, number) for word in before
        ):
            yield number
