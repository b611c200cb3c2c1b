"""How much more usual a guess must be before the clerk hears of it, and where it never is enough."""

from functools import cache

from reviewer.language.lattice import Lattice
from reviewer.language.ngrams import STEPS, WordPairs
from reviewer.language.segmentation import is_word
from reviewer.resource import lexicon
from reviewer.rules.context import RuleContext
from reviewer.rules.typo.guesses import Guess, Slip

_OFTEN = 3
_STRICT = 3 * STEPS // 2
_FAR_RARER = 3 * STEPS // 2
_NEVER = 99.0
# the gain asked for, in powers of ten, by how well the guess goes with its neighbours (0 to 4)
_LIMITS = {
    Slip.SOUND: (6.0, 4.0, 3.4, 3.0, 2.6),
    Slip.NEAR_SOUND: (6.0, 4.2, 3.6, 3.2, 2.8),
    Slip.SHAPE: (5.2, 3.4, 2.8, 2.6, 2.2),
    Slip.HOMOPHONE: (_NEVER, 6.0, 5.0, 3.4, 2.8),
    Slip.SWAPPED: (5.0, 3.8, 3.2, 2.6, 2.2),
    Slip.MISSING: (_NEVER, 5.0, 4.8, 3.4, 2.6),
    Slip.LONE: (_NEVER, _NEVER, 6.6, 5.4, 4.4),
    Slip.DOUBLED: (3.6, 2.8, 2.2, 2.0, 2.0),
}
# the same where what stands there is a word
_OF_WORDS = {
    Slip.SOUND: (_NEVER, 5.0, 4.6, 3.4, 2.8),
    Slip.NEAR_SOUND: (_NEVER, 5.0, 4.6, 3.4, 2.8),
    Slip.SHAPE: (_NEVER, 4.4, 4.2, 5.2, 2.8),
    Slip.HOMOPHONE: (_NEVER, 6.0, 5.0, 3.4, 2.8),
    Slip.SWAPPED: (_NEVER, _NEVER, 4.8, 3.2, 2.8),
    Slip.MISSING: (_NEVER, _NEVER, 4.8, 3.4, 3.0),
    Slip.LONE: _LIMITS[Slip.LONE],
    Slip.DOUBLED: (5.6, 3.4, 2.8, 2.4, 2.4),
}
_OFTEN_ALONE = 1.2
_ALONE = int(3.9 * STEPS)  # what a character costs at most that often is a word of its own
_QUOTED = 1.5
_USUAL_CHARACTER = 5 * STEPS  # what a character costs by itself beyond which its rarity is no sign of a slip
_ROW = 5
_ENDINGS = frozenset(
    "奖学部会局院校地省市县区镇乡村湖水江河山队组车人国员家业年月日个次法制品力站点线路网厅处科所室办委馆厂矿社"
)
_COUNTING = ("一", "每")
_BY_LENGTH = (Slip.DOUBLED, Slip.LONE, Slip.MISSING)
_FIGURES = frozenset("第一二三四五六七八九十百千万亿零〇两几多")
_OPENING, _CLOSING = ("“", "‘", "《", "〈", "「"), ("”", "’", "》", "〉", "」")


@cache
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(characters) for kind, characters in lexicon("names").items() if kind != "entities"}


@cache
def _entities() -> frozenset[str]:
    return frozenset(lexicon("names")["entities"].split())


@cache
def _own_words() -> frozenset[str]:
    return frozenset(lexicon("official_words")["words"].split())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset("".join(lexicon("pinyin")["syllables"].values()))


def limit(context: RuleContext, offset: int, lattice: Lattice, guess: Guess) -> int | None:
    """The gain from which the guess counts; None where it never does."""
    text, (start, end) = lattice.text, (guess.start, guess.end)
    if not _ordinary().issuperset(text) or _in_a_row(lattice, guess) or _is_kept(context, offset, guess):
        return None
    if guess.slip is not Slip.DOUBLED and _is_name(lattice, guess):
        return None
    if guess.slip not in _BY_LENGTH and guess.support < 2 and _is_made_up(text[start:end]):
        return None
    if _is_figure(context.text, offset, text, guess):
        return None
    table, piece = lattice.costs.table, text[start:end]
    if piece in _own_words():
        return None
    limits = _OF_WORDS if _is_usual_word(table, piece, guess.better) else _LIMITS
    asked = limits[guess.slip][guess.support]
    if guess.slip is Slip.DOUBLED and _is_meant_twice(text, guess):
        return None
    if guess.slip is Slip.LONE and piece in table.numbers and table.alone[table.numbers[piece]] <= _ALONE:
        asked += _OFTEN_ALONE
    if _is_quoted(context.text, offset, offset + len(text)):
        asked += _QUOTED
    return int(asked * STEPS) + _rarity(lattice, guess) - (_STRICT if context.strict else 0)


def _is_meant_twice(text: str, guess: Guess) -> bool:
    """Whether one word may end and the next begin with it (技术奖奖励), or it is one of two such pairs (疲疲沓沓)."""
    at = next(i for i in range(guess.start + 1, guess.end) if text[i] == text[i - 1])
    pairs = (text[at - 3 : at - 1], text[at + 1 : at + 3])
    counted = text[at - 2 : at - 1] in _COUNTING
    joins = is_word(text[at : at + 2]) and is_word(text[at - 2 : at])
    return (
        counted
        or joins
        or (text[at] in _ENDINGS and guess.support < 2)
        or any(len(pair) == 2 and len(set(pair)) == 1 for pair in pairs)
    )


def _is_usual_word(table: WordPairs, piece: str, better: str) -> bool:
    """Whether the piece is a word, and not one that is far rarer than the guess."""
    if piece not in table.numbers:
        return is_word(piece)
    known = table.numbers.get(better)
    return known is None or table.alone[table.numbers[piece]] < table.alone[known] + _FAR_RARER


def _rarity(lattice: Lattice, guess: Guess) -> int:
    """How much of the gain is owed to characters that are rare wherever they stand."""
    table = lattice.costs.table
    return sum(
        max(0, table.alone[number] - _USUAL_CHARACTER)
        for character in lattice.text[guess.start : guess.end]
        if (number := table.numbers.get(character)) is not None
    )


def _is_kept(context: RuleContext, offset: int, guess: Guess) -> bool:
    """Whether the document writes it so again and again."""
    start, end = offset + guess.start, offset + guess.end
    if end - start == 1:
        start, end = max(0, start - 1), end + 1
    return context.text.count(context.text[start:end]) >= _OFTEN


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether quotes enclose just this stretch."""
    return text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING


def _in_a_row(lattice: Lattice, guess: Guess) -> bool:
    """Whether the place lies in a row of characters that are no words, as foreign names are."""
    row = longest = 0
    for at in lattice.path:
        start, end, _, _ = lattice.words[at]
        row = row + 1 if end == start + 1 else 0
        if start < guess.end and guess.start < end:
            longest = max(longest, row)
    return longest >= _ROW


def _is_made_up(piece: str) -> bool:
    """Whether the piece is a character beside one that goes with almost any: 践于, 所办."""
    return len(piece) == 2 and (piece[1] in "于之以而了着过得的者化型性们" or piece[0] in "可不未无所非欲皆均已")


def _is_figure(whole: str, offset: int, text: str, guess: Guess) -> bool:
    """Whether the place is a number in words, a unit after digits, or 某某."""
    piece = text[guess.start : guess.end]
    if _FIGURES.issuperset(piece) or "某" in piece:
        return True
    before = whole[max(0, offset - 1) : offset]
    return not guess.start and before.isalnum() and before.isascii()


def _is_name(lattice: Lattice, guess: Guess) -> bool:
    """Whether the place may be the name of a person, a place or a country, or a part of it."""
    text, start, end = lattice.text, guess.start, guess.end
    names, alone = _names(), {s for s, e in _spans(lattice) if e == s + 1}
    if start not in alone:
        return False
    piece = text[start:end]
    if text[end : end + 2] in _entities() and guess.support < 3:
        return True
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in names["surnames"] and start - 1 in alone and guess.support < 3:
        return True
    if piece[0] in names["surnames"] and (start == 0 or end == len(text)) and guess.support == 0:
        return True
    if (after in names["places"] or piece[-1] in names["places"]) and guess.support < 2:
        return True
    if piece[-1] == "方" or (piece[0] == "中" and len(piece) == 2):
        return piece[0] in names["countries"] or piece[-1] in names["countries"]
    return False


def _spans(lattice: Lattice) -> list[tuple[int, int]]:
    return [lattice.words[at][:2] for at in lattice.path]
