"""The centre of the window: legend, page, overview strip and find bar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.model.span import Span
from reviewer.ui.aloud_bar import AloudBar
from reviewer.ui.find_bar import FindBar
from reviewer.ui.finding_keys import FindingKeys
from reviewer.ui.go_to_part import GoToPart
from reviewer.ui.legend import Legend
from reviewer.ui.marks import Place
from reviewer.ui.overview_bar import OverviewBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.speech_view import SpeechView
from reviewer.ui.trail import Trail
from reviewer.ui.typography import STANDARD_LINE, PageSetup

LINES = {"narrow": 22, "standard": STANDARD_LINE, "wide": 36, "window": 0}
"""Characters a line by the setting `line`; 0 is as many as fit."""
_STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class ReadingArea(QWidget):
    """Puts the reading surface and what belongs to it in their places.

    `escaped` says that Esc was pressed on a page that is set as usual.
    """

    aloud_changed = Signal(bool)
    escaped = Signal()

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self.legend = Legend(session)
        self._aloud = False
        self._bare = False
        self.view = SpeechView(session, self._setup())
        self.keys = FindingKeys(session, self.view)
        self.overview = OverviewBar(session)
        self.find_bar = FindBar(session)
        self.aloud_bar = AloudBar(session, preferences)
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
        column.addWidget(self.aloud_bar)
        self.go_to = GoToPart(session, self)
        self._trail = Trail()
        self.go_to.closed.connect(self.view.setFocus)
        session.cursor_moved.connect(self._on_cursor)
        session.changed.connect(self._on_changed)
        self.find_bar.found.connect(self.view.set_found)
        self.find_bar.found.connect(self.overview.set_found)
        self.find_bar.closed.connect(self.view.setFocus)
        self.view.zoom_stepped.connect(self.zoom)
        self.view.top_moved.connect(self.aloud_bar.show_place)
        self.view.escaped.connect(self._escape)
        self.aloud_bar.left.connect(self._escape)
        preferences.changed.connect(self._on_preference)
        self._show_around()

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
        if change.document or change.report:
            self._show_part_times()

    def _on_preference(self, name: str) -> None:
        if name in ("zoom", "line", "page_font"):
            self.view.set_setup(self._setup())
        elif name == "reading_speed":
            self._show_part_times()
        elif name == "show_legend":
            self._show_around()

    def set_aloud(self, aloud: bool) -> None:
        """Show the text to be read aloud: large, without marks, with the time that each part takes; or as usual."""
        if aloud == self._aloud:
            return
        self._aloud = aloud
        self.aloud_changed.emit(aloud)
        self._show_around()
        if aloud:
            self.aloud_bar.open_bar()
        else:
            self.aloud_bar.hide()
        self.view.set_setup(self._setup())
        self._show_part_times()
        self.view.setFocus()

    def set_bare(self, bare: bool) -> None:
        """Show the page alone, or with legend and overview beside it."""
        self._bare = bare
        self._show_around()

    def _escape(self) -> None:
        if self._aloud:
            self.set_aloud(False)
        else:
            self.escaped.emit()

    def _setup(self) -> PageSetup:
        settings = self._preferences.settings
        line = LINES[settings.words("line")]
        return PageSetup(settings.number("zoom"), line, self._aloud, settings.words("page_font"))

    def _show_part_times(self) -> None:
        self.view.set_part_times(self.aloud_bar.part_words() if self._aloud else {})

    def _show_around(self) -> None:
        plain = self._aloud or self._bare
        self.legend.setVisible(self._preferences.settings.flag("show_legend") and not plain)
        self.overview.setVisible(not plain)
