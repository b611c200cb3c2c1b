"""The documents that lie open: read, reviewed and watched in the background, each by itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.standing import Standing
from reviewer.store.desk import Laid
from reviewer.ui import decision_words, loading
from reviewer.ui.change import Phase
from reviewer.ui.ledger import Book
from reviewer.ui.loading import Opened, Outliner, Reader, Reread, Reviewer, Words
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
        self._reading_room = Background(self)
        self._review_room = Background(self)
        for room in (self._reading_room, self._review_room):
            room.finished.connect(self._on_finished)
        self.documents: list[OpenDocument] = []
        self.first: OpenDocument | None = None

    def find(self, path: str) -> OpenDocument | None:
        """The document of that file, None where it does not lie here."""
        wanted = _same(path)
        return next((one for one in self.documents if one.path is not None and _same(one.path) == wanted), None)

    def lay(self, file: Laid) -> OpenDocument:
        """A document at the end of the desk that is to be read from a file, the reader at a place in it."""
        return self._lay(OpenDocument(file.path, Phase.LOADING, cursor=file.cursor, top=file.top))

    def lay_words(self, words: Words) -> OpenDocument:
        """A document at the end of the desk that is to be made of `words`."""
        return self._lay(OpenDocument(None, Phase.LOADING, title=words.name, words=words))

    def begin(self, document: OpenDocument) -> None:
        """Read a document that was laid down."""
        read = self._reading(document)
        self._start(
            document, "read", partial(loading.open_document, read, self._outliner, document.path, self._decided)
        )

    def remove(self, document: OpenDocument) -> None:
        """Take a document away; whatever still runs for it is dropped when it ends."""
        self.documents.remove(document)
        document.revision = 0
        self.first = None if self.first is document else self.first
        if not self.documents:
            self._reading_room.abandon()
            self._review_room.abandon()

    def review(self, document: OpenDocument) -> None:
        """Review a document that is read, for the first time or anew."""
        assert document.document is not None
        document.phase, document.error = Phase.READING, None
        self._start(document, "review", partial(loading.judge, self._reviewer, document.document, document.options))

    def look(self, document: OpenDocument) -> None:
        """See whether its file has changed; if so it is read and reviewed again."""
        if document.path is not None and document.stamp is not None and document.phase is Phase.REVIEWED:
            self._reading_room.start("look", document.revision, partial(loading.stamp_of, document.path))

    def decode(self, document: OpenDocument, encoding: str | None) -> None:
        """Read a document's file again in another encoding, None for the one that its bytes show."""
        document.encoding = encoding
        self._read_again(document, "decode")

    def review_file(self, path: str) -> Report:
        """What is still open in a file that need not lie here, by what was decided about it; safe in any thread.

        Raises ReadError.
        """
        from reviewer.corrections import correct
        from reviewer.edits import open_findings

        opened = loading.open_document(partial(self._reader, path), loading.no_outline, path, self._decided)
        report = self._reviewer(opened.document, ReviewOptions())
        corrected = correct(report, opened.decisions, standing=self._standing())
        return replace(corrected.report, findings=open_findings(corrected))

    def wait(self, milliseconds: int) -> bool:
        """Whether the background has come to rest within the time."""
        return self._reading_room.wait(milliseconds) and self._review_room.wait(milliseconds)

    def _start(self, document: OpenDocument, task: str, work: Callable[[], Any]) -> None:
        self._revision += 1
        document.revision = revision = self._revision

        def unless_dropped() -> Any:
            return work() if document.revision == revision else None

        room = self._review_room if task == "review" else self._reading_room
        room.start(task, revision, unless_dropped, urgent=document is self.first)

    def _on_finished(self, outcome: Outcome) -> None:
        document = next((one for one in self.documents if one.revision == outcome.revision), None)
        if document is not None:
            deeds = {
                "read": self._on_read,
                "review": self._on_reviewed,
                "look": self._on_looked,
                "read again": self._on_read_again,
                "decode": self._on_decoded,
            }
            deeds[outcome.task](document, outcome)

    def _on_read(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.error is not None:
            document.error, document.phase = outcome.error, Phase.FAILED
            self.remove(document)
            self.refused.emit(document)
            return
        opened: Opened = outcome.value
        document.take(opened)
        document.words = None
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
            review, document.sentences = outcome.value
            document.renew()
            lost = document.carry_out(review, self._standing())
            document.phase = Phase.REVIEWED
        self.reviewed.emit(document, decision_words.lost_words(lost, edited=first) if lost else "")

    def _on_looked(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.value is None:
            self._say_astray(document, decision_words.FILE_GONE)
        elif outcome.value != document.stamp:
            self._read_again(document, "read again")

    def _on_read_again(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._say_astray(document, decision_words.FILE_NOT_REREAD)
            return
        again: Reread = outcome.value
        if again.opened.document == document.document:
            document.stamp, document.astray = again.opened.stamp, False
            return
        lost = self._take_again(document, again)
        changes = decision_words.change_words(again.changed, again.came, again.went)
        self.reread.emit(document, decision_words.reread_words(changes, len(document.book.decisions), lost))

    def _on_decoded(self, document: OpenDocument, outcome: Outcome) -> None:
        if outcome.error is not None:
            document.encoding = document.document.encoding if document.document is not None else None
            self.astray.emit(document, outcome.error.sentence)
            return
        lost = self._take_again(document, outcome.value)
        document.changed_at = None
        self.reread.emit(document, decision_words.decoded_words(lost))

    def _take_again(self, document: OpenDocument, again: Reread) -> int:
        """Hold a new state of the document's file; how many decisions have lost their place in it."""
        document.before = document.report
        document.take(again.opened)
        document.book.content = again.opened.content
        document.selected_finding = document.selected_duty = -1
        document.changed_at = Span(again.first, 0, 0) if again.first is not None else None
        document.renew()
        return document.carry_out(again.review, self._standing())

    def _lay(self, document: OpenDocument) -> OpenDocument:
        self.documents.append(document)
        return document

    def _reading(self, document: OpenDocument) -> Callable[[], Document]:
        if document.words is not None:
            return partial(loading.read_words, document.words)
        chosen = {"encoding": document.encoding} if document.encoding is not None else {}
        return partial(self._reader, document.path, **chosen)

    def _read_again(self, document: OpenDocument, task: str) -> None:
        assert document.path is not None
        assert document.document is not None
        given = (self._outliner, self._reviewer, document.path, document.options, document.document)
        self._start(document, task, partial(loading.read_again, self._reading(document), *given))

    def _say_astray(self, document: OpenDocument, sentence: str) -> None:
        """Say once that what is shown is not what is on disk."""
        if not document.astray:
            document.astray = True
            self.astray.emit(document, sentence)


def _same(path: str) -> str:
    return os.path.normcase(Path(path).absolute())
