"""重大决部署, 社会主意: forms that miss a fixed formulation by a slip or two."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.index import Candidate, candidates
from reviewer.rules.formulation.judge import Verdict, judge
from reviewer.rules.formulation.lexicon import titles
from reviewer.rules.rule import Example, Raw, Rule

_TITLE_REACH = 40


@dataclass(frozen=True, slots=True)
class NearMiss:
    """`start:end` of the text should read `right`."""

    start: int
    end: int
    right: str
    certain: bool


@lru_cache(maxsize=1)
def near_misses(text: str) -> tuple[NearMiss, ...]:
    """The slips in formulations of `text` in reading order; they don't overlap."""
    slips = [(verdict, c) for c in candidates(text) if not _in_title(text, c) and (verdict := judge(text, c))]
    chosen: list[tuple[Verdict, Candidate]] = []
    for verdict, slip in sorted(slips, key=_rank):
        if not any(slip.start < other.end and other.start < slip.end for _, other in chosen):
            chosen.append((verdict, slip))
    found = (NearMiss(c.start, c.end, c.entry.text, verdict is Verdict.CERTAIN) for verdict, c in chosen)
    return tuple(sorted(found, key=lambda miss: miss.start))


def _in_title(text: str, candidate: Candidate) -> bool:
    """Whether it is the title of a law between 《》, which another rule looks at."""
    if candidate.entry.text not in titles():
        return False
    before = text[max(0, candidate.start - _TITLE_REACH) : candidate.start]
    return before.rfind("《") > before.rfind("》")


def _rank(slip: tuple[Verdict, Candidate]) -> tuple[int, int, int]:
    verdict, candidate = slip
    return -verdict, len(candidate.edits), -len(candidate.entry.text)


def _find(context: RuleContext, certain: bool) -> Iterator[Raw]:
    for miss in near_misses(context.text):
        if miss.certain is certain and (span := context.span(miss.start, miss.end)):
            found = context.text[miss.start : miss.end]
            yield Raw(span, _message(found, miss.right, certain), (miss.right,))


def _message(found: str, right: str, certain: bool) -> str:
    return f"“{found}”应为固定提法“{right}”。" if certain else f"“{found}”与固定提法“{right}”只差一点，疑有误。"


def _certain(context: RuleContext) -> Iterator[Raw]:
    return _find(context, certain=True)


def _likely(context: RuleContext) -> Iterator[Raw]:
    return _find(context, certain=False)


RULES = (
    Rule(
        id="formulation-near-miss",
        name="固定提法写错",
        category=Category.FORMULATION,
        severity=Severity.ERROR,
        what="固定提法、机构名称、会议名称漏字、多字、错字或颠倒，如“重大决部署”“党凤廉政建设”。",
        why="提法一字不能差，写错是公文的硬伤。",
        instead="改为规范的提法。",
        check=Function(_certain),
        bad=(
            Example("要贯彻落实重大决部署。", "重大决部署", "要贯彻落实重大决策部署。"),
            Example("推进党凤廉政建设。", "党凤廉政建设", "推进党风廉政建设。"),
            Example("持续优化营商环竟。", "优化营商环竟", "持续优化营商环境。"),
        ),
        good=("要贯彻落实党中央重大决策部署。", "统筹推进“五位一体”总体布局。", "这个主意好，大家都赞成。"),
    ),
    Rule(
        id="formulation-near-miss-likely",
        name="疑似固定提法写错",
        category=Category.FORMULATION,
        severity=Severity.WARNING,
        what="与固定提法只差一个音同、音近或形近的字，单看又各是词语，如“四个意思”“社会主意道路”。",
        why="同音字拼出了另一个词，拼写上看不出错，放在提法里却不对。",
        instead="核对后改为规范的提法；确实另有所指的，忽略即可。",
        check=Function(_likely),
        bad=(
            Example("要增强“四个意思”。", "增强“四个意思”", "要增强“四个意识”。"),
            Example("坚持走社会主意道路。", "社会主意道路", "坚持走社会主义道路。"),
            Example("加强对全力运行的监督。", "全力运行的监督", "加强对权力运行的监督。"),
        ),
        good=("要增强“四个意识”。", "他出了四个主意。", "设备全力运行，监督人员在场。"),
    ),
)
