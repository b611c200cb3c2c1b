"""The open documents, their reviews and what the clerk looks at: the one thing in the window that changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.model.decision import Decision
from reviewer.model.report import Report
from reviewer.model.standing import Standing
from reviewer.store.desk import Laid
from reviewer.ui import decision_words, loading
from reviewer.ui.change import Change, DutyView, MarkKind, Phase
from reviewer.ui.desk import Desk
from reviewer.ui.ledger import Keeper, Ledger
from reviewer.ui.loading import Outliner, Reader, Reviewer, Words
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.shown import ShownDocument
from reviewer.ui.standing_orders import StandingOrders

__all__ = ["Change", "DocumentSession", "DutyView", "MarkKind", "Phase"]


class DocumentSession(ShownDocument):
    """Opens and reviews documents in the background, shows one of them, and tells the views what changed.

    Views call its verbs (`open`, `select_finding`, `set_year`, …) and change nothing themselves. Everything that they
    ask for (`document`, `report`, `selected_finding`, …) is of the document that is shown, `current`; another one that
    is shown comes as a change of document and report. A file that is being read is shown once it is there; where it
    cannot be read, what was shown stays and `error` says why. FAILED means that nothing is shown for that reason, or
    that the review itself failed. `outline` and `looks` are there as soon as the document is; a session that is given
    a `reader` of its own has an empty outline before the report, unless it is given an `outliner` too.

    `report` (and `corrected`) is the review with the clerk's decisions carried out; `keeper` keeps these from one day
    to the next, `standing` holds those for all documents.
    `documents_changed` is for who shows which documents are open and how far each has come, `opened` brings one that
    was read. `told` and `failed` carry sentences for the clerk that are to stay until she has seen them, `refused` the documents that could not be read, as soon as nothing else is being read.
    """

    documents_changed = Signal()
    opened = Signal(object)
    refused = Signal(object)
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        reader: Reader | None = None,
        reviewer: Reviewer | None = None,
        outliner: Outliner | None = None,
        parent: QObject | None = None,
        keeper: Keeper | None = None,
        standing: StandingOrders | None = None,
    ) -> None:
        super().__init__(parent)
        outliner = outliner or (loading.outline if reader is None else loading.no_outline)
        self._ledger = Ledger(keeper, standing, self)
        self._ledger.standing.changed.connect(self._on_standing)
        self._ledger.changed.connect(self._on_decided)
        self._ledger.failed.connect(self.failed)
        given = (reader or loading.read, outliner, reviewer or loading.review, self._ledger.load)
        self._desk = Desk(*given, standing=lambda: self.standing.value, parent=self)
        self._desk.read.connect(self._on_read)
        self._desk.refused.connect(self._on_refused)
        self._desk.reviewed.connect(self._on_reviewed)
        self._desk.reread.connect(self._on_reread)
        self._desk.astray.connect(self._on_astray)
        self._refused: list[OpenDocument] = []

    @property
    def documents(self) -> tuple[OpenDocument, ...]:
        """All documents that are open or being read, in the order of their tabs."""
        return tuple(self._desk.documents)

    @property
    def being_read(self) -> tuple[OpenDocument, ...]:
        """Those of them that are being read."""
        return tuple(one for one in self._desk.documents if one.phase is Phase.LOADING)

    @property
    def phase(self) -> Phase:
        """How far the document shown has come, or, where there is none, the one that is to be shown."""
        if self.current is not self._nothing:
            return self.current.phase
        return Phase.LOADING if self.being_read else Phase.FAILED if self._refused else Phase.EMPTY

    @property
    def not_read(self) -> tuple[OpenDocument, ...]:
        """The documents that were opened last and could not be read; each says why."""
        return tuple(self._refused)

    @property
    def error(self) -> ReviewerError | None:
        """Why the last file could not be read, or the document shown not be reviewed; None where all is well."""
        return self._refused[-1].error if self._refused else self.current.error

    def open(self, path: str) -> None:
        """Show `path`, which is read and reviewed in the background unless it is open already."""
        self.open_all((path,))

    def open_all(self, paths: Sequence[str]) -> None:
        """Open each of `paths`, of which there is one at least, and show the first."""
        self.open_laid([Laid(path) for path in paths])

    def open_laid(self, files: Sequence[Laid], shown: int = 0) -> None:
        """Open each of `files`, of which there is one at least, at its places, and show that at index `shown`."""
        self._refused.clear()
        laid = [self._desk.find(one.path) or self._desk.lay(one) for one in files]
        self.show(laid[shown])
        for document in laid:
            if document.phase is Phase.LOADING and not document.revision:
                self._desk.begin(document)
        self._tell_phase()

    def open_words(self, words: Words) -> None:
        """Show a document made of `words`."""
        self._refused.clear()
        laid = self._desk.lay_words(words)
        self.show(laid)
        self._desk.begin(laid)
        self._tell_phase()

    def decode(self, encoding: str | None) -> None:
        """Read the shown file again in another encoding, None to find it out."""
        if self.path is not None and self.phase is Phase.REVIEWED:
            self._desk.decode(self.current, encoding)

    def show_change(self) -> None:
        """Go to the first place where another program changed the shown document."""
        place, self.current.changed_at = self.current.changed_at, None
        if place is not None:
            self.request_place(place)

    def show(self, document: OpenDocument) -> None:
        """Show one of the open documents, as soon as it is read."""
        self._desk.first = document
        if document.document is not None and document is not self.current:
            self._turn_to(document)
            return
        self._desk.look(document)
        self.documents_changed.emit()

    def show_next(self, steps: int = 1) -> None:
        """Show the document so many tabs to the right, to the left where `steps` is negative, round and round."""
        there = [one for one in self._desk.documents if one.document is not None]
        if self.current in there:
            self.show(there[(there.index(self.current) + steps) % len(there)])

    def move(self, document: OpenDocument, place: int) -> None:
        """Put a document's tab at another place among the tabs."""
        self._desk.documents.remove(document)
        self._desk.documents.insert(place, document)
        self.documents_changed.emit()

    def close(self, document: OpenDocument | None = None) -> None:
        """Close one document, by default the one shown or, where there is none, the one that is to be shown.

        The next one is shown then, or the one before.
        """
        closed = document or (self._desk.first if self.current is self._nothing else self.current)
        if closed is None or closed not in self._desk.documents:
            return
        self._refused.clear()
        place = self._desk.documents.index(closed)
        self._desk.remove(closed)
        self._ledger.forget(closed.book)
        if closed is self.current:
            there = self._desk.documents[place:] + self._desk.documents[:place][::-1]
            self._turn_to(next((one for one in there if one.document is not None), self._nothing))
        self._await_next()
        self._tell_phase()

    def close_all(self) -> None:
        """Go back to having nothing open; whatever still runs is dropped when it ends."""
        for document in self.documents:
            self._desk.remove(document)
            self._ledger.forget(document.book)
        self._refused.clear()
        self._turn_to(self._nothing)

    def review_file(self, path: str) -> Report:
        """What is still open in a file that need not be open here; safe in any thread, raises ReadError."""
        return self._desk.review_file(path)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether the background has come to rest, and all decisions are saved, within the time."""
        return self._desk.wait(milliseconds) and self._ledger.wait(milliseconds)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What the clerk decided about the open document, oldest first."""
        return self._ledger.decisions

    @property
    def standing(self) -> StandingOrders:
        """What the clerk decided for all documents."""
        return self._ledger.standing

    @property
    def undo_text(self) -> str:
        """The decision that would be undone, "" where there is none."""
        return self._ledger.undo_text

    @property
    def redo_text(self) -> str:
        """The decision that would be redone, "" where there is none."""
        return self._ledger.redo_text

    def decide(self, decision: Decision) -> None:
        """Carry out one decision; nothing happens before the first review is there."""
        self.set_decisions((*self.decisions, decision), decision_words.name_of(decision))

    def set_decisions(self, decisions: tuple[Decision, ...], text: str, standing: Standing | None = None) -> None:
        """Put `decisions` in the place of those in force, as one step to undo that `text` names.

        `standing` takes the place of what holds for all documents, None leaves that as it is.
        """
        if self.current.review is not None:
            self._ledger.change(decisions, text, standing)

    def keep_decisions(self) -> None:
        """Save what was decided on all open documents, since it is to be kept now, or is no longer to be."""
        for document in self._desk.documents:
            self._ledger.keep(document.book)

    def undo(self) -> None:
        """Undo the last decision, and show the finding that it was about."""
        self._step_and_show(self._ledger.undo)

    def redo(self) -> None:
        """Redo the decision that was undone last, and show the finding that it was about."""
        self._step_and_show(self._ledger.redo)

    def _step_and_show(self, deed: Callable[[], None]) -> None:
        from reviewer.ui.finding_decisions import changed, index_of

        before = self.corrected
        deed()
        keys = changed(before, self.corrected)
        if keys:
            self.select_finding(index_of(self, keys[0]))

    def check_files(self) -> None:
        """See whether open files have changed on disk; those are read and reviewed again in the background."""
        for document in self._desk.documents:
            self._desk.look(document)

    def review_again(self) -> None:
        """Review all documents anew, since what the reviewer goes by has changed."""
        for document in self._desk.documents:
            if document.document is not None:
                self._desk.review(document)
        self._tell_phase()

    def set_year(self, year: int | None) -> None:
        """Take `year` as the document's year, None to work it out from the text, and review again."""
        if year == self.options.year:
            return
        self.current.options = replace(self.options, year=year)
        if self.document is not None:
            self._desk.review(self.current)
        self.changed.emit(Change(options=True, phase=True))
        self.documents_changed.emit()

    def _changed_filters(self) -> None:
        super()._changed_filters()
        self.documents_changed.emit()

    def _tell_phase(self) -> None:
        self.changed.emit(Change(phase=True))
        self.documents_changed.emit()

    def _turn_to(self, document: OpenDocument) -> None:
        """Show `document`, with what it has to tell."""
        self.current = document
        self._desk.first = document if document is not self._nothing else None
        self._ledger.turn_to(document.book)
        self._forget_visible()
        self.changed.emit(Change(document=True, report=True, phase=True, options=True))
        self.documents_changed.emit()
        news, document.news = document.news, ()
        if news:
            self.told.emit("".join(news))
        self._desk.look(document)

    def _tell(self, document: OpenDocument, sentence: str) -> None:
        """Tell something of a document, at once or when the clerk sees it."""
        if document is self.current:
            self.told.emit(sentence)
        else:
            document.news = (*document.news, sentence)

    def _on_read(self, document: OpenDocument) -> None:
        self.opened.emit(document)
        document.news = document.document.warnings if document.document is not None else ()
        if document is self._desk.first:
            self._turn_to(document)
        else:
            self.documents_changed.emit()
        self._say_refused()

    def _on_refused(self, document: OpenDocument) -> None:
        self._refused.append(document)
        self._await_next()
        self._tell_phase()
        self._say_refused()

    def _await_next(self) -> None:
        """Where the document that the clerk waited for is gone, stay with the one shown, or show another."""
        if self._desk.first is None and self.current is not self._nothing:
            self._desk.first = self.current
        elif self._desk.first is None:
            there = next((one for one in self._desk.documents if one.document is not None), None)
            if there is not None:
                self._turn_to(there)
            else:
                self._desk.first = next(iter(self.being_read), None)

    def _say_refused(self) -> None:
        if self._refused and not self.being_read:
            self.refused.emit(self.not_read)

    def _on_reviewed(self, document: OpenDocument, sentence: str) -> None:
        self._keep_renewed(document)
        if document is self.current:
            self._forget_visible()
            self.changed.emit(Change(report=True, phase=True))
        self.documents_changed.emit()
        if sentence:
            self._tell(document, sentence)

    def _on_decided(self) -> None:
        from reviewer.ui.finding_decisions import index_of, key_of
        from reviewer.ui.successor import successor

        shown = self.current
        if shown.review is None:
            return
        chosen = shown.report.duties[shown.selected_duty] if shown.report and shown.selected_duty >= 0 else None
        known = shown.report.findings[shown.selected_finding] if shown.report and shown.selected_finding >= 0 else None
        lost = shown.carry_out(shown.review, self.standing.value)
        self._forget_visible()
        shown.selected_finding = index_of(self, key_of(known) if known is not None else None)
        if chosen is not None and shown.report is not None:
            shown.selected_duty = successor(chosen, shown.report.duties, self.visible_duties())
        self.changed.emit(Change(report=True))
        self.documents_changed.emit()
        if lost:
            self.told.emit(decision_words.lost_words(lost, edited=False))

    def _on_standing(self) -> None:
        """Have what holds for all documents hold in those that are open; a step does so for the one shown itself."""
        for document in self._desk.documents:
            if document.review is not None and not (self._ledger.stepping and document is self.current):
                document.carry_out(document.review, self.standing.value)
        if not self._ledger.stepping:
            self._forget_visible()
            self.changed.emit(Change(report=True))
        self.documents_changed.emit()

    def _keep_renewed(self, document: OpenDocument) -> None:
        if document.renewed:
            self._ledger.keep(document.book)

    def _on_reread(self, document: OpenDocument, sentence: str) -> None:
        self._keep_renewed(document)
        if document is self.current:
            self._forget_visible()
            self.changed.emit(Change(document=True, same_file=True, report=True))
        self.documents_changed.emit()
        self._tell(document, sentence)

    def _on_astray(self, document: OpenDocument, sentence: str) -> None:
        if document is self.current:
            self.failed.emit(sentence)
        else:
            document.news = (*document.news, sentence)
