"""How long the text is, in what sentences and parts, and what it says over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.ui.change import Change
from reviewer.ui.dialog_parts import closing, column_of
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from reviewer.statistics import Statistics

_SIZE = (620, 640)
_PLACE = Qt.ItemDataRole.UserRole
_COLUMNS = 4  # facts side by side
_NARROWEST = 76  # pixels of a column


class StatisticsDialog(QDialog):
    """Measures the document shown in the background; choosing a line shows its place in the text."""

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("文稿统计")
        self.setAccessibleName("文稿统计")
        self._session = session
        self._preferences = preferences
        self._measured: Statistics | None = None
        self._document: Document | None = None
        self._revision = 0
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_measured)
        self.state = QLabel()
        self.state.setProperty("role", "muted")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(3 * GAP)
        self.facts.setVerticalSpacing(GAP // 2)
        self.longest = QPushButton("看最长的一句(&L)")
        self.longest.clicked.connect(self._show_longest)
        self.parts = self._tree("各部分长短", ("部分", "字数", "占全文", "朗读"))
        self.phrases = self._tree("反复出现的词句", ("词句", "次数", "第一次在"))
        buttons, _ = closing(self, self.longest)
        column = column_of(self, self.state)
        column.addLayout(self.facts)
        column.addSpacing(GAP)
        for tree, words in (
            (self.parts, "各部分长短"),
            (self.phrases, "反复出现的词句（固定提法、成语和单位名称不算）"),
        ):
            column.addWidget(QLabel(words))
            column.addWidget(tree, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        session.changed.connect(self._on_changed)
        preferences.changed.connect(self._on_preference)

    def measure(self) -> None:
        """Measure the document shown in the window."""
        document, outline = self._session.document, self._session.outline or Outline()
        self._revision += 1
        self._document, self._measured = document, None
        self._fill()
        if document is None:
            self.state.setText("没有打开的文稿。")
            return
        self.state.setText("正在统计…")

        def work() -> Statistics:
            from reviewer.statistics import statistics

            return statistics(document, outline)

        self._background.start("measure", self._revision, work)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether nothing is being measured any more within the time."""
        return self._background.wait(milliseconds)

    def _tree(self, name: str, columns: tuple[str, ...]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(name)
        tree.setHeaderLabels(columns)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.itemActivated.connect(self._show_item)
        tree.itemClicked.connect(self._show_item)
        return tree

    def _on_measured(self, outcome: Outcome) -> None:
        if outcome.revision != self._revision:
            return
        if outcome.error is not None:
            self.state.setText(outcome.error.sentence)
            return
        self._measured = outcome.value
        self.state.setText(self._session.current.name)
        self._fill()

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and (change.document or self._session.document is not self._document):
            self.measure()

    def _on_preference(self, name: str) -> None:
        if name == "reading_speed" and self._measured is not None:
            self._fill()

    def _fill(self) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.parts.clear()
        self.phrases.clear()
        measured, document = self._measured, self._document
        self.longest.setEnabled(measured is not None and measured.sentences.longest is not None)
        if measured is None or document is None:
            return
        from reviewer.exports.statistics_text import fact_lines, part_rows, phrase_rows

        speed = self._preferences.settings.number("reading_speed")
        for number, (value, words) in enumerate(fact_lines(measured, speed)):
            row, place = divmod(number, _COLUMNS)
            for below, text, role in ((0, value, "title"), (1, words, "muted")):
                label = QLabel(text)
                label.setProperty("role", role)
                label.setContentsMargins(0, 0, 0, below * GAP)
                self.facts.addWidget(label, 2 * row + below, place)
        for part, cells in zip(measured.parts, part_rows(measured, speed), strict=True):
            self._add(self.parts, cells, Span(part.paragraph, 0, len(document.texts[part.paragraph])))
        for phrase, words_and_more in zip(measured.phrases, phrase_rows(document, measured), strict=True):
            self._add(self.phrases, words_and_more, phrase.first)

    def _add(self, tree: QTreeWidget, cells: tuple[str, ...], place: Span) -> None:
        item = QTreeWidgetItem(tree, list(cells))
        item.setData(0, _PLACE, place)
        item.setToolTip(0, cells[0])
        for column in (1, 2):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _show_item(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        self._go(item.data(0, _PLACE))

    def _show_longest(self) -> None:
        if self._measured is not None and self._measured.sentences.longest is not None:
            self._go(self._measured.sentences.longest)

    def _go(self, place: Span) -> None:
        if self._session.document is self._document:
            self._session.request_place(place)
