"""讲三点意见, “四个结合”：, 分为四类：: a number announced against the list that follows."""

import re
from collections.abc import Iterator

from reviewer.language.numerals import parse_number, to_chinese
from reviewer.model.finding import Category, Severity
from reviewer.model.outline import LabelStyle, OutlineEntry
from reviewer.model.span import Span
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.numbering.series import family, label_span
from reviewer.rules.rule import Example, Raw, Rule

_NUMBER = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_LEXICON = lexicon("counts")
_VERBS = "|".join(_LEXICON["verbs"])
_MEASURES = "|".join(_LEXICON["measures"])
_UNITS = "|".join(_LEXICON["units"])
_ANNOUNCED = re.compile(
    rf"(?:{_VERBS})[^，。；：:！？\n]{{0,8}}?(?P<mark>(?P<n>{_NUMBER})(?:(?:{_MEASURES})(?:{_UNITS})?|{_UNITS}))"
    r"[^，。；：:！？\n]{0,12}$"
)
_QUOTED = re.compile(rf"[“\"](?P<mark>(?P<n>{_NUMBER})个[^”\"，。\n]{{1,8}})$")
_BETWEEN = '“”"：:，。；—- \n\u3000'
_TAIL = 48
_CLASSES = re.compile(
    rf"分[为成](?:以下)?(?:(?P<n>{_NUMBER})(?P<unit>类|种|级|档|等|个?(?:部分|阶段|步骤|层次|等级|类型|类别|环节|方面)))[：:](?P<list>[^。；：:！？\n]{{3,90}})[。；]"
)
_ABOUT = re.compile(r"[余多几来近约]|第$|[之的]一$")
_SPLIT = re.compile(r"、|，(?:即|和)?")
_LAST = re.compile(r"(?:和|以及|及|与)")
_OPEN_END = re.compile(r"等|其他|其它|……")


def _announcements(context: RuleContext) -> Iterator[tuple[Span, int, int]]:
    """`(marked, number, index of the entry)` where an announcement stands right before a label that says 1."""
    for index, entry in enumerate(context.outline.entries):
        if entry.value != 1 or entry.style is LabelStyle.POINT_SEQUENCE:
            continue
        position = context.offset(entry.span)
        first = max(0, position - _TAIL)
        tail = context.text[first:position].rstrip(_BETWEEN)
        match = _ANNOUNCED.search(tail) or _QUOTED.search(tail)
        if match is None or _ABOUT.search(tail[: match.start("mark")]):
            continue
        number = parse_number(match.group("n"))
        span = context.span(first + match.start("mark"), first + match.end("mark"))
        if number and number > 1 and span:
            yield span, number, index


def _members(entries: tuple[OutlineEntry, ...], first: int) -> list[OutlineEntry]:
    """The entries that count on from `first` under the same parent, numbers that are left out notwithstanding."""
    head = entries[first]
    members = [head]
    for entry in entries[first + 1 :]:
        if entry.parent != head.parent or entry.level != head.level or family(entry) is not family(head):
            if entry.level < head.level:
                break
            continue
        if entry.value <= members[-1].value:
            break
        members.append(entry)
    return members


def _is_whole(context: RuleContext, members: list[OutlineEntry]) -> bool:
    """Whether the list surely ends where its last label is: nothing behind it goes on without one."""
    last = members[-1]
    if not last.is_point:
        return True
    line = context.document.texts[last.span.paragraph]
    return not re.search(
        r"此外|另外|还要|最后|同时|[二三四五六七八九十][是要则]", line[last.span.start + len(last.number) :]
    )


def _find(context: RuleContext) -> Iterator[Raw]:
    for span, number, index in _announcements(context):
        members = _members(context.outline.entries, index)
        if len(members) < 2 or number in (len(members), members[-1].value):
            continue  # where a label alone is wrong, the rules of numbering say so
        if len(members) < number and not _is_whole(context, members):
            continue
        words = context.document.text(span)
        message = f"前面说“{words}”，后面列出的是{to_chinese(len(members))}项，数目对不上。"
        yield Raw(span, message, related=tuple(label_span(entry) for entry in members))


def _find_classes(context: RuleContext) -> Iterator[Raw]:
    for match in _CLASSES.finditer(context.text):
        number = parse_number(match.group("n"))
        span = context.span(match.start("n"), match.end("unit"))
        listed = match.group("list")
        if span is None or not number or _OPEN_END.search(listed) or "、" not in listed:
            continue
        items = _SPLIT.split(listed)
        fewest, most = len(items), len(items) - 1 + len(_LAST.split(items[-1]))
        if not fewest <= number <= most and "（" not in listed:
            yield Raw(span, f"前面说“{context.document.text(span)}”，后面列出的是{to_chinese(most)}项，数目对不上。")


RULES = (
    Rule(
        id="count-announced-list",
        name="预告数目与列举不符",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="前面说“讲三点意见”“四个结合”，后面列出的条数却不是这个数。",
        why="多半是增删了内容，却没有改前面的数目；念稿时台下听得出来。",
        instead="改数目，或者补上、删去条目。",
        check=Function(_find),
        bad=(
            Example("下面，我讲三点意见。\n一、提高认识\n二、抓好落实", "三点意见"),
            Example("要做到三个结合，一是点面结合。二是上下结合。三是内外结合。四是长短结合。", "三个结合"),
            Example("重点抓好“四个坚持”：\n一要坚持人民至上。\n二要坚持问题导向。\n三要坚持系统观念。", "四个坚持"),
        ),
        good=(
            "下面，我讲两点意见。\n一、提高认识\n二、抓好落实",
            "去年我们抓了三件大事。\n一、提高认识\n二、抓好落实\n三、加强领导",
            "要做到三个结合，一是点面结合。二是上下结合。三是内外结合。",
            "分三步推进。\n（一）全面摸排\n（二）分类处置\n（四）建章立制",
        ),
    ),
    Rule(
        id="count-classes",
        name="分类数目与列举不符",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="“分为四类：”后面列出的不是四项。",
        why="数目和列举对不上，读者不知道哪个对。",
        instead="改数目，或者补上、删去列举的项。",
        check=Function(_find_classes),
        bad=(
            Example("检查结果分为四类：优秀、良好、较差。", "四类"),
            Example("整改分为两个阶段：自查、整改、验收、巩固。", "两个阶段"),
            Example("预警分为三级：红色、橙色、黄色、蓝色。", "三级"),
        ),
        good=(
            "检查结果分为四类：优秀、良好、一般和较差。",
            "分为三类：学校、医院、商场等。",
            "分为两部分：理论测试和实际操作。",
        ),
    ),
)
