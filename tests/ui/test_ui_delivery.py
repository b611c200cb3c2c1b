"""One window for each user, and what the clerk passes on to whoever helps her."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reviewer import folders, journal
from reviewer.errors import ReviewerError
from reviewer.ui.app import Excepthook, make_application, say_crashed, take_over
from reviewer.ui.diagnostics_dialog import DiagnosticsDialog
from reviewer.ui.session import Phase
from reviewer.ui.settings_dialog import SettingsDialog
from reviewer.ui.single_instance import Reply, SingleInstance, socket_name
from reviewer.ui.updates_page import UpdatesPage
from reviewer.ui.worker import Background

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path / "资料 夹"


def test_the_data_folder_is_qts(qtbot, monkeypatch):
    make_application().setApplicationName("reviewer")
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert folders.data_folder() == Path(place)


def test_a_portable_program_keeps_its_data_beside_itself(tmp_path, monkeypatch):
    (tmp_path / folders.PORTABLE).write_text("")
    monkeypatch.setattr("sys.executable", str(tmp_path / "reviewer.exe"))
    assert folders.data_folder() == tmp_path / "data"


def test_the_first_gets_what_the_second_was_to_open(qtbot, folder):
    taken: list[list[str]] = []
    first, second = SingleInstance(folder), SingleInstance(folder)
    assert first.is_first()
    assert not second.is_first()
    assert first.listen(taken.append)
    code = "import sys; from pathlib import Path; from reviewer.ui.single_instance import Reply, SingleInstance as S; "
    code += "sys.exit(S(Path(sys.argv[1])).hand_over(sys.argv[2:]) is not Reply.TAKEN)"
    files = ["讲话 稿.docx", "/一/二.txt"]
    command = [sys.executable, "-X", "utf8", "-c", code, str(folder), *files]
    root = str(Path(folders.__file__).resolve().parents[1])
    other = subprocess.Popen(command, cwd=folder.parent, env={**os.environ, "PYTHONPATH": root})
    qtbot.waitUntil(lambda: other.poll() is not None)
    assert other.returncode == 0
    assert taken == [[str(folder.parent / "讲话 稿.docx"), "/一/二.txt"]]


def test_one_that_does_not_answer_keeps_nobody_waiting(qtbot, folder):
    hung = QLocalServer()
    assert hung.listen(socket_name(folder))
    assert SingleInstance(folder).hand_over(["a.txt"], patience=0, answer=50) is Reply.SILENT


def test_nobody_there_is_no_hand_over(folder):
    assert SingleInstance(folder).hand_over([], patience=0, answer=50) is Reply.NOBODY


def test_who_ends_makes_room(folder):
    first = SingleInstance(folder)
    assert first.is_first()
    first._lock.unlock()
    assert SingleInstance(folder).is_first()


def test_others_keep_their_data_elsewhere(folder):
    assert socket_name(folder) != socket_name(folder / "else")
    assert len(socket_name(Path("/" + "x" * 300)).encode()) <= 100


@pytest.mark.parametrize("words", [b"\n", b"{}\n", b"[1]\n", b"\xff\xfe\n", json.dumps("a").encode() + b"\n"])
def test_nonsense_opens_nothing(qtbot, folder, words):
    taken: list[list[str]] = []
    instance = SingleInstance(folder)
    assert instance.listen(taken.append)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    socket.write(words)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert taken == []


def test_the_running_window_opens_the_file(qtbot, make_window, speech):
    window = make_window()
    window.showMinimized()
    take_over(window, [speech])
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert not window.isMinimized()
    take_over(window, [])
    assert window.session.phase is Phase.REVIEWED


def test_an_unforeseen_error_offers_diagnostics_without_text(qtbot, make_window, tmp_path):
    window = make_window()
    error = ValueError("绝密的内容")
    Excepthook(window)(type(error), error, None)
    (button,) = window.workbench.messages.buttons
    assert button.text() == "诊断信息…"
    button.click()
    dialog = window.findChild(DiagnosticsDialog)
    qtbot.waitUntil(lambda: "正常  审阅" in dialog.words.toPlainText())
    text = dialog.words.toPlainText()
    assert "error ValueError at " in text
    assert "绝密" not in text
    assert "异常" not in text.split("\n\n")[0]
    assert dialog.works
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == text
    dialog.reject()


def test_a_crash_is_told_at_the_next_start(qtbot, make_window):
    window = make_window()
    say_crashed(window)
    assert "意外中断" in window.workbench.messages.text


def test_work_that_fails_unforeseen_is_noted(qtbot):
    background = Background()
    outcomes = []
    background.finished.connect(outcomes.append)

    def fail() -> None:
        raise KeyError("绝密的内容")

    background.start("fail", 0, fail)
    qtbot.waitUntil(lambda: bool(outcomes))
    assert isinstance(outcomes[0].error, ReviewerError)
    assert "error KeyError at " in journal.recent()[-1]
    assert "绝密" not in journal.recent()[-1]


def test_a_package_is_refused_in_words_and_the_page_goes_on(qtbot, tmp_path):
    page = UpdatesPage(tmp_path / "资料")
    qtbot.addWidget(page)
    package = tmp_path / "更新.zip"
    package.write_bytes(b"no zip")
    with qtbot.waitSignal(page.failed) as caught:
        page.take_package(str(package))
    assert "更新包" in caught.args[0].sentence
    assert page.take.isEnabled()
    assert not page.back.isEnabled()
    assert "自带" in page.state.text()


def test_who_keeps_nothing_takes_nothing_over(qtbot):
    page = UpdatesPage(None)
    qtbot.addWidget(page)
    assert not page.take.isEnabled()
    assert not page.acceptDrops()


def test_settings_have_the_page(qtbot, make_window):
    window = make_window()
    window.workbench.dialogs.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog.list.item(dialog.list.count() - 1).text() == "更新"
    dialog.updates.failed.emit(ReviewerError("这个文件不是更新包。"))
    assert dialog.status.text() == "没有成功：这个文件不是更新包。"
    dialog.close()


def test_what_does_not_work_stands_in_the_dialog(qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    dialog = DiagnosticsDialog(blocked)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "异常  写入" in dialog.words.toPlainText())
    assert not dialog.works
    assert dialog.words.accessibleName()
    assert dialog.copy_button.accessibleName()


def test_a_package_dropped_on_the_page_is_taken(qtbot, tmp_path, monkeypatch):
    page = UpdatesPage(tmp_path / "资料")
    qtbot.addWidget(page)
    taken: list[str] = []
    monkeypatch.setattr(page, "take_package", taken.append)
    for name in ("更新.zip", "讲话.docx"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        drop = (QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entering = QDragEnterEvent(*drop)
        page.dragEnterEvent(entering)
        assert entering.isAccepted() == name.endswith(".zip")
        page.dropEvent(QDropEvent(*drop))
    assert taken == [str(tmp_path / "更新.zip")]
