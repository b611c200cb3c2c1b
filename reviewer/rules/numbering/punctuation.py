"""一. （一）、 1、: the mark behind a label."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.outline import LabelStyle, OutlineEntry
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_HAN_DOT = re.compile(r"^([一二三四五六七八九十百]+)\s*[.．，,:：]\s*$")
_BRACKET_COMMA = re.compile(r"^([（(]\s*[一二三四五六七八九十百\d]+\s*[）)])[、，,.．]$")
_ARABIC_COMMA = re.compile(r"^(\d+)、$")
_ORDINAL_COMMA = re.compile(r"^(第[一二三四五六七八九十]+|首先|其次|再次|最后)、$")


def _marks(entry: OutlineEntry) -> Span:
    """The last character of the label."""
    end = entry.span.start + len(entry.number)
    return Span(entry.span.paragraph, end - 1, end)


def _find(context: RuleContext) -> Iterator[Raw]:
    for entry in context.outline.entries:
        if entry.style is LabelStyle.HAN and (match := _HAN_DOT.match(entry.number)):
            yield Raw(_marks(entry), f"“{match[1]}”后面应当用顿号，写作“{match[1]}、”。", ("、",))
        elif _BRACKET_COMMA.match(entry.number):
            yield Raw(_marks(entry), "带括号的编号后面不再加标点。", ("",))


def _find_minor(context: RuleContext) -> Iterator[Raw]:
    for entry in context.outline.entries:
        if entry.style is LabelStyle.ARABIC and (match := _ARABIC_COMMA.match(entry.number)):
            yield Raw(_marks(entry), f"公文的第三层编号写作“{match[1]}.”，后面用点号。", (".",))
        elif match := _ORDINAL_COMMA.match(entry.number):
            yield Raw(_marks(entry), f"“{match[1]}”后面用逗号。", ("，",))


RULES = (
    Rule(
        id="numbering-label-punctuation",
        name="编号后的标点",
        category=Category.NUMBERING,
        severity=Severity.WARNING,
        what="“一”后面没有用顿号，或者“（一）”“（1）”后面多了顿号。",
        why="GB/T 9704规定编号写作“一、”“（一）”“1.”“（1）”。",
        instead="“一”后面用顿号，括号编号后面不加标点。",
        check=Function(_find),
        bad=(
            Example("一.提高认识\n二.抓好落实", "."),
            Example("一、总要求\n（一）、甲项\n（二）、乙项", "、"),
            Example("一、总要求\n（一）甲项\n（1）、子项\n（2）、子项", "、"),
        ),
        good=("一、提高认识", "一、总要求\n（一）甲项\n（1）子项", "1.5万人参加活动。"),
        standard="GB/T 9704—2012 7.3.3",
    ),
    Rule(
        id="numbering-label-style",
        name="编号后的顿号",
        category=Category.NUMBERING,
        severity=Severity.INFO,
        what="“1、”“第一、”这样的写法。",
        why="公文第三层编号写作“1.”；“第一”“首先”后面按国家标准用逗号。讲话稿里不必强求。",
        instead="“1、”改为“1.”，“第一、”改为“第一，”。",
        check=Function(_find_minor),
        bad=(
            Example("一、总要求\n1、甲项\n2、乙项", "、"),
            Example("要求如下。第一、早部署。第二、早落实。", "、"),
            Example("一、总要求\n（一）甲项\n1、子项\n2、子项", "、"),
        ),
        good=("一、总要求\n1.甲项", "第一，早部署。第二，早落实。", "一、提高认识"),
        standard="GB/T 9704—2012 7.3.3；GB/T 15834—2011 4.5",
    ),
)
