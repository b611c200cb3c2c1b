"""Starts the program with a window."""

import os
import sys
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer import journal
from reviewer.folders import data_folder
from reviewer.ui import fonts, theme
from reviewer.ui.garbage import GarbageCollector
from reviewer.ui.main_window import PROGRAM, MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.single_instance import Reply, SingleInstance
from reviewer.ui.warm_up import WarmUp

_WINDOWS_11 = 22_000  # the build number that Windows 11 began with
_SCHEMES = {
    theme.ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
    theme.ThemeChoice.LIGHT: Qt.ColorScheme.Light,
    theme.ThemeChoice.DARK: Qt.ColorScheme.Dark,
    theme.ThemeChoice.CONTRAST: Qt.ColorScheme.Dark,
    theme.ThemeChoice.CONTRAST_LIGHT: Qt.ColorScheme.Light,
}
_SWITCH_INTERVAL = 0.0001  # seconds; Qt calls let go of the interpreter and wait so long at most to get it back


def run(files: list[str]) -> int:
    """Open the window on `files` and stay until it is closed; returns the exit status.

    Where this user's window stands open already, that one gets the files.
    """
    application = make_application()
    folder = data_folder()
    instance = SingleInstance(folder, application)
    reply = Reply.NOBODY if instance.is_first() else instance.hand_over(files)
    if reply is Reply.TAKEN:
        return 0
    crashed = journal.keep_in(folder)
    preferences = Preferences(folder)
    follower = ThemeFollower(application, preferences)
    follower.apply()
    window = MainWindow(preferences)
    window.ready.connect(follower.watch_contrast)
    WarmUp(window)
    sys.excepthook = Excepthook(window)
    qInstallMessageHandler(note_qt)
    window.ready.connect(lambda: journal.note(f"start {journal.system()}"))
    if reply is Reply.NOBODY:
        window.ready.connect(lambda: instance.listen(partial(take_over, window)))
    if crashed:
        window.ready.connect(partial(say_crashed, window))
    window.open_files(files)
    window.show()
    status = application.exec()
    journal.note("end")
    journal.close()
    return status


def run_self_test() -> int:
    """Show whether everything works; returns 0 where it does, else 1, when that is read."""
    application = make_application()
    theme.apply(application, theme.ThemeChoice.SYSTEM)
    from reviewer.ui.diagnostics_dialog import DiagnosticsDialog

    dialog = DiagnosticsDialog()
    dialog.exec()
    return 0 if dialog.works else 1


def take_over(window: MainWindow, files: list[str]) -> None:
    """Open what another start of the program was to open, in the window that is here, and bring it to the front."""
    if files:
        window.open_files(files)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def say_crashed(window: MainWindow) -> None:
    """Say that the program broke down last time, and offer what somebody who helps needs."""
    words = "上次程序意外中断了。文稿没有改动，已作的决定都在；如果再次出现，请把诊断信息发给技术支持。"
    window.say_failure(words, ("诊断信息…", lambda: window.workbench.dialogs.show_diagnostics()))


def note_qt(kind: QtMsgType, _context: object, message: str) -> None:
    """Note what Qt complains about, and print it as Qt does."""
    if kind != QtMsgType.QtDebugMsg:
        journal.note(f"{kind.name} {message}")
    if sys.stderr is not None:
        print(message, file=sys.stderr)


def has_screen() -> bool:
    """Whether an application with windows can be made; where it can't, Qt would end the process."""
    if "QT_QPA_PLATFORM" in os.environ or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


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


class ThemeFollower(QObject):
    """Keeps the colours as the clerk chose them, or as the system has them."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._asked = False
        self._usual = application.font().pointSizeF()
        self._take_size()
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system)
        preferences.changed.connect(self._on_preference)

    def apply(self) -> None:
        """Put the chosen theme in force, and ask the system to draw title bars to match."""
        choice = theme.ThemeChoice(self._preferences.settings.words("theme"))
        if choice is not theme.ThemeChoice.SYSTEM or self._asked:
            self._ask_system(choice)
        self._put_on(choice)

    def watch_contrast(self) -> None:
        """Follow the system's wish for high contrast too; to ask for it takes too long before the window stands."""
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system)
            if theme.wants_contrast():
                self._on_system()

    def _ask_system(self, choice: theme.ThemeChoice) -> None:
        self._asked = True
        self._hints.setColorScheme(_SCHEMES[choice])

    def _on_system(self) -> None:
        if self._preferences.settings.words("theme") == theme.ThemeChoice.SYSTEM:
            self._put_on(theme.ThemeChoice.SYSTEM)

    def _put_on(self, choice: theme.ThemeChoice) -> None:
        theme.apply(self._application, choice, safe=self._preferences.settings.words("palette") == "safe")

    def _on_preference(self, name: str) -> None:
        if name in ("theme", "palette"):
            self.apply()
        elif name == "interface_size":
            self._take_size()

    def _take_size(self) -> None:
        """Set the words of the interface, not those of the page, in the chosen size."""
        size = self._preferences.settings.words("interface_size")
        wanted = fonts.interface_font(self._application.font(), self._usual * int(size) / 100)
        if wanted != self._application.font():
            sheet = self._application.styleSheet()
            theme.wear(self._application, "")  # widgets that a sheet dresses would keep the size that they have
            self._application.setFont(wanted)
            theme.wear(self._application, sheet)


class Excepthook:
    """Tells the clerk in one sentence that something went wrong; where, without any text, goes to standard error."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report one exception that nobody caught."""
        journal.note_error(error)
        if sys.stderr is not None:
            print(journal.describe(error), file=sys.stderr)
        if issubclass(kind, Exception):
            words = "程序遇到意外，刚才的操作没有完成。文稿没有改动，可以接着用；如果再次出现，请重新打开程序。"
            self._window.say_failure(words, ("诊断信息…", lambda: self._window.workbench.dialogs.show_diagnostics()))
