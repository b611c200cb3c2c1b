"""Hides what stands under a heading, and shows it again, so that the window never waits."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextTable

from reviewer.model.outline import Outline
from reviewer.ui.marks import Place
from reviewer.ui.speech_document import SpeechDocument

_SLICE = 700  # paragraphs shown before the window gets its turn; Qt sets them anew in some 25 ms


def bodies(outline: Outline, texts: Sequence[str]) -> dict[int, int]:
    """For each paragraph that begins with a heading and has something under it, the paragraph behind that."""
    found: dict[int, int] = {}
    open_headings: list[tuple[int, int]] = []  # level, paragraph
    for entry in outline.entries:
        paragraph = entry.span.paragraph
        before = texts[paragraph][: entry.span.start] if paragraph < len(texts) else "x"
        if entry.is_point or before.strip():
            continue
        while open_headings and open_headings[-1][0] >= entry.level:
            found[open_headings.pop()[1]] = paragraph
        open_headings.append((entry.level, paragraph))
    found.update((paragraph, len(texts)) for _, paragraph in open_headings)
    return {paragraph: end for paragraph, end in sorted(found.items()) if end > paragraph + 1}


class Folding(QObject):
    """Which headings are closed. `changed` is emitted when some text went or came, `settled` once all of it did."""

    changed = Signal()
    settled = Signal()

    def __init__(self, shown: SpeechDocument) -> None:
        super().__init__(shown)
        self._shown = shown
        self._bodies: dict[int, int] = {}
        self._headings: list[int] = []
        self._closed: set[int] = set()
        self._hidden: set[int] = set()
        self._set_up_to = 0
        self._waiting: list[tuple[int, int]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_out_next)
        shown.grown.connect(self._on_grown)

    @property
    def settling(self) -> bool:
        """Whether text that is to be shown is still without a place."""
        return bool(self._waiting)

    def set_outline(self, outline: Outline | None, texts: Sequence[str]) -> None:
        """Take these headings; those that are no longer there are open."""
        self._bodies = bodies(outline, texts) if outline is not None else {}
        self._headings = list(self._bodies)
        self._close(self._closed & set(self._bodies))

    def forget(self) -> None:
        """Open everything, for another document."""
        self._closed, self._hidden = set(), set()

    def begin(self) -> None:
        """The text is filled in anew; what is hidden will be hidden there too."""
        self._timer.stop()
        self._waiting = []
        self._set_up_to = 0

    def can_fold(self, paragraph: int) -> bool:
        """Whether the paragraph is a heading with something under it."""
        return paragraph in self._bodies

    def is_closed(self, paragraph: int) -> bool:
        """Whether what stands under this heading is hidden."""
        return paragraph in self._closed

    def hidden_under(self, paragraph: int) -> int:
        """How many paragraphs stand under a heading."""
        return self._bodies[paragraph] - paragraph - 1

    def heading_around(self, paragraph: int) -> int | None:
        """The innermost heading that can be closed and that the paragraph is, or stands under."""
        for heading in reversed(self._headings[: bisect_right(self._headings, paragraph)]):
            if paragraph < self._bodies[heading]:
                return heading
        return None

    def toggle(self, paragraph: int) -> None:
        """Close a heading, or open it."""
        if paragraph in self._bodies:
            self._close(self._closed ^ {paragraph})

    def close_all(self) -> None:
        """Hide what stands under the headings, so that only these are left."""
        self._close(set(self._bodies))

    def open_all(self) -> None:
        """Show everything."""
        self._close(set())

    def reveal(self, paragraph: int) -> bool:
        """Open what hides a paragraph; whether it has its place already."""
        if paragraph in self._hidden:
            over = {p for p in self._closed if p < paragraph < self._bodies.get(p, 0)}
            self._close(self._closed - over)
        return not self._waiting

    def visible(self, begin: Place, end: Place) -> Iterator[tuple[Place, Place]]:
        """The stretches between two places without what is hidden."""
        paragraph = begin[0]
        start: Place | None = None
        while paragraph <= end[0]:
            if paragraph in self._hidden:
                if start is not None:
                    yield start, (paragraph - 1, 10**9)
                    start = None
                paragraph = self._end_of_hidden(paragraph)
                continue
            if start is None:
                start = begin if paragraph == begin[0] else (paragraph, 0)
            paragraph += 1
        if start is not None:
            yield start, end

    def _end_of_hidden(self, paragraph: int) -> int:
        heading = max(p for p in self._closed if p < paragraph < self._bodies[p])
        return self._bodies[heading]

    def _close(self, closed: set[int]) -> None:
        if closed == self._closed:
            return
        self._closed = closed
        hidden: set[int] = set()
        for heading in closed:
            hidden.update(range(heading + 1, self._bodies[heading]))
        gone, come = hidden - self._hidden, self._hidden - hidden
        self._hidden = hidden
        self._set_visible([p for p in gone if p < self._set_up_to], False)
        self._set_visible([p for p in come if p < self._set_up_to], True)
        if self._waiting:
            self._timer.start()
            self._lay_out_next()
        else:
            self.changed.emit()

    def _set_visible(self, paragraphs: list[int], visible: bool) -> None:
        """Hide or show blocks; what is shown is laid out in slices, what is hidden takes no time."""
        paragraphs.sort()
        for first, last in _runs(paragraphs):
            self._set_run_visible(first, last, visible)
        step = _SLICE if visible else max(1, len(paragraphs))
        slices = [paragraphs[i : i + step] for i in range(0, len(paragraphs), step)]
        self._waiting += [(stretch[0], stretch[-1]) for stretch in slices]

    def _set_run_visible(self, first: int, last: int, visible: bool) -> None:
        begin, end = self._shown.position(first, 0), self._shown.position(last, 0)
        if begin is None or end is None:
            return
        block = self._shown.qt.findBlock(begin)
        while block.isValid() and block.position() <= end:
            block.setVisible(visible)
            block = block.next()
        if self._shown.has_tables:
            for frame in self._shown.qt.rootFrame().childFrames():
                if isinstance(frame, QTextTable) and begin <= frame.firstPosition() <= end:
                    frame.setFormat(self._shown.table_format(frame, visible))

    def _lay_out_next(self) -> None:
        first, last = self._waiting.pop(0)
        begin, end = self._shown.position(first, 0), self._shown.position(last, 10**9)
        if begin is not None and end is not None:
            self._shown.qt.markContentsDirty(begin, end - begin + 1)
        if not self._waiting:
            self._timer.stop()
        self.changed.emit()
        if not self._waiting:
            self.settled.emit()

    def _on_grown(self) -> None:
        first, self._set_up_to = self._set_up_to, self._shown.paragraphs
        hidden = [p for p in range(first, self._set_up_to) if p in self._hidden] if self._hidden else []
        if hidden:
            self._set_visible(hidden, False)
            self._lay_out_next()


def _runs(paragraphs: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Paragraphs, in order, as first and last of stretches without gaps."""
    first = last = -1
    for paragraph in paragraphs:
        if first >= 0 and paragraph != last + 1:
            yield first, last
            first = -1
        if first < 0:
            first = paragraph
        last = paragraph
    if first >= 0:
        yield first, last
