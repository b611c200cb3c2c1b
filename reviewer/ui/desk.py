"""The documents that lie open: read, reviewed and watched in the background, each by itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewer.model.decision import Decision
from reviewer.model.standing import Standing
from reviewer.ui import decision_words, loading
from reviewer.ui.change import Phase
from reviewer.ui.ledger import Book
from reviewer.ui.loading import Opened, Outliner, Reader, Reviewer
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.worker import Background, Outcome


class Desk(QObject):
    """Lays documents down and takes them away; `documents` are in the order of their tabs.

    Work for `first`, the document that the clerk waits for, is begun before other work.

    Each signal brings the document that it is about: `read`, its text is there and its review has begun; `refused`,
    it could not be read and is gone from the desk, `error` says why; `reviewed`, with what the clerk is to be told
    ("" for nothing), or its review failed and `error` says why; `reread`, its file was changed elsewhere and it is
    that state now, with a sentence; `astray`, its file is not what is shown, with a sentence.
    """

    read = Signal(object)
    refused = Signal(object)
    reviewed = Signal(object, str)
    reread = Signal(object, str)
    astray = Signal(object, str)

    def __init__(
        self,
        reader: Reader,
        outliner: Outliner,
        reviewer: Reviewer,
        decided: Callable[[str, str], tuple[Decision, ...]],
        standing: Callable[[], Standing],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._outliner = outliner
        self._reviewer = reviewer
        self._decided = decided
        self._standing = standing
        self._revision = 0
        self._background = Background(self)
        self._background.finished.connect(self._on_finished)
        self.documents: list[OpenDocument] = []
        self.first: OpenDocument | None = None

    def find(self, path: str) -> OpenDocument | None:
        """The document of that file, None where it does not lie here."""
        wanted = _same(path)
        return next((one for one in self.documents if one.path is not None and _same(one.path) == wanted), None)

    def lay(self, path: str) -> OpenDocument:
        """A document at the end of the desk that is to be read."""
        laid = OpenDocument(path, Phase.LOADING)
        self.documents.append(laid)
        return laid

    def begin(self, document: OpenDocument) -> None:
        """Read a document that was laid down."""
        work = partial(loading.open_file, self._reader, self._outliner, document.path or "", self._decided)
        self._start(document, "read", work)

    def remove(self, document: OpenDocument) -> None:
        """Take a document away; whatever still runs for it is dropped when it ends."""
        self.documents.remove(document)
        document.revision = 0
        self.first = None if self.first is document else self.first
        if not self.documents:
            self._background.abandon()

    def review(self, document: OpenDocument) -> None:
        """Review a document that is read, for the first time or anew."""
        assert document.document is not None
        document.phase, document.error = Phase.READING, None
        self._start(document, "review", partial(self._reviewer, document.document, document.options))

    def look(self, document: OpenDocument) -> None:
        """See whether its file has changed; if so it is read and reviewed again."""
        if document.path is not None and document.stamp is not None and document.phase is Phase.REVIEWED:
            self._background.start("look", document.revision, partial(loading.stamp_of, document.path))

    def wait(self, milliseconds: int) -> bool:
        """Whether the background has come to rest within the time."""
        return self._background.wait(milliseconds)

    def _start(self, document: OpenDocument, task: str, work: Callable[[], Any]) -> None:
        self._revision += 1
        document.revision = revision = self._revision

        def unless_dropped() -> Any:
            return work() if document.revision == revision else None

        self._background.start(task, revision, unless_dropped, urgent=document is self.first)

    def _on_finished(self, outcome: Outcome) -> None:
        document = next((one for one in self.documents if one.revision == outcome.revision), None)
        if document is not None:
            deeds = {"read": self._on_read, "look": self._on_looked, "read again": self._on_read_again}
            deeds.get(outcome.task, self._on_reviewed)(document, outcome)

    def _on_read(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.error is not None:
            document.error, document.phase = outcome.error, Phase.FAILED
            self.remove(document)
            self.refused.emit(document)
            return
        opened: Opened = outcome.value
        document.take(opened)
        document.book = Book(document.path, opened.decisions, opened.content)
        self.review(document)
        self.read.emit(document)

    def _on_reviewed(self, document: OpenDocument, outcome: Outcome) -> None:
        first, lost = document.report is None, 0
        document.selected_finding = document.selected_duty = -1
        if outcome.error is not None:
            document.error, document.phase = outcome.error, Phase.FAILED
            document.report = document.review = document.corrected = None
        else:
            lost = document.carry_out(outcome.value, self._standing())
            document.phase = Phase.REVIEWED
        self.reviewed.emit(document, decision_words.lost_words(lost, edited=first) if lost else "")

    def _on_looked(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.value is None:
            self._say_astray(document, decision_words.FILE_GONE)
        elif outcome.value != document.stamp and document.path is not None:
            given = (self._reader, self._outliner, self._reviewer, document.path, document.options)
            self._start(document, "read again", partial(loading.read_again, *given))

    def _on_read_again(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._say_astray(document, decision_words.FILE_NOT_REREAD)
            return
        opened, review = outcome.value
        if opened.document == document.document:
            document.stamp, document.astray = opened.stamp, False
            return
        document.take(opened)
        document.book.content = opened.content
        document.selected_finding = document.selected_duty = -1
        lost = document.carry_out(review, self._standing())
        self.reread.emit(document, decision_words.reread_words(len(document.book.decisions), lost))

    def _say_astray(self, document: OpenDocument, sentence: str) -> None:
        """Say once that what is shown is not what is on disk."""
        if not document.astray:
            document.astray = True
            self.astray.emit(document, sentence)


def _same(path: str) -> str:
    return os.path.normcase(Path(path).absolute())
