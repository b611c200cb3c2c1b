"""What each stretch of a document does: opens, looks back, sets out work, closes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reviewer.duties.kind import is_spoken
from reviewer.language.patterns import ended
from reviewer.model.document import Document
from reviewer.model.duty import DocumentKind, Part, PartFunction
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry

Position = tuple[int, int]

_TELLS_TOO = {DocumentKind.SPEECH, DocumentKind.OTHER}
_LOOKS_BACK = {DocumentKind.REPORT, DocumentKind.SUMMARY}
_RETROSPECT_HEADING = re.compile(
    r"^(?:去年|上年|过去)|回顾|(?:工作|年度)总结$|^总结(?:回顾)?$|工作(?:完成|开展|进展|推进|落实)?情况|基本情况|主要做法|工作做法|取得.{0,8}(?:成效|成绩|进展|突破|成果)|"
    r"新(?:成效|成绩|进展|突破|成就|气象)$|主要(?:成效|成绩|成果|工作成效|指标完成)|成效(?:明显|显著)|过去.{0,3}年|"
    r"存在的?.{0,6}(?:问题|不足|短板|差距|困难)|问题(?:和|与)(?:不足|原因|困难)|(?:经验|体会)(?:启示)?$|履职情况|进展情况|"
    r"(?:\d{4}|去)年.{0,12}(?:回顾|情况|完成|成效|总结)|(?:修订|编制|起草)(?:的)?(?:情况|说明|内容|思路)$|特点$|亮点|迈(?:出|上).{0,6}(?:步伐|台阶)"
)
_STRIVES = re.compile(r"(?:推动|促进|确保|力争|争取|努力|实现|奋力|加快|着力)[^，。]{0,18}(?:取得|迈|新)")
_PLAIN_RETROSPECT = re.compile(
    r"回顾|(?:工作|年度)总结$|^总结(?:回顾)?$|(?:工作|完成|开展|进展|落实)情况$|存在的?.{0,6}(?:问题|不足)|过去"
)
_PLAIN_WORK = re.compile(
    r"^(?:今年|明年)|下一?步|下一阶段|今后|打算|明年|下半年|努力方向|工作思路|\d{4}年(?:重点)?(?:工作)?(?:安排|打算|计划|重点)"
)
_WORK_HEADING = re.compile(
    r"下一?步|下一阶段|今后|打算|计划|安排|部署|要求|任务|措施|举措|保障|思路|目标|努力方向|建议|要点|对策|"
    r"明年|下半年|(?:今|本)年.{0,12}(?:工作|重点)|组织(?:实施|领导)|总体要求|工作重点|着力点|实施步骤|职责|分工|要(?:求|抓|做|把)|"
    r"(?:\d{4}年).{0,12}(?:安排|打算|计划|重点|任务|思路|目标|要求|部署)|(?:十[四五六])五.{0,14}(?:目标|任务|要求|规划)"
)
_GROWN = re.compile(
    r"^[^，。]{2,24}?(?:进一步|不断|持续|更加|有效|逐步|明显|显著|全面|稳步|有力|日益|日趋|深入|扎实|成功|更为|得到|得以|实现)"
    r"[^，。]{0,6}(?:增强|提升|加强|压实|向好|坚实|发挥|强化|构筑|过硬|深化|突出|凸显|明显|显著|改善|优化|夯实|巩固|完善|提高|"
    r"扩大|推进|彰显|稳固|牢固|健全|好转|浓厚|落地|见效|加快|增长|释放|保障|规范|发展|突破|覆盖)$"
)
_IMPERATIVE_HEADING = re.compile(
    r"^(?:要|切实|坚决|着力|全面|深入|认真|大力|加强|强化|深化|推进|推动|坚持|落实|抓好|做好|完善|健全|提高|提升|压实|聚焦|突出|把|"
    r"建立|实施|开展|加快|优化|严格|紧盯|发挥|打造|打好|筑牢|扛牢|夯实|维护|保障|促进|支持|鼓励|明确|制定|注重|狠抓)"
)
_DONE = re.compile(
    r"已[经]?[\u4e00-\u9fff]|了(?<=[\u4e00-\u9fff]了)[^解然如却结不起得]|被(?:评为|授予|确定|列为|表彰|命名|省|市|国)|荣获|获评|获得|喜获|"
    r"先后[\u4e00-\u9fff]|累计|同比|去年|一年来|五年来|以来，|过去|共[\u4e00-\u9fff]{0,6}\d|"
    + ended(
        " ".join(
            f"{act}(?<!至少{act})(?<!每年{act})(?<!每月{act})"
            for act in [
                "完成",
                "实现",
                "达到",
                "办理",
                "组织",
                "开展",
                "举办",
                "新增",
                "培训",
                "建成",
                "排查",
                "检查",
                "查处",
                "受理",
                "化解",
                "发放",
                "评定",
                "创建",
                "召开",
                "增长",
                "下降",
                "争取",
                "投入",
                "征集",
                "报送",
                "发布",
            ]
        ),
        r"[^，。；不以]{0,14}\d[\d.,]*余?(?:万|亿)?(?:[元个项次家人件起处期场名户份篇条批吨%％亩公台套所座部])",
    )
)
_DUE = re.compile(
    r"要(?<![重主需只摘纪概必首紧扼险索讨快想若机提简纲冲]要)(?![求素点么害件义闻塞道案职旨诀挟])|必须|应当|务必|不得|严禁|力争|确保|"
    r"将(?:继续|进一步|以|持续|坚持|着力|重点|按照)|下一步|到20[2-9]\d年"
)
_CLOSING = re.compile(
    r"^[\s\u3000]*(?:同志们[，！：]|各位(?:代表|委员|领导|同志|同仁)[，！：]|让我们|特此(?:通知|报告|函|公告|批复)|(?:以上|妥否|当否)|"
    r"(?:我的)?(?:讲话|发言|汇报|报告)(?:就到这里|完毕|结束|到此)|谢谢)"
)
_MIN_EVIDENCE = 2
_LONGEST_CLOSING = 600


def document_parts(document: Document, outline: Outline, kind: DocumentKind) -> tuple[Part, ...]:
    """Parts in reading order that cover the whole document.

    A part begins at the top, at each heading of the first two levels, and where the closing words begin.
    """
    headings = _headings(outline)
    spoken = is_spoken(document, kind)
    end: Position = (len(document.paragraphs), 0)
    closing = _closing_at(document, headings[-1].span.paragraph if headings else -1)
    limit = closing or end
    parts: list[Part] = []
    first = _position(headings[0]) if headings else limit
    if not headings and kind is DocumentKind.SPEECH and (points := _first_point(outline)):
        parts.append(Part((0, 0), points, PartFunction.OPENING, "第一个要点之前"))
        parts.append(Part(points, limit, PartFunction.WORK, "要点"))
        first = (0, 0)
    if first > (0, 0):
        parts.append(_before_headings(document, first, kind, bool(headings), spoken=spoken))
    outer: tuple[OutlineEntry, PartFunction] | None = None
    ends = _section_ends(headings, limit)
    for order, heading in enumerate(headings):
        begin = _position(heading)
        following = _position(headings[order + 1]) if order + 1 < len(headings) else limit
        if outer and heading.level <= outer[0].level:
            outer = None
        section_end = ends[order]
        function, why = _section(
            document, outline, heading, section_end, kind, outer[1] if outer else None, spoken=spoken
        )
        if outer is None:
            outer = (heading, function)
        parts.append(Part(begin, following, function, why))
    if closing:
        parts.append(Part(closing, end, PartFunction.CLOSING, "结束语"))
    return tuple(parts)


def part_at(parts: Sequence[Part], begins: Sequence[Position], position: Position) -> Part | None:
    """The part that a place lies in; `begins` are the parts' beginnings."""
    index = bisect_right(begins, position) - 1
    return parts[index] if index >= 0 else None


def _headings(outline: Outline) -> list[OutlineEntry]:
    """The entries that divide the document: its headings of two levels, or its points where it has nothing else."""
    heads = [e for e in outline.entries if not e.is_point and e.level <= 2]
    return heads or [e for e in outline.entries if e.style is LabelStyle.ARABIC and e.level == 3]


def _first_point(outline: Outline) -> Position | None:
    """Where the points of a speech without headings begin."""
    return next((_position(e) for e in outline.entries if e.is_point and e.level == 3 and e.value == 1), None)


def _position(entry: OutlineEntry) -> Position:
    return entry.span.paragraph, entry.span.start


def _section_ends(headings: Sequence[OutlineEntry], limit: Position) -> list[Position]:
    """For each heading, where the next one of its level or an outer one begins."""
    ends: list[Position] = []
    following: dict[int, Position] = {}
    for heading in reversed(headings):
        ends.append(min((at for level, at in following.items() if level <= heading.level), default=limit))
        following[heading.level] = _position(heading)
    return ends[::-1]


def _closing_at(document: Document, last_heading: int) -> Position | None:
    """Where the closing words begin: a paragraph after the last heading that says 同志们 or 特此通知."""
    rest = 0
    found: Position | None = None
    for index in range(len(document.texts) - 1, max(last_heading, len(document.texts) // 2 - 1), -1):
        rest += len(document.texts[index])
        if rest > _LONGEST_CLOSING:
            break
        if _CLOSING.match(document.texts[index]):
            found = index, 0
    return found


def _before_headings(document: Document, first: Position, kind: DocumentKind, headed: bool, *, spoken: bool) -> Part:
    if headed and kind is not DocumentKind.MINUTES:
        return Part((0, 0), first, PartFunction.OPENING, "第一个标题之前")
    body = _slice(document, (0, 0), first)
    if kind is DocumentKind.MINUTES:
        return Part((0, 0), first, PartFunction.WORK, "纪要记载会议的决定")
    if spoken:
        return Part((0, 0), first, PartFunction.WORK, "口头布置工作")
    if kind in _LOOKS_BACK or _balance(body) > 0:
        return Part((0, 0), first, PartFunction.RETROSPECT, "全文叙述已做的工作")
    return Part((0, 0), first, PartFunction.WORK, "全文未分标题")


def _section(
    document: Document,
    outline: Outline,
    heading: OutlineEntry,
    end: Position,
    kind: DocumentKind,
    outer: PartFunction | None,
    *,
    spoken: bool,
) -> tuple[PartFunction, str]:
    """The function of the section under `heading`, with the evidence."""
    if heading.style is LabelStyle.ARTICLE:
        return PartFunction.WORK, "条款"
    words = heading.title
    back, forward = _RETROSPECT_HEADING.search(words), _WORK_HEADING.search(words)
    if back and _STRIVES.search(words):
        back = None
    if forward and not back and (outer is not PartFunction.RETROSPECT or _PLAIN_WORK.search(words)):
        return PartFunction.WORK, f"标题“{words[:20]}”是工作安排"
    if back and not forward and (outer is not PartFunction.WORK or _PLAIN_RETROSPECT.search(words)):
        return PartFunction.RETROSPECT, f"标题“{words[:20]}”是总结回顾"
    if outer is not None and not (outer is PartFunction.RETROSPECT and _strong_turn(document, heading, end)):
        return outer, "随上级标题"
    if spoken:
        return PartFunction.WORK, "口头布置工作"
    text = _slice(document, _position(heading), end)
    balance = _balance(text)
    grown = _grown_points(outline, heading, end)
    if kind in _LOOKS_BACK:
        if balance < -_MIN_EVIDENCE and grown <= 0:
            return PartFunction.WORK, "多为“要”“必须”等要求"
        return PartFunction.RETROSPECT, "报告、总结以叙述为主"
    if kind is DocumentKind.MINUTES:
        return PartFunction.WORK, "纪要记载会议的决定"
    needed = _MIN_EVIDENCE if kind in _TELLS_TOO else 3 * _MIN_EVIDENCE
    if balance + 2 * grown >= needed and balance >= 0:
        return PartFunction.RETROSPECT, "多为“已”“了”和完成数"
    return PartFunction.WORK, "布置工作"


def _strong_turn(document: Document, heading: OutlineEntry, end: Position) -> bool:
    """Whether a section inside a retrospect plainly sets out work."""
    if _GROWN.match(heading.title):
        return False
    return _balance(_slice(document, _position(heading), end)) < -2 * _MIN_EVIDENCE


def _grown_points(outline: Outline, heading: OutlineEntry, end: Position) -> int:
    """How many more titles in the section say that something has grown than set something to do."""
    first = bisect_left(outline.entries, _position(heading), key=_position)
    last = bisect_left(outline.entries, end, key=_position)
    inside = [entry.title for entry in outline.entries[first:last]]
    grown = sum(bool(_GROWN.match(t)) and not _IMPERATIVE_HEADING.match(t) for t in inside)
    return grown - sum(bool(_IMPERATIVE_HEADING.match(t)) for t in inside)


def _balance(text: str) -> int:
    """Evidence that the text reports (positive) or demands (negative), with demands counting double."""
    return _done(text) - 2 * len(_DUE.findall(text))


def _done(text: str) -> int:
    """How often the text tells of something done; the character before 了 belongs to its sign."""
    found, behind, taken = 0, 0, -1
    while match := _DONE.search(text, behind):
        if match.start() == taken and text[taken] == "了":
            behind = taken + 1
            continue
        found += 1
        behind = taken = match.end()
    return found


def _slice(document: Document, begin: Position, end: Position) -> str:
    lines = list(document.texts[begin[0] : end[0] + 1])
    if end[0] < len(document.texts) and lines:
        lines[-1] = lines[-1][: end[1]]
    if lines:
        lines[0] = lines[0][begin[1] :]
    return "\n".join(lines)
