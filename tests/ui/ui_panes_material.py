"""A small made-up report, and a session that shows it, for the tests of the panes."""

from datetime import date

from reviewer.model.document import Document, plain_document
from reviewer.model.duty import ActorSource, DocumentKind, Duty, Modality, Tier
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus, TimeType, YearSource
from reviewer.ui.session import DocumentSession

PLACE = "/somewhere/讲话.txt"
LINES = (
    "在工作会议上的讲话",
    "同志们：",
    "一、加强学习",
    "（一）办好讲堂。人事科要在6月底前制定计划。每季度办一期讲堂。",
    "（三）抓好整改。要在**日前完成，限期销号。各科室要高度重视,认真整改。。",
    "二、严明纪律",
    "由督查室牵头，办公室、财务科配合，会后10个工作日内报送材料。严禁 酒后上岗。",
    "让我们团结起来。𠮷😀",
)


def place(paragraph: int, words: str) -> Span:
    """Where `words` first stand in a line of `LINES`."""
    start = LINES[paragraph].index(words)
    return Span(paragraph, start, start + len(words))


def _entry(level: int, number: str, title: str, paragraph: int, style: LabelStyle, parent: int | None) -> OutlineEntry:
    return OutlineEntry(level, number, 1, title, place(paragraph, number + title), style, parent)


OUTLINE = Outline(
    (
        _entry(1, "一、", "加强学习", 2, LabelStyle.HAN, None),
        _entry(2, "（一）", "办好讲堂", 3, LabelStyle.HAN_BRACKET, 0),
        _entry(2, "（三）", "抓好整改", 4, LabelStyle.HAN_BRACKET, 0),
        _entry(1, "二、", "严明纪律", 5, LabelStyle.HAN, None),
    ),
    LINES[0],
    (Span(0, 0, len(LINES[0])),),
)


def _finding(category: Category, severity: Severity, span: Span, message: str, *better: str, **more: object) -> Finding:
    words = LINES[span.paragraph][span.start : span.end]
    return Finding("no-such-rule", category, severity, span, words, message, better, **more)  # type: ignore[arg-type]


FINDINGS = (
    _finding(
        Category.NUMBERING,
        Severity.ERROR,
        place(4, "（三）"),
        "（一）后面缺（二）。",
        "（二）",
        related=(place(3, "（一）"),),
    ),
    _finding(Category.PLACEHOLDER, Severity.ERROR, place(4, "**"), "星号还没有换掉。"),
    _finding(Category.PUNCTUATION, Severity.WARNING, place(4, ","), "半角逗号。", "，"),
    _finding(Category.PUNCTUATION, Severity.ERROR, place(4, "。。"), "句号重复。", "。"),
    _finding(Category.SPACING, Severity.WARNING, place(6, " "), "多余的空格。", ""),
    _finding(Category.FORMULATION, Severity.INFO, place(7, "团结起来"), "可以更具体。"),
)


def _time(paragraph: int, words: str, role: TimeRole, status: TimeStatus, **more: object) -> TimeExpression:
    return TimeExpression(place(paragraph, words), words, TimeType.DATE, role, status, **more)  # type: ignore[arg-type]


TIMES = (
    _time(3, "6月底前", TimeRole.DEADLINE, TimeStatus.RESOLVED, due=date(2024, 6, 30), why="按6月最后一天算"),
    _time(3, "每季度", TimeRole.RECURRENCE, TimeStatus.RESOLVED, recurrence="FREQ=MONTHLY;INTERVAL=3"),
    _time(4, "**日前", TimeRole.DEADLINE, TimeStatus.MASKED),
    _time(4, "限期", TimeRole.DEADLINE, TimeStatus.VAGUE),
    _time(6, "会后10个工作日内", TimeRole.DEADLINE, TimeStatus.RESOLVED, due=date(2024, 4, 2), estimated=True),
)


def _duty(paragraph: int, words: str, action: str, **more: object) -> Duty:
    known: dict[str, object] = {"modality": Modality.OBLIGATION, "trigger": "要", "tier": Tier.FIRM, **more}
    return Duty(place(paragraph, words), words, action, **known)  # type: ignore[arg-type]


DUTIES = (
    _duty(
        *(3, "人事科要在6月底前制定计划", "制定计划"),
        lead=("人事科",),
        actor_source=ActorSource.EXPLICIT,
        times=(0,),
        section=("一、加强学习",),
        why="句中有“要”。",
    ),
    _duty(3, "每季度办一期讲堂", "办一期讲堂", lead=("人事科",), actor_source=ActorSource.INHERITED, times=(1,)),
    _duty(4, "要在**日前完成，限期销号", "完成销号", times=(2, 3)),
    _duty(
        4,
        "各科室要高度重视,认真整改",
        "认真整改",
        tier=Tier.GENERAL,
        lead=("各科室",),
        actor_source=ActorSource.EXPLICIT,
    ),
    _duty(
        *(6, "由督查室牵头，办公室、财务科配合，会后10个工作日内报送材料", "报送材料"),
        lead=("督查室",),
        support=("办公室", "财务科"),
        actor_source=ActorSource.EXPLICIT,
        times=(4,),
    ),
    _duty(6, "严禁 酒后上岗", "酒后上岗", modality=Modality.PROHIBITION),
)


def report(year: int | None = 2024, **changes: object) -> Report:
    """The made-up report, with some of its parts replaced."""
    parts: dict[str, object] = {
        "document": plain_document("\n".join(LINES), PLACE),
        "kind": DocumentKind.SPEECH,
        "dating": Dating(year, YearSource.TITLE if year else YearSource.NONE),
        "outline": OUTLINE,
        "parts": (),
        "times": TIMES,
        "duties": DUTIES,
        "findings": FINDINGS,
        **changes,
    }
    return Report(**parts)  # type: ignore[arg-type]


def session_with(shown: Report) -> DocumentSession:
    """A session whose review of any file is `shown`, with the year that was asked for."""

    def review(document: Document, options: ReviewOptions) -> Report:
        if options.year is None:
            return shown
        return report(dating=Dating(options.year, YearSource.CALLER))

    return DocumentSession(reader=lambda path: shown.document, reviewer=review)


def now(session: DocumentSession, number: int) -> Duty:
    """A duty as it is by now."""
    assert session.report is not None
    return session.report.duties[number]
