"""The open document, its review and what the clerk looks at: the one thing in the window that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.errors import ReviewerError
from reviewer.model.anchor import Anchor
from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.model.finding import Category
from reviewer.model.outline import Outline
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.ui import decision_words, loading
from reviewer.ui.change import Change, MarkKind, Phase
from reviewer.ui.ledger import Keeper, Ledger
from reviewer.ui.loading import Opened, Outliner, Reader, Reviewer
from reviewer.ui.speech_looks import ParagraphLook
from reviewer.ui.stepping import step
from reviewer.ui.visible import passing_duties, passing_findings
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from reviewer.anchoring import Index
    from reviewer.model.corrected import Corrected


__all__ = ["Change", "DocumentSession", "MarkKind", "Phase"]


class DocumentSession(QObject):
    """Opens and reviews one document in the background and tells the views what changed.

    Views call its verbs (`open`, `select_finding`, `set_year`, …) and change nothing themselves. A result that
    belongs to an earlier document or to earlier options is dropped. Where a new file cannot be read, the document
    that was open stays open: `phase` goes back to what it was and `error` says why; FAILED means that there is
    nothing to go back to, or that the review itself failed. `outline` and `looks` are there as soon as the document
    is; a session that is given a `reader` of its own has an empty outline before the report, unless it is given an
    `outliner` too.

    `report` (and `corrected`) is the review with the clerk's decisions carried out; `keeper` keeps these from one day to the next.
    `told` and `failed` carry sentences for the clerk that are to stay until she has seen them, `notice` passing ones.
    """

    changed = Signal(object)
    finding_selected = Signal(int)
    duty_selected = Signal(int)
    place_requested = Signal(object)
    cursor_moved = Signal(int, int)
    notice = Signal(str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        reader: Reader | None = None,
        reviewer: Reviewer | None = None,
        outliner: Outliner | None = None,
        parent: QObject | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__(parent)
        self._outliner = outliner or (loading.outline if reader is None else loading.no_outline)
        self._reader = reader or loading.read
        self._reviewer = reviewer or loading.review
        self._background = Background(self)
        self._background.finished.connect(self._on_finished)
        self._ledger = Ledger(keeper, self)
        self._ledger.changed.connect(self._on_decided)
        self._ledger.failed.connect(self.failed)
        self._revision = 0
        self._loading_path: str | None = None
        self._stamp: loading.Stamp | None = None
        self._astray = False
        self._review: Report | None = None
        self.corrected: Corrected | None = None
        self._lost: tuple[Decision, ...] = ()
        self._index: Index | None = None
        self._visible_findings: tuple[int, ...] | None = None
        self._visible_duties: tuple[int, ...] | None = None
        self.phase = Phase.EMPTY
        self.path: str | None = None
        self.document: Document | None = None
        self.outline: Outline | None = None
        self.looks: Sequence[ParagraphLook] = ()
        self.report: Report | None = None
        self.error: ReviewerError | None = None
        self.options = ReviewOptions()
        self.hidden_categories: frozenset[Category] = frozenset()
        self.show_info = False
        self.show_general_duties = False
        self.kinds_shown: frozenset[MarkKind] = frozenset(MarkKind)
        self.selected_finding = -1
        self.selected_duty = -1
        self.cursor = (0, 0)

    @property
    def loading_path(self) -> str | None:
        """The file that is being read just now, None otherwise."""
        return self._loading_path

    def open(self, path: str) -> None:
        """Read `path` and review it, both in the background."""
        self._revision += 1
        self._background.abandon()
        self._loading_path = path
        self.error = None
        self.phase = Phase.LOADING
        work = partial(loading.open_file, self._reader, self._outliner, path, self._ledger.load)
        self._background.start("read", self._revision, work)
        self.changed.emit(Change(phase=True))

    def close(self) -> None:
        """Go back to having nothing open; whatever still runs is dropped when it ends."""
        self._revision += 1
        self._background.abandon()
        self._loading_path = self.path = self.document = self.outline = self.report = self.error = None
        self._stamp = self._review = self._index = None
        self._ledger.begin(None)
        self.looks = ()
        self.options = replace(self.options, day=None, year=None)
        self.phase = Phase.EMPTY
        self._forget_places()
        self.changed.emit(Change(document=True, report=True, phase=True, options=True))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether the background has come to rest, and all decisions are saved, within the time."""
        return self._background.wait(milliseconds) and self._ledger.wait(milliseconds)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What the clerk decided about the open document, oldest first."""
        return self._ledger.decisions

    @property
    def undo_text(self) -> str:
        """The decision that would be undone, "" where there is none."""
        return self._ledger.undo_text

    @property
    def redo_text(self) -> str:
        """The decision that would be redone, "" where there is none."""
        return self._ledger.redo_text

    @property
    def index(self) -> Index:
        """Where the open document's sentences are, for anchors; there must be a document."""
        from reviewer.anchoring import index

        assert self.document is not None
        if self._index is None:
            self._index = index(self.document)
        return self._index

    def anchor(self, span: Span) -> Anchor:
        """The anchor of a place in the open document."""
        from reviewer.anchoring import anchor

        return anchor(self.index, span)

    def decide(self, decision: Decision) -> None:
        """Carry out one decision; nothing happens before the first review is there."""
        self.set_decisions((*self.decisions, decision), decision_words.name_of(decision))

    def set_decisions(self, decisions: tuple[Decision, ...], text: str) -> None:
        """Put `decisions` in the place of those in force, as one step to undo that `text` names."""
        if self._review is not None:
            self._ledger.change(decisions, text)

    def undo(self) -> None:
        """Undo the last decision."""
        self._ledger.undo()

    def redo(self) -> None:
        """Redo the decision that was undone last."""
        self._ledger.redo()

    def check_file(self) -> None:
        """See whether the open file has changed on disk; if so it is read and reviewed again in the background."""
        if self.path is not None and self._stamp is not None and self.phase is Phase.REVIEWED:
            self._background.start("look", self._revision, partial(loading.stamp_of, self.path))

    def review_again(self) -> None:
        """Review the open document anew, since what the reviewer goes by has changed."""
        if self.document is not None and self.phase is not Phase.LOADING:
            self._start_review()
            self.changed.emit(Change(phase=True))

    def set_year(self, year: int | None) -> None:
        """Take `year` as the document's year, None to work it out from the text, and review again."""
        if year == self.options.year:
            return
        self.options = replace(self.options, year=year)
        if self.document is not None and self.phase is not Phase.LOADING:
            self._start_review()
        self.changed.emit(Change(options=True, phase=True))

    def set_hidden_categories(self, categories: frozenset[Category]) -> None:
        """Show all findings but those of `categories`."""
        if categories != self.hidden_categories:
            self.hidden_categories = frozenset(categories)
            self._filters_changed()

    def set_show_info(self, show: bool) -> None:
        """Show also what is only worth a look."""
        if show != self.show_info:
            self.show_info = show
            self._filters_changed()

    def set_show_general_duties(self, show: bool) -> None:
        """Show also duties that cannot be ticked off."""
        if show != self.show_general_duties:
            self.show_general_duties = show
            self._filters_changed()

    def set_kinds_shown(self, kinds: frozenset[MarkKind]) -> None:
        """Mark only `kinds` in the text; the panes are not touched."""
        if kinds != self.kinds_shown:
            self.kinds_shown = frozenset(kinds)
            self._filters_changed()

    def visible_findings(self) -> tuple[int, ...]:
        """Indices of the findings that pass the filters, in reading order."""
        if self.report is None:
            return ()
        if self._visible_findings is None:
            self._visible_findings = passing_findings(self.report, self.hidden_categories, self.show_info)
        return self._visible_findings

    def visible_duties(self) -> tuple[int, ...]:
        """Indices of the duties that pass the filters, in reading order."""
        if self.report is None:
            return ()
        if self._visible_duties is None:
            self._visible_duties = passing_duties(self.report, self.show_general_duties)
        return self._visible_duties

    def select_finding(self, index: int) -> None:
        """Make the finding at `index` the current one; -1 for none."""
        if self.report is None or not -1 <= index < len(self.report.findings):
            return
        self.selected_finding = index
        self.finding_selected.emit(index)

    def select_duty(self, index: int) -> None:
        """Make the duty at `index` the current one; -1 for none."""
        if self.report is None or not -1 <= index < len(self.report.duties):
            return
        self.selected_duty = index
        self.duty_selected.emit(index)

    def request_place(self, span: Span) -> None:
        """Ask the reading surface to show `span`."""
        self.place_requested.emit(span)

    def move_cursor(self, paragraph: int, offset: int) -> None:
        """Say that the reader is now at this place; only the reading surface does."""
        if (paragraph, offset) != self.cursor:
            self.cursor = (paragraph, offset)
            self.cursor_moved.emit(paragraph, offset)

    def next_finding(self) -> None:
        """Select the first visible finding behind the cursor, or, where there is none, the first of all."""
        self._step(forward=True)

    def previous_finding(self) -> None:
        """Select the last visible finding before the cursor, or, where there is none, the last of all."""
        self._step(forward=False)

    def _step(self, forward: bool) -> None:
        visible = self.visible_findings()
        report = self.report
        if report is None or not visible:
            self.notice.emit("没有要看的问题。" if report is not None else "还没有审阅结果。")
            return
        starts = [(report.findings[i].span.paragraph, report.findings[i].span.start) for i in visible]
        chosen = visible.index(self.selected_finding) if self.selected_finding in visible else None
        target, words = step(starts, self.cursor, chosen, forward=forward)
        if words:
            self.notice.emit(words)
        self.select_finding(visible[target])

    def _filters_changed(self) -> None:
        self._visible_findings = self._visible_duties = None
        self.changed.emit(Change(filters=True))

    def _forget_places(self) -> None:
        self._visible_findings = self._visible_duties = None
        self.selected_finding = self.selected_duty = -1
        self.cursor = (0, 0)

    def _start_review(self) -> None:
        assert self.document is not None
        self._revision += 1
        self.phase = Phase.READING
        self._background.start("review", self._revision, partial(self._reviewer, self.document, self.options))

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.revision != self._revision:
            return
        deeds = {"read": self._on_read, "look": self._on_looked, "read again": self._on_read_again}
        deeds.get(outcome.task, self._on_reviewed)(outcome)

    def _on_read(self, outcome: Outcome) -> None:
        path, self._loading_path = self._loading_path, None
        if outcome.error is not None:
            self.error = outcome.error
            if self.document is None:
                self.phase = Phase.FAILED
            elif self.report is None:
                self._start_review()
            else:
                self.phase = Phase.REVIEWED
            self.changed.emit(Change(phase=True))
            return
        opened: Opened = outcome.value
        self.path, self.report, self._review, self._lost = path, None, None, ()
        self._take(opened)
        self._ledger.begin(path, opened.decisions)
        self.options = replace(self.options, day=None, year=None)
        self._forget_places()
        self._start_review()
        self.changed.emit(Change(document=True, report=True, phase=True, options=True))

    def _take(self, opened: Opened) -> None:
        self.document, self.outline, self.looks = opened.document, opened.outline, opened.looks
        self._stamp, self._astray, self._index = opened.stamp, False, None

    def _on_reviewed(self, outcome: Outcome) -> None:
        first, lost = self.report is None, 0
        self._visible_findings = self._visible_duties = None
        self.selected_finding = self.selected_duty = -1
        if outcome.error is not None:
            self.error, self.phase = outcome.error, Phase.FAILED
            self.report = self._review = None
        else:
            lost = self._carry_out(outcome.value)
            self.phase = Phase.REVIEWED
        self.changed.emit(Change(report=True, phase=True))
        if lost:
            self.told.emit(decision_words.lost_words(lost, edited=first))

    def _carry_out(self, review: Report) -> int:
        """Make the report of `review` and the decisions; how many have no place in it, 0 where that is known already."""
        from reviewer.corrections import correct

        after = correct(review, self.decisions, self.index if self.decisions else None)
        known = set(after.lost) <= set(self._lost)
        self._review, self.corrected, self._lost = review, after, after.lost
        self.report, self.outline = after.report, after.report.outline
        self._visible_findings = self._visible_duties = None
        return 0 if known else len(after.lost)

    def _on_decided(self) -> None:
        from reviewer.ui.successor import successor

        if self._review is None:
            return
        chosen = self.report.duties[self.selected_duty] if self.report and self.selected_duty >= 0 else None
        lost = self._carry_out(self._review)
        if chosen is not None and self.report is not None:
            self.selected_duty = successor(chosen, self.report.duties, self.visible_duties())
        self.changed.emit(Change(report=True))
        if lost:
            self.told.emit(decision_words.lost_words(lost, edited=False))

    def _on_looked(self, outcome: Outcome) -> None:
        if outcome.value is None:
            self._say_astray(decision_words.FILE_GONE)
        elif outcome.value != self._stamp and self.path is not None:
            self._revision += 1
            given = (self._reader, self._outliner, self._reviewer, self.path, self.options)
            self._background.start("read again", self._revision, partial(loading.read_again, *given))

    def _on_read_again(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._say_astray(decision_words.FILE_NOT_REREAD)
            return
        opened, review = outcome.value
        if opened.document == self.document:
            self._stamp, self._astray = opened.stamp, False
            return
        self._take(opened)
        lost = self._carry_out(review)
        self.selected_finding = self.selected_duty = -1
        self.cursor = (min(self.cursor[0], max(0, len(opened.document.texts) - 1)), self.cursor[1])
        self.changed.emit(Change(document=True, same_file=True, report=True))
        self.told.emit(decision_words.reread_words(len(self.decisions), lost))

    def _say_astray(self, sentence: str) -> None:
        """Say once that what is shown is not what is on disk."""
        if not self._astray:
            self._astray = True
            self.failed.emit(sentence)
