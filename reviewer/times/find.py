"""Finding the times of a document: spans and normal forms that no document year changes."""

import re
from bisect import bisect_right
from operator import itemgetter

from reviewer.model.document import Document
from reviewer.model.span import Span
from reviewer.times.context import complete, describes
from reviewer.times.openers import Reader, read_number, word_table
from reviewer.times.raw import Found, RawTime
from reviewer.times.rhythms import read_rhythm, rhythm_pattern
from reviewer.times.text import HAN, fold

_UNITS = r"[年月日号天周季旬个]|小时|分钟|工作日|自然日|日历日|学|星期|礼拜"
_NUMBER = re.compile(
    rf"[0-9{HAN}两半百元Xx×*_□某](?:"
    rf"(?<=[0-9])(?<![0-9.．][0-9])[0-9]{{0,3}}+(?![0-9])(?= ?(?:{_UNITS}|[./．·-][0-9]{{1,2}}|[至到—–―─－~～﹣、和及与][0-9 —年第]|[Xx×*_]|[多余]年))"
    rf"|(?<=[{HAN}两半百元])(?<![{HAN}两百0-9每][{HAN}两半百元])[{HAN}Oo两百]*+(?= ?(?:{_UNITS}|[至到—–~～、和][{HAN}]|[多余]年))"
    r"|(?<=[Xx×*_□某])(?<![Xx×*_□A-Za-z][Xx×*_□某])[Xx×*_□]{0,7}+ ?(?:[年月日号天周个]|小时|工作日))"
)

_ZONE = re.compile(r"[《》〔〕【】]")


def find_times(document: Document) -> tuple[RawTime, ...]:
    """Every time expression of `document` in reading order; spans do not overlap."""
    times: list[RawTime] = []
    for index, text in enumerate(document.texts):
        for start, end, form in find_in_text(text):
            span = Span(index, start, end)
            times.append(RawTime(span, text[start:end], form, describes(text, end, form)))
    return tuple(times)


def find_in_text(text: str) -> list[Found]:
    """The times of one paragraph, in order."""
    folded = fold(text)
    zones = _zones(folded)
    found: list[Found] = []
    behind = 0
    for start, reader in _candidates(folded):
        if start < behind or (zones and _inside(zones, start)):
            continue
        for begin, end, form in reader(folded, start):
            if begin >= behind and end > begin:
                found.append((begin, end, form))
                behind = end
    return complete(folded, found)


def _candidates(text: str) -> list[tuple[int, Reader]]:
    """Every place where a time may begin, in reading order, with what reads it."""
    pattern, readers = word_table()
    found: list[tuple[int, Reader]] = [(match.start(), read_number) for match in _NUMBER.finditer(text)]
    found.extend((match.start(), readers[match[0]]) for match in pattern.finditer(text))
    found.extend((match.start(), read_rhythm) for match in rhythm_pattern().finditer(text))
    found.sort(key=itemgetter(0))
    return found


def _zones(text: str) -> list[tuple[int, int]]:
    """Where titles and document numbers stand (《…》, 〔…〕, 【…】), outermost brackets, in order."""
    if not _ZONE.search(text):
        return []
    pairs = {"》": "《", "〕": "〔", "】": "【"}
    opened: list[tuple[str, int]] = []
    zones: list[tuple[int, int]] = []
    for match in _ZONE.finditer(text):
        char = match[0]
        if char not in pairs:
            opened.append((char, match.start()))
            continue
        while opened and opened[-1][0] != pairs[char]:
            opened.pop()
        if opened:
            start = opened.pop()[1]
            while zones and zones[-1][0] >= start:
                zones.pop()
            zones.append((start, match.end()))
    return zones


def _inside(zones: list[tuple[int, int]], pos: int) -> bool:
    index = bisect_right(zones, pos, key=lambda zone: zone[0]) - 1
    return index >= 0 and pos < zones[index][1]
