"""《优化营商环镜条例》: titles of laws and party rules that are misspelt between 《》."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from reviewer.language.segmentation import is_word
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.edits import Edit, Kind, single
from reviewer.rules.formulation.lexicon import known, titles
from reviewer.rules.formulation.sounds import is_common, same_shape, same_sound_class
from reviewer.rules.rule import Example, Raw, Rule

_TITLE = re.compile(r"《(?P<title>[^《》〈〉\n]{4,60})》")
_APPENDED = re.compile(r"[（(](?:试行|暂行|修订|修正|征求意见稿|草案|修订草案|送审稿|\d{4}年[^）)]{0,8})[）)]$")
_SHORTEST = 5
_NUMERALS = frozenset("一二三四五六七八九十百〇零")
_OPTIONAL = frozenset("省市县区国")


@cache
def _halves() -> Mapping[str, tuple[str, ...]]:
    """The titles by their first and their last half."""
    found: dict[str, list[str]] = defaultdict(list)
    for title in titles():
        if len(title) >= _SHORTEST:
            half = len(title) // 2
            found["<" + title[:half]].append(title)
            found[">" + title[-half:]].append(title)
    return {key: tuple(group) for key, group in found.items()}


@lru_cache(maxsize=4096)
def _nearest(title: str) -> str:
    """The title of the lexicon that `title` misses by one slip, "" if there is none."""
    if title in known():
        return ""
    sizes = {(len(title) + extra) // 2 for extra in (-1, 0, 1)}
    keys = [key for size in sizes for key in ("<" + title[:size], ">" + title[-size:])]
    for right in dict.fromkeys(right for key in keys for right in _halves().get(key, ())):
        if (edit := single(title, right)) and _is_slip(edit, title, right):
            return right
    return ""


def _is_slip(edit: Edit, title: str, right: str) -> bool:
    """Whether the other title can only be a slip of the pen, and not the title of something else."""
    if not all(map(is_common, edit.wrong + edit.right)) or _NUMERALS & set(edit.wrong + edit.right):
        return False
    if edit.kind is Kind.SUBSTITUTED:
        if edit.at == 0:
            return False
        alike = same_sound_class(edit.wrong, edit.right) or same_shape(edit.wrong, edit.right)
        return alike and (len(right) >= 6 or not is_word(title[edit.at - 1 : edit.at + 1]))
    if edit.kind is Kind.EXTRA:
        doubled = edit.wrong in (title[edit.at - 1 : edit.at], title[edit.at + 1 : edit.at + 2])
        return edit.at > 0 and (doubled or edit.wrong in "的和与及")
    if edit.kind is Kind.MISSING:
        return 0 < edit.at < len(title) and len(right) >= 6 and edit.right not in _OPTIONAL
    return True


def _find(context: RuleContext) -> Iterator[Raw]:
    if "《" not in context.text:
        return
    for match in _TITLE.finditer(context.text):
        title = match.group("title")
        appended = _APPENDED.search(title)
        bare = title[: appended.start()] if appended else title
        right = "" if title in known() else _nearest(title) or _nearest(bare)
        if not right:
            continue
        start = match.start("title")
        end = match.end("title") if _nearest(title) else start + len(bare)
        if span := context.span(start, end):
            yield Raw(span, f"没有《{context.text[start:end]}》，应为《{right}》。", (right,))


RULES = (
    Rule(
        id="formulation-law-title",
        name="法规名称写错",
        category=Category.FORMULATION,
        severity=Severity.WARNING,
        what="书名号里的法律、法规、党内法规名称有漏字、错字、多字，如《中国共产党纪律处份条例》。",
        why="引用的法规名称必须与公布的全称一字不差。",
        instead="核对后改为全称。",
        check=Function(_find),
        bad=(
            Example(
                "依据《中国共产党纪律处份条例》处理。", "中国共产党纪律处份条例", "依据《中国共产党纪律处分条例》处理。"
            ),
            Example("执行《保障农民工工资支付条列》。", "保障农民工工资支付条列", "执行《保障农民工工资支付条例》。"),
            Example(
                "学习《关于新形势下党内政治生活若干准则》。",
                "关于新形势下党内政治生活若干准则",
                "学习《关于新形势下党内政治生活的若干准则》。",
            ),
        ),
        good=(
            "依据《中国共产党纪律处分条例》处理。",
            "制定《某省优化营商环境条例》。",
            "落实《中华人民共和国安全生产法》和《安全生产法》实施要求。",
        ),
    ),
)
