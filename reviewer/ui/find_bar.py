"""Find words in the open document (Ctrl+F)."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reviewer.model.span import Span
from reviewer.ui import icons
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP

_DELAY = 120  # milliseconds after the last key before the whole text is searched


def find_all(texts: Sequence[str], words: str) -> list[Span]:
    """Where `words` stand, letters of either case alike, in reading order."""
    if not words:
        return []
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    return [Span(i, *match.span()) for i, text in enumerate(texts) for match in pattern.finditer(text)]


class FindBar(QWidget):
    """A line below the text: words, how often they occur, on and back. Esc closes it."""

    found = Signal(object)
    closed = Signal()

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spans: list[Span] = []
        self.setAccessibleName("查找")
        self.field = QLineEdit()
        self.field.setPlaceholderText("在正文中查找")
        self.field.setAccessibleName("要查找的文字")
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY)
        self._delay.timeout.connect(self._search)
        self.field.textChanged.connect(lambda: self._delay.start())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._button("previous", "上一处（Shift+F3）", self.previous))
        row.addWidget(self._button("next", "下一处（F3）", self.next))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._button("close", "关闭查找（Esc）", self.close_bar))
        session.changed.connect(self._on_changed)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with what was looked for last selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and take its marks off the text."""
        self._delay.stop()
        self._spans = []
        self.hide()
        self.found.emit(())
        self.closed.emit()

    def next(self) -> None:
        """Go to the first match behind the cursor, or to the first of all."""
        self._go(forward=True)

    def previous(self) -> None:
        """Go to the last match before the cursor, or to the last of all."""
        self._go(forward=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)

    def _button(self, icon: str, words: str, deed: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(deed)
        return button

    def _on_changed(self, change: Change) -> None:
        if change.document and self.isVisible():
            self._search()

    def _search(self) -> None:
        self._delay.stop()
        document = self._session.document
        words = self.field.text()
        self._spans = find_all(document.texts, words) if document is not None else []
        self.count.setText((f"共 {len(self._spans)} 处" if self._spans else "没有找到") if words else "")
        self.found.emit(tuple(self._spans))

    def _go(self, forward: bool) -> None:
        if self.isHidden():
            self.open_bar()
        elif self._delay.isActive() or not self._spans:
            self._search()
        if not self._spans:
            return
        places = [(span.paragraph, span.start) for span in self._spans]
        here = bisect_right(places, self._session.cursor)
        on_match = here > 0 and places[here - 1] == self._session.cursor
        index = here if forward else here - (2 if on_match else 1)
        index %= len(self._spans)
        self.count.setText(f"第 {index + 1} 处，共 {len(self._spans)} 处")
        self._session.request_place(self._spans[index])
