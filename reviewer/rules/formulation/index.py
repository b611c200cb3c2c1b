"""Where a text comes close to a formulation: one pass over the text as it sounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.rules.formulation.edits import Edit, several, single, sound_edits
from reviewer.rules.formulation.lexicon import Entry, entries
from reviewer.rules.formulation.sounds import classes, look_alikes

_SHORTEST = 4
_WHOLE, _HEAD, _TAIL, _VARIANT = range(4)
_FOR_TWO_SLIPS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `start:end` of the text that is nearly `entry`."""

    start: int
    end: int
    entry: Entry
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """What a pattern found in the text may be: the whole of an entry, its head, its tail or a broken form of it."""

    role: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Index:
    """The automaton over sounds, and the uses of each pattern by its number."""

    automaton: Any
    uses: tuple[tuple[_Use, ...], ...]


def _broken_forms(text: str, firm: bool) -> Iterator[str]:
    """Forms of a short entry that leave no half of it intact, or that are short enough to list."""
    size = len(text)
    for i in range(size - 1):
        if text[i] != text[i + 1]:
            yield text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    for i in range(size):
        yield text[:i] + text[i] + text[i:]
        for other in look_alikes().get(text[i], ""):
            yield text[:i] + other + text[i + 1 :]
    if firm or size > _SHORTEST:
        for i in range(1, size - 1):
            yield text[:i] + text[i + 1 :]


@cache
def _index() -> _Index:
    from ahocorasick_rs import AhoCorasick

    table = classes()
    uses: dict[str, list[_Use]] = {}

    def add(pattern: str, role: int, entry: Entry) -> None:
        uses.setdefault(pattern.translate(table), []).append(_Use(role, entry))

    for entry in entries().values():
        text = entry.text
        if len(text) < _SHORTEST:
            continue
        add(text, _WHOLE, entry)
        if len(text) > _SHORTEST:
            half = max(3, len(text) // 2)
            add(text[:half], _HEAD, entry)
            add(text[-half:], _TAIL, entry)
        if len(text) < 6:
            for form in _broken_forms(text, entry.firm):
                add(form, _VARIANT, entry)
    return _Index(AhoCorasick(list(uses)), tuple(map(tuple, uses.values())))


def candidates(text: str) -> Iterator[Candidate]:
    """All places where `text` is one slip away from an entry, or two from a long one; some more than once."""
    index = _index()
    for number, start, end in index.automaton.find_matches_as_indexes(text.translate(classes()), overlapping=True):
        for use in index.uses[number]:
            right = use.entry.text
            if use.role == _WHOLE:
                if not text.startswith(right, start):
                    edits = sound_edits(text[start:end], right)
                    if len(edits) * 3 <= len(right) + 1:
                        yield Candidate(start, end, use.entry, edits)
            elif use.role == _HEAD:
                if not text.startswith(right, start) and text.startswith(right[: end - start], start):
                    yield from _after_head(text, start, end, use.entry)
            elif use.role == _TAIL:
                if not text.endswith(right, 0, end) and text.endswith(right[start - end :], 0, end):
                    yield from _before_tail(text, start, end, use.entry)
            elif edit := single(text[start:end], right):
                yield Candidate(start, end, use.entry, (edit,))


def _after_head(text: str, start: int, middle: int, entry: Entry) -> Iterator[Candidate]:
    """The head of the entry stands at `start:middle`; is what follows nearly its tail?"""
    right = entry.text
    tail = right[middle - start :]
    last = tail[-1]
    slack = 2 if len(right) >= _FOR_TWO_SLIPS and len(tail) > 3 else 1
    for size in _sizes(len(tail), slack):
        end = middle + size
        if text[end - 1 : end] == last and (edits := _edits(text[middle:end], tail, slack)):
            yield _shifted(start, end, entry, edits, middle - start)


def _before_tail(text: str, middle: int, end: int, entry: Entry) -> Iterator[Candidate]:
    """The tail of the entry stands at `middle:end`; is what comes before nearly its head?"""
    right = entry.text
    head = right[: middle - end]
    first = head[0]
    slack = 2 if len(right) >= _FOR_TWO_SLIPS and len(head) > 3 else 1
    for size in _sizes(len(head), slack):
        start = middle - size
        if start >= 0 and text[start] == first and (edits := _edits(text[start:middle], head, slack)):
            yield _shifted(start, end, entry, edits, 0)


def _sizes(length: int, slack: int) -> tuple[int, ...]:
    return (length, length - 1, length + 1) if slack == 1 else (length, length - 1, length + 1, length - 2, length + 2)


def _edits(found: str, right: str, slack: int) -> tuple[Edit, ...]:
    if slack == 1:
        edit = single(found, right)
        return (edit,) if edit else ()
    return several(found, right) if len(set(found) & set(right)) + 3 > len(set(right)) else ()


def _shifted(start: int, end: int, entry: Entry, edits: tuple[Edit, ...], by: int) -> Candidate:
    return Candidate(start, end, entry, tuple(Edit(e.kind, e.at + by, e.wrong, e.right) for e in edits))
