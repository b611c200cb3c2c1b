"""随着、市委: a name was struck out and left nothing behind."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Pattern
from reviewer.rules.rule import Example, Rule

_DROPPED = re.compile(
    r"(?:^[ \u3000]*|[，。；：！？,;])"
    r"(?P<mark>(?:随着|按照|依照|根据|依据|关于|为了|围绕|(?<=[，。；：！？,;])(?:为|在|由|对|向|通过|结合))、)(?![错外]|[上中下里][、，])",
    re.MULTILINE,
)

RULES = (
    Rule(
        id="placeholder-dropped-name",
        name="顿号前缺词",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="介词后面紧跟顿号，如“随着、市委的部署”。",
        why="介词和顿号之间的名称被删掉了，句子不通。",
        instead="补上名称；没有可补的，删去顿号。",
        check=Pattern(_DROPPED, "“{text}”后面缺了名称，或者多了顿号。", ("、",), suggest=lambda match: (match.group("mark")[:-1],)),
        bad=(
            Example("随着、市委部署的深入，工作稳步推进。", "随着、", "随着市委部署的深入，工作稳步推进。"),
            Example("会议强调，在、区委的领导下开展工作。", "在、", "会议强调，在区委的领导下开展工作。"),
            Example("按照、上级要求，抓好整改。", "按照、", "按照上级要求，抓好整改。"),
        ),
        good=("现在、将来都要坚持。", "从对、错两方面分析。", "潜在、现实的风险都要防范。"),
        standard="GB/T 15834—2011 4.5：顿号只用在并列的词语之间",
    ),
)
