"""Decisions from the reading surface and the menus, and what the window says of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, outline, read, review
from ui_decisions_material import LIST, SURVEY, duty, keeping_session, refusing_keeper, texts
from ui_saving_material import answer_names

from reviewer.model.decision import DutyChanges
from reviewer.model.span import Span
from reviewer.ui import duty_decisions
from reviewer.ui.duty_values import Correction
from reviewer.ui.main_window import MainWindow
from reviewer.ui.mark_card import mark_card
from reviewer.ui.marks import marks_at
from reviewer.ui.message_bar import Tone
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.speech_menu import speech_menu

WindowMaker = Callable[..., MainWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def select(window: MainWindow, words: str) -> None:
    """Select `words` in the text."""
    view = window.reading.view
    cursor = view.document().find(words)
    assert not cursor.isNull()
    view.setTextCursor(cursor)


def put_cursor(window: MainWindow, words: str) -> None:
    """Put the cursor before `words`."""
    select(window, words)
    cursor = window.reading.view.textCursor()
    cursor.setPosition(cursor.selectionStart())
    window.reading.view.setTextCursor(cursor)


def actions(menu: QMenu) -> dict[str, Callable[[], None]]:
    return {action.text().split("\t")[0]: action.trigger for action in menu.actions() if action.isEnabled()}


def test_ctrl_d_lists_the_selected_words(qtbot: QtBot, window: MainWindow) -> None:
    select(window, "大家 一起努力")
    window.reading.view.setFocus()
    qtbot.keyClick(window.reading.view, Qt.Key.Key_D, CTRL)
    assert "大家 一起努力" in texts(window.session)
    assert texts(window.session)[window.session.selected_duty] == "大家 一起努力"


def test_without_a_selection_it_is_the_sentence_at_the_cursor(window: MainWindow) -> None:
    put_cursor(window, "祥😀的话")
    window.workbench.actions["add_duty"].trigger()
    assert "今天开会，先说𠮷祥😀的话，再讲**个问题。" in texts(window.session)


def test_words_of_several_paragraphs_are_no_duty(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.view.selectAll()
    with qtbot.waitSignal(window.session.notice) as notice:
        window.workbench.actions["add_duty"].trigger()
    assert notice.args == ["请只选一段里的文字。"]
    assert window.session.decisions == ()


def test_an_empty_line_is_no_duty(qtbot: QtBot, session: DocumentSession, tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_text("甲\n\n乙", "utf-8")
    session.open(str(path))
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert duty_decisions.sentence_around(session, 1, 0) is None
    duty_decisions.add(session, Span(1, 0, 0))
    assert session.decisions == ()


def test_the_menu_on_a_duty_strikes_it(window: MainWindow) -> None:
    view = window.reading.view
    menu = speech_menu(view, window.session, (5, 10))
    offered = actions(menu)
    assert list(offered)[:2] == ["列为任务", "删去这条任务"]
    offered["删去这条任务"]()
    assert SURVEY not in texts(window.session)
    assert "删去这条任务" not in actions(speech_menu(view, window.session, (5, 10)))
    assert "全选" in offered


def test_the_menu_lists_the_sentence_under_the_pointer(window: MainWindow) -> None:
    actions(speech_menu(window.reading.view, window.session, (3, 2)))["列为任务"]()
    assert texts(window.session)[0].startswith("今天开会")


def test_beside_the_text_there_is_nothing_to_list(window: MainWindow) -> None:
    assert "列为任务" not in actions(speech_menu(window.reading.view, window.session, None))


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)")
@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_opens_by_mouse_and_by_key(qtbot: QtBot, window: MainWindow, reason: QContextMenuEvent.Reason) -> None:
    view = window.reading.view
    put_cursor(window, "各街道")
    where = view.cursorRect().center() + QPoint(12, 0)
    receiver = view.viewport() if reason is QContextMenuEvent.Reason.Mouse else view
    QApplication.sendEvent(receiver, QContextMenuEvent(reason, where, receiver.mapToGlobal(where)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "删去这条任务" in actions(menu)
    menu.close()


def test_undo_and_redo_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    undo, redo = (window.workbench.actions[name] for name in ("undo", "redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    duty_decisions.strike(window.session, duty(window.session, SURVEY))
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("撤销：删去任务(&U)", True, False)
    window.reading.view.setFocus()
    qtbot.keyClick(window.reading.view, Qt.Key.Key_Z, CTRL)
    assert SURVEY in texts(window.session)
    assert (undo.text(), redo.text()) == ("撤销(&U)", "重做：删去任务(&R)")
    qtbot.keyClick(window.reading.view, Qt.Key.Key_Y, CTRL)
    assert SURVEY not in texts(window.session)
    window.workbench.actions["close"].trigger()
    assert not undo.isEnabled()


def test_ctrl_z_in_a_line_undoes_what_was_typed_there(qtbot: QtBot, window: MainWindow) -> None:
    duty_decisions.strike(window.session, duty(window.session, SURVEY))
    window.workbench.actions["find"].trigger()
    field = window.reading.find_bar.field
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert SURVEY not in texts(window.session)


def test_the_marked_place_stays_while_other_duties_change(window: MainWindow) -> None:
    view, session = window.reading.view, window.session
    session.select_duty(1)
    marked = duty(session, LIST).span
    assert view.current == marked
    duty_decisions.strike(session, duty(session, SURVEY))
    assert view.current == marked
    duty_decisions.strike(session, duty(session, LIST))
    assert view.current is None


def test_what_is_corrected_goes_into_the_workbook(
    qtbot: QtBot, make_window: WindowMaker, speech: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    window.open_files([speech])
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    duty_decisions.strike(window.session, duty(window.session, SURVEY))
    answer_names(monkeypatch, window, str(tmp_path / "表.xlsx"))
    window.workbench.actions["export"].trigger()
    qtbot.waitUntil(window.workbench.messages.isVisible)
    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx")["责任清单"]
    assert [row[2].value for row in sheet.iter_rows(min_row=4)] == [LIST]


def test_a_save_that_fails_is_told_in_the_window(qtbot: QtBot, make_window: WindowMaker, speech: str) -> None:
    window = make_window(DocumentSession(read, review, outline, keeper=refusing_keeper()))
    window.open_files([speech])
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    duty_decisions.strike(window.session, duty(window.session, SURVEY))
    messages = window.workbench.messages
    qtbot.waitUntil(messages.isVisible)
    assert messages.text == "修改没有保存成功，关闭文稿后会丢失。磁盘已满，请腾出空间。"
    assert messages._tone is Tone.FAILURE


def test_lost_decisions_are_told_in_the_window(
    qtbot: QtBot, make_window: WindowMaker, speech: str, tmp_path: Path
) -> None:
    before = keeping_session(tmp_path / "decided")
    before.open(speech)
    qtbot.waitUntil(lambda: before.phase is Phase.REVIEWED)
    for words in (SURVEY, LIST):
        duty_decisions.strike(before, duty(before, words))
    before.close()
    assert before.wait()
    Path(speech).write_text("别的讲话\n只有这一句。", "utf-8")
    window = make_window(keeping_session(tmp_path / "decided"))
    window.open_files([speech])
    qtbot.waitUntil(window.workbench.messages.isVisible)
    assert window.workbench.messages.text == "有 2 处修改在新文稿里找不到原来的位置，已搁置。"


def test_the_program_keeps_decisions_in_its_own_folder(qtbot: QtBot, tmp_path: Path, speech: str) -> None:
    Path(speech).write_text(SPEECH.replace("**", "两"), "utf-8")
    for expected in (False, True):
        window = MainWindow(Preferences(tmp_path / "kept"))
        window.open_files([speech])
        window.show()
        qtbot.waitUntil(lambda made=window: made.furnished and made.session.phase is Phase.REVIEWED)
        report = window.session.report
        assert report is not None
        assert any(found.decided for found in report.duties) is expected
        if not expected:
            duty_decisions.add(window.session, Span(3, 0, 4))
        window.close()
        window.deleteLater()
    assert list((tmp_path / "kept" / "decisions").glob("*.json"))


def test_a_day_that_was_set_is_told_on_the_duty(window: MainWindow) -> None:
    session = window.session
    changes = DutyChanges(due=date(2024, 5, 1))
    duty_decisions.edit(session, duty(session, SURVEY), Correction(changes))
    assert "截止日期：2024-05-01（您改定的日期）" in mark_card(session, marks_at(session, 5, 10))


def test_the_selection_is_one_paragraphs_or_none(window: MainWindow) -> None:
    view = window.reading.view
    put_cursor(window, "各街道")
    span = view.selected_span()
    assert span == Span(5, 6, 6)
    cursor = view.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selected_span() is None
