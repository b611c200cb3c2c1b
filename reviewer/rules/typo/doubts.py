"""How much more usual a guess must be before the clerk hears of it, and where it never is enough."""

import re
from functools import cache

from reviewer.language.lattice import Lattice
from reviewer.language.ngrams import STEPS, WordPairs, word_pairs
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
    Slip.DOUBLED: (5.6, 3.4, 2.8, 2.4, 2.4),
}
_LONG_ASKED = 2.0  # where the better word has four characters or more
_PLAIN_SWAP = 3.8  # two characters for a common word
_PLAIN = (
    int(4.8 * STEPS),
    int(4.2 * STEPS),
)  # what such a word costs at most, by how many lone characters are beside it
_JOINED = 1.6
_QUOTED = 1.5
_USUAL_CHARACTER = 5 * STEPS  # what a character costs by itself beyond which its rarity is no sign of a slip
_ROW = 5
_ENDINGS = frozenset(
    "奖学部会局院校地省市县区镇乡村湖水江河山队组车人国员家业年月日个次法制品力站点线路网厅处科所室办委馆厂矿社"
)
_COUNTING = ("一", "每")
_BY_LENGTH = (Slip.DOUBLED, Slip.LOST)
_BY_FORM = (Slip.SOUND, Slip.NEAR_SOUND, Slip.SHAPE)
_BY_SOUND = (Slip.SOUND, Slip.NEAR_SOUND)
_POINTS = 2.0  # what must speak for a word that lost a character
_POINTS_LESS = 1.0  # less where the clerk wants to hear of more
_POINTS_NAME = 1.0
_POINTS_EDGE = 0.2  # more where it goes with a word on one side only and nothing stands on the other
_POINTS_HALF = 0.6  # more where it goes with a word on one side only
_POINTS_BARE = 1.2  # more where it goes with neither
_POINTS_RARE = 0.8  # more where the character is rare wherever it stands
_POINTS_SENSE = 1.2  # more where the one character says the same
_POINTS_SHORT = 0.6  # more where official writing uses the character as a word of its own
_LONG = 4
_RESULTS = frozenset("好完到出清掉住开成起下上定准稳牢透足满齐尽")
_BOTH_FREE = 2.5  # more where each of the two characters is used as a word of its own
_NEARBY = 16
_YEAR = re.compile(r"[〔\[［(（]\d{4}[〕\]］)）]")
_ISSUER = 8  # the most characters of an office's short name before the year of a document number
_LARGE = frozenset("大小多少高低")
_GOVERNING = frozenset("到在往向从给把被让跟对")
_DIVISIONS = frozenset("村镇乡市县区州")
_BRACKETS = frozenset("()（）[]〔〕［］【】")
_PARTICLES = frozenset("的了和与及等是在")
_MARKS = "，、。；：“（\n"
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
def _shortened() -> frozenset[str]:
    return frozenset(lexicon("official_words")["shortened"].split())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset("".join(lexicon("pinyin")["syllables"].values()))


def is_told(context: RuleContext, offset: int, lattice: Lattice, guess: Guess) -> bool:
    """Whether enough speaks for the guess that the clerk should hear of it."""
    if guess.slip is Slip.LOST and guess.points < _POINTS - _POINTS_LESS:
        return False
    if not may_be_slip(context, offset, lattice, guess):
        return False
    quoted = _is_quoted(context.text, offset, offset + len(lattice.text))
    if guess.slip is Slip.LOST:
        asked_points = _points_asked(lattice, guess) - _POINTS_LESS * context.strict
        if quoted or guess.points < asked_points or _has_result(lattice, guess):
            return False
        return not _is_parallel(context.text, offset, lattice, guess)
    asked = _asked(lattice, guess)
    if guess.slip is Slip.DOUBLED and _joins_words(lattice.text, guess):
        asked += _JOINED
    if quoted:
        asked += _NEVER if guess.slip is Slip.CROSSED else _QUOTED
    strictly = _STRICT if context.strict else 0
    return guess.gain >= int(asked * STEPS) + _rarity(lattice, guess) - strictly


def _points_asked(lattice: Lattice, guess: Guess) -> float:
    """What must speak for a word that lost a character, by what stands there and around."""
    text, start, end = lattice.text, guess.start, guess.end
    asked = _POINTS + _POINTS_NAME * _is_name(lattice, guess)
    if end > start + 1:
        return asked
    asked += _POINTS_SHORT * (text[start] in _short_words()) + _POINTS_RARE * (text[start] not in word_pairs().numbers)
    asked += _POINTS_SENSE * (guess.better in _shortened())
    if guess.before and guess.after:
        return asked
    if not (guess.before or guess.after):
        return asked + _POINTS_BARE
    return asked + (_POINTS_EDGE if start == 0 or end == len(text) else _POINTS_HALF)


def _has_result(lattice: Lattice, guess: Guess) -> bool:
    """Whether the character is a verb with what comes of it: 划|好."""
    end = guess.end
    is_verb = end == guess.start + 1 and lattice.text[end : end + 1] in _RESULTS
    return is_verb and (end, end + 1) in _spans(lattice)


def _is_parallel(whole: str, offset: int, lattice: Lattice, guess: Guess) -> bool:
    """Whether a clause nearby begins or ends with the same single character: 家庭安，社会安。"""
    text, start, end = lattice.text, guess.start, guess.end
    if end > start + 1 or (start and end < len(text)):
        return False
    first, last = offset + start, offset + end
    around = whole[max(0, first - _NEARBY) : first] + "\n" + whole[last : last + _NEARBY]
    character = re.escape(text[start])
    return bool(re.search(rf"{character}(?=[^\w\n])" if start else rf"(?<=[^\w\n]){character}", around))


def may_be_slip(context: RuleContext, offset: int, lattice: Lattice, guess: Guess) -> bool:
    """False for names, figures, foreign words, what the document writes again and again, and the like."""
    text, (start, end) = lattice.text, (guess.start, guess.end)
    if not _ordinary().issuperset(text) or _is_kept(context, offset, guess):
        return False
    if len(guess.better) < _LONG and _in_a_row(lattice, guess):
        return False
    by_place = guess.slip in _BY_LENGTH or (guess.slip is Slip.CROSSED and guess.support)
    if not by_place and _is_name(lattice, guess):
        return False
    if guess.slip not in _BY_LENGTH and guess.support < 2 and _is_made_up(text[start:end]):
        return False
    if _is_issuer(context.text, offset, text, guess) or (guess.slip is Slip.SWAPPED and _is_measured(lattice, guess)):
        return False
    if _is_figure(context.text, offset, text, guess):
        return False
    if guess.slip in _BY_LENGTH and _is_torn(context.text, offset, text, guess):
        return False
    if guess.slip is Slip.LOST and (_is_doubled_beside(text, guess) or _is_glued(context.text, offset, text, guess)):
        return False
    if guess.slip is Slip.DOUBLED and _is_of_division(text, guess):
        return False
    if guess.slip is Slip.DOUBLED and _is_meant_twice(lattice, guess):
        return False
    if guess.slip is Slip.SWAPPED and guess.better[0] == text[max(0, start - 1) : start]:
        return False
    if guess.slip in _BY_SOUND and _is_governed(lattice, guess):
        return False
    around = (text[max(0, start - 2) : end], text[max(0, start - 1) : end], text[start:end], text[start : end + 1])
    return _own_words().isdisjoint(around)


def _is_issuer(whole: str, offset: int, text: str, guess: Guess) -> bool:
    """Whether the place lies in the short name of an office in a document number: 澜政办明电〔2024〕3号."""
    return guess.end + _ISSUER >= len(text) and bool(_YEAR.match(whole, offset + len(text)))


def _is_measured(lattice: Lattice, guess: Guess) -> bool:
    """Whether a word and 量 are said to be large or small: 产生量大."""
    piece = lattice.text[guess.start : guess.end]
    return piece[0] == "量" and piece[1] in _LARGE and bool(lattice.ending[guess.start])


def _is_governed(lattice: Lattice, guess: Guess) -> bool:
    """Whether a preposition stands before a word that goes on beyond the place: 盯到|地头上."""
    start, end = guess.start, guess.end
    if lattice.text[start] not in _GOVERNING:
        return False
    return any(lattice.words[w][1] > end and lattice.words[w][2] >= 0 for w in lattice.starting[start + 1])


def _is_of_division(text: str, guess: Guess) -> bool:
    """Whether a place's name ends and a word begins with the same character: 石桥村村民."""
    at = next(i for i in range(guess.start + 1, guess.end) if text[i] == text[i - 1])
    return at > 1 and text[at] in _DIVISIONS and is_word(text[at : at + 2])


def _asked(lattice: Lattice, guess: Guess) -> float:
    """The gain asked for, in powers of ten, by the kind of slip and what stands there and around."""
    table, piece, support = lattice.costs.table, lattice.text[guess.start : guess.end], guess.support
    is_word_there = _is_usual_word(table, piece, guess.better)
    is_long = len(guess.better) >= _LONG and not is_word_there
    if guess.slip is Slip.CROSSED and len(set(piece)) < len(piece):
        return _NEVER
    if guess.slip in (Slip.SWAPPED, Slip.DOUBLED) and is_long:
        return _LONG_ASKED
    if guess.slip is Slip.SWAPPED and not support and not is_word_there and _is_plain_swap(lattice, guess):
        return _PLAIN_SWAP
    free = guess.slip in _BY_FORM and support < 2 and len(piece) == 2 and _short_words().issuperset(piece)
    return (_OF_WORDS if is_word_there else _LIMITS)[guess.slip][support] + _BOTH_FREE * free


def _is_plain_swap(lattice: Lattice, guess: Guess) -> bool:
    """Whether two characters swapped make a common word, the more common where a lone character stands beside it."""
    table, spans = lattice.costs.table, _spans(lattice)
    number = table.numbers.get(guess.better)
    beside = [s for s, e in spans if e == s + 1 and (guess.start == e or guess.end == s)]
    lone = sum(lattice.text[s] not in _PARTICLES for s in beside)
    return number is not None and len(guess.better) == 2 and lone < len(_PLAIN) and table.alone[number] <= _PLAIN[lone]


def _is_torn(whole: str, offset: int, text: str, guess: Guess) -> bool:
    """Whether the place lies at the end of a line that goes on in the next, or beside a bracket within a word."""
    first, last = max(offset, offset + guess.start - 1), min(offset + len(text), offset + guess.end + 1)
    before, after = whole[max(0, first - 1) : first], whole[last : last + 1]
    if before in _BRACKETS or after in _BRACKETS or after == "\n":
        return True
    return before == "\n" and whole[max(0, first - 2) : first - 1].isalnum()


def _is_glued(whole: str, offset: int, text: str, guess: Guess) -> bool:
    """Whether the place goes with a quotation, digits, letters or a list of characters beside it: “好汉”们, 文、体、卫."""
    before, after = whole[max(0, offset - 1) : offset], whole[offset + len(text) : offset + len(text) + 1]
    listed = before == "、" and len(whole[max(0, offset - 3) : offset - 1].strip(_MARKS)) < 2
    left = not guess.start and (before in _CLOSING or before.isalnum() or listed)
    return left or (guess.end == len(text) and (after in _OPENING or after.isalnum()))


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
