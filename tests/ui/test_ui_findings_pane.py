"""The pane: one finding at a time, its buttons and keys, ticks, groups, and dialogs that ask or preview."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui_findings_material import ADVERT, COMMA, MASK, SPACE, finding, states

from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.ui import finding_decisions as deeds
from reviewer.ui import finding_prompts as prompts
from reviewer.ui.bulk_dialog import BulkDialog
from reviewer.ui.finding_menu import fixes_menu
from reviewer.ui.finding_words import state_words
from reviewer.ui.findings_model import FindingsRole, Grouping
from reviewer.ui.findings_pane import FindingsPane
from reviewer.ui.session import DocumentSession
from reviewer.ui.words_dialog import WordsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|grabbing|raise)")
OPEN, ACCEPTED, IGNORED = State.OPEN, State.ACCEPTED, State.IGNORED
Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def pane(qtbot: QtBot, opened: DocumentSession) -> FindingsPane:
    made = FindingsPane(opened)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    opened.select_finding(MASK)
    return made


def the(kind: type[Dialog], pane: FindingsPane) -> Dialog:
    """The dialog of this kind that is open."""
    (dialog,) = (one for one in pane.findChildren(kind) if one.isVisible())
    return dialog


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_panel_offers_what_can_be_done(pane: FindingsPane) -> None:
    panel = pane.panel
    assert panel.accept.text() == "采纳“三”"
    told = panel.detail.toPlainText()
    assert "再讲**三个问题。" in told
    assert "这里还没有填上内容。" in told
    shown = [button.text() for button in panel._buttons() if button.isVisible()]
    assert shown == ["采纳“三”", "改为…", "忽略此处", "批注…", "停用此规则", "同类…"]
    pane.session.select_finding(ADVERT)
    assert panel.accept.text() == "采纳：删去"
    assert panel.always.isVisible(), "these words are telling enough"


def test_buttons_decide_and_the_next_one_moves_in(pane: FindingsPane) -> None:
    session, panel = pane.session, pane.panel
    panel.accept.click()
    assert (states(session)[MASK], session.selected_finding) == (ACCEPTED, ADVERT)
    panel.ignore.click()
    assert (states(session)[ADVERT], session.selected_finding) == (IGNORED, COMMA)
    assert pane.model.order == [COMMA]
    assert pane.decided.text() == "已处理 2/3"
    panel.accept.click()
    assert pane.words == "查出的问题都处理完了。"
    assert panel.isHidden()


def test_the_next_one_is_the_one_below_in_the_list(pane: FindingsPane) -> None:
    assert pane.model.order == [MASK, ADVERT, COMMA]
    pane.grouping.setCurrentIndex(pane.grouping.findData(Grouping.SEVERITY))
    assert pane.model.order == [MASK, ADVERT, COMMA]
    pane.session.select_finding(COMMA)
    pane.panel.ignore.click()
    assert pane.session.selected_finding == MASK, "round and round"


@pytest.mark.parametrize(
    ("grouping", "headers"),
    [
        (Grouping.CATEGORY, ["占位", "广告", "标点"]),
        (Grouping.SEVERITY, ["必改", "建议改"]),
        (Grouping.PART, ["标题和开头", "二是时间紧", "二、抓好落实"]),
        (Grouping.READING, []),
    ],
)
def test_groups(pane: FindingsPane, grouping: Grouping, headers: list[str]) -> None:
    pane.grouping.setCurrentIndex(pane.grouping.findData(grouping))
    model = pane.model
    rows = (model.index(row) for row in range(model.rowCount()))
    found = [index.data(FindingsRole.HEADER) for index in rows if model.finding_at(index) < 0]
    assert found == headers


def test_decided_findings_are_shown_by_choice_and_can_be_reopened(pane: FindingsPane) -> None:
    session = pane.session
    deeds.accept(session, MASK, "三")
    deeds.ignore(session, ADVERT)
    pane.decided.click()
    assert pane.model.order == [MASK, ADVERT, COMMA]
    index = pane.model.index_of(MASK)
    assert state_words(index.data(FindingsRole.VERDICT)) == "已采纳：改为“三”"
    assert index.data().startswith("已采纳，必改")
    session.select_finding(MASK)
    assert [button.text() for button in pane.panel._buttons() if button.isVisible()] == ["恢复未处理", "批注…"]
    assert "已采纳" in pane.panel.detail.toPlainText()
    pane.panel.restore.click()
    assert states(session)[MASK] is OPEN
    assert session.selected_finding == MASK
    assert not pane.list.viewport().grab().isNull()


def test_keys_in_the_list(qtbot: QtBot, pane: FindingsPane) -> None:
    session = pane.session
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert (states(session)[MASK], session.selected_finding) == (ACCEPTED, ADVERT)
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert (states(session)[ADVERT], session.selected_finding) == (IGNORED, COMMA)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert entries(menu)[:3] == ["采纳“，”", "改为…", "忽略此处"]
    menu.close()


def test_space_ticks_and_the_ticked_are_decided_together(qtbot: QtBot, pane: FindingsPane) -> None:
    session = pane.session
    assert pane.ticks.isHidden()
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    session.select_finding(COMMA)
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.model.ticked == [MASK, COMMA]
    assert pane.ticks.label.text() == "已勾选 2 处"
    assert pane.model.index_of(MASK).data().startswith("已勾选")
    pane.ticks.accept.click()
    dialog = the(BulkDialog, pane)
    assert dialog.chosen == [MASK, COMMA]
    dialog.accept()
    assert states(session) == [ACCEPTED, OPEN, ACCEPTED, OPEN]
    assert session.undo_text == "采纳 2 处"
    assert pane.ticks.isHidden()
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.model.ticked == [ADVERT]
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.model.ticked == []


def test_a_bulk_decision_is_previewed(qtbot: QtBot, pane: FindingsPane) -> None:
    session = pane.session
    session.set_show_info(True)
    pane.panel.same.aboutToShow.emit()
    assert entries(pane.panel.same) == ["采纳全部同类（4 处）…", "忽略全部同类（4 处）…"]
    pane.panel.same.actions()[0].trigger()
    dialog = the(BulkDialog, pane)
    rows = [dialog.list.topLevelItem(row) for row in range(4)]
    first = rows[0]
    assert first is not None
    assert first.text(1).endswith("**个问题。")
    assert first.text(2).endswith("三个问题。")
    assert dialog.accept_button.text() == "采纳 4 处"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "采纳 3 处"
    dialog.accept()
    assert states(session) == [OPEN, ACCEPTED, ACCEPTED, ACCEPTED]
    assert session.selected_finding == MASK


def test_her_own_words(qtbot: QtBot, pane: FindingsPane) -> None:
    pane.panel.change.click()
    dialog = the(WordsDialog, pane)
    assert isinstance(dialog.field, QLineEdit)
    assert dialog.words == "三"
    dialog.field.setText("四")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert states(pane.session)[MASK] is ACCEPTED
    assert pane.session.corrected is not None
    assert pane.session.corrected.verdicts[MASK].replacement == "四"
    assert pane.session.selected_finding == ADVERT


def test_nothing_is_changed_by_words_that_stay(pane: FindingsPane) -> None:
    pane.panel.change.click()
    dialog = the(WordsDialog, pane)
    assert isinstance(dialog.field, QLineEdit)
    dialog.field.setText("**")
    dialog.accept()
    assert pane.session.decisions == ()


def test_a_remark_is_written_and_rewritten(pane: FindingsPane) -> None:
    pane.panel.remark.click()
    dialog = the(WordsDialog, pane)
    assert isinstance(dialog.field, QPlainTextEdit)
    assert not dialog.accept_button.isEnabled()
    dialog.field.setPlainText(" 请核实\n数字 ")
    dialog.accept()
    span = finding(pane.session, MASK).span
    known = deeds.remark_on(pane.session, span)
    assert known is not None
    assert known.text == "请核实\n数字"
    assert "请核实" in pane.panel.detail.toPlainText()
    prompts.ask_remark(pane.session, span, pane)
    assert the(WordsDialog, pane).words == "请核实\n数字"


def test_a_dialog_about_a_text_that_has_changed_does_nothing(qtbot: QtBot, pane: FindingsPane) -> None:
    pane.panel.change.click()
    dialog = the(WordsDialog, pane)
    deeds.ignore(pane.session, COMMA)
    with qtbot.waitSignal(pane.session.notice):
        dialog.accept()
    assert states(pane.session)[MASK] is OPEN


def test_words_become_a_finding_of_her_own(pane: FindingsPane) -> None:
    prompts.ask_note(pane.session, Span(9, 2, 6), pane)
    dialog = the(WordsDialog, pane)
    assert isinstance(dialog.field, QLineEdit)
    dialog.field.setText("重复")
    dialog.accept()
    shown = [button.text() for button in pane.panel._buttons() if button.isVisible()]
    assert shown == ["改为…", "取消标记", "批注…"]
    assert "自标" in [chip.text() for chip in pane.chips.chips.values()]


def test_the_menu_of_a_card(qtbot: QtBot, pane: FindingsPane) -> None:
    place = pane.list.visualRect(pane.model.index_of(ADVERT)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, pane.list.mapToGlobal(place))
    QApplication.sendEvent(pane.list.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert entries(menu)[0] == "采纳：删去"
    menu.close()


def test_the_menu_says_what_became_of_a_finding(pane: FindingsPane) -> None:
    deeds.pass_over(pane.session, ADVERT)
    menu = fixes_menu(pane.session, ADVERT, pane)
    assert entries(menu) == ["总是忽略", "恢复未处理", "批注…"]
    menu.actions()[1].trigger()
    assert states(pane.session)[ADVERT] is OPEN
    assert entries(fixes_menu(pane.session, 99, pane)) == []


def test_several_suggestions_are_offered(pane: FindingsPane) -> None:
    report = pane.session.report
    assert report is not None
    assert pane.panel.accept.menu() is None
    pane.session.set_show_info(True)
    pane.session.select_finding(SPACE)
    assert pane.panel.accept.text() == "采纳：删去"
