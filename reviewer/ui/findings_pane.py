"""The list of findings, with the chosen one in full below it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.finding import Finding, Severity
from reviewer.model.report import Report
from reviewer.model.verdict import State
from reviewer.ui import labels
from reviewer.ui.filter_chips import FilterChips
from reviewer.ui.finding_card import FindingCard
from reviewer.ui.finding_keys import FindingKeys
from reviewer.ui.finding_menu import fixes_menu
from reviewer.ui.finding_panel import FindingPanel
from reviewer.ui.findings_model import FindingsModel, FindingsRole, Grouping, counts
from reviewer.ui.pane_parts import (
    ListOrWords,
    SearchLine,
    keep_chosen_in_sight,
    list_above_detail,
    waiting_words,
)
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP
from reviewer.ui.tick_bar import TickBar
from reviewer.ui.turns import show_in_turn
from reviewer.ui.visible import passing_findings, progress

_BATCH = 200  # cards


class FindingsPane(QWidget):
    """Cards that can be filtered and grouped; choosing one moves the text, and the other way round."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("问题")
        self.session = session
        self._filters = self._filters_now()
        self.model = FindingsModel(self)
        self.list = CardList(self.model)
        self.keys = FindingKeys(session, self.list, lambda: self.model.order)
        self.chips = FilterChips()
        self.search = SearchLine("筛选问题", "筛选：规则、文中的话", self.list)
        self.grouping = QComboBox()
        self.grouping.setAccessibleName("排列方式")
        self.grouping.view().setAccessibleName("可选的排列方式")
        for grouping in Grouping:
            self.grouping.addItem(grouping.value, grouping)
        self.info = QCheckBox("显示提示")
        self.info.setToolTip(labels.SEVERITY_HINT[Severity.INFO])
        self.decided = QCheckBox("显示已处理")
        self.decided.setToolTip("也列出已经采纳、忽略的各处")
        self.previous = _step_button(Qt.ArrowType.UpArrow, "上一处", "上一处（Shift+F8）")
        self.next = _step_button(Qt.ArrowType.DownArrow, "下一处", "下一处（F8）")
        self.panel = FindingPanel(session, lambda: self.model.order)
        self.ticks = TickBar(session, self.model)
        self._stack = ListOrWords(self.list, "问题")
        self._lay_out()
        self._connect()
        self._rebuild()

    @property
    def words(self) -> str:
        """What is said in place of the list, "" while the list is shown."""
        return self._stack.words

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(GAP // 2)
        first.addWidget(self.search, 1)
        first.addWidget(self.grouping)
        second.addWidget(self.decided)
        second.addWidget(self.info)
        second.addStretch(1)
        second.addWidget(self.previous)
        second.addWidget(self.next)
        self.splitter = list_above_detail(self._stack, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP - 2)
        column.addWidget(self.chips)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.ticks)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.chips.hidden_changed.connect(self.session.set_hidden_categories)
        self.search.textChanged.connect(self._fill)
        self.grouping.currentIndexChanged.connect(self._fill)
        self.info.toggled.connect(self.session.set_show_info)
        self.decided.toggled.connect(self.session.set_show_decided)
        self.previous.clicked.connect(self.session.previous_finding)
        self.next.clicked.connect(self.session.next_finding)
        self.list.selectionModel().selectionChanged.connect(self._on_chosen)
        self.list.doubleClicked.connect(self._go_to)
        self.list.ticked.connect(self._tick)
        self.list.menu_asked.connect(self._show_menu)
        self.session.changed.connect(self._on_changed)
        self.session.finding_selected.connect(self._on_selected)

    def _on_changed(self, change: Change) -> None:
        filters = self._filters_now()
        if change.document:
            self.list.scrollToTop()
        if change.report or change.phase or (change.filters and filters != self._filters):
            show_in_turn(self, self.session.report, self._rebuild)

    def _rebuild(self) -> None:
        session, corrected = self.session, self.session.corrected
        self._filters = self._filters_now()
        self.chips.show_counts(counts(session.report, self._listable()), session.hidden_categories)
        hints = sum(f.severity is Severity.INFO for f in session.report.findings) if session.report else 0
        done, whole = progress(corrected, session.show_info) if corrected is not None else (0, 0)
        for box, on in ((self.info, session.show_info), (self.decided, session.show_decided)):
            with QSignalBlocker(box):
                box.setChecked(on)
        self.info.setText(f"显示提示（{hints}）" if hints else "显示提示")
        self.info.setEnabled(bool(hints))
        self.decided.setText(f"已处理 {done}/{whole}" if whole else "显示已处理")
        self.decided.setEnabled(bool(whole))
        self._fill()

    def _filters_now(self) -> tuple[object, ...]:
        session = self.session
        return session.hidden_categories, session.show_info, session.show_decided

    def _listable(self) -> list[int]:
        """The findings that are listed where no category is hidden."""
        session = self.session
        if session.corrected is None:
            return []
        passing, verdicts = (
            passing_findings(session.corrected.report, frozenset(), session.show_info),
            session.corrected.verdicts,
        )
        return [i for i in passing if session.show_decided or verdicts[i].state is State.OPEN]

    def _fill(self) -> None:
        session, words = self.session, self.search.text().strip()
        visible = session.visible_findings()
        verdicts = session.corrected.verdicts if session.corrected is not None else ()
        self.model.show(session.report, verdicts, visible, self.grouping.currentData(), words)
        self._say_state(session.report, len(visible), words)
        self._on_selected(session.selected_finding)

    def _say_state(self, report: Report | None, visible: int, words: str) -> None:
        said = waiting_words(self.session, "打开文稿后，这里列出要改的地方。")
        if report is not None and not self.model.count:
            if visible:
                said = f"没有含“{words}”的问题。"
            elif all(f.severity is Severity.INFO for f in report.findings):
                said = "没有发现问题。"
            elif not self._listable():
                said = "查出的问题都处理完了。"
            else:
                said = "查出的问题都被筛掉了，点上面的类别可以重新显示。"
        self._stack.show_words(said)
        for step in (self.previous, self.next):
            step.setEnabled(bool(visible))
        words_for_all = _count_words(self.model) if not said else ""
        self.list.setAccessibleDescription(words_for_all)

    def _on_chosen(self) -> None:
        chosen = self.list.selectedIndexes()
        finding = self.model.finding_at(chosen[0]) if chosen else -1
        if finding >= 0 and finding != self.session.selected_finding:
            self.session.select_finding(finding)

    def _on_selected(self, finding: int) -> None:
        index = self.model.index_of(finding)
        if index.isValid():
            self.list.show_card(index)
        else:
            self.list.clearSelection()
        self.panel.show_finding(finding if not self._stack.words else -1)

    def _tick(self, index: QModelIndex) -> None:
        finding = self.model.finding_at(index)
        if finding >= 0:
            self.model.tick(finding, not index.data(FindingsRole.TICKED))

    def _show_menu(self, index: QModelIndex, place: QPoint) -> None:
        finding = self.model.finding_at(index)
        if finding >= 0:
            menu = fixes_menu(self.session, finding, self, self.model.order)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _go_to(self, index: QModelIndex | QPersistentModelIndex) -> None:
        finding: Finding | None = index.data(FindingsRole.FINDING)
        if finding is not None:
            self.session.request_place(finding.span)


def _count_words(model: FindingsModel) -> str:
    each = "，".join(f"{labels.SEVERITY[severity]} {count}" for severity, count in model.severities.items() if count)
    return f"{model.count} 处：{each}"


class CardList(QListView):
    """The cards, one chosen at most; thousands of them are laid out a batch at a time.

    `ticked` brings the card whose tick is to change, `menu_asked` one and the place for its menu on the screen.
    """

    ticked = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._awaited = QPersistentModelIndex()
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setAccessibleName("问题列表")
        self.setModel(model)
        self.setItemDelegate(FindingCard(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; what is typed is no search here."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.ticked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the one chosen."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        corner = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center())
        if index.isValid():
            self.menu_asked.emit(index, corner)

    def show_card(self, index: QModelIndex) -> None:
        """Choose the card and scroll to it, if need be once it is laid out."""
        self.setCurrentIndex(index)
        self._awaited = QPersistentModelIndex()
        if self.visualRect(index).isEmpty():
            self._awaited = QPersistentModelIndex(index)
        else:
            self.scrollTo(index)

    def _on_grown(self) -> None:
        index = self.model().index(self._awaited.row(), 0)
        if self._awaited.isValid() and not self.visualRect(index).isEmpty():
            self._awaited = QPersistentModelIndex()
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen card in sight."""
        super().resizeEvent(event)
        keep_chosen_in_sight(self)


def _step_button(arrow: Qt.ArrowType, name: str, hint: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    button.setToolTip(hint)
    return button
