"""Words that the office bans or replaces, wherever they stand as words."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reviewer.model.finding import Category, Severity
from reviewer.model.terms import Term, Terms
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_REACH = 8
_WHOLE_FROM = 3
_BANNED = Term("有关人等", note="指称不明")
_REPLACED = Term("老百姓", "群众", "书面用语")
_TRIMMED = Term("中央领导同志", "党中央")


@lru_cache(maxsize=2)
def _matcher(terms: tuple[Term, ...]) -> Any:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick([term.words for term in terms], matchkind=MatchKind.LeftmostLongest)


def _uses(context: RuleContext) -> Iterator[tuple[Term, int, int]]:
    """Each unwanted term with its place, where it is a word and no part of what replaces it."""
    terms, text = context.terms.unwanted, context.text
    if not terms:
        return
    for number, start, end in _matcher(terms).find_matches_as_indexes(text):
        term = terms[number]
        if not _is_in_better(text, start, term) and _stands_alone(text, start, end):
            yield term, start, end


def _is_in_better(text: str, start: int, term: Term) -> bool:
    at = term.better.find(term.words)
    return at >= 0 and text.startswith(term.better, start - at)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a short word is no part of others: 小三 is none in 三轮车 with 小 before it."""
    if end - start >= _WHOLE_FROM or not "\u4e00" <= text[start] <= "\u9fff":
        return True
    from reviewer.language.segmentation import cut

    first = max(0, start - _REACH)
    at, borders = first, {first}
    for word in cut(text[first : end + _REACH]):
        at += len(word)
        borders.add(at)
    return start in borders and end in borders


def _banned(context: RuleContext) -> Iterator[Raw]:
    for term, start, end in _uses(context):
        if not term.better and (span := context.span(start, end)):
            yield Raw(span, f"本单位用词表规定不用“{term.words}”{_reason(term)}。")


def _replaced(context: RuleContext) -> Iterator[Raw]:
    for term, start, end in _uses(context):
        if term.better and (span := context.span(start, end)):
            message = f"本单位用词表规定“{term.words}”改用“{term.better}”{_reason(term)}。"
            yield Raw(span, message, (term.better,))


def _reason(term: Term) -> str:
    note = term.note.strip().rstrip("。").replace("\n", " ")
    return f"：{note}" if note else ""


RULES = (
    Rule(
        id="office-banned",
        name="本单位禁用的词",
        category=Category.FORMULATION,
        severity=Severity.ERROR,
        what="用词表里写明不用的词。用词表在“设置”的“用词”一页里填写或者导入。",
        why="这是本单位自己的规定，说明写在用词表里。",
        instead="换一种说法；这里确实要用的，忽略即可。",
        check=Function(_banned),
        bad=(
            Example("请有关人等到会。", "有关人等"),
            Example("通知有关人等，逐一落实。", "有关人等"),
            Example("由有关人等负责。", "有关人等"),
        ),
        good=("请有关人员到会。", "请老百姓评判。", "逐一落实。"),
        quotable=True,
        supposed=Terms(unwanted=(_BANNED,)),
    ),
    Rule(
        id="office-preferred",
        name="本单位要改用的词",
        category=Category.FORMULATION,
        severity=Severity.WARNING,
        what="用词表里写明要改用别的说法的词。用词表在“设置”的“用词”一页里填写或者导入。",
        why="这是本单位自己的规定，说明写在用词表里。",
        instead="改为用词表里的说法；这里确实要用的，忽略即可。",
        check=Function(_replaced),
        bad=(
            Example("让老百姓满意。", "老百姓", "让群众满意。"),
            Example("老百姓的事无小事。", "老百姓", "群众的事无小事。"),
            Example("中央领导同志高度重视。", "中央领导同志", "党中央高度重视。"),
        ),
        good=("让群众满意。", "党中央高度重视。", "百姓安居乐业。"),
        quotable=True,
        supposed=Terms(unwanted=(_REPLACED, _TRIMMED)),
    ),
)
