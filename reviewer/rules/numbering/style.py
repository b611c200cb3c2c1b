"""（1） among （二）（三）, 一要 with 二是要: labels of one series in two forms."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.model.finding import Category, Severity
from reviewer.model.outline import POINT_STYLES, LabelStyle, OutlineEntry
from reviewer.rules.checks import Structure
from reviewer.rules.context import RuleContext
from reviewer.rules.numbering.series import is_foreign, label_span, natural_style, series, written
from reviewer.rules.rule import Example, Raw, Rule

_POINT = re.compile(r"^([一二三四五六七八九十]{1,3})(是要|是|要)$")
_MUST = LabelStyle.POINT_MUST


def _foreign(context: RuleContext, siblings: Sequence[OutlineEntry]) -> Iterator[Raw]:
    for members in series(siblings):
        usual = [entry for entry in members if not is_foreign(entry)]
        for entry in members:
            if is_foreign(entry) and usual and entry.style not in POINT_STYLES:
                right = written(natural_style(entry), entry.value)
                message = f"同级编号都用“{usual[0].number}”这种写法，这里的“{entry.number}”应为“{right}”。"
                yield Raw(label_span(entry), message, (right,), (label_span(usual[0]),))


def _form(entry: OutlineEntry) -> bool:
    return entry.style is _MUST


def _mixed(context: RuleContext, siblings: Sequence[OutlineEntry]) -> Iterator[Raw]:
    points = [entry for entry in siblings if entry.style in (LabelStyle.POINT_IS, _MUST)]
    for members in series(points):
        forms = Counter(map(_form, members))
        if len(forms) < 2 or members[0].value != 1:
            continue
        odd = _odd_one(members, forms)
        usual = next(entry for entry in members if _form(entry) != _form(odd))
        better = _in_form_of(odd, usual)
        message = f"同一组要点前面写“{usual.number}”，这里写“{odd.number}”，写法不统一。"
        yield Raw(label_span(odd), message, (better,) if better else (), (label_span(usual),))


def _odd_one(members: Sequence[OutlineEntry], forms: Counter[bool]) -> OutlineEntry:
    """The only one in its form, unless it opens the series; else the first that departs from the opening."""
    rare = min(forms, key=lambda form: forms[form])
    lonely = [entry for entry in members if _form(entry) == rare]
    if len(lonely) == 1 and lonely[0] is not members[0]:
        return lonely[0]
    return next(entry for entry in members if _form(entry) != _form(members[0]))


def _in_form_of(odd: OutlineEntry, usual: OutlineEntry) -> str:
    number, verb = _POINT.match(odd.number), _POINT.match(usual.number)
    return number[1] + verb[2] if number and verb else ""


RULES = (
    Rule(
        id="numbering-foreign-style",
        name="编号层次写法不一",
        category=Category.NUMBERING,
        severity=Severity.ERROR,
        what="同一层次的编号里混进了别的层次的写法，如“（1）”夹在“（二）（三）”中间。",
        why="GB/T 9704规定各层次依次用“一、”“（一）”“1.”“（1）”，混用会让人分不清层次。",
        instead="改成同级的写法。",
        check=Structure(_foreign),
        bad=(
            Example("一、总要求\n（1）甲项\n（二）乙项\n（三）丙项", "（1）"),
            Example("一、总要求\n（一）甲项\n2.乙项\n（三）丙项\n二、保障", "2."),
            Example("一、总要求\n二、目标\n（三）措施\n四、保障", "（三）"),
        ),
        good=(
            "一、总要求\n（一）甲项\n1.子项\n2.子项\n（二）乙项",
            "一、总要求\n1.甲项\n2.乙项\n二、目标",
            "一、总要求\n（一）甲项\n（1）子项\n（2）子项\n（二）乙项",
        ),
        standard="GB/T 9704—2012 7.3.3",
    ),
    Rule(
        id="numbering-mixed-points",
        name="“一是”“二要”混用",
        category=Category.NUMBERING,
        severity=Severity.WARNING,
        what="同一组要点有的写“一是”，有的写“二要”。",
        why="并列的要点应当用同样的写法开头，读起来才整齐。",
        instead="统一成一种写法。",
        check=Structure(_mixed),
        bad=(
            Example("一要强化学习。\n二是要强化管理。\n三是要强化监督。", "二是要"),
            Example("一是抓部署。二要抓落实。三是抓检查。", "二要"),
            Example("一要抓部署。二要抓落实。三是抓检查。四要抓整改。", "三是"),
        ),
        good=("一是抓部署。二是抓落实。", "一要抓部署。二要抓落实。", "一是抓部署。二是要抓落实。"),
    ),
)
