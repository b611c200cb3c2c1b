"""（二）→（四）, 三、→三、: numbers left out, used twice, or going back."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.model.finding import Category, Severity
from reviewer.model.outline import POINT_STYLES, LabelStyle, OutlineEntry
from reviewer.model.span import Span
from reviewer.rules.checks import Structure
from reviewer.rules.context import RuleContext
from reviewer.rules.numbering.series import label_span, renumbered, series, spelled
from reviewer.rules.rule import Example, Raw, Rule

_WIDEST_GAP = 3


def _jumps(context: RuleContext, siblings: Sequence[OutlineEntry]) -> Iterator[Raw]:
    for members in series(siblings):
        if members[0].value != 1:
            continue
        for at in range(1, len(members)):
            previous, entry = members[at - 1], members[at]
            gap = entry.value - previous.value
            if not 1 < gap <= _WIDEST_GAP or entry.style is LabelStyle.POINT_SEQUENCE or not _goes_on(members, at):
                continue
            if spelled(entry, previous.value + 1).search(_between(context, previous, entry)):
                continue
            message = f"“{previous.number}”之后是“{entry.number}”，中间缺了编号，请核对是漏了一条还是编错了号。"
            yield Raw(label_span(entry), message, (renumbered(entry, previous.value + 1),), (label_span(previous),))


def _between(context: RuleContext, previous: OutlineEntry, entry: OutlineEntry) -> str:
    """The text from behind one label to the next."""
    return context.text[context.offset(previous.span) + len(previous.number) : context.offset(entry.span)]


def _goes_on(members: Sequence[OutlineEntry], at: int) -> bool:
    """Whether what stands before and behind the jump counts well, so that it is a list at all."""
    before = all(b.value == a.value + 1 for a, b in pairwise(members[:at]))
    return before and (at + 1 == len(members) or members[at + 1].value >= members[at].value)


def _repeats(context: RuleContext, siblings: Sequence[OutlineEntry]) -> Iterator[Raw]:
    for members in series(siblings):
        for previous, entry in pairwise(members):
            if members[0].value != 1:
                break
            if entry.value == previous.value and entry.style is not LabelStyle.POINT_SEQUENCE:
                message = f"编号“{entry.number}”用了两次。"
                yield Raw(label_span(entry), message, (renumbered(entry, entry.value + 1),), (label_span(previous),))
            elif entry.style in POINT_STYLES and entry.span.paragraph == previous.span.paragraph:
                yield from _unlisted(context, previous, entry)


def _unlisted(context: RuleContext, previous: OutlineEntry, entry: OutlineEntry) -> Iterator[Raw]:
    """A second 二是 between 二是 and 三是, which the outline leaves out because it does not count on."""
    line = context.document.texts[entry.span.paragraph]
    again = re.compile(rf"(?<=[。；！？]){re.escape(previous.number)}(?!否|不是)")
    if match := again.search(line, previous.span.start + len(previous.number), entry.span.start):
        span = Span(entry.span.paragraph, *match.span())
        better = renumbered(previous, previous.value + 1)
        yield Raw(span, f"编号“{previous.number}”用了两次。", (better,), (label_span(previous),))


def _back(context: RuleContext, siblings: Sequence[OutlineEntry]) -> Iterator[Raw]:
    for members in series(siblings):
        for previous, entry in pairwise(members):
            if not 1 < entry.value < previous.value or members[0].value != 1:
                continue
            if not spelled(entry, entry.value - 1).search(_between(context, previous, entry)):
                message = f"编号从“{previous.number}”倒回到了“{entry.number}”。"
                yield Raw(label_span(entry), message, (renumbered(entry, previous.value + 1),), (label_span(previous),))


RULES = (
    Rule(
        id="numbering-jump",
        name="编号跳号",
        category=Category.NUMBERING,
        severity=Severity.ERROR,
        what="同一层次的编号中间缺号，如“（二）”之后直接是“（四）”。",
        why="不是漏了一条，就是删改后没有重新编号。",
        instead="补上缺的一条，或者顺次重新编号。",
        check=Structure(_jumps),
        bad=(
            Example("一、工作目标\n（一）甲项\n（二）乙项\n（四）丙项\n二、工作要求", "（四）"),
            Example("要做到：一是早部署。二是早落实。四是早检查。", "四是"),
            Example("一、提高认识\n二、抓好落实\n四、加强领导", "四、"),
        ),
        good=(
            "一、提高认识\n二、抓好落实\n三、加强领导",
            "一、提高认识\n（一）甲项\n（二）乙项\n二、抓好落实\n（一）丙项",
            "要做到：一是早部署。二是早落实。三是早检查。",
        ),
        standard="GB/T 9704—2012 7.3.3",
    ),
    Rule(
        id="numbering-repeat",
        name="编号重复",
        category=Category.NUMBERING,
        severity=Severity.ERROR,
        what="同一层次里同一个编号用了两次，如两个“（二）”。",
        why="增加或移动内容后没有重新编号。",
        instead="顺次重新编号。",
        check=Structure(_repeats),
        bad=(
            Example("一、甲项\n二、乙项\n二、丙项\n三、丁项", "二、"),
            Example("一、总体要求\n（一）甲项\n（二）乙项\n（二）丙项\n（三）丁项", "（二）"),
            Example("做到：一是早部署。二是早落实。二是早检查。三是早整改。", "二是"),
        ),
        good=(
            "一、甲项\n二、乙项\n三、丙项",
            "一、甲项\n1.子项\n2.子项\n二、乙项\n1.子项\n2.子项",
            "一是早部署。二是早落实。",
        ),
        standard="GB/T 9704—2012 7.3.3",
    ),
    Rule(
        id="numbering-back",
        name="编号倒退",
        category=Category.NUMBERING,
        severity=Severity.WARNING,
        what="同一层次的编号往回走，如“四、”之后是“二、”。",
        why="移动段落后没有重新编号，或者缺了一级标题。",
        instead="顺次重新编号，或者补上缺的标题。",
        check=Structure(_back),
        bad=(
            Example("一、甲项\n二、乙项\n三、丙项\n四、丁项\n三、戊项", "三、"),
            Example("一、总要求\n1.甲项\n2.乙项\n3.丙项\n4.丁项\n3.戊项\n二、目标", "3."),
            Example("一、总要求\n（一）甲项\n（二）乙项\n（三）丙项\n（四）丁项\n（三）戊项", "（三）"),
        ),
        good=(
            "一、甲项\n二、乙项",
            "一、甲项\n（一）子项\n（二）子项\n二、乙项\n（一）子项",
            "一、甲项\n二、乙项\n一、丙项\n二、丁项",
        ),
        standard="GB/T 9704—2012 7.3.3",
    ),
)
