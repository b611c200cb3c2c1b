"""Starts the program with a window."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer.ui import fonts, theme
from reviewer.ui.garbage import GarbageCollector
from reviewer.ui.main_window import PROGRAM, MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.warm_up import WarmUp

_WINDOWS_11 = 22_000  # the build number that Windows 11 began with
_SWITCH_INTERVAL = 0.0001  # seconds; Qt calls let go of the interpreter and wait so long at most to get it back


def run(files: list[str]) -> int:
    """Open the window on `files` and stay until it is closed; returns the exit status."""
    application = make_application()
    preferences = Preferences(data_folder())
    follower = ThemeFollower(application, preferences)
    follower.apply()
    window = MainWindow(preferences)
    WarmUp(window)
    sys.excepthook = Excepthook(window)
    window.open_files(files)
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """The application with names, style and fonts, collecting its own garbage; the one that runs if there is one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    style = [] if has_own_style() else ["-style", "Fusion"]
    application = QApplication([*sys.argv[:1], *style])
    application.setApplicationName("reviewer")
    application.setApplicationDisplayName(PROGRAM)
    application.setDesktopFileName("reviewer")
    application.setFont(fonts.interface_font(application.font()))
    sys.setswitchinterval(_SWITCH_INTERVAL)
    GarbageCollector(application)
    return application


def has_own_style() -> bool:
    """Whether the platform's style is worth keeping: Windows 11's is, older ones ignore the dark mode."""
    version = getattr(sys, "getwindowsversion", None)
    return version is not None and version().build >= _WINDOWS_11


def data_folder() -> Path:
    """Where settings and recent files are kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class ThemeFollower(QObject):
    """Keeps the colours as the clerk chose them, or as the system has them."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._asked = False
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system)
        preferences.changed.connect(self._on_preference)

    def apply(self) -> None:
        """Put the chosen theme in force, and ask the system to draw title bars to match."""
        choice = theme.ThemeChoice(self._preferences.settings.words("theme"))
        if choice is not theme.ThemeChoice.SYSTEM or self._asked:
            self._ask_system(choice)
        theme.apply(self._application, choice)

    def _ask_system(self, choice: theme.ThemeChoice) -> None:
        from PySide6.QtCore import Qt

        schemes = {theme.ThemeChoice.LIGHT: Qt.ColorScheme.Light, theme.ThemeChoice.DARK: Qt.ColorScheme.Dark}
        self._asked = True
        self._hints.setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))

    def _on_system(self) -> None:
        if self._preferences.settings.words("theme") == theme.ThemeChoice.SYSTEM:
            theme.apply(self._application, theme.ThemeChoice.SYSTEM)

    def _on_preference(self, name: str) -> None:
        if name == "theme":
            self.apply()


class Excepthook:
    """Tells the clerk in one sentence that something went wrong; where, without any text, goes to standard error."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report one exception that nobody caught."""
        import traceback

        if sys.stderr is not None:
            frames = "".join(traceback.format_list(traceback.extract_tb(trace)))
            print(f"{frames}{kind.__name__}", file=sys.stderr)
        if issubclass(kind, Exception):
            words = "程序遇到意外，刚才的操作没有完成。文稿没有改动，可以接着用；如果再次出现，请重新打开程序。"
            self._window.say_failure(words)
