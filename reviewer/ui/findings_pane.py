"""The list of findings, with what the chosen one is about."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.finding import Finding, Severity
from reviewer.model.report import Report
from reviewer.ui import labels
from reviewer.ui.badges import severity_colour
from reviewer.ui.filter_chips import FilterChips
from reviewer.ui.finding_card import FindingCard, suggestion_words
from reviewer.ui.findings_model import FindingsModel, FindingsRole, Grouping, counts, rule_name, rule_of
from reviewer.ui.pane_parts import (
    Detail,
    ListOrWords,
    SearchLine,
    detail_html,
    keep_chosen_in_sight,
    list_above_detail,
    muted,
    waiting_words,
)
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP, current
from reviewer.ui.turns import show_in_turn

_BATCH = 200  # cards


class FindingsPane(QWidget):
    """Cards that can be filtered and grouped; choosing one moves the text, and the other way round."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("问题")
        self.session = session
        self._shown = -1
        self._filters = (session.hidden_categories, session.show_info)
        self.model = FindingsModel(self)
        self.list = CardList(self.model)
        self.chips = FilterChips()
        self.search = SearchLine("筛选问题", "筛选：规则、文中的话", self.list)
        self.grouping = QComboBox()
        self.grouping.setAccessibleName("排列方式")
        self.grouping.view().setAccessibleName("可选的排列方式")
        for grouping in Grouping:
            self.grouping.addItem(grouping.value, grouping)
        self.info = QCheckBox("显示提示")
        self.info.setToolTip(labels.SEVERITY_HINT[Severity.INFO])
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.previous = _step_button(Qt.ArrowType.UpArrow, "上一处", "上一处（Shift+F8）")
        self.next = _step_button(Qt.ArrowType.DownArrow, "下一处", "下一处（F8）")
        self.detail = Detail("这一处的说明", self._explain)
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
        second.addWidget(self.count, 1)
        second.addWidget(self.info)
        second.addWidget(self.previous)
        second.addWidget(self.next)
        self.splitter = list_above_detail(self._stack, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP - 2)
        column.addWidget(self.chips)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.chips.hidden_changed.connect(self.session.set_hidden_categories)
        self.search.textChanged.connect(self._fill)
        self.grouping.currentIndexChanged.connect(self._fill)
        self.info.toggled.connect(self.session.set_show_info)
        self.previous.clicked.connect(self.session.previous_finding)
        self.next.clicked.connect(self.session.next_finding)
        self.list.selectionModel().selectionChanged.connect(self._on_chosen)
        self.list.activated.connect(self._go_to)
        self.detail.anchorClicked.connect(self._on_link)
        self.session.changed.connect(self._on_changed)
        self.session.finding_selected.connect(self._on_selected)

    def _on_changed(self, change: Change) -> None:
        filters = (self.session.hidden_categories, self.session.show_info)
        if change.document:
            self.list.scrollToTop()
        if change.report or change.phase or (change.filters and filters != self._filters):
            show_in_turn(self, self.session.report, self._rebuild)

    def _rebuild(self) -> None:
        session = self.session
        self._filters = (session.hidden_categories, session.show_info)
        self.chips.show_counts(counts(session.report, session.show_info), session.hidden_categories)
        hints = sum(f.severity is Severity.INFO for f in session.report.findings) if session.report else 0
        with QSignalBlocker(self.info):
            self.info.setChecked(session.show_info)
        self.info.setText(f"显示提示（{hints}）" if hints else "显示提示")
        self.info.setEnabled(bool(hints))
        self._fill()

    def _fill(self) -> None:
        session, words = self.session, self.search.text().strip()
        visible = session.visible_findings()
        self.model.show(session.report, visible, self.grouping.currentData(), words)
        self._say_state(session.report, len(visible), words)
        self._on_selected(session.selected_finding)

    def _say_state(self, report: Report | None, visible: int, words: str) -> None:
        said = waiting_words(self.session, "打开文稿后，这里列出要改的地方。")
        if report is not None and not self.model.count:
            if visible:
                said = f"没有含“{words}”的问题。"
            elif all(f.severity is Severity.INFO for f in report.findings):
                said = "没有发现问题。"
            else:
                said = "查出的问题都被筛掉了，点上面的类别可以重新显示。"
        self._stack.show_words(said)
        for step in (self.previous, self.next):
            step.setEnabled(bool(visible))
        self.count.setText(_count_words(self.model) if not said else "")

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
        self._shown = finding
        self.detail.refresh()

    def _explain(self) -> str:
        report = self.session.report
        if report is None or self._stack.words or not 0 <= self._shown < len(report.findings):
            return ""
        return explanation(report, report.findings[self._shown])

    def _go_to(self, index: QModelIndex | QPersistentModelIndex) -> None:
        finding: Finding | None = index.data(FindingsRole.FINDING)
        if finding is not None:
            self.session.request_place(finding.span)

    def _on_link(self, url: QUrl) -> None:
        report = self.session.report
        if report is not None and 0 <= self._shown < len(report.findings):
            self.session.request_place(report.findings[self._shown].related[int(url.path())])


def explanation(report: Report, finding: Finding) -> str:
    """The finding in full, as HTML in the colours of the theme in force."""
    theme = current()
    colour = severity_colour(finding.severity, theme).name()
    severity = f"<span style='color:{colour}'>{labels.SEVERITY[finding.severity]}</span>"
    parts = [
        f"<b>{escape(rule_name(finding))}</b>　{severity}　{muted(labels.SEVERITY_HINT[finding.severity])}",
        escape(finding.message),
    ]
    if finding.suggestions:
        offered = "、".join(f"<b style='color:{theme.success}'>{escape(_offer(s))}</b>" for s in finding.suggestions)
        parts.append(f"{muted('建议：')}{offered}")
    rule = rule_of(finding.rule)
    if rule is not None:
        told = (("为什么", rule.why), ("怎么改", rule.instead), ("依据", rule.standard))
        parts += [f"{muted(f'{head}：')}{escape(text)}" for head, text in told if text]
    if finding.related:
        links = "、".join(
            f"<a href='place:{n}' style='color:{theme.accent}'>{escape(report.document.text(span)[:12] or '此处')}</a>"
            for n, span in enumerate(finding.related)
        )
        parts.append(f"{muted('相关处：')}{links}")
    return detail_html(parts)


def _offer(suggestion: str) -> str:
    return f"改为“{suggestion_words(suggestion)}”" if suggestion else "删去"


def _count_words(model: FindingsModel) -> str:
    each = "，".join(f"{labels.SEVERITY[severity]} {count}" for severity, count in model.severities.items() if count)
    return f"{model.count} 处：{each}"


class CardList(QListView):
    """The cards, one chosen at most; thousands of them are laid out a batch at a time."""

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
