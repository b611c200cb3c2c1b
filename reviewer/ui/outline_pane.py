"""The outline beside the text, as Word's navigation pane has it."""

from bisect import bisect_right
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.finding import SEVERITY_ORDER, Finding
from reviewer.ui.badges import Badge, paint_badges, paint_severity
from reviewer.ui.outline_model import OutlineModel, OutlineRole
from reviewer.ui.pane_parts import ListOrWords, SearchLine, paint_row_state, strong, waiting_words
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP, current
from reviewer.ui.turns import show_in_turn

_ALL_LEVELS = 4
_MOST_ROWS = 500  # more than these are no overview, and take the tree longer than a frame to lay out
_LEVELS = ((1, "只看第一级"), (2, "展开到第二级"), (3, "展开到第三级"), (_ALL_LEVELS, "全部展开"))
_DECIDED = Change(report=True)
"""What a decision changes: the report, but not its headings."""


class OutlinePane(QWidget):
    """Headings and running points as a tree; a click or Enter goes there."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("大纲")
        self.session = session
        self._level = 3
        self._cursor = (0, 0)
        self.model = OutlineModel(self)
        self.title = TitleRow()
        self.tree = OutlineTree()
        self.tree.setModel(self.model)
        self.search = SearchLine("查找标题", "查找标题", self.tree)
        self.levels = self._level_button()
        self._stack = ListOrWords(self.tree, "大纲")
        top = QHBoxLayout()
        top.setSpacing(GAP // 2)
        top.addWidget(self.search, 1)
        top.addWidget(self.levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self._stack, 1)
        self.title.clicked.connect(self._go_to_title)
        self.tree.clicked.connect(self._go_to)
        self.tree.activated.connect(self._go_to)
        self.tree.collapsed.connect(self._follow)
        self.tree.expanded.connect(self._follow)
        self.search.textChanged.connect(self._rebuild)
        session.changed.connect(self._on_changed)
        session.cursor_moved.connect(self._on_cursor)
        self._rebuild()

    @property
    def words(self) -> str:
        """What is said in place of the tree, "" while the tree is shown."""
        return self._stack.words

    def show_level(self, level: int) -> None:
        """Show headings down to this level of the contract (1 to 4) and close all below."""
        self._level = level
        self._expand(level)

    def _level_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("层级")
        button.setAccessibleName("展开到第几级")
        button.setToolTip("展开到第几级")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("role", "field")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        menu = QMenu(button)
        for level, name in _LEVELS:
            menu.addAction(name).triggered.connect(partial(self.show_level, level))
        button.setMenu(menu)
        return button

    def _on_changed(self, change: Change) -> None:
        if change.document:
            self._cursor = self.session.cursor
        if change == _DECIDED and self.model.take(self.session.report):
            self._count()
        elif change.report or change.document or change.phase:
            show_in_turn(self, self.session.report, self._rebuild)
        elif change.filters and self.model.report is self.session.report:
            self._count()

    def _rebuild(self) -> None:
        words = self.search.text().strip()
        self.model.set_report(self.session.report, words)
        self._count()
        self._expand(_ALL_LEVELS if words else self._fitting_level())
        said = waiting_words(self.session, "打开文稿后，这里显示它的标题层次。")
        if not said and not self.model.rowCount():
            said = f"没有含“{words}”的标题。" if words else "文中没有发现标题层次。"
        self._stack.show_words(said)

    def _count(self) -> None:
        self.model.set_counts(self.session.pending_findings(), self.session.visible_duties())
        name = Path(self.session.path).name if self.session.path else ""
        self.title.show_title(self.model.title or name, self.model.totals)
        self.title.setVisible(self.session.report is not None)

    def _fitting_level(self) -> int:
        """The level chosen, or in a very long document the deepest above it that leaves an overview."""
        level = self._level
        while level > 1 and self.model.count_of_level(level) > _MOST_ROWS:
            level -= 1
        return level

    def _expand(self, level: int) -> None:
        self.tree.collapseAll()
        # With a layout pending, opening an entry costs nothing; without one, each lays the whole tree out anew.
        self.tree.scheduleDelayedItemsLayout()
        with QSignalBlocker(self.tree):
            if level > 1:
                self._expand_below(QModelIndex(), level)
        self._follow()

    def _expand_below(self, parent: QModelIndex, level: int) -> None:
        for row in range(self.model.rowCount(parent)):
            index = self.model.index(row, 0, parent)
            entry = self.model.entry_at(index)
            if entry is not None and (entry.level < level or level == _ALL_LEVELS) and self.model.rowCount(index):
                self.tree.setExpanded(index, True)
                self._expand_below(index, level)

    def _on_cursor(self, paragraph: int, offset: int) -> None:
        self._cursor = (paragraph, offset)
        self._follow()

    def _follow(self) -> None:
        """Highlight the entry that governs the cursor, or the closed one that hides it, and keep it in view."""
        shown = index = self.model.governing(*self._cursor)
        while index.parent().isValid():
            index = index.parent()
            if not self.tree.isExpanded(index):
                shown = index
        self.tree.follow(shown)

    def _go_to(self, index: QModelIndex) -> None:
        entry = self.model.entry_at(index)
        if entry is not None:
            self.session.request_place(entry.span)

    def _go_to_title(self) -> None:
        span = self.model.title_span
        if span is not None:
            self.session.request_place(span)


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


class TitleRow(QAbstractButton):
    """The document's title with the counts of the whole document; a click goes to the top."""

    def __init__(self) -> None:
        super().__init__()
        self._badges: tuple[Badge, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, badges: tuple[Badge, ...]) -> None:
        """Show `title`, on two lines where it is long."""
        self._badges = badges
        self.setText(title)
        counted = [badge.words for badge in badges if badge.count]
        self.setToolTip("\n".join([title, *counted]))
        self.setAccessibleName(f"标题：{title}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of the title."""
        return QSize(80, 2 * self.fontMetrics().height() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """As high as the hint, however narrow."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another font."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The title at the left, the badges at the right."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_row_state(
            painter, rect, theme, selected=False, hovered=self.underMouse() or self.isDown(), focused=self.hasFocus()
        )
        rect.adjust(GAP, 0, -GAP, 0)
        rect.setRight(paint_badges(painter, rect.right(), rect.center().y(), self._badges, self.font(), theme))
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(theme.text))
        lines = _two_lines(self.text(), painter.fontMetrics(), int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """`text` broken into at most two lines of `width` pixels, the second cut short where it is too long."""
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    fit = bisect_right(range(1, len(text)), width, key=lambda n: metrics.horizontalAdvance(text[:n])) or 1
    return text[:fit], metrics.elidedText(text[fit:], Qt.TextElideMode.ElideRight, width)
