"""One document that lies open, and everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from reviewer.errors import ReviewerError
from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.standing import Standing
from reviewer.ui.change import Phase
from reviewer.ui.ledger import Book
from reviewer.ui.loading import Opened, Stamp, Words
from reviewer.ui.speech_looks import ParagraphLook

if TYPE_CHECKING:
    from reviewer.anchoring import Index
    from reviewer.model.corrected import Corrected

Place = tuple[int, int]


@dataclass(eq=False, slots=True)
class OpenDocument:
    """A document on the desk; only `Desk` and `DocumentSession` change it.

    `path` is None where nothing is open or what is open is in no file. `report` (and `corrected`) is `review` with the decisions of `book` carried out; `lost` are
    those that have no place in it. `stamp` is the state of the file that was read, and `astray` says that the clerk
    knows that the file is another by now. `top` is the place at the upper edge of the page, `news` is what the clerk
    is to be told when she sees the document next, `changed_at` where another program changed it first, until she has
    been there; `before` is the report of the state before that, None where nothing has changed. `title` is what a document that is in no file is called, `words` what it is to be made of. `encoding` is
    the codec that the clerk chose. `revision` is that of the work that is awaited; outcomes of other
    work are dropped.
    """

    path: str | None = None
    phase: Phase = Phase.EMPTY
    book: Book = field(default_factory=Book)
    options: ReviewOptions = field(default_factory=ReviewOptions)
    document: Document | None = None
    outline: Outline | None = None
    looks: Sequence[ParagraphLook] = ()
    review: Report | None = None
    report: Report | None = None
    corrected: Corrected | None = None
    lost: tuple[Decision, ...] = ()
    before: Report | None = None
    error: ReviewerError | None = None
    selected_finding: int = -1
    selected_duty: int = -1
    cursor: Place = (0, 0)
    top: Place = (0, 0)
    news: tuple[str, ...] = ()
    changed_at: Span | None = None
    title: str = ""
    words: Words | None = None
    encoding: str | None = None
    stamp: Stamp | None = None
    astray: bool = False
    revision: int = 0
    sentences: Index | None = None
    renewed: bool = False

    @property
    def name(self) -> str:
        """The file's name without its folder or, for what is in no file, the title; "" where nothing is open."""
        return Path(self.path).name if self.path is not None else self.title

    @property
    def beside(self) -> str:
        """The path beside which copies are offered to be saved; for what is in no file, one among the clerk's documents."""
        if self.path is not None:
            return self.path
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return str(Path(QStandardPaths.writableLocation(place)) / f"{self.title}.txt")

    @property
    def index(self) -> Index:
        """Where the document's sentences are, for anchors; there must be a document."""
        from reviewer.anchoring import index

        assert self.document is not None
        if self.sentences is None:
            self.sentences = index(self.document)
        return self.sentences

    def take(self, opened: Opened) -> None:
        """Hold what was read, for the first time or once more."""
        self.document, self.outline, self.looks = opened.document, opened.outline, opened.looks
        self.stamp, self.astray, self.sentences = opened.stamp, False, None
        last = max(0, len(opened.document.texts) - 1)
        self.cursor = (min(self.cursor[0], last), self.cursor[1])

    def renew(self) -> None:
        """Anchor the decisions anew in the text as it is now; `renewed` says whether that made any difference."""
        from reviewer.corrections import renewed

        before = self.book.decisions
        self.book.decisions = renewed(before, self.index) if before else ()
        self.renewed = self.book.decisions != before

    def carry_out(self, review: Report, standing: Standing) -> int:
        """Make the report of `review` and the decisions; how many have no place in it, 0 where that is known."""
        from reviewer.corrections import correct

        decisions = self.book.decisions
        after = correct(review, decisions, self.index if decisions else None, standing)
        known = set(after.lost) <= set(self.lost)
        self.review, self.corrected, self.lost = review, after, after.lost
        self.report, self.outline = after.report, after.report.outline
        return 0 if known else len(after.lost)
