"""What the clerk can ask of the program itself: settings, help, whether all is well, whose work it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWhatsThis, QWidget

from reviewer.ui.actions import Actions
from reviewer.ui.preferences import Preferences
from reviewer.ui.records import Records
from reviewer.ui.references import References

if TYPE_CHECKING:
    from reviewer.ui.help_window import HelpWindow
    from reviewer.ui.settings_dialog import SettingsDialog


class ProgramDialogs:
    """Connects the commands; each dialog is built when it is first asked for. `settings` and `help` are None until then."""

    def __init__(
        self, actions: Actions, references: References, preferences: Preferences, records: Records, window: QWidget
    ) -> None:
        self._references = references
        self._preferences = preferences
        self._records = records
        self._window = window
        self.settings: SettingsDialog | None = None
        self.help: HelpWindow | None = None
        actions.connect(
            settings=self.show_settings,
            help=self.show_help,
            whats_this=QWhatsThis.enterWhatsThisMode,
            diagnostics=self.show_diagnostics,
            about=self.show_about,
        )

    def show_settings(self) -> None:
        """Let the clerk see and change what the program goes by."""
        if self.settings is None:
            from reviewer.ui.settings_dialog import SettingsDialog

            self.settings = SettingsDialog(self._references, self._preferences, self._records, self._window)
        self.settings.open()

    def show_help(self) -> None:
        """Bring the help window to the front."""
        if self.help is None:
            from reviewer.ui.help_window import HelpWindow

            self.help = HelpWindow(self._window)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def show_diagnostics(self) -> None:
        """Check the installation, and show what somebody who helps needs to know."""
        from reviewer.ui.diagnostics_dialog import DiagnosticsDialog

        DiagnosticsDialog(self._preferences.folder, self._window).open()

    def show_about(self) -> None:
        """Say which version this is and whose work is in it."""
        from reviewer.ui.about_dialog import AboutDialog

        AboutDialog(self._window).exec()
