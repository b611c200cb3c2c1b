"""当前位置：首页 >, 上一篇：, 返回顶部: what a web page prints around its text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_LONGEST = 90
_LONGEST_BYLINE = 60
_BUTTONS_IN_A_ROW = 3
_BAR = re.compile(r"[|｜·»]")


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lexicon("adverts")["furniture"]))


@cache
def _metadata() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("adverts")["metadata"]))


@cache
def _beside() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("adverts")["beside"]))


@cache
def _buttons() -> frozenset[str]:
    return frozenset(lexicon("adverts")["buttons"])


def _raw(index: int, text: str) -> Raw:
    start = len(text) - len(text.lstrip())
    return Raw(
        Span(index, start, start + len(text.strip())), "这是网页上的导航或按钮文字，不是文稿内容，请删去。", ("",)
    )


def _is_sure(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    if _furniture().fullmatch(line) or _is_menu(line):
        return True
    return len(line) <= _LONGEST_BYLINE and bool(_metadata().search(line))


def _is_menu(line: str) -> bool:
    """Whether the line is a row of buttons: 首页 | 登录 | 注册."""
    words = line.split()
    if len(words) >= _BUTTONS_IN_A_ROW and all(word in _buttons() for word in words):
        return True
    items = [item.strip() for item in _BAR.split(line)]
    return len(items) > 1 and all(items) and sum(item in _buttons() for item in items) * 2 > len(items)


def _find(context: RuleContext) -> Iterator[Raw]:
    lines = [
        (index, " ".join(text.split()))
        for index, text in enumerate(context.document.texts)
        if text and not text.isspace()
    ]
    sure = [_is_sure(line) for _, line in lines]
    for at in _rows([line in _buttons() for _, line in lines]):
        sure[at] = True
    for at, (index, line) in enumerate(lines):
        beside = (at > 0 and sure[at - 1]) or (at + 1 < len(lines) and sure[at + 1])
        if sure[at] or (beside and len(line) <= _LONGEST and _beside().fullmatch(line)):
            yield _raw(index, context.document.texts[index])


def _rows(flags: Sequence[bool]) -> Iterator[int]:
    """The indices in unbroken rows of buttons that are long enough to be no accident."""
    row: list[int] = []
    for index, flag in enumerate((*flags, False)):
        if flag:
            row.append(index)
            continue
        if len(row) >= _BUTTONS_IN_A_ROW:
            yield from row
        row = []


RULES = (
    Rule(
        id="advert-page-furniture",
        name="网页残留",
        category=Category.ADVERT,
        severity=Severity.ERROR,
        what="网页上的导航、按钮、计数和版权说明，如“当前位置：首页 > 范文”“上一篇：”“浏览次数：12”“扫一扫在手机打开当前页”。",
        why="这是从网页复制时带进来的，不是文稿内容。",
        instead="整行删去。",
        check=Function(_find),
        bad=(
            Example("当前位置：首页 > 公文范文 > 讲话稿", "当前位置：首页 > 公文范文 > 讲话稿"),
            Example("上一篇：在全市教育大会上的讲话", "上一篇：在全市教育大会上的讲话"),
            Example("发布时间：2024-03-05 浏览次数：12", "发布时间：2024-03-05 浏览次数：12"),
            Example("返回顶部", "返回顶部"),
        ),
        good=(
            "来源：解放日报",
            "上篇：夯实基层基础",
            "（此件公开发布）",
            "网址：www.example.gov.cn",
            "当前，位置偏远的村屯还有12个。",
        ),
    ),
)
