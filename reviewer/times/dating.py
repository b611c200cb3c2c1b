"""The document's own year and day, from what it says of itself; never from today's date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.model.document import Document, Place
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.span import Span
from reviewer.model.time import Dating, YearSource
from reviewer.times.bounds import Bounds, bounds
from reviewer.times.meetings import held, is_minutes
from reviewer.times.stretches import Piece, read_stretch
from reviewer.times.text import fold, sentence_start

_FIRST_YEAR, _LAST_YEAR = 1949, 2100
_HEAD_LINES, _TAIL_LINES, _LAST_LINES = 24, 12, 4
_LONGEST_DATE_LINE = 60
_LONGEST_SIGNATURE = 40

_DATE_START = re.compile(r"(?:(?:19|20)[0-9]{2} ?[年./-]|[一二][〇零0Oo一二三四五六七八九]{3} ?年)")
_YEAR = re.compile(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2}) ?年|([一二][〇零0Oo一二三四五六七八九]{3}) ?年")
_BEFORE_DATE = re.compile(r"^[ 　]*(?:[（(【]|—{1,2}|成文日期[：:]|制发日期[：:]|日 ?期[：:])?[ 　]*$")
_PRINTED = re.compile(r"^[^，。；：:0-9]{2,24}$"), re.compile(r"^[ 　]*(?:印发|签发|印制)[ 　]*$")
_AFTER_DATE = re.compile(r"^[ 　]*(?:[）)】]|(?:印发|签发|发布|印制|讲话|通过)[ 　]*[）)]?)?[ 　。]*$")
_SPEECH_DATE = re.compile(r"^[ 　]*(?:[（(]|—{1,2}|－{1,2})?[ 　]*$")
_SPEECH_PLACE = re.compile(r"^[ 　]*(?:，|在)[^。；]{2,60}")
_ENACTED = re.compile(r"^[ 　]*[^。；]{2,60}(?:通过|公布|批准|修订|修正|发布|施行)")
_BRACKETED = re.compile(r"[（(] ?(?=(?:19|20)[0-9]{2} ?年|[一二][〇零0Oo一二三四五六七八九]{3}年)")
_SIGNATURE = re.compile(r"[，。；：！？,;:!?]|^[一二三四五六七八九十]+、")
_UNTRUSTED = re.compile(r"抓取|采集|下载|浏览|打印|访问|捕获|更新时间|capture|crawl|fetch", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:发布|发文|印发|成文|发稿)(?:日期|时间) ?[：:] ?$|publish[a-z_ ]*: ?$", re.IGNORECASE)
_LABELLED_DAY = re.compile(r"^[ 　-]*(?:日期|时间) ?[：:] ?$")
_NEWS = re.compile(
    r"日报[^。；]{0,10}?(?=(?:19|20)[0-9]{2}年)|(?:这是|本文[是为])[^。；]{0,30}?(?=(?:19|20)[0-9]{2}年[0-9]+月[0-9]+日在[^。；]*(?:讲话|致辞|发言|报告|演讲))"
)
_CLOCK = re.compile(r"^[ 　]*[0-9]{1,2}(?:[:：]|时)[0-9]{2}")

_TITLE_SKIP = re.compile(r"^ ?年?(?:前|远景|以前|[—–―─\-－~～至到])")
_EDITION = re.compile(r"^[ 　]*[（(](?:19|20)[0-9]{2} ?年(?:度)?[^（）()，。]{0,8}[）)][ 　]*$")
_TITLE_RANGE = re.compile(r"[0-9年][—–―─\-－~～至到]{1,2}$|[到至向]$|第$")
_PLANS = (
    re.compile(
        r"(?:安排|部署|谋划|布置)(?:部署|安排)?(?:了|好|落实)?[^，。；《》0-9面到至迎]{0,6}((?:19|20)[0-9]{2}) ?年(?![前以])"
    ),
    re.compile(r"^[ 　]*[一二三四五六七八九十]+、((?:19|20)[0-9]{2}) ?年(?:的)?(?:重点|主要|政府|总体)?(?:工作|任务)"),
    re.compile(
        r"((?:19|20)[0-9]{2}) ?年(?:的)?[^，。；《》0-9]{0,10}(?:工作|任务)(?:安排|部署|打算|谋划|思路|重点|总体部署|总体要求)"
        r"|(?:做好|抓好|研究)((?:19|20)[0-9]{2}) ?年[^，。；《》0-9]{0,12}(?:工作|任务)"
    ),
)
_REVIEW = re.compile(r"总结|回顾|完成情况|开展情况")
_LOOKED_BACK_ON = re.compile(
    r"^[ 　]*(?:[（(]?[一二三四五六七八九十]+[、）)])?[^，。；]{0,8}?((?:19|20)[0-9]{2}) ?年[^，。；]{0,12}(?:回顾|总结)[^，。；]{0,4}$"
)
_OPENING = re.compile(
    r"((?:19|20)[0-9]{2}) ?年，?(?:既|也|又|正)?是[^，。；]{0,60}?(?:开局|关键|起步|收官|攻坚|决胜|冲刺|突破|奠基|深化|提升|落实|开启|首|第一|重要)"
    r"(?:的)?(?:之)?(?:一)?年"
)
_NOT_OPENING = re.compile(r"不平凡|不寻常|过去|回顾")
_THIS_YEAR = re.compile(r"今年[（(，是即]{0,2}((?:19|20)[0-9]{2}) ?年|((?:19|20)[0-9]{2}) ?年[（(，]今年")
_LAST_YEAR_NAMED = re.compile(r"去年[（(即]{1,2}((?:19|20)[0-9]{2}) ?年")
_NEXT_YEAR_NAMED = re.compile(r"明年[（(即]{1,2}((?:19|20)[0-9]{2}) ?年")
_YEAR_OF_WORK = re.compile(
    r"((?:19|20)[0-9]{2}) ?年(?:度)?[^，。；、《》]{0,10}(?:要点|计划|方案|任务书|工作安排|重点工作|工作任务)"
)
_DOCUMENT_NUMBER = re.compile(
    r"^[ 　]*[^ ，。；：《》（(]{0,14}[〔\[（(]((?:19|20)[0-9]{2})[〕\]）)] ?第?[0-9]{1,5} ?号[ 　]*$"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A year, the day where the words give it, and the place that says so."""

    year: int
    span: Span
    day: date | None = None


def date_document(document: Document, outline: Outline, options: ReviewOptions) -> Dating:
    """The document's year and day by the first kind of evidence that there is, from the caller down to its number."""
    lines = [fold(text) for text in document.texts]
    line = date_line(document, lines, outline)
    if options.day is not None:
        return Dating(options.day.year, YearSource.CALLER, options.day, given=True)
    if options.year is not None:
        day = line.day if line is not None and line.year == options.year else None
        return Dating(options.year, YearSource.CALLER, day)
    if line is not None:
        return Dating(line.year, YearSource.DATE_LINE, line.day, evidence=line.span)
    for source, found in (
        (YearSource.DATE_LINE, _convened(lines, outline)),
        (YearSource.TITLE, _title(lines, outline)),
        (YearSource.PLAN_YEAR, _plan_year(lines)),
        (YearSource.OPENING_YEAR, _opening_year(lines)),
        (YearSource.THIS_YEAR, _this_year(lines)),
        (YearSource.DATE_LINE, _document_number(lines) or _published(lines)),
    ):
        if found is not None:
            return Dating(found.year, source, found.day, evidence=found.span)
    return Dating()


def _plausible(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _dates(line: str) -> Iterator[tuple[int, Piece]]:
    """The dates with a plausible year in a line, and where each begins."""
    for match in _DATE_START.finditer(line):
        piece = read_stretch(line, match.start())
        if piece is not None and piece.stretch.year is not None and _plausible(piece.stretch.year):
            yield match.start(), piece


def _evidence(index: int, start: int, piece: Piece) -> Evidence:
    found = bounds(piece.stretch, Dating())
    exact = isinstance(found, Bounds) and piece.stretch.day is not None
    day = found.first if exact and isinstance(found, Bounds) else None
    assert piece.stretch.year is not None
    return Evidence(piece.stretch.year, Span(index, start, piece.end), day)


def date_line(document: Document, lines: list[str], outline: Outline) -> Evidence | None:
    """The date line under the title; else the one under a signature; else the one at the end."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    body = {i for i in filled if document.paragraphs[i].origin.place in (Place.BODY, Place.TEXTBOX)}
    under = _under_title(lines, filled, outline)
    if under is not None:
        return under
    last: Evidence | None = None
    tail = set(filled[-_TAIL_LINES:])
    for at, index in enumerate(filled):
        line = lines[index]
        if index not in body or len(line) > _LONGEST_DATE_LINE:
            continue
        found = _whole_line(index, line)
        if found is None or (found.day is None and index not in filled[-_LAST_LINES:]):
            continue
        before = lines[filled[at - 1]] if at else "。"
        signed = len(before.strip()) <= _LONGEST_SIGNATURE and not _SIGNATURE.search(before.strip())
        if signed and at:
            return found
        if index in tail:
            last = found
    return last


def _whole_line(index: int, line: str) -> Evidence | None:
    """A line that is a date and nothing else (（2023年4月12日）, 某办公室2019年3月15日印发)."""
    if _UNTRUSTED.search(line):
        return None
    for start, piece in _dates(line):
        before, after = line[:start], line[piece.end :]
        alone = _AFTER_DATE.match(after) and _BEFORE_DATE.match(before)
        printed = _PRINTED[0].match(before) and _PRINTED[1].match(after)
        if (alone or printed) and (piece.stretch.month is not None or piece.masked) and "年" in line:
            return _evidence(index, start, piece)
    return None


def _under_title(lines: list[str], filled: list[int], outline: Outline) -> Evidence | None:
    """The date in the lines below the title, or in brackets behind it where line breaks are lost."""
    titled = [span.paragraph for span in outline.title_spans]
    last_title = max(titled, default=-1)
    first = last_title if titled else next(iter(filled), None)
    if first is not None and (found := _behind_title(lines[first], outline, first)):
        return found
    enacted: Evidence | None = None
    below = [i for i in filled if i > last_title][: _HEAD_LINES if titled else 6]
    for index in below:
        line = lines[index]
        if len(line) > 2 * _LONGEST_DATE_LINE or (
            line.rstrip().endswith(("。", "；")) and len(line) > _LONGEST_DATE_LINE
        ):
            break
        if _UNTRUSTED.search(line):
            continue
        found = _whole_line(index, line)
        if found is not None and (enacted is None or found.year >= enacted.year):
            return found
        for start, piece in _dates(line):
            if not _SPEECH_DATE.match(line[:start]) or piece.stretch.month is None:
                continue
            rest = line[piece.end :]
            if _SPEECH_PLACE.match(rest) and not _CLOCK.match(rest):
                return _evidence(index, start, piece)
            if _ENACTED.match(rest):
                enacted = _latest(enacted, _evidence(index, start, piece))
    return enacted


def _latest(one: Evidence | None, other: Evidence) -> Evidence:
    return other if one is None or (other.day or date.min) >= (one.day or date.min) else one


def _behind_title(line: str, outline: Outline, index: int) -> Evidence | None:
    start = max((span.end for span in outline.title_spans if span.paragraph == index), default=0)
    match = _BRACKETED.search(line, min(start, 40), start + 60) or _BRACKETED.search(line, 0, 60)
    if match is None or "。" in line[: match.start()]:
        return None
    piece = next((p for at, p in _dates(line[: match.end() + 30]) if at == match.end()), None)
    if piece is None or piece.stretch.month is None:
        return None
    return _evidence(index, match.end(), piece)


def _convened(lines: list[str], outline: Outline) -> Evidence | None:
    """The day on which the meeting that minutes tell of was held."""
    for meeting in held(lines) if is_minutes(outline.title) else ():
        if meeting.piece.stretch.year is not None and _plausible(meeting.piece.stretch.year):
            return _evidence(meeting.paragraph, meeting.start, meeting.piece)
    return None


def _title(lines: list[str], outline: Outline) -> Evidence | None:
    """The latest year that the title names, ranges and far targets aside."""
    best: Evidence | None = None
    spans = list(outline.title_spans)
    if spans and (note := _edition_line(lines, spans[-1].paragraph)):
        spans.append(note)
    for span in spans:
        line = lines[span.paragraph]
        for match in _YEAR.finditer(line, span.start, span.end):
            piece = read_stretch(line, match.start())
            if piece is None or piece.stretch.year is None or not _plausible(piece.stretch.year):
                continue
            if _TITLE_SKIP.match(line[match.end() - 1 :]) or _TITLE_RANGE.search(line[: match.start()]):
                continue
            found = Evidence(piece.stretch.year, Span(span.paragraph, match.start(), match.end()))
            if best is None or found.year > best.year:
                best = found
    return best


def _edition_line(lines: list[str], last: int) -> Span | None:
    """The line （2022年修订） right below the title."""
    index = next((i for i in range(last + 1, min(len(lines), last + 4)) if lines[i].strip()), None)
    if index is None or not _EDITION.match(lines[index]):
        return None
    return Span(index, 0, len(lines[index]))


def _matches(lines: list[str], pattern: re.Pattern[str], key: str) -> Iterator[tuple[int, re.Match[str], int]]:
    """Paragraph, match and year for every plausible year that `pattern` finds; `key` must be in the line."""
    for index, line in enumerate(lines):
        if key in line:
            for match in pattern.finditer(line):
                year = int(next(group for group in match.groups() if group))
                if _plausible(year):
                    yield index, match, year


def _plan_year(lines: list[str]) -> Evidence | None:
    """The year whose work is laid out (安排部署2023年…, 三、2026年重点工作): the one named most, then the latest."""
    for pattern in _PLANS:
        found: dict[int, list[Evidence]] = {}
        for index, match, year in _matches(lines, pattern, "年"):
            if not _REVIEW.search(match[0]) and not _REVIEW.match(lines[index], match.end()):
                found.setdefault(year, []).append(Evidence(year, Span(index, match.start(), match.end())))
        if found:
            return found[max(found, key=lambda year: (len(found[year]), year))][0]
    return None


def _opening_year(lines: list[str]) -> Evidence | None:
    """The latest year that is called the first, the opening, the decisive one, unless a heading looks back on it."""
    best: Evidence | None = None
    past = {year for _, _, year in _matches(lines, _LOOKED_BACK_ON, "年")}
    for index, match, year in _matches(lines, _OPENING, "年是"):
        if year in past or _NOT_OPENING.search(match[0]) or (best is not None and best.year >= year):
            continue
        best = Evidence(year, Span(index, match.start(), match.end()))
    return best


def _this_year(lines: list[str]) -> Evidence | None:
    """The year that stands beside 今年, 去年 or 明年, or names the papers of a sentence about 今年."""
    for pattern, key, shift in ((_THIS_YEAR, "今年", 0), (_LAST_YEAR_NAMED, "去年", 1), (_NEXT_YEAR_NAMED, "明年", -1)):
        for index, match, year in _matches(lines, pattern, key):
            return Evidence(year + shift, Span(index, match.start(), match.end()))
    for index, match, year in _matches(lines, _YEAR_OF_WORK, "今年"):
        line = lines[index]
        stop = re.compile(r"[。；！？]|$").search(line, match.end())
        if "今年" in line[sentence_start(line, match.start()) : stop.start() if stop else len(line)]:
            return Evidence(year, Span(index, match.start(), match.end()))
    return None


def _document_number(lines: list[str]) -> Evidence | None:
    """The year in the document's own number near the top (某发〔2023〕15号 as a whole line)."""
    filled = [i for i, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    for index in filled:
        match = _DOCUMENT_NUMBER.match(lines[index])
        if match and _plausible(int(match[1])):
            return Evidence(int(match[1]), Span(index, match.start(1), match.end(1)))
    return None


def _published(lines: list[str]) -> Evidence | None:
    """The day on which a page or paper says it was published, which is weaker than any date of the text's own."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    for index in dict.fromkeys((*filled[:_HEAD_LINES], *filled[-_TAIL_LINES:])):
        line = lines[index]
        if _UNTRUSTED.search(line):
            continue
        news = _NEWS.search(line)
        for start, piece in _dates(line):
            if piece.stretch.day is None:
                continue
            said = _PUBLISHED.search(line[:start]) or (_LABELLED_DAY.match(line[:start]) and "年" in line)
            labelled = said and len(line) <= 2 * _LONGEST_DATE_LINE
            if labelled or (news is not None and start >= news.start()):
                return _evidence(index, start, piece)
    return None
