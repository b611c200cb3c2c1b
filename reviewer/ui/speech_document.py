"""Fills a `QTextDocument` slice by slice, so that the window never waits, and finds places in it again."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
    QTextTableFormat,
)

from reviewer.ui import utf16
from reviewer.ui.speech_looks import BODY_LOOK, Look, ParagraphLook
from reviewer.ui.table_shapes import TablePiece
from reviewer.ui.typography import PageSetup, Typography

_FIRST = 1200  # characters filled in with the call: more than a window shows
_SLICE = 2000  # characters filled in before the window gets its turn; Qt lays them out in some 6 ms


class SpeechDocument(QObject):
    """The text of one document in Qt, one block a paragraph, those of a table in its cells.

    `grown` is emitted after each slice, `filled` after the last. Places ask for paragraph and code-point offset; what
    is not filled in yet has none. `has_tables` says whether part of what is filled in stands in tables.
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
        self._piece: TablePiece | None = None
        self._table: QTextTable | None = None
        self.has_tables = False
        self._in_empty_block = True
        self._starts: list[int] = []
        self._plain: list[bool] = []
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

    def paragraph_of(self, block: QTextBlock) -> int | None:
        """The paragraph that a block shows, None for what only lies between tables."""
        paragraph = bisect_right(self._starts, block.position()) - 1
        return paragraph if paragraph >= 0 and self._starts[paragraph] == block.position() else None

    def table_format(self, table: QTextTable, visible: bool) -> QTextTableFormat:
        """How a table is set while it is shown, or while the text of its cells is hidden."""
        made = QTextTableFormat(table.format())
        made.setBorder(1 if visible else 0)
        made.setCellPadding(self._typography.cell_padding if visible else 0)
        return made

    def clear(self) -> None:
        """Take everything away."""
        self._timer.stop()
        self._piece = self._table = None
        self.has_tables = False
        self._in_empty_block = True
        self._starts, self._plain = [], []
        self.qt.clear()

    def fill(self, texts: Sequence[str], looks: Sequence[ParagraphLook], typography: Typography) -> None:
        """Begin anew with `texts`; the first slice is there when this returns, the others follow."""
        self.clear()
        self._texts, self._looks, self._typography = texts, looks, typography
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
        if self._plain[paragraph]:
            return self._starts[paragraph] + min(offset, len(text))
        return self._starts[paragraph] + utf16.to_utf16(text, offset)

    def place(self, position: int) -> tuple[int, int]:
        """Paragraph and code-point offset of a Qt position; (0, 0) in an empty document."""
        paragraph = bisect_right(self._starts, position) - 1
        if paragraph < 0:
            return 0, 0
        text, units = self._texts[paragraph], position - self._starts[paragraph]
        return paragraph, min(units, len(text)) if self._plain[paragraph] else utf16.from_utf16(text, units)

    def _fill_slice(self) -> None:
        room = _SLICE if self._starts else min(_FIRST, _SLICE)
        edit = QTextCursor(self.qt)  # the other one is made anew for each cell
        edit.beginEditBlock()
        index = len(self._starts)
        while index < len(self._texts) and room > 0:
            self._append(index)
            room -= len(self._texts[index]) + 1
            index += 1
        edit.endEditBlock()
        if index == len(self._texts):
            self._timer.stop()
            self._leave_table()
            if self._in_empty_block and index:
                self._cursor.setBlockFormat(self._typography.gap)
        self.grown.emit()
        if index == len(self._texts):
            self.filled.emit()

    def _append(self, index: int) -> None:
        text = self._texts[index]
        look = self._looks[index] if self._looks else BODY_LOOK
        spaces = len(text) - len(text.lstrip("\u3000"))
        block = self._typography.block(look.look, spaces)
        characters = self._typography.characters(look.look)
        self._open_block(index, look.piece, block, characters)
        begin = self._cursor.position()
        shown = utf16.displayable(text)
        done = 0
        for start, end, inner in look.stretches:
            self._cursor.insertText(shown[done:start], characters)
            self._cursor.insertText(shown[start:end], self._typography.characters(inner))
            done = end
        self._cursor.insertText(shown[done:], characters)
        self._starts.append(begin)
        self._plain.append(self._cursor.position() - begin == len(text))

    def _open_block(
        self, index: int, piece: TablePiece | None, block: QTextBlockFormat, characters: QTextCharFormat
    ) -> None:
        """Put the cursor into an empty block for the paragraph, in a table where it stands in one."""
        if piece is not self._piece:
            self._leave_table()
            if piece is not None:
                self._begin_table(piece)
        if piece is not None and self._table is not None:
            cell = piece.cell(index)
            if index == piece.first or cell != piece.cell(index - 1):
                self._cursor = self._table.cellAt(cell.row, cell.column).firstCursorPosition()
                self._in_empty_block = True
        if self._in_empty_block:
            self._cursor.setBlockFormat(block)
            self._cursor.mergeBlockCharFormat(characters)  # that of a cell's first block says how far the cell spans
            self._in_empty_block = False
        else:
            self._cursor.insertBlock(block, characters)

    def _begin_table(self, piece: TablePiece) -> None:
        if self._in_empty_block:  # Qt has a block before and behind each table
            self._cursor.setBlockFormat(self._typography.gap)
        self.has_tables = True
        form = self._typography.table(piece.shares)
        self._piece, self._table = piece, self._cursor.insertTable(piece.rows, len(piece.shares), form)
        for cell in piece.cells:
            if cell.width > 1:
                self._table.mergeCells(cell.row, cell.column, 1, cell.width)

    def _leave_table(self) -> None:
        if self._table is not None:
            self._cursor.setPosition(self._table.lastPosition() + 1)
            self._piece = self._table = None
            self._in_empty_block = True
