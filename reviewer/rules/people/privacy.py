"""XX市 beside a real name, place or telephone number: what a masked text still gives away."""

import re
from collections.abc import Iterator
from functools import cache

from reviewer.language.steps import find_in_steps
from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.people.names import by_name, leaders
from reviewer.rules.rule import Example, Raw, Rule

_MASKED = re.compile(
    r"(?:[XxＸｘ]{1,4}|[×*＊]{1,4}|某{1,3}|[○〇]{2,4}|□{2,4}|▲{2,4})(?=省|市|县|区|镇|乡|村|州|局|街道|社区|同志|副?书记|副?[市县区镇乡局]长|副?主任|公司|集团|学校|大学|单位)"
)
_FEWEST_MASKS = 2
_TELEPHONE = re.compile(r"(?<![\d-])(?:1[3-9]\d{9}|0\d{2,3}[-—－ ]?[2-9]\d{6,7})(?!\d)")
_IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")


@cache
def _places() -> re.Pattern[str]:
    data = lexicon("people")
    provinces, cities = "|".join(data["provinces"].split()), "|".join(data["cities"].split())
    return re.compile(rf"(?:{provinces})(?:省|市|(?:壮族|回族|维吾尔)?自治区)|(?:{cities})市(?!场)")


def _find(context: RuleContext) -> Iterator[Raw]:
    """The first mention of each real name, place and number, where the text hides others."""
    masks = [match.span() for match in _MASKED.finditer(context.text)]
    if len(masks) < _FEWEST_MASKS:
        return
    mask = context.span(*masks[0])
    shown: set[str] = set()
    for start, end, kind in sorted(_given_away(context.text)):
        words = context.text[start:end]
        span = context.span(start, end)
        if words in shown or span is None:
            continue
        shown.add(words)
        message = f"文中别处已经隐去名称，这里还写着{kind}“{words}”，请确认是否要隐去。"
        yield Raw(span, message, related=(mask,) if mask else ())


def _given_away(text: str) -> Iterator[tuple[int, int, str]]:
    for name, people in by_name(text):
        if name not in leaders():
            yield people[0].start, people[0].end, "姓名"
    for pattern, kind in ((_TELEPHONE, "电话"), (_IDENTITY, "身份证号"), (_places(), "地名")):
        for match in find_in_steps(pattern, text):
            yield *match.span(), kind


RULES = (
    Rule(
        id="privacy-unmasked",
        name="隐去不彻底",
        category=Category.PRIVACY,
        severity=Severity.INFO,
        what="文中有的单位、地名、人名已经用“XX”“某”隐去，有的地方却还写着真实的姓名、地名、电话或者身份证号。",
        why="多半是替换时漏了，隐去的内容会因此被认出来。",
        instead="要隐去的一并隐去；不要隐去的（如引用外地经验），忽略即可。",
        check=Function(_find),
        bad=(
            Example("XX市XX区召开会议。\n市委书记张伟民讲话，联系电话13800001234。", "13800001234"),
            Example("××县推进改革，××局牵头。\n请学习石家庄市经验。", "石家庄市"),
            Example("某市某局党组书记某某讲话。\n请李晓明同志负责。", "李晓明"),
        ),
        good=(
            "XX市XX区召开会议，XX局长讲话。",
            "石家庄市召开会议，市委书记张伟民讲话。",
            "XX市召开会议，学习习近平总书记讲话。",
        ),
    ),
)
