"""The table of duties, with all that is known about the chosen one."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reviewer.model.duty import ActorSource, Duty, Tier
from reviewer.model.report import Report
from reviewer.model.time import TimeExpression
from reviewer.ui import duty_decisions, duty_values, labels
from reviewer.ui.duties_model import DutiesModel
from reviewer.ui.duty_cells import (
    CHANGED,
    FIELDS,
    NOT_LISTED,
    Column,
    due_of,
    editable,
    frequency_of,
    lead_of,
    limit_of,
    source_of,
    times_of,
)
from reviewer.ui.duty_menu import DutyMenu
from reviewer.ui.duty_table import DutyTable
from reviewer.ui.duty_views import DutyViews
from reviewer.ui.pane_parts import (
    Detail,
    ListOrWords,
    SearchLine,
    detail_html,
    list_above_detail,
    muted,
    waiting_words,
)
from reviewer.ui.session import Change, DocumentSession, DutyView
from reviewer.ui.struck_bar import StruckBar
from reviewer.ui.theme import GAP, current
from reviewer.ui.timeline_model import TimelineModel
from reviewer.ui.timeline_pane import TimelinePane
from reviewer.ui.turns import show_in_turn
from reviewer.ui.year_bar import YearBar

_WIDE_ONLY = (Column.SUPPORT, Column.LIMIT, Column.FREQUENCY)
_CHARACTERS_WHEN_WIDE = 48
_MOVE_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate
_DECIDED = Change(report=True)
"""What a decision changes."""
_TIMELESS = "这些任务都没有写明时限。"
_BUSY = "正在排时间轴…"


class DutiesPane(QWidget):
    """Who must do what by when; choosing a row moves the text, and the other way round."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("任务")
        self.session = session
        self._shown = -1
        self._filling = False
        self._filters = (session.show_general_duties, session.duty_view)
        self._listed: tuple[Sequence[Duty], Sequence[TimeExpression]] | None = None
        self.model = DutiesModel(self, lambda: session.office().full_names)
        self.table = DutyTable(self.model)
        self.months = TimelineModel(self)
        self.timeline = TimelinePane(self.months)
        self._lists = QStackedWidget()
        for shown in (self.table, self.timeline):
            self._lists.addWidget(shown)
        self.search = SearchLine("筛选任务", "筛选：任务、单位、时限", self.table)
        self.general = QCheckBox("含一般要求")
        self.general.setToolTip("一般要求是态度和原则，不能逐条销号")
        self.views = DutyViews(session)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self.struck = StruckBar(session)
        self.year = YearBar(session)
        self.detail = Detail("这一条任务的说明", self._explain)
        self._stack = ListOrWords(self._lists, "任务")
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.general.toggled.connect(session.set_show_general_duties)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.table.activated.connect(self._go_to)
        self.timeline.view.chosen.connect(self._choose)
        self.timeline.view.activated.connect(self._go_to_mark)
        # An editor is still at work when it hands on what was typed; the table changes once it is done.
        self.model.edited.connect(self._on_edited, Qt.ConnectionType.QueuedConnection)
        self.months.modelReset.connect(self._on_months)
        for model in (self.model, self.months):
            model.ticked.connect(self._on_ticked, Qt.ConnectionType.QueuedConnection)
        session.changed.connect(self._on_changed)
        session.duty_selected.connect(self._on_selected_elsewhere)
        self.menu = DutyMenu(session, self.table, lambda: self.model.duties)
        self.timeline_menu = DutyMenu(session, self.timeline.view, lambda: self.model.duties)
        self._rebuild()

    @property
    def words(self) -> str:
        """What is said in place of the table, "" while the table is shown."""
        return self._stack.words

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.search, 1)
        top.addWidget(self.general)
        self.splitter = list_above_detail(self._stack, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP - 2)
        column.addLayout(top)
        column.addWidget(self.views)
        column.addWidget(self.count)
        column.addWidget(self.struck)
        column.addWidget(self.year)
        column.addWidget(self.splitter, 1)

    def _on_changed(self, change: Change) -> None:
        if change == _DECIDED and self._is_listed():
            return
        filters = (self.session.show_general_duties, self.session.duty_view)
        if change.report or change.phase or (change.filters and filters != self._filters):
            show_in_turn(self, self.session.report, self._rebuild)

    def _is_listed(self) -> bool:
        """Whether the report in force has the very duties and times that are listed."""
        report = self.session.report
        listed = self._listed
        return report is not None and listed is not None and report.duties is listed[0] and report.times is listed[1]

    def _rebuild(self) -> None:
        self._filters = (self.session.show_general_duties, self.session.duty_view)
        report = self.session.report
        duties = report.duties if report is not None else ()
        self._listed = (report.duties, report.times) if report is not None else None
        general = sum(duty.tier is Tier.GENERAL for duty in duties)
        with QSignalBlocker(self.general):
            self.general.setChecked(self.session.show_general_duties)
        self.general.setText(f"含一般要求（{general}）" if general else "含一般要求")
        self.general.setEnabled(bool(general))
        self._fill()

    def _fill(self) -> None:
        report, words, view = self.session.report, self.search.text().strip(), self.session.duty_view
        visible, here = self.session.visible_duties(), self.table.currentIndex()
        column, time, scrolled = here.column(), self.model.time_of(here), self.table.verticalScrollBar().value()
        self.model.show(report, visible, words, view)
        self.table.verticalScrollBar().setValue(scrolled)
        at_time = view is DutyView.TIMELINE
        self._filling = True
        self.months.show(report, self.model.duties if at_time else ())
        self._filling = False
        self.count.setVisible(not at_time)
        self.search.lead_to(self.timeline.view if at_time else self.table)
        self._lists.setCurrentWidget(self.timeline if at_time else self.table)
        self._stack.show_words(self._said(report, bool(visible), words))
        self.count.setText(count_words(report, [report.duties[i] for i in self.model.duties]) if report else "")
        again = self.model.index_of(self.session.selected_duty, time)
        if again.isValid():
            self.table.setCurrentIndex(again)
        self._on_selected(self.session.selected_duty)
        here = self.table.currentIndex()
        if here.isValid() and column > 0:
            self.table.selectionModel().setCurrentIndex(here.siblingAtColumn(column), _MOVE_ONLY)

    def _said(self, report: Report | None, any_visible: bool, words: str) -> str:
        """What stands in place of the list, "" where there is something to list."""
        if report is None:
            return waiting_words(self.session, "打开文稿后，这里列出谁要在什么时候前做什么。")
        if not self.model.duties:
            return f"没有含“{words}”的任务。" if any_visible else "文中没有发现能逐条销号的任务。"
        if self.session.duty_view is not DutyView.TIMELINE or self.months.rowCount():
            return ""
        return _BUSY if self.months.busy else _TIMELESS

    def _on_months(self) -> None:
        """Show the months once they are worked out; while the pane fills, it does so itself."""
        if not self._filling:
            self._stack.show_words(self._said(self.session.report, True, self.search.text().strip()))
            self.timeline.view.show_duty(self.session.selected_duty)

    def _on_ticked(self, duty: Duty, listed: bool) -> None:
        report = self.session.report
        if report is not None and duty in report.duties:
            duty_decisions.set_listed(self.session, (duty,), listed)

    def _on_edited(self, duty: Duty, column: int, words: str) -> None:
        report = self.session.report
        if report is not None and duty in report.duties:
            field, before = FIELDS[Column(column)], editable(report, duty, Column(column))
            correction = duty_values.changes(field, words, before, report.dating.year)
            duty_decisions.edit(self.session, duty, correction)

    def _on_chosen(self) -> None:
        chosen, here = self.table.selectionModel().selectedRows(), self.table.currentIndex()
        if chosen:
            self._choose(self.model.duty_at(chosen[0]))
        elif here.isValid() and self.model.duty_at(here) < 0:
            self._choose(-1)

    def _choose(self, duty: int) -> None:
        if duty != self.session.selected_duty:
            self.session.select_duty(duty)

    def _on_selected_elsewhere(self, duty: int) -> None:
        self.model.reveal(duty)
        self._on_selected(duty)

    def _on_selected(self, duty: int) -> None:
        index, chosen = self.model.index_of(duty), self.table.selectionModel().selectedRows()
        if not index.isValid():
            self.table.clearSelection()
        elif not chosen or self.model.duty_at(chosen[0]) != duty:
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
        self.timeline.view.show_duty(duty)
        self._shown = duty
        self.detail.refresh()

    def _explain(self) -> str:
        report = self.session.report
        if report is None or self._stack.words or not 0 <= self._shown < len(report.duties):
            return ""
        return explanation(report, report.duties[self._shown])

    def _go_to(self, index: QModelIndex) -> None:
        self._go_to_duty(self.model.duty_at(index))

    def _go_to_mark(self, index: QModelIndex) -> None:
        self._go_to_duty(self.months.duty_at(index))

    def _go_to_duty(self, duty: int) -> None:
        report = self.session.report
        if report is not None and duty >= 0:
            self.session.request_place(report.duties[duty].span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out, where it is narrow, what the explanation below tells as well."""
        super().resizeEvent(event)
        wide = self.width() >= _CHARACTERS_WHEN_WIDE * self.fontMetrics().horizontalAdvance("汉")
        for column in _WIDE_ONLY:
            self.table.setColumnHidden(column, not wide)
        self.model.set_compact(not wide)


def count_words(report: Report, duties: list[Duty]) -> str:
    """How many duties these are, how many have a time, how many name nobody."""
    limited = sum(bool(times_of(report, duty)) for duty in duties)
    nameless = sum(duty.actor_source is ActorSource.ASSUMED for duty in duties)
    omitted = sum(not duty.listed for duty in duties)
    told = f"任务 {len(duties)} 条，有时限 {limited} 条，未点名单位 {nameless} 条"
    return f"{told}，{NOT_LISTED} {omitted} 条" if omitted else told


def explanation(report: Report, duty: Duty) -> str:
    """The duty in full, as HTML in the colours of the theme in force."""
    theme = current()
    due = due_of(report, duty)
    frequency = frequency_of(report, duty)
    assumed = duty.actor_source is ActorSource.ASSUMED
    lead = "文中没有点名" if assumed else f"{lead_of(duty)}（{source_of(duty)}）"
    day = due.words + (f"，{due.why}" if due.why else "")
    told = (
        ("牵头", lead),
        ("配合", "、".join(duty.support)),
        ("时限", limit_of(report, duty)),
        ("截止日期", day if due.words else ""),
        ("频次", frequency),
        ("数量", duty.quantity or ""),
        ("条件", duty.condition or ""),
        ("性质", f"{labels.MODALITY[duty.modality]}，{labels.TIER[duty.tier]}"),
        ("所在", " › ".join(duty.section)),
        ("为什么算任务", duty.why),
        ("改动", f"{CHANGED}这一条" if duty.decided else ""),
        ("清单", "" if duty.listed else f"没有打勾，{NOT_LISTED}"),
    )
    sentence = f"<b style='color:{theme.text}'>{escape(duty.text)}</b>"
    return detail_html([sentence, *(f"{muted(f'{head}：')}{escape(text)}" for head, text in told if text)])
