"""学习贯彻党的二十大〔精神〕, 深刻领悟“两个确立”〔的决定性意义〕: formulations whose second half is missing."""

import re
from collections.abc import Iterator
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.lexicon import Needed, needed
from reviewer.rules.rule import Example, Raw, Rule

_SENTENCE = re.compile(r"[^。；！？\n]{0,80}")
_SPIRIT = "精神"
_COMPLETE = re.compile(
    r"^[”’》]?(?:[一二三四五六七八九十]{1,3}中|[一二三]次|以来|报告|文件|决定|决议|部署|安排|要求|提出|作出|确定|关于|上的|的|期间|公报"
    r"|修订|审议|通过|工作会议|代表|实施细则|明确|新|战略|各项|党章)"
)


@cache
def _pattern(item: Needed) -> re.Pattern[str]:
    def choice(words: tuple[str, ...]) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    return re.compile(f"(?:{choice(item.verbs)})(?P<object>{choice(item.objects)})")


def _find(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    for item in needed():
        if not any(name in text for name in item.objects) or _is_earlier(context, item):
            continue
        for match in _pattern(item).finditer(text):
            sentence = _SENTENCE.match(text, match.end())
            rest = sentence.group() if sentence else ""
            if item.needs in rest or _COMPLETE.match(rest):
                continue
            if span := context.span(*match.span("object")):
                name = match.group("object")
                year, month = item.since
                message = f"“{name}”后面通常有“{item.needs}”（{year}年{month}月以来的提法），这里没有。"
                yield Raw(span, message, (name + item.needs,) if item.needs == _SPIRIT else ())


def _is_earlier(context: RuleContext, item: Needed) -> bool:
    """Whether the text was written before anybody said so."""
    return context.dating.year is not None and context.dating.year < item.since[0]


RULES = (
    Rule(
        id="formulation-incomplete",
        name="提法缺少后续词",
        category=Category.FORMULATION,
        severity=Severity.INFO,
        what="固定提法只写了前半，如“学习贯彻”会议却没有“精神”二字，“深刻领悟‘两个确立’”却没有“决定性意义”。",
        why="提法要写完整：学习贯彻的是会议精神，不是会议本身；少了后半，意思就不全。从何时起这样说，写在每条说明里。",
        instead="补上后半。",
        check=Function(_find),
        bad=(
            Example(
                "认真学习贯彻党的二十大，开创工作新局面。", "党的二十大", "认真学习贯彻党的二十大精神，开创工作新局面。"
            ),
            Example(
                "要学习贯彻党的二十届三中全会，推进改革。",
                "党的二十届三中全会",
                "要学习贯彻党的二十届三中全会精神，推进改革。",
            ),
            Example(
                "会议传达学习，要求认真贯彻中央农村工作会议。",
                "中央农村工作会议",
                "会议传达学习，要求认真贯彻中央农村工作会议精神。",
            ),
        ),
        good=(
            "认真学习贯彻党的二十大精神，开创工作新局面。",
            "学习贯彻党的二十大和二十届二中、三中全会精神。",
            "要学习宣传贯彻党的二十大报告。",
        ),
    ),
)
