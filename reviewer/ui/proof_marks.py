"""What accepted corrections make of the words, written small above them as on a proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from reviewer.ui import theme
from reviewer.ui.finding_words import suggestion_words
from reviewer.ui.marks import Mark, MarkLook

if TYPE_CHECKING:
    from reviewer.ui.session import DocumentSession
    from reviewer.ui.speech_view import SpeechView

_SIZE = 0.6  # of the body's
_LONGEST = 12  # characters
_DELETED = "删"


def paint_replacements(painter: QPainter, view: SpeechView, session: DocumentSession, em: int, dirty: QRect) -> None:
    """Write each replacement above the beginning of the words that it replaces; `em` is the body's size in pixels."""
    corrected = session.corrected
    if corrected is None:
        return
    colours = theme.current()
    font = QFont(view.document().defaultFont())
    font.setPixelSize(max(8, round(em * _SIZE)))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    taken = QRectF()
    for mark in sorted(_accepted(view), key=lambda mark: mark.span):
        replacement = corrected.verdicts[mark.index].replacement
        place = view.rect_of(mark.span)
        if replacement is None or place is None or not place.adjusted(0, -em, 0, em).intersects(dirty):
            continue
        words = suggestion_words(replacement) or _DELETED
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        room = QRectF(place.left(), place.bottom() - em * 1.8, metrics.horizontalAdvance(shown), metrics.height())
        if room.intersects(taken):
            room.moveLeft(taken.right() + em * 0.2)
        taken = room
        painter.setPen(QColor(colours.success if replacement else colours.muted))
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), shown)


def _accepted(view: SpeechView) -> list[Mark]:
    return [mark for mark in view.marks_in_sight() if mark.look is MarkLook.ACCEPTED]
