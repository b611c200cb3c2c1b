"""The centre of the window: legend, page, overview strip and find bar."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.model.span import Span
from reviewer.ui.find_bar import FindBar
from reviewer.ui.go_to_part import GoToPart
from reviewer.ui.legend import Legend
from reviewer.ui.marks import Place
from reviewer.ui.overview_bar import OverviewBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.speech_view import SpeechView
from reviewer.ui.trail import Trail

_STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class ReadingArea(QWidget):
    """Puts the reading surface and what belongs to it in their places."""

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
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
        self.go_to = GoToPart(session, self)
        self._trail = Trail()
        self.go_to.closed.connect(self.view.setFocus)
        session.cursor_moved.connect(self._on_cursor)
        session.changed.connect(self._on_changed)
        self.find_bar.found.connect(self.view.set_found)
        self.find_bar.found.connect(self.overview.set_found)
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

    def open_go_to(self) -> None:
        """Offer the parts to go to."""
        self.go_to.open_over(self.view)

    def go_back(self) -> None:
        """Show the place before the last jump."""
        self._turn(self._trail.back(), "没有更早看过的地方。")

    def go_forward(self) -> None:
        """Show the place that the reader went back from."""
        self._turn(self._trail.forward(), "没有可以前进的地方。")

    def _turn(self, place: Place | None, nothing: str) -> None:
        if place is None:
            self._session.notice.emit(nothing)
        else:
            self._session.request_place(Span(*place, place[1]))

    def _on_cursor(self, paragraph: int, offset: int) -> None:
        self._trail.move((paragraph, offset))

    def _on_changed(self, change: Change) -> None:
        if change.document:
            self._trail = Trail()

    def _on_preference(self, name: str) -> None:
        if name == "zoom":
            self.view.set_zoom(self._preferences.settings.number("zoom"))
        elif name == "show_legend":
            self._show_legend()

    def _show_legend(self) -> None:
        self.legend.setVisible(self._preferences.settings.flag("show_legend"))
