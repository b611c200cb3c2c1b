"""The tree of headings and running points, and how an entry looks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from reviewer.model.finding import SEVERITY_ORDER, Finding
from reviewer.ui.badges import paint_badges, paint_severity
from reviewer.ui.outline_model import OutlineRole
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.theme import GAP, current


class OutlineTree(QTreeView):
    """A tree that shows which entry is being read, apart from the one that the keyboard stands on."""

    def __init__(self) -> None:
        super().__init__()
        self._followed = QPersistentModelIndex()
        self.setAccessibleName("标题层次")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setIndentation(GAP + GAP // 2)
        self.setItemDelegate(_EntryDelegate(self))

    @property
    def followed(self) -> QPersistentModelIndex:
        """The entry that is being read, invalid where there is none."""
        return self._followed

    def follow(self, index: QModelIndex) -> None:
        """Highlight `index` and scroll it into view."""
        if self._followed == index:
            return
        self._followed = QPersistentModelIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, tree: OutlineTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, option.fontMetrics.height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = current()
        state, rect, font = option.state, QRectF(option.rect), option.font
        followed = self._tree.followed == index
        paint_row_state(
            painter,
            rect.adjusted(0, 1, -2, -1),
            theme,
            selected=followed,
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        rect.adjust(GAP - 2, 0, -GAP + 2, 0)
        closed = not state & QStyle.StateFlag.State_Open
        badges = index.data(OutlineRole.ALL_BADGES if closed else OutlineRole.OWN_BADGES)
        rect.setRight(paint_badges(painter, rect.right(), rect.center().y(), badges, font, theme))
        faults: tuple[Finding, ...] = index.data(OutlineRole.FAULTS)
        if faults:
            worst = min((fault.severity for fault in faults), key=SEVERITY_ORDER.__getitem__)
            paint_severity(painter, QRectF(rect.left(), rect.center().y() - 7, 14, 14), worst, theme)
            rect.setLeft(rect.left() + 14 + GAP // 2)
        painter.save()
        if not index.parent().isValid():
            font = strong(font)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        words = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
