"""The checklist, asked for in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_saving_material import answer_names

from reviewer.errors import WriteError
from reviewer.model.report import Report
from reviewer.ui import outside
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import Phase

WindowMaker = Callable[..., MainWindow]


def reviewed(window: MainWindow) -> bool:
    return window.session.phase is Phase.REVIEWED and not window.reading.view.filling


def test_export(qtbot: QtBot, make_window: WindowMaker, speech: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[Report, str, bool]] = []
    window = make_window(writer=lambda *values: written.append(values))
    window.open_files([speech])
    qtbot.waitUntil(lambda: reviewed(window))
    answer_names(monkeypatch, window)
    folders: list[str] = []
    monkeypatch.setattr(outside, "open_folder", folders.append)
    window.workbench.actions["export"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(messages.isVisible)
    target = str(Path(speech).with_name("讲话（责任清单）.xlsx"))
    assert written == [(window.session.report, target, False)]
    assert messages.text == "责任清单已导出：讲话（责任清单）.xlsx"
    (button,) = messages.buttons
    assert button.text() == "打开文件夹"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert folders == [target]
    assert not messages.isVisible()


def test_export_that_fails_offers_another_name(
    qtbot: QtBot, make_window: WindowMaker, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(report: Report, target: str, general: bool) -> None:
        raise WriteError("这个文件正被打开。", "请关闭后再试。")

    window = make_window(writer=refuse)
    window.open_files([speech])
    qtbot.waitUntil(lambda: reviewed(window))
    proposed = answer_names(monkeypatch, window, str(Path(speech).with_name("表.xlsx")), "")
    window.workbench.actions["export"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(messages.isVisible)
    assert messages.text == "这个文件正被打开。请关闭后再试。"
    messages.buttons[0].click()
    assert proposed == ["讲话（责任清单）.xlsx", "表（2）.xlsx"]


def test_export_takes_general_duties_where_they_are_shown(
    qtbot: QtBot, make_window: WindowMaker, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bool] = []
    window = make_window(writer=lambda _report, _target, general: written.append(general))
    window.open_files([speech])
    qtbot.waitUntil(lambda: reviewed(window))
    window.session.set_show_general_duties(True)
    answer_names(monkeypatch, window)
    window.workbench.actions["export"].trigger()
    qtbot.waitUntil(lambda: bool(written))
    assert written == [True]
    qtbot.waitUntil(window.workbench.messages.isVisible)
