"""Parts that the panes share: what stands where there is nothing to list, the search line, text in a row."""

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QWidget,
)

from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.theme import GAP, Theme, current


class SearchLine(QLineEdit):
    """A one-line filter that Esc empties and Down leaves for the list below it."""

    def __init__(self, name: str, hint: str, target: QWidget) -> None:
        super().__init__()
        self._target = target
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        for action in self.findChildren(QAction):
            action.setText("清空")

    def lead_to(self, target: QWidget) -> None:
        """Have Down go to another list."""
        self._target = target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties, Down goes to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class ListOrWords(QStackedWidget):
    """A list, or one calm sentence in its place while there is nothing in it.

    The list comes up in a turn of its own, since to lay out thousands of rows is work for a whole frame.
    """

    def __init__(self, view: QWidget, name: str) -> None:
        super().__init__()
        self._words = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_list)
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self._label.setProperty("role", "muted")
        self._label.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        self._label.setAccessibleName(f"{name}的状态")
        self.addWidget(view)
        self.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_words(self, words: str) -> None:
        """Show `words` in place of the list, or the list where they are empty."""
        self._words = words
        if words:
            self._label.setText(words)
            self.setCurrentIndex(1)
        elif self.currentIndex():
            self._later.start()

    def _show_list(self) -> None:
        if not self._words:
            self.setCurrentIndex(0)

    @property
    def words(self) -> str:
        """What stands in place of the list, "" while the list is shown."""
        return self._words


def keep_chosen_in_sight(view: QAbstractItemView) -> None:
    """Scroll as far as the chosen row needs, once the view got smaller."""
    chosen = view.selectionModel().selectedIndexes()
    if chosen:
        view.scrollTo(chosen[0])


def waiting_words(session: DocumentSession, nothing_open: str) -> str:
    """Why there is no report to list, "" where there is one."""
    if session.report is not None:
        return ""
    if session.phase is Phase.FAILED:
        return session.error.sentence if session.error else "审阅没有完成。"
    return nothing_open if session.phase is Phase.EMPTY else "正在审阅…"


def strong(font: QFont) -> QFont:
    """The same font, a little heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


def paint_row_state(
    painter: QPainter, rect: QRectF, theme: Theme, *, selected: bool, hovered: bool, focused: bool
) -> None:
    """The background of a row: selected with a bar at its left, hovered, and a ring while it has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or hovered:
        painter.setBrush(QColor(theme.accent_soft if selected else theme.hover))
        painter.drawRoundedRect(rect, 4, 4)
    if selected:
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 3, 3, rect.height() - 6), 1.5, 1.5)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


class Detail(QTextBrowser):
    """Where the chosen row is told in full, hidden while none is; links are left to the pane.

    `tell` gives the HTML in the colours of the theme in force, "" for nothing.
    """

    def __init__(self, name: str, tell: Callable[[], str]) -> None:
        self._tell = tell
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setMinimumHeight(4 * self.fontMetrics().height())
        self.document().setDocumentMargin(GAP)
        self.hide()

    def refresh(self) -> None:
        """Tell what is to be told now."""
        html = self._tell()
        self.setHtml(html)
        self.setVisible(bool(html))

    def changeEvent(self, event: QEvent) -> None:
        """Tell it again in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.document().isEmpty():
            self.setHtml(self._tell())

    def sizeHint(self) -> QSize:
        """Some lines, and the rest for the list above."""
        return QSize(240, 7 * self.fontMetrics().height())


def list_above_detail(above: QWidget, detail: QWidget) -> QSplitter:
    """The two with a handle between them; the list takes what the detail leaves."""
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(above)
    splitter.addWidget(detail)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    return splitter


def muted(words: str) -> str:
    """Plain `words` as HTML in the colour of what matters less."""
    return f"<span style='color:{current().muted}'>{escape(words)}</span>"


def detail_html(parts: Iterable[str]) -> str:
    """HTML parts, a paragraph each."""
    return "".join(f"<p style='margin:0 0 6px 0'>{part}</p>" for part in parts)
