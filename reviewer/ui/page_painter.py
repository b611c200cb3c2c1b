"""What is painted around the words: frames of cells and notes below them, signs in the margin beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextBlock

from reviewer.model.document import Origin, Place
from reviewer.model.span import Span
from reviewer.ui import labels, theme
from reviewer.ui.folding import Folding
from reviewer.ui.marks import MarkLook
from reviewer.ui.session import DocumentSession
from reviewer.ui.speech_document import SpeechDocument
from reviewer.ui.speech_looks import Look
from reviewer.ui.typography import Typography

if TYPE_CHECKING:
    from reviewer.ui.speech_view import SpeechView

_SIGNED = (MarkLook.ERROR, MarkLook.ADVERT, MarkLook.WARNING, MarkLook.INFO)


def origin_name(origin: Origin, previous: Origin | None) -> str:
    """What stands in the margin beside a paragraph from outside the body; "" where the one above said it."""
    if origin.place is Place.TABLE:
        new_row = previous is None or (previous.table, previous.row) != (origin.table, origin.row)
        if not new_row or origin.row is None or origin.table is None:
            return ""
        return f"表{origin.table + 1}" if origin.row == 0 else f"第{origin.row + 1}行"
    if origin.place is Place.BODY:
        return ""
    if previous is not None and (previous.place, previous.note) == (origin.place, origin.note):
        return ""
    return f"{labels.PLACE[origin.place]}{origin.note or ''}"


def paint_grounds(
    painter: QPainter, view: SpeechView, session: DocumentSession, shown: SpeechDocument, dirty: QRect
) -> None:
    """Frames around table cells and a tint under notes, boxes, headers and footers, with their names."""
    document = session.document
    if document is None:
        return
    colours = theme.current()
    small = QFont()
    small.setPixelSize(11)
    painter.setFont(small)
    for _, paragraph, place in view.blocks_in(dirty):
        look = shown.look(paragraph)
        if look not in (Look.CELL, Look.GRID, Look.ASIDE) or paragraph >= len(document.paragraphs):
            continue
        if look is not Look.GRID:
            painter.setPen(QColor(colours.border) if look is Look.CELL else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.panel_alternate))
            painter.drawRect(place.adjusted(-4, 0, 4, 4))  # words stand low in lines of a fixed height
        before = document.paragraphs[paragraph - 1].origin if paragraph else None
        name = origin_name(document.paragraphs[paragraph].origin, before)
        if name and (look is not Look.GRID or document.paragraphs[paragraph].origin.row == 0):
            painter.setPen(QColor(colours.muted))
            edge = min(place.left(), shown.qt.rootFrame().frameFormat().leftMargin())
            beside = QRectF(4, place.top(), max(0.0, edge - 14), 18)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)


def paint_margin(
    painter: QPainter,
    view: SpeechView,
    shown: SpeechDocument,
    typography: Typography,
    current: Span | None,
    dirty: QRect,
) -> None:
    """A bar beside the lines of a duty, a sign beside the line of a finding, an arrow beside the current place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current()
    em = typography.em
    edge = typography.margin_left - em * 0.55
    _paint_edges(painter, view, colours)
    signed: set[float] = set()
    for mark in reversed(view.marks_in_sight()):
        top, bottom = _lines(view, shown, mark.span)
        if bottom + 2 * em < dirty.top() or top > dirty.bottom() + em:
            continue
        if mark.look is MarkLook.DUTY:
            painter.fillRect(QRectF(edge, top, 3, bottom - top + em * 1.35), QColor(colours.duty))
        elif mark.look in _SIGNED and top not in signed:
            signed.add(top)
            _paint_sign(painter, QPointF(edge - em * 0.6, top + em * 0.7), mark.look, colours)
    if current is not None and shown.position(current.paragraph, 0) is not None:
        top, _ = _lines(view, shown, current)
        _paint_arrow(painter, QPointF(edge - em * 1.5, top + em * 0.7), QColor(colours.accent))


def paint_folds(painter: QPainter, view: SpeechView, typography: Typography, folding: Folding, dirty: QRect) -> None:
    """Before each heading that can be closed a triangle, below a closed one how much it hides."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current()
    small = QFont()
    small.setPixelSize(max(11, round(typography.em * 0.6)))
    painter.setFont(small)
    for block, paragraph, place in view.blocks_in(dirty):
        if not folding.can_fold(paragraph):
            continue
        closed = folding.is_closed(paragraph)
        side = typography.em * 0.28
        middle = _fold_box(block, place, typography).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if closed else colours.muted))
        corners = ((-side * 0.6, -side), (side * 0.8, 0), (-side * 0.6, side))
        points = [QPointF(x, y) if closed else QPointF(y, x) for x, y in corners]
        painter.drawPolygon(QPolygonF([middle + point for point in points]))
        if closed:
            last = block.layout().lineAt(block.layout().lineCount() - 1)
            words = f"收起 {folding.hidden_under(paragraph)} 段"
            left = place.left() + last.x() + last.naturalTextWidth() + typography.em * 0.6
            room = QRectF(left, place.top() + last.y() + typography.em * 0.35, typography.em * 6, typography.em * 1.2)
            painter.setPen(QColor(colours.accent))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def fold_at(view: SpeechView, typography: Typography, folding: Folding, point: QPoint) -> int | None:
    """The heading whose triangle lies under a point of the viewport."""
    for block, paragraph, place in view.blocks_in(QRect(point.x(), point.y(), 1, 1)):
        if folding.can_fold(paragraph) and _fold_box(block, place, typography).contains(QPointF(point)):
            return paragraph
    return None


def _fold_box(block: QTextBlock, place: QRectF, typography: Typography) -> QRectF:
    """Where the triangle of a heading lies: in the room that its first line is indented by."""
    em = typography.em
    line = block.layout().lineAt(0)
    blank = len(block.text()) - len(block.text().lstrip())
    left = place.left() + line.x() + blank * em - 1.25 * em
    return QRectF(left, place.top() + line.y() + em * 0.2, 1.2 * em, 1.5 * em)


def paint_part_times(
    painter: QPainter, view: SpeechView, typography: Typography, times: Mapping[int, str], dirty: QRect
) -> None:
    """In the margin beside headings, how long their parts take; `times` is by paragraph."""
    if not times:
        return
    small = QFont()
    small.setPixelSize(max(12, round(typography.em * 0.45)))
    painter.setFont(small)
    painter.setPen(QColor(theme.current().muted))
    for _, paragraph, place in view.blocks_in(dirty):
        if paragraph in times:
            beside = QRectF(4, place.top(), typography.margin_left - 8, typography.em * 2)
            words = f"约\n{times[paragraph]}"
            painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, words)


def _paint_edges(painter: QPainter, view: SpeechView, colours: theme.Theme) -> None:
    painter.setPen(QPen(QColor(colours.border), 1))
    width, height = view.viewport().width(), view.viewport().height()
    if view.viewport().x() > 0:
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, height))
        painter.drawLine(QPointF(width - 0.5, 0), QPointF(width - 0.5, height))


def _lines(view: SpeechView, shown: SpeechDocument, span: Span) -> tuple[float, float]:
    """Where the first and the last line that `span` touches begin, in pixels of the viewport."""
    start, end = shown.position(span.paragraph, span.start) or 0, shown.position(span.paragraph, span.end) or 0
    block = shown.qt.findBlock(start)
    above = shown.qt.documentLayout().blockBoundingRect(block).top() - view.verticalScrollBar().value()
    layout = block.layout()
    first = layout.lineForTextPosition(start - block.position())
    last = layout.lineForTextPosition(max(start, end - 1) - block.position())
    return above + (first.y() if first.isValid() else 0.0), above + (last.y() if last.isValid() else 0.0)


def _paint_sign(painter: QPainter, middle: QPointF, look: MarkLook, colours: theme.Theme) -> None:
    """Error: a disc; warning: a triangle; info: a ring; advert: a square struck through."""
    painter.setPen(Qt.PenStyle.NoPen)
    x, y = middle.x(), middle.y()
    if look is MarkLook.ERROR:
        painter.setBrush(QColor(colours.error))
        painter.drawEllipse(middle, 4.5, 4.5)
    elif look is MarkLook.WARNING:
        painter.setBrush(QColor(colours.warning))
        painter.drawPolygon(QPolygonF([QPointF(x, y - 5), QPointF(x + 5, y + 4), QPointF(x - 5, y + 4)]))
    elif look is MarkLook.ADVERT:
        painter.setPen(QPen(QColor(colours.advert), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(x - 4, y - 4, 8, 8))
        painter.drawLine(QPointF(x - 4, y + 4), QPointF(x + 4, y - 4))
    else:
        painter.setPen(QPen(QColor(colours.info), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 3.5, 3.5)


def _paint_arrow(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    x, y = middle.x(), middle.y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x - 4, y - 6), QPointF(x + 5, y), QPointF(x - 4, y + 6)]))
