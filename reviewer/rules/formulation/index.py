"""Where a text comes close to a formulation: one pass over the text as it sounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.language.steps import translate_in_steps
from reviewer.rules.formulation.edits import Edit, Kind, several, single, substitutions
from reviewer.rules.formulation.lexicon import REPUBLIC, Entry, entries, known
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


# What a pattern found in the text may be of an entry: a form close to all of it, its head, its tail.
_FORM, _HEAD, _TAIL = range(3)
_Use = tuple[int, str, str, Entry]


@dataclass(frozen=True, slots=True)
class _Index:
    """Automata over sounds with the number of their first pattern; for each pattern the entries it is part of."""

    automata: tuple[tuple[int, Any], ...]
    uses: tuple[list[_Use], ...]


@cache
def _shape_sounds(character: str) -> tuple[str, ...]:
    """How the characters sound that look like `character` and don't sound like it."""
    table = classes()
    return tuple({other.translate(table) for other in look_alikes().get(character, "")} - {character.translate(table)})


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
        for other in _shape_sounds(text[i]):
            yield sounds[:i] + other + sounds[i + 1 :]
    for i in swapped:
        yield sounds[:i] + sounds[i + 1] + sounds[i] + sounds[i + 2 :]
    for i in dropped:
        yield sounds[:i] + sounds[i + 1 :]


# Patterns in one automaton: while one is built nothing else runs, not even the window.
_AT_ONCE = 16_000


@cache
def _index() -> _Index:
    from ahocorasick_rs import AhoCorasick

    table = classes()
    uses: dict[str, list[_Use]] = {text.translate(table): [] for text in known() if len(text) >= 3}
    listed = uses.setdefault
    for entry in entries().values():
        text = entry.text
        size = len(text)
        if size < _SHORTEST:
            continue
        sounds = text.translate(table)
        form = (_FORM, "", "", entry)
        uses[sounds].append(form)
        if size >= _HALVED_FROM:
            half = max(3, size // 2)
            if not REPUBLIC.startswith(text[:half]) or text == REPUBLIC:
                listed(sounds[:half], []).append((_HEAD, text[:half], text[half:], entry))
            listed(sounds[-half:], []).append((_TAIL, text[:-half], text[-half:], entry))
        for broken in _broken_forms(text, sounds, entry.firm):
            listed(broken, []).append(form)
    patterns = list(uses)
    automata = [(at, AhoCorasick(patterns[at : at + _AT_ONCE])) for at in range(0, len(patterns), _AT_ONCE)]
    return _Index(tuple(automata), tuple(uses.values()))


def _matches(index: _Index, sounds: str) -> list[tuple[int, int, int]]:
    """Pattern number, start and end of everything listed that `sounds` holds, by end and start."""
    found = [
        (first + number, start, end)
        for first, automaton in index.automata
        for number, start, end in automaton.find_matches_as_indexes(sounds, overlapping=True)
    ]
    return sorted(found, key=lambda match: (match[2], match[1]))


def candidates(text: str) -> list[Candidate]:
    """All places where `text` is a slip away from an entry, or two from a long one, and is not another that is right."""
    index, right_as_it_is = _index(), known()
    covered, joined = bytearray(len(text)), bytearray(len(text))
    found: dict[tuple[int, int, str], Candidate] = {}
    for number, start, end in _matches(index, translate_in_steps(text, classes())):
        words = text[start:end]
        stands = words in right_as_it_is
        if stands:
            covered[start:end] = b"\1" * (end - start)
            joined[start + 1 : end] = b"\1" * (end - start - 1)
        for role, head, tail, entry in index.uses[number]:
            nearly: list[Candidate] = []
            if role == _HEAD:
                if words == head and not text.startswith(tail, end) and tail[-1] in text[end : end + len(tail) + 2]:
                    nearly = _after_head(text, start, end, tail, entry)
            elif role == _TAIL:
                if words == tail and not text.endswith(head, 0, start):
                    nearly = _before_tail(text, start, end, head, entry)
            elif not stands:
                nearly = _near(start, words, entry)
            for candidate in nearly:
                found.setdefault((candidate.start, candidate.end, entry.text), candidate)
    return [c for c in found.values() if _is_slip(c) and not _stands(text, c, covered, joined)]


def _near(start: int, words: str, entry: Entry) -> list[Candidate]:
    right = entry.text
    if edit := single(words, right):
        edits: tuple[Edit, ...] = (edit,)
    else:
        edits = substitutions(words, right) if len(words) == len(right) else ()
    return [Candidate(start, start + len(words), entry, edits)] if 0 < len(edits) * 4 <= max(4, len(right)) else []


def _after_head(text: str, start: int, middle: int, tail: str, entry: Entry) -> list[Candidate]:
    """The head of the entry stands at `start:middle`; is what follows nearly its tail?"""
    last, length = tail[-1], len(tail)
    two = len(entry.text) >= _TWO_SLIPS_FROM and length > 3
    if not _have_much_in_common(tail, text[middle : middle + length + 2], two):
        return []
    by = middle - start
    found = []
    for size in _sizes(length, two):
        end = middle + size
        if text[end - 1 : end] == last and (edits := _edits(text[middle:end], tail, two)):
            shifted = tuple(Edit(e.kind, e.at + by, e.wrong, e.right) for e in edits)
            found.append(Candidate(start, end, entry, shifted))
    return found


def _before_tail(text: str, middle: int, end: int, head: str, entry: Entry) -> list[Candidate]:
    """The tail of the entry stands at `middle:end`; is what comes before nearly its head?"""
    first, length = head[0], len(head)
    two = len(entry.text) >= _TWO_SLIPS_FROM and length > 3
    if not _have_much_in_common(head, text[max(0, middle - length - 2) : middle], two):
        return []
    found = []
    for size in _sizes(length, two):
        start = middle - size
        if start >= 0 and text[start] == first and (edits := _edits(text[start:middle], head, two)):
            found.append(Candidate(start, end, entry, edits))
    return found


def _have_much_in_common(part: str, window: str, two: bool) -> bool:
    """Whether the window misses at most one of the characters of the part, or two."""
    missed = 0
    for character in part:
        if character not in window:
            missed += 1
            if missed > 1 + two:
                return False
    return True


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
