from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, Gate, made_up_session, outline, read, review

from reviewer.ui import actions
from reviewer.ui.app import Excepthook
from reviewer.ui.chinese import speak_chinese
from reviewer.ui.docks import default_widths
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession, DutyView, MarkKind, Phase
from reviewer.ui.status_bar import reading_time
from reviewer.ui.typography import PageSetup, Typography

WindowMaker = Callable[..., MainWindow]


def reviewed(window: MainWindow) -> bool:
    return window.session.phase is Phase.REVIEWED and not window.reading.view.filling


def test_nothing_open(make_window: WindowMaker) -> None:
    window = make_window()
    assert window.windowTitle() == "公文审阅"
    bench = window.workbench
    assert bench.stack.currentWidget() is bench.start_page
    assert not any(dock.isVisible() for name in ("outline", "findings", "duties") if (dock := bench.docks.dock(name)))
    assert not bench.actions["export"].isEnabled()
    assert not bench.actions["find"].isEnabled()
    assert bench.actions["open"].isEnabled()


def test_a_file_from_the_command_line(window: MainWindow) -> None:
    assert window.windowTitle() == "讲话.txt — 公文审阅"
    bench = window.workbench
    assert bench.stack.currentWidget() is bench.reading
    assert all(dock.isVisible() for name in ("outline", "findings") if (dock := bench.docks.dock(name)))
    assert bench.actions["export"].isEnabled()


def test_the_first_frame_waits_for_nothing(qtbot: QtBot, tmp_path: Path, speech: str) -> None:
    window = MainWindow(Preferences(tmp_path), made_up_session())
    qtbot.addWidget(window)
    window.open_files([speech])
    assert not window.furnished
    window.show()
    qtbot.waitUntil(lambda: window.furnished and reviewed(window))
    window.close()


def test_status_bar_counts(window: MainWindow) -> None:
    status = window.workbench.status
    assert status.findings.text() == "必改 2 · 建议改 1 · 提示 1"
    assert status.duties.text() == "任务 2（另有一般要求 1）"
    assert status.reading.text() == f"{len(SPEECH.replace(chr(10), ''))} 字 · 约 1 分钟"
    assert "2024年" in status.year.text()
    assert "题下或落款日期" in status.year.text()
    assert status.promise.text() == "本机处理，不联网"


@pytest.mark.parametrize(
    ("characters", "speed", "words"),
    [(10, 240, "约 1 分钟"), (7200, 240, "约 30 分钟"), (14400, 240, "约 1 小时"), (24000, 200, "约 2 小时")],
)
def test_reading_time(characters: int, speed: int, words: str) -> None:
    assert reading_time(characters, speed) == words


def test_reading_time_with_rest() -> None:
    assert reading_time(20_000, 240) == "约 1 小时 23 分钟"


def test_reading_speed_can_be_set(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (80, True))
    window.workbench.status.reading.click()
    assert window.preferences.settings.number("reading_speed") == 80
    assert "约 2 分钟" in window.workbench.status.reading.text()


def test_the_year_can_be_set(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (2029, True))
    window.workbench.actions["set_year"].trigger()
    qtbot.waitUntil(lambda: reviewed(window))
    assert "2029年" in window.workbench.status.year.text()
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (0, True))
    window.workbench.status.year.click()
    qtbot.waitUntil(lambda: reviewed(window))
    assert "2024年" in window.workbench.status.year.text()


def test_f8_goes_round(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    window.reading.view.setFocus()
    visited = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        visited.append(session.selected_finding)
    assert visited == [0, 1, 2, 0]
    assert window.workbench.status.currentMessage() == "已到文末，从头再找。"
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert session.selected_finding == 2


def test_choosing_in_a_pane_moves_the_text(qtbot: QtBot, window: MainWindow) -> None:
    dock = window.workbench.docks.dock("findings")
    assert dock is not None
    window.session.select_finding(2)
    assert window.reading.view.textCursor().blockNumber() == 8
    duties = window.workbench.docks.dock("duties")
    assert duties is not None
    window.session.select_duty(0)
    assert window.reading.view.textCursor().blockNumber() == 5


def test_closing_while_a_file_is_read(qtbot: QtBot, tmp_path: Path, speech: str) -> None:
    gate = Gate()
    window = MainWindow(Preferences(tmp_path / "kept"), DocumentSession(gate.before(read), review, outline))
    qtbot.addWidget(window)
    window.show()
    window.open_files([speech])
    qtbot.waitUntil(lambda: window.furnished)
    assert window.session.phase is Phase.LOADING
    gate.open()
    assert window.close()
    assert window.session.phase is Phase.EMPTY
    assert window.session.wait(0)


def test_closing_before_anything_is_built(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow(Preferences(tmp_path / "kept"))
    qtbot.addWidget(window)
    assert window.close()


def test_place_and_panes_are_kept(qtbot: QtBot, window: MainWindow, make_window: WindowMaker) -> None:
    window.resize(1111, 777)
    window.workbench.actions["pane_outline"].trigger()
    dock = window.workbench.docks.dock("outline")
    assert dock is not None
    assert not dock.isVisible()
    window.close()
    again = make_window()
    assert not again.workbench.docks.wants("outline")
    assert again.workbench.docks.wants("duties")
    assert not again.workbench.actions["pane_outline"].isChecked()


@pytest.mark.parametrize("state", ["", "x", "1,2", "a,b,c", "200,300,outline+nonsense", "9,9,"])
def test_panes_come_back_from_any_text(make_window: WindowMaker, state: str) -> None:
    docks = make_window().workbench.docks
    docks.restore(state)
    assert docks.state().count(",") == 2


def test_right_panes_share_a_place_where_it_is_low(qtbot: QtBot, window: MainWindow) -> None:
    findings, duties = window.workbench.docks.dock("findings"), window.workbench.docks.dock("duties")
    assert findings is not None
    assert duties is not None
    assert window.tabifiedDockWidgets(findings) == [duties]
    window.session.select_duty(0)
    qtbot.waitUntil(lambda: not duties.visibleRegion().isEmpty())
    window.resize(1920, 1240)
    qtbot.waitUntil(lambda: window.tabifiedDockWidgets(findings) == [])
    assert findings.geometry().bottom() < duties.geometry().top()
    assert findings.windowTitle() == "问题 3"
    assert duties.windowTitle() == "任务 2"


def test_the_menu_lays_the_duties_out(window: MainWindow, make_window: WindowMaker) -> None:
    actions = window.workbench.actions
    assert actions["duties_table"].isChecked()
    actions["duties_unit"].trigger()
    assert window.session.duty_view is DutyView.UNIT
    window.session.set_duty_view(DutyView.TIMELINE)
    assert actions["duties_timeline"].isChecked()
    window.close()
    again = make_window()
    assert again.session.duty_view is DutyView.TIMELINE
    assert again.workbench.actions["duties_timeline"].isChecked()


def test_filters_are_kept(window: MainWindow, make_window: WindowMaker) -> None:
    window.workbench.actions["show_info"].trigger()
    window.reading.legend.switches[MarkKind.DUTIES].click()
    assert window.session.show_info
    assert window.session.kinds_shown == frozenset(MarkKind) - {MarkKind.DUTIES}
    window.close()
    again = make_window()
    assert again.session.show_info
    assert again.workbench.actions["show_info"].isChecked()
    assert again.session.kinds_shown == frozenset(MarkKind) - {MarkKind.DUTIES}


def test_zoom(qtbot: QtBot, window: MainWindow) -> None:
    bench = window.workbench
    bench.actions["zoom_in"].trigger()
    assert window.preferences.settings.number("zoom") == 110
    bench.actions["zoom_out"].trigger()
    bench.actions["zoom_out"].trigger()
    assert window.preferences.settings.number("zoom") == 90
    bench.actions["zoom_reset"].trigger()
    assert window.preferences.settings.number("zoom") == 100
    for _ in range(20):
        window.reading.zoom(1)
    assert window.preferences.settings.number("zoom") == 300
    qtbot.waitUntil(lambda: not window.reading.view.filling)


def test_find(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.actions["find"].trigger()
    bar = window.reading.find_bar
    assert bar.isVisible()
    bar.field.setText("要")
    qtbot.waitUntil(lambda: bar.count.text() == "共 4 处")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "第 1 处，共 4 处"
    assert window.session.cursor == (5, 9)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "第 4 处，共 4 处"
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert bar.count.text() == "第 1 处，共 4 处"
    words = [selection.cursor.selectedText() for selection in window.reading.view.extraSelections()]
    assert words.count("要") >= 4
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert bar.isVisible()
    assert bar.count.text() == "第 2 处，共 4 处"


def test_find_nothing(window: MainWindow) -> None:
    bar = window.reading.find_bar
    bar.open_bar()
    bar.field.setText("（没有这句）")
    bar.next()
    assert bar.count.text() == "没有找到"


def test_overview_shows_and_goes(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.reading.overview
    qtbot.waitUntil(lambda: bool(bar.ticks()))
    kinds = [mark.kind for mark in bar.ticks()]
    assert (kinds.count(MarkKind.FINDINGS), kinds.count(MarkKind.DUTIES)) == (3, 2)
    report = window.session.report
    assert report is not None
    heights = [bar.height_of(finding.span) for finding in report.findings]
    assert heights == sorted(heights)
    assert 0 < heights[0] < heights[-1] < bar.height()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, round(heights[0])))
    assert window.session.selected_finding == 0
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 1))
    assert window.session.cursor[0] == 0
    assert not bar.grab().isNull()


@pytest.mark.qt_log_ignore("plugin does not support")
def test_help(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.actions["help"].trigger()
    help_window = window.workbench.dialogs.help
    assert help_window is not None
    assert help_window.isVisible()
    help_window.close()


def test_an_exception_is_told_plainly(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise RuntimeError("讲话里的机密")
    except RuntimeError as error:
        Excepthook(window)(type(error), error, error.__traceback__)
    assert "程序遇到意外" in window.workbench.messages.text
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "test_ui_core_window" in told
    assert told.count("讲话里的机密") == told.count('raise RuntimeError("讲话里的机密")')


def test_qt_speaks_chinese(qtbot: QtBot) -> None:
    assert speak_chinese()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_no_key_of_the_input_methods_is_taken() -> None:
    taken = [QKeySequence(key).toString() for command in actions.COMMANDS for key in command.keys]
    assert len(taken) == len(set(taken))
    assert not {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F"} & set(taken)
    assert all(taken)


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    shown: set[str] = set()

    def collect(menu: QMenu) -> None:
        for action in menu.actions():
            shown.add(action.text())
            inner = action.menu()
            if isinstance(inner, QMenu):
                collect(inner)

    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        assert "(&" in action.text()
        collect(menu)
    assert {command.text for command in actions.COMMANDS} <= shown


def test_mnemonics_of_a_menu_differ() -> None:
    texts = {command.name: command.text for command in actions.COMMANDS}
    for _, names in actions.MENUS:
        keys = [texts[name].split("(&")[1][0] for name in names if name in texts]
        assert len(keys) == len(set(keys))


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.reading.find_bar.open_bar()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTreeView, QListView, QTextEdit)
    nameless = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget.parent(), QLineEdit) or isinstance(widget.parent().parent(), QComboBox):
            continue  # a line's own button to clear it has the focus never; a box's list is a part of the box
        if isinstance(widget, kinds) and not widget.objectName().startswith("qt_"):
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName() or words):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_tab_reaches_the_text_and_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.view.setFocus()
    reached: set[str] = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        parent: QWidget | None = focused
        while parent is not None:
            reached.add(type(parent).__name__)
            parent = parent.parentWidget()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {"SpeechView", "OutlinePane", "FindingsPane", "Legend", "StatusBar", "QToolBar"} <= reached


def test_buttons_of_an_old_message_go(qtbot: QtBot, window: MainWindow) -> None:
    from reviewer.ui.message_bar import Tone

    messages = window.workbench.messages
    messages.show_message(Tone.NOTE, "甲", ("一", lambda: None), ("二", lambda: None))
    messages.show_message(Tone.DONE, "乙")
    assert messages.buttons == ()
    qtbot.waitUntil(lambda: not messages.findChildren(QPushButton))


@pytest.mark.parametrize("width", [900, 1024, 1366, 1440, 1920])
def test_panes_leave_the_page_its_room(width: int) -> None:
    left, right = default_widths(width)
    assert left >= 220
    assert right >= 320
    if width >= 1366:
        page = Typography(PageSetup()).page_width
        assert width - left - right > page
        assert left >= 280
