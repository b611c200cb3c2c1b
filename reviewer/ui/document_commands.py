"""What the clerk does with documents as a whole: open, paste, and hear what became of them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer.ui import opening
from reviewer.ui.change import Change, Phase
from reviewer.ui.loading import Words
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession

_NOTHING_COPIED = "剪贴板里没有文字。请先在别的程序里复制要审阅的文字，再点“从剪贴板新建”。"


class DocumentCommands(QObject):
    """Opens what is asked for and says in the message bar what came of it."""

    def __init__(
        self, session: DocumentSession, preferences: Preferences, messages: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._messages = messages
        self._window = window
        self._pasted = 0
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        session.refused.connect(self._on_refused)
        session.told.connect(self._tell)

    def browse(self) -> None:
        """Ask for files and open them."""
        self.open_files(opening.ask_files(self._window, self._preferences.settings.words("last_folder")))

    def open_files(self, paths: Sequence[str]) -> None:
        """Open `paths` and show the first."""
        if paths:
            self._session.open_all(paths)

    def paste(self) -> None:
        """Make a document of what was copied; files that were copied are opened."""
        data = QGuiApplication.clipboard().mimeData()
        files = opening.dropped_files(data)
        if files:
            self.open_files(files)
        elif not data.text().strip():
            self._messages.show_message(Tone.NOTE, _NOTHING_COPIED)
        else:
            self._pasted += 1
            self._session.open_words(copied_words(data, f"剪贴板 {self._pasted}"))

    def _on_changed(self, change: Change) -> None:
        shown = self._session.current
        if change.document and shown.document is not None:
            self._messages.hide()
        if change.phase and shown.phase is Phase.FAILED and shown.error is not None and shown.document is not None:
            self._messages.show_message(Tone.FAILURE, shown.error.sentence, self._other())

    def _on_opened(self, document: OpenDocument) -> None:
        if document.path is not None:
            self._preferences.remember_file(document.path)
            self._preferences.set("last_folder", str(Path(document.path).resolve().parent))

    def _on_refused(self, refused: Sequence[OpenDocument]) -> None:
        """Say which files could not be read; the start page says it itself."""
        if self._session.document is not None:
            self._messages.show_message(Tone.FAILURE, opening.refusal_words(refused), self._other())

    def _tell(self, sentence: str) -> None:
        """Show a sentence, behind what the clerk was told just before and has not put away."""
        messages = self._messages
        before = messages.text if messages.isVisible() and messages.tone is Tone.NOTE else ""
        there = (("看第一处改动", self._session.show_change),) if self._session.current.changed_at is not None else ()
        messages.show_message(Tone.NOTE, before if sentence in before else before + sentence, *there)

    def _other(self) -> tuple[str, partial[None]]:
        return "打开别的文稿…", partial(self.browse)


def copied_words(data: QMimeData, name: str) -> Words:
    """The text that was copied, with its headings and tables where the other program gave them."""
    if data.hasHtml() and data.html().strip():
        return Words(name, data.html().encode("utf-8", "replace"), html=True)
    return Words(name, data.text().encode("utf-8", "replace"))
