"""The settings and recent files in force while the window is open; saved a moment after they change."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.errors import ReviewerError
from reviewer.store import recent, settings
from reviewer.ui.worker import Background, Outcome

_DELAY = 400  # milliseconds; a zoom by wheel is then saved once


class Preferences(QObject):
    """What the clerk set, kept in `folder`; None keeps nothing beyond this run."""

    changed = Signal(str)
    recent_changed = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.settings = settings.load(folder) if folder is not None else settings.Settings()
        self.recent: tuple[str, ...] = recent.load(folder) if folder is not None else ()
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_saved)
        self._unsaved: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._save)

    def set(self, name: str, value: settings.Value) -> None:
        """Set one setting; raises ValueError where it does not accept the value."""
        changed = self.settings.with_value(name, value)
        if changed != self.settings:
            self.settings = changed
            self._later("settings")
            self.changed.emit(name)

    def flag(self, name: str) -> bool:
        """The yes-or-no setting `name` as it is now."""
        return self.settings.flag(name)

    def remember_file(self, path: str) -> None:
        """Make `path` the newest of the recent files, and its folder the one to look in, if that is to be kept."""
        if self.settings.flag("keep_records"):
            self._set_recent(recent.with_path(self.recent, path))
            self.set("last_folder", str(Path(path).resolve().parent))

    def forget_files(self) -> None:
        """Take all recent files off the list, and forget where they were."""
        self.set("last_folder", "")
        self._set_recent(())

    def flush(self) -> None:
        """Save what is unsaved and wait until it is written."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()
        self._background.wait()

    def _set_recent(self, paths: tuple[str, ...]) -> None:
        if paths != self.recent:
            self.recent = paths
            self._later("recent")
            self.recent_changed.emit()

    def _later(self, what: str) -> None:
        self._unsaved.add(what)
        if self.folder is not None:
            self._timer.start()

    def _save(self) -> None:
        if self.folder is None:
            return
        if "settings" in self._unsaved:
            self._background.start("save", 0, partial(settings.save, self.folder, self.settings))
        if "recent" in self._unsaved:
            self._background.start("save", 0, partial(recent.save, self.folder, self.recent))
        self._unsaved.clear()

    def _on_saved(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(ReviewerError("设置没有保存成功。", outcome.error.hint))
