"""Which stretches of the text in sight are marked, and how."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.folding import Folding
from reviewer.ui.mark_formats import current_format, found_format, mark_format
from reviewer.ui.marks import Mark, MarkLook, Place, marks
from reviewer.ui.session import DocumentSession
from reviewer.ui.speech_document import SpeechDocument

_AHEAD = 12  # paragraphs marked beyond each edge of the window, so that small scrolls need no new marks
_FURTHER = 1500  # characters marked beyond the edges inside a long paragraph


class Marking:
    """The marks of a session's report, of the place that is looked at, and of a search, around what is in sight.

    `current` is that place, None for none; `plain` leaves out the marks of the report.
    """

    def __init__(self, session: DocumentSession, shown: SpeechDocument, folding: Folding) -> None:
        self._session = session
        self._folding = folding
        self._shown = shown
        self._stretch: tuple[Place, Place] | None = None
        self._complete = False
        self._found: Sequence[Span] = ()
        self._found_starts: list[Place] = []
        self.current: Span | None = None
        self.plain = False

    def set_found(self, spans: Sequence[Span]) -> None:
        """Mark the matches of a search, in reading order; () for none."""
        self._found = spans
        self._found_starts = [(span.paragraph, span.start) for span in spans]

    def forget(self) -> None:
        """What was marked is marked no longer, or differently."""
        self._stretch = None
        self._complete = False

    def covers(self, begin: Place, end: Place) -> bool:
        """Whether the text from `begin` to `end` is marked already, and just beyond as far as there is text."""
        if self._stretch is None or not self._stretch[0] <= begin <= end <= self._stretch[1]:
            return False
        return self._complete or self._stretch[1][0] == self._shown.paragraphs - 1

    @property
    def complete(self) -> bool:
        """Whether all that is in sight, and some text beyond, is marked, so that more text at the end changes nothing."""
        return self._complete

    def marks(self) -> list[Mark]:
        """The report's marks in sight and just beyond."""
        if self._stretch is None or self.plain:
            return []
        found = [mark for stretch in self._folding.visible(*self._stretch) for mark in marks(self._session, *stretch)]
        found.sort(key=lambda mark: mark.look.value)
        return found

    def selections(self, begin: Place, end: Place) -> list[QTextEdit.ExtraSelection]:
        """The marks of the text from `begin` to `end` and just beyond, in the order of painting."""
        last = self._shown.paragraphs - 1
        self._stretch = (
            (begin[0], begin[1] - _FURTHER) if begin[1] > _FURTHER else (max(0, begin[0] - _AHEAD), 0),
            (min(last, end[0] + _AHEAD), end[1] + _FURTHER),
        )
        self._complete = end[0] + _AHEAD <= last
        return [self._selection(span, form) for span, form in self._layers()]

    def _layers(self) -> list[tuple[Span, QTextCharFormat]]:
        """What is marked and how, later above earlier: duties, the current place, findings and deadlines, matches."""
        colours = theme.current()
        current = self.current if self._is_near(self.current) else None
        low: list[tuple[Span, QTextCharFormat]] = []
        high: list[tuple[Span, QTextCharFormat]] = []
        for mark in self.marks():
            form = mark_format(mark.look, colours)
            if mark.span == current:
                form = QTextCharFormat(form)
                form.clearBackground()
            (low if mark.look is MarkLook.DUTY else high).append((mark.span, form))
        middle = [(current, current_format(colours))] if current is not None and len(current) else []
        found = [(span, found_format(colours)) for span in self._found_near() if span != current]
        return [*low, *middle, *high, *found]

    def _found_near(self) -> Sequence[Span]:
        if self._stretch is None:
            return ()
        begin, end = self._stretch
        return self._found[bisect_left(self._found_starts, begin) : bisect_right(self._found_starts, end)]

    def _is_near(self, span: Span | None) -> bool:
        if span is None or self._stretch is None:
            return False
        begin, end = self._stretch
        return begin <= (span.paragraph, span.end) and (span.paragraph, span.start) <= end

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._shown.qt)
        cursor.setPosition(self._shown.position(span.paragraph, span.start) or 0)
        cursor.setPosition(self._shown.position(span.paragraph, span.end) or 0, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = form
        return made
