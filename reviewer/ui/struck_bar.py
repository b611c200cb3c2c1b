"""How many duties the clerk took off the list, with a way to have them back."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from reviewer.model.decision import StrikeDuty
from reviewer.ui import duty_decisions
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP

_MOST = 15
_LONGEST = 24


class StruckBar(QWidget):
    """Hidden while nothing is struck."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("删去的任务")
        self._session = session
        self.label = QLabel()
        self.label.setProperty("role", "muted")
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QToolButton()
        self.button.setText("找回")
        self.button.setAccessibleName("找回删去的任务")
        self.button.setToolTip("把删去的任务放回清单")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName("删去的任务")
        self.menu.aboutToShow.connect(self._list)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        session.changed.connect(self._on_changed)
        self._count()

    def _on_changed(self, change: Change) -> None:
        if change.report:
            self._count()

    def _count(self) -> None:
        struck = duty_decisions.strikes(self._session)
        self.label.setText(f"已删去 {len(struck)} 条，可撤销")
        self.setVisible(bool(struck))

    def _list(self) -> None:
        self.menu.clear()
        struck = duty_decisions.strikes(self._session)
        for decision in reversed(struck[-_MOST:]):
            self._offer(self._words(decision), (decision,))
        if len(struck) > 1:
            self.menu.addSeparator()
            self._offer(f"全部找回（{len(struck)} 条）", struck)

    def _offer(self, words: str, struck: tuple[StrikeDuty, ...]) -> None:
        again = partial(duty_decisions.find_again, self._session, struck)
        self.menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: again())

    def _words(self, decision: StrikeDuty) -> str:
        place, document = duty_decisions.place_of(self._session.index, decision), self._session.document
        words = document.text(place) if place is not None and document is not None else ""
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
