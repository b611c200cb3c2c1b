"""Two drafts side by side in a list: what went is struck through, what came is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.comparison import Change
from reviewer.comparison.rows import Row
from reviewer.ui import utf16
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.theme import GAP, current

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
SIGNS = {Change.SAME: "", Change.CHANGED: "改", Change.CAME: "增", Change.WENT: "删"}
_SIGN_WIDTH = 28
_PLACE_WIDTH = 76
_BATCH = 20  # rows laid out before the window gets its turn
_LINE = 1.35  # of the font's height


class CompareModel(QAbstractListModel):
    """The rows of a comparison, all of them or only those that are not the same in both drafts."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Row] = ()
        self._rows: list[Row] = []
        self._same = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._all = rows
        self._fill()

    def show_same(self, same: bool) -> None:
        """Show also what is the same in both drafts, or not."""
        self._same = same
        self._fill()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return _spoken(row)
        return None

    def changes(self) -> list[int]:
        """The numbers of the shown rows that are not the same in both drafts."""
        return [number for number, row in enumerate(self._rows) if row.change is not Change.SAME]

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if self._same or row.change is not Change.SAME]
        self.endResetModel()


def _spoken(row: Row) -> str:
    if row.change is Change.SAME:
        return row.new
    told = {Change.CAME: f"新增：{row.new}", Change.WENT: f"删去：{row.old}"}
    return f"{row.place}，" + told.get(row.change, f"原来：{row.old}　现在：{row.new}")


class CompareList(QListView):
    """A sign, the place, the old and the new words of each row; Enter or a double click activates one."""

    def __init__(self, model: CompareModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self._model = model
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def step(self, steps: int) -> bool:
        """Choose the next change, or the one before where `steps` is negative; False where there is none."""
        changes, here = self._model.changes(), self.currentIndex().row()
        ahead = [n for n in changes if n > here] if steps > 0 else [n for n in reversed(changes) if n < here]
        if not ahead:
            return False
        self.setCurrentIndex(self._model.index(ahead[0]))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew to the new width."""
        super().resizeEvent(event)
        self._cells.forget()
        self.scheduleDelayedItemsLayout()


class _Cells(QStyledItemDelegate):
    """Paints a row; heights are those of the words set to half the width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[Row, int] = {}

    def forget(self) -> None:
        """Measure anew."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the higher of the two cells."""
        row: Row = index.data(ROW)
        if row not in self._heights:
            width = self._cell_width(self._view.viewport().width())
            cells = (_layout(row, option.font, width, new=new) for new in (False, True))
            self._heights[row] = round(max(cell.boundingRect().height() for cell in cells)) + 2 * GAP
        return QSize(80, self._heights[row])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the colours of the theme in force."""
        theme, row = current(), index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        paint_row_state(
            painter,
            rect.adjusted(0, 1, -2, -1),
            theme,
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=bool(option.state & QStyle.StateFlag.State_HasFocus),
        )
        top = rect.top() + GAP
        line = QFontMetricsF(option.font).height() * _LINE
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(strong(option.font))
        painter.setPen(QColor(_colour(row.change)))
        painter.drawText(QRectF(rect.left() + GAP, top, _SIGN_WIDTH, line), align, SIGNS[row.change])
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(rect.left() + GAP + _SIGN_WIDTH, top, _PLACE_WIDTH, line), align, row.place)
        width = self._cell_width(rect.width())
        left = rect.left() + GAP + _SIGN_WIDTH + _PLACE_WIDTH
        for new in (False, True):
            _layout(row, option.font, width, new=new).draw(painter, QPointF(left, top))
            left += width + 2 * GAP
        painter.setPen(QPen(QColor(theme.border), 1))
        middle = rect.left() + GAP + _SIGN_WIDTH + _PLACE_WIDTH + width + GAP
        painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom()))
        painter.restore()

    def _cell_width(self, width: float) -> float:
        return max(80.0, (width - _SIGN_WIDTH - _PLACE_WIDTH - 5 * GAP) / 2)


def _colour(change: Change) -> str:
    theme = current()
    return {Change.CAME: theme.success, Change.WENT: theme.error, Change.CHANGED: theme.warning}.get(
        change, theme.muted
    )


def _layout(row: Row, font: QFont, width: float, *, new: bool) -> QTextLayout:
    """The words of one cell, set and coloured."""
    text = row.new if new else row.old
    layout = QTextLayout("\u2028".join(map(utf16.displayable, text.split("\n"))), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(row, text, new=new))
    metrics = QFontMetricsF(font)
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top + metrics.height() * (_LINE - 1) / 2))
        top += metrics.height() * _LINE
    layout.endLayout()
    return layout


def _formats(row: Row, text: str, *, new: bool) -> list[QTextLayout.FormatRange]:
    theme = current()
    calm, marked = QTextCharFormat(), QTextCharFormat()
    calm.setForeground(QColor(theme.muted if row.change is Change.SAME else theme.text))
    marked.setForeground(QColor(theme.text))
    marked.setBackground(QColor(theme.duty_soft if new else theme.error_soft))
    marked.setFontUnderline(new)
    marked.setFontStrikeOut(not new)
    if row.change in (Change.CAME, Change.WENT):
        return [_range(text, 0, len(text), marked)]
    found = [_range(text, 0, len(text), calm)]
    for piece in row.pieces:
        start, end = (piece.new_start, piece.new_end) if new else (piece.old_start, piece.old_end)
        if not piece.same and end > start:
            found.append(_range(text, start, end, marked))
    return found


def _range(text: str, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = utf16.to_utf16(text, start)
    made.length = utf16.to_utf16(text, end) - made.start
    made.format = form
    return made
