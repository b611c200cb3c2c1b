"""The whole document as a strip beside the scroll bar: where findings, duties and deadlines stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.marks import LOOK_NAME, Mark, MarkLook, marks
from reviewer.ui.session import Change, DocumentSession, MarkKind
from reviewer.ui.theme import Theme

_WIDTH = 16
_CHARACTERS_A_LINE = 28
_NEAR = 4  # pixels around the pointer that a click or a tooltip takes in


@dataclass(frozen=True, slots=True)
class _Tick:
    y: float
    mark: Mark


class OverviewBar(QWidget):
    """Ticks by kind: findings at the left (wide), deadlines in the middle, duties at the right (thin).

    A click goes to the nearest mark, or where nothing is near to that part of the document.
    """

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._heights: list[int] = []
        self._ticks: list[_Tick] = []
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("全文标记一览")
        self.setAccessibleDescription("全文中问题、任务和时限的位置，点击跳转。键盘可用 F8。")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        session.changed.connect(self._on_changed)
        self._measure()

    def sizeHint(self) -> QSize:
        """A narrow strip."""
        return QSize(_WIDTH, 100)

    def ticks(self) -> Sequence[Mark]:
        """The marks that are shown, in reading order within each kind."""
        return [tick.mark for tick in self._ticks]

    def height_of(self, span: Span) -> float:
        """Where on the strip a place lies, in pixels from the top."""
        if not self._heights:
            return 0.0
        lines = self._heights[span.paragraph] + span.start // _CHARACTERS_A_LINE
        return lines / max(1, self._heights[-1]) * self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip, from a picture that is only made anew when something changed."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._draw(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the ticks anew."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._picture = None
            self.update()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what stands where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = self._near(event.pos().y())
            if near:
                QToolTip.showText(event.globalPos(), _words(self._session, near), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or not self._heights:
            return
        near = self._near(event.position().y())
        if not near:
            self._session.request_place(self._place_of(event.position().y()))
        elif near[0].kind is MarkKind.FINDINGS:
            self._session.select_finding(near[0].index)
        elif near[0].kind is MarkKind.DUTIES:
            self._session.select_duty(near[0].index)
        else:
            self._session.request_place(near[0].span)

    def _near(self, y: float) -> list[Mark]:
        close = sorted((abs(tick.y - y), -tick.mark.look.value, i) for i, tick in enumerate(self._ticks))
        return [self._ticks[i].mark for distance, _, i in close[:_NEAR] if distance <= _NEAR]

    def _place_of(self, y: float) -> Span:
        wanted = y / max(1, self.height()) * self._heights[-1]
        paragraph = max(i for i, height in enumerate(self._heights[:-1]) if height <= wanted or i == 0)
        return Span(paragraph, 0, 0)

    def _on_changed(self, change: Change) -> None:
        if change.document:
            self._measure()
        elif change.report or change.filters:
            self._place()

    def _measure(self) -> None:
        self._heights = []
        document = self._session.document
        if document is not None:
            lines = 0
            for text in document.texts:
                self._heights.append(lines)
                lines += 1 + max(0, len(text) + 1) // _CHARACTERS_A_LINE
            self._heights.append(lines)
        self._place()

    def _place(self) -> None:
        last = len(self._heights) - 2
        found = marks(self._session, 0, last) if last >= 0 else []
        self._ticks = [_Tick(self.height_of(mark.span), mark) for mark in found]
        self._picture = None
        self.update()

    def _draw(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        colours = theme.current()
        picture.fill(QColor(colours.window))
        painter = QPainter(picture)
        drawn: set[tuple[MarkLook, int]] = set()
        for tick in self._ticks:
            row = (tick.mark.look, round(tick.y / 2))
            if row not in drawn:
                drawn.add(row)
                painter.fillRect(*_tick(tick, colours))
        painter.end()
        return picture


def _tick(tick: _Tick, colours: Theme) -> tuple[QRectF, QColor]:
    look, y = tick.mark.look, tick.y
    if look is MarkLook.DUTY:
        return QRectF(12, y - 1, 3, 2), QColor(colours.duty)
    if look is MarkLook.DEADLINE:
        return QRectF(8, y - 1.5, 3, 3), QColor(colours.deadline)
    colour = {MarkLook.ERROR: colours.error, MarkLook.WARNING: colours.warning, MarkLook.ADVERT: colours.advert}
    width = {MarkLook.ERROR: 6, MarkLook.WARNING: 5, MarkLook.ADVERT: 6}
    return QRectF(1, y - 1, width.get(look, 3), 2), QColor(colour.get(look, colours.info))


def _words(session: DocumentSession, near: Sequence[Mark]) -> str:
    document = session.document
    if document is None:
        return ""
    lines = []
    for mark in near:
        words = document.text(mark.span)
        lines.append(f"{LOOK_NAME[mark.look]}：{words[:24]}{'…' if len(words) > 24 else ''}")
    return "\n".join(lines)
