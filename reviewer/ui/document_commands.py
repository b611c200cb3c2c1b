"""What the clerk does with documents as a whole: open, paste, and hear what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer.model.office import Office
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.store.desk import Laid
from reviewer.ui import opening
from reviewer.ui.change import Change, Phase
from reviewer.ui.loading import Words
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession

if TYPE_CHECKING:
    from reviewer.exports.digest import Digest
    from reviewer.ui.batch_window import BatchWindow
    from reviewer.ui.compare_window import CompareWindow, Draft

_NOTHING_COPIED = "剪贴板里没有文字。请先在别的程序里复制要审阅的文字，再点“从剪贴板新建”。"


class DocumentCommands(QObject):
    """Opens what is asked for and says in the message bar what came of it."""

    def __init__(
        self,
        session: DocumentSession,
        preferences: Preferences,
        messages: MessageBar,
        window: QWidget,
        review_file: Callable[[str], Report],
        office: Callable[[], Office],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._messages = messages
        self._window = window
        self._pasted = 0
        self._review_file = review_file
        self._office = office
        self._compare_window: CompareWindow | None = None
        self._batch_window: BatchWindow | None = None
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

    @property
    def compare_window(self) -> CompareWindow:
        """The window that compares drafts, built when it is first asked for."""
        if self._compare_window is None:
            from reviewer.ui.compare_window import CompareWindow

            self._compare_window = CompareWindow(self._session, self._review_file, self._window)
            self._compare_window.place_asked.connect(self._show_place)
        return self._compare_window

    @property
    def batch_window(self) -> BatchWindow:
        """The window that reviews many documents, built when it is first asked for."""
        if self._batch_window is None:
            from reviewer.ui.batch_window import BatchWindow

            self._batch_window = BatchWindow(self._digest_file, self._window)
            self._batch_window.file_asked.connect(self._open_from_batch)
        return self._batch_window

    def batch(self, paths: Sequence[str] = ()) -> None:
        """Review many documents, `paths` to begin with."""
        self._bring(self.batch_window)
        if paths:
            self.batch_window.add(paths)

    def compare(self) -> None:
        """Compare the document shown with the one beside it, or with whatever the clerk chooses."""
        documents, shown = self._session.documents, self._session.current
        others = [one for one in documents if one is not shown and one.document is not None]
        self._bring(self.compare_window)
        if others:
            first, second = sorted((others[-1], shown), key=documents.index)
            self.compare_window.choose(first, second)
        else:
            self.compare_window.choose(None, shown if shown in documents else None)

    def compare_with_before(self) -> None:
        """Compare the document shown with what it was before another program changed it."""
        self._bring(self.compare_window)
        self.compare_window.choose(self._session.current, self._session.current, before=True)

    def leave(self) -> None:
        """Wait for what still runs."""
        if self._compare_window is not None:
            self._compare_window.close()
            self._compare_window.wait()
        if self._batch_window is not None:
            self._batch_window.leave_off()
            self._batch_window.close()
            self._batch_window.wait()

    def _digest_file(self, path: str) -> Digest:
        from reviewer.batch import digest_file

        return digest_file(path, self._session.review_file, self._office())

    def _open_from_batch(self, path: str) -> None:
        self._session.open(path)
        self._bring(self._window)

    def _bring(self, window: QWidget) -> None:
        window.show()
        window.raise_()
        window.activateWindow()

    def _show_place(self, draft: Draft, place: Span) -> None:
        """Show a place of a draft in the main window, opening the file where it is not open."""
        if draft.document is not None:
            if draft.document in self._session.documents:
                self._session.show(draft.document)
                self._session.request_place(place)
        elif draft.path is not None:
            at = (place.paragraph, place.start)
            self._session.open_laid([Laid(draft.path, at, at)])
        self._bring(self._window)

    def _on_changed(self, change: Change) -> None:
        shown = self._session.current
        if change.document and shown.document is not None:
            self._messages.hide()
        if change.phase and shown.phase is Phase.FAILED and shown.error is not None and shown.document is not None:
            self._messages.show_message(Tone.FAILURE, shown.error.sentence, self._other())

    def _on_opened(self, document: OpenDocument) -> None:
        if document.path is not None:
            self._preferences.remember_file(document.path)

    def _on_refused(self, refused: Sequence[OpenDocument]) -> None:
        """Say which files could not be read; the start page says it itself."""
        if self._session.document is not None:
            self._messages.show_message(Tone.FAILURE, opening.refusal_words(refused), self._other())

    def _tell(self, sentence: str) -> None:
        """Show a sentence, behind what the clerk was told just before and has not put away."""
        messages = self._messages
        before = messages.text if messages.isVisible() and messages.tone is Tone.NOTE else ""
        deeds = [("看第一处改动", self._session.show_change), ("对比改动前后", self.compare_with_before)]
        changed = self._session.current.changed_at is not None
        messages.show_message(
            Tone.NOTE, before if sentence in before else before + sentence, *(deeds if changed else ())
        )

    def _other(self) -> tuple[str, partial[None]]:
        return "打开别的文稿…", partial(self.browse)


def copied_words(data: QMimeData, name: str) -> Words:
    """The text that was copied, with its headings and tables where the other program gave them."""
    if data.hasHtml() and data.html().strip():
        return Words(name, data.html().encode("utf-8", "replace"), html=True)
    return Words(name, data.text().encode("utf-8", "replace"))
