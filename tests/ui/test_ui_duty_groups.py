"""Duties by unit and by part: what goes where, and the same table for all of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_panes_material import DUTIES, report

from reviewer.model.office import Office, Unit
from reviewer.ui import theme
from reviewer.ui.duties_model import FOLDED_ROLE, GROUP_ROLE, DutiesModel
from reviewer.ui.duties_pane import DutiesPane
from reviewer.ui.duty_cells import Column
from reviewer.ui.duty_groups import groups
from reviewer.ui.session import DocumentSession, DutyView

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

FIRM = (0, 1, 2, 4, 5)


@pytest.fixture
def session(report_session: DocumentSession) -> DocumentSession:
    return report_session


@pytest.fixture
def pane(show_pane: Callable[..., DutiesPane]) -> DutiesPane:
    return show_pane(DutiesPane, 1000, 700)


def lines(model: DutiesModel) -> list[str | int]:
    """The titles of the groups and the duties under them, from the top."""
    shown: list[str | int] = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        group = index.data(GROUP_ROLE)
        shown.append(group.title if group is not None else model.duty_at(index))
    return shown


def test_by_unit_leaders_and_helpers_are_told_apart() -> None:
    made = groups(report(), FIRM, DutyView.UNIT)
    assert [(group.title, group.told, group.duties) for group in made] == [
        ("人事科", "牵头 2 条", (0, 1)),
        ("督查室", "牵头 1 条", (4,)),
        ("办公室", "配合 1 条", (4,)),
        ("财务科", "配合 1 条", (4,)),
        ("没有点名单位", "2 条", (2, 5)),
    ]


def test_a_unit_that_leads_and_helps_has_each_duty_once() -> None:
    both = replace(DUTIES[1], lead=("办公室", "督查室"), support=("办公室",))
    made = groups(report(duties=(DUTIES[4], both)), (0, 1), DutyView.UNIT)
    office = next(group for group in made if group.title == "办公室")
    assert (office.told, office.duties) == ("牵头 1 条，配合 1 条", (0, 1))


def test_full_and_short_names_of_a_unit_are_one_group() -> None:
    names = {"人社局": "人力资源和社会保障局"}
    duties = (
        replace(DUTIES[0], lead=("人社局",)),
        replace(DUTIES[1], lead=("人力资源和社会保障局",), support=("人社局", "财务科")),
    )
    made = groups(report(duties=duties), (0, 1), DutyView.UNIT, names)
    assert [(group.title, group.told, group.duties) for group in made] == [
        ("人力资源和社会保障局", "牵头 2 条", (0, 1)),
        ("财务科", "配合 1 条", (1,)),
    ]


def test_the_pane_goes_by_the_units_of_the_office(pane: DutiesPane, session: DocumentSession) -> None:
    session.office = lambda: Office((Unit("组织人事科", ("人事科",)),))
    session.set_duty_view(DutyView.UNIT)
    assert lines(pane.model)[0] == "组织人事科"


def test_by_part_the_inner_heading_is_the_title() -> None:
    sections = (
        ("一、学习", "（一）讲堂"),
        ("一、学习", "（一）讲堂", "一是计划"),
        (),
        ("二、纪律",),
        ("三、", "（一）讲堂"),
    )
    duties = tuple(replace(duty, section=section) for duty, section in zip(DUTIES, sections, strict=False))
    made = groups(report(duties=duties), range(5), DutyView.PART)
    assert [(group.title, group.above, group.duties) for group in made] == [
        ("（一）讲堂", "一、学习", (0, 1)),
        ("标题之前", "", (2,)),
        ("二、纪律", "", (3,)),
        ("（一）讲堂", "三、", (4,)),
    ]


def test_the_table_has_no_groups() -> None:
    assert groups(report(), FIRM, DutyView.TABLE) == []
    assert groups(report(), (), DutyView.UNIT) == []


def test_the_grouped_model_keeps_qts_contract(qtbot: QtBot) -> None:
    model = DutiesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(report(), FIRM, "", DutyView.UNIT)
    model.fold(0, folded=True)
    model.sort(Column.DUE, Qt.SortOrder.DescendingOrder)
    model.fold(model.headings[-1], folded=True)
    model.fold(0, folded=False)
    model.show(report(), FIRM, "人事科", DutyView.PART)
    model.show(None, (), "", DutyView.UNIT)
    assert tester.model() is model


def test_the_switch_lays_the_same_duties_out(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    assert pane.views.buttons[DutyView.TABLE].isChecked()
    pane.views.buttons[DutyView.UNIT].click()
    assert session.duty_view is DutyView.UNIT
    assert lines(pane.model) == ["人事科", 0, 1, "督查室", 4, "办公室", 4, "财务科", 4, "没有点名单位", 2, 5]
    assert pane.table.columnSpan(0, 0) == len(Column)
    assert pane.table.columnSpan(1, 0) == 1
    assert pane.count.text().startswith("任务 5 条，"), "a duty of three units counts once"
    pane.views.buttons[DutyView.TABLE].click()
    assert lines(pane.model) == list(FIRM)
    assert pane.table.columnSpan(0, 0) == 1
    pane.views.buttons[DutyView.TABLE].click()
    assert pane.views.buttons[DutyView.TABLE].isChecked(), "one of them is always pressed"


def test_sorting_stays_inside_the_groups(pane: DutiesPane, session: DocumentSession) -> None:
    session.set_duty_view(DutyView.UNIT)
    pane.table.sortByColumn(Column.FREQUENCY, Qt.SortOrder.AscendingOrder)
    assert lines(pane.model)[:4] == ["人事科", 1, 0, "督查室"]
    assert pane.table.columnSpan(0, 0) == len(Column)
    assert pane.table.columnSpan(3, 0) == len(Column)


def test_the_keyboard_stays_at_the_row_where_something_was_ticked(
    qtbot: QtBot, pane: DutiesPane, session: DocumentSession
) -> None:
    session.set_duty_view(DutyView.UNIT)
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index(6, Column.LEAD))
    assert session.selected_duty == 4
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    assert session.report is not None
    assert not session.report.duties[4].listed
    assert pane.table.currentIndex().row() == 6, "not at the same duty under its leader"


def test_a_groups_own_line_is_read_aloud_and_chooses_nothing(
    qtbot: QtBot, pane: DutiesPane, session: DocumentSession
) -> None:
    session.set_duty_view(DutyView.UNIT)
    heading = pane.model.index(3, 0)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "督查室，牵头 1 条"
    assert heading.data(Qt.ItemDataRole.CheckStateRole) is None
    session.select_duty(1)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.currentIndex().row() == 3
    assert session.selected_duty == -1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_F2):
        qtbot.keyClick(pane.table, key)
    assert session.decisions == ()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert session.selected_duty == 4


def test_a_duty_chosen_in_the_text_is_chosen_in_its_first_group(pane: DutiesPane, session: DocumentSession) -> None:
    session.set_duty_view(DutyView.UNIT)
    session.select_duty(4)
    assert [index.row() for index in pane.table.selectionModel().selectedRows()] == [4]


def test_titles_are_painted_in_both_themes(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    session.set_duty_view(DutyView.UNIT)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    qtbot.waitUntil(lambda: not pane.table.visualRect(pane.model.index(0, 0)).isEmpty())
    try:
        for choice in (theme.ThemeChoice.DARK, theme.ThemeChoice.LIGHT):
            colours = theme.apply(application, choice)
            picture = pane.table.viewport().grab(pane.table.visualRect(pane.model.index(0, 0))).toImage()
            assert picture.pixelColor(picture.width() // 2, 4) == QColor(colours.panel_alternate)
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)


def test_a_groups_title_folds_it(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    session.set_duty_view(DutyView.UNIT)
    table, model = pane.table, pane.model
    title = table.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert lines(model) == ["人事科", "督查室", 4, "办公室", 4, "财务科", 4, "没有点名单位", 2, 5]
    assert model.index(0, 0).data(FOLDED_ROLE)
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "人事科，牵头 2 条，已收起"
    assert table.columnSpan(1, 0) == len(Column)
    assert table.columnSpan(2, 0) == 1
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert lines(model)[:3] == ["人事科", 0, 1]


def test_the_keyboard_folds_groups(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    session.set_duty_view(DutyView.UNIT)
    table, model = pane.table, pane.model
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    for key, there in (
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_Left, False),
        (Qt.Key.Key_Right, True),
        (Qt.Key.Key_Space, False),
        (Qt.Key.Key_Return, True),
    ):
        qtbot.keyClick(table, key)
        assert (0 in lines(model)) is there
        assert table.currentIndex().row() == 0


def test_a_closed_group_stays_closed_but_hides_nothing_that_is_asked_for(
    pane: DutiesPane, session: DocumentSession
) -> None:
    session.set_duty_view(DutyView.UNIT)
    pane.model.fold(0, folded=True)
    session.set_duty_view(DutyView.PART)
    session.set_duty_view(DutyView.UNIT)
    assert lines(pane.model)[:2] == ["人事科", "督查室"]
    pane.search.setText("人事科")
    assert lines(pane.model)[:3] == ["人事科", 0, 1]
    pane.search.clear()
    assert lines(pane.model)[:2] == ["人事科", "督查室"]
    session.select_duty(1)
    assert lines(pane.model)[:3] == ["人事科", 0, 1]
    assert pane.table.currentIndex().row() == 2
