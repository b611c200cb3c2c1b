"""Documents that are opened again, pasted, decoded anew, or slow to come."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, Gate, come_to_rest, outline, read, review, speeches

from reviewer.model.document import Document
from reviewer.ui import opening_bar
from reviewer.ui.document_commands import copied_words
from reviewer.ui.encoding_menu import ENCODINGS, EncodingMenu
from reviewer.ui.loading import read as true_read
from reviewer.ui.loading import read_words
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase

WindowMaker = Callable[..., MainWindow]


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    return speeches(tmp_path, "又是一段。\n" * 200)


@pytest.fixture
def clipboard() -> Iterator[Callable[[QMimeData], None]]:
    board = QGuiApplication.clipboard()
    yield board.setMimeData
    board.clear()


def at_rest(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.session.documents))
    qtbot.waitUntil(lambda: all(one.phase is Phase.REVIEWED for one in window.session.documents))
    qtbot.waitUntil(lambda: not window.reading.view.filling)


def names(window: MainWindow) -> list[str]:
    return [one.name for one in window.session.documents]


def test_what_lay_open_is_there_again(qtbot: QtBot, make_window: WindowMaker, paths: list[str]) -> None:
    window = make_window(restore=True)
    window.open_files(paths)
    at_rest(qtbot, window)
    window.session.show(window.session.documents[1])
    at_rest(qtbot, window)
    view = window.reading.view
    view.verticalScrollBar().setValue(1500)
    window.session.set_show_info(True)
    top = view.places_in(view.viewport().rect())[0]
    window.close()
    again = make_window(restore=True)
    at_rest(qtbot, again)
    assert names(again) == ["甲.txt", "乙.txt", "丙.txt"]
    assert again.session.current.name == "乙.txt"
    view = again.reading.view
    assert view.places_in(view.viewport().rect())[0] == top
    assert again.session.show_info


def test_a_file_that_is_asked_for_is_shown_beside_them(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str]
) -> None:
    window = make_window(restore=True)
    window.open_files(paths[:2])
    at_rest(qtbot, window)
    window.close()
    again = MainWindow(window.preferences, DocumentSession(read, review, outline))
    qtbot.addWidget(again)
    again.open_files([paths[2]])
    again.show()
    at_rest(qtbot, again)
    assert names(again) == ["甲.txt", "乙.txt", "丙.txt"]
    assert again.session.current.name == "丙.txt"
    again.close()


def test_a_file_that_has_gone_is_told_once(qtbot: QtBot, make_window: WindowMaker, paths: list[str]) -> None:
    window = make_window(restore=True)
    window.open_files(paths)
    at_rest(qtbot, window)
    window.close()
    Path(paths[0]).unlink()
    again = make_window(restore=True)
    qtbot.waitUntil(again.workbench.messages.isVisible)
    at_rest(qtbot, again)
    assert again.workbench.messages.text.startswith("甲.txt：找不到这个文件")
    assert names(again) == ["乙.txt", "丙.txt"]
    again.close()
    third = make_window(restore=True)
    at_rest(qtbot, third)
    assert not third.workbench.messages.isVisible()


def test_nothing_is_kept_where_it_is_not_wanted(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str], tmp_path: Path
) -> None:
    window = make_window(restore=True)
    window.open_files(paths[:1])
    at_rest(qtbot, window)
    window.close()
    assert (tmp_path / "kept" / "desk.json").exists()
    again = make_window(restore=False)
    assert again.session.phase is Phase.EMPTY
    again.close()
    assert not (tmp_path / "kept" / "desk.json").exists()


def test_what_lies_open_is_kept_while_the_window_is_open(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str], tmp_path: Path
) -> None:
    window = make_window(restore=True)
    window.open_files(paths[:1])
    at_rest(qtbot, window)
    kept = tmp_path / "kept" / "desk.json"
    qtbot.waitUntil(kept.exists)
    text = kept.read_text("utf-8")
    assert "甲.txt" in text
    assert "推进会" not in text


def test_copied_text_becomes_a_document(
    qtbot: QtBot, make_window: WindowMaker, clipboard: Callable[[QMimeData], None]
) -> None:
    data = QMimeData()
    data.setText(SPEECH)
    clipboard(data)
    window = make_window()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    at_rest(qtbot, window)
    assert names(window) == ["剪贴板 1"]
    assert window.windowTitle() == "剪贴板 1 — 公文审阅"
    assert window.session.document is not None
    assert window.session.document.texts[0] == "在全区河道整治推进会上的讲话"
    assert not window.workbench.actions["show_folder"].isEnabled()
    assert window.preferences.recent == ()
    window.workbench.actions["paste"].trigger()
    at_rest(qtbot, window)
    assert names(window) == ["剪贴板 1", "剪贴板 2"]
    assert window.session.current.name == "剪贴板 2"


def test_copied_rich_text_keeps_its_paragraphs(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("讲话 一、抓紧 办好")
    data.setHtml("<h1>讲话</h1><p>一、抓紧</p><table><tr><td>办好</td></tr></table>")
    document = read_words(copied_words(data, "剪贴板 1"))
    assert document.texts == ("讲话", "一、抓紧", "办好")
    data = QMimeData()
    data.setText("<html>就是这些字")
    assert read_words(copied_words(data, "剪贴板 1")).texts == ("<html>就是这些字",)


def test_an_empty_clipboard_is_told(make_window: WindowMaker, clipboard: Callable[[QMimeData], None]) -> None:
    clipboard(QMimeData())
    window = make_window()
    window.workbench.actions["paste"].trigger()
    assert "剪贴板里没有文字" in window.workbench.messages.text
    assert window.session.documents == ()


def test_copied_files_are_opened(
    qtbot: QtBot, make_window: WindowMaker, clipboard: Callable[[QMimeData], None], paths: list[str]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths[:2]])
    clipboard(data)
    window = make_window()
    window.workbench.actions["paste"].trigger()
    at_rest(qtbot, window)
    assert names(window) == ["甲.txt", "乙.txt"]


def test_a_pasted_text_is_exported_beside_the_clerks_documents(
    qtbot: QtBot,
    make_window: WindowMaker,
    clipboard: Callable[[QMimeData], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = QMimeData()
    data.setText(SPEECH)
    clipboard(data)
    window = make_window()
    window.workbench.actions["paste"].trigger()
    at_rest(qtbot, window)
    proposed: list[str] = []
    saving = window.workbench.taking_home.saving
    monkeypatch.setattr(saving, "ask_target", lambda wanted: proposed.append(wanted.proposed) or "")
    window.workbench.actions["export"].trigger()
    assert [Path(target).name for target in proposed] == ["剪贴板 1（责任清单）.xlsx"]
    assert Path(proposed[0]).is_absolute()


def menu_of(window: MainWindow) -> EncodingMenu:
    (menu,) = window.menuBar().findChildren(EncodingMenu) or window.findChildren(EncodingMenu)
    return menu


def choose(menu: QMenu, codec: str | None) -> None:
    number = [value for _, value in ENCODINGS].index(codec)
    menu.actions()[number].trigger()


def test_a_text_file_is_read_in_another_encoding(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_bytes(SPEECH.replace("𠮷", "").replace("😀", "").encode("gb18030"))
    window = make_window(DocumentSession(true_read, review, outline))
    menu = menu_of(window)
    assert not menu.isEnabled()
    window.open_files([str(path)])
    at_rest(qtbot, window)
    assert menu.isEnabled()
    menu.aboutToShow.emit()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False, False]
    before = window.session.document
    choose(menu, "utf-16")
    qtbot.waitUntil(lambda: window.session.document is not before)
    assert window.session.document is not None
    assert "河道" not in window.session.document.texts[0]
    menu.aboutToShow.emit()
    assert menu.actions()[3].isChecked()
    choose(menu, "gb18030")
    qtbot.waitUntil(lambda: "河道" in (window.session.document or read(str(path))).texts[0])
    assert window.workbench.messages.text.startswith("已换编码重新打开。")


def test_a_slow_file_shows_its_progress_and_can_be_left(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_bar, "_PATIENCE", 1)
    gate = Gate()

    def slow(path: str) -> Document:
        return read(path) if path == paths[0] else gate.before(read)(path)

    window = make_window(DocumentSession(slow, review, outline))
    window.open_files(paths)
    bar = window.workbench.opening_bar
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED and bar.isVisible())
    assert bar.words.text() == "正在打开（第 2 份，共 3 份）：乙.txt"
    assert (bar.progress.value(), bar.progress.maximum()) == (1, 3)
    bar.cancel.click()
    assert not bar.isVisible()
    assert names(window) == ["甲.txt"]
    gate.open()
    come_to_rest(window.session)
    assert names(window) == ["甲.txt"]


def test_a_slow_file_on_the_start_page_can_be_left(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_bar, "_PATIENCE", 1)
    gate = Gate()
    window = make_window(DocumentSession(gate.before(read), review, outline))
    window.open_files(paths[:1])
    bar = window.workbench.opening_bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.progress.maximum() == 0, "nobody knows how long one file takes"
    bar.cancel.click()
    assert window.session.phase is Phase.EMPTY
    assert window.workbench.start_page.message.isHidden()
    gate.open()


def test_the_first_change_of_another_program_is_one_click_away(
    qtbot: QtBot, make_window: WindowMaker, paths: list[str]
) -> None:
    window = make_window()
    window.open_files(paths[:1])
    at_rest(qtbot, window)
    text = Path(paths[0]).read_text("utf-8").replace("一起努力", "共同努力")
    Path(paths[0]).write_text(text, "utf-8")
    os.utime(paths[0], (1_900_000_000, 1_900_000_000))
    window.session.check_files()
    messages = window.workbench.messages
    qtbot.waitUntil(messages.isVisible)
    assert messages.text == "文件已在别处修改，已重新审阅：改动 1 段。"
    assert [button.text() for button in messages.buttons] == ["看第一处改动", "对比改动前后"]
    messages.buttons[0].click()
    assert window.session.cursor[0] == 9
    assert window.session.document is not None
    assert "共同努力" in window.session.document.texts[9]
