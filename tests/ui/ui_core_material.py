"""An invented speech and a review of it that needs none of the rooms below the window."""

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from reviewer.errors import MissingFileError
from reviewer.model.document import Document, plain_document
from reviewer.model.duty import DocumentKind, Duty, Modality, Tier
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus, TimeType, YearSource
from reviewer.outline import build_outline
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background

R = TypeVar("R")

SPEECH = """在全区河道整治推进会上的讲话
（2024年3月8日）
同志们：
今天开会，先说𠮷祥😀的话，再讲**个问题。
一、认清形势
一是任务重。各街道要在6月30日前完成排查。
二是时间紧。更多范文请访问某某网
二、抓好落实
水务科要于9月底前报送清单，，务必要实。
要提高认识，统一思想。大家 一起努力。
"""

_FINDINGS = (
    (r"\*+", Category.PLACEHOLDER, Severity.ERROR, "这里还没有填上内容。", ("三",)),
    (r"更多范文请访问某某网", Category.ADVERT, Severity.ERROR, "这是网站的广告。", ("",)),
    (r"，，", Category.PUNCTUATION, Severity.WARNING, "逗号重复。", ("，",)),
    (r"(?<=家) (?=一)", Category.SPACING, Severity.INFO, "汉字之间有空格。", ("",)),
)


def read(path: str) -> Document:
    """The file's lines; raises MissingFileError as the true reader does."""
    try:
        text = Path(path).read_text("utf-8")
    except OSError as error:
        raise MissingFileError("找不到这个文件。", "它可能已被移动或删除。") from error
    return plain_document(text.removesuffix("\n"), path)


def outline(document: Document) -> Outline:
    """Headings that begin with 一、, and 一是 points."""
    entries: list[OutlineEntry] = []
    for index, text in enumerate(document.texts):
        if match := re.match(r"([一二三])、(.+)", text):
            span = Span(index, 0, len(text))
            entries.append(OutlineEntry(1, f"{match[1]}、", 1, match[2], span, LabelStyle.HAN))
        elif match := re.match(r"([一二三])是([^。]+)", text):
            span = Span(index, *match.span())
            entries.append(OutlineEntry(3, f"{match[1]}是", 1, match[2], span, LabelStyle.POINT_IS))
    title = document.texts[0]
    return Outline(tuple(entries), title, (Span(0, 0, len(title)),))


def review(document: Document, options: ReviewOptions) -> Report:
    """Findings, duties and deadlines by a few patterns."""
    findings: list[Finding] = []
    times: list[TimeExpression] = []
    duties: list[Duty] = []
    year = options.year or 2024
    source = YearSource.CALLER if options.year else YearSource.DATE_LINE
    for index, text in enumerate(document.texts):
        for pattern, category, severity, message, suggestions in _FINDINGS:
            for match in re.finditer(pattern, text):
                span = Span(index, *match.span())
                findings.append(Finding("made-up", category, severity, span, match[0], message, suggestions))
        for match in re.finditer(r"[^。]*?要(?:在|于|提高)[^。]*", text):
            due = re.search(r"(\d+)月(?:30日前|底前)", match[0])
            at: tuple[int, ...] = ()
            if due is not None:
                at = (len(times),)
                start = match.start() + due.start()
                span = Span(index, start, start + len(due[0]))
                status, role = TimeStatus.RESOLVED, TimeRole.DEADLINE
                times.append(TimeExpression(span, due[0], TimeType.DATE, role, status, date(year, int(due[1]), 30)))
            tier = Tier.FIRM if due else Tier.GENERAL
            span = Span(index, *match.span())
            duties.append(Duty(span, match[0], match[0][:12], Modality.OBLIGATION, "要", tier, ("街道",), times=at))
    findings.sort(key=lambda finding: finding.span)
    return Report(
        document,
        DocumentKind.SPEECH,
        Dating(year, source),
        outline(document),
        (),
        tuple(times),
        tuple(duties),
        tuple(findings),
    )


def review_with_outline(document: Document, options: ReviewOptions) -> Report:
    """The made-up review with the true outline."""
    return replace(review(document, options), outline=build_outline(document))


def speeches(folder: Path, more: str = "") -> list[str]:
    """The speech as three files of as many districts, each with `more` behind it."""
    made = []
    for name in ("甲", "乙", "丙"):
        path = folder / f"{name}.txt"
        path.write_text(SPEECH.replace("全区", f"{name}区") + more, "utf-8")
        made.append(str(path))
    return made


class Gate:
    """Holds a function back until it is opened."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def open(self) -> None:
        self._open.set()

    def before(self, function: Callable[..., R]) -> Callable[..., R]:
        def wait(*arguments: object) -> R:
            assert self._open.wait(20)
            return function(*arguments)

        return wait


def come_to_rest(session: DocumentSession) -> None:
    """Let all that runs in the background end, and all that follows from it."""
    outcomes: list[object] = []
    for background in session.findChildren(Background):
        background.finished.connect(outcomes.append)
    told = -1
    while told != len(outcomes):
        told = len(outcomes)
        assert session.wait()
        QCoreApplication.processEvents()
    for background in session.findChildren(Background):
        background.finished.disconnect(outcomes.append)


def made_up_session() -> DocumentSession:
    """A session on the made-up reader and reviewer."""
    return DocumentSession(read, review, outline)
