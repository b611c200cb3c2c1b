"""Paragraphs and sentences that stand in the text twice."""

import re
from collections.abc import Iterator, Sequence

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_LONG_PARAGRAPH = 40
_FEWEST_HAN = 10
_SENTENCE = re.compile(r"[^。；！？\s][^。；！？\n]{12,}[。；！？]+[”）]?|[^。；！？\n]+[。；！？]*")
_ENDED = re.compile("[。；！？][”）]?$")
_HAN = re.compile("[\u3400-\u9fff]")


def _paragraphs(context: RuleContext) -> Iterator[Raw]:
    """The first paragraph of each stretch that repeats earlier ones; short lines between do not end a stretch."""
    first: dict[str, int] = {}
    stretch: list[tuple[int, int]] = []
    for index, text in enumerate(context.document.texts):
        words = text.strip()
        if len(words) < _LONG_PARAGRAPH or "。" not in words:
            continue
        if words in first:
            stretch.append((index, first[words]))
            continue
        first[words] = index
        if stretch:
            yield _repeated(context, stretch)
            stretch = []
    if stretch:
        yield _repeated(context, stretch)


def _repeated(context: RuleContext, stretch: Sequence[tuple[int, int]]) -> Raw:
    index, earlier = stretch[0]
    texts = context.document.texts
    start = len(texts[index]) - len(texts[index].lstrip())
    span = Span(index, start, start + len(texts[index].strip()))
    related = (Span(earlier, 0, len(texts[earlier])),)
    if len(stretch) == 1:
        return Raw(span, f"这一段和第{earlier + 1}段一字不差。", ("",), related)
    message = f"从这一段起有{len(stretch)}段文字和第{earlier + 1}段起的内容一字不差。"
    return Raw(span, message, related=related)


def _sentences(context: RuleContext) -> Iterator[Raw]:
    before: re.Match[str] | None = None
    for match in _SENTENCE.finditer(context.text):
        if (
            before is not None
            and before.group() == match.group()
            and _ENDED.search(match.group())
            and len(_HAN.findall(match.group())) >= _FEWEST_HAN
        ):
            span, earlier = context.span(*match.span()), context.span(*before.span())
            if span and earlier:
                yield Raw(span, "这一句和前一句一字不差。", ("",), (earlier,))
        before = match


RULES = (
    Rule(
        id="repeated-paragraph",
        name="段落重复",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一段话在文中出现了两次。",
        why="多半是复制时粘贴了两遍。",
        instead="删去多余的一段。",
        check=Function(_paragraphs),
        bad=(
            Example(
                "各级要切实提高政治站位，增强责任意识，把思想和行动统一到会议部署要求上来，确保取得实效。\n下面讲第二点。\n各级要切实提高政治站位，增强责任意识，把思想和行动统一到会议部署要求上来，确保取得实效。",
                "各级要切实提高政治站位，增强责任意识，把思想和行动统一到会议部署要求上来，确保取得实效。",
            ),
            Example(
                "会议指出，今年以来全区经济运行总体平稳，社会大局保持稳定，人民生活持续改善，成绩来之不易。\n会议指出，今年以来全区经济运行总体平稳，社会大局保持稳定，人民生活持续改善，成绩来之不易。",
                "会议指出，今年以来全区经济运行总体平稳，社会大局保持稳定，人民生活持续改善，成绩来之不易。",
            ),
            Example(
                "要加强组织领导，成立工作专班，明确任务分工，建立健全会商研判、信息报送、督办落实等工作机制。\n\n　　要加强组织领导，成立工作专班，明确任务分工，建立健全会商研判、信息报送、督办落实等工作机制。",
                "要加强组织领导，成立工作专班，明确任务分工，建立健全会商研判、信息报送、督办落实等工作机制。",
            ),
        ),
        good=(
            "要抓好落实。\n要抓好落实。",
            "责任单位：市财政局\n责任单位：市财政局",
            "各级要提高认识。\n各级要狠抓落实。",
        ),
    ),
    Rule(
        id="repeated-sentence",
        name="句子重复",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一句话连着写了两遍。",
        why="多半是修改或复制时没有删净。",
        instead="删去一句。",
        check=Function(_sentences),
        bad=(
            Example(
                "要把责任压实到每一个岗位每一个人。要把责任压实到每一个岗位每一个人。",
                "要把责任压实到每一个岗位每一个人。",
            ),
            Example("全市上下要坚定信心、真抓实干。全市上下要坚定信心、真抓实干。", "全市上下要坚定信心、真抓实干。"),
            Example("会议强调，要守牢安全生产底线。会议强调，要守牢安全生产底线。", "会议强调，要守牢安全生产底线。"),
        ),
        good=("要抓落实。要抓落实。", "要压实责任。要严格考核。", "责任单位：市教育局。责任单位：市教育局。"),
    ),
)
