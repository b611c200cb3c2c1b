"""The lexicon of times, compiled."""

import re
from dataclasses import dataclass
from functools import cache

from reviewer.model.time import TimeRole, TimeType
from reviewer.resource import lexicon
from reviewer.times.raw import Form, Repeat, Vague


def alternatives(words: list[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def one_of_starts(words: list[str]) -> str:
    """Like `alternatives`, but grouped by first character, which a search through a long text finds faster."""
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(first)}(?:{alternatives(rest)})" for first, rest in sorted(tails.items()))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase that is a time by itself, unless its neighbours make it part of another word."""

    form: Form
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    only_after: tuple[str, ...]

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether the phrase at `start:end` is really it."""
        if self.not_after and text.startswith(self.not_after, end):
            return False
        if self.not_before and text.endswith(self.not_before, 0, start):
            return False
        return not self.only_after or text.startswith(self.only_after, end)


@cache
def phrases() -> dict[str, Phrase]:
    """Every fixed phrase and one-word frequency by its words."""
    table = lexicon("times")
    found: dict[str, Phrase] = {}
    for entry in table["phrase"]:
        form: Form = Vague(TimeType(entry["type"]), TimeRole(entry["role"]))
        for word in entry["words"]:
            only = tuple(entry.get("only_after", ()))
            found[word] = Phrase(form, tuple(entry["not_before"]), tuple(entry["not_after"]), only)
    for entry in table["habit"]:
        for word in entry["words"]:
            found[word] = Phrase(
                Repeat(entry["rule"]), tuple(entry.get("not_before", ())), tuple(entry["not_after"]), ()
            )
    return found


@cache
def rhythm_acts() -> str:
    """A pattern for what is done in a rhythm (调度, 通报, …)."""
    return alternatives(lexicon("times")["rhythm"]["acts"])


@cache
def name_follows() -> tuple[str, ...]:
    """What makes a preceding duration part of a fixed name (三年行动)."""
    return tuple(lexicon("times")["name"]["after"])
