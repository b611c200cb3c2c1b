"""What is kept of the clerk's work from one day to the next, and how it is forgotten."""

from PySide6.QtCore import QObject

from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession


class Records(QObject):
    """Follows the setting `keep_records`: without it nothing is written, and what is there of open documents goes."""

    def __init__(
        self,
        preferences: Preferences,
        session: DocumentSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._session = session
        self.standing = session.standing
        preferences.changed.connect(self._on_preference)

    @property
    def count(self) -> int:
        """How many documents there are records of."""
        from reviewer.store import decisions

        folder = self._preferences.folder
        return decisions.count(folder) if folder is not None else 0

    def clear(self) -> None:
        """Forget what was decided on all documents, and which files were opened."""
        from reviewer.store import decisions

        self._session.wait()
        if self._preferences.folder is not None:
            decisions.clear(self._preferences.folder)
        self._preferences.forget_files()

    def _on_preference(self, name: str) -> None:
        if name == "keep_records":
            self._session.keep_decisions()
            if not self._preferences.settings.flag(name):
                self._preferences.forget_files()
