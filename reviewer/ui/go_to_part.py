"""Go to a part by a few of its words, or to a paragraph by its number (Ctrl+G)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP

_SIZE = (460, 340)
_MOST = 300  # rows; who sees so many types one more word
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def goals(document: Document, outline: Outline, words: str) -> list[tuple[str, Span]]:
    """What `words` can mean: the paragraph of that number, and the headings that hold all of them, in reading order."""
    wanted = words.split()
    found: list[tuple[str, Span]] = []
    if len(wanted) == 1 and wanted[0].isdecimal() and 1 <= int(wanted[0]) <= len(document.texts):
        number = int(wanted[0])
        start = document.texts[number - 1].strip()
        found.append((f"第 {number} 段　{start[:30]}", Span(number - 1, 0, 0)))
    for entry in outline.entries:
        if all(word in entry.heading for word in wanted):
            found.append(("　" * (entry.level - 1) * (not wanted) + entry.heading, entry.span))
            if len(found) == _MOST:
                break
    return found


class GoToPart(QFrame):
    """A small list over the page: what is typed narrows it, Enter goes, Esc leaves everything as it was."""

    closed = Signal()

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._spans: Sequence[Span] = ()
        self.setAccessibleName("转到")
        self.setProperty("role", "popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("标题里的字，或者第几段")
        self.field.setAccessibleName("转到哪里")
        self.list = QListWidget()
        self.list.setAccessibleName("可以转到的地方")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.none = QLabel("没有这样的标题。")
        self.none.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in (self.field, self.none, self.list):
            column.addWidget(part)
        self.field.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._go_to)
        for watched in (self.field, self.list):
            watched.installEventFilter(self)
        self.hide()

    def open_over(self, page: QWidget) -> None:
        """Show the list at the top of `page`, with the part that is being read chosen."""
        room = page.geometry()
        width, height = min(_SIZE[0], room.width() - 4 * GAP), min(_SIZE[1], room.height() - 4 * GAP)
        self.setGeometry(room.x() + (room.width() - width) // 2, room.y() + 2 * GAP, width, height)
        self.field.clear()
        self._narrow()
        self._choose_here()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while words are typed, and close when the clerk goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            inside = QApplication.focusWidget()
            if inside is not None and not self.isAncestorOf(inside):
                self.hide()
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self.list.currentItem())
        elif event.key() in _MOVES and watched is self.field:
            self.list.keyPressEvent(event)
        else:
            return False
        return True

    def _narrow(self) -> None:
        document, outline = self._session.document, self._session.outline
        found = goals(document, outline or Outline(), self.field.text()) if document is not None else []
        self._spans = [span for _, span in found]
        self.list.clear()
        self.list.addItems([words for words, _ in found])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.setText("没有这样的标题。" if self.field.text().strip() else "文中没有标题，可以填第几段。")

    def _choose_here(self) -> None:
        here = self._session.cursor
        before = [row for row, span in enumerate(self._spans) if (span.paragraph, span.start) <= here]
        if before:
            self.list.setCurrentRow(before[-1])

    def _go_to(self, item: QListWidgetItem | None) -> None:
        row = self.list.row(item) if item is not None else -1
        if 0 <= row < len(self._spans):
            self._close()
            self._session.request_place(self._spans[row])

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
