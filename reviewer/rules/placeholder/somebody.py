"""某某同志, 某县长: 某 in place of a name."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import in_case_report, is_anonymous_person, is_mention
from reviewer.rules.rule import Example, Rule

_RUN = re.compile(r"(?P<mark>某某+)")
_DATE = re.compile(r"某(?:(?=年某月某日)|(?=月某日)|(?<=月某)(?=日))")
_POST = re.compile(
    r"(?P<mark>某)(?=副?(?:[省市县区镇乡局厅州]长|书记|主任|主席|部长)|[省市县区](?:委|政府))"
    r"(?:(?<![\u4e00-\u9fff]某)|(?<=[请由受在据按照]某))"
)


def _is_run(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    return not is_mention(context.text, start, end) and not is_anonymous_person(context, start, end)


def _is_post(context: RuleContext, match: Match) -> bool:
    return not in_case_report(context, match.start())


RULES = (
    Rule(
        id="placeholder-so-and-so",
        name="某某占位",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="用“某某”代替的名称或人名，如“某某同志”“张某某同志”。",
        why="正式文稿点名不点姓，多半是隐去的内容没有补上；通报案例里的化名不在此列。",
        instead="换成真实的名称或人名。",
        check=Pattern(_RUN, "“{text}”像是隐去的名称，请补上。", ("某某",), _is_run),
        bad=(
            Example("某某同志作了发言。", "某某"),
            Example("由李某某同志负责联络。", "某某"),
            Example("在某某镇召开现场会。", "某某"),
        ),
        good=("被告人张某某被判处有期徒刑。", "某些单位责任心不强。", "文中不得出现“某某”字样。"),
    ),
    Rule(
        id="placeholder-somebody",
        name="某领导占位",
        category=Category.PLACEHOLDER,
        severity=Severity.INFO,
        what="职务或党委、政府前的“某”，如“某县长在会上的讲话”。",
        why="可能是范文隐去的姓名或地名。",
        instead="换成真实的名称，或者去掉“某”。",
        check=Pattern(_POST, "“某”像是隐去的名称，请核对。", ("某",), _is_post),
        bad=(
            Example("某县长在安全生产例会上的讲话", "某"),
            Example("下面请某书记讲话。", "某"),
            Example("在某市委的坚强领导下，", "某"),
        ),
        good=("某局长收受礼金，被立案审查。", "某个环节出现疏漏。", "某市探索出一条新路。"),
    ),
    Rule(
        id="placeholder-some-day",
        name="某月某日",
        category=Category.PLACEHOLDER,
        severity=Severity.INFO,
        what="写作“某年某月某日”的日期。",
        why="可能是没有填上的日期。",
        instead="填上日期；讲故事时可以保留。",
        check=Pattern(_DATE, "日期中的“某”像是没有填上，请核对。", ("某月某日",)),
        bad=(
            Example("某年某月某日，我局召开动员会。", "某"),
            Example("定于某月某日召开。", "某"),
            Example("某月某日前报送材料。", "某"),
        ),
        good=("某年某月的某一天，他来到村里。", "某日，记者来到该村。", "五月某日，他又来了。"),
    ),
)
