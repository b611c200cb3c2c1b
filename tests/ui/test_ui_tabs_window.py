"""The tab bar: what it says of each document, and how tabs are changed and closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, Gate, outline, read, review

from reviewer.model.document import Document
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase

WindowMaker = Callable[..., MainWindow]


@pytest.fixture
def full(qtbot: QtBot, make_window: WindowMaker, paths: list[str]) -> MainWindow:
    """A window with three documents open."""
    made = make_window()
    made.open_files(paths)
    at_rest(qtbot, made)
    return made


def at_rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: all(one.phase is Phase.REVIEWED for one in window.session.documents))
    qtbot.waitUntil(lambda: not window.reading.view.filling)


def tabs(window: MainWindow) -> list[str]:
    bar = window.workbench.tabs
    return [bar.tabText(number) for number in range(bar.count())]


def side(window: MainWindow, number: int, kind: type) -> object:
    button = window.workbench.tabs.tabButton(number, QTabBar.ButtonPosition.RightSide)
    assert button is not None
    return button.findChild(kind)


def test_one_document_needs_no_tabs(window: MainWindow) -> None:
    assert not window.workbench.tabs.isVisible()


def test_tabs_say_name_path_and_findings(full: MainWindow, paths: list[str]) -> None:
    bar = full.workbench.tabs
    assert bar.isVisible()
    assert tabs(full) == ["甲.txt", "乙.txt", "丙.txt"]
    assert bar.currentIndex() == 0
    assert bar.tabToolTip(1) == f"{paths[1]}\n3 处问题"
    assert QAccessible.queryAccessibleInterface(bar).child(1).text(QAccessible.Text.Name) == "乙.txt，3 处问题"
    full.session.set_show_info(True)
    assert bar.accessibleTabName(1) == "乙.txt，4 处问题"


def test_a_busy_document_says_so(qtbot: QtBot, make_window: WindowMaker, paths: list[str]) -> None:
    gate = Gate()

    def slow(path: str) -> Document:
        return gate.before(read)(path) if path == paths[1] else read(path)

    window = make_window(DocumentSession(slow, review, outline))
    window.open_files(paths[:2])
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert window.workbench.tabs.accessibleTabName(1) == "乙.txt，正在打开"
    gate.open()
    at_rest(qtbot, window)
    assert window.workbench.tabs.accessibleTabName(1) == "乙.txt，3 处问题"


def test_names_that_occur_twice_say_their_folder(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> None:
    made = []
    for folder in ("甲局", "乙局"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "讲话&稿.txt"
        path.write_text(SPEECH, "utf-8")
        made.append(str(path))
    window = make_window()
    window.open_files(made)
    at_rest(qtbot, window)
    assert tabs(window) == ["讲话&&稿.txt（甲局）", "讲话&&稿.txt（乙局）"]


def test_a_tab_that_is_clicked_is_shown(qtbot: QtBot, full: MainWindow, paths: list[str]) -> None:
    bar = full.workbench.tabs
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert full.session.path == paths[2]
    assert full.windowTitle() == "丙.txt — 公文审阅"
    at_rest(qtbot, full)
    assert "在丙区" in full.reading.view.toPlainText()


@pytest.mark.parametrize(
    ("key", "modifiers", "shown"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, "乙.txt"),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "丙.txt"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier, "乙.txt"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier, "丙.txt"),
    ],
)
def test_keys_go_from_tab_to_tab(
    qtbot: QtBot, full: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, shown: str
) -> None:
    full.reading.view.setFocus()
    qtbot.keyClick(full.reading.view, key, modifiers)
    assert full.session.current.name == shown
    assert full.workbench.tabs.tabText(full.workbench.tabs.currentIndex()) == shown


def test_ctrl_w_closes_one_and_the_next_is_shown(qtbot: QtBot, full: MainWindow) -> None:
    qtbot.keyClick(full, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert tabs(full) == ["乙.txt", "丙.txt"]
    assert full.session.current.name == "乙.txt"


def test_the_wheel_closes_a_tab(full: MainWindow) -> None:
    bar = full.workbench.tabs
    QTest.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert tabs(full) == ["甲.txt", "丙.txt"]
    assert full.session.current.name == "甲.txt"


@pytest.mark.parametrize(("number", "left"), [(0, ["乙.txt", "丙.txt"]), (2, ["甲.txt", "乙.txt"])])
def test_the_button_closes_a_tab(qtbot: QtBot, full: MainWindow, number: int, left: list[str]) -> None:
    button = side(full, number, QToolButton)
    assert isinstance(button, QToolButton)
    assert button.accessibleName() == f"关闭 {'甲乙丙'[number]}.txt"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tabs(full) == left


def test_delete_closes_the_tab_that_has_the_focus(qtbot: QtBot, full: MainWindow) -> None:
    full.workbench.tabs.setFocus()
    qtbot.keyClick(full.workbench.tabs, Qt.Key.Key_Delete)
    assert tabs(full) == ["乙.txt", "丙.txt"]


def test_the_menu_of_a_tab(full: MainWindow, monkeypatch: pytest.MonkeyPatch, paths: list[str]) -> None:
    asked: list[str] = []
    full.workbench.tabs.folder_asked.disconnect()
    full.workbench.tabs.folder_asked.connect(asked.append)
    menu = full.workbench.tabs.menu(1)
    by_name = {action.text(): action for action in menu.actions()}
    by_name["打开所在文件夹(&D)"].trigger()
    assert asked == [paths[1]]
    by_name["关闭其他(&O)"].trigger()
    assert tabs(full) == ["乙.txt"]
    full.workbench.actions["close_all"].trigger()
    assert full.workbench.stack.currentWidget() is full.workbench.start_page


def test_a_tab_that_is_dragged_keeps_its_document(full: MainWindow) -> None:
    full.workbench.tabs.moveTab(0, 2)
    assert [one.name for one in full.session.documents] == ["乙.txt", "丙.txt", "甲.txt"]
    assert tabs(full) == ["乙.txt", "丙.txt", "甲.txt"]
    assert full.session.current.name == "甲.txt"
    assert full.workbench.tabs.currentIndex() == 2


def test_the_reader_comes_back_to_where_she_was(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> None:
    paths = []
    for name in ("长", "短"):
        path = tmp_path / f"{name}.txt"
        path.write_text(SPEECH + "又是一段。\n" * (300 if name == "长" else 1), "utf-8")
        paths.append(str(path))
    window = make_window()
    window.open_files(paths)
    at_rest(qtbot, window)
    view = window.reading.view
    view.verticalScrollBar().setValue(2000)
    top = view.places_in(view.viewport().rect())[0]
    assert top > (30, 0)
    window.session.show_next()
    at_rest(qtbot, window)
    assert view.verticalScrollBar().value() == 0
    window.session.show_next()
    at_rest(qtbot, window)
    assert view.places_in(view.viewport().rect())[0] == top
    assert view.viewport().updatesEnabled()
