"""The heading of the part that is being read, at the top edge of the page once it has scrolled away."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reviewer.model.outline import OutlineEntry
from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.pane_parts import strong
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP

_BETWEEN = "  ›  "


class SectionBar(QAbstractButton):
    """Shows the headings around a place, outermost first; a click goes to the innermost."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: tuple[OutlineEntry, ...] = ()
        self._edge = 0
        self.setAccessibleName("现在读到的标题")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go)
        self.hide()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self.fontMetrics().height() + GAP + 2)

    def show_place(self, paragraph: int, offset: int) -> None:
        """Show the headings that stand above this place and govern it; nothing where there is none."""
        outline = self._session.outline
        chain = outline.chain(outline.index_at(paragraph, offset - 1)) if outline is not None else ()
        entries = tuple(outline.entries[i] for i in chain) if outline is not None else ()
        if entries != self._entries:
            self._entries = entries
            words = " › ".join(entry.heading for entry in entries)
            self.setToolTip(f"{words}\n点击回到这个标题")
            self.setAccessibleName(f"现在读到：{words}")
            self.update()
        self.setVisible(bool(entries))

    def place_over(self, page: QRectF, edge: int) -> None:
        """Lie along the top of `page`, with the words `edge` pixels from its left."""
        self._edge = edge
        self.setGeometry(round(page.x()), round(page.y()), round(page.width()), self.sizeHint().height())

    def _go(self) -> None:
        if self._entries:
            span = self._entries[-1].span
            self._session.request_place(Span(span.paragraph, span.start, span.end))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outer headings in grey, the innermost in black, a line below."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.hover if self.underMouse() else colours.page))
        painter.setPen(QColor(colours.border_strong))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        *outer, inner = [entry.heading for entry in self._entries] or [""]
        rect = QRectF(self.rect()).adjusted(self._edge, 0, -GAP, -1)
        heavy = QFontMetricsF(strong(self.font()))
        light = QFontMetricsF(self.font())
        inner = heavy.elidedText(inner, Qt.TextElideMode.ElideRight, rect.width() * (0.7 if outer else 1))
        before = "".join(f"{heading}{_BETWEEN}" for heading in outer)
        before = light.elidedText(before, Qt.TextElideMode.ElideMiddle, rect.width() - heavy.horizontalAdvance(inner))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.muted))
        painter.drawText(rect, middle, before)
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(colours.text))
        painter.drawText(rect.adjusted(light.horizontalAdvance(before), 0, 0, 0), middle, inner)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))
