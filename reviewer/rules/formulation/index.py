"""Where a text comes close to a formulation: one pass over the text as it sounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from reviewer.rules.formulation.edits import Edit, Kind, several, single, substitutions
from reviewer.rules.formulation.lexicon import Entry, entries, known
from reviewer.rules.formulation.sounds import classes, look_alikes

_SHORTEST = 4
_HALVED_FROM = 5
_TWO_SLIPS_FROM = 8
_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `start:end` of the text that is nearly `entry`."""

    start: int
    end: int
    entry: Entry
    edits: tuple[Edit, ...]


@dataclass(slots=True)
class _Uses:
    """What a pattern found in the text may be: an entry or a broken form of it, its head, its tail."""

    wholes: list[str] = field(default_factory=list)
    nearly: list[Entry] = field(default_factory=list)
    heads: list[tuple[str, str, Entry]] = field(default_factory=list)
    tails: list[tuple[str, str, Entry]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Index:
    """The automaton over sounds, and the uses of each pattern by its number."""

    automaton: Any
    uses: tuple[_Uses, ...]


def _broken_forms(text: str, sounds: str, firm: bool) -> Iterator[str]:
    """As they sound, the broken forms of an entry that leave no half of it intact."""
    size = len(text)
    if size == _SHORTEST:
        changed, swapped, dropped = range(size), range(size - 1), range(1, size - 1 if firm else 1)
        for i in range(size):
            yield sounds[: i + 1] + sounds[i:]
    elif size == _HALVED_FROM:
        changed, swapped, dropped = range(0, size, 2), range(size - 1), range(2, 3)
    else:
        changed, swapped, dropped = range(0, size, size - 1), range(0, size - 1, size - 2), range(0)
    for i in changed:
        for other in look_alikes().get(text[i], ""):
            yield sounds[:i] + other.translate(classes()) + sounds[i + 1 :]
    for i in swapped:
        yield sounds[:i] + sounds[i + 1] + sounds[i] + sounds[i + 2 :]
    for i in dropped:
        yield sounds[:i] + sounds[i + 1 :]


@cache
def _index() -> _Index:
    from ahocorasick_rs import AhoCorasick

    table = classes()
    uses: dict[str, _Uses] = {}

    def of(pattern: str) -> _Uses:
        return uses[pattern] if pattern in uses else uses.setdefault(pattern, _Uses())

    for text in known():
        if len(text) >= 3:
            of(text.translate(table)).wholes.append(text)
    for entry in entries().values():
        text = entry.text
        size = len(text)
        if size < _SHORTEST:
            continue
        sounds = text.translate(table)
        of(sounds).nearly.append(entry)
        if size >= _HALVED_FROM:
            half = max(3, size // 2)
            of(sounds[:half]).heads.append((text[:half], text[half:], entry))
            of(sounds[-half:]).tails.append((text[:-half], text[-half:], entry))
        for form in _broken_forms(text, sounds, entry.firm):
            of(form).nearly.append(entry)
    return _Index(AhoCorasick(list(uses)), tuple(uses.values()))


def candidates(text: str) -> list[Candidate]:
    """All places where `text` is a slip away from an entry, or two from a long one, and is not another that is right."""
    index = _index()
    covered, joined = bytearray(len(text)), bytearray(len(text))
    found: dict[tuple[int, int, str], Candidate] = {}
    for number, start, end in index.automaton.find_matches_as_indexes(text.translate(classes()), overlapping=True):
        uses = index.uses[number]
        if uses.wholes and text[start:end] in uses.wholes:
            covered[start:end] = b"\1" * (end - start)
            joined[start + 1 : end] = b"\1" * (end - start - 1)
        for entry in uses.nearly:
            if edits := _near(text[start:end], entry.text):
                found.setdefault((start, end, entry.text), Candidate(start, end, entry, edits))
        for head, tail, entry in uses.heads:
            if text.startswith(head, start) and not text.startswith(tail, end):
                for near in _after_head(text, start, end, tail, entry):
                    found.setdefault((near.start, near.end, entry.text), near)
        for head, tail, entry in uses.tails:
            if text.endswith(tail, 0, end) and not text.endswith(head, 0, start):
                for near in _before_tail(text, start, end, head, entry):
                    found.setdefault((near.start, near.end, entry.text), near)
    return [c for c in found.values() if _is_slip(c) and not _stands(text, c, covered, joined)]


def _near(found: str, right: str) -> tuple[Edit, ...]:
    if found == right:
        return ()
    if edit := single(found, right):
        return (edit,)
    edits = substitutions(found, right) if len(found) == len(right) else ()
    return edits if len(edits) * 4 <= len(right) else ()


def _after_head(text: str, start: int, middle: int, tail: str, entry: Entry) -> Iterator[Candidate]:
    """The head of the entry stands at `start:middle`; is what follows nearly its tail?"""
    last, length = tail[-1], len(tail)
    if last not in text[middle + length - 3 : middle + length + 2]:
        return
    two = len(entry.text) >= _TWO_SLIPS_FROM and length > 3
    for size in _sizes(length, two):
        end = middle + size
        if text[end - 1 : end] == last and (edits := _edits(text[middle:end], tail, two)):
            by = middle - start
            yield Candidate(start, end, entry, tuple(Edit(e.kind, e.at + by, e.wrong, e.right) for e in edits))


def _before_tail(text: str, middle: int, end: int, head: str, entry: Entry) -> Iterator[Candidate]:
    """The tail of the entry stands at `middle:end`; is what comes before nearly its head?"""
    first, length = head[0], len(head)
    if first not in text[max(0, middle - length - 2) : max(0, middle - length + 3)]:
        return
    two = len(entry.text) >= _TWO_SLIPS_FROM and length > 3
    for size in _sizes(length, two):
        start = middle - size
        if start >= 0 and text[start] == first and (edits := _edits(text[start:middle], head, two)):
            yield Candidate(start, end, entry, edits)


def _sizes(length: int, two: bool) -> tuple[int, ...]:
    return (length, length - 1, length + 1, length - 2, length + 2) if two else (length, length - 1, length + 1)


def _edits(found: str, right: str, two: bool) -> tuple[Edit, ...]:
    if two:
        return several(found, right)
    edit = single(found, right)
    return (edit,) if edit else ()


def _is_slip(candidate: Candidate) -> bool:
    """Whether all edits are within the entry and between Chinese characters."""
    size = len(candidate.entry.text)
    found = candidate.end - candidate.start
    for edit in candidate.edits:
        if edit.kind is Kind.MISSING and (edit.at == 0 or edit.at >= found):
            return False
        if not all(_HAN_FIRST <= c <= _HAN_LAST for c in edit.wrong + edit.right):
            return False
    return len(candidate.edits) == 1 or size >= _TWO_SLIPS_FROM


def _stands(text: str, candidate: Candidate, covered: bytearray, joined: bytearray) -> bool:
    """Whether what looks wrong is part of something in the lexicon that is right as it stands."""
    for edit in candidate.edits:
        at = candidate.start + edit.at
        if edit.kind is Kind.EXTRA and text[at - 1] == edit.wrong and not covered[at - 1]:
            continue
        if joined[at] if edit.kind is Kind.MISSING else any(covered[at : at + len(edit.wrong)]):
            return True
    return False
