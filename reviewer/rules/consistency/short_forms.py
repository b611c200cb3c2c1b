"""以下简称“市局”: a short form that is used before it is introduced, introduced twice or never used."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.consistency.twice import Place, spans
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_INTRODUCED = re.compile(
    r"[（(](?:以下|下文|下|后文)(?:统一?|均|合并|分别|一并)?简?称为?[：:]?[“\"《]*(?P<short>[^“”\"《》）)，、；。\n]{2,20})[”\"》]*[）)]"
)
_FULL = re.compile(r"[\u4e00-\u9fff0-9A-Za-z“”《》〔〕·、]{2,60}$")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Introduction:
    short: str
    place: Place
    whole: Place


def _introductions(context: RuleContext) -> list[_Introduction]:
    text = context.text
    if "称" not in text:
        return []
    return [
        _Introduction(match["short"].strip(), match.span("short"), (full.start(), match.end()))
        for match in _INTRODUCED.finditer(text)
        if (full := _FULL.search(text, max(0, match.start() - 60), match.start()))
    ]


def _uses(text: str, item: _Introduction) -> list[Place]:
    """Where the short form stands outside its own introduction."""
    start, end = item.whole
    places = (match.span() for match in re.finditer(re.escape(item.short), text))
    return [place for place in places if place[1] <= start or place[0] >= end]


def _early(context: RuleContext) -> Iterator[Raw]:
    """Uses in running text that come before the introduction; a heading or title may use it, and so may its full name."""
    seen: set[str] = set()
    text = context.text
    for item in _introductions(context):
        if item.short in seen or len(item.short) < _SHORTEST:
            continue
        seen.add(item.short)
        for place in _uses(text, item):
            if place[0] >= item.whole[0]:
                break
            if not _is_in_running_text(text, place) or _within_other(text, place, item):
                continue
            span = context.span(*place)
            if span is None:
                continue
            related = spans(context, [item.place])
            yield Raw(span, f"“{item.short}”到后面才说明是简称，第一次出现时应写全称并注明。", related=related)
            break


def _is_in_running_text(text: str, place: Place) -> bool:
    start = text.rfind("\n", 0, place[0]) + 1
    end = text.find("\n", place[1])
    line = text[start : end if end >= 0 else len(text)]
    return "。" in line and text.count("\n", 0, place[0]) >= 1


def _within_other(text: str, place: Place, item: _Introduction) -> bool:
    """Whether the words are part of the full name, of a longer name or of a title in 《》."""
    before = text[max(0, place[0] - 30) : place[0]].rpartition("\n")[2]
    full = text[item.whole[0] : item.place[0]]
    letter, longer = text[place[0] - 1 : place[0]], text[place[0] : place[1] + 1]
    return (
        before.rfind("《") > before.rfind("》")
        or ("\u4e00" <= letter <= "\u9fff" and letter not in "由请对和与及向从在按为是把将据照到让被使")
        or longer in full
    )


def _again(context: RuleContext) -> Iterator[Raw]:
    places: dict[str, list[Place]] = defaultdict(list)
    for item in _introductions(context):
        places[item.short].append(item.place)
    for short, found in places.items():
        for place in found[1:]:
            if span := context.span(*place):
                yield Raw(span, f"简称“{short}”前面已经说明过，不必再注。", related=spans(context, found[:1]))


def _unused(context: RuleContext) -> Iterator[Raw]:
    for item in _introductions(context):
        if len(item.short) >= _SHORTEST and not _uses(context.text, item) and (span := context.span(*item.place)):
            yield Raw(span, f"注明了简称“{item.short}”，后文却没有用到，简称可以不注。")


RULES = (
    Rule(
        id="consistency-short-form-early",
        name="简称先用后注",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="“以下简称……”之前，正文里已经用了这个简称。",
        why="第一次出现时用全称并注明简称，后文才能用简称。",
        instead="把注明简称的括号移到第一次出现的地方。",
        check=Function(_early),
        bad=(
            Example(
                "关于开展工作的通知\n请专班办抓好落实。\n成立工作专班办公室（以下简称专班办），设在市局。", "专班办"
            ),
            Example(
                "通知\n按《导则》办理，由信用办汇总。\n设立信用建设办公室（以下简称“信用办”）。信用办负责协调。",
                "信用办",
            ),
            Example("方案\n由示范区先行探索。\n建设数字经济示范区域（以下简称：示范区）。", "示范区"),
        ),
        good=(
            "通知\n成立工作专班办公室（以下简称专班办），设在市局。请专班办抓好落实。",
            "关于示范区建设的方案\n建设数字经济示范区（以下简称示范区）。示范区要先行。",
            "通知\n国家级示范区已有五个。\n建设数字经济先行区域（以下简称示范区）。示范区要先行。",
        ),
        standard="党政机关公文处理工作条例第十九条",
    ),
    Rule(
        id="consistency-short-form-again",
        name="简称重复注明",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一个简称在文中注明了两次。",
        why="前面已经注明，后文直接用简称即可。",
        instead="删去后面的括注，直接用简称。",
        check=Function(_again),
        bad=(
            Example("市工作专班（以下简称专班）负责。市工作专班（以下简称专班）汇总。", "专班"),
            Example("综合办公室（以下简称“综合办”）牵头，综合办公室（下称“综合办”）督办。", "综合办"),
            Example("示范区域（以下简称示范区）先行。\n示范区域（以下简称示范区）扩面。", "示范区"),
        ),
        good=(
            "市工作专班（以下简称专班）负责。专班汇总。",
            "甲公司（以下简称甲方）、乙公司（以下简称乙方）。",
            "简称请规范使用。",
        ),
    ),
    Rule(
        id="consistency-short-form-unused",
        name="简称没有用到",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="注明了简称，后文却一次也没有用。",
        why="不再提到的名称不需要简称。",
        instead="删去括注，或者后文改用简称。",
        check=Function(_unused),
        bad=(
            Example("设立信用建设办公室（以下简称“信用办”），负责协调。", "信用办"),
            Example("成立工作专班办公室（以下简称专班办）。日常工作由市局承担。", "专班办"),
            Example("印发《管理办法》（以下称《办法细则》），请执行。", "办法细则"),
        ),
        good=(
            "设立信用建设办公室（以下简称“信用办”）。信用办负责协调。",
            "成立工作专班（以下简称专班）。",
            "印发《管理办法》（以下称《办法》），请按《办法》执行。",
        ),
    ),
)
