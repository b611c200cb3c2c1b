"""The document that is shown, what of it passes the clerk's filters, and where she is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.finding import Category
from reviewer.model.office import Office
from reviewer.model.outline import Outline
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.ui.change import Change, DutyView, MarkKind
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.speech_looks import ParagraphLook
from reviewer.ui.stepping import step
from reviewer.ui.visible import passing_duties, passing_findings

if TYPE_CHECKING:
    from reviewer.anchoring import Index
    from reviewer.model.corrected import Corrected


class ShownDocument(QObject):
    """What is to be known of `current`, the document that is shown; the filters are the same for all documents.

    `changed` brings a `Change`, `notice` a passing sentence for the clerk. `office` tells the clerk's own units.
    """

    changed = Signal(object)
    finding_selected = Signal(int)
    duty_selected = Signal(int)
    place_requested = Signal(object)
    cursor_moved = Signal(int, int)
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nothing = OpenDocument()
        self._visible_findings: tuple[int, ...] | None = None
        self._pending_findings: tuple[int, ...] | None = None
        self._accepted_findings: tuple[int, ...] | None = None
        self._visible_duties: tuple[int, ...] | None = None
        self.current = self._nothing
        self.hidden_categories: frozenset[Category] = frozenset()
        self.show_info = False
        self.show_decided = False
        self.show_general_duties = False
        self.duty_view = DutyView.TABLE
        self.office: Callable[[], Office] = Office
        self.kinds_shown: frozenset[MarkKind] = frozenset(MarkKind)

    @property
    def path(self) -> str | None:
        """The file that is shown, None where nothing is."""
        return self.current.path

    @property
    def document(self) -> Document | None:
        """Its text."""
        return self.current.document

    @property
    def outline(self) -> Outline | None:
        """Its headings."""
        return self.current.outline

    @property
    def looks(self) -> Sequence[ParagraphLook]:
        """How its paragraphs are set."""
        return self.current.looks

    @property
    def report(self) -> Report | None:
        """Its review with the clerk's decisions carried out, None while there is none."""
        return self.current.report

    @property
    def corrected(self) -> Corrected | None:
        """What the decisions came to, None while there is no review."""
        return self.current.corrected

    @property
    def options(self) -> ReviewOptions:
        """What it is reviewed by."""
        return self.current.options

    @property
    def selected_finding(self) -> int:
        """Index of the finding chosen in it, -1 for none."""
        return self.current.selected_finding

    @property
    def selected_duty(self) -> int:
        """Index of the duty chosen in it, -1 for none."""
        return self.current.selected_duty

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the reader is in it: paragraph and offset."""
        return self.current.cursor

    @property
    def index(self) -> Index:
        """Where the shown document's sentences are, for anchors; there must be a document."""
        return self.current.index

    def anchor(self, span: Span) -> Anchor:
        """The anchor of a place in the open document."""
        from reviewer.anchoring import anchor

        return anchor(self.index, span)

    def set_hidden_categories(self, categories: frozenset[Category]) -> None:
        """Show all findings but those of `categories`."""
        if categories != self.hidden_categories:
            self.hidden_categories = frozenset(categories)
            self._changed_filters()

    def set_show_info(self, show: bool) -> None:
        """Show also what is only worth a look."""
        if show != self.show_info:
            self.show_info = show
            self._changed_filters()

    def set_show_decided(self, show: bool) -> None:
        """Show also findings on which something is decided."""
        if show != self.show_decided:
            self.show_decided = show
            self._changed_filters()

    def set_show_general_duties(self, show: bool) -> None:
        """Show also duties that cannot be ticked off."""
        if show != self.show_general_duties:
            self.show_general_duties = show
            self._changed_filters()

    def set_duty_view(self, view: DutyView) -> None:
        """Lay the duties out in another way."""
        if view is not self.duty_view:
            self.duty_view = view
            self._changed_filters()

    def set_kinds_shown(self, kinds: frozenset[MarkKind]) -> None:
        """Mark only `kinds` in the text; the panes are not touched."""
        if kinds != self.kinds_shown:
            self.kinds_shown = frozenset(kinds)
            self._changed_filters()

    def visible_findings(self) -> tuple[int, ...]:
        """Indices of the findings that pass the filters, in reading order; those decided only where they are shown."""
        if self.report is None or not self.show_decided:
            return self.pending_findings()
        if self._visible_findings is None:
            self._visible_findings = passing_findings(self.report, self.hidden_categories, self.show_info)
        return self._visible_findings

    def pending_findings(self) -> tuple[int, ...]:
        """Indices of the findings that pass the filters and are not decided yet, in reading order."""
        if self._pending_findings is None:
            self._pending_findings = self._pending(self.current)
        return self._pending_findings

    def accepted_findings(self) -> tuple[int, ...]:
        """Indices of the findings whose words are to be others, in reading order, whatever the filters say."""
        if self._accepted_findings is None:
            verdicts = self.corrected.verdicts if self.corrected is not None else ()
            accepted = (index for index, verdict in enumerate(verdicts) if verdict.state is State.ACCEPTED)
            self._accepted_findings = tuple(accepted)
        return self._accepted_findings

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
        self.current.selected_finding = index
        self.finding_selected.emit(index)

    def select_duty(self, index: int) -> None:
        """Make the duty at `index` the current one; -1 for none."""
        if self.report is None or not -1 <= index < len(self.report.duties):
            return
        self.current.selected_duty = index
        self.duty_selected.emit(index)

    def request_place(self, span: Span) -> None:
        """Ask the reading surface to show `span`."""
        self.place_requested.emit(span)

    def move_cursor(self, paragraph: int, offset: int) -> None:
        """Say that the reader is now at this place; only the reading surface does."""
        if (paragraph, offset) != self.cursor:
            self.current.cursor = (paragraph, offset)
            self.cursor_moved.emit(paragraph, offset)

    def scroll(self, paragraph: int, offset: int) -> None:
        """Say that this place is at the upper edge of the page; only the reading surface does."""
        self.current.top = (paragraph, offset)

    def next_finding(self) -> None:
        """Select the first undecided finding behind the cursor, or, where there is none, the first of all."""
        self._step(forward=True)

    def previous_finding(self) -> None:
        """Select the last undecided finding before the cursor, or, where there is none, the last of all."""
        self._step(forward=False)

    def open_findings(self, document: OpenDocument) -> int:
        """How many findings of one of the open documents pass the filters and are not decided yet."""
        return len(self.pending_findings() if document is self.current else self._pending(document))

    def _pending(self, document: OpenDocument) -> tuple[int, ...]:
        corrected = document.corrected
        if corrected is None:
            return ()
        passing = passing_findings(corrected.report, self.hidden_categories, self.show_info)
        return tuple(index for index in passing if corrected.verdicts[index].state is State.OPEN)

    def _step(self, forward: bool) -> None:
        visible = self.pending_findings()
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

    def _changed_filters(self) -> None:
        self._forget_visible()
        self.changed.emit(Change(filters=True))

    def _forget_visible(self) -> None:
        self._visible_findings = self._pending_findings = self._accepted_findings = self._visible_duties = None
