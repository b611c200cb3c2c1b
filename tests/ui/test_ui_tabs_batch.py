"""The window that reviews many documents at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, Gate, read, review

from reviewer.batch import digest_file
from reviewer.exports.digest import Digest
from reviewer.model.report import ReviewOptions
from reviewer.ui import opening
from reviewer.ui.batch_model import HEADERS, BatchModel
from reviewer.ui.batch_window import BatchWindow
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


def digest_one(path: str) -> Digest:
    return digest_file(path, lambda name: review(read(name), ReviewOptions()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "文稿"
    made.mkdir()
    for name, text in (("甲.txt", SPEECH), ("乙.txt", SPEECH.replace("**", "三")), ("丙.txt", "讲话\n没有事。\n")):
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def batch(qtbot: QtBot) -> BatchWindow:
    return shown(qtbot, digest_one)


def shown(qtbot: QtBot, digest: Callable[[str], Digest]) -> BatchWindow:
    made = BatchWindow(digest)
    qtbot.addWidget(made)
    made.show()
    return made


def at_rest(qtbot: QtBot, window: BatchWindow) -> None:
    qtbot.waitUntil(lambda: not window.busy)


def table(window: BatchWindow) -> list[list[str]]:
    order = window.order
    return [[order.index(row, n).data() for n in range(len(HEADERS))] for row in range(order.rowCount())]


def test_a_folder_is_reviewed(qtbot: QtBot, batch: BatchWindow, folder: Path) -> None:
    batch.add([str(folder), str(folder / "没有.txt")])
    at_rest(qtbot, batch)
    rows = {row[0]: row[1:] for row in table(batch)}
    assert sorted(rows) == sorted(["甲.txt", "乙.txt", "丙.txt", "没有.txt"])
    assert rows["甲.txt"][1:] == ["2", "1", "1", "2", "2024-06-30", ""]
    assert rows["乙.txt"][1] == "1"
    assert rows["没有.txt"] == ["", "", "", "", "", "", "找不到这个文件。它可能已被移动或删除。"]
    assert batch.words.text() == "已审阅 4 份，共 4 份，其中 1 份没有读出"
    assert not batch.progress.isVisible()
    assert batch.export.isEnabled()


def test_rows_are_sorted_as_numbers_and_days(qtbot: QtBot, batch: BatchWindow, folder: Path) -> None:
    batch.add([str(folder)])
    at_rest(qtbot, batch)
    batch.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    counts = [int(row[1].replace(",", "")) for row in table(batch)]
    assert counts == sorted(counts, reverse=True)
    batch.table.sortByColumn(6, Qt.SortOrder.AscendingOrder)
    assert table(batch)[-1][0] == "丙.txt", "a file without a day comes last"


def test_a_row_opens_its_file(qtbot: QtBot, batch: BatchWindow, folder: Path) -> None:
    batch.add([str(folder)])
    at_rest(qtbot, batch)
    batch.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    wanted = table(batch)[0][0]
    batch.table.setCurrentIndex(batch.order.index(0, 0))
    with qtbot.waitSignal(batch.file_asked) as asked:
        qtbot.keyClick(batch.table, Qt.Key.Key_Return)
    assert asked.args == [str(folder / wanted)]


def test_what_is_reviewed_stays_when_the_rest_is_left(qtbot: QtBot, folder: Path) -> None:
    gate = Gate()

    def slow(path: str) -> Digest:
        return digest_one(path) if path.endswith("丙.txt") else gate.before(digest_one)(path)

    window = shown(qtbot, slow)
    window.add([str(folder / "丙.txt"), str(folder)])
    qtbot.waitUntil(lambda: window.words.text() == "已审阅 1 份，共 3 份")
    assert [row[-1] for row in table(window)] == ["", "正在审阅…", "排队"]
    assert window.progress.isVisible()
    assert not window.export.isEnabled()
    window.cancel.click()
    assert [row[0] for row in table(window)] == ["丙.txt"]
    assert window.export.isEnabled()
    gate.open()
    assert window.wait()
    QApplication.processEvents()
    assert [row[0] for row in table(window)] == ["丙.txt"]
    window.add([str(folder)])
    at_rest(qtbot, window)
    assert len(table(window)) == 3


def test_an_empty_folder_is_told(qtbot: QtBot, batch: BatchWindow, tmp_path: Path) -> None:
    batch.add([str(tmp_path)])
    at_rest(qtbot, batch)
    assert batch.messages.text.startswith("没有找到能审阅的文稿。")
    assert table(batch) == []


def test_an_unforeseen_failure_is_one_row(qtbot: QtBot, folder: Path) -> None:
    def broken(path: str) -> Digest:
        raise ValueError(path)

    window = shown(qtbot, broken)
    window.add([str(folder)])
    at_rest(qtbot, window)
    assert {row[-1] for row in table(window)} == {"程序遇到意外，没能做完。原文件没有改动，可以再试一次。"}


def test_overview_is_exported(
    qtbot: QtBot, batch: BatchWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch.add([str(folder)])
    at_rest(qtbot, batch)
    target = tmp_path / "表"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    batch.export.click()
    qtbot.waitUntil(batch.messages.isVisible)
    assert batch.messages.text == "汇总已导出：表.xlsx"
    assert load_workbook(tmp_path / "表.xlsx").sheetnames == ["总览", "问题", "任务"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "甲.txt") + "/表.xlsx", ""))
    batch.export.click()
    qtbot.waitUntil(lambda: bool(batch.messages.buttons) and batch.messages.buttons[0].text() == "换个名字保存…")


def test_everything_can_be_cleared(qtbot: QtBot, batch: BatchWindow, folder: Path) -> None:
    batch.add([str(folder)])
    at_rest(qtbot, batch)
    batch.clear_button.click()
    assert table(batch) == []
    assert "拖到这里" in batch._place.words


def test_files_and_folders_are_asked_for(
    qtbot: QtBot, batch: BatchWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "ask_files", lambda *_: [str(folder / "甲.txt")])
    batch.add_files_button.click()
    at_rest(qtbot, batch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    batch.add_folder_button.click()
    qtbot.waitUntil(lambda: len(table(batch)) == 3)
    at_rest(qtbot, batch)


def test_every_control_has_a_name(batch: BatchWindow) -> None:
    buttons = [button for button in batch.findChildren(QPushButton) if button.parentWidget() is batch]
    names = [QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) for button in buttons]
    assert sorted(names) == sorted(["添加文件", "添加文件夹", "清空", "取消", "导出汇总"])


def test_the_model_keeps_qts_contract() -> None:
    model = BatchModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.add(["甲", "乙", "甲"]) == [0, 1]
    assert model.add(["乙"]) == []
    model.set_state(0, "正在审阅…")
    model.set_digest(0, Digest("甲", "甲", trouble="读不出。"))
    model.drop_waiting()
    assert model.rowCount() == 1
    model.clear()
    assert tester.model() is model


def test_a_folder_that_is_dropped_on_the_window_is_reviewed(
    qtbot: QtBot, make_window: Callable[..., MainWindow], folder: Path
) -> None:
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers))
    batch = window.workbench.documents.batch_window
    at_rest(qtbot, batch)
    assert batch.isVisible()
    assert len(table(batch)) == 3
    row = [line[0] for line in table(batch)].index("甲.txt")
    batch.table.activated.emit(batch.order.index(row, 0))
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert window.session.current.name == "甲.txt"


def test_what_was_decided_is_not_counted_again(
    qtbot: QtBot, session: DocumentSession, folder: Path, tmp_path: Path
) -> None:
    from ui_decisions_material import keeping_session

    from reviewer.model.decision import StrikeDuty

    made = keeping_session(tmp_path / "kept")
    path = str(folder / "甲.txt")
    made.open(path)
    qtbot.waitUntil(lambda: made.phase is Phase.REVIEWED)
    before = len(made.review_file(path).duties)
    assert made.report is not None
    made.decide(StrikeDuty(made.anchor(made.report.duties[0].span)))
    assert made.wait()
    assert len(made.review_file(path).duties) == before - 1
    made.close_all()
    assert made.wait()
