"""Where outline labels stand in the text: 一、（一）1.（1）第一条, 一是, 第一，, 首先，."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.language.numerals import parse_number
from reviewer.model.outline import LabelStyle

_HAN = "一二三四五六七八九十百"
_AT_START = re.compile(
    rf"""[\s\u3000]*(?:
      (?P<han>[{_HAN}]{{1,4}})(?:、(?![{_HAN}]+[、等级季类])|[.．]\s*(?![\d{_HAN}]))
    | [（(]\s*(?P<bracket>[{_HAN}]{{1,4}})\s*[）)][、，.．]?
    | [（(]\s*(?P<arabic_bracket>\d{{1,2}})\s*[）)][、.．]?
    | (?P<half_bracket>\d{{1,2}})[）)]
    | (?P<arabic>\d{{1,2}})(?:[.．]\s*(?![\d.．])|、)
    | 第(?P<division>[{_HAN}\d]{{1,4}})(?P<unit>部分|编|章|节|条)(?=[\s\u3000　：]|$|[^的款项规之、，和至到]{{2}})
    | (?P<point>[{_HAN}]{{1,2}})(?P<verb>是要|是|要)(?=[^、])
    | 第(?P<ordinal>[{_HAN}]{{1,2}})[，,、：]
    | (?P<sequence>首先|其次|再次|最后)[，,、]
    )""",
    re.VERBOSE,
)
_INSIDE = re.compile(
    rf"(?P<point>[{_HAN}]{{1,2}})(?P<verb>是要|是|要)"
    rf"|第(?P<ordinal>[{_HAN}]{{1,2}})[，,、：]"
    rf"|(?P<sequence>首先|其次|再次|最后)[，,、]"
    rf"|(?<=[。！？；”）\s\u3000])(?:(?P<han>[{_HAN}]{{1,3}})、|（(?P<bracket>[{_HAN}]{{1,3}})）)"
)
_BOUNDARY = frozenset("。！？；;：:，,、…”’）)】》— \t\u3000")
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}
_DIVISIONS = {
    "部分": LabelStyle.PART,
    "编": LabelStyle.PART,
    "章": LabelStyle.CHAPTER,
    "节": LabelStyle.SECTION,
    "条": LabelStyle.ARTICLE,
}


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start:end` of `paragraph`; `value` 0 is 最后, which counts as whatever comes next.

    `leads` is true where it opens its paragraph, `bounded` where it follows a stop, a space or nothing.
    """

    paragraph: int
    start: int
    end: int
    value: int
    style: LabelStyle
    leads: bool
    bounded: bool = True

    @property
    def series(self) -> LabelStyle:
        """The style that counts on with this one: 一是 with 二要, 首先 with 第二."""
        if self.style is LabelStyle.POINT_MUST:
            return LabelStyle.POINT_IS
        return LabelStyle.POINT_ORDINAL if self.style is LabelStyle.POINT_SEQUENCE else self.style


def leading_label(paragraph: int, text: str) -> Label | None:
    """The label that opens the paragraph's text, if any."""
    match = _AT_START.match(text)
    if not match:
        return None
    found = _label(paragraph, match, leads=True)
    if found is None:
        return None
    indent = len(text) - len(text.lstrip())
    end = indent + len(text[indent : match.end()].rstrip())
    return Label(paragraph, indent, end, found.value, found.style, True)


def inner_labels(paragraph: int, text: str, start: int) -> Iterator[Label]:
    """Candidates for labels after offset `start`, in order; only a series makes them certain."""
    for match in _INSIDE.finditer(text, start):
        before = match.start() - 1
        found = _label(paragraph, match, leads=False, bounded=before < 0 or text[before] in _BOUNDARY)
        if found:
            yield found


def _label(paragraph: int, match: re.Match[str], *, leads: bool, bounded: bool = True) -> Label | None:
    groups = match.groupdict()
    style: LabelStyle
    if word := groups["point"]:
        style = LabelStyle.POINT_IS if groups["verb"] != "要" else LabelStyle.POINT_MUST
    elif word := groups["ordinal"]:
        style = LabelStyle.POINT_ORDINAL
    elif word := groups["sequence"]:
        start, end = match.span()
        return Label(paragraph, start, end, _SEQUENCE[word], LabelStyle.POINT_SEQUENCE, leads, bounded)
    elif word := groups["han"]:
        style = LabelStyle.HAN
    elif word := groups["bracket"]:
        style = LabelStyle.HAN_BRACKET
    elif word := groups["arabic"]:
        style = LabelStyle.ARABIC
    elif word := groups["division"]:
        style = _DIVISIONS[groups["unit"] or ""]
    else:
        word = groups["arabic_bracket"] or groups["half_bracket"] or ""
        style = LabelStyle.ARABIC_BRACKET
    value = parse_number(word)
    if not value:
        return None
    return Label(paragraph, match.start(), match.end(), value, style, leads, bounded)


def certain(candidates: Sequence[Label], leading: Label | None, following: Label | None) -> list[Label]:
    """The candidates of one paragraph that stand in a series.

    A series begins with its first number, here or with the label `leading` that opens the paragraph, and has at
    least two members, the second of which may be `following`, the label that opens the next labelled paragraph.
    A number may be left out once (一是 三是), since that is a slip which numbering rules report.
    """
    kept: list[Label] = []
    open_series: dict[LabelStyle, list[Label]] = {}
    for label in candidates:
        series = open_series.setdefault(label.series, [])
        if not series and leading is not None and leading.series is label.series:
            series.append(leading)
        last = series[-1].value if series else 0
        if label.value == 0:
            if len(series) > 1:
                kept.append(Label(label.paragraph, label.start, label.end, last + 1, label.style, False))
                series.clear()
            continue
        if label.value == 1 and label.bounded:
            _close(series, following, kept)
            open_series[label.series] = [label]
        elif series and (label.value == last + 1 or (label.value == last + 2 and label.bounded)):
            series.append(label)
    for series in open_series.values():
        _close(series, following, kept)
    return sorted(kept, key=lambda label: label.start)


def _close(series: list[Label], following: Label | None, kept: list[Label]) -> None:
    """Keep the inner members of a series that has come to its end."""
    inner = [label for label in series if not label.leads]
    continued = (
        len(series) == 1
        and bool(inner)
        and following is not None
        and following.series is inner[0].series
        and following.value == inner[0].value + 1
    )
    if len(series) > 1 or continued:
        kept.extend(inner)
