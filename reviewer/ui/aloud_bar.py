"""Below the page in the reading view (朗读视图): how long each part takes, and what is left."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.reading_time import Place, ReadingTimes, spoken
from reviewer.store.settings import SETTINGS
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP

_SPEED = "reading_speed"
_STEP = 10
_LONGEST = 18  # characters of a part's title


class AloudBar(QWidget):
    """What is left from the top of the window on, at the speed that can be set here. `left` asks for the usual view."""

    left = Signal()

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._place: Place = (0, 0)
        self.times = ReadingTimes((), Outline())
        self.setAccessibleName("朗读视图")
        self.progress = QProgressBar()
        self.progress.setAccessibleName("读到全文的多少")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.part = QLabel()
        self.part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole = QLabel()
        self.whole.setProperty("role", "title")
        self.parts = QToolButton()
        self.parts.setText("各部分用时")
        self.parts.setAccessibleName("各部分用时")
        self.parts.setToolTip("每一部分要念多久，点一下就翻到那里")
        self.parts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.parts.setProperty("role", "field")
        self.parts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.parts)
        self.menu.aboutToShow.connect(self.list_parts)
        self.parts.setMenu(self.menu)
        setting = next(setting for setting in SETTINGS if setting.name == _SPEED)
        self.speed = QSpinBox()
        self.speed.lineEdit().setTextMargins(GAP // 2, 0, 0, 0)
        self.speed.setRange(setting.least, setting.most)
        self.speed.setSingleStep(_STEP)
        self.speed.setSuffix(" 字/分钟")
        self.speed.setAccessibleName("朗读速度")
        self.speed.lineEdit().setAccessibleName("朗读速度")
        self.speed.setToolTip("朗读速度")
        self.speed.setValue(preferences.settings.number(_SPEED))
        self.close_button = QToolButton()
        self.close_button.setText("退出")
        self.close_button.setAccessibleName("退出朗读视图")
        self.close_button.setToolTip("退出朗读视图（Esc）")
        self.close_button.setProperty("role", "switch")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.close_button.clicked.connect(self.left)
        self.speed.valueChanged.connect(lambda value: preferences.set(_SPEED, value))
        preferences.changed.connect(self._on_preference)
        session.changed.connect(self._on_changed)
        self.hide()

    def show_place(self, paragraph: int, offset: int) -> None:
        """Count from this place on."""
        self._place = (paragraph, offset)
        if not self.isHidden():
            self._say()

    def open_bar(self) -> None:
        """Show the bar."""
        self.show()
        self._measure()

    def part_words(self) -> dict[int, str]:
        """How long each part takes, by the paragraph of its heading."""
        speed = self._preferences.settings.number(_SPEED)
        return {part.paragraph: spoken(part.characters, speed) for part in self.times.parts}

    def list_parts(self) -> None:
        """Fill the menu with the parts and their times."""
        speed = self._preferences.settings.number(_SPEED)
        here = self.times.part_at(self._place)
        self.menu.clear()
        for part in self.times.parts:
            title = part.title if len(part.title) <= _LONGEST else f"{part.title[:_LONGEST]}…"
            action = self.menu.addAction(f"{title.replace('&', '&&')}\t{spoken(part.characters, speed)}")
            action.setCheckable(True)
            action.setChecked(part == here)
            action.triggered.connect(partial(self._go_to, part.paragraph))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP)
        row.setSpacing(GAP)
        for part in (self.whole, self.part, self.parts, self.speed, self.close_button):
            row.addWidget(part, 1 if part is self.part else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.progress)
        column.addLayout(row)

    def _go_to(self, paragraph: int, _checked: bool = False) -> None:
        self._session.request_place(Span(paragraph, 0, 0))

    def _on_changed(self, change: Change) -> None:
        if (change.document or change.report) and not self.isHidden():
            self._measure()

    def _on_preference(self, name: str) -> None:
        if name == _SPEED:
            self.speed.setValue(self._preferences.settings.number(_SPEED))
            if not self.isHidden():
                self._say()

    def _measure(self) -> None:
        document = self._session.document
        self.times = ReadingTimes(document.texts if document is not None else (), self._session.outline or Outline())
        self._say()

    def _say(self) -> None:
        times, speed = self.times, self._preferences.settings.number(_SPEED)
        read, part = times.read(*self._place), times.part_at(self._place)
        self.progress.setRange(0, max(1, times.total))
        self.progress.setValue(read)
        self.whole.setText(f"全文约 {spoken(times.total, speed)}，还剩 {spoken(times.total - read, speed)}")
        title = part.title if len(part.title) <= _LONGEST else f"{part.title[:_LONGEST]}…"
        self.part.setText(f"{title}：还剩 {spoken(part.end - max(read, part.begin), speed)}")
        self.part.setToolTip(f"{part.title}：共约 {spoken(part.characters, speed)}")
