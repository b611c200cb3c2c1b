"""《城市管理条例》 beside 《城市管里条例》: a title, a quoted term or a body that the text names in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.consistency.twice import Place, rarer
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.edits import Kind, single
from reviewer.rules.formulation.lexicon import known
from reviewer.rules.formulation.sounds import same_shape, same_sound
from reviewer.rules.rule import Example, Raw, Rule

_TITLE = re.compile(r"《(?P<mark>[^《》\n]{4,60})》")
_QUOTED = re.compile(r"“(?P<mark>[\u4e00-\u9fff0-9A-Za-z]{4,20})”")
_BODY = re.compile(
    r"(?:(?<=[，、。；：（\s\u3000由请])|^)(?P<mark>(?![由请])[\u4e00-\u9fff]{3,20}(?:局|委员会|办公室|中心|公司|集团|学院|大学|医院|支队|大队|协会|学会|研究院|管委会|指挥部|领导小组))(?=[，、。；：）\s\u3000]|$|牵头|负责|会同|主要|配合|参与|承办|组织|指导|审核|汇总|要|应|须)",
    re.MULTILINE,
)
_MOST = 300
_SHORTEST_TO_MISS = 6
_SHORTEST = 4
_FEWEST_QUOTED = 2
_TELLING = frozenset(
    "一二三四五六七八九十百千万两零〇0123456789省市县区镇乡村国新旧老东西南北中上下前后左右内外大小正副总分高低初终多少的和与及暂试"
)


def _written(context: RuleContext, pattern: re.Pattern[str]) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for match in pattern.finditer(context.text):
        found[match["mark"]].append(match.span("mark"))
    return found


def _near(context: RuleContext, *, alike: bool) -> Iterator[Raw]:
    for pattern in (_TITLE, _QUOTED, _BODY):
        written = _written(context, pattern)
        if not 2 <= len(written) <= _MOST:
            continue
        for one, other in combinations(written, 2):
            if abs(len(one) - len(other)) > 1 or (one[:2] != other[:2] and one[-2:] != other[-2:]):
                continue
            if _is_near(one, other, alike=alike):
                ranked = sorted((one, other), key=lambda name: (-len(written[name]), written[name][0]))
                usual, rare = _right_first(*ranked)
                if pattern is _QUOTED and len(written[usual]) < _FEWEST_QUOTED:
                    continue
                yield from rarer(context, written[rare], written[usual], usual, "请核对")


def _right_first(usual: str, rare: str) -> tuple[str, str]:
    """The form that the lexicon knows comes first, however seldom the text writes it."""
    return (rare, usual) if rare in known() and usual not in known() else (usual, rare)


def _is_near(one: str, other: str, *, alike: bool) -> bool:
    """Whether one is a slip away from the other: a character that sounds or looks alike, or else one left out."""
    if min(len(one), len(other)) < _SHORTEST or {one, other} <= known():
        return False
    edit = single(one, other)
    if edit is None or set(edit.wrong + edit.right) & _TELLING:
        return False
    if edit.kind is Kind.SUBSTITUTED:
        return alike and (same_sound(edit.wrong, edit.right) or same_shape(edit.wrong, edit.right))
    if edit.kind is Kind.SWAPPED:
        return alike
    return not alike and 0 < edit.at < min(len(one), len(other)) and min(len(one), len(other)) >= _SHORTEST_TO_MISS


def _sure(context: RuleContext) -> Iterator[Raw]:
    return _near(context, alike=True)


def _unsure(context: RuleContext) -> Iterator[Raw]:
    return _near(context, alike=False)


RULES = (
    Rule(
        id="consistency-name",
        name="名称写法不一",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一个文件名、引号里的说法或者单位名称，前后有一个字不同，两个字同音或者形近，或者两个字颠倒。",
        why="名称一字不能差，一份文件里两种写法多半有一个错。",
        instead="核对后改成一致；确是两个名称的，忽略即可。",
        check=Function(_sure),
        bad=(
            Example("落实《城市更新条例》。宣传《城市更新条例》。对照《城市更新条列》检查。", "城市更新条列"),
            Example("推广“一网通办理”模式。“一网通办理”成效明显。完善“一网同办理”。", "一网同办理"),
            Example("由市数据服务中心牵头。市数据服务中心汇总，市数剧服务中心负责运维。", "市数剧服务中心"),
        ),
        good=(
            "落实《城市更新条例》。宣传《城市更新条例》。",
            "由市数据服务中心牵头，县数据服务中心配合。",
            "推广“三个一批”和“四个一批”。",
        ),
    ),
    Rule(
        id="consistency-name-length",
        name="名称多字少字",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一个文件名、引号里的说法或者单位名称，有的地方多一个字或少一个字。",
        why="可能漏了字或多了字，也可能是两个不同的名称。",
        instead="核对后改成一致；确是两个名称的，忽略即可。",
        check=Function(_unsure),
        bad=(
            Example(
                "落实《关于加强城市管理工作的意见》。对照《关于加强城市管理工的意见》检查。", "关于加强城市管理工的意见"
            ),
            Example("建设“十五分钟便民生活圈”。“十五分钟便民生活圈”提质。“十五分钟便民活圈”扩面。", "十五分钟便民活圈"),
            Example("由市政务数据服务中心牵头。市政务数据服务中心汇总，市政务据服务中心负责运维。", "市政务据服务中心"),
        ),
        good=(
            "落实《城市更新条例》。宣传《城市更新条例》。",
            "由市数据服务中心牵头，数据服务中心配合。",
            "印发《第一批清单目录》和《第一批清单》。",
        ),
    ),
)
