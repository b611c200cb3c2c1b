"""工作工作, 的的: words written twice."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_WORD = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,3}?)(?P=word)")
_PARTICLE = re.compile(r"(?P<word>[的了在是和与为对把将被及就也都要由从向使并])(?P=word)")
_WINDOW = 8
_MOST = 400  # a text with more is no prose, and segmentation would take its time
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两半几多每")
_CAPTIONS = frozenset({"图片", "视频", "照片", "附件", "链接", "点击", "来源", "编辑", "作者", "发布"})
_VALUE = re.compile(r"[:：]?\d+(?:\.\d+)?(?:℃|°|mm|毫米|米|度|%|％)")
_OUGHT = "该"  # 该教育教育、该处罚处罚
_FIRST = ("先", "多", "好好", "一起", "互相", "反复")  # 先清点清点再报
_BRIEFLY = re.compile("一下|一番|看(?![\u4e00-\u9fff])|再说")
_ENOUGH = re.compile("[的吧再后了]|(?![\u4e00-\u9fff])")


@cache
def _meant_twice() -> frozenset[str]:
    return frozenset(lexicon("phrases")["twice"].split())


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(lexicon("phrases")["adverbs"].split())


def _words_around(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The words of the line around `start:end`, with the offset in the text where each begins."""
    from reviewer.language.segmentation import cut

    first = max(text.rfind("\n", max(0, start - _WINDOW), start) + 1, start - _WINDOW, 0)
    stop = text.find("\n", end, end + _WINDOW)
    window = text[first : min(len(text) if stop < 0 else stop, end + _WINDOW)]
    words = cut(window)
    offsets, at = [], first
    for word in words:
        offsets.append(at)
        at += len(word)
    return words, offsets


def _are_two(text: str, start: int, end: int, word: str) -> bool:
    """Whether segmentation sees `word` twice in a row there, and not two longer words that meet.

    The dictionary lists some adverbs with their verb as one word: 认真|认真落实.
    """
    words, offsets = _words_around(text, start, end)
    return any(
        at == start and a == word and (b == word or (word in _adverbs() and b.startswith(word)))
        for a, b, at in zip(words, words[1:], offsets, strict=False)
    )


def _is_furniture(text: str, start: int, end: int, word: str) -> bool:
    """Whether they are captions or labels left from a page: 图片图片, 气温气温14.0℃, or part of a name in 【】."""
    if word in _CAPTIONS or text.startswith(word, end) or text.endswith(word, 0, start):
        return True
    line = text.rfind("\n", 0, start) + 1
    return bool(_VALUE.match(text, end)) or text.rfind("【", line, start) > text.rfind("】", line, start)


def _is_talk(text: str, start: int, end: int) -> bool:
    """Whether a verb is said twice on purpose: 该教育教育, 先清点清点, 盘点盘点一下."""
    if text.endswith(_OUGHT, 0, start) or _BRIEFLY.match(text, end):
        return True
    return text.endswith(_FIRST, 0, start) and bool(_ENOUGH.match(text, end))


def _candidates(context: RuleContext) -> Iterator[tuple[re.Match[str], str]]:
    for match in _WORD.finditer(context.text):
        word = match.group("word")
        if word not in _meant_twice() and len(set(word)) > 1 and not _NUMERALS & set(word):
            yield match, word
    for match in _PARTICLE.finditer(context.text):
        yield match, match.group("word")


def _find(context: RuleContext) -> Iterator[Raw]:
    candidates = list(islice(_candidates(context), _MOST + 1))
    if len(candidates) > _MOST:
        return
    for match, word in candidates:
        if _is_furniture(context.text, *match.span(), word) or _is_talk(context.text, *match.span()):
            continue
        if _are_two(context.text, match.start(), match.end(), word) and (span := context.span(*match.span())):
            yield Raw(span, f"“{word}”写了两遍。", (word,))


RULES = (
    Rule(
        id="typo-repeated-word",
        name="词语重复",
        category=Category.TYPO,
        severity=Severity.WARNING,
        what="同一个词连着写了两遍，如“工作工作”“的的”。",
        why="多半是修改时没有删净。",
        instead="删去一个。",
        check=Function(_find),
        bad=(
            Example("要扎实做好各项工作工作。", "工作工作", "要扎实做好各项工作。"),
            Example("这是我们的的共同责任。", "的的", "这是我们的共同责任。"),
            Example("要层层压实压实责任。", "压实压实", "要层层压实责任。"),
            Example("认真认真落实会议精神。", "认真认真", "认真落实会议精神。"),
        ),
        good=(
            "这样做的目的的确是好的。",
            "为了了解情况，深入基层。",
            "大家要好好学习学习。",
            "人人有责、处处留心。",
            "该教育教育，该处罚处罚，不能一罚了之。",
            "家底要先清点清点，再报数。",
            "问题出在哪里，要盘点盘点一下。",
            "图片图片图片",
            "最低气温气温14.0℃",
        ),
    ),
)
