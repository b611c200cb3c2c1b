"""Half-width marks, straight quotation marks and makeshift dashes in Chinese text."""

import re
from collections.abc import Callable, Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.resource import lexicon
from reviewer.rules.checks import Function, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_WIDE: dict[str, str] = lexicon("punctuation")["wide"]
_HALF = re.compile(
    r"[,;:?!.](?:(?<=[\u4e00-\u9fff”’）》%％].)(?=[\u4e00-\u9fff“‘（《]|[ \u3000]*$)|(?<=[\u4e00-\u9fff”）》][,;:?!])(?= ?[\u4e00-\u9fff“（《]))",
    re.MULTILINE,
)
_FULL = "，；：？！。"
_LABEL = re.compile(r"^[ \u3000]*[（(]?[一二三四五六七八九十百]{1,3}[）)]?$")
_BRACKET = re.compile(r"[()](?:(?<=[\u4e00-\u9fff”》，。、；：][()])|(?=[\u4e00-\u9fff“《，。、；：]))")
_STRAIGHT = re.compile(r"\"(?P<inner>[^\"“”\n]{0,60}[\u4e00-\u9fff][^\"“”\n]{0,60})\"")
_MIXED = re.compile(r"(?:“[^“”\"\n]{1,60}(?P<mark>\"))|(?P<open>\")[^“”\"\n]{1,60}”")
_FEW = 4


def _half_marks(context: RuleContext) -> list[Span]:
    found: list[Span] = []
    for match in _HALF.finditer(context.text):
        span = context.span(*match.span())
        if span and not _LABEL.match(context.document.texts[span.paragraph][: span.start]):
            found.append(span)
    return found


def _brackets(context: RuleContext) -> list[Span]:
    return [span for match in _BRACKET.finditer(context.text) if (span := context.span(*match.span()))]


def _is_slip(context: RuleContext, half: int) -> bool:
    """Whether the document else uses full width, so that the half-width marks are slips and not its manner."""
    return half * _FEW <= sum(map(context.text.count, _FULL))


def _marks(slip: bool) -> Callable[[RuleContext], Iterator[Raw]]:
    def find(context: RuleContext) -> Iterator[Raw]:
        spans = _half_marks(context)
        if not spans or _is_slip(context, len(spans)) is not slip:
            return
        for span in spans:
            mark = context.document.text(span)
            yield Raw(span, f"汉字中间的标点用全角“{_WIDE[mark]}”。", (_WIDE[mark],))

    return find


def _half_brackets(context: RuleContext) -> Iterator[Raw]:
    for span in _brackets(context):
        better = "（" if context.document.text(span) == "(" else "）"
        yield Raw(span, f"汉字旁边的括号用全角“{better}”。", (better,))


def _straight(context: RuleContext) -> Iterator[Raw]:
    if '"' not in context.text:
        return
    for match in _STRAIGHT.finditer(context.text):
        if span := context.span(*match.span()):
            yield Raw(span, "中文引号用“”，不用直引号。", (f"“{match.group('inner')}”",))


def _half_straight(context: RuleContext) -> Iterator[Raw]:
    if '"' not in context.text:
        return
    for match in _MIXED.finditer(context.text):
        group = "mark" if match.group("mark") else "open"
        better = "”" if group == "mark" else "“"
        if span := context.span(*match.span(group)):
            yield Raw(span, f"引号一半是弯的，一半是直的，这里应当用“{better}”。", (better,))


RULES = (
    Rule(
        id="punctuation-half-width",
        name="半角标点",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="全文用全角标点，个别地方却用了半角的逗号、冒号、分号、问号、叹号或句点。",
        why="中文标点占一个字的位置；半角标点多半是输入法没有切换。",
        instead="改用全角标点。",
        check=Function(_marks(slip=True)),
        bad=(
            Example(
                "要提高认识,抓好落实。各级要重视，要行动，要见效。",
                ",",
                "要提高认识，抓好落实。各级要重视，要行动，要见效。",
            ),
            Example("同志们:\n今天，我们开会。会议很重要，大家要认真听，认真记。", ":"),
            Example("要敢于担当.各级要重视，要行动，要见效。这是要求。", "."),
        ),
        good=(
            "同比增长12.5%，高于预期。",
            "会议时间为9:30，地点在三楼。",
            "今天,我们开会,部署工作,抓好落实。",
        ),
        standard="GB/T 15834—2011 5.1",
    ),
    Rule(
        id="punctuation-half-width-throughout",
        name="通篇半角标点",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="全文多用半角标点。",
        why="中文公文应当用全角标点；这多半是从网页或邮件复制来的。",
        instead="全部替换为全角标点。",
        check=Function(_marks(slip=False)),
        bad=(
            Example("今天,我们开会,部署工作.", ","),
            Example("同志们:", ":"),
            Example("要加强领导;要压实责任;要严格考核", ";"),
        ),
        good=("今天，我们开会。", "增长12.5%", "比分为3:2"),
        standard="GB/T 15834—2011 5.1",
    ),
    Rule(
        id="punctuation-half-width-brackets",
        name="半角括号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="汉字旁边用了半角括号，如“各县(市)”。",
        why="中文括号用全角。",
        instead="改用全角括号“（）”。",
        check=Function(_half_brackets),
        bad=(
            Example("各县(市、区)要抓好落实。", "("),
            Example("党委(党组)要负起责任。", ")"),
            Example("(一)总体要求", ")"),
        ),
        good=("各县（市、区）", "f(x)=x+1", "GDP(2023)"),
        standard="GB/T 15834—2011 5.1",
    ),
    Rule(
        id="punctuation-straight-quotes",
        name="直引号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what='中文里用了不分前后的直引号""。',
        why="直引号是英文打字机的写法，分不清前后。",
        instead="改用“”。",
        check=Function(_straight),
        bad=(
            Example('要增强"四个意识"，做到忠诚。', '"四个意识"', "要增强“四个意识”，做到忠诚。"),
            Example('"放管服"改革', '"放管服"', "“放管服”改革"),
            Example('推进"一网通办"。', '"一网通办"', "推进“一网通办”。"),
        ),
        good=("要增强“四个意识”。", 'href="index"', '5"显示屏'),
        standard="GB/T 15834—2011 4.8",
    ),
    Rule(
        id="punctuation-mixed-quotes",
        name="引号一弯一直",
        category=Category.PUNCTUATION,
        severity=Severity.ERROR,
        what='一对引号里一个是弯的“，另一个是直的"。',
        why="引号不成对，排版和朗读都会出错。",
        instead="都改用弯引号“”。",
        check=Function(_half_straight),
        bad=(
            Example('古人讲“廉"，重在自律。', '"', "古人讲“廉”，重在自律。"),
            Example('推进"放管服”改革。', '"', "推进“放管服”改革。"),
            Example('做到“两个维护"。', '"', "做到“两个维护”。"),
        ),
        good=("古人讲“廉”，重在自律。", '推进"放管服"改革。', '5"屏幕和“小屏”'),
        standard="GB/T 15834—2011 4.8",
    ),
    Rule(
        id="punctuation-makeshift-dash",
        name="破折号写法",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="用两个短横“--”代替破折号。",
        why="中文破折号占两个字的位置，写作“——”。",
        instead="改为“——”。",
        check=Pattern(
            re.compile(r"(?P<mark>--|－－|──)(?:(?<=[\u4e00-\u9fff”》]..)(?=[\u4e00-\u9fff“《]))"),
            "破折号应当写作“——”。",
            ("--", "－－", "──"),
            suggest=lambda match: ("——",),
        ),
        bad=(
            Example("我们的目标--高质量发展。", "--", "我们的目标——高质量发展。"),
            Example("强国之基－－制造业。", "－－", "强国之基——制造业。"),
            Example("核心任务──稳增长", "──", "核心任务——稳增长"),
        ),
        good=("我们的目标——高质量发展。", "2023-2025年", "---"),
        standard="GB/T 15834—2011 4.10",
    ),
)
