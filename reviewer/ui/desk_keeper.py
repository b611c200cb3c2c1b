"""Lays the documents of last time out again, and keeps which ones lie open now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from reviewer.store import desk
from reviewer.store.desk import Laid
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background

_DELAY = 1000  # milliseconds; what is lost in a crash is the place of the last second
SETTING = "restore_documents"
_SETTINGS = (SETTING, "keep_records")


class DeskKeeper(QObject):
    """Keeps the paths and places of what lies open in the preferences' folder, or nothing where that is not wanted.

    Nothing is kept before `lay_out`, so that a start that fails does not forget what lay there.
    """

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._kept: tuple[Laid, ...] | None = None
        self._background = Background(self, threads=1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._save)

    @property
    def wanted(self) -> bool:
        """Whether the clerk wants it and there is a place to keep it in."""
        return self._preferences.folder is not None and all(map(self._preferences.flag, _SETTINGS))

    def lay_out(self, paths: Sequence[str]) -> None:
        """Open what lay open last time and `paths`, of which the first is shown, else what was shown last time."""
        folder = self._preferences.folder
        self._kept = desk.load(folder) if folder is not None else ()
        laid = self._kept if self.wanted else ()
        shown = next((number for number, one in enumerate(laid) if one.shown), 0)
        everything = [*laid, *(Laid(path) for path in paths)]
        if everything:
            self._session.open_laid(everything, len(laid) if paths else shown)
        self._session.documents_changed.connect(self._later)
        self._session.cursor_moved.connect(self._later)
        self._preferences.changed.connect(self._on_preference)

    def leave(self) -> None:
        """Keep what lies open now, and wait until it is written."""
        self._timer.stop()
        self._save()
        self._background.wait()

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_preference(self, name: str) -> None:
        if name in _SETTINGS:
            self._save()

    def _save(self) -> None:
        folder = self._preferences.folder
        if folder is None or self._kept is None:
            return
        session = self._session
        laid = tuple(
            Laid(one.path, one.cursor, one.top, shown=one is session.current)
            for one in session.documents
            if one.path is not None and self.wanted
        )
        if laid == self._kept:
            return
        self._kept = laid
        work = partial(desk.save, folder, laid) if laid else partial(desk.clear, folder)
        self._background.start("keep", 0, work)
