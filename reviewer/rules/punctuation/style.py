"""Finer points of GB/T 15834—2011, worth a look and no more."""

import re
from collections.abc import Iterator

from reviewer.language.numerals import parse_number
from reviewer.model.document import Place
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function, Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_AND = re.compile(r"(?P<mark>、)(?:和(?![平谐睦解风田声衷煦气美善缓林硕县])|以及|及其)")
_AFTER_WORD = re.compile("[\u4e00-\u9fff”》）]")
_ABOUT = re.compile(r"、(?P<b>[二三四五六七八九])(?=[个天名次岁里块位遍回趟只条](?![级月季]))")
_NOT_ALONE = frozenset("第初一二三四五六七八九十百千万、0123456789")
_HAN = re.compile("[\u4e00-\u9fff]")
_HEADING_LIKE = 60
_MOST_OPEN = 0.2


def _is_after_word(context: RuleContext, match: Match) -> bool:
    return bool(_AFTER_WORD.match(context.text, max(0, match.start() - 1), match.start()))


def _approximate(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    for match in _ABOUT.finditer(text):
        start = match.start() - 1
        first = parse_number(text[start]) if start >= 0 else None
        if first is None or parse_number(match["b"]) != first + 1 or text[max(0, start - 1) : start] in _NOT_ALONE:
            continue
        if span := context.span(start, match.end()):
            better = text[start] + match["b"]
            yield Raw(span, f"表示概数时写作“{better}”，中间不用顿号。", (better,))


def _unended(context: RuleContext) -> Iterator[Raw]:
    """Long paragraphs of body text that stop without a mark, unless the text is broken into lines throughout."""
    long = [
        (index, paragraph.text.rstrip())
        for index, paragraph in enumerate(context.document.paragraphs)
        if len(paragraph.text) >= _HEADING_LIKE
        and paragraph.origin.place is Place.BODY
        and not paragraph.text.isspace()
    ]
    unended = [(i, text) for i, text in long if _HAN.match(text[-1]) and ("。" in text or "；" in text)]
    if len(unended) > max(1, len(long) * _MOST_OPEN):
        return
    for index, text in unended:
        yield Raw(Span(index, len(text) - 1, len(text)), "这一段末尾没有标点，可能漏了句号，也可能一句话被断成了两段。")


RULES = (
    Rule(
        id="punctuation-between-quotes",
        name="引号之间的顿号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="并列的引号或书名号之间用了顿号，如“”、“”“》、《”。",
        why="国家标准说，标有引号、书名号的并列成分之间通常不用顿号；用了也不算错。",
        instead="可以删去顿号。",
        check=Pattern(
            re.compile(r"(?P<mark>、)(?<=[”》]、)(?=[“《])"),
            "并列的引号、书名号之间通常不用顿号。",
            ("”、“", "》、《", "”、《", "》、“"),
            suggest=lambda match: ("",),
        ),
        bad=(
            Example("增强“四个意识”、“四个自信”。", "、", "增强“四个意识”“四个自信”。"),
            Example("学习《条例》、《准则》。", "、", "学习《条例》《准则》。"),
            Example("落实“三会”、“一课”制度。", "、", "落实“三会”“一课”制度。"),
        ),
        good=("增强“四个意识”“四个自信”。", "学习《条例》和《准则》。", "“双减”政策、“双高”计划"),
        standard="GB/T 15834—2011 4.5.3.5",
        quotable=True,
    ),
    Rule(
        id="punctuation-comma-before-and",
        name="“和”前的顿号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="并列的最后一项前面同时用了顿号和“和”“以及”。",
        why="连词已经把两项连起来了，前面不必再用顿号。",
        instead="删去顿号。",
        check=Pattern(
            _AND,
            "“和”“以及”前面不必再用顿号。",
            ("、和", "、以及", "、及其"),
            _is_after_word,
            suggest=lambda match: ("",),
        ),
        bad=(
            Example("学校、医院、和企业都要参加。", "、"),
            Example("市县、以及乡镇", "、", "市县以及乡镇"),
            Example("办法、及其细则", "、", "办法及其细则"),
        ),
        good=("学校、医院和企业", "和平、和谐、和睦", "改革、和缓推进"),
        standard="GB/T 15834—2011 4.5",
        quotable=True,
    ),
    Rule(
        id="punctuation-approximate-number",
        name="概数中的顿号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="表示概数的两个相邻数字之间用了顿号，如“三、四个”。",
        why="国家标准规定，相邻数字连用表示概数时中间不用顿号。",
        instead="表示大概时删去顿号；确指两项时保留。",
        check=Function(_approximate),
        bad=(
            Example("去了三、四个村。", "三、四", "去了三四个村。"),
            Example("用了七、八天。", "七、八", "用了七八天。"),
            Example("来了五、六名同志。", "五、六", "来了五六名同志。"),
        ),
        good=("去了三四个村。", "第二、三季度", "三、四级职员"),
        standard="GB/T 15834—2011 4.5.3.4；GB/T 15835—2011 5.3",
        quotable=True,
    ),
    Rule(
        id="punctuation-paragraph-end",
        name="段末缺标点",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="较长的正文段落末尾没有标点。",
        why="可能漏了句号，也可能后面的内容丢了。",
        instead="补上句号，或者补上丢失的内容。",
        check=Function(_unended),
        bad=(
            Example(
                "各级各部门要切实提高政治站位，增强责任意识，把思想和行动统一到会议部署要求上来。要细化措施，压实责任，加强督促检查，确保各项任务按时完成",
                "成",
            ),
            Example(
                "会议指出，今年以来全区上下攻坚克难，经济运行总体平稳，社会大局保持稳定，成绩来之不易。下一步要坚持稳中求进，狠抓项目建设，持续改善民生，守牢安全底线",
                "线",
            ),
            Example(
                "要加强组织领导，成立工作专班，明确任务分工，建立健全会商研判、信息报送、督办落实等工作机制；要强化宣传引导，营造良好氛围，凝聚起推动高质量发展的强大合力",
                "力",
            ),
        ),
        good=("一、提高政治站位，切实增强做好工作的责任感", "各级要抓好落实。", "同志们"),
        standard="GB/T 15834—2011 4.1",
    ),
)
