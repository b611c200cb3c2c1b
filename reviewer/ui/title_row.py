"""The row above the outline that bears the title."""

from bisect import bisect_right

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
)

from reviewer.ui.badges import Badge, paint_badges
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.theme import GAP, current


class TitleRow(QAbstractButton):
    """The document's title with the counts of the whole document; a click goes to the top."""

    def __init__(self) -> None:
        super().__init__()
        self._badges: tuple[Badge, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, badges: tuple[Badge, ...]) -> None:
        """Show `title`, on two lines where it is long."""
        self._badges = badges
        self.setText(title)
        counted = [badge.words for badge in badges if badge.count]
        self.setToolTip("\n".join([title, *counted]))
        self.setAccessibleName(f"标题：{title}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of the title."""
        return QSize(80, 2 * self.fontMetrics().height() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """As high as the hint, however narrow."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another font."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The title at the left, the badges at the right."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_row_state(
            painter, rect, theme, selected=False, hovered=self.underMouse() or self.isDown(), focused=self.hasFocus()
        )
        rect.adjust(GAP, 0, -GAP, 0)
        rect.setRight(paint_badges(painter, rect.right(), rect.center().y(), self._badges, self.font(), theme))
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(theme.text))
        lines = _two_lines(self.text(), painter.fontMetrics(), int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """`text` broken into at most two lines of `width` pixels, the second cut short where it is too long."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    fit = bisect_right(range(1, len(text)), width, key=lambda n: metrics.horizontalAdvance(text[:n])) or 1
    return text[:fit], metrics.elidedText(text[fit:], Qt.TextElideMode.ElideRight, width)
