"""The whole document as a strip beside the scroll bar: where findings, duties and deadlines stand."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.marks import END, LOOK_NAME, Mark, MarkLook, marks
from reviewer.ui.session import Change, DocumentSession, MarkKind
from reviewer.ui.theme import Theme

_WIDTH = 16
_CHARACTERS_A_LINE = 28
_NEAR = 4  # pixels around the pointer that a click or a tooltip takes in
_MOST = 4  # marks that a tooltip names
_SLICE = 400  # paragraphs whose marks are collected before the window gets its turn


class OverviewBar(QWidget):
    """Ticks by kind: findings at the left (wide), deadlines in the middle, duties at the right (thin).

    A click goes to the nearest mark, or where nothing is near to that part of the document.
    """

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[int] = []
        self._marks: list[Mark] = []
        self._at: list[int] = []
        self._by_look: dict[MarkLook, list[int]] = {look: [] for look in MarkLook}
        self._next = 0
        self._found: set[int] = set()
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("全文标记一览")
        self.setAccessibleDescription("全文中问题、任务和时限的位置，点击跳转。键盘可用 F8。")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        session.changed.connect(self._on_changed)
        self._later = QTimer(self)  # the text and the panes come first
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._collect_more)
        self._measure()

    def sizeHint(self) -> QSize:
        """A narrow strip."""
        return QSize(_WIDTH, 100)

    def ticks(self) -> Sequence[Mark]:
        """The marks that are shown."""
        return self._marks

    def set_found(self, spans: Sequence[Span]) -> None:
        """Show also where a search found something; () for nothing."""
        found = {self._line_of(span) for span in spans} if self._lines else set()
        if found != self._found:
            self._found = found
            self._picture = None
            self.update()

    def height_of(self, span: Span) -> float:
        """Where on the strip a place lies, in pixels from the top."""
        return self._line_of(span) * self._scale() if self._lines else 0.0

    def _line_of(self, span: Span) -> int:
        return self._lines[span.paragraph] + span.start // _CHARACTERS_A_LINE

    def _scale(self) -> float:
        """Pixels a line of the document."""
        return self.height() / max(1, self._lines[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip, from a picture that is only made anew when something changed."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._draw(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ticks anew."""
        super().resizeEvent(event)
        self._picture = None

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
        if event.button() != Qt.MouseButton.LeftButton or not self._lines:
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
        scale = self._scale() if self._lines else 0.0
        distances = [abs(line * scale - y) for line in self._at]
        near = [i for i, distance in enumerate(distances) if distance <= _NEAR]
        near.sort(key=lambda i: (distances[i], -self._marks[i].look.value))
        return [self._marks[i] for i in near[:_MOST]]

    def _place_of(self, y: float) -> Span:
        line = y / max(1, self.height()) * self._lines[-1]
        return Span(min(max(0, bisect_right(self._lines, line) - 1), len(self._lines) - 2), 0, 0)

    def _on_changed(self, change: Change) -> None:
        if change.document:
            self._measure()
        elif change.report or change.filters:
            self._collect()

    def _measure(self) -> None:
        self._lines = []
        self._found = set()
        document = self._session.document
        if document is not None:
            lines = 0
            for text in document.texts:
                self._lines.append(lines)
                lines += 1 + max(0, len(text) + 1) // _CHARACTERS_A_LINE
            self._lines.append(lines)
        self._collect()

    def _collect(self) -> None:
        self._marks = []
        self._at = []
        self._by_look = {look: [] for look in MarkLook}
        self._next = 0
        self._later.start()

    def _collect_more(self) -> None:
        last = min(self._next + _SLICE, len(self._lines) - 1) - 1
        found = marks(self._session, (self._next, 0), (last, END))
        self._marks += found
        for mark in found:
            line = self._line_of(mark.span)
            self._at.append(line)
            self._by_look[mark.look].append(line)
        self._next = last + 1
        if self._next < len(self._lines) - 1:
            self._later.start()
            return
        self._picture = None
        self.update()

    def _draw(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        colours = theme.current()
        picture.fill(QColor(colours.window))
        painter = QPainter(picture)
        half = self._scale() / 2 if self._lines else 0.0
        for row in {round(line * half) for line in self._found}:
            painter.fillRect(QRectF(0, 2 * row - 1, _WIDTH, 2), QColor(colours.accent))
        for look, lines in self._by_look.items():
            for row in {round(line * half) for line in lines}:  # marks that would fall on each other are drawn once
                painter.fillRect(*_tick(look, 2 * row, colours))
        painter.end()
        return picture


def _tick(look: MarkLook, y: float, colours: Theme) -> tuple[QRectF, QColor]:
    if look is MarkLook.DUTY:
        return QRectF(12, y - 1, 3, 2), QColor(colours.duty)
    if look is MarkLook.DEADLINE:
        return QRectF(8, y - 1.5, 3, 3), QColor(colours.deadline)
    if look in (MarkLook.ACCEPTED, MarkLook.STRUCK, MarkLook.REMARK):
        return QRectF(1, y - 1, 3, 2), QColor(colours.accent if look is MarkLook.REMARK else colours.border_strong)
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
