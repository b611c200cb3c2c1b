"""Findings decided in the text and from the menus; records kept, forgotten, cleared and handed over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH
from ui_decisions_material import keeping_session
from ui_findings_material import ADVERT, COMMA, MASK, finding, states

from reviewer.model.decision import AddRemark
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.store import decisions, handover
from reviewer.ui import finding_decisions as deeds
from reviewer.ui.main_window import MainWindow
from reviewer.ui.marks import MarkLook, marks_at
from reviewer.ui.message_bar import Tone
from reviewer.ui.records import Records
from reviewer.ui.records_page import RecordsPage
from reviewer.ui.session import DocumentSession, MarkKind, Phase
from reviewer.ui.speech_menu import speech_menu
from reviewer.ui.speech_view import SpeechView
from reviewer.ui.words_dialog import WordsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|grabbing|raise)")
WindowMaker = Callable[..., MainWindow]
OPEN, ACCEPTED, IGNORED = State.OPEN, State.ACCEPTED, State.IGNORED


def looks(session: DocumentSession, span: Span) -> list[MarkLook]:
    return [mark.look for mark in marks_at(session, span.paragraph, span.start)]


def entries(menu: QMenu) -> dict[str, Callable[[], None]]:
    return {action.text().split("\t")[0]: action.trigger for action in menu.actions() if not action.isSeparator()}


def select(view: SpeechView, span: Span) -> None:
    document = view._document
    cursor = QTextCursor(view.document())
    cursor.setPosition(document.position(span.paragraph, span.start) or 0)
    cursor.setPosition(document.position(span.paragraph, span.end) or 0, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def hover(view: SpeechView, span: Span) -> None:
    place = view.rect_of(span)
    assert place is not None
    point = place.center() + QPoint(6, 0)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point)))


def open_dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    (dialog,) = (one for one in window.findChildren(kind) if one.isVisible())
    return dialog


def test_marks_tell_what_is_decided(window: MainWindow) -> None:
    session = window.session
    mask, comma = finding(session, MASK).span, finding(session, COMMA).span
    assert looks(session, mask) == [MarkLook.ERROR]
    deeds.accept(session, MASK, "三")
    deeds.ignore(session, COMMA)
    deeds.remark(session, Span(9, 0, 2), "请核实")
    deeds.drop_paragraph(session, 6)
    assert looks(session, mask) == [MarkLook.ACCEPTED]
    assert MarkLook.WARNING not in looks(session, comma)
    assert MarkLook.REMARK in looks(session, Span(9, 0, 2))
    assert looks(session, Span(6, 0, 1)) == [MarkLook.STRUCK]
    session.set_kinds_shown(frozenset(MarkKind) - {MarkKind.DECISIONS})
    assert looks(session, mask) == []


def test_a_replacement_is_written_above_the_words(window: MainWindow) -> None:
    view, session = window.reading.view, window.session
    place = view.rect_of(finding(session, MASK).span)
    assert place is not None
    em = view._typography.em
    above = QRect(place.left(), place.bottom() - 2 * em, 2 * em, em)
    before = view.viewport().grab(above).toImage()
    deeds.accept(session, MASK, "三百五十")
    assert view.viewport().grab(above).toImage() != before


def test_the_status_bar_says_how_far_she_is(window: MainWindow) -> None:
    status = window.workbench.status.findings
    assert "已处理" not in status.text()
    deeds.accept(window.session, MASK, "三")
    assert status.text() == "必改 1 · 建议改 1 · 提示 1 · 已处理 1/3"
    title = window.workbench.docks.dock("findings")
    assert title is not None
    assert title.windowTitle() == "问题 2"


def test_from_f7_on_without_a_mouse(qtbot: QtBot, window: MainWindow) -> None:
    session, view = window.session, window.reading.view
    window.workbench.docks.want("findings", False)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F7)
    assert session.selected_finding == MASK
    assert window.workbench.docks.wants("findings")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (states(session)[MASK], session.selected_finding) == (ACCEPTED, ADVERT)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert (states(session)[ADVERT], session.selected_finding) == (IGNORED, COMMA)
    qtbot.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert session.selected_finding == COMMA, "the only one left"
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert next(iter(entries(menu))) == "采纳“，”"
    menu.close()
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (states(session)[ADVERT], session.selected_finding) == (OPEN, ADVERT)


def test_the_commands_know_when_they_can_be_used(window: MainWindow) -> None:
    session, actions = window.session, window.workbench.actions
    names = ("accept_finding", "change_finding", "ignore_finding", "pass_over", "disable_rule")
    assert [actions[name].isEnabled() for name in names] == [False] * 5
    session.select_finding(ADVERT)
    assert [actions[name].isEnabled() for name in names] == [True] * 5
    actions["pass_over"].trigger()
    assert states(session)[ADVERT] is State.PASSED
    session.select_finding(COMMA)
    assert not actions["pass_over"].isEnabled()
    actions["accept_finding"].trigger()
    assert states(session)[COMMA] is ACCEPTED
    actions["show_decided"].trigger()
    assert session.show_decided
    actions["disable_rule"].trigger()
    assert states(session)[MASK] is State.SILENCED
    actions["start_findings"].trigger()
    assert session.selected_finding == -1


def test_words_selected_are_remarked_and_marked(window: MainWindow) -> None:
    session, view, actions = window.session, window.reading.view, window.workbench.actions
    select(view, Span(9, 2, 6))
    actions["remark"].trigger()
    dialog = open_dialog(window, WordsDialog)
    assert isinstance(dialog, WordsDialog)
    dialog.field.setPlainText("请核实")  # type: ignore[union-attr]
    dialog.accept()
    assert deeds.remark_on(session, Span(9, 2, 6)) is not None
    select(view, Span(9, 2, 6))
    actions["mark_finding"].trigger()
    open_dialog(window, WordsDialog).accept()
    assert finding(session, session.selected_finding).text == "高认识，"


@pytest.mark.parametrize("command", ["remark", "mark_finding"])
def test_without_words_nothing_is_asked(qtbot: QtBot, window: MainWindow, command: str) -> None:
    with qtbot.waitSignal(window.session.notice) as notice:
        window.workbench.actions[command].trigger()
    assert notice.args[0].startswith("请先选中")


def test_the_menu_of_the_text(window: MainWindow) -> None:
    session, view = window.session, window.reading.view
    mask = finding(session, MASK).span
    place = (mask.paragraph, mask.start)
    offered = entries(speech_menu(view, session, place))
    assert list(offered)[:4] == ["采纳“三”", "改为…", "忽略此处", "总是忽略"]
    offered["采纳“三”"]()
    offered = entries(speech_menu(view, session, place))
    assert list(offered)[:2] == ["已采纳：改为“三”", "恢复未处理"]
    offered["恢复未处理"]()
    assert states(session)[MASK] is OPEN
    entries(speech_menu(view, session, place))["删去整段"]()
    assert states(session)[MASK] is State.STRUCK
    entries(speech_menu(view, session, place))["保留整段"]()
    assert states(session)[MASK] is OPEN
    deeds.remark(session, mask, "请核实")
    entries(speech_menu(view, session, place))["删去批注"]()
    assert deeds.remark_on(session, mask) is None
    select(view, Span(9, 2, 6))
    assert {"标为问题…", "批注…"} <= set(entries(speech_menu(view, session, (9, 3))))


def test_the_card_beside_the_pointer_has_the_suggestion(window: MainWindow) -> None:
    session, view = window.session, window.reading.view
    span = finding(session, MASK).span
    hover(view, span)
    card = view.card
    assert card.isVisible()
    assert "这里还没有填上内容。" in card.words.text()
    assert [button.text() for button in card.buttons] == ["采纳“三”", "忽略此处"]
    card.look(card.geometry().center())
    assert card.isVisible()
    card.buttons[0].click()
    assert states(session)[MASK] is ACCEPTED
    assert not card.isVisible()
    hover(view, span)
    assert [button.text() for button in card.buttons] == ["恢复未处理"]
    card.look(card.geometry().bottomRight() + QPoint(80, 80))
    assert not card.isVisible()


def test_a_remark_is_told_as_plain_text(window: MainWindow) -> None:
    deeds.remark(window.session, Span(9, 0, 2), "<b>请核实</b>")
    hover(window.reading.view, Span(9, 0, 2))
    assert "&lt;b&gt;" in window.reading.view.card.words.text()


@pytest.fixture
def keeping(qtbot: QtBot, make_window: WindowMaker, speech: str, tmp_path: Path) -> MainWindow:
    """A window that keeps decisions, with the made-up speech reviewed."""
    made = make_window(keeping_session(tmp_path / "kept"))
    made.open_files([speech])
    qtbot.waitUntil(lambda: made.session.phase is Phase.REVIEWED)
    return made


def test_a_review_is_handed_over(
    qtbot: QtBot, keeping: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, workbench = keeping.session, keeping.workbench
    with qtbot.waitSignal(session.notice):
        workbench.actions["give_review"].trigger()
    deeds.accept(session, MASK, "三")
    deeds.remark(session, Span(9, 0, 2), "请核实")
    target = tmp_path / "交给同事"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    workbench.actions["give_review"].trigger()
    qtbot.waitUntil(workbench.messages.isVisible)
    written = Path(f"{target}{handover.SUFFIX}")
    assert workbench.messages.text.startswith(f"审阅记录已导出：{written.name}")
    assert not any(line in written.read_text("utf-8") for line in SPEECH.split() if len(line) > 2)
    session.undo()
    session.undo()
    assert states(session)[MASK] is OPEN
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(written), ""))
    workbench.actions["take_review"].trigger()
    qtbot.waitUntil(lambda: workbench.messages.text == "已导入 2 处处理。")
    assert (states(session)[MASK], session.undo_text) == (ACCEPTED, "导入审阅记录")
    workbench.taking_home.handover.read_from(str(written))
    qtbot.waitUntil(lambda: workbench.messages.text == "这些处理这里都已经有了。")
    session.undo()
    assert session.decisions == ()


def test_what_of_a_review_has_no_place_is_told(qtbot: QtBot, keeping: MainWindow, tmp_path: Path) -> None:
    session, workbench = keeping.session, keeping.workbench
    strange = AddRemark(session.anchor(Span(9, 0, 2)), "请核实")
    strange = AddRemark(type(strange.anchor)(99, 0, 2, "0", "0", 0, "0", "0"), "请核实")
    path = tmp_path / f"别的{handover.SUFFIX}"
    handover.write(path, [strange])
    workbench.taking_home.handover.read_from(str(path))
    qtbot.waitUntil(lambda: "对不上这份文稿" in workbench.messages.text)
    assert workbench.messages.tone is Tone.FAILURE
    assert session.decisions == ()
    handover.write(path, [strange, AddRemark(session.anchor(Span(9, 0, 2)), "请核实")])
    workbench.taking_home.handover.read_from(str(path))
    qtbot.waitUntil(lambda: workbench.messages.text == "已导入 1 处处理，另有 1 处在这份文稿里找不到位置。")
    path.write_text("{}", "utf-8")
    workbench.taking_home.handover.read_from(str(path))
    qtbot.waitUntil(lambda: "不是审阅记录" in workbench.messages.text)


@pytest.fixture
def real_window(program: Callable[[Path], MainWindow], speech: str) -> MainWindow:
    """A window with the session that the program makes, and a folder of its own."""
    return program(Path(speech))


def test_without_records_nothing_is_left_behind(qtbot: QtBot, real_window: MainWindow, tmp_path: Path) -> None:
    session, preferences, folder = real_window.session, real_window.preferences, tmp_path / "kept"
    deeds.ignore(session, 0)
    assert session.wait()
    assert decisions.count(folder) == 1
    assert len(preferences.recent) == 1
    preferences.set("keep_records", False)
    assert session.wait()
    assert decisions.count(folder) == 0
    assert preferences.recent == ()
    deeds.accept(session, 1, "")
    session.undo()
    other = tmp_path / "另一份.txt"
    other.write_text("另一份，，讲话。", "utf-8")
    session.open(str(other))
    qtbot.waitUntil(lambda: session.path == str(other))
    assert session.wait()
    preferences.flush()
    assert decisions.count(folder) == 0
    qtbot.waitUntil(lambda: not (folder / "desk.json").exists())
    left = "".join(path.read_text("utf-8", "replace") for path in folder.rglob("*") if path.is_file())
    assert str(tmp_path) not in left
    assert "讲话" not in left
    preferences.set("keep_records", True)
    assert session.wait()
    assert decisions.count(folder) == 1, "what was decided before is kept again"


@pytest.fixture
def page(qtbot: QtBot, keeping: MainWindow) -> RecordsPage:
    made = RecordsPage(Records(keeping.preferences, keeping.session), keeping.preferences)
    qtbot.addWidget(made)
    return made


def test_records_are_cleared_on_the_second_click(qtbot: QtBot, keeping: MainWindow, page: RecordsPage) -> None:
    deeds.accept(keeping.session, MASK, "三")
    assert keeping.session.wait()
    page.show()
    assert page.count.text() == "现在存有 1 份文稿的记录。"
    page.clear.click()
    assert page.clear.text() == "再点一次，全部清空"
    with qtbot.waitSignal(page.said):
        page.clear.click()
    assert page.count.text() == "现在没有存任何记录。"
    assert keeping.preferences.recent == ()
    assert states(keeping.session)[MASK] is ACCEPTED, "the open document stays as it is"


def test_the_page_switches_records_off(keeping: MainWindow, page: RecordsPage) -> None:
    page.show()
    page.secret.click()
    assert not keeping.preferences.settings.flag("keep_records")
    keeping.preferences.set("keep_records", True)
    assert not page.secret.isChecked()


def test_rules_and_words_are_reminded_of_again(keeping: MainWindow, page: RecordsPage) -> None:
    session = keeping.session
    deeds.pass_over(session, ADVERT)
    deeds.disable_rule(session, MASK)
    rows = [page.list.item(row).text() for row in range(page.list.count())]
    assert rows == ["规则“made-up”已停用", "规则“made-up”总是忽略 1 个词句"]
    assert not page.restore.isEnabled()
    page.list.setCurrentRow(0)
    page.restore.click()
    assert states(session)[MASK] is OPEN
    assert states(session)[ADVERT] is State.PASSED
    page.list.selectAll()
    page.restore.click()
    assert page.list.count() == 0
    assert states(session) == [OPEN] * 4


def test_the_outline_stays_as_it_is_folded(window: MainWindow) -> None:
    dock = window.workbench.docks.dock("outline")
    assert dock is not None
    pane = dock.widget()
    resets: list[None] = []
    pane.model.modelReset.connect(lambda: resets.append(None))
    before = pane.model.totals
    deeds.accept(window.session, MASK, "三")
    assert resets == []
    assert pane.model.totals != before
    assert pane.model.report is window.session.report


def test_the_duties_stay_as_they_are_listed(window: MainWindow) -> None:
    dock = window.workbench.docks.dock("duties")
    assert dock is not None
    resets: list[None] = []
    dock.widget().model.modelReset.connect(lambda: resets.append(None))
    deeds.accept(window.session, MASK, "三")
    window.session.undo()
    assert resets == []
