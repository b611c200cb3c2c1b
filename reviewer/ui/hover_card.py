"""What a mark means, beside the pointer, with the suggestion one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reviewer.ui import finding_decisions as deeds
from reviewer.ui.finding_words import offer_words
from reviewer.ui.mark_card import mark_card
from reviewer.ui.marks import Mark, MarkLook
from reviewer.ui.session import DocumentSession, MarkKind
from reviewer.ui.theme import GAP

_LOOK = 150  # milliseconds between two looks at where the pointer is
_NEAR = 12  # pixels around card and words within which the pointer may wander
_MOST = 3  # suggestions
_WIDTH = 380


class HoverCard(QFrame):
    """Stays while the pointer is on it or on the words that it is about, and never takes the focus."""

    def __init__(self, session: DocumentSession, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._session = session
        self._about = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("role", "popup")
        self.setAccessibleName("标记说明")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP)
        column.setSpacing(GAP - 2)
        column.addWidget(self.words)
        column.addLayout(self._row)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(lambda: self.look(QCursor.pos()))
        session.changed.connect(self.hide)

    @property
    def buttons(self) -> list[QToolButton]:
        """What can be done with one click."""
        return [button for button in self.findChildren(QToolButton) if not button.isHidden()]

    def show_marks(self, here: Sequence[Mark], about: QRect) -> None:
        """Tell of the marks at one place, topmost first; `about` are their words on the screen."""
        told = mark_card(self._session, here)
        if not told:
            self.hide()
            return
        self._about = about
        self.words.setText(told)
        self.words.setFixedWidth(_width_of(told))
        self._offer(here[0])
        self.adjustSize()
        self.move(self._beside(about))
        self.show()
        self._timer.start()

    def look(self, pointer: QPoint) -> None:
        """Go away where the pointer, on the screen, is neither here nor at the words."""
        near = QRect(self._about).united(self.geometry()).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        if not near.contains(pointer):
            self.hide()

    def setVisible(self, visible: bool) -> None:
        """Look no further once it is gone."""
        super().setVisible(visible)
        if not visible:
            self._timer.stop()

    def _offer(self, mark: Mark) -> None:
        for old in self.findChildren(QToolButton):
            old.hide()
            self._row.removeWidget(old)
            old.deleteLater()
        while self._row.count():
            self._row.takeAt(0)
        report = self._session.report
        if report is None:
            return
        if mark.kind is MarkKind.FINDINGS:
            finding = report.findings[mark.index]
            for suggestion in finding.suggestions[:_MOST] if deeds.can_decide(finding) else ():
                self._add(offer_words(suggestion), partial(deeds.accept, self._session, mark.index, suggestion), True)
            if deeds.can_decide(finding):
                self._add("忽略此处", partial(deeds.ignore, self._session, mark.index))
        elif mark.look is MarkLook.ACCEPTED:
            self._add("恢复未处理", partial(deeds.reopen, self._session, mark.index))
        elif mark.look is MarkLook.STRUCK:
            self._add("保留整段", partial(deeds.keep_paragraph, self._session, mark.index))
        self._row.addStretch(1)

    def _add(self, words: str, deed: Callable[[], None], first: bool = False) -> None:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(words)
        button.setProperty("role", "primary" if first and not self._row.count() else "deed")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: deed())
        self._row.addWidget(button)

    def _beside(self, about: QRect) -> QPoint:
        """Below the words, above them where the screen ends."""
        screen = QGuiApplication.screenAt(about.center()) or self.screen()
        room, size = screen.availableGeometry(), self.size()
        left = max(room.left(), min(about.left(), room.right() - size.width()))
        below = about.bottom() + 4
        top = below if below + size.height() <= room.bottom() else about.top() - 4 - size.height()
        return QPoint(left, max(room.top(), top))


def _width_of(html: str) -> int:
    """As wide as the words want to be, as long as a glance takes them in."""
    document = QTextDocument()
    document.setHtml(html)
    return min(_WIDTH, round(document.idealWidth()) + GAP)
