"""The reviewed text on paper: marks with numbers, the notes that they lead to, the duties; built between two frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from reviewer.exports.checklist_rows import checklist_rows, listed_duties
from reviewer.exports.review_notes import Note, review_notes
from reviewer.model.corrected import Corrected
from reviewer.model.finding import Category, Severity
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.span import Span
from reviewer.model.time import TimeRole
from reviewer.model.verdict import State
from reviewer.ui import theme
from reviewer.ui.mark_formats import mark_format
from reviewer.ui.marks import SEVERITY_LOOK, MarkLook
from reviewer.ui.printed_tail import SMALL, PrintedTail
from reviewer.ui.speech_document import SpeechDocument
from reviewer.ui.speech_looks import ParagraphLook
from reviewer.ui.typography import PageSetup, Typography

PAPER = (210.0, 297.0)
"""Width and height of a sheet in millimetres."""
_LINE = 32  # characters; 14 pt on the text's width of GB/T 9704—2012
_TEXT_WIDTH, _LEFT, _TOP = 156.0, 28.0, 27.0  # millimetres
_ZOOM = 300  # a character is then 60 units wide, so that nothing is rounded visibly
_BREATH = 0.012  # seconds of work between two frames
_STRIDE = 2000  # characters that are laid out at once
_BOUND = (TimeRole.DEADLINE, TimeRole.RECURRENCE)


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What goes on paper: `hints` that are open, `general` duties, units of `office` in full."""

    hints: bool = False
    general: bool = False
    office: Office = NO_OFFICE


class PrintedReview(QObject):
    """Sheets of A4 that `start` begins to lay out; `ready` says that all are there, in the colours of the light theme."""

    ready = Signal()

    def __init__(
        self,
        corrected: Corrected,
        looks: Sequence[ParagraphLook],
        title: str,
        options: PrintOptions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        self._corrected = corrected
        self._looks = looks
        self._options = options
        self._theme = theme.load("light")
        self._typography = Typography(PageSetup(_ZOOM, _LINE))
        self._unit = self._typography.text_width / _TEXT_WIDTH  # a millimetre
        self.size = QSizeF(PAPER[0] * self._unit, PAPER[1] * self._unit)
        self._speech = SpeechDocument(self)
        self._speech.filled.connect(self._after_text)
        self._tail = PrintedTail(self._speech.qt, self._typography.em, self._theme)
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._pages = 0

    @property
    def pages(self) -> int:
        """How many sheets there are, 0 until they are ready."""
        return self._pages

    @property
    def qt(self) -> QTextDocument:
        """What is on the sheets, as Qt's document."""
        return self._speech.qt

    def start(self) -> None:
        """Begin; the window gets its turn in between."""
        typography, unit = self._typography, self._unit
        typography.margin_left = round(_LEFT * unit)
        typography.margin_right = round((PAPER[0] - _TEXT_WIDTH - _LEFT) * unit)
        typography.margin_top = round(_TOP * unit)
        texts = self._corrected.report.document.texts
        if texts:
            self._speech.fill(texts, self._looks, typography)
        else:
            self._after_text()

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw one sheet, counted from 0, onto all that `painter` has, with title and number in the margins."""
        room, size = painter.viewport(), self.size
        scale = min(room.width() / size.width(), room.height() / size.height())
        painter.save()
        painter.scale(scale, scale)
        painter.setPen(QColor(Qt.GlobalColor.white))  # else Qt takes black for no change, and the preview its own pen
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.save()
        painter.translate(0, -page * size.height())
        sheet = QRectF(0, page * size.height(), size.width(), size.height())
        painter.setClipRect(sheet)
        self._speech.qt.documentLayout().draw(painter, _on_paper(sheet))
        painter.restore()
        self._paint_margins(painter, page)
        painter.restore()

    def _paint_margins(self, painter: QPainter, page: int) -> None:
        unit, size = self._unit, self.size
        painter.setFont(self._tail.font(SMALL * 0.9))
        painter.setPen(QColor(self._theme.muted))
        across, width = _LEFT * unit, _TEXT_WIDTH * unit
        head = QRectF(across, 13 * unit, width, 6 * unit)
        words = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideMiddle, round(width * 0.8))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "审阅稿")
        painter.setPen(QPen(QColor(self._theme.border_strong), 0.2 * unit))
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        painter.setPen(QColor(self._theme.muted))
        foot = QRectF(across, size.height() - 18 * unit, width, 6 * unit)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"第 {page + 1} 页　共 {self._pages} 页")

    def _after_text(self) -> None:
        self._steps = self._all_steps()
        self._timer.start()

    def _work(self) -> None:
        end = perf_counter() + _BREATH
        while perf_counter() < end:
            try:
                next(self._steps)
            except StopIteration:
                self._timer.stop()
                self.ready.emit()
                return

    def _all_steps(self) -> Iterator[None]:
        notes = review_notes(self._corrected, hints=self._options.hints, ignored=False)
        yield
        yield from self._mark(notes)
        report, options = self._corrected.report, self._options
        yield from self._tail.add_notes(notes, report.document.texts)
        yield from self._tail.add_duties(checklist_rows(report, options.general, options.office))
        yield from self._lay_out()

    def _mark(self, notes: Sequence[Note]) -> Iterator[None]:
        """Mark duties, deadlines and notes, then put the numbers in, from the end so that places stay where they are."""
        report = self._corrected.report
        duties = listed_duties(report, self._options.general)
        looks = [(duty.span, MarkLook.DUTY) for duty in duties]
        looks += [(time.span, MarkLook.DEADLINE) for time in report.times if time.role in _BOUND]
        looks += [(note.span, self._look(note)) for note in notes]
        cursor = QTextCursor(self._speech.qt)
        for span, look in looks:
            if self._select(cursor, span):
                cursor.mergeCharFormat(mark_format(look, self._theme))
            yield
        form = self._tail.characters(SMALL, colour=self._theme.accent, bold=True)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        for note in sorted(notes, key=lambda one: (one.span.paragraph, one.span.end, one.number), reverse=True):
            if self._select(cursor, note.span):
                cursor.setPosition(cursor.selectionEnd())
                cursor.insertText(f"[{note.number}]", form)
            yield

    def _select(self, cursor: QTextCursor, span: Span) -> bool:
        start = self._speech.position(span.paragraph, span.start)
        end = self._speech.position(span.paragraph, span.end)
        if start is None or end is None:
            return False
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return True

    def _look(self, note: Note) -> MarkLook:
        if note.finding is None:
            return MarkLook.STRUCK if note.state is State.STRUCK else MarkLook.REMARK
        if note.state is State.ACCEPTED:
            return MarkLook.ACCEPTED
        if self._corrected.report.findings[note.finding].category is Category.ADVERT:
            return MarkLook.ADVERT
        return SEVERITY_LOOK[note.severity or Severity.INFO]

    def _lay_out(self) -> Iterator[None]:
        """Lay the sheets out bit by bit; a part that is laid out stays so."""
        qt = self._speech.qt
        layout = qt.documentLayout()
        qt.setPageSize(self.size)
        done = 0
        block = qt.begin()
        while block.isValid():
            if block.position() - done >= _STRIDE:
                layout.blockBoundingRect(block)
                done = block.position()
                yield
            block = block.next()
        self._pages = qt.pageCount()


def _on_paper(sheet: QRectF) -> QAbstractTextDocumentLayout.PaintContext:
    """What is in `sheet`, in black, whatever colour text has in the window."""
    context = QAbstractTextDocumentLayout.PaintContext()
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
    context.palette = colours
    context.clip = sheet
    return context
