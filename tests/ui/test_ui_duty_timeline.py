"""The timeline: what falls into which month, and a strip of days that can be clicked and walked through."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from ui_panes_material import DUTIES, TIMES, report, session_with

from reviewer.model.report import Report
from reviewer.model.time import Dating, TimeStatus, YearSource
from reviewer.ui import duty_decisions, theme, timeline_model
from reviewer.ui.duties_pane import DutiesPane
from reviewer.ui.duty_timeline import Mark, Month, Pause, Timeline, timeline
from reviewer.ui.session import DocumentSession, DutyView, Phase
from reviewer.ui.timeline_model import TimelineModel
from reviewer.ui.timeline_painter import pin_at
from reviewer.ui.timeline_view import TimelineView

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

FIRM = (0, 1, 2, 4, 5)
PLAN, LECTURES, CLEAN_UP, HAND_IN = 0, 1, 2, 4
FROM_MARCH = Dating(2024, YearSource.DATE_LINE, day=date(2024, 3, 12))
AIR = Qt.ItemDataRole.AccessibleTextRole


def due(*days: date) -> Report:
    """A report whose first duties are due on these days."""
    times = tuple(replace(TIMES[0], due=day, text=f"{day.month}月{day.day}日前") for day in days)
    return report(times=times, duties=tuple(replace(DUTIES[0], times=(i,)) for i in range(len(days))))


def shape(made: Timeline) -> list[object]:
    """The months by number with their marks, pauses as they are."""
    return [
        stretch
        if isinstance(stretch, Pause)
        else (stretch.month, [(m.duty, m.day and m.day.day) for m in stretch.marks])
        for stretch in made.months
    ]


def test_deadlines_and_recurrences_fall_into_their_months() -> None:
    made = timeline(report(), FIRM)
    assert shape(made) == [
        (3, [(LECTURES, None)]),
        (4, [(HAND_IN, 2)]),
        (5, []),
        (6, [(PLAN, 30), (LECTURES, None)]),
        (7, []),
        (8, []),
        (9, [(LECTURES, None)]),
        (10, []),
        (11, []),
        (12, [(LECTURES, None)]),
    ]
    assert [(mark.duty, mark.words) for mark in made.open] == [(CLEAN_UP, "**日前：时限待填")]
    assert made.silent == 1
    april = made.months[1]
    assert isinstance(april, Month)
    assert not april.marks[0].sure, "estimated"


def test_recurrences_begin_with_the_documents_day() -> None:
    rules = (replace(TIMES[1], recurrence="FREQ=MONTHLY;BYMONTHDAY=10"),)
    monthly = report(times=rules, duties=(replace(DUTIES[1], times=(0,)),), dating=FROM_MARCH)
    months = [stretch.month for stretch in timeline(monthly, (0,)).months if isinstance(stretch, Month)]
    assert months == [4, 5, 6, 7, 8, 9, 10, 11, 12], "10 March was over"


def test_without_a_year_nothing_is_guessed() -> None:
    times = (TIMES[0], TIMES[1])
    unknown = (replace(times[0], due=None, status=TimeStatus.YEAR_UNKNOWN), times[1])
    made = timeline(report(year=None, times=unknown, duties=DUTIES[:2]), (0, 1))
    assert made.months == ()
    assert [mark.words for mark in made.open] == ["6月底前：年份不明", "每季度：年份不明"]


def test_what_the_clerk_set_stands_in_place_of_the_text() -> None:
    duties = (replace(DUTIES[0], set_due=date(2024, 5, 1)), replace(DUTIES[1], set_recurrence=""))
    made = timeline(report(duties=duties), (0, 1))
    assert shape(made) == [(5, [(0, 1)])]
    assert made.silent == 1


def test_all_days_of_a_duty_are_marked() -> None:
    times = (TIMES[0], replace(TIMES[0], due=date(2024, 8, 31)))
    made = timeline(report(times=times, duties=(replace(DUTIES[0], times=(0, 1)),)), (0,))
    assert shape(made) == [(6, [(0, 30)]), (7, []), (8, [(0, 31)])]


def test_long_pauses_are_one_line() -> None:
    made = timeline(due(date(2024, 11, 30), date(2025, 2, 1), date(2030, 12, 31)), (0, 1, 2))
    assert shape(made) == [
        (11, [(0, 30)]),
        (12, []),
        (1, []),
        (2, [(1, 1)]),
        Pause((2025, 3), (2030, 11)),
        (12, [(2, 31)]),
    ]


def test_one_day_has_one_pin_with_deadlines_first() -> None:
    day = date(2024, 6, 30)
    month = Month(2024, 6, (Mark(0, day, ""), Mark(1, day, "", repeats=True), Mark(2, None, "每月", repeats=True)))
    assert {day: [mark.duty for mark in marks] for day, marks in month.pins.items()} == {30: [0, 1]}


def test_the_model_keeps_qts_contract(qtbot: QtBot) -> None:
    model = TimelineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(report(), FIRM)
    model.show(due(date(2024, 1, 1), date(2029, 1, 1)), (0, 1))
    model.show(None, ())
    assert tester.model() is model


def test_rows_are_read_aloud(qtbot: QtBot) -> None:
    model = TimelineModel()
    both = due(date(2024, 6, 30), date(2024, 6, 30), date(2024, 6, 15), date(2029, 1, 1))
    duties = (*both.duties[:3], replace(both.duties[3], listed=False))
    model.show(replace(both, duties=duties), range(4))
    june, pause, january = (model.index(row, 0) for row in range(3))
    assert june.data(AIR) == "2024年6月，截止 3 条（6月15日：截止 1 条；6月30日：截止 2 条）"
    assert pause.data(AIR) == "2024年7月至2028年12月没有时限"
    assert model.index(0, 0, june).data(AIR) == "6月15日，制定计划，牵头：人事科"
    assert model.index(0, 0, january).data(AIR) == "1月1日，制定计划，牵头：人事科，不列入清单"
    model.show(report(), FIRM)
    april, undated = model.index(1, 0), model.index(model.rowCount() - 1, 0)
    assert model.index(0, 0, april).data(AIR) == "4月2日（估算），报送材料，牵头：督查室"
    assert undated.data(AIR) == "没有定到哪一月，1 条"
    assert model.index(0, 0, undated).data(AIR) == "**日前：时限待填，完成销号，牵头：（推定）"


@pytest.fixture
def session(report_session: DocumentSession) -> DocumentSession:
    return report_session


@pytest.fixture
def pane(qtbot: QtBot, session: DocumentSession, show_pane: Callable[..., DutiesPane]) -> DutiesPane:
    session.set_duty_view(DutyView.TIMELINE)
    shown = show_pane(DutiesPane, 340, 700)
    qtbot.waitUntil(shown.timeline.view.isVisible)
    return shown


def month_row(pane: DutiesPane, month: int) -> QModelIndex:
    rows = (pane.months.index(row, 0) for row in range(pane.months.rowCount()))
    return next(row for row in rows if getattr(pane.months.stretch_at(row), "month", 0) == month)


def pin(view: TimelineView, index: QModelIndex, month: Month, day: int) -> QPoint:
    """Where the marks of a day are in a strip."""
    row = view.visualRect(index)
    hits = [
        x for x in range(row.left(), row.right()) if pin_at(view.font(), row, month, QPoint(x, row.center().y())) == day
    ]
    return QPoint(hits[len(hits) // 2], row.center().y())


def june(pane: DutiesPane) -> tuple[QModelIndex, Month]:
    index = month_row(pane, 6)
    month = pane.months.stretch_at(index)
    assert isinstance(month, Month)
    return index, month


def test_months_are_closed_at_first(pane: DutiesPane) -> None:
    assert not any(pane.timeline.view.isExpanded(pane.months.index(row, 0)) for row in range(pane.months.rowCount()))
    assert pane.timeline.silent.text() == "另有 1 条没写时限"


def test_a_click_on_a_mark_goes_to_its_duty(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    index, month = june(pane)
    view = pane.timeline.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pin(view, index, month, 30))
    assert session.selected_duty == PLAN
    assert view.isExpanded(index)
    assert pane.months.duty_at(view.currentIndex()) == PLAN


def test_a_click_on_the_rest_of_a_strip_opens_and_closes_it(qtbot: QtBot, pane: DutiesPane) -> None:
    index, _ = june(pane)
    view = pane.timeline.view
    where = view.visualRect(index).center()
    for opened in (True, False):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert view.isExpanded(index) is opened


def test_a_mark_tells_its_day_and_tasks(qtbot: QtBot, pane: DutiesPane) -> None:
    index, month = june(pane)
    view = pane.timeline.view
    where = pin(view, index, month, 30)
    event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "6月30日：截止 1 条\n· 制定计划"
    QToolTip.hideText()


def test_the_keyboard_reaches_everything(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    index, _ = june(pane)
    view = pane.timeline.view
    view.setFocus()
    view.setCurrentIndex(index)
    assert session.selected_duty == -1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.selected_duty == PLAN
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [DUTIES[PLAN].span]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.selected_duty == LECTURES
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert session.report is not None
    assert not session.report.duties[LECTURES].listed
    assert view.isExpanded(month_row(pane, 6)), "what was open stays so"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(month_row(pane, 6))


def test_down_leaves_the_filter_for_the_list_that_is_shown(
    qtbot: QtBot, pane: DutiesPane, session: DocumentSession
) -> None:
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    for view, shown in ((DutyView.TIMELINE, pane.timeline.view), (DutyView.UNIT, pane.table)):
        session.set_duty_view(view)
        pane.search.setFocus()
        qtbot.keyClick(pane.search, Qt.Key.Key_Down)
        assert QApplication.focusWidget() is shown


def test_a_duty_chosen_in_the_text_is_shown_in_its_month(pane: DutiesPane, session: DocumentSession) -> None:
    said: list[int] = []
    session.duty_selected.connect(said.append)
    session.select_duty(HAND_IN)
    view = pane.timeline.view
    assert view.isExpanded(month_row(pane, 4))
    assert pane.months.duty_at(view.currentIndex()) == HAND_IN
    session.select_duty(5)
    assert view.selectionModel().selectedRows() == [], "it has no time"
    assert said == [HAND_IN, 5]


def test_a_row_of_a_later_month_stays_chosen(pane: DutiesPane, session: DocumentSession) -> None:
    view, autumn = pane.timeline.view, month_row(pane, 9)
    view.expand(autumn)
    view.setCurrentIndex(pane.months.index(0, 0, autumn))
    assert session.selected_duty == LECTURES
    assert view.currentIndex().parent() == autumn, "not at its first mark in March"


def test_a_click_on_a_box_ticks(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    view, (index, _) = pane.timeline.view, june(pane)
    view.expand(index)
    row = view.visualRect(pane.months.index(0, 0, index))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 8, row.center().y()))
    qtbot.waitUntil(lambda: session.report is not None and not session.report.duties[PLAN].listed)
    assert session.selected_duty == -1


def test_all_months_open_and_close_together(qtbot: QtBot, pane: DutiesPane) -> None:
    fold = pane.timeline.fold
    assert fold.text() == "全部展开"
    fold.click()
    assert pane.timeline.view.isExpanded(month_row(pane, 6))
    assert (fold.text(), fold.accessibleName()) == ("全部收起", "全部收起各月")
    fold.click()
    assert not pane.timeline.view.isExpanded(month_row(pane, 6))


def test_a_new_day_moves_the_mark(pane: DutiesPane, session: DocumentSession) -> None:
    from reviewer.model.decision import DutyChanges
    from reviewer.ui.duty_values import Correction

    assert session.report is not None
    changes = Correction(DutyChanges(due=date(2024, 5, 20)))
    duty_decisions.edit(session, session.report.duties[PLAN], changes)
    may = pane.months.stretch_at(month_row(pane, 5))
    assert isinstance(may, Month)
    assert list(may.pins) == [20]


def test_the_filter_holds_here_too(pane: DutiesPane) -> None:
    pane.search.setText("督查室")
    assert [pane.months.stretch_at(pane.months.index(0, 0)).month, pane.months.rowCount()] == [4, 1]  # type: ignore[union-attr]
    pane.search.setText("酒后")
    assert pane.words == "这些任务都没有写明时限。"


def test_many_duties_are_worked_out_in_the_background(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_model, "MANY", 2)
    session = session_with(report())
    session.set_duty_view(DutyView.TIMELINE)
    pane = DutiesPane(session)
    qtbot.addWidget(pane)
    pane.show()
    session.open("x")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    session.select_duty(HAND_IN)
    pane.search.setText("督查室")
    assert (pane.months.busy, pane.months.rowCount()) == (False, 1), "few are shown at once"
    pane.search.setText("")
    assert (pane.months.busy, pane.words) == (True, "正在排时间轴…")
    qtbot.waitUntil(lambda: not pane.months.busy)
    assert pane.words == ""
    assert pane.months.rowCount() == 11, "what came too late is dropped"
    assert pane.months.duty_at(pane.timeline.view.currentIndex()) == HAND_IN
    assert session.wait()
    assert pane.months.wait()


def test_marks_are_painted_in_both_themes(qtbot: QtBot, pane: DutiesPane) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    view, (index, month) = pane.timeline.view, june(pane)
    where = pin(view, index, month, 30)
    row = view.visualRect(index)
    try:
        for choice in (theme.ThemeChoice.DARK, theme.ThemeChoice.LIGHT):
            colours = theme.apply(application, choice)
            picture = view.viewport().grab(row).toImage()
            column = [picture.pixelColor(where.x() - row.left(), y) for y in range(picture.height())]
            assert QColor(colours.deadline) in column
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)
