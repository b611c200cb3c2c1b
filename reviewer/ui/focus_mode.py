"""Only the text, over the whole screen (F11)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QTabBar, QToolBar, QWidget

_NO_HEIGHT = 0
_ANY_HEIGHT = 16_777_215  # Qt's own bound


class FocusMode(QObject):
    """Puts bars and tabs around the page aside, and back again; `action` is the switch in the menu.

    `shown` says whether only the text is shown. The menu bar only loses its height: were it hidden, Qt would let none of its shortcuts through.
    """

    def __init__(self, window: QMainWindow, action: QAction) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        self._before = window.windowState()
        self.shown = False
        window.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Show only the text, or everything again."""
        self.shown = on
        self._action.setChecked(on)
        window = self._window
        for bar in (window.menuBar(), *window.findChildren(QTabBar, "document_tabs")):
            bar.setMaximumHeight(_NO_HEIGHT if on else _ANY_HEIGHT)
        for part in (*window.findChildren(QToolBar), window.statusBar()):
            part.setVisible(not on)
        if on:
            self._before = window.windowState() & ~Qt.WindowState.WindowFullScreen
            window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        else:
            window.setWindowState(self._before)

    def leave(self) -> None:
        """Show everything again, if only the text is shown."""
        if self.shown:
            self.set_on(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave before the window closes, so that it opens as it was before."""
        if event.type() == QEvent.Type.Close and isinstance(watched, QWidget):
            self.leave()
        return False
