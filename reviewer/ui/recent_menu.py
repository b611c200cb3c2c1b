"""The files opened last, as a menu."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.ui.names import told_apart
from reviewer.ui.preferences import Preferences


class RecentMenu(QMenu):
    """One entry a file, filled when it opens; entries of the same name say their folder too."""

    chosen = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("最近打开(&R)", parent)
        self._preferences = preferences
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        preferences.recent_changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        self.setEnabled(bool(self._preferences.recent))

    def _fill(self) -> None:
        self.clear()
        recent = self._preferences.recent
        for number, (path, shown) in enumerate(zip(recent, told_apart(recent), strict=True), 1):
            mnemonic = f"&{number} " if number < 10 else ""
            action = self.addAction(f"{mnemonic}{shown.replace('&', '&&')}")
            action.setToolTip(path)
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        self.addSeparator()
        self.addAction("清空记录").triggered.connect(lambda: self._preferences.forget_files())
