"""Quotation marks, brackets and 《》 that lack their other half or are turned the wrong way."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.resource import lexicon
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_PAIRS: dict[str, list[str]] = lexicon("punctuation")["pairs"]
_OPENS = {pair[0]: kind for kind, pairs in _PAIRS.items() for pair in pairs}
_CLOSES = {pair[1]: kind for kind, pairs in _PAIRS.items() for pair in pairs}
_PARTNER = {pair[i]: pair[1 - i] for pairs in _PAIRS.values() for pair in pairs for i in (0, 1)}
_STRAIGHT = '"'
_MARK = re.compile("[" + re.escape("".join(_OPENS) + "".join(_CLOSES)) + _STRAIGHT + "]")
_DOUBLE = _OPENS["“"]
_LABEL = re.compile(r"(?:^|[\s。；，：、])(?:[\d一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])$")
_HAN = re.compile("[\u3400-\u9fff]")
_OPENS_TITLE = frozenset("《》")
_HALF = frozenset("()")
_FARTHEST = 12
_INDENT = 4
_LONGEST_TERM = 16
_STOP = re.compile("[，。；：！？]")


@dataclass(frozen=True, slots=True)
class _Loose:
    """A mark whose other half is not in its paragraph; `label` is true for the bracket of a label such as 1）."""

    span: Span
    mark: str
    opens: bool
    kind: str
    label: bool = False


def _loose_marks(paragraph: int, line: str) -> Iterator[_Loose]:
    """The marks of one paragraph that find no partner in it."""
    open_marks: list[tuple[str, int]] = []
    depth: Counter[str] = Counter()
    for match in _MARK.finditer(line):
        mark, at = match.group(), match.start()
        kind = _CLOSES.get(mark) or _kind(mark)
        if mark in _OPENS or (mark == _STRAIGHT and not depth[kind]):
            open_marks.append((mark, at))
            depth[kind] += 1
        elif depth[kind]:
            while _kind(open_marks[-1][0]) != kind:
                lost, place = open_marks.pop()
                depth[_kind(lost)] -= 1
                if lost != _STRAIGHT:
                    yield _Loose(Span(paragraph, place, place + 1), lost, True, _OPENS[lost])
            open_marks.pop()
            depth[kind] -= 1
        else:
            label = kind == _OPENS["("] and bool(_LABEL.search(line, max(0, at - 5), at))
            yield _Loose(Span(paragraph, at, at + 1), mark, False, kind, label)
    for mark, at in open_marks:
        if mark != _STRAIGHT:
            yield _Loose(Span(paragraph, at, at + 1), mark, True, _OPENS[mark])


def _kind(mark: str) -> str:
    """The kind of an opening mark; a straight quotation mark opens double quotes, which another rule speaks of."""
    return _OPENS.get(mark, _DOUBLE)


def _find(context: RuleContext) -> Iterator[Raw]:
    waiting: dict[str, list[_Loose]] = {kind: [] for kind in _PAIRS}
    lost: list[_Loose] = []
    for index, line in enumerate(context.document.texts):
        if not _MARK.search(line):
            continue
        for loose in sorted(_loose_marks(index, line), key=lambda item: item.span):
            queue = waiting[loose.kind]
            if loose.opens:
                if not _quotes_on(context, loose):
                    queue.append(loose)
            elif queue and index - queue[-1].span.paragraph <= _FARTHEST and queue[-1].span.paragraph != index:
                _close(queue)
            elif not loose.label:
                lost.append(loose)
    for queue in waiting.values():
        lost.extend(queue)
    before: _Loose | None = None
    for loose in sorted(lost, key=lambda item: item.span):
        if _matters(context, loose):
            yield _raw(context, loose, before)
        before = loose


def _quotes_on(context: RuleContext, loose: _Loose) -> bool:
    """Whether the mark opens its paragraph and the next one too, as in a quotation of several paragraphs."""
    texts = context.document.texts
    at = loose.span.paragraph
    if loose.span.start > _INDENT or texts[at][: loose.span.start].strip():
        return False
    following = next((text for text in islice(texts, at + 1, at + 1 + _FARTHEST) if text.strip()), "")
    return following.lstrip().startswith(loose.mark)


def _close(queue: list[_Loose]) -> None:
    """Take away the opening mark that was waiting, with those that only repeat it at the head of each paragraph."""
    last = queue.pop()
    while queue and last.span.start <= _INDENT and queue[-1].span.paragraph >= last.span.paragraph - _FARTHEST:
        last = queue.pop()


def _matters(context: RuleContext, loose: _Loose) -> bool:
    """Half-width brackets around figures and letters, and 《《 as an ornament, are none of our business."""
    line = context.document.texts[loose.span.paragraph]
    before, after = line[max(0, loose.span.start - 1) : loose.span.start], line[loose.span.end : loose.span.end + 1]
    if loose.mark in _OPENS_TITLE:
        return loose.mark not in (before, after)
    inside = after if loose.opens else before
    return loose.mark not in _HALF or bool(_HAN.match(inside))


def _raw(context: RuleContext, loose: _Loose, before: _Loose | None) -> Raw:
    partner = _PARTNER[loose.mark]
    if before is not None and _is_reversed(context, loose, before):
        return Raw(loose.span, f"“{loose.mark}”方向写反了，这里应当是“{partner}”。", (partner,))
    half = "后" if loose.opens else "前"
    return Raw(loose.span, f"{loose.kind}不成对：这个“{loose.mark}”缺少{half}一半“{partner}”。")


def _is_reversed(context: RuleContext, loose: _Loose, before: _Loose) -> bool:
    """Whether the mark closes the short term that the same mark opened: “放管服“."""
    if not loose.opens or before.mark != loose.mark or before.span.paragraph != loose.span.paragraph:
        return False
    between = context.document.texts[loose.span.paragraph][before.span.end : loose.span.start]
    return len(between) <= _LONGEST_TERM and not _STOP.search(between)


def _nested(context: RuleContext) -> Iterator[Raw]:
    """Double quotation marks inside double quotation marks."""
    for match in _DOUBLE_IN_DOUBLE.finditer(context.text):
        for group in ("open", "close"):
            if span := context.span(*match.span(group)):
                better = "‘" if group == "open" else "’"
                yield Raw(span, f"引号里面再用引号时，里层用单引号“{better}”。", (better,))


_DOUBLE_IN_DOUBLE = re.compile(r"“[^“”\n]{0,60}(?P<open>“)[^“”\n]{1,60}(?P<close>”)[^“”\n]{0,60}”")

RULES = (
    Rule(
        id="punctuation-unpaired",
        name="标点不成对",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="引号、括号、书名号只有一半，或者方向写反。",
        why="读的人分不清引文、书名从哪里开始、到哪里结束。",
        instead="补上缺的一半，或者删去多的一半。",
        check=Function(_find),
        bad=(
            Example("要牢固树立“四个意识，坚定信念。", "“"),
            Example("认真学习《条例，抓好贯彻。", "《"),
            Example("各县（市、区要抓紧落实。", "（"),
            Example("推进“放管服“改革。", "“"),
        ),
        good=(
            "要牢固树立“四个意识”，坚定信念。",
            "关于印发《公共企业\n信息公开办法》的通知",
            "“第一段引文。\n“第二段引文。”",
            "1）党员管理。2）党员联户。",
        ),
        standard="GB/T 15834—2011 4.8、4.9、4.15",
    ),
    Rule(
        id="punctuation-nested-quotes",
        name="双引号套双引号",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="双引号里面又用双引号。",
        why="国家标准规定外层用双引号，里层用单引号。",
        instead="里层改用单引号‘’。",
        check=Function(_nested),
        bad=(
            Example("他指出“必须牵住“牛鼻子”不放”。", "“", "他指出“必须牵住‘牛鼻子’不放”。"),
            Example("强调“要当好“领头雁””。", "“", "强调“要当好‘领头雁’”。"),
            Example("提出““三多”整治”要求。", "“", "提出“‘三多’整治”要求。"),
        ),
        good=("必须牵住责任制这个‘牛鼻子’。", "“四个意识”“四个自信”", "他说：“要牵住‘牛鼻子’。”"),
        standard="GB/T 15834—2011 4.8.3.4",
    ),
)
