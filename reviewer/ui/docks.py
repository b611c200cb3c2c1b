"""The panes around the page: outline at the left, findings and duties at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSizePolicy, QTabWidget, QWidget

from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP
from reviewer.ui.translation import tr

PANES = ("outline", "findings", "duties")
_TITLES = {"outline": "大纲", "findings": "问题", "duties": "任务"}
_WHAT = {
    "outline": "文稿的标题和层次。点一条，正文就翻到那里；数字是这一部分还没处理的问题和任务。",
    "findings": "查出来的问题。点一条看说明，回车采纳，Delete 忽略；F8 到下一处。",
    "duties": "文稿布置的任务：谁牵头、何时完成。点一条，正文就翻到那里；双击可以改，导出后是责任清单。",
}
_CENTRE = 730  # logical pixels that the page at 100 % takes with its scroll bar, overview strip and edges
_LOWEST_FOR_TWO = 1200  # logical pixels of the window, below which the right panes share one place


def _outline(session: DocumentSession) -> QWidget:
    from reviewer.ui.outline_pane import OutlinePane

    return OutlinePane(session)


def _findings(session: DocumentSession) -> QWidget:
    from reviewer.ui.findings_pane import FindingsPane

    return FindingsPane(session)


def _duties(session: DocumentSession) -> QWidget:
    from reviewer.ui.duties_pane import DutiesPane

    return DutiesPane(session)


_MAKERS: dict[str, Callable[[DocumentSession], QWidget]] = {
    "outline": _outline,
    "findings": _findings,
    "duties": _duties,
}


class Docks(QObject):
    """Builds the panes one at a time, shows them while a document is open, and arranges them by height.

    `state` and `restore` speak of widths and of which panes the clerk wants: `236,348,outline+findings+duties`.
    """

    wanted_changed = Signal()

    def __init__(self, window: QMainWindow, session: DocumentSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._docks: dict[str, QDockWidget] = {}
        self._wanted = set(PANES)
        self._widths: tuple[int, int] | None = None
        self._shown = False
        self._aside = False
        self._tabbed: bool | None = None
        window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setCorner(Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        session.changed.connect(self._on_changed)
        session.finding_selected.connect(partial(self._raise_for, "findings"))
        session.duty_selected.connect(partial(self._raise_for, "duties"))

    def steps(self) -> list[Callable[[], None]]:
        """What is still to be built, each short enough to be done between two frames."""
        return [partial(self._build, name) for name in PANES if name not in self._docks]

    def dock(self, name: str) -> QDockWidget | None:
        """The dock of a pane, None while it is not built."""
        return self._docks.get(name)

    def wants(self, name: str) -> bool:
        """Whether the clerk wants to see the pane."""
        return name in self._wanted

    def want(self, name: str, wanted: bool) -> None:
        """Show or hide a pane from now on."""
        if wanted != (name in self._wanted):
            self._wanted ^= {name}
            self._show_wanted()
            self.wanted_changed.emit()

    def show(self, shown: bool) -> None:
        """Show the wanted panes, or none while nothing is open."""
        if shown and not self._shown:
            for step in self.steps():
                step()
        elif self._shown and not shown:
            self._remember_widths()
        if shown != self._shown:
            self._shown = shown
            self._show_wanted()

    def set_aside(self, aside: bool) -> None:
        """Hide all panes for a while, whatever the clerk wants to see otherwise."""
        if aside != self._aside:
            if self._shown and aside:
                self._remember_widths()
            self._aside = aside
            self._show_wanted()

    def arrange(self, height: int) -> None:
        """Put findings above duties where the window is high enough, else into one place with tabs."""
        tabbed = height < _LOWEST_FOR_TWO
        findings, duties = self._docks.get("findings"), self._docks.get("duties")
        if findings is None or duties is None or tabbed == self._tabbed:
            return
        self._tabbed = tabbed
        if tabbed:
            self._window.tabifyDockWidget(findings, duties)
        else:
            self._window.removeDockWidget(duties)  # as long as they share a place, Qt would only add a tab
            self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, duties)
            self._window.splitDockWidget(findings, duties, Qt.Orientation.Vertical)
        self._show_wanted()

    def state(self) -> str:
        """What `restore` takes."""
        if self._shown:
            self._remember_widths()
        left, right = self._widths or default_widths(self._window.width())
        return f"{left},{right},{'+'.join(name for name in PANES if name in self._wanted)}"

    def restore(self, state: str) -> None:
        """Take widths and wanted panes from `state`; anything else than `state` gave is passed over."""
        parts = state.split(",")
        if len(parts) == 3 and parts[0].isdecimal() and parts[1].isdecimal():
            self._widths = (max(120, int(parts[0])), max(120, int(parts[1])))
            self._wanted = set(PANES) & set(parts[2].split("+"))
            self._show_wanted()

    def _build(self, name: str) -> None:
        if name in self._docks:
            return
        dock = QDockWidget(tr(_TITLES[name]), self._window)
        dock.setObjectName(f"dock_{name}")
        dock.setAccessibleName(tr(_TITLES[name]))
        dock.setWhatsThis(_WHAT[name])
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(_PaneTitle(tr(_TITLES[name])))
        dock.setWidget(_MAKERS[name](self._session))
        left = name == "outline"
        area = Qt.DockWidgetArea.LeftDockWidgetArea if left else Qt.DockWidgetArea.RightDockWidgetArea
        dock.hide()
        self._window.addDockWidget(area, dock)
        dock.hide()
        self._docks[name] = dock
        self._say_counts()
        self.arrange(self._window.height())

    def _show_wanted(self) -> None:
        for name, dock in self._docks.items():
            dock.setVisible(self._shown and not self._aside and name in self._wanted)
        if self._shown and not self._aside and self._docks:
            outline, findings = self._docks.get("outline"), self._docks.get("findings")
            if outline is not None and findings is not None:
                widths = self._widths or default_widths(self._window.width())
                self._window.resizeDocks([outline, findings], list(widths), Qt.Orientation.Horizontal)
                if not self._tabbed:
                    self._window.resizeDocks([findings, self._docks["duties"]], [55, 45], Qt.Orientation.Vertical)
                if self._tabbed:
                    findings.raise_()
        self._show_titles()

    def _remember_widths(self) -> None:
        left, right = self._widths or default_widths(self._window.width())
        outline = self._docks.get("outline")
        if outline is not None and outline.isVisible():
            left = outline.width()
        for name in ("findings", "duties"):
            dock = self._docks.get(name)
            if dock is not None and dock.isVisible():
                right = dock.width()
        self._widths = (left, right)

    def _on_changed(self, change: Change) -> None:
        if change.report or change.filters:
            self._say_counts()

    def _say_counts(self) -> None:
        counts = {"findings": len(self._session.pending_findings()), "duties": len(self._session.visible_duties())}
        for name, count in counts.items():
            dock = self._docks.get(name)
            if dock is not None:
                dock.setWindowTitle(
                    f"{tr(_TITLES[name])} {count}" if self._session.report is not None else tr(_TITLES[name])
                )
        self._show_titles()

    def _show_titles(self) -> None:
        together = self._tabbed is True and {"findings", "duties"} <= self._wanted
        for name, dock in self._docks.items():
            title = dock.titleBarWidget()
            if isinstance(title, _PaneTitle):
                title.say("" if together and name != "outline" else dock.windowTitle())

    def _raise_for(self, name: str, index: int) -> None:
        dock = self._docks.get(name)
        if index >= 0 and self._tabbed and dock is not None and dock.isVisible():
            dock.raise_()


def default_widths(window: int) -> tuple[int, int]:
    """Widths of the left and the right panes that leave the page its room in a window so wide."""
    right = min(440, max(320, window * 25 // 100))
    return min(340, max(220, window - right - _CENTRE)), right


class _PaneTitle(QLabel):
    """A pane's name above it; without words it takes no room, as where a tab says the name."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("role", "title")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(GAP + 2, GAP, GAP, 0)

    def say(self, words: str) -> None:
        """Show these words."""
        self.setText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words' size, or no height."""
        return super().sizeHint() if self.text() else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        """As the size."""
        return self.sizeHint()
