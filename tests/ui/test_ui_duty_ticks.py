"""What is ticked goes to the checklist: by Space, by click, by menu; undone, kept, and told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_decisions_material import SURVEY, duty, keeping_session
from ui_panes_material import DUTIES, now, report

from reviewer.exports.checklist_rows import listed_duties
from reviewer.model.duty import Modality
from reviewer.model.office import NO_OFFICE
from reviewer.model.report import Report
from reviewer.ui import duty_decisions
from reviewer.ui.duties_pane import DutiesPane
from reviewer.ui.duty_cells import Column
from reviewer.ui.duty_editors import DayEdit
from reviewer.ui.exporting import ChecklistExport, writer_for
from reviewer.ui.message_bar import MessageBar
from reviewer.ui.saving import Saving
from reviewer.ui.session import DocumentSession, Phase

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

PLAN, LECTURES, CLEAN_UP = 0, 1, 2
CHECK = Qt.ItemDataRole.CheckStateRole
PERMISSION = replace(DUTIES[5], modality=Modality.PERMISSION)


@pytest.fixture
def shown_report() -> Report:
    return report(duties=(*DUTIES[:5], PERMISSION))


@pytest.fixture
def session(report_session: DocumentSession) -> DocumentSession:
    return report_session


@pytest.fixture
def pane(show_pane: Callable[..., DutiesPane]) -> DutiesPane:
    return show_pane(DutiesPane, 1000, 600)


def unlisted(session: DocumentSession) -> list[int]:
    assert session.report is not None
    return [i for i, each in enumerate(session.report.duties) if not each.listed]


def test_all_is_ticked_at_first_but_what_is_only_permitted(pane: DutiesPane) -> None:
    boxes = [pane.model.index_of(number).data(CHECK) for number in (0, 1, 2, 4)]
    assert boxes == [Qt.CheckState.Checked] * 4
    assert pane.model.index_of(5).data(CHECK) is None
    assert "允许性的话，不列入清单" in pane.model.index_of(5).data(Qt.ItemDataRole.ToolTipRole)
    assert pane.model.index_of(PLAN).siblingAtColumn(Column.LEAD).data(CHECK) is None


def test_space_ticks_in_any_column_and_undo_takes_it_back(
    qtbot: QtBot, pane: DutiesPane, session: DocumentSession
) -> None:
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index_of(CLEAN_UP).siblingAtColumn(Column.DUE))
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    assert unlisted(session) == [CLEAN_UP]
    assert not now(session, CLEAN_UP).decided, "the duty itself is as it was found"
    assert pane.model.index_of(CLEAN_UP).data(CHECK) is Qt.CheckState.Unchecked
    assert pane.table.currentIndex() == pane.model.index_of(CLEAN_UP).siblingAtColumn(Column.DUE)
    assert pane.count.text().endswith("，不列入清单 1 条")
    assert "没有打勾，不列入清单" in pane.detail.toPlainText()
    assert pane.model.index_of(CLEAN_UP).data(Qt.ItemDataRole.AccessibleTextRole) == "任务：完成销号（不列入清单）"
    assert session.undo_text == "不列入清单"
    qtbot.keyClick(pane.table, Qt.Key.Key_Space)
    assert (unlisted(session), session.decisions) == ([], ())
    assert session.undo_text == "列入清单"
    session.undo()
    assert unlisted(session) == [CLEAN_UP]
    session.undo()
    assert unlisted(session) == []


def click_box(qtbot: QtBot, pane: DutiesPane, number: int, deed: str = "mouseClick") -> None:
    cell = pane.table.visualRect(pane.model.index_of(number))
    getattr(qtbot, deed)(
        pane.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.left() + 8, cell.center().y())
    )


def test_a_click_on_the_box_ticks(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    click_box(qtbot, pane, PLAN)
    qtbot.waitUntil(lambda: unlisted(session) == [PLAN])
    click_box(qtbot, pane, PLAN)
    qtbot.waitUntil(lambda: unlisted(session) == [])


def test_a_click_beside_the_box_only_chooses(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    where = pane.table.visualRect(pane.model.index_of(PLAN)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()
    assert (session.selected_duty, unlisted(session)) == (PLAN, [])


def test_a_double_click_on_the_box_opens_no_editor(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    click_box(qtbot, pane, LECTURES, "mouseDClick")
    QApplication.processEvents()
    assert pane.table.state() is not pane.table.State.EditingState


def test_space_in_an_editor_is_a_space(qtbot: QtBot, pane: DutiesPane, session: DocumentSession) -> None:
    pane.table.setFocus()
    pane.table.setCurrentIndex(pane.model.index_of(PLAN).siblingAtColumn(Column.DUE))
    pane.table.edit(pane.table.currentIndex())
    editor = next(e for e in pane.table.viewport().findChildren(QWidget) if isinstance(e, DayEdit))
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert (editor.text(), unlisted(session)) == (" ", [])


def test_the_menu_ticks_one_or_all_that_are_shown_as_one_step(pane: DutiesPane, session: DocumentSession) -> None:
    session.select_duty(PLAN)
    assert pane.menu.tick.isChecked()
    pane.menu.tick.trigger()
    assert unlisted(session) == [PLAN]
    assert not pane.menu.tick.isChecked()
    pane.search.setText("人事科")
    pane.menu.untick_all.trigger()
    assert unlisted(session) == [PLAN, LECTURES], "others are filtered out"
    pane.search.setText("")
    pane.menu.untick_all.trigger()
    assert unlisted(session) == [0, 1, 2, 4], "a permission has no box, a general duty is not shown"
    assert session.undo_text == "不列入清单 2 条"
    session.undo()
    assert unlisted(session) == [PLAN, LECTURES]
    pane.menu.tick_all.trigger()
    assert session.decisions == ()
    session.select_duty(5)
    assert not pane.menu.tick.isEnabled()


def test_parts_of_what_was_left_out_can_be_listed_again(session: DocumentSession, pane: DutiesPane) -> None:
    duty_decisions.set_listed(session, [now(session, 4)], False)
    duty_decisions.split(session, now(session, 4), 6)
    assert unlisted(session) == [4, 5]
    duty_decisions.set_listed(session, [now(session, 5)], True)
    assert unlisted(session) == [4]


def test_ticks_are_kept(qtbot: QtBot, tmp_path: Path, speech: str) -> None:
    session = keeping_session(tmp_path)
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    duty_decisions.set_listed(session, [duty(session, SURVEY)], False)
    session.close()
    assert session.wait()
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert not duty(session, SURVEY).listed
    assert session.report is not None
    assert SURVEY not in [each.text for each in listed_duties(session.report)]
    session.close()
    assert session.wait()


def test_the_export_leaves_out_what_is_not_ticked_and_says_so(
    qtbot: QtBot, tmp_path: Path, pane: DutiesPane, session: DocumentSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = MessageBar()
    qtbot.addWidget(messages)
    saving = Saving(messages, pane)
    export = ChecklistExport(session, saving, writer_for(lambda: NO_OFFICE))
    duty_decisions.set_listed(session, [now(session, PLAN), now(session, CLEAN_UP)], False)
    target = tmp_path / "清单.xlsx"
    monkeypatch.setattr(saving, "ask_target", lambda _wanted: str(target))
    export.start()
    qtbot.waitUntil(lambda: "没有打勾的 2 条没有列入" in messages.text)
    sheet = openpyxl.load_workbook(target)["责任清单"]
    assert [row[2] for row in sheet.iter_rows(min_row=4, values_only=True)] == [DUTIES[1].text, DUTIES[4].text]
