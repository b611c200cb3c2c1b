"""Fills a `QTextDocument` slice by slice, so that the window never waits, and finds places in it again."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from reviewer.ui import utf16
from reviewer.ui.speech_looks import BODY_LOOK, Look, ParagraphLook
from reviewer.ui.typography import PageSetup, Typography

_FIRST = 1200  # characters filled in with the call: more than a window shows
_SLICE = 2000  # characters filled in before the window gets its turn; Qt lays them out in some 6 ms


class SpeechDocument(QObject):
    """The text of one document in Qt, one block a paragraph.

    `grown` is emitted after each slice, `filled` after the last. Places ask for paragraph and code-point offset; what
    is not filled in yet has none.
    """

    grown = Signal()
    filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.qt = QTextDocument(self)
        self.qt.setUndoRedoEnabled(False)
        self._texts: Sequence[str] = ()
        self._looks: Sequence[ParagraphLook] = ()
        self._typography = Typography(PageSetup())
        self._starts: list[int] = []
        self._end = 0
        self._cursor = QTextCursor(self.qt)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_slice)

    @property
    def filling(self) -> bool:
        """Whether more text is to come."""
        return self._timer.isActive()

    @property
    def paragraphs(self) -> int:
        """How many paragraphs stand in the Qt document already."""
        return len(self._starts)

    def look(self, paragraph: int) -> Look:
        """The look that the paragraph was set in."""
        return self._looks[paragraph].look if self._looks else Look.BODY

    def fill(self, texts: Sequence[str], looks: Sequence[ParagraphLook], typography: Typography) -> None:
        """Begin anew with `texts`; the first slice is there when this returns, the others follow."""
        self._timer.stop()
        self._texts, self._looks, self._typography = texts, looks, typography
        self._starts = []
        self._end = 0
        self.qt.clear()
        self.qt.setDefaultFont(typography.body_font())
        frame = self.qt.rootFrame()
        form = frame.frameFormat()
        form.setLeftMargin(typography.margin_left)
        form.setRightMargin(typography.margin_right)
        form.setTopMargin(typography.margin_top)
        form.setBottomMargin(typography.margin_top)
        frame.setFrameFormat(form)
        self._cursor = QTextCursor(self.qt)
        if texts:
            self._timer.start()
            self._fill_slice()

    def position(self, paragraph: int, offset: int) -> int | None:
        """The Qt position of a place, None where the text is not there (yet)."""
        if not 0 <= paragraph < len(self._starts):
            return None
        text = self._texts[paragraph]
        if self._is_plain(paragraph):
            return self._starts[paragraph] + min(offset, len(text))
        return self._starts[paragraph] + utf16.to_utf16(text, offset)

    def place(self, position: int) -> tuple[int, int]:
        """Paragraph and code-point offset of a Qt position; (0, 0) in an empty document."""
        paragraph = bisect_right(self._starts, position) - 1
        if paragraph < 0:
            return 0, 0
        text, units = self._texts[paragraph], position - self._starts[paragraph]
        return paragraph, min(units, len(text)) if self._is_plain(paragraph) else utf16.from_utf16(text, units)

    def _is_plain(self, paragraph: int) -> bool:
        """Whether the paragraph has as many UTF-16 units as code points, so that offsets are the same."""
        following = self._starts[paragraph + 1] if paragraph + 1 < len(self._starts) else self._end
        return following - self._starts[paragraph] == len(self._texts[paragraph]) + 1

    def _fill_slice(self) -> None:
        room = _SLICE if self._starts else min(_FIRST, _SLICE)
        self._cursor.beginEditBlock()
        index = len(self._starts)
        while index < len(self._texts) and room > 0:
            self._append(index)
            room -= len(self._texts[index]) + 1
            index += 1
        self._cursor.endEditBlock()
        if index == len(self._texts):
            self._timer.stop()
        self.grown.emit()
        if index == len(self._texts):
            self.filled.emit()

    def _append(self, index: int) -> None:
        text = self._texts[index]
        look = self._looks[index] if self._looks else BODY_LOOK
        spaces = len(text) - len(text.lstrip("\u3000"))
        block = self._typography.block(look.look, spaces)
        characters = self._typography.characters(look.look)
        if index:
            self._cursor.insertBlock(block, characters)
        else:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(characters)
        shown = utf16.displayable(text)
        done = 0
        for start, end, inner in look.stretches:
            self._cursor.insertText(shown[done:start], characters)
            self._cursor.insertText(shown[start:end], self._typography.characters(inner))
            done = end
        self._cursor.insertText(shown[done:], characters)
        self._starts.append(self._end)
        self._end += utf16.length(text) + 1
