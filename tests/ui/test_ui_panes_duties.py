from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from ui_panes_material import DUTIES, TIMES, report, session_with

from reviewer.model.time import TimeRole, TimeStatus
from reviewer.ui import theme
from reviewer.ui.duties_model import UNCERTAIN_ROLE, DutiesModel
from reviewer.ui.duties_pane import DutiesPane, explanation
from reviewer.ui.duty_cells import Column, due_of, lead_of
from reviewer.ui.session import Phase

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FIRM = (0, 1, 2, 4, 5)
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def session(report_session):
    return report_session


@pytest.fixture
def pane(show_pane):
    return show_pane(DutiesPane, 1000, 600)


def cells(model, duty):
    return [model.index_of(duty).siblingAtColumn(column).data() for column in Column]


def test_the_model_keeps_qts_contract(qtbot):
    model = DutiesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(report(), FIRM)
    model.sort(Column.DUE, DESCENDING)
    model.set_compact(True)
    model.show(report(), FIRM, "人事科")
    model.show(None, ())
    assert tester.model() is model


def test_rows_say_who_does_what_by_when(pane):
    assert cells(pane.model, 0) == ["制定计划", "人事科", "", "6月底前", "2024-06-30", ""]
    assert cells(pane.model, 1) == ["办一期讲堂", "人事科", "", "每季度", "", "每季度"]
    assert cells(pane.model, 2) == ["完成销号", "（推定）", "", "**日前；限期", "时限待填", ""]
    assert cells(pane.model, 4)[1:5] == ["督查室", "办公室、财务科", "会后10个工作日内", "2024-04-02（估算）"]


def test_what_is_not_settled_is_flagged(pane):
    flagged = {
        (duty, column.name)
        for duty in FIRM
        for column in Column
        if pane.model.index_of(duty).siblingAtColumn(column).data(UNCERTAIN_ROLE)
    }
    assert flagged == {(2, "LEAD"), (2, "DUE"), (4, "DUE"), (5, "LEAD")}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (TimeStatus.YEAR_UNKNOWN, "年份不明"),
        (TimeStatus.EVENT, "起算日不明"),
        (TimeStatus.VAGUE, "时限不明确"),
        (TimeStatus.MASKED, "时限待填"),
    ],
)
def test_open_dates_say_what_keeps_them_open(status, words):
    times = (replace(TIMES[0], due=None, status=status), *TIMES[1:])
    due = due_of(report(times=times), DUTIES[0])
    assert (due.words, due.day, due.settled) == (words, None, False)
    assert due.why


def test_of_several_days_the_last_counts_and_all_are_told():
    times = (TIMES[0], replace(TIMES[1], due=TIMES[0].due.replace(month=12)), *TIMES[2:])
    due = due_of(report(times=times), replace(DUTIES[0], times=(0, 1)))
    assert due.words == "2024-12-30"
    assert "2024-06-30、2024-12-30" in due.why


def test_times_that_only_tell_are_left_out():
    times = (replace(TIMES[0], role=TimeRole.BACKGROUND), *TIMES[1:])
    assert due_of(report(times=times), DUTIES[0]).words == ""


def test_the_year_that_dates_are_counted_from_stands_above_them(pane):
    assert pane.year.label.text() == "文件年份：2024（依据：标题）"
    assert not pane.year.isHidden()


def test_an_assumed_unit_says_so():
    assert lead_of(replace(DUTIES[2], lead=("各单位",))) == "各单位（推定）"


def test_general_duties_come_by_choice(qtbot, pane, session):
    assert list(pane.model.rows) == list(FIRM)
    assert pane.general.text() == "含一般要求（1）"
    pane.general.click()
    assert session.show_general_duties
    assert list(pane.model.rows) == [0, 1, 2, 3, 4, 5]
    session.set_show_general_duties(False)
    assert not pane.general.isChecked()


def test_the_count_line_counts_what_is_shown(pane, session):
    assert pane.count.text() == "任务 5 条，有时限 4 条，未点名单位 2 条"
    pane.search.setText("督查室")
    assert pane.count.text() == "任务 1 条，有时限 1 条，未点名单位 0 条"


@pytest.mark.parametrize(
    ("words", "rows"), [("财务科", [4]), ("每季度", [1]), ("2024-06", [0]), ("酒后", [5]), ("", list(FIRM))]
)
def test_the_filter_looks_at_task_units_and_times(pane, words, rows):
    pane.search.setText(words)
    assert list(pane.model.rows) == rows


@pytest.mark.parametrize(
    ("column", "order", "rows"),
    [
        (Column.TASK, ASCENDING, [0, 1, 2, 4, 5]),
        (Column.TASK, DESCENDING, [5, 4, 2, 1, 0]),
        (Column.DUE, ASCENDING, [4, 0, 1, 2, 5]),
        (Column.DUE, DESCENDING, [0, 4, 1, 2, 5]),
        (Column.LEAD, ASCENDING, [0, 1, 4, 2, 5]),
        (Column.FREQUENCY, ASCENDING, [1, 0, 2, 4, 5]),
    ],
)
def test_sorting_puts_the_silent_last_and_keeps_reading_order(pane, column, order, rows):
    pane.table.sortByColumn(column, order)
    assert list(pane.model.rows) == rows


def test_sorting_keeps_the_chosen_duty_chosen(pane, session):
    session.select_duty(0)
    pane.table.sortByColumn(Column.DUE, ASCENDING)
    assert [pane.model.duty_at(i) for i in pane.table.selectionModel().selectedRows()] == [0]
    assert session.selected_duty == 0


def test_choosing_a_row_selects_the_duty_once(pane, session):
    said = []
    session.duty_selected.connect(said.append)
    pane.table.selectRow(2)
    assert (session.selected_duty, said) == (2, [2])


def test_a_selected_duty_is_chosen_in_the_table_without_an_echo(pane, session):
    said = []
    session.duty_selected.connect(said.append)
    session.select_duty(4)
    assert [pane.model.duty_at(i) for i in pane.table.selectionModel().selectedRows()] == [4]
    session.select_duty(-1)
    assert pane.table.selectionModel().selectedRows() == []
    assert said == [4, -1]


def test_tabbing_into_the_table_moves_nothing(qtbot, pane, session):
    with qtbot.assertNotEmitted(session.duty_selected):
        pane.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.table, Qt.Key.Key_Tab)
    assert not pane.table.hasFocus(), "Tab leaves the table"


def test_enter_goes_to_the_text(qtbot, pane, session):
    pane.table.selectRow(1)
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert asked.args == [DUTIES[1].span]


def test_a_double_click_on_the_texts_own_words_goes_to_the_text(qtbot, pane, session):
    where = pane.table.visualRect(pane.model.index_of(4).siblingAtColumn(Column.LIMIT)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.mouseDClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [DUTIES[4].span]


def test_a_narrow_pane_leaves_out_what_the_detail_tells(qtbot, pane, session):
    header = pane.table.horizontalHeader()
    assert not any(header.isSectionHidden(column) for column in Column)
    pane.resize(360, 600)
    qtbot.waitUntil(lambda: header.isSectionHidden(Column.LIMIT))
    assert [column.name for column in Column if not header.isSectionHidden(column)] == ["TASK", "LEAD", "DUE"]
    assert cells(pane.model, 1)[Column.DUE] == "每季度", "how often stands where no date does"
    assert pane.model.headerData(Column.DUE, Qt.Orientation.Horizontal) == "截止或频次"
    pane.resize(1000, 600)
    qtbot.waitUntil(lambda: not header.isSectionHidden(Column.LIMIT))
    assert cells(pane.model, 1)[Column.DUE] == ""


def test_the_detail_tells_the_whole_duty(pane, session):
    assert pane.detail.isHidden()
    session.select_duty(0)
    told = pane.detail.toPlainText()
    for words in (
        "人事科要在6月底前制定计划",
        "人事科（句中写明）",
        "2024-06-30，按6月最后一天算",
        "句中有“要”。",
        "一、加强学习",
    ):
        assert words in told
    session.select_duty(2)
    assert "文中没有点名" in pane.detail.toPlainText()


def test_tooltips_give_sentence_and_reason(pane):
    tip = Qt.ItemDataRole.ToolTipRole
    row = pane.model.index_of(0)
    assert row.data(tip) == "人事科要在6月底前制定计划\n句中有“要”。"
    assert "没有点名" in pane.model.index_of(2).siblingAtColumn(Column.LEAD).data(tip)
    assert "估算" in pane.model.index_of(4).siblingAtColumn(Column.DUE).data(tip)


def test_cells_are_read_aloud_with_their_column(pane):
    read = Qt.ItemDataRole.AccessibleTextRole
    assert pane.model.index_of(0).siblingAtColumn(Column.LEAD).data(read) == "牵头：人事科"
    assert pane.model.index_of(0).siblingAtColumn(Column.SUPPORT).data(read) == "配合：无"


def test_text_of_the_document_is_never_taken_for_html():
    duty = replace(DUTIES[0], text="<b>办</b>", lead=("<u>甲</u>",), why="<i>")
    html = explanation(report(), duty)
    assert "&lt;b&gt;办&lt;/b&gt;" in html
    assert "&lt;u&gt;甲" in html
    assert "<i>" not in html


@pytest.mark.parametrize(
    ("duties", "general", "words"),
    [
        ((), False, "文中没有发现能逐条销号的任务。"),
        ((DUTIES[3],), False, "文中没有发现能逐条销号的任务。"),
        ((DUTIES[3],), True, ""),
    ],
)
def test_an_empty_table_says_why(qtbot, duties, general, words):
    session = session_with(report(duties=duties))
    session.set_show_general_duties(general)
    pane = DutiesPane(session)
    qtbot.addWidget(pane)
    assert pane.words == "打开文稿后，这里列出谁要在什么时候前做什么。"
    session.open("x")
    assert pane.words == "正在审阅…"
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert pane.words == words


def test_rows_are_painted_with_signs_in_both_themes(qtbot, pane):
    application = QApplication.instance()
    cell = pane.table.visualRect(pane.model.index_of(2).siblingAtColumn(Column.LEAD))
    try:
        for choice in (theme.ThemeChoice.DARK, theme.ThemeChoice.LIGHT):
            colours = theme.apply(application, choice)
            picture = pane.table.viewport().grab(cell).toImage()
            painted = {picture.pixelColor(x, y).getRgb() for x in range(24) for y in range(picture.height())}
            assert min(distance(colour, QColor(colours.warning).getRgb()) for colour in painted) < 100
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)


def distance(one, other):
    """How far two colours are apart; the sign is thin, so none of its pixels has the pure colour."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
