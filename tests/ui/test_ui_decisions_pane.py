"""Correcting duties in their table: by cell, by form, by menu and by key."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_panes_material import DUTIES, now, report, session_with

from reviewer.exports.checklist_rows import checklist_rows
from reviewer.model.duty import ActorSource
from reviewer.model.time import Dating, YearSource
from reviewer.ui import duty_decisions, theme
from reviewer.ui.duties_model import DECIDED_ROLE, DutiesModel
from reviewer.ui.duties_pane import DutiesPane
from reviewer.ui.duty_cells import CHANGED, Column
from reviewer.ui.duty_dialog import DutyDialog
from reviewer.ui.duty_editors import DayEdit, FrequencyBox
from reviewer.ui.duty_values import AS_FOUND
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.split_dialog import SplitDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

PLAN, LECTURES, REPORT = 0, 1, 4


@pytest.fixture
def session(report_session: DocumentSession) -> DocumentSession:
    return report_session


@pytest.fixture
def pane(show_pane: Callable[..., DutiesPane]) -> DutiesPane:
    return show_pane(DutiesPane, 1000, 600)


def settle() -> None:
    """Let an editor hand on what was typed, and the pane carry it out; Qt posts one event for each."""
    for _ in range(5):
        QApplication.processEvents()


def editor(pane: DutiesPane, number: int, column: Column) -> QWidget:
    """The editor that F2 opens in a cell."""
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index_of(number).siblingAtColumn(column))
    QApplication.sendPostedEvents()
    pane.table.edit(pane.table.currentIndex())
    found = [e for e in pane.table.viewport().findChildren(QWidget) if isinstance(e, QLineEdit | QComboBox)]
    made = [e for e in found if e.isVisible() and not isinstance(e.parent(), QComboBox)]
    assert made
    return made[-1]


def write(qtbot: QtBot, pane: DutiesPane, number: int, column: Column, words: str) -> None:
    """Write `words` into a cell and press Enter."""
    line = editor(pane, number, column)
    assert isinstance(line, QLineEdit)
    line.clear()
    line.insert(words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()


def dialog() -> QDialog:
    """The dialog that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())


@pytest.mark.parametrize(
    ("column", "words", "shown", "step"),
    [
        (Column.TASK, "订计划", "订计划", "改任务名称"),
        (Column.LEAD, "甲科、乙科", "甲科、乙科", "改牵头单位"),
        (Column.SUPPORT, "丙科", "丙科", "改配合单位"),
        (Column.DUE, "8月1日", "2024-08-01", "改截止日期"),
        (Column.DUE, "2025年8月1日", "2025-08-01", "改截止日期"),
    ],
)
def test_a_cell_is_edited(qtbot, pane, session, column, words, shown, step):
    write(qtbot, pane, PLAN, column, words)
    assert pane.model.index_of(PLAN).siblingAtColumn(column).data() == shown
    assert session.undo_text == step
    session.undo()
    assert pane.model.index_of(PLAN).siblingAtColumn(column).data() != shown


def test_what_is_edited_is_exported(qtbot, pane, session):
    write(qtbot, pane, PLAN, Column.DUE, "8月1日")
    write(qtbot, pane, PLAN, Column.LEAD, "甲科")
    row = checklist_rows(session.report)[0]
    assert (row.due, row.lead, row.remark) == (date(2024, 8, 1), "甲科", "人工改定")


def test_f2_and_a_double_click_open_the_editor(qtbot, pane):
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index_of(PLAN))
    qtbot.keyClick(pane.table, Qt.Key.Key_F2)
    line = pane.table.viewport().findChild(QLineEdit)
    assert line is not None
    assert line.text() == "制定计划"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    cell = pane.table.visualRect(pane.model.index_of(REPORT).siblingAtColumn(Column.SUPPORT)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.mouseDClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert [e.text() for e in pane.table.viewport().findChildren(QLineEdit) if e.isVisible()] == ["办公室、财务科"]


def test_escape_changes_nothing(qtbot, pane, session):
    line = editor(pane, PLAN, Column.TASK)
    line.setText("别的")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    settle()
    assert session.decisions == ()


def test_the_texts_own_words_cannot_be_edited(pane):
    flags = pane.model.index_of(PLAN).siblingAtColumn(Column.LIMIT).flags()
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_a_wrong_day_is_not_taken(qtbot, pane, session):
    line = editor(pane, PLAN, Column.DUE)
    assert isinstance(line, DayEdit)
    line.setText("2024-02-30")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    assert "没有这一天" in line.toolTip()
    assert theme.current().error in line.styleSheet()
    line.setText("2024-02-29")
    assert line.styleSheet() == ""
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert now(session, PLAN).set_due == date(2024, 2, 29)


def test_a_wrong_day_is_forgotten_when_the_editor_is_left(qtbot, pane, session):
    line = editor(pane, PLAN, Column.DUE)
    line.setText("过年")
    pane.search.setFocus()
    settle()
    assert session.decisions == ()
    assert pane.model.index_of(PLAN).siblingAtColumn(Column.DUE).data() == "2024-06-30"


def test_an_empty_day_is_as_found(qtbot, pane, session):
    write(qtbot, pane, PLAN, Column.DUE, "8月1日")
    write(qtbot, pane, PLAN, Column.DUE, "")
    assert session.decisions == ()
    assert pane.model.index_of(PLAN).siblingAtColumn(Column.DUE).data() == "2024-06-30"


def test_a_day_without_a_year_needs_one(qtbot):
    line = DayEdit(None)
    qtbot.addWidget(line)
    line.setText("6月30日")
    assert not line.hasAcceptableInput()
    assert "年份" in line.problem


def test_how_often_is_chosen(qtbot, pane, session):
    box = editor(pane, LECTURES, Column.FREQUENCY)
    assert isinstance(box, FrequencyBox)
    assert box.currentText() == "每季度"
    assert box.itemText(0) == "按文中（每季度）"
    box.setCurrentIndex(box.findData("FREQ=MONTHLY"))
    box.activated.emit(box.currentIndex())
    settle()
    assert pane.model.index_of(LECTURES).siblingAtColumn(Column.FREQUENCY).data() == "每月"
    for value, shown in (("", ""), (AS_FOUND, "每季度")):
        box = editor(pane, LECTURES, Column.FREQUENCY)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        settle()
        assert pane.model.index_of(LECTURES).siblingAtColumn(Column.FREQUENCY).data() == shown
    assert not now(session, LECTURES).decided


def test_the_place_in_the_table_is_kept(qtbot, pane, session):
    session.select_duty(REPORT)
    write(qtbot, pane, REPORT, Column.SUPPORT, "丙科")
    here = pane.table.currentIndex()
    assert (pane.model.duty_at(here), here.column()) == (REPORT, Column.SUPPORT)
    assert session.selected_duty == REPORT


def test_changed_rows_have_a_sign_and_say_so(qtbot, pane):
    write(qtbot, pane, PLAN, Column.LEAD, "甲科")
    row = pane.model.index_of(PLAN)
    assert row.data(DECIDED_ROLE)
    assert row.data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == CHANGED
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == f"任务：制定计划（{CHANGED}）"
    assert not pane.model.index_of(LECTURES).data(DECIDED_ROLE)
    pane.table.clearSelection()
    picture = pane.table.viewport().grab(pane.table.visualRect(row)).toImage()
    painted = {picture.pixelColor(x, y).getRgb()[:3] for x in range(24) for y in range(picture.height())}
    accent = QColor(theme.current().accent).getRgb()[:3]
    assert min(sum(abs(a - b) for a, b in zip(colour, accent, strict=True)) for colour in painted) < 60


def test_the_detail_says_who_named_the_unit(qtbot, pane, session):
    session.select_duty(PLAN)
    assert "人事科（句中写明）" in pane.detail.toPlainText()
    write(qtbot, pane, PLAN, Column.LEAD, "甲科")
    assert f"甲科（{CHANGED}）" in pane.detail.toPlainText()


def test_delete_strikes_and_goes_on_to_the_next(qtbot, pane, session):
    session.select_duty(LECTURES)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert [duty.action for duty in session.report.duties][:2] == ["制定计划", "完成销号"]
    chosen = pane.table.selectionModel().selectedRows()
    assert [pane.model.duty_at(index) for index in chosen] == [session.selected_duty] == [1]
    qtbot.keyClick(pane.table, Qt.Key.Key_Delete)
    assert session.undo_text == "删去任务"
    assert pane.struck.isVisible()
    assert pane.struck.label.text() == "已删去 2 条，可撤销"
    session.undo()
    session.undo()
    assert pane.struck.isHidden()


def test_struck_duties_are_found_again_from_a_list(pane, session):
    for _ in range(2):
        duty_decisions.strike(session, now(session, 0))
    pane.struck.menu.aboutToShow.emit()
    actions = pane.struck.menu.actions()
    assert [action.text() for action in actions] == [DUTIES[1].text, DUTIES[0].text, "", "全部找回（2 条）"]
    actions[1].trigger()
    assert now(session, 0) == DUTIES[0]
    pane.struck.menu.aboutToShow.emit()
    pane.struck.menu.actions()[0].trigger()
    assert pane.struck.isHidden()
    assert session.report.duties == DUTIES


def test_delete_in_an_editor_deletes_a_character(qtbot, pane, session):
    line = editor(pane, PLAN, Column.TASK)
    line.setText("甲乙")
    line.setCursorPosition(0)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "乙"
    assert session.decisions == ()


def test_split_by_dialog(qtbot, pane, session):
    session.select_duty(REPORT)
    pane.menu.split.trigger()
    ask = dialog()
    assert isinstance(ask, SplitDialog)
    assert [ask.list.item(n).text() for n in range(ask.list.count())] == [
        "办公室、财务科配合，",
        "会后10个工作日内报送材料",
    ]
    qtbot.keyClick(ask.list, Qt.Key.Key_Down)
    assert ask.first.text() == "第一条：由督查室牵头，办公室、财务科配合，"
    assert ask.second.text() == "第二条：会后10个工作日内报送材料"
    ask.accept()
    assert [duty.text for duty in session.report.duties[4:6]] == [
        "由督查室牵头，办公室、财务科配合，",
        "会后10个工作日内报送材料",
    ]
    assert session.report.duties[5].times == (4,)
    assert session.undo_text == "拆成两条"


def test_split_cancelled(pane, session):
    session.select_duty(REPORT)
    pane.menu.split.trigger()
    dialog().reject()
    assert session.decisions == ()


def test_what_can_be_done_depends_on_the_duty(pane, session):
    menu = pane.menu
    for_all = (menu.tick_all, menu.untick_all)
    single = [action for action in pane.table.actions() if not action.isSeparator() and action not in for_all]
    assert not any(action.isEnabled() for action in single)
    session.select_duty(PLAN)
    assert (menu.split.isEnabled(), menu.merge.isEnabled(), menu.restore.isEnabled()) == (False, True, False)
    assert menu.merge.text() == "与下一条合并（办一期讲堂）"
    session.select_duty(LECTURES)
    assert not menu.merge.isEnabled(), "the next one stands in another paragraph"
    session.select_duty(REPORT)
    assert menu.split.isEnabled()


def test_merge_and_restore_by_menu(pane, session):
    session.select_duty(PLAN)
    pane.menu.merge.trigger()
    assert now(session, 0).text == "人事科要在6月底前制定计划。每季度办一期讲堂"
    assert session.selected_duty == 0
    assert pane.menu.restore.isEnabled()
    pane.menu.restore.trigger()
    assert session.report.duties == DUTIES


def test_go_by_menu(qtbot, pane, session):
    session.select_duty(LECTURES)
    with qtbot.waitSignal(session.place_requested) as asked:
        pane.menu.go.trigger()
    assert asked.args == [DUTIES[LECTURES].span]


def test_all_fields_by_form(qtbot, pane, session):
    pane.resize(360, 600)
    session.select_duty(LECTURES)
    pane.menu.edit.trigger()
    form = dialog()
    assert isinstance(form, DutyDialog)
    form.editors[Column.SUPPORT].setText("丙科、丁科")
    form.editors[Column.FREQUENCY].choose("FREQ=MONTHLY")
    form.editors[Column.DUE].setText("12月32日")
    form.accept()
    assert form.isVisible()
    assert form.problem.text() == "没有这一天，请核对。"
    form.editors[Column.DUE].setText("12月31日")
    form.accept()
    after = now(session, LECTURES)
    assert (after.support, after.set_recurrence, after.set_due) == (
        ("丙科", "丁科"),
        "FREQ=MONTHLY",
        date(2024, 12, 31),
    )
    assert after.lead == DUTIES[LECTURES].lead
    assert (session.undo_text, len(session.decisions)) == ("修改任务", 1)


def test_a_form_left_alone_changes_nothing(pane, session):
    for number in range(len(DUTIES)):
        session.select_duty(number)
        pane.menu.edit.trigger()
        dialog().accept()
    assert session.decisions == ()


def test_a_duty_that_went_while_the_form_was_open_is_left_alone(pane, session):
    session.select_duty(PLAN)
    pane.menu.edit.trigger()
    form = dialog()
    form.editors[Column.LEAD].setText("甲科")
    duty_decisions.strike(session, now(session, PLAN))
    form.accept()
    assert session.undo_text == "删去任务"


def test_every_control_of_the_dialogs_has_a_name(qtbot, pane, session):
    session.select_duty(REPORT)
    for action in (pane.menu.edit, pane.menu.split):
        action.trigger()
        ask = dialog()
        assert ask.accessibleName()
        controls = [e for e in ask.findChildren(QWidget) if isinstance(e, QLineEdit | QComboBox) and e.isVisible()]
        assert all(control.accessibleName() for control in controls)
        ask.reject()


def test_unknown_year_is_asked_for_in_the_cell(qtbot):
    session = session_with(report(dating=Dating(None, YearSource.NONE)))
    pane = DutiesPane(session)
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    session.open("x")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    write(qtbot, pane, PLAN, Column.DUE, "8月1日")
    assert session.decisions == ()
    assert pane.table.viewport().findChild(DayEdit).isVisible()


def test_the_model_hands_on_only_what_is_new(qtbot):
    model = DutiesModel()
    model.show(report(duties=(replace(DUTIES[0], actor_source=ActorSource.EXPLICIT),)), (0,))
    said = []
    model.edited.connect(lambda *values: said.append(values))
    cell = model.index_of(0).siblingAtColumn(Column.LEAD)
    assert not model.setData(cell, "人事科")
    assert not model.setData(cell.siblingAtColumn(Column.LIMIT), "别的")
    assert model.setData(cell, " 甲科 ")
    assert [(column, words) for _, column, words in said] == [(Column.LEAD, "甲科")]
