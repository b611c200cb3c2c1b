"""Files come to the window: dropped, chosen, opened before, not there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui_core_material import outline, read, review

from reviewer.ui import opening
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase

WindowMaker = Callable[..., MainWindow]


def reviewed(window: MainWindow) -> bool:
    return window.session.phase is Phase.REVIEWED and not window.reading.view.filling


def drop(window: MainWindow, *paths: str) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers)
    window.dragEnterEvent(enter)
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers)
    event.setAccepted(False)
    if enter.isAccepted():
        window.dropEvent(event)
    return event


def test_a_dropped_file_is_opened(qtbot: QtBot, make_window: WindowMaker, speech: str) -> None:
    window = make_window()
    assert drop(window, speech).isAccepted()
    qtbot.waitUntil(lambda: reviewed(window))
    assert window.session.path == speech


def test_many_dropped_files_are_opened_and_the_first_is_shown(
    qtbot: QtBot, make_window: WindowMaker, speech: str, tmp_path: Path
) -> None:
    other = tmp_path / "乙.txt"
    other.write_text("乙", "utf-8")
    window = make_window()
    drop(window, speech, str(other))
    qtbot.waitUntil(lambda: [one.phase for one in window.session.documents] == [Phase.REVIEWED] * 2)
    assert window.session.path == speech
    assert window.workbench.tabs.isVisible()


def test_web_addresses_are_not_taken(make_window: WindowMaker) -> None:
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl("https://example.invalid/a.docx")])
    assert opening.dropped_files(data) == opening.dropped_paths(data) == []
    assert window.session.phase is Phase.EMPTY


def test_the_dialog_opens_a_file(
    qtbot: QtBot, make_window: WindowMaker, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    folders: list[str] = []

    def choose(_window: QWidget, folder: str) -> list[str]:
        folders.append(folder)
        return [speech]

    monkeypatch.setattr(opening, "ask_files", choose)
    window.workbench.actions["open"].trigger()
    qtbot.waitUntil(lambda: reviewed(window))
    assert folders == [""]
    window.workbench.start_page.browse_requested.emit()
    assert folders[-1] == str(Path(speech).parent)
    qtbot.waitUntil(lambda: reviewed(window))


def test_recent_files(qtbot: QtBot, window: MainWindow, make_window: WindowMaker, speech: str) -> None:
    menu = window.workbench.recent_menu
    assert menu.isEnabled()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["&1 讲话.txt", "", "清空记录"]
    window.workbench.actions["close"].trigger()
    assert window.session.phase is Phase.EMPTY
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: reviewed(window))
    assert window.session.path == speech
    window.close()
    again = make_window()
    assert again.preferences.recent == (speech,)
    assert [row.toolTip() for row in again.workbench.start_page.recent] == [speech]
    again.workbench.recent_menu.aboutToShow.emit()
    again.workbench.recent_menu.actions()[-1].trigger()
    assert again.preferences.recent == ()
    assert not again.workbench.recent_menu.isEnabled()


def test_recent_files_of_one_name_say_their_folders(make_window: WindowMaker, tmp_path: Path) -> None:
    window = make_window()
    for folder in ("甲局", "乙局"):
        window.preferences.remember_file(str(tmp_path / folder / "讲话&稿.txt"))
    menu = window.workbench.recent_menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:2] == ["&1 讲话&&稿.txt（乙局）", "&2 讲话&&稿.txt（甲局）"]
    assert window.workbench.start_page.recent == []


def test_a_missing_file_is_told_in_one_sentence(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open_files([str(tmp_path / "没有.txt")])
    messages = window.workbench.messages
    qtbot.waitUntil(messages.isVisible)
    assert messages.text == "没有.txt：找不到这个文件。它可能已被移动或删除。"
    assert [button.text() for button in messages.buttons] == ["打开别的文稿…"]
    assert window.windowTitle() == "讲话.txt — 公文审阅"
    assert window.session.phase is Phase.REVIEWED


def test_a_missing_file_at_the_start(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> None:
    window = make_window()
    window.open_files([str(tmp_path / "没有.txt")])
    qtbot.waitUntil(lambda: window.session.phase is Phase.FAILED)
    assert window.workbench.stack.currentWidget() is window.workbench.start_page
    assert "找不到这个文件" in window.workbench.start_page.message.text()


def test_warnings_of_the_reader_are_told(qtbot: QtBot, make_window: WindowMaker, speech: str) -> None:
    from dataclasses import replace

    warned = DocumentSession(lambda path: replace(read(path), warnings=("有两个字没有认出来。",)), review, outline)
    window = make_window(warned)
    window.open_files([speech])
    qtbot.waitUntil(lambda: reviewed(window))
    assert window.workbench.messages.text == "有两个字没有认出来。"
