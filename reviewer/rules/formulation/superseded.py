"""银保监会, 社会管理创新: names and formulations that have given way to others, in a text that is written later."""

import re
from collections.abc import Iterator
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.lexicon import Superseded, superseded
from reviewer.rules.rule import Example, Raw, Rule

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_PAST_YEAR = re.compile(r"(?<![\d到至—-])(?:19|20)\d\d(?=年)")
_FORMER = re.compile(
    r"原[“\u4e00-\u9fff]{0,8}$|(?:时任|曾任|历任|前身|改为|更名|组建|撤销|并入|合并|整合|不再保留|划入|职责)"
)
_PART_OF_LONGER = ("门", "队", "分", "长", "令", "公告", "发", "办发")
_LATEST = 2100
_BODIES, _FORMULATIONS = "bodies", "former"


@cache
def _names(theme: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted((re.escape(item.old) for item in superseded(theme)), key=len, reverse=True)))


@cache
def _by_old(theme: str) -> dict[str, Superseded]:
    return {item.old: item for item in superseded(theme)}


def _bodies(context: RuleContext) -> Iterator[Raw]:
    return _find(context, _BODIES)


def _formulations(context: RuleContext) -> Iterator[Raw]:
    return _find(context, _FORMULATIONS)


def _find(context: RuleContext, theme: str) -> Iterator[Raw]:
    text = context.text
    matches = list(_names(theme).finditer(text))
    if not matches:
        return
    years = _YEAR if theme == _BODIES else _PAST_YEAR
    written = context.dating.year or max((int(m.group()) for m in years.finditer(text)), default=0)
    for match in matches:
        item = _by_old(theme)[match.group()]
        if not item.since[0] < written < _LATEST or not _is_meant_now(context, match, item):
            continue
        if span := context.span(*match.span()):
            year, month = item.since
            message = f"“{item.old}”自{year}年{month}月起已由“{item.new}”取代。"
            yield Raw(span, message, (item.new,))


def _is_meant_now(context: RuleContext, match: re.Match[str], item: Superseded) -> bool:
    """Whether the name stands for a body of today: not in a retrospect, nor in part of a longer name or a number."""
    line = context.nearby(match.start())
    before = context.text[max(0, match.start() - 12) : match.start()].rsplit("\n", 1)[-1]
    if context.text.startswith(_PART_OF_LONGER, match.end()) or "原" in before:
        return False
    if before.endswith("《") or before.count("《") > before.count("》"):
        return False
    years = [int(m.group()) for m in _YEAR.finditer(line)]
    return not _FORMER.search(line) and not any(year <= item.since[0] for year in years)


RULES = (
    Rule(
        id="formulation-superseded",
        name="机构旧称",
        category=Category.FORMULATION,
        severity=Severity.INFO,
        what="机构改革后已经不用的名称，如2023年以后的文件里的“银保监会”、2018年以后的“国土资源局”。",
        why="机构改革后职责和名称都变了，沿用旧称会误导执行。",
        instead="改为现在的名称；回顾当时情况的，可以在前面加“原”。",
        check=Function(_bodies),
        bad=(
            Example("2024年，由市国土资源局牵头完成调查。", "国土资源局", "2024年，由市自然资源局牵头完成调查。"),
            Example("2024年12月底前，报银保监会备案。", "银保监会", "2024年12月底前，报金融监管总局备案。"),
            Example("请各县卫计委于2022年3月底前报送。", "卫计委", "请各县卫生健康委于2022年3月底前报送。"),
        ),
        good=(
            "2016年，市国土资源局牵头完成了调查。",
            "2024年，原国土资源局的档案移交完毕。",
            "依据《环境保护部公告》办理，2024年底前完成。",
        ),
        quotable=True,
    ),
    Rule(
        id="formulation-former",
        name="提法已更新",
        category=Category.FORMULATION,
        severity=Severity.INFO,
        what="已经有了新说法的提法，如2018年以后的文件里的“德智体美全面发展”、2022年12月以后的“新冠肺炎疫情”。",
        why="提法随着会议、决定和法律更新，沿用旧提法说明稿子是从旧稿改来的；从何年何月起更新，写在每条说明里。",
        instead="改为现在的提法；回顾当时情况、引用当时文件的，不必改。",
        check=Function(_formulations),
        bad=(
            Example(
                "2024年，要培养德智体美全面发展的学生。", "德智体美全面发展", "2024年，要培养德智体美劳全面发展的学生。"
            ),
            Example("2024年全市要加强和创新社会管理。", "加强和创新社会管理", "2024年全市要加强和创新社会治理。"),
            Example("2023年继续抓好新冠肺炎疫情防控。", "新冠肺炎疫情", "2023年继续抓好新冠疫情防控。"),
        ),
        good=(
            "2024年，要培养德智体美劳全面发展的学生。",
            "2012年，全市加强和创新社会管理。",
            "2020年新冠肺炎疫情发生以来，我们经受了考验，2023年转入常态。",
        ),
        quotable=True,
    ),
)
