"""随着、市委: a name was struck out and left nothing behind."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_COMMA = re.compile("[着照据于绕了为在由对向过合]、")
_DROPPED = re.compile(
    r"(?:(?:^|[，。；：！？,;\n])[ \u3000]*(?P<long>随着|按照|依照|根据|依据|关于|为了|围绕)"
    r"|[，。；：！？,;](?P<short>为|在|由|对|向|通过|结合))、$"
)
_NAMED = re.compile("[错外]|[上中下里][，、]")
_REACH = 8


def _find(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    for match in _COMMA.finditer(text):
        found = _DROPPED.search(text[max(0, match.end() - _REACH) : match.end()])
        if found is None or _NAMED.match(text, match.end()):
            continue
        word = found["long"] or found["short"]
        if span := context.span(match.end() - len(word) - 1, match.end()):
            yield Raw(span, f"“{word}、”后面缺了名称，或者多了顿号。", (word,))


RULES = (
    Rule(
        id="placeholder-dropped-name",
        name="顿号前缺词",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="介词后面紧跟顿号，如“随着、市委的部署”。",
        why="介词和顿号之间的名称被删掉了，句子不通。",
        instead="补上名称；没有可补的，删去顿号。",
        check=Function(_find),
        bad=(
            Example("随着、市委部署的深入，工作稳步推进。", "随着、", "随着市委部署的深入，工作稳步推进。"),
            Example("会议强调，在、区委的领导下开展工作。", "在、", "会议强调，在区委的领导下开展工作。"),
            Example("按照、上级要求，抓好整改。", "按照、", "按照上级要求，抓好整改。"),
        ),
        good=("现在、将来都要坚持。", "从对、错两方面分析。", "潜在、现实的风险都要防范。"),
        standard="GB/T 15834—2011 4.5：顿号只用在并列的词语之间",
    ),
)
