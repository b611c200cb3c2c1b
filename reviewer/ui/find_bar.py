"""Find words in the open document (Ctrl+F)."""

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reviewer.model.span import Span
from reviewer.ui import icons
from reviewer.ui.find_list import FindList
from reviewer.ui.searching import Finder, PatternError, Query, finder
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP

_DELAY = 120  # milliseconds after the last key before the whole text is searched
_SLICE = 150_000  # characters searched before the window gets its turn


class FindBar(QWidget):
    """A line below the text: words, how often they occur, on and back; above it, on request, every match in a list.

    Esc closes it.
    """

    found = Signal(object)
    closed = Signal()

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spans: list[Span] = []
        self._find: Finder | None = None
        self._next = 0
        self.setAccessibleName("查找")
        self.field = QLineEdit()
        self.field.setPlaceholderText("在正文中查找")
        self.field.setAccessibleName("要查找的文字")
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(320)
        self.case = self._switch("Aa", "区分大小写")
        self.width_switch = self._switch("全半", "区分全角和半角")
        self.regex = self._switch(".*", "按正则式查找")
        self.listing = self._switch("全部列出", "列出全部查到的地方")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.list = FindList(session)
        self.list.hide()
        self._delay = self._timer(_DELAY, self._search)
        self._more = self._timer(0, self._search_on)
        self.field.textChanged.connect(lambda: self._delay.start())
        for switch in (self.case, self.width_switch, self.regex):
            switch.toggled.connect(self._search)
        self.regex.toggled.connect(self.width_switch.setDisabled)
        self.listing.toggled.connect(self._show_list)
        self.list.left.connect(self._take_focus)
        self._lay_out()
        session.changed.connect(self._on_changed)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with what was looked for last selected."""
        self.show()
        self._take_focus()
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and take its marks off the text."""
        self._delay.stop()
        self._more.stop()
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
        """Enter goes on, Shift+Enter back, Down goes to the list, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Down and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        row.addWidget(self.field, 1)
        for switch in (self.case, self.width_switch, self.regex):
            row.addWidget(switch)
        row.addWidget(self._button("previous", "上一处（Shift+F3）", self.previous))
        row.addWidget(self._button("next", "下一处（F3）", self.next))
        row.addWidget(self.listing)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._button("close", "关闭查找（Esc）", self.close_bar))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addLayout(row)

    def _take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _timer(self, milliseconds: int, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(deed)
        return timer

    def _switch(self, words: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("role", "switch")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _button(self, icon: str, words: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(deed)
        return button

    def _on_changed(self, change: Change) -> None:
        if change.document and self.isVisible():
            self._search()

    def _show_list(self, shown: bool) -> None:
        self.list.setVisible(shown)
        if shown:
            self.list.show_matches(self._spans)

    def _search(self) -> None:
        self._delay.stop()
        self._more.stop()
        self._spans, self._next, self._find = [], 0, None
        words = self.field.text()
        if not words or self._session.document is None:
            self._say("")
        else:
            query = Query(words, self.regex.isChecked(), self.case.isChecked(), self.width_switch.isChecked())
            try:
                self._find = finder(query)
            except PatternError as error:
                self._say(str(error), failed=True)
        if self._find is None:
            self._tell_found()
        else:
            self._search_on()

    def _search_on(self) -> None:
        """Search the next slice; the rest follows in turns of its own."""
        document, find, room = self._session.document, self._find, _SLICE
        if document is None or find is None:
            return
        while self._next < len(document.texts) and room > 0:
            text = document.texts[self._next]
            self._spans += [Span(self._next, *place) for place in find(text)]
            room -= len(text) + 1
            self._next += 1
        if self._next < len(document.texts):
            self._say(f"已找到 {len(self._spans)} 处…")
            self._more.start()
        else:
            self._say(f"共 {len(self._spans)} 处" if self._spans else "没有找到")
            self._tell_found()

    def _tell_found(self) -> None:
        self.found.emit(tuple(self._spans))
        if self.listing.isChecked():
            self.list.show_matches(self._spans)

    def _say(self, words: str, failed: bool = False) -> None:
        self.count.setText(words)
        self.count.setToolTip(words if failed else "")
        self.count.setWordWrap(failed)

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
        self._say(f"第 {index + 1} 处，共 {len(self._spans)} 处")
        self.list.show_current(index)
        self._session.request_place(self._spans[index])
