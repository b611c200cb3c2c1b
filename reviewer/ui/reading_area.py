"""The centre of the window: legend, page, overview strip and find bar."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.ui.find_bar import FindBar
from reviewer.ui.legend import Legend
from reviewer.ui.overview_bar import OverviewBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession
from reviewer.ui.speech_view import SpeechView

_STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class ReadingArea(QWidget):
    """Puts the reading surface and what belongs to it in their places."""

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.legend = Legend(session)
        self.view = SpeechView(session, preferences.settings.number("zoom"))
        self.overview = OverviewBar(session)
        self.find_bar = FindBar(session)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addLayout(middle, 1)
        column.addWidget(self.find_bar)
        self.find_bar.found.connect(self.view.set_found)
        self.find_bar.closed.connect(self.view.setFocus)
        self.view.zoom_stepped.connect(self.zoom)
        preferences.changed.connect(self._on_preference)
        self._show_legend()

    def zoom(self, steps: int) -> None:
        """Show the text larger by so many steps, smaller where they are negative, at 100 % for 0."""
        now = self._preferences.settings.number("zoom")
        larger = [step for step in _STEPS if step > now]
        smaller = [step for step in _STEPS if step < now]
        chosen = 100 if not steps else next(iter(larger), now) if steps > 0 else next(reversed(smaller), now)
        self._preferences.set("zoom", chosen)

    def _on_preference(self, name: str) -> None:
        if name == "zoom":
            self.view.set_zoom(self._preferences.settings.number("zoom"))
        elif name == "show_legend":
            self._show_legend()

    def _show_legend(self) -> None:
        self.legend.setVisible(self._preferences.settings.flag("show_legend"))
