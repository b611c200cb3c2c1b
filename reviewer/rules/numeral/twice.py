"""约100人左右, 近200多个, 下降2倍: what is said twice about a number, and falls that cannot be."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Rule

_NUMBER = r"(?:\d[\d.]*|[一二两三四五六七八九十百千]{1,5})"
_TWICE = re.compile(
    rf"(?P<mark>(?:(?<![大节公制条特预履契解失违相集隐简签守])约|大约|大概|将近|接近|(?<![附最临靠贴邻新])近){_NUMBER}[万亿]?"
    rf"(?:[多余](?!年来)|[%％元人个名家项次吨亩米公里户件天年月小时分钟岁岁]{{1,3}}(?:左右|上下)))"
)
_OVER = re.compile(
    rf"(?P<mark>(?:超过|超|逾|突破|不少于|不低于|至少|最少){_NUMBER}[万亿]?(?:[多余](?=[万亿个名家人元项次吨亩户件]))|"
    rf"(?:不少于|不低于|至少|最少){_NUMBER}[万亿]?[%％元人个名家项次吨亩户件天]{{1,2}}(?:以上|左右))"
)
_TIMES = re.compile(rf"(?P<mark>(?:下降|减少|降低|缩短|缩小|压缩|压减)了?(?:近|约)?{_NUMBER}倍)")


def _is_fall(context: RuleContext, match: Match) -> bool:
    """Whether it is not the distance to something else (是…的), nor within words quoted."""
    return "～" not in match["mark"] and not context.text.startswith("以", match.end())


RULES = (
    Rule(
        id="numeral-approximate-twice",
        name="约数重复",
        category=Category.COUNT,
        severity=Severity.INFO,
        what="一个数前后都写了表示大概的词，如“约100人左右”“近200多个”。",
        why="“约”“近”与“左右”“多”说的是一回事，“近”和“多”还互相矛盾。",
        instead="去掉前面或者后面的一个。",
        check=Pattern(_TWICE, "“{text}”前后都表示约数，留一个就够了。"),
        bad=(
            Example("约100人左右参加。", "约100人左右"),
            Example("新增近200多个岗位。", "近200多"),
            Example("大约三十天左右完成。", "大约三十天左右"),
        ),
        good=("约100人参加。", "新增200多个岗位。", "最近20多年来，变化很大。", "合同履约100多份。"),
        quotable=True,
    ),
    Rule(
        id="numeral-limit-twice",
        name="界限重复",
        category=Category.COUNT,
        severity=Severity.INFO,
        what="一个数前后都写了表示界限的词，如“超过100多个”“至少3次以上”。",
        why="“超过”与“多”、“至少”与“以上”意思重复。",
        instead="去掉前面或者后面的一个。",
        check=Pattern(_OVER, "“{text}”前后意思重复，留一个就够了。"),
        bad=(
            Example("整改问题超过100多个。", "超过100多"),
            Example("每季度至少3次以上。", "至少3次以上"),
            Example("不低于80%以上。", "不低于80%以上"),
        ),
        good=("整改问题100多个。", "每季度至少3次。", "不低于80%。"),
        quotable=True,
    ),
    Rule(
        id="numeral-fall-in-times",
        name="下降不用倍数",
        category=Category.COUNT,
        severity=Severity.WARNING,
        what="说减少、下降时用了倍数，如“下降了2倍”。",
        why="减少一倍就没有了，减少两倍说不通；倍数只用于增加。",
        instead="改用分数或百分比，如“下降了三分之二”“下降50%”。",
        check=Pattern(_TIMES, "“{text}”说不通：减少、下降用分数或百分比，不用倍数。", ("倍",), _is_fall),
        bad=(
            Example("投诉量下降了2倍。", "下降了2倍"),
            Example("办理时间缩短三倍。", "缩短三倍"),
            Example("成本降低近1.5倍。", "降低近1.5倍"),
        ),
        good=("投诉量下降了三分之二。", "产量增长2倍。", "办理时间缩短一半。"),
        quotable=True,
    ),
)
