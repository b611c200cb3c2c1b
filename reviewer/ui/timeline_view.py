"""The timeline of duties: a strip of days for each month, which opens into what is due there."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QTreeView

from reviewer.ui.duty_timeline import Month
from reviewer.ui.pane_parts import keep_chosen_in_sight
from reviewer.ui.theme import GAP
from reviewer.ui.timeline_model import TimelineModel, TimelineRole, pin_words
from reviewer.ui.timeline_painter import TimelineDelegate, box_area, pin_at

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, ...]
"""What tells a stretch from others in every report: the year and the month, nothing for those without."""


class TimelineView(QTreeView):
    """Months that open and close; `chosen` brings the duty of a row or of a mark in a strip that was clicked.

    The arrow keys go through months and duties, Left and Right close and open a month, Enter goes to the text.
    """

    chosen = Signal(int)

    def __init__(self, model: TimelineModel) -> None:
        super().__init__()
        self._months = model
        self.setAccessibleName("任务的时间轴")
        self.setAccessibleDescription("每月一行，左右方向键收起、展开；空格打勾，打了勾的列入清单；回车翻到原文。")
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setIndentation(GAP + GAP // 2)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._open: set[Key] = set()
        self._place: Key = ()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._on_chosen)

    def show_duty(self, duty: int) -> None:
        """Choose a row of a duty unless one is chosen: the one in the month where a row was chosen last, or the first.

        -1, or a duty without a row, chooses none.
        """
        chosen = self.selectionModel().selectedRows()
        if chosen and self._months.duty_at(chosen[0]) == duty:
            return
        rows = self._months.rows_of(duty)
        if rows:
            index = next((row for row in rows if self._key(row.parent()) == self._place), rows[0])
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def _on_chosen(self) -> None:
        rows, here = self.selectionModel().selectedRows(), self.currentIndex()
        if rows:
            self._place = self._key(rows[0].parent())
        if rows or (here.isValid() and self._months.duty_at(here) < 0):
            self.chosen.emit(self._months.duty_at(rows[0]) if rows else -1)

    def _key(self, index: Index) -> Key:
        stretch = index.data(TimelineRole.STRETCH)
        return (stretch.year, stretch.month) if isinstance(stretch, Month) else ()

    def _top(self) -> list[QModelIndex]:
        return [self._months.index(row, 0) for row in range(self._months.rowCount())]

    def _remember(self) -> None:
        self._open = {self._key(index) for index in self._top() if self.isExpanded(index)}

    def _restore(self) -> None:
        for index in self._top():
            if self._key(index) in self._open:
                self.expand(index)

    def _strip_at(self, position: QPoint) -> tuple[QModelIndex, Month | None, int | None]:
        """The row at a place, its month where it is one, and the day there that has marks."""
        index = self.indexAt(position)
        month = index.data(TimelineRole.STRETCH) if index.isValid() else None
        if not isinstance(month, Month):
            return index, None, None
        return index, month, pin_at(self.font(), self.visualRect(index), month, position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark in a strip chooses its duty, the rest of the strip opens or closes the month, a box ticks."""
        place = event.position().toPoint()
        index, month, day = self._strip_at(place)
        left = event.button() is Qt.MouseButton.LeftButton
        if left and month is not None and day is not None:
            self.expand(index)
            self.setCurrentIndex(self._months.index_of_mark(index, month.pins[day][0]))
        elif left and index.isValid() and self._months.rowCount(index) and self.visualRect(index).contains(place):
            self.setCurrentIndex(index)
            self.setExpanded(index, not self.isExpanded(index))
        elif left and self._is_box(index, place):
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
            other = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self._months.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        else:
            super().mousePressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the room beside a chosen row as it is; the row itself shows that it is chosen."""
        shown = QStyleOptionViewItem(option)
        shown.palette.setColor(QPalette.ColorRole.Highlight, QColor(Qt.GlobalColor.transparent))
        super().drawRow(painter, shown, index)

    def _is_box(self, index: QModelIndex, place: QPoint) -> bool:
        if not index.isValid() or index.data(Qt.ItemDataRole.CheckStateRole) is None:
            return False
        return box_area(self.visualRect(index)).contains(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark in a strip means, and keep the chosen row in sight."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, month, day = self._strip_at(event.pos())
            if month is not None and day is not None:
                tasks = [f"· {self._months.index_of_mark(index, mark).data()}" for mark in month.pins[day]]
                QToolTip.showText(event.globalPos(), "\n".join((pin_words(month, day), *tasks)), self, QRect())
                return True
        done = super().viewportEvent(event)
        if event.type() is QEvent.Type.Resize:
            keep_chosen_in_sight(self)
        return done
