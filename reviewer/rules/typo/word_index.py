"""The words a slip may have been made in: by how they sound, by what is left of them, by their halves."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reviewer.language.lattice import UNKNOWN, rare
from reviewer.language.ngrams import STEPS, word_pairs
from reviewer.language.segmentation import frequencies
from reviewer.resource import lexicon
from reviewer.rules.typo.likeness import sound_classes

_LONGEST = 5
_SET_PHRASE = 4
_COMMON = int(5.2 * STEPS)  # the cost up to which a word is thought of where one of its characters is missing
_SELDOM = 6 * STEPS  # what a set phrase costs that was never counted

Entry = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The words of the table by number, and set phrases beyond it by what they cost.

    `shorter` holds for each word with one character left out the words it may have been; `halves` for each character the
    common words of two characters that it begins or ends; `firsts` and `lasts` the characters that make a word of two
    with the one after or before.
    """

    sounds: Mapping[str, tuple[int, ...]]
    shorter: Mapping[str, tuple[str, ...]]
    halves: Mapping[str, tuple[int, ...]]
    firsts: Mapping[str, frozenset[str]]
    lasts: Mapping[str, frozenset[str]]
    phrases: Mapping[str, int]

    def entry(self, name: str) -> Entry | None:
        """The word with its number or UNKNOWN and what it costs by itself; None if it is none."""
        table = word_pairs()
        if (number := table.numbers.get(name)) is not None:
            return name, number, table.alone[number]
        cost = self.phrases.get(name)
        return None if cost is None else (name, UNKNOWN, cost)


def _phrases() -> dict[str, int]:
    """The idioms and four-character phrases that the table lacks."""
    words, known, counted = lexicon("idioms")["words"], word_pairs().numbers, frequencies()
    pieces = (words[at : at + _SET_PHRASE] for at in range(0, len(words), _SET_PHRASE))
    return {
        name: rare(frequency) if (frequency := counted.get(name, 0)) else _SELDOM
        for name in pieces
        if name not in known
    }


@cache
def word_index() -> WordIndex:
    """The index over the shipped table and the lexicon of idioms."""
    names, alone, phrases = word_pairs().names, word_pairs().alone, _phrases()
    sounds, halves = (defaultdict[str, list[int]](list) for _ in range(2))
    shorter: defaultdict[str, list[str]] = defaultdict(list)
    firsts, lasts = (defaultdict[str, list[str]](list) for _ in range(2))
    for number, key in enumerate("\n".join(names).translate(sound_classes()).split("\n")):
        sounds[key].append(number)
    for number, name in enumerate(names):
        if len(name) == 2:
            firsts[name[1]].append(name[0])
            lasts[name[0]].append(name[1])
            if alone[number] <= _COMMON:
                for character in set(name):
                    halves[character].append(number)
    for name in (*names, *phrases):
        if 2 < len(name) <= _LONGEST:
            for left_out in range(len(name)):
                shorter[name[:left_out] + name[left_out + 1 :]].append(name)
    return WordIndex(
        {key: tuple(numbers) for key, numbers in sounds.items()},
        {key: tuple(wholes) for key, wholes in shorter.items()},
        {key: tuple(numbers) for key, numbers in halves.items()},
        {last: frozenset(characters) for last, characters in firsts.items()},
        {first: frozenset(characters) for first, characters in lasts.items()},
        phrases,
    )
