"""Spaces between Chinese characters where none belongs."""

import re
from collections.abc import Iterator

from reviewer.model.document import Place
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_SPACE = "[ \u3000\u00a0\u2002-\u200a\t]"
_BETWEEN = re.compile(rf"(?<=[\u4e00-\u9fff]){_SPACE}+(?=[\u4e00-\u9fff])")
_AT_MARK = re.compile(rf"{_SPACE}+(?=[，。；：、！？）”》])|(?<=[，、；“（《]){_SPACE}+(?=[\u4e00-\u9fff])")
_SENTENCE = re.compile(r"[，。；！？]")
_LABELLED = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节条编款项部分篇]+|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|附件?\s*\d*|[图表]\s*\d*|主题词|抄送|主送|印发|目|序|签发人|编号|期|电)$"
)
_BODIES = re.compile(r"(?:委|厅|局|部|院|会|府|办公室|办|处|组|军|团|社|署|公司|中心|大学|法院|检察院|工会|联|科|书记|[省市县区镇乡]长|主任|主席|总理|部长|委员|代表|同志|记者|通讯员|作者)$")
_NAME = re.compile(r"(?:^|[\u3000 ：:、，（])[\u4e00-\u9fff]{1,2}$")
_FLANK = 3
_FEW_A_LINE = 2
_SPACED_OUT = 8


def _lines(context: RuleContext) -> Iterator[tuple[int, str]]:
    for index, paragraph in enumerate(context.document.paragraphs):
        if paragraph.origin.place in (Place.BODY, Place.TEXTBOX, Place.FOOTNOTE) and len(paragraph.text) > 12:
            yield index, paragraph.text


def _stray(line: str) -> Iterator[tuple[int, int]]:
    """Single gaps in a sentence with whole words on both sides."""
    if not _SENTENCE.search(line):
        return
    gaps = [match.span() for match in _BETWEEN.finditer(line)]
    if not gaps or len(gaps) > _FEW_A_LINE:
        return
    for start, end in gaps:
        before, after = line[:start], line[end:]
        left = re.search(r"[\u4e00-\u9fff]*$", before)
        right = re.match(r"[\u4e00-\u9fff]*", after)
        if left is None or right is None or len(left.group()) < _FLANK or len(right.group()) < _FLANK:
            continue
        if _LABELLED.search(before) or _BODIES.search(before):
            continue
        if not _SENTENCE.search(after) or (not _SENTENCE.search(before) and len(before) < 14):
            continue
        yield start, end


def _find(context: RuleContext) -> Iterator[Raw]:
    found = [(index, span) for index, line in _lines(context) if " " in line or "\u3000" in line or "\t" in line or "\u00a0" in line for span in _stray(line)]
    if len(found) > max(_SPACED_OUT, context.document.characters // 500):
        return
    for index, (start, end) in found:
        yield Raw(Span(index, start, end), "句子中间有多余的空格，请删去。", ("",))


def _at_marks(context: RuleContext) -> Iterator[Raw]:
    found = [
        (index, match.span())
        for index, line in _lines(context)
        for match in _AT_MARK.finditer(line)
        if line[: match.start()].strip() and _SENTENCE.search(line)
    ]
    for index, (start, end) in found:
        yield Raw(Span(index, start, end), "标点旁边有多余的空格，请删去。", ("",))


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
            Example("各级各部门要切实提高政治站位，进一步 增强责任意识，抓好落实。", " ", "各级各部门要切实提高政治站位，进一步增强责任意识，抓好落实。"),
            Example("会议强调，要坚持问题导向　狠抓整改落实，确保取得实效。", "　", "会议强调，要坚持问题导向狠抓整改落实，确保取得实效。"),
            Example("今年以来，全区经济运行总体 平稳向好，项目建设加快推进。", " ", "今年以来，全区经济运行总体平稳向好，项目建设加快推进。"),
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
