"""The outline beside the text, as Word's navigation pane has it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.outline_model import OutlineModel
from reviewer.ui.outline_tree import OutlineTree
from reviewer.ui.pane_parts import ListOrWords, SearchLine, waiting_words
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP
from reviewer.ui.title_row import TitleRow
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
