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
    Slip.SWAPPED: (5.0, 3.6, 2.8, 2.4, 2.2),
    Slip.CROSSED: (8.6, 2.4, 2.4, 2.2, 2.2),
    Slip.MISSING: (_NEVER, 4.6, 4.2, 3.0, 2.6),
    Slip.LONE: (5.2, 5.2, 5.4, 5.6, 3.9),
    Slip.DOUBLED: (3.6, 2.8, 2.2, 2.0, 2.0),
}
# the same where what stands there is a word
_OF_WORDS = {
    Slip.SOUND: (_NEVER, 5.0, 4.6, 3.4, 2.8),
    Slip.NEAR_SOUND: (_NEVER, 5.0, 4.6, 3.4, 2.8),
    Slip.SHAPE: (_NEVER, 4.4, 4.2, 5.2, 2.8),
    Slip.HOMOPHONE: (_NEVER, 6.0, 5.0, 3.4, 2.8),
    Slip.SWAPPED: (_NEVER, 4.8, 4.8, 3.2, 2.8),
    Slip.CROSSED: (_NEVER, _NEVER, 4.8, 3.2, 2.8),
    Slip.MISSING: (_NEVER, _NEVER, 4.8, 3.4, 3.0),
    Slip.LONE: _LIMITS[Slip.LONE],
    Slip.DOUBLED: (5.6, 3.4, 2.8, 2.4, 2.4),
}
_LONG_SWAPPED = 2.0  # where the better word has four characters or more
_LONG_MISSING = (_NEVER, 2.4, 2.2, 2.0, 2.0)
_LOST_INSIDE = 4.0
_LOST_AT_END = 5.2
_LOST_AT_STOP = 3.6  # the last character, before a mark of punctuation
_PLAIN_SWAP = 3.8  # two characters for a common word
_PLAIN = (
    int(4.8 * STEPS),
    int(4.2 * STEPS),
)  # what such a word costs at most, by how many lone characters are beside it
# where half a word is no word of its own, by the lesser and the greater of how well the whole goes with its sides
_HALVES = {(0, 0): _NEVER, (0, 1): 4.2, (0, 2): 3.8, (1, 1): 3.6, (1, 2): 3.4, (2, 2): 2.5}
_LINKED = 0.6
_JOINED = 1.6
_ALONE = int(3.9 * STEPS)  # what a character costs at most that often is a word of its own
_QUOTED = 1.5
_USUAL_CHARACTER = 5 * STEPS  # what a character costs by itself beyond which its rarity is no sign of a slip
_ROW = 5
_ENDINGS = frozenset(
    "奖学部会局院校地省市县区镇乡村湖水江河山队组车人国员家业年月日个次法制品力站点线路网厅处科所室办委馆厂矿社"
)
_COUNTING = ("一", "每")
_BY_LENGTH = (Slip.DOUBLED, Slip.LONE, Slip.MISSING)
_LOST = (Slip.LONE, Slip.MISSING)
_LONG = 4
_BRACKETS = frozenset("()（）[]〔〕［］【】")
_LOOSE = frozenset("的了和与及等是在")  # what may stand beside anything without being a part of it
_NICKNAMES = "小老阿"
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
def _short_words() -> frozenset[str]:
    return frozenset(lexicon("official_words")["characters"])


@cache
def _ordinary() -> frozenset[str]:
    return frozenset("".join(lexicon("pinyin")["syllables"].values()))


def limit(context: RuleContext, offset: int, lattice: Lattice, guess: Guess) -> int | None:
    """The gain from which the guess counts; None where it never does."""
    text, (start, end) = lattice.text, (guess.start, guess.end)
    if not _ordinary().issuperset(text) or _in_a_row(lattice, guess) or _is_kept(context, offset, guess):
        return None
    by_place = guess.slip is Slip.DOUBLED or (guess.slip is Slip.CROSSED and guess.support)
    if not by_place and _is_name(lattice, guess):
        return None
    if guess.slip not in _BY_LENGTH and guess.support < 2 and _is_made_up(text[start:end]):
        return None
    if _is_figure(context.text, offset, text, guess):
        return None
    if guess.slip in _BY_LENGTH and _is_torn(context.text, offset, text, guess):
        return None
    if guess.slip in _LOST and _is_doubled_beside(text, guess):
        return None
    if not _own_words().isdisjoint((text[start:end], text[max(0, start - 1) : end], text[start : end + 1])):
        return None
    asked = _asked(lattice, guess)
    if guess.slip is Slip.DOUBLED:
        if _is_meant_twice(lattice, guess):
            return None
        asked += _JOINED if _joins_words(text, guess) else 0
    if _is_quoted(context.text, offset, offset + len(text)):
        asked += _NEVER if guess.slip is Slip.CROSSED else _QUOTED
    return int(asked * STEPS) + _rarity(lattice, guess) - (_STRICT if context.strict else 0)


def _asked(lattice: Lattice, guess: Guess) -> float:
    """The gain asked for, in powers of ten, by the kind of slip and what stands there and around."""
    table, piece, support = lattice.costs.table, lattice.text[guess.start : guess.end], guess.support
    is_word_there = _is_usual_word(table, piece, guess.better)
    is_long = len(guess.better) >= _LONG and not is_word_there
    if guess.slip is Slip.LONE:
        return _for_half(lattice, guess)
    if guess.slip is Slip.CROSSED and len(set(piece)) < len(piece):
        return _NEVER
    if guess.slip is Slip.SWAPPED and is_long:
        return _LONG_SWAPPED
    if guess.slip is Slip.SWAPPED and not support and not is_word_there and _is_plain_swap(lattice, guess):
        return _PLAIN_SWAP
    if guess.slip is Slip.MISSING and is_long:
        return _LONG_MISSING[support] if support else _for_set_phrase(lattice, guess)
    return (_OF_WORDS if is_word_there else _LIMITS)[guess.slip][support]


def _for_half(lattice: Lattice, guess: Guess) -> float:
    """The gain asked for where one character of a word stands by itself."""
    table, words, piece = lattice.costs.table, lattice.words, lattice.text[guess.start : guess.end]
    number = table.numbers[piece]
    if piece in _short_words():
        asked = _LIMITS[Slip.LONE][guess.support]
    else:
        asked = _HALVES[min(guess.before, guess.after), max(guess.before, guess.after)]
    if any(words[w][2] >= 0 and table.closeness(words[w][2], number) for w in lattice.ending[guess.start]) or any(
        words[w][2] >= 0 and table.closeness(number, words[w][2]) for w in lattice.starting[guess.end]
    ):
        asked += _LINKED
    return asked + (_LINKED if table.alone[number] <= _ALONE else 0)


def _for_set_phrase(lattice: Lattice, guess: Guess) -> float:
    """The gain asked for where a long word lacks a character and nothing speaks for it but itself.

    What stands where the lost character should be may be meant instead of it: 物畅其流 for 货畅其流.
    """
    text, spans = lattice.text, _spans(lattice)
    starts, ends = dict(spans), {e: s for s, e in spans}
    piece = text[guess.start : guess.end]
    if guess.start not in starts or guess.end not in ends or piece[0] == piece[2]:
        return _NEVER
    inside = guess.better[0] == piece[0] and guess.better[-1] == piece[-1]
    before, after = guess.start - ends.get(guess.start, 0), starts.get(guess.end, guess.end) - guess.end
    if before == 1 and text[guess.start - 1] not in _LOOSE:
        return _NEVER
    if after == 1 and text[guess.end] not in _LOOSE:
        return _NEVER
    if guess.end == len(text) and guess.better.startswith(piece):
        return _LOST_AT_STOP
    return _LOST_INSIDE if inside else _LOST_AT_END


def _is_plain_swap(lattice: Lattice, guess: Guess) -> bool:
    """Whether two characters swapped make a common word, the more common where a lone character stands beside it."""
    table, spans = lattice.costs.table, _spans(lattice)
    number = table.numbers.get(guess.better)
    beside = [s for s, e in spans if e == s + 1 and (guess.start == e or guess.end == s)]
    lone = sum(lattice.text[s] not in _LOOSE for s in beside)
    return number is not None and len(guess.better) == 2 and lone < len(_PLAIN) and table.alone[number] <= _PLAIN[lone]


def _is_torn(whole: str, offset: int, text: str, guess: Guess) -> bool:
    """Whether the place lies at the end of a line that goes on in the next, or beside a bracket within a word."""
    first, last = max(offset, offset + guess.start - 1), min(offset + len(text), offset + guess.end + 1)
    before, after = whole[max(0, first - 1) : first], whole[last : last + 1]
    if before in _BRACKETS or after in _BRACKETS or after == "\n":
        return True
    return before == "\n" and whole[max(0, first - 2) : first - 1].isalnum()


def _is_doubled_beside(text: str, guess: Guess) -> bool:
    """Whether a character stands twice at the border of the place, so that rather one is too many."""
    start, end = guess.start, guess.end
    return (start > 0 and text[start - 1] == text[start]) or (end < len(text) and text[end] == text[end - 1])


def _is_meant_twice(lattice: Lattice, guess: Guess) -> bool:
    """Whether it is counted (一桩桩) or one of two such pairs (疲疲沓沓)."""
    text = lattice.text
    at = next(i for i in range(guess.start + 1, guess.end) if text[i] == text[i - 1])
    pairs = (text[at - 3 : at - 1], text[at + 1 : at + 3])
    counted = text[at - 2 : at - 1] in _COUNTING and (at, at + 1) in _spans(lattice)
    return counted or any(len(pair) == 2 and len(set(pair)) == 1 for pair in pairs)


def _joins_words(text: str, guess: Guess) -> bool:
    """Whether one word may end and the next begin with it: 技术奖奖励."""
    at = next(i for i in range(guess.start + 1, guess.end) if text[i] == text[i - 1])
    return (is_word(text[at : at + 2]) and is_word(text[at - 2 : at])) or (text[at] in _ENDINGS and guess.support < 2)


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
    if any(text[at - 1] in _NICKNAMES and text[at] in names["surnames"] for at in range(max(1, start), end)):
        return True
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
