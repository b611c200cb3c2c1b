"""Advertisements in running text: whole lines, or glued to what the author wrote."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.resource import lexicon
from reviewer.rules.advert.evidence import Clause, clauses, threshold
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SHORT_LINE = 300
_REACH = 140
_LONGEST_BRACKET = 40
_WHOLE = 0.6
_BREAK = re.compile(r"[，。！？；：\s（）]")
_OPENS = re.compile(r"[（(【\[“‘「—－\-|｜ \u3000]+$")
_CLOSES = re.compile(r"[^\S\n]*[）)】\]”’」。！!；]*")
_ENDED = re.compile(r"[\u4e00-\u9fff]{2}[。！？：；:]\s*$")
_SPACED = ("公 文", "范 文", "素 材", "文 库", "文 秘", "秘 书 网", "写 作 网")
_SPACED_OUT = re.compile(r"(?<![^\S\n])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){2,9}(?![^\S\n])")


@cache
def _triggers() -> "AhoCorasick":
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(lexicon("adverts")["triggers"])


def _windows(context: RuleContext) -> Iterator[tuple[int, int, int]]:
    """Stretches `(paragraph, start, end)` around triggers: the whole of a short paragraph, a piece of a long one."""
    last = (-1, 0)
    for _, found, behind in _triggers().find_matches_as_indexes(context.text):
        span = context.span(found, behind)
        if span is None or (span.paragraph == last[0] and span.end <= last[1]):
            continue
        line = context.document.texts[span.paragraph]
        start, end = 0, len(line)
        if end > _SHORT_LINE:
            start = max(last[1] if last[0] == span.paragraph else 0, span.start - _REACH)
            stop = _BREAK.search(line, min(end, span.end + _REACH))
            end = min(end, stop.end() if stop else end, span.end + 2 * _REACH)
        last = (span.paragraph, end)
        yield span.paragraph, start, end


def _runs(found: list[Clause]) -> Iterator[tuple[int, int]]:
    """The stretches of adjacent clauses that together reach the threshold; one empty clause may stand between."""
    run: list[Clause] = []
    for clause in (*found, Clause(0, 0, -1), Clause(0, 0, -1)):
        if clause.points > 0:
            run.append(clause)
        elif run and (clause.points < 0 or clause.end - clause.start > 12 or run[-1].points == 0):
            yield from _convicted(run)
            run = []
        elif run:
            run.append(clause)


def _convicted(run: list[Clause]) -> Iterator[tuple[int, int]]:
    while run and run[-1].points == 0:
        run = run[:-1]
    if run and sum(clause.points for clause in run) >= threshold():
        yield run[0].start, run[-1].end


def _spread(line: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the brackets, dashes and spaces that belong to it."""
    before = _OPENS.search(line, 0, start)
    start = before.start() if before else start
    for first, last in ("（）", "()", "【】"):
        if line.rfind(first, start, end) > line.rfind(last, start, end):
            close = line.find(last, end, end + _LONGEST_BRACKET)
            end = close if close >= 0 else end
    closes = _CLOSES.match(line, end)
    return start, closes.end() if closes else end


def _adverts(line: str, offset: int, whole: bool) -> Iterator[tuple[int, int]]:
    found = list(clauses(line))
    runs = [_spread(line, start, end) for start, end in _runs(found)]
    if not runs:
        return
    covered = sum(end - start for start, end in runs)
    written = line[: runs[0][0]]
    if whole and covered >= _WHOLE * len(line.strip()) and not _ENDED.search(written):
        start = len(line) - len(line.lstrip())
        yield start, start + len(line.strip())
        return
    for start, end in runs:
        yield offset + start, offset + end


def _find(context: RuleContext) -> Iterator[Raw]:
    for paragraph, first, last in _windows(context):
        line = context.document.texts[paragraph]
        for start, end in _adverts(line[first:last], first, first == 0 and last == len(line)):
            yield Raw(Span(paragraph, start, end), "这是广告，或者素材网站留下的文字，请删去。", ("",))


def _find_spaced(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    if not any(word in text for word in _SPACED):
        return
    for match in _SPACED_OUT.finditer(text):
        span = context.span(*match.span())
        glued = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if span and glued.strip() and any(word in match.group() for word in _SPACED):
            yield Raw(span, "这是素材网站拆开字写的水印，请删去。", ("",))


RULES = (
    Rule(
        id="advert-text",
        name="广告文字",
        category=Category.ADVERT,
        severity=Severity.ERROR,
        what="素材网站、代写代笔、会员下载之类的广告，可能是一整行，也可能粘在句子或标题的前后。",
        why="这是从网上复制材料时带进来的，念出来、发出去都会出丑。",
        instead="整段删去；粘在句子上的，只删广告。",
        check=Function(_find),
        bad=(
            Example("【小笔头素材库】每天更新材料500篇，加客服进群", "【小笔头素材库】每天更新材料500篇，加客服进群"),
            Example("下面我讲三点意见。 公文汇，办公文档之家", " 公文汇，办公文档之家", "下面我讲三点意见。"),
            Example("专业代写讲话稿，价格优惠，加微信：abc123", "专业代写讲话稿，价格优惠，加微信：abc123"),
            Example("试读结束，开通会员阅读全文", "试读结束，开通会员阅读全文"),
        ),
        good=(
            "工会会员可以享受健康体检服务。",
            "经验做法被微信公众号宣传推广12篇。",
            "坚决纠治代写代笔、网上抄袭等问题。",
            "请登录县政府网站下载附件。",
            "建设典型案例素材库，为宣讲提供支撑。",
        ),
    ),
    Rule(
        id="advert-spaced",
        name="拆字水印",
        category=Category.ADVERT,
        severity=Severity.ERROR,
        what="字与字之间加了空格、夹在句子里的网站水印，如“快 搜 公 文”。",
        why="这是素材网站防复制的水印。",
        instead="删去。",
        check=Function(_find_spaced),
        bad=(
            Example("切实增强责任感快 搜 公 文，抓好落实。", "快 搜 公 文", "切实增强责任感，抓好落实。"),
            Example("全套材料搜 公 文 网当前形势严峻。", "搜 公 文 网", "全套材料当前形势严峻。"),
            Example("上 范 文 网各级党组织要高度重视。", "上 范 文 网", "各级党组织要高度重视。"),
        ),
        good=("公 文 处 理 办 法", "张 三、李 四", "党支部工作 实 用 手 册"),
    ),
)
