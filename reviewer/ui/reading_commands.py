"""What menus and keys ask of the reading area."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMainWindow

from reviewer.ui.actions import LINES, Actions
from reviewer.ui.docks import Docks
from reviewer.ui.focus_mode import FocusMode
from reviewer.ui.preferences import Preferences
from reviewer.ui.reading_area import ReadingArea


def connect_reading(actions: Actions, reading: Callable[[], ReadingArea]) -> None:
    """Let the commands on the text act on the reading area that `reading` returns when they are chosen."""
    actions.connect(
        copy=lambda: reading().view.copy(),
        select_all=lambda: reading().view.selectAll(),
        find=lambda: reading().find_bar.open_bar(),
        find_next=lambda: reading().find_bar.next(),
        find_previous=lambda: reading().find_bar.previous(),
        go_to=lambda: reading().open_go_to(),
        go_back=lambda: reading().go_back(),
        go_forward=lambda: reading().go_forward(),
        fold_part=lambda: reading().view.fold_here(),
        fold_all=lambda: reading().view.folding.close_all(),
        unfold_all=lambda: reading().view.folding.open_all(),
        zoom_in=lambda: reading().zoom(1),
        zoom_out=lambda: reading().zoom(-1),
        zoom_reset=lambda: reading().zoom(0),
    )
    actions.connect_switches(aloud=lambda on: reading().set_aloud(on))


class ReadingSwitches:
    """The switches in the menu that follow the reading area: focus mode, reading view, width of the page."""

    def __init__(self, actions: Actions, preferences: Preferences, window: QMainWindow, docks: Docks) -> None:
        self._actions = actions
        self._preferences = preferences
        self._docks = docks
        self.focus = FocusMode(window, actions["focus"])
        actions.connect_switches(**{name: partial(self._choose_line, name.removeprefix("line_")) for name in LINES})
        preferences.changed.connect(self._show_line)
        self._show_line()

    def follow(self, reading: ReadingArea) -> None:
        """Keep the switches and this reading area in step."""
        self._actions.connect_switches(focus=partial(self._set_focus, reading))
        reading.aloud_changed.connect(self._on_aloud)
        reading.escaped.connect(partial(self._set_focus, reading, False))

    def _set_focus(self, reading: ReadingArea, on: bool) -> None:
        if on != self.focus.shown:
            self.focus.set_on(on)
            self._docks.set_aside(on or self._actions["aloud"].isChecked())
            reading.set_bare(on)
            reading.view.setFocus()

    def _on_aloud(self, aloud: bool) -> None:
        self._actions["aloud"].setChecked(aloud)
        self._docks.set_aside(aloud or self.focus.shown)

    def _choose_line(self, name: str, _on: bool) -> None:
        self._preferences.set("line", name)

    def _show_line(self, _name: str = "") -> None:
        self._actions[f"line_{self._preferences.settings.words('line')}"].setChecked(True)
