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
        by_start: dict[str, list[str]] = {}
        by_end: dict[str, list[str]] = {}
        for word in sorted(self._all, key=lambda w: (-len(w), w)):
            if len(word) > 1:
                by_start.setdefault(word[:2], []).append(word)
                by_end.setdefault(word[-2:], []).append(word)
        self._by_start = {pair: tuple(group) for pair, group in by_start.items()}
        self._by_end = {pair: tuple(group) for pair, group in by_end.items()}
        self._single = frozenset(word for word in self._all if len(word) == 1)
        self._firsts = frozenset(word[0] for word in self._all)
        last = "".join(sorted({word[-1] for word in self._all}))
        self.last_characters = re.compile(f"[{re.escape(last)}]")

    def __contains__(self, word: object) -> bool:
        return word in self._all

    def at(self, text: str, start: int, end: int) -> str:
        """The longest word that begins at `start` and does not pass `end`, "" if none does."""
        if start >= end or text[start] not in self._firsts:
            return ""
        for word in self._by_start.get(text[start : start + 2], ()):
            if text.startswith(word, start, end):
                return word
        return text[start] if text[start] in self._single else ""

    def before(self, text: str, start: int, end: int) -> str:
        """The longest word that ends at `end` and does not begin before `start`, "" if none does."""
        if start >= end:
            return ""
        for word in self._by_end.get(text[max(start, end - 2) : end], ()):
            if text.endswith(word, start, end):
                return word
        return text[end - 1] if text[end - 1] in self._single else ""


@dataclass(frozen=True, slots=True)
class DutyWords:
    """The word lists by use; `firm_verbs` are also in `verbs`."""

    adverbs: Words
    verbs: Words
    firm_verbs: Words
    plain_verbs: Words
    plain_nouns: Words
    actor_endings: Words
    regions: Words
    non_actors: Words
    institution_endings: Words
    attributive_verbs: Words
    compound_nouns: Words
    superiors: tuple[str, ...]
    own_bodies: tuple[str, ...]
    spoken: bool

    def everyday(self, text: str, at: int, end: int) -> str:
        """The everyday verb at a place, "" if there is none or it only begins another word (收 in 收入)."""
        verb = self.plain_verbs.at(text, at, end)
        longer = max(len(self.plain_nouns.at(text, at, end)), len(self.verbs.at(text, at, end)))
        return "" if longer > len(verb) else verb


@cache
def duty_words(units: tuple[str, ...] = (), *, spoken: bool = False) -> DutyWords:
    """The lexicon, with the names of an office's own `units` among those who can be charged; made once for each.

    Everyday verbs of one character (查, 贴, 报) are in it only for a `spoken` document; elsewhere they begin nouns.
    """
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
        plain_verbs=Words(word for word in words("plain_verbs") if spoken or len(word) > 1),
        plain_nouns=Words(words("plain_nouns")),
        actor_endings=Words([*words("actor_endings"), *words("bodies"), *words("regions"), *units]),
        regions=Words(words("regions")),
        non_actors=Words(words("non_actors")),
        institution_endings=Words(words("institution_endings")),
        attributive_verbs=Words(words("attributive_verbs")),
        compound_nouns=Words(words("compound_nouns")),
        superiors=tuple(sorted(words("superiors"), key=len, reverse=True)),
        own_bodies=tuple(words("own_bodies")),
        spoken=spoken,
    )
