"""The review as one self-contained page: findings with what was decided, duties, dates, statistics."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from reviewer.exports.checklist_rows import TimeRow, checklist_rows, source_name, time_rows
from reviewer.exports.html_parts import Cell, escaped, facts, page, table
from reviewer.exports.places import place_names
from reviewer.exports.review_notes import Note, review_notes
from reviewer.exports.statistics_text import fact_lines, part_rows, phrase_rows
from reviewer.exports.words import dating_text
from reviewer.model.corrected import Corrected
from reviewer.model.document import Document
from reviewer.model.finding import Severity
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.reading_time import READING_SPEED
from reviewer.statistics import Statistics, statistics
from reviewer.words import KIND, SEVERITY, STATE

_AROUND = 14  # characters quoted on either side of a finding
_QUOTED = 60  # characters of a long place that are quoted
_STATE_CLASS = {State.OPEN: "", State.ACCEPTED: "accepted"}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What goes into the report: `hints` that are open, `general` duties; `speed` in characters a minute."""

    hints: bool = False
    general: bool = False
    speed: int = READING_SPEED
    office: Office = NO_OFFICE


def write_report(corrected: Corrected, options: ReportOptions, target: str | Path, original: str = "") -> None:
    """Write the page to `target`, never over the file `original`; raises WriteError."""
    from reviewer.atomic import write_bytes

    write_bytes(target, report_html(corrected, options).encode("utf-8"), protected=[original] if original else [])


def report_html(corrected: Corrected, options: ReportOptions, *, made_on: date | None = None) -> str:
    """The page, which needs nothing beside it and runs nothing; `made_on` None means today."""
    report = corrected.report
    notes = review_notes(corrected, hints=options.hints, ignored=True)
    measured = statistics(report.document, report.outline)
    title = report.outline.title or source_name(report.document)
    body = [
        *_head(report, title, notes, made_on or datetime.now().astimezone().date()),
        *_findings(report.document, notes),
        *_duties(report, options),
        *_dates(time_rows(report, options.general)),
        *_statistics(report.document, measured, options.speed),
        "<footer>由“公文审阅”在本机生成。推算的日期和推定的单位，请核对后再用。</footer>",
    ]
    return page(f"{title}　审阅报告", body)


def _head(report: Report, title: str, notes: Sequence[Note], day: date) -> Iterator[str]:
    about = [source_name(report.document), KIND[report.kind], f"日期：{dating_text(report.dating)}"]
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="muted">审阅报告　{escaped("　".join(filter(None, about)))}　制表日期：{day.isoformat()}</p>'
    found = [note for note in notes if note.severity is not None]
    still = Counter(note.severity for note in found if note.state is State.OPEN)
    counts = [(f"{SEVERITY[severity]}，{STATE[State.OPEN]}", still[severity]) for severity in Severity]
    decided = Counter(note.state for note in found)
    counts = [item for item in counts if item[1] or item[0].startswith(SEVERITY[Severity.ERROR])]
    counts += [(STATE[state], decided[state]) for state in (State.ACCEPTED, State.IGNORED) if decided[state]]
    yield facts([(str(number), words) for words, number in counts])
    links = (("findings", "问题"), ("duties", "任务"), ("dates", "时间节点"), ("statistics", "文稿统计"))
    yield "<nav>" + "".join(f'<a href="#{name}">{words}</a>' for name, words in links) + "</nav>"


def _findings(document: Document, notes: Sequence[Note]) -> Iterator[str]:
    yield '<h2 id="findings">问题和处理</h2>'
    if not notes:
        yield "<p>没有发现需要改的问题。</p>"
        return
    columns = ("序号", "类别", "位置", "原文", "问题和建议", "处理")
    rows = (
        (
            Cell(str(note.number), "number"),
            Cell(note.label, badge=note.severity.value if note.severity else "own"),
            Cell(note.place, "place"),
            Cell(_quote(document, note.span), "quote", html=True),
            Cell(f"{note.message}{note.advice}"),
            Cell(note.outcome, "narrow", badge=_STATE_CLASS.get(note.state, "passed") if note.outcome else ""),
        )
        for note in notes
    )
    yield table("", columns, rows)


def _quote(document: Document, span: Span) -> str:
    """The place, marked, with what stands around it; a long one without its middle."""
    text = document.texts[span.paragraph]
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    words = text[span.start : span.end]
    if len(words) > _QUOTED:
        words = f"{words[: _QUOTED // 2]}…{words[-_QUOTED // 2 :]}"
    before, after = text[start : span.start], text[span.end : end]
    marked = f"<mark>{escaped(words)}</mark>"
    return f"{'…' if start else ''}{escaped(before)}{marked}{escaped(after)}{'…' if end < len(text) else ''}"


def _duties(report: Report, options: ReportOptions) -> Iterator[str]:
    yield '<h2 id="duties">任务</h2>'
    rows = checklist_rows(report, options.general, options.office)
    if not rows:
        yield "<p>没有可列入清单的任务。</p>"
        return
    columns = ("序号", "工作任务", "责任单位", "完成时限", "依据", "备注")
    cells = (
        (
            Cell(str(number), "number"),
            Cell(row.task, "wide"),
            Cell(_lines(row.lead, f"配合：{row.support}" if row.support else ""), "narrow"),
            Cell(_lines(row.limit, row.frequency, row.due.isoformat() if row.due else ""), "narrow"),
            Cell(row.place, "place"),
            Cell(row.remark, "narrow"),
        )
        for number, row in enumerate(rows, 1)
    )
    yield table("", columns, cells)


def _lines(*words: str) -> str:
    """Each of the words that there are on a line of its own, once."""
    return "\n".join(dict.fromkeys(filter(None, words)))


def _dates(rows: Sequence[TimeRow]) -> Iterator[str]:
    yield '<h2 id="dates">时间节点</h2>'
    if not rows:
        yield "<p>文中没有写时限和时间节点。</p>"
        return
    columns = ("日期", "时间（原文）", "性质", "事项（原文）", "依据", "说明")
    for month, group in groupby(rows, key=_month):
        cells = (
            (
                Cell(row.day.isoformat() if row.day else "", "day"),
                Cell(row.words, "narrow"),
                Cell(row.role, "place"),
                Cell(row.matter, "wide"),
                Cell(row.place, "place"),
                Cell(row.remark, "narrow"),
            )
            for row in group
        )
        yield f"<h3>{month}</h3>"
        yield table("", columns, cells)


def _month(row: TimeRow) -> str:
    return f"{row.day.year}年{row.day.month}月" if row.day else "日期未定"


def _statistics(document: Document, measured: Statistics, speed: int) -> Iterator[str]:
    yield '<h2 id="statistics">文稿统计</h2>'
    yield facts(fact_lines(measured, speed))
    longest = measured.sentences.longest
    if longest is not None:
        place = place_names(document)[longest.paragraph]
        words = escaped(document.text(longest))
        yield f'<p>最长的一句（{place}，{measured.sentences.longest_characters} 字）：<span class="quote">{words}</span></p>'
    if len(measured.parts) > 1:
        yield "<h3>各部分长短</h3>"
        yield table("", ("部分", "字数", "占全文", "朗读", ""), _part_cells(measured, speed))
    if measured.phrases:
        yield "<h3>反复出现的词句</h3>"
        columns = ("词句", "次数", "第一次在")
        cells = (
            (Cell(text), Cell(count, "number"), Cell(place)) for text, count, place in phrase_rows(document, measured)
        )
        yield table("固定提法、成语和单位名称不算。", columns, cells)


def _part_cells(measured: Statistics, speed: int) -> Iterator[tuple[Cell, ...]]:
    widest = max(part.characters for part in measured.parts) or 1
    for part, (title, characters, share, minutes) in zip(measured.parts, part_rows(measured, speed), strict=True):
        width = round(100 * part.characters / widest)
        bar = f'<span class="bar"><i style="width:{width}%"></i></span>'
        yield (
            Cell(title),
            Cell(characters, "number"),
            Cell(share, "number"),
            Cell(minutes, "place"),
            Cell(bar, html=True),
        )
