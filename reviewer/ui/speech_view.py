"""The reading surface: the speech as a page, with its marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from reviewer.model.span import Span
from reviewer.ui import page_painter
from reviewer.ui.folding import Folding
from reviewer.ui.marking import Marking
from reviewer.ui.marks import Mark, MarkLook, Place, duty_of_time, marks_at
from reviewer.ui.proof_marks import paint_replacements
from reviewer.ui.section_bar import SectionBar
from reviewer.ui.session import Change, DocumentSession, MarkKind
from reviewer.ui.speech_page import SpeechPage
from reviewer.ui.typography import PageSetup

if TYPE_CHECKING:
    from reviewer.ui.hover_card import HoverCard

_BELOW = 60  # paragraphs that must lie below a place before it can be scrolled to the top of the window
_USUAL = PageSetup()
_HIGHEST = 0.3  # a place asked for comes to rest this far down the window


class SpeechView(SpeechPage):
    """Shows the session's document read-only; marks only what is in sight."""

    top_moved = Signal(int, int)

    def __init__(self, session: DocumentSession, setup: PageSetup = _USUAL, parent: QWidget | None = None) -> None:
        super().__init__(setup, parent)
        self._session = session
        self._part_times: Mapping[int, str] = {}
        self.section = SectionBar(session, self)
        self.folding = Folding(self._document)
        self._marking = Marking(session, self._document, self.folding)
        self._awaited: Span | None = None
        self._top: Place | None = None
        self._press = QPoint()
        self._card: HoverCard | None = None
        self.setAccessibleName("正文")
        self.setAccessibleDescription("文稿正文，标有问题、任务和时限。按 F8 到下一处问题。")
        self.refit.connect(self._set_anew)
        self.recoloured.connect(self._on_recoloured)
        session.changed.connect(self._on_changed)
        session.finding_selected.connect(self._on_finding_selected)
        session.duty_selected.connect(self._on_duty_selected)
        session.place_requested.connect(self.show_span)
        self._document.grown.connect(self._on_grown)
        self.folding.changed.connect(self._mark_again)
        self.folding.settled.connect(self._on_settled)
        self.verticalScrollBar().valueChanged.connect(self._mark_what_is_in_sight)
        self.cursorPositionChanged.connect(self._tell_cursor)
        self._show_document()

    @property
    def current(self) -> Span | None:
        """The place that is marked as looked at."""
        return self._marking.current

    def set_setup(self, setup: PageSetup) -> None:
        """Set the page anew, keeping the place; what is read aloud bears no marks."""
        self._marking.plain = setup.aloud
        self._set_anew(setup)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mark what has come into sight."""
        super().resizeEvent(event)
        self._mark_what_is_in_sight()

    def place_page(self) -> None:
        """Put the heading of the part that is being read along the top of the page."""
        super().place_page()
        self.section.place_over(QRectF(self.viewport().geometry()), self._typography.margin_left)

    def set_part_times(self, times: Mapping[int, str]) -> None:
        """Say beside the headings of these paragraphs how long their parts take; {} for nothing."""
        self._part_times = times
        self.viewport().update()

    def _set_anew(self, setup: PageSetup | None = None) -> None:
        """Fill the page once more and show the same place: the one looked at, if it is in sight, else the topmost."""
        begin, end = self.places_in(self.viewport().rect())
        current, cursor = self._marking.current, self._session.cursor
        place = (current.paragraph, current.start) if current is not None else cursor
        self._use(setup or self._setup)
        self._top = None if begin <= place <= end else begin
        self._show_document()
        if self._top is None:
            self.show_span(current or Span(*cursor, cursor[1]))
            self._marking.current = current
        else:
            self._return_to_top()

    def set_found(self, spans: Sequence[Span]) -> None:
        """Mark the matches of a search, in reading order; () for none."""
        self._marking.set_found(spans)
        self._mark_again()

    def show_span(self, span: Span) -> None:
        """Scroll to `span`, put the cursor there and mark it as current; waits for text that is still to come."""
        position = self._document.position(span.paragraph, span.start)
        self._marking.current = span
        if position is None or not self.folding.reveal(span.paragraph):
            self._awaited = span
            return
        self._awaited = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        place = self.cursorRect(cursor)
        height = self.viewport().height()
        if place.top() < 0.08 * height or place.bottom() > 0.85 * height:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + place.top() - _HIGHEST * height))
        self._mark_again()
        self.viewport().update()

    def fold_here(self) -> None:
        """Close the part that the cursor stands in, or open it."""
        heading = self.folding.heading_around(self._session.cursor[0])
        if heading is None:
            self._session.notice.emit("这里没有可以收起的标题。")
        else:
            self._fold(heading)

    def _fold(self, heading: int) -> None:
        self.folding.toggle(heading)
        if self.folding.is_closed(heading):
            self.setTextCursor(self._cursor_at((heading, 0)))
            self.ensureCursorVisible()

    @property
    def card(self) -> HoverCard:
        """What tells of the marks under the pointer, made when it is first asked for."""
        if self._card is None:
            from reviewer.ui.hover_card import HoverCard

            self._card = HoverCard(self._session, self)
        return self._card

    def rect_of(self, span: Span) -> QRect | None:
        """Where the words at `span` begin: as high as their line, in the viewport; None where they are not laid out."""
        position = self._document.position(span.paragraph, span.start)
        if position is None:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def selected_span(self) -> Span | None:
        """What is selected, an empty span at the cursor where nothing is; None where it is more than one paragraph."""
        cursor = self.textCursor()
        begin = self._document.place(cursor.selectionStart())
        end = self._document.place(cursor.selectionEnd())
        if not self._document.paragraphs or begin[0] != end[0]:
            return None
        return Span(begin[0], begin[1], end[1])

    def marks_in_sight(self) -> list[Mark]:
        """The marks in sight and just beyond."""
        return self._marking.marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, words and margin."""
        below = QPainter(self.viewport())
        page_painter.paint_grounds(below, self, self._session, self._document, event.rect())
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        page_painter.paint_margin(above, self, self._document, self._typography, self._marking.current, event.rect())
        page_painter.paint_folds(above, self, self._typography, self.folding, event.rect())
        paint_replacements(above, self, self._session, self._typography.em, event.rect())
        page_painter.paint_part_times(above, self, self._typography, self._part_times, event.rect())
        above.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._press = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select what a click meets."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and (point - self._press).manhattanLength() < 4:
            heading = page_painter.fold_at(self, self._typography, self.folding, point)
            if heading is not None:
                self._fold(heading)
            else:
                self._select_at(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words under the pointer, or at the cursor."""
        from reviewer.ui.speech_menu import speech_menu

        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = self.place_at(event.pos()) if by_mouse else self._session.cursor
        corner = event.pos() if by_mouse else self.cursorRect().bottomLeft()
        menu = speech_menu(self, self._session, place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(corner))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = event.position().toPoint()
            place = self.place_at(point)
            over = place is not None and bool(marks_at(self._session, *place))
            over = over or page_painter.fold_at(self, self._typography, self.folding, point) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark means where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            here = marks_at(self._session, *place) if place is not None else []
            about = self.rect_of(here[0].span) if here else None
            if about is not None:
                corner = self.viewport().mapToGlobal(QPoint(event.pos().x(), about.top()))
                self.card.show_marks(here, QRect(corner, QSize(1, about.height())))
            else:
                self.card.hide()
            return True
        return super().viewportEvent(event)

    def _on_changed(self, change: Change) -> None:
        if change.document:
            session = self._session
            self._marking.current = next(iter(self._chosen_spans()), None)
            self._marking.set_found(())
            self.folding.forget()
            self._top = session.current.top if (session.current.top, session.cursor) != ((0, 0), (0, 0)) else None
            self._show_document()
            self._return_to_top()
            self.viewport().setUpdatesEnabled(self._top is None)  # its beginning would only flash by
        elif change.report or change.filters:
            if change.report:
                self._take_headings()
            if change.report and self._marking.current not in self._chosen_spans():
                self._marking.current = None
            self._mark_again()

    def _on_recoloured(self) -> None:
        if self._document.has_tables:  # their lines are part of the text
            self._set_anew()
        self._mark_again()

    def _chosen_spans(self) -> list[Span]:
        """The spans of the finding and the duty that are selected."""
        session, report = self._session, self._session.report
        spans = []
        if report is not None and session.selected_finding >= 0:
            spans.append(report.findings[session.selected_finding].span)
        if report is not None and session.selected_duty >= 0:
            spans.append(report.duties[session.selected_duty].span)
        return spans

    def _show_document(self) -> None:
        document = self._session.document
        self._awaited = None
        self._marking.forget()
        self.blockSignals(True)
        self._document.clear()
        self.place_page()
        texts = document.texts if document is not None else ()
        self.folding.begin()
        self._take_headings()
        self._document.fill(texts, self._session.looks, self._typography)
        self.setTextCursor(QTextCursor(self.document()))  # what is filled in has pushed it to the end
        self.verticalScrollBar().setValue(0)
        self.blockSignals(False)
        self._mark_again()

    def _take_headings(self) -> None:
        document = self._session.document
        self.folding.set_outline(self._session.outline, document.texts if document is not None else ())

    def _on_settled(self) -> None:
        if self._awaited is not None and self._awaited.paragraph < self._document.paragraphs:
            self.show_span(self._awaited)

    def _on_grown(self) -> None:
        if self._awaited is not None and self._awaited.paragraph < self._document.paragraphs:
            self.show_span(self._awaited)
        self._return_to_top()
        if not self._marking.complete:
            self._mark_what_is_in_sight()

    def _return_to_top(self) -> None:
        """Go where the reader was in this document before, once the text is there."""
        if self._top is None or self.signalsBlocked():
            return
        if self.filling and self._document.paragraphs < self._top[0] + _BELOW:
            return
        top, self._top = self._top, None
        self.setTextCursor(self._cursor_at(self._session.cursor))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(self._cursor_at(top)).top() + 1)  # rounded, it may be the line above
        self.viewport().setUpdatesEnabled(True)

    def _cursor_at(self, place: Place) -> QTextCursor:
        """A cursor at a place, at the last paragraph where there are no longer so many."""
        paragraph, offset = min(place, (self._document.paragraphs - 1, 0))
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._document.position(paragraph, offset) or 0)
        return cursor

    def _mark_again(self) -> None:
        self._marking.forget()
        self._mark_what_is_in_sight()
        self.viewport().update()

    def _mark_what_is_in_sight(self) -> None:
        if not self._document.paragraphs:
            if self.extraSelections():
                self.setExtraSelections([])
            self.section.hide()
            return
        begin, end = self.places_in(self.viewport().rect())
        if self._top is None:
            self._session.scroll(*begin)
        self._tell_top()
        if not self._marking.covers(begin, end):
            self.setExtraSelections(self._marking.selections(begin, end))

    def _tell_top(self) -> None:
        """Say which place is the first that nothing hides."""
        hidden = self.section.sizeHint().height()
        first = self.places_in(QRect(0, hidden, self.viewport().width(), 1))[0]
        self.section.show_place(*(first if self.verticalScrollBar().value() > 0 else (0, 0)))
        self.top_moved.emit(*first)

    def _tell_cursor(self) -> None:
        if self._document.paragraphs:
            self._session.move_cursor(*self._document.place(self.textCursor().position()))

    def _select_at(self, point: QPoint) -> None:
        place = self.place_at(point)
        report = self._session.report
        if place is None or report is None:
            return
        for mark in reversed(marks_at(self._session, *place)):
            if mark.kind is MarkKind.FINDINGS:
                self._session.select_finding(mark.index)
            elif mark.kind is MarkKind.DUTIES:
                self._session.select_duty(mark.index)
            elif mark.look is MarkLook.ACCEPTED:
                self._session.select_finding(mark.index)
            elif mark.kind is MarkKind.DEADLINES:
                duty = duty_of_time(report, mark.index)
                if duty is not None:
                    self._session.select_duty(duty)

    def _on_finding_selected(self, index: int) -> None:
        report = self._session.report
        if report is not None and index >= 0:
            self.show_span(report.findings[index].span)

    def _on_duty_selected(self, index: int) -> None:
        report = self._session.report
        if report is not None and index >= 0:
            self.show_span(report.duties[index].span)
