"""The words of `lexicons/duties.toml`, ready for look-up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reviewer.resource import lexicon


class Words:
    """A set of words that can be looked for at, or before, a place in a text.

    `last_characters` matches any character that one of them ends in.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words)
        by_first: dict[str, list[str]] = {}
        by_last: dict[str, list[str]] = {}
        for word in sorted(self._all, key=lambda w: (-len(w), w)):
            by_first.setdefault(word[0], []).append(word)
            by_last.setdefault(word[-1], []).append(word)
        self._by_first = {char: tuple(group) for char, group in by_first.items()}
        self._by_last = {char: tuple(group) for char, group in by_last.items()}
        self.last_characters = re.compile(f"[{re.escape(''.join(by_last))}]")

    def __contains__(self, word: object) -> bool:
        return word in self._all

    def at(self, text: str, start: int, end: int) -> str:
        """The longest word that begins at `start` and does not pass `end`, "" if none does."""
        if start >= end:
            return ""
        group = self._by_first.get(text[start])
        if group is None or not text.startswith(group, start, end):
            return ""
        return next(word for word in group if text.startswith(word, start, end))

    def before(self, text: str, start: int, end: int) -> str:
        """The longest word that ends at `end` and does not begin before `start`, "" if none does."""
        if start >= end:
            return ""
        group = self._by_last.get(text[end - 1])
        if group is None or not text.endswith(group, start, end):
            return ""
        return next(word for word in group if text.endswith(word, start, end))


@dataclass(frozen=True, slots=True)
class DutyWords:
    """The word lists by use; `firm_verbs` are also in `verbs`."""

    adverbs: Words
    verbs: Words
    firm_verbs: Words
    actor_endings: Words
    regions: Words
    non_actors: Words
    institution_endings: Words
    attributive_verbs: Words
    compound_nouns: Words
    superiors: tuple[str, ...]
    own_bodies: tuple[str, ...]


@cache
def duty_words(units: tuple[str, ...] = ()) -> DutyWords:
    """The lexicon, with the names of an office's own `units` among those who can be charged; made once for each."""
    table = lexicon("duties")

    def words(name: str) -> list[str]:
        return str(table[name]).split()

    bare = set(words("bare_verbs"))
    firm = words("firm_verbs")
    verbs = [word for word in words("general_verbs") if len(word) > 1 or word in bare]
    return DutyWords(
        adverbs=Words(words("adverbs")),
        verbs=Words(verbs + firm),
        firm_verbs=Words(firm),
        actor_endings=Words([*words("actor_endings"), *words("bodies"), *words("regions"), *units]),
        regions=Words(words("regions")),
        non_actors=Words(words("non_actors")),
        institution_endings=Words(words("institution_endings")),
        attributive_verbs=Words(words("attributive_verbs")),
        compound_nouns=Words(words("compound_nouns")),
        superiors=tuple(sorted(words("superiors"), key=len, reverse=True)),
        own_bodies=tuple(words("own_bodies")),
    )
