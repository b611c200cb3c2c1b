"""Words that lost a character, 切加强 for 切实加强: what may have stood there, and how likely, by a table of points.

packaging/train_lost_characters.py makes the table.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer.language.lattice import Lattice, Word
from reviewer.language.ngrams import STEPS, WordPairs, word_pairs
from reviewer.resource import lexicon
from reviewer.rules.typo.guesses import Guess, Slip
from reviewer.rules.typo.word_index import Entry, word_index

FEATURES = (
    "gain",
    "common",
    "left",
    "right",
    "left_now",
    "right_now",
    "edge",
    "at",
    "borders",
    "left_word",
    "right_word",
    "ending",
    "size",
    "share",
    "first",
    "last",
    "stretch",
)
_LEFT, _RIGHT = FEATURES.index("left"), FEATURES.index("right")
_LEAST = 3 * STEPS // 2
_OPTIONAL = frozenset("的于之而以与和其")  # what set phrases do without: 严律己
_LONGEST = 4
_SLOGAN = 3
_SET = 3
_PROSE = 12  # characters in a row beyond which a stretch is no slogan
_UNKNOWN = -0.5
_NEVER_ALONE = "0000"
_PARTICLES = frozenset("的了和与及等是在")
_OFTEN_ALONE = 4
_MOSTLY_ALONE = 8
_KEPT = 60_000
_AT_ONCE = 12  # how many numbers are compared in the time that one is looked up
_ENDINGS = frozenset(
    "奖学部会局院校地省市县区镇乡村湖水江河山队组车人国员家业年月日个次法制品力站点线路网厅处科所室办委馆厂矿社资额序率型性化"
    "者量式类级期费税款案券权件"
)


@dataclass(frozen=True, slots=True)
class _Steps:
    """The points of a feature: `points[i]` from `bounds[i - 1]` on and below `bounds[i]`."""

    bounds: Sequence[float]
    points: Sequence[float]


@cache
def _tables() -> tuple[tuple[_Steps, ...], ...]:
    """The points by feature, for what is left of a word: one character, two, more."""
    tables = lexicon("lost_characters")["points"]
    return tuple(tuple(_Steps(*tables[size][feature]) for feature in FEATURES) for size in ("one", "two", "more"))


@cache
def _alone() -> Mapping[str, str]:
    """For each character how often it stands alone: anywhere, by its share, before which, after which nothing stands."""
    return {item[0]: item[1:] for item in lexicon("lost_characters")["alone"].split()}


def losses(lattice: Lattice) -> Iterator[Guess]:
    """The words that may have lost a character, with their points; of those that overlap only the likeliest."""
    found = sorted(_judged(lattice), key=lambda guess: (-guess.points, guess.start, guess.end, guess.better))
    taken: list[Guess] = []
    for guess in found:
        if not any(guess.start < other.end and other.start < guess.end for other in taken):
            taken.append(guess)
            yield guess


def _judged(lattice: Lattice) -> Iterator[Guess]:
    for guess, entry in candidates(lattice):
        values = features(lattice, guess, entry)
        table = _tables()[min(guess.end - guess.start, 3) - 1]
        points = sum(s.points[bisect_right(s.bounds, v)] for s, v in zip(table, values, strict=True))
        before, after = values[_LEFT] > 0, values[_RIGHT] > 0
        yield Guess(guess.start, guess.end, guess.better, guess.slip, guess.gain, before, after, points)


def candidates(lattice: Lattice) -> Iterator[tuple[Guess, Entry]]:
    """All words longer by a character than what stands there that would make the stretch clearly cheaper.

    Slogans drop characters on purpose (护稳定、增活力), words are varied (双人双锁 for 双人双岗, 药监 for 监管), and two share
    what they end in (存贷款).
    """
    if len(lattice.text) <= _SLOGAN:
        return
    spans = [lattice.words[at][:2] for at in lattice.path]
    alone, borders = {start for start, end in spans if end == start + 1}, {0, *(end for _, end in spans)}
    for start, end, entry in _longer(lattice):
        if end - start >= _SET and not borders.issuperset((start, end)):
            continue
        if _is_varied(start, end, entry[0], lattice.text, alone):
            continue
        if _is_shared(lattice, start, end, entry[0]) or set(entry[0]) - set(lattice.text[start:end]) <= _OPTIONAL:
            continue
        gain = lattice.total - lattice.with_words(start, end, entry[1:])
        if gain >= _LEAST:
            yield Guess(start, end, entry[0], Slip.LOST, gain, 0, 0), entry


def _longer(lattice: Lattice) -> Iterator[tuple[int, int, Entry]]:
    """The words longer by a character than a lone character, or than a piece that is not within one word."""
    text, words, index, table = lattice.text, lattice.words, word_index(), word_pairs()
    spans = [words[at][:2] for at in lattice.path]
    borders = {start for start, _ in spans}
    for start, end in spans:
        if end == start + 1 and int(_alone().get(text[start], _NEVER_ALONE)[1]) < _MOSTLY_ALONE:
            numbers: set[int] = set()
            for w in lattice.ending[start]:
                numbers.update(_completed_after(words[w][2], text[start]))
            for w in lattice.starting[end]:
                numbers.update(_completed_before(words[w][2], text[start]))
            for number in sorted(numbers):
                yield start, end, (table.names[number], number, table.alone[number])
    for start in range(len(text) - 1):
        for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
            longer = index.shorter.get(text[start:end], ())
            if longer and not borders.isdisjoint(range(start + 1, end)):
                yield from ((start, end, entry) for name in longer if (entry := index.entry(name)))


def _is_shared(lattice: Lattice, start: int, end: int, better: str) -> bool:
    """Whether the character that is missing is in the word after the place, so that both share it."""
    if end > start + 1 or not better.startswith(lattice.text[start]):
        return False
    return any(better[1] in lattice.text[end : lattice.words[w][1]] for w in lattice.starting[end])


def _is_varied(start: int, end: int, better: str, text: str, alone: set[int]) -> bool:
    """Whether a loose character stands where the one that is missing should, or a rare one beside a set phrase.

    Neither does a set phrase lack anything that consists of whole words, 标准农田 for 高标准农田, nor at an end where one
    of its characters may go with what follows: 牵头抓|思政课 for 牵头抓总.
    """
    piece = text[start:end]
    at = start - 1 if better.endswith(piece) else end if better.startswith(piece) else -1
    if len(piece) < _SET:
        return _is_rare(at, text, alone)
    loose = len(alone.intersection(range(start, end)))
    if not loose or (at in alone and text[at] not in _PARTICLES) or (loose == 1 and 0 <= at < len(text)):
        return True
    return _is_rare(start - 1, text, alone) or _is_rare(end, text, alone)


def _is_rare(at: int, text: str, alone: set[int]) -> bool:
    """Whether a character stands alone there that seldom does."""
    return at in alone and int(_alone().get(text[at], _NEVER_ALONE)[0]) < _OFTEN_ALONE


@lru_cache(_KEPT)
def _completed_after(before: int, character: str) -> tuple[int, ...]:
    """The common words of two characters, one of them `character`, known to follow the word `before`."""
    table, halves = word_pairs(), word_index().halves.get(character, ())
    if before < 0 or not halves:
        return ()
    begin, end = table.first[before], table.first[before + 1]
    if end - begin < _AT_ONCE * len(halves):
        return tuple(frozenset(halves).intersection(table.followers[begin:end]))
    return tuple(number for number in halves if table.follows(before, number))


@lru_cache(_KEPT)
def _completed_before(after: int, character: str) -> tuple[int, ...]:
    """The common words of two characters, one of them `character`, known to stand before the word `after`."""
    follows, halves = word_pairs().follows, word_index().halves.get(character, ())
    return tuple(number for number in halves if after >= 0 and follows(number, after))


def features(lattice: Lattice, guess: Guess, entry: Entry) -> tuple[float, ...]:
    """What speaks for and against the guess, in the order of FEATURES."""
    table, text, start, end = lattice.costs.table, lattice.text, guess.start, guess.end
    piece, name, number = text[start:end], entry[0], entry[1]
    before = [lattice.words[w] for w in lattice.ending[start]]
    after = [lattice.words[w] for w in lattice.starting[end]]
    now = table.numbers.get(piece, -1) if len(piece) == 1 else -1
    spans = [lattice.words[at][:2] for at in lattice.path]
    starts, ends = dict(spans), {e: s for s, e in spans}
    lost = next(at for at in range(len(name)) if name[:at] + name[at + 1 :] == piece)
    shares = [_alone().get(c, _NEVER_ALONE) for c in piece]
    return (
        guess.gain / STEPS,
        entry[2] / STEPS,
        max((_bond(table, w[2], number) for w in before if _is_long(w)), default=_UNKNOWN),
        max((_bond(table, number, w[2]) for w in after if _is_long(w)), default=_UNKNOWN),
        max((_bond(table, w[2], now) for w in before), default=_UNKNOWN),
        max((_bond(table, now, w[2]) for w in after), default=_UNKNOWN),
        2 * (start == 0) + (end == len(text)),
        -1 if lost == len(name) - 1 else lost,
        2 * (start in starts) + (end in ends),
        min(start - ends[start], 3) if start in ends else 0,
        min(starts[end] - end, 3) if end in starts else 0,
        (1 + (lost == 0)) * (piece[-1] in _ENDINGS),
        len(name),
        min(int(share[1]) for share in shares),
        int(shares[0][2 if start == 0 else 0]),
        int(shares[-1][3 if end == len(text) else 0]),
        min(len(text), _PROSE),
    )


def _is_long(word: Word) -> bool:
    return word[1] > word[0] + 1


def _bond(table: WordPairs, first: int, second: int) -> float:
    """How much oftener the second word follows the first than others, in powers of ten."""
    if first < 0 or second < 0 or not table.follows(first, second):
        return _UNKNOWN
    return (table.alone[second] - table.cost(first, second)) / STEPS
