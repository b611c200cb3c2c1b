"""One plain sentence above the text, what to do about it, and at most two buttons."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reviewer.ui import icons, theme
from reviewer.ui.theme import GAP

Deed = tuple[str, Callable[[], None]]


class Tone(Enum):
    """How serious a message is; the sign says it too, not only the colour."""

    DONE = "✓"
    NOTE = "i"
    FAILURE = "!"


class MessageBar(QFrame):
    """Hidden until there is something to say; a new message takes the old one's place. `spoke` says that one came."""

    spoke = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName("消息")
        self._tone = Tone.NOTE
        self._deeds: list[QPushButton] = []
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign.setFixedSize(20, 20)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setAccessibleName("关闭消息")
        self._close.setToolTip("关闭")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    @property
    def tone(self) -> Tone:
        """How serious it is."""
        return self._tone

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons that act on the message."""
        return tuple(self._deeds)

    def show_message(self, tone: Tone, sentence: str, *deeds: Deed) -> None:
        """Show `sentence` with a button for each deed; pressing one closes the bar first."""
        for button in self._deeds:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._deeds = []
        for words, deed in deeds:
            button = QPushButton(words)
            button.setAccessibleName(words)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, deed=deed: deed())
            self._row.insertWidget(self._row.count() - 1, button)
            self._deeds.append(button)
        self._tone = tone
        self._words.setText(sentence)
        self._sign.setText(tone.value)
        self._close.setIcon(icons.icon("close"))
        self._colour()
        self.show()
        self.spoke.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._close.setIcon(icons.icon("close"))
            self._colour()

    def _colour(self) -> None:
        colours = theme.current()
        strong, soft = {
            Tone.DONE: (colours.success, colours.duty_soft),
            Tone.NOTE: (colours.accent, colours.accent_soft),
            Tone.FAILURE: (colours.error, colours.error_soft),
        }[self._tone]
        sheet = (
            f"#message_bar {{ background: {soft}; border-left: 4px solid {strong}; }}"
            f"#message_bar > QLabel {{ background: transparent; color: {colours.text}; }}"
        )
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
        sign = f"color: {soft}; background: {strong}; border-radius: 10px; font-weight: bold;"
        if self._sign.styleSheet() != sign:
            self._sign.setStyleSheet(sign)
