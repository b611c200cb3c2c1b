"""The table of duties: two-line rows, edited where they stand."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.ui.badges import paint_box, paint_pencil, paint_question
from reviewer.ui.duties_model import DECIDED_ROLE, FOLDED_ROLE, GROUP_ROLE, UNCERTAIN_ROLE, DutiesModel
from reviewer.ui.duty_cells import Column
from reviewer.ui.duty_editors import FrequencyBox, editor_for
from reviewer.ui.duty_groups import Group
from reviewer.ui.pane_parts import keep_chosen_in_sight, paint_row_state, strong
from reviewer.ui.theme import GAP, current

Index = QModelIndex | QPersistentModelIndex
_SIGN = 14
_FOLDS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_SWITCHES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {Column.LEAD: 7, Column.SUPPORT: 7, Column.LIMIT: 7, Column.DUE: 7, Column.FREQUENCY: 5}
_EDITOR_WIDTH = 13  # characters that an editor shows at least, however narrow its column is


class DutyTable(QTableView):
    """One row chosen at most; the columns that say where and when stay, the task takes what is left.

    F2 and a double click edit a cell that can be edited; Enter, and a double click elsewhere, activate the row. A
    group's title closes and opens it: by a click, Left and Right, Space or Enter.
    """

    def __init__(self, model: DutiesModel) -> None:
        super().__init__()
        self.setAccessibleName("任务表")
        self.setAccessibleDescription(
            "空格打勾，打了勾的列入清单；F2 修改一格，Delete 删去一条，回车翻到原文，菜单键看其他操作；"
            "在一组的标题上，左右方向键收起、展开。"
        )
        self.setModel(model)
        self.setItemDelegate(_DutyCell(model, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setAccessibleName("任务表的列")
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.TASK, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(Column.TASK, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._span_headings)
        model.layoutChanged.connect(self._span_headings)
        model.rowsInserted.connect(self._span_headings)
        model.rowsRemoved.connect(self._span_headings)
        self.pressed.connect(self._on_pressed)
        self._duties = model
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close or open the group whose title the keyboard is at."""
        here = self.currentIndex()
        folded, key = here.siblingAtColumn(0).data(FOLDED_ROLE), Qt.Key(event.key())
        if folded is None or not (key in _FOLDS or key in _SWITCHES):
            super().keyPressEvent(event)
        else:
            self._duties.fold(here.row(), _FOLDS.get(key, not folded))

    def _on_pressed(self, index: QModelIndex) -> None:
        folded = index.siblingAtColumn(0).data(FOLDED_ROLE)
        if folded is not None and QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._duties.fold(index.row(), not folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight."""
        super().resizeEvent(event)
        keep_chosen_in_sight(self)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._measure()

    def _span_headings(self) -> None:
        """Let a group's title have the whole row."""
        self.clearSpans()
        for row in self._duties.headings:
            self.setSpan(row, 0, 1, len(Column))

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(2 * metrics.height() + GAP + 2)
        for column, characters in _WIDTHS.items():
            self.horizontalHeader().resizeSection(column, characters * metrics.horizontalAdvance("汉") + 2 * GAP)


class _DutyCell(QStyledItemDelegate):
    """Two lines of text; what is not settled is muted, slanted and has a sign, what the clerk changed another."""

    def __init__(self, model: DutiesModel, table: DutyTable) -> None:
        super().__init__(table)
        self._model = model
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor for a column."""
        report, duty = self._model.shown(index)
        editor = editor_for(report, duty, Column(index.column()), parent)
        if isinstance(editor, FrequencyBox):
            editor.activated.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands in the cell."""
        words = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, FrequencyBox):
            editor.choose(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed or chosen; a day that is none is forgotten."""
        if isinstance(editor, FrequencyBox):
            model.setData(index, editor.chosen)
        elif isinstance(editor, QLineEdit) and editor.hasAcceptableInput():
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """One line in the middle of the cell, wide enough to write in."""
        room = self._table.viewport().width()
        least = _EDITOR_WIDTH * option.fontMetrics.horizontalAdvance("汉")
        width = min(room, max(option.rect.width(), least))
        height = min(option.rect.height(), editor.sizeHint().height())
        left = max(0, min(option.rect.left(), room - width))
        editor.setGeometry(left, option.rect.center().y() - height // 2, width, height)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the box ticks it; a double click there does no more than that."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None or not _box_area(option.rect).contains(event.position()):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            other = Qt.CheckState.Unchecked if ticked is Qt.CheckState.Checked else Qt.CheckState.Checked
            model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        return event.type() is not QEvent.Type.MouseButtonPress

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        theme = current()
        uncertain = bool(index.data(UNCERTAIN_ROLE))
        option.font.setItalic(uncertain)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        colour = QColor(theme.muted if uncertain or _unticked(index) else theme.text)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(GROUP_ROLE)
        if group is not None:
            _paint_heading(painter, option, group, index.data(FOLDED_ROLE))
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        flag = QStyle.StateFlag
        theme = current()
        painter.save()
        if option.state & flag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.accent_soft))
            if index.column() == Column.TASK:
                painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(theme.accent))
        elif option.state & flag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.hover))
        if option.state & flag.State_HasFocus:
            paint_row_state(painter, QRectF(option.rect), theme, selected=False, hovered=False, focused=True)
        painter.setPen(QColor(theme.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        shown.state &= ~(flag.State_Selected | flag.State_HasFocus | flag.State_MouseOver)
        shown.rect.adjust(GAP // 2, 0, 0, 0)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            box = _box(shown.rect)
            paint_box(painter, box, theme, ticked=ticked is Qt.CheckState.Checked)
            shown.rect.setLeft(int(box.right()) + 2)
        sign = QRectF(shown.rect.left() + 2, shown.rect.center().y() - _SIGN / 2, _SIGN, _SIGN)
        if index.data(UNCERTAIN_ROLE):
            paint_question(painter, sign, QColor(theme.warning))
            shown.rect.setLeft(int(sign.right()) + 2)
        elif index.data(DECIDED_ROLE):
            paint_pencil(painter, sign, QColor(theme.accent))
            shown.rect.setLeft(int(sign.right()) + 2)
        painter.restore()
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)


def _box(cell: QRect) -> QRectF:
    """Where the box to tick is in a cell."""
    return QRectF(cell.left() + 2, cell.center().y() - _SIGN / 2, _SIGN, _SIGN)


def _box_area(cell: QRect) -> QRectF:
    """Where a click means the box."""
    return QRectF(cell.left(), cell.top(), _SIGN + GAP, cell.height())


def _unticked(index: Index) -> bool:
    first = index.sibling(index.row(), Column.TASK)
    return bool(first.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked)


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, group: Group, folded: bool | None) -> None:
    """A group's title on the first line, how many it holds and what encloses it on the second; before it a triangle."""
    theme = current()
    painter.save()
    painter.fillRect(option.rect, QColor(theme.panel_alternate))
    if option.state & QStyle.StateFlag.State_HasFocus:
        paint_row_state(painter, QRectF(option.rect), theme, selected=False, hovered=False, focused=True)
    painter.setPen(QColor(theme.border_strong))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    room = option.rect.adjusted(GAP + _SIGN, GAP // 2, -GAP, -GAP // 2)
    if folded is not None:
        middle = QPointF(option.rect.left() + GAP + _SIGN / 2 - 3, room.top() + option.fontMetrics.height() / 2)
        _paint_triangle(painter, middle, QColor(theme.accent if folded else theme.muted), folded=folded)
    told = "　".join(filter(None, (group.told, group.above)))
    half = Qt.AlignmentFlag.AlignLeft
    for words, font, colour, align in (
        (group.title, strong(option.font), theme.text, half | Qt.AlignmentFlag.AlignTop),
        (told, option.font, theme.muted, half | Qt.AlignmentFlag.AlignBottom),
    ):
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, fitting)
    painter.restore()


def _paint_triangle(painter: QPainter, middle: QPointF, colour: QColor, *, folded: bool) -> None:
    """To the right before what is closed, down before what is open."""
    side = _SIGN / 3
    corners = ((-side * 0.6, -side), (side * 0.8, 0), (-side * 0.6, side))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([middle + (QPointF(x, y) if folded else QPointF(y, x)) for x, y in corners]))
    painter.restore()
