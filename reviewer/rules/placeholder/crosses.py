"""×××, ×月×日: crosses in place of a name or a number."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import (
    around,
    is_anonymous_person,
    is_mention,
    is_struck_name,
    stands_before_head,
)
from reviewer.rules.rule import Example, Rule

_RUN = re.compile(r"(?P<mark>[×✕✖╳⨯][×✕✖╳⨯]+(?:\.[×✕]+)?)")
_SINGLE = re.compile(r"(?P<mark>[×✕✖╳⨯](?:\.[×✕])?)(?![×✕✖╳⨯])")
_OPENS = frozenset('“"‘(（')
_OF_DATE = frozenset("月日")
_FACTOR = re.compile(r"(?:[数额价值率量准资酬分重宽高金米元吨素)）%％]|单价|标准|面积|人次|(?<!增)长)$")


def _is_run(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    before, after = around(context.text, start, end)
    if after.isdigit() or (before.isdigit() and after != "年"):
        return False
    return not is_mention(context.text, start, end) and not is_anonymous_person(context, start, end)


def _is_single(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    text = context.text
    before, after = around(text, start, end)
    if before.isdigit() or after.isdigit() or before in _OPENS:
        return False
    if after in _OF_DATE and before in ("年", "月", " ", "于", "，", "", "在", "自", "至", "从"):
        return True
    if _FACTOR.search(text, max(0, start - 4), start):
        return False
    if stands_before_head(text, end) or is_struck_name(text, start, end):
        return not is_anonymous_person(context, start, end)
    return False


RULES = (
    Rule(
        id="placeholder-crosses",
        name="××占位",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="用两个以上的叉号代替的名称、人名或数字，如“×××同志”“××镇”。",
        why="这是隐去的内容，定稿前必须补上。",
        instead="换成真实内容。",
        check=Pattern(_RUN, "“{text}”是占位符，请换成真实内容。", ("××", "✕✕", "✖✖", "╳╳", "⨯⨯"), _is_run),
        bad=(
            Example("刚才×××同志作了说明。", "×××"),
            Example("引领××事业高质量发展。", "××"),
            Example("××镇党委高度重视。", "××"),
        ),
        good=("用“××”代替真实姓名的，应当注明。", "木块规格为5×10厘米。", "李××酒后驾驶，被依法处罚。"),
    ),
    Rule(
        id="placeholder-cross",
        name="单个×占位",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="用一个叉号代替的月、日、地名或数字，如“×月×日”“×县”。",
        why="多半是套用模板时没有填上的内容。",
        instead="换成真实内容。",
        check=Pattern(_SINGLE, "“{text}”像是没有填上的内容，请核对。", ("×", "✕", "✖", "╳", "⨯"), _is_single),
        bad=(
            Example("2024年×月，换届完成。", "×"),
            Example("定于6月×日召开。", "×"),
            Example("在×县召开现场会。", "×"),
        ),
        good=(
            "实行7×24小时值守。",
            "实施“数据要素×”行动。",
            "占比=收入/总收入×100%。",
            "金额=单价×数量。",
            "四人4×100米接力。",
        ),
    ),
)
