"""Four-character words with one character wrong: 再接再砺, 一如即往."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.sounds import is_common
from reviewer.rules.rule import Example, Raw, Rule
from reviewer.rules.typo.likeness import alike, lookalikes
from reviewer.rules.typo.words import cuts_words

_OPENING, _CLOSING = "“‘《「", "”’》」"


@dataclass(frozen=True, slots=True)
class _Index:
    """Where near misses are looked for: parts of the words, each with the words it is of and its offset in them."""

    matcher: Any
    places: tuple[tuple[tuple[int, str], ...], ...]
    words: frozenset[str]
    plain: frozenset[str]


def _pieces(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(0, len(text), size)]


@cache
def _index() -> _Index:
    from ahocorasick_rs import AhoCorasick

    table = lexicon("idioms")
    words = _pieces(table["words"], 4)
    common = frozenset(_pieces(table["common"], 2))
    plain = frozenset(_pieces(table["plain"], 4))
    parts: dict[str, list[tuple[int, str]]] = {}
    for word in words:
        head, tail = word[:2], word[2:]
        parts.setdefault(word[:3] if head in common else head, []).append((0, word))
        if tail in common:
            parts.setdefault(word[1:], []).append((1, word))
        else:
            parts.setdefault(tail, []).append((2, word))
    for word in _pieces(table["official"], 4):
        for hole, half in ((2, word[:2]), (1, word[2:])):
            if half in common:
                for character in lookalikes(word[hole]):
                    parts.setdefault(f"{word[:hole]}{character}{word[hole + 1 :]}", []).append((0, word))
    return _Index(AhoCorasick(list(parts)), tuple(map(tuple, parts.values())), frozenset(words), plain)


def _wrong_at(found: str, word: str) -> int | None:
    """Which one character of `found` is not that of `word` but easily mistaken for it; None if it is not so."""
    differing = [i for i in range(4) if found[i] != word[i]]
    return differing[0] if len(differing) == 1 and alike(found[differing[0]], word[differing[0]]) else None


def near_misses(text: str) -> list[tuple[int, str]]:
    """Each place where four characters are not a word but differ from just one in one character, with that word."""
    index = _index()
    likely: dict[int, set[str]] = {}
    for part, start, _ in index.matcher.find_matches_as_indexes(text, overlapping=True):
        for offset, word in index.places[part]:
            at = start - offset
            found = text[at : at + 4]
            if at >= 0 and len(found) == 4 and found not in index.words and _wrong_at(found, word) is not None:
                likely.setdefault(at, set()).add(word)
    return [(at, min(words)) for at, words in sorted(likely.items()) if len(words) == 1]


def _stands_alone(text: str, at: int, word: str) -> bool:
    """Whether the four characters there are neither ordinary words in a row nor parts of the words around them."""
    from reviewer.language.segmentation import is_word

    found = text[at : at + 4]
    if not all(map(is_common, found)) or is_word(found) or is_word(found[:3]) or is_word(found[1:]):
        return False
    if word in _index().plain and is_word(found[:2]) and is_word(found[2:]):
        return False
    return not cuts_words(text, at, at + 4, word)


def _is_pun(text: str, at: int) -> bool:
    """Whether the four characters are in quotes of their own, as slogans and names of campaigns are."""
    return text[max(0, at - 1) : at] in _OPENING and text[at + 4 : at + 5] in _CLOSING if at else False


def _find(context: RuleContext) -> Iterator[Raw]:
    for at, word in near_misses(context.text):
        span = context.span(at, at + 4)
        if span and not _is_pun(context.text, at) and _stands_alone(context.text, at, word):
            yield Raw(span, f"“{context.text[at : at + 4]}”疑为“{word}”。", (word,))


RULES = (
    Rule(
        id="typo-near-idiom",
        name="成语、四字词错一个字",
        category=Category.TYPO,
        severity=Severity.WARNING,
        what="与成语或固定四字词只差一个音近、形近的字，本身又不成词的写法，如“一如即往”“奢糜之风”。",
        why="输入时选错了同音字，或者把相似的字看混了。",
        instead="对照词典改正；有意的谐音请加引号。",
        check=Function(_find),
        bad=(
            Example("一如即往支持基层。", "一如即往", "一如既往支持基层。"),
            Example("坚决反对奢糜之风。", "奢糜之风", "坚决反对奢靡之风。"),
            Example("做到循序渐近、久久为攻。", "循序渐近", "做到循序渐进、久久为功。"),
            Example("不断开创新局面，做到与时具进。", "与时具进", "不断开创新局面，做到与时俱进。"),
        ),
        good=(
            "一如既往支持基层。",
            "开展“粽”情端午活动。",
            "进一步提高认识。",
            "活动名称定为“衣衣不舍”。",
        ),
    ),
)
