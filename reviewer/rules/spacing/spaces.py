"""Spaces between Chinese characters where none belongs."""

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.model.document import Place
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_SPACE = "[ \u3000\u00a0\u2002-\u200a\t]"
_GAP = re.compile(f"{_SPACE}{_SPACE}*")
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_BEFORE = re.compile("[\u4e00-\u9fff]{3}$")
_HAN_AFTER = re.compile("[\u4e00-\u9fff]{3}")
_LEADS = frozenset("，。；：、！？）”》")
_TRAILS = frozenset("，、；“（《")
_SENTENCE = re.compile(r"[，。；！？]")
_LABELLED = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节条编款项部分篇]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|附件?\s*\d*|[图表]\s*\d*|主题词|抄送|主送|印发|目|序|签发人|编号|期|电)$"
)
_BODIES = re.compile(
    r"(?:委|中央|厅|局|部|院|会|府|办公室|办|处|组|军|团|社|署|公司|中心|大学|法院|检察院|工会|联|科|书记|[省市县区镇乡]长|主任|主席|总理|部长|委员|代表|同志|记者|社发|通讯员|作者)$"
)
_RUNNING = frozenset({Place.BODY, Place.TEXTBOX, Place.FOOTNOTE})
_LOST_BREAK = "\u3000\u3000"
_LABEL = 6
_BLANK = 3
_SHORTEST = 12
_REACH = 200
_FEW = 2
_SPACED_OUT = 8


def _gaps(context: RuleContext) -> Iterator[tuple[Span, str]]:
    """Spaces inside running text with the paragraph that they stand in; indents and short lines are left out."""
    for match in _GAP.finditer(context.text):
        span = context.span(*match.span())
        if span is None:
            continue
        paragraph = context.document.paragraphs[span.paragraph]
        if span.start and len(paragraph.text) > _SHORTEST and paragraph.origin.place in _RUNNING:
            yield span, paragraph.text


def _is_stray(span: Span, line: str) -> bool:
    """Whether whole words stand on both sides of the gap, in a sentence, and nothing explains the space."""
    if (
        _LOST_BREAK in line[span.start : span.end]
        or not _HAN_BEFORE.search(line, max(0, span.start - 3), span.start)
        or not _HAN_AFTER.match(line, span.end)
    ):
        return False
    before = line[max(0, span.start - _REACH) : span.start]
    if _LABELLED.search(before) or _BODIES.search(before) or _is_quoted(before):
        return False
    return bool(_SENTENCE.search(line, span.end, span.end + _REACH)) and (
        len(before) >= 14 or bool(_SENTENCE.search(before))
    )


def _is_quoted(before: str) -> bool:
    """Whether a quotation or a title is open: a slogan of two halves keeps its space."""
    return any(before.rfind(first) > before.rfind(last) for first, last in ("“”", "《》"))


def _find(context: RuleContext) -> Iterator[Raw]:
    between = [(span, line) for span, line in _gaps(context) if _is_between(span, line)]
    a_line = Counter(span.paragraph for span, _ in between)
    found = [
        span
        for span, line in between
        if a_line[span.paragraph] <= max(_FEW, len(line) // _REACH) and _is_stray(span, line)
    ]
    if len(found) > max(_SPACED_OUT, context.document.characters // 500):
        return
    for span in found:
        yield Raw(span, "句子中间有多余的空格，请删去。", ("",))


def _is_between(span: Span, line: str) -> bool:
    return bool(_HAN.match(line[span.start - 1]) and _HAN.match(line[span.end : span.end + 1]))


def _at_marks(context: RuleContext) -> Iterator[Raw]:
    for span, line in _gaps(context):
        before, after = line[span.start - 1], line[span.end : span.end + 1]
        if (before == "、" and span.start <= _LABEL) or (before in "（：" and len(span) >= _BLANK):
            continue
        if after and (after in _LEADS or (before in _TRAILS and _HAN.match(after))):
            yield Raw(span, "标点旁边有多余的空格，请删去。", ("",))


RULES = (
    Rule(
        id="spacing-between-han",
        name="句中多余空格",
        category=Category.SPACING,
        severity=Severity.WARNING,
        what="句子中间、汉字与汉字之间的空格。",
        why="中文词语之间不留空；多半是换行、复制或输入法留下的。标题、人名、并列发文机关之间的空格不在此列。",
        instead="删去空格。",
        check=Function(_find),
        bad=(
            Example(
                "各级各部门要切实提高政治站位，进一步 增强责任意识，抓好落实。",
                " ",
                "各级各部门要切实提高政治站位，进一步增强责任意识，抓好落实。",
            ),
            Example(
                "会议强调，要坚持问题导向　狠抓整改落实，确保取得实效。",
                "　",
                "会议强调，要坚持问题导向狠抓整改落实，确保取得实效。",
            ),
            Example(
                "今年以来，全区经济运行总体 平稳向好，项目建设加快推进。",
                " ",
                "今年以来，全区经济运行总体平稳向好，项目建设加快推进。",
            ),
        ),
        good=(
            "中共中央办公厅 国务院办公厅印发了通知，要求各地认真执行。",
            "第一章 总则",
            "张　三、李四明、王　五，均为我区代表，届时参加会议。",
            "2023 年 5 月，全区启动专项行动，成效明显。",
        ),
        standard="GB/T 9704—2012 5.2.3",
    ),
    Rule(
        id="spacing-beside-mark",
        name="标点旁的空格",
        category=Category.SPACING,
        severity=Severity.INFO,
        what="逗号、句号等标点前后的空格。",
        why="中文标点本身占一个字的位置，前后不留空。",
        instead="删去空格。",
        check=Function(_at_marks),
        bad=(
            Example("会议决定， 成立工作专班抓落实。", " "),
            Example("各单位要高度重视 ，认真组织实施。", " "),
            Example("要落实“ 两个责任”，强化监督执纪。", " "),
        ),
        good=("会议决定，成立工作专班抓落实。", "　　各单位要高度重视，认真组织实施。", "姓名：　　职务："),
        standard="GB/T 15834—2011 5.1",
    ),
)
