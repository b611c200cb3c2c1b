"""The report and the statistics, from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui_saving_material import answer_names

from reviewer.model.span import Span
from reviewer.ui.main_window import MainWindow
from reviewer.ui.reporting import Reporting
from reviewer.ui.statistics_dialog import StatisticsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def reports(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Reporting:
    """The room for reports, with every name taken as proposed."""
    answer_names(monkeypatch, window)
    return window.workbench.taking_home.reports


def shown(dialog: StatisticsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> StatisticsDialog:
    """The dialog with the speech measured."""
    window.workbench.actions["statistics"].trigger()
    made: StatisticsDialog = window.findChild(StatisticsDialog)
    qtbot.waitUntil(lambda: made.parts.topLevelItemCount() > 0)
    return made


def test_the_report_is_written_beside_the_speech(
    qtbot: QtBot, window: MainWindow, reports: Reporting, speech: str
) -> None:
    window.workbench.actions["report"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "导出" in messages.text)
    assert messages.text == "审阅报告已导出：讲话（审阅报告）.html"
    assert [button.text() for button in messages.buttons] == ["打开看看", "打开文件夹"]
    page = Path(speech).with_name("讲话（审阅报告）.html").read_text("utf-8")
    assert "这里还没有填上内容。" in page
    assert "大家 一起" not in page.partition("文稿统计")[0]


def test_hints_are_in_the_report_while_they_are_shown(
    qtbot: QtBot, window: MainWindow, reports: Reporting, speech: str
) -> None:
    window.session.set_show_info(True)
    window.preferences.set("reading_speed", 300)
    window.workbench.actions["report"].trigger()
    page = Path(speech).with_name("讲话（审阅报告）.html")
    qtbot.waitUntil(page.exists)
    assert window.workbench.taking_home.saving.wait()
    assert "汉字之间有空格。" in page.read_text("utf-8")
    assert "每分钟 300 字" in page.read_text("utf-8")


def test_a_report_that_fails_offers_another_name(
    qtbot: QtBot, window: MainWindow, reports: Reporting, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = answer_names(monkeypatch, window, str(tmp_path / "没有" / "报告.html"), "")
    window.workbench.actions["report"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "文件夹不存在" in messages.text)
    messages.buttons[0].click()
    assert asked == ["讲话（审阅报告）.html", "报告（2）.html"]


def test_the_statistics_follow_document_and_speed(qtbot: QtBot, window: MainWindow, dialog: StatisticsDialog) -> None:
    assert "每分钟 240 字" in shown(dialog)
    assert [dialog.parts.topLevelItem(row).text(0) for row in range(3)] == ["开头", "一、认清形势", "二、抓好落实"]
    window.preferences.set("reading_speed", 120)
    qtbot.waitUntil(lambda: "每分钟 240 字" not in shown(dialog))
    assert "每分钟 120 字" in shown(dialog)
    window.session.close()
    assert dialog.state.text() == "没有打开的文稿。"
    assert dialog.parts.topLevelItemCount() == 0
    assert not dialog.longest.isEnabled()


def test_a_line_of_the_statistics_shows_its_place(window: MainWindow, dialog: StatisticsDialog) -> None:
    places: list[Span] = []
    window.session.place_requested.connect(places.append)
    dialog.parts.itemActivated.emit(dialog.parts.topLevelItem(1), 0)
    dialog.longest.click()
    document = window.session.document
    assert document is not None
    assert places[0].paragraph == 4
    assert document.text(places[1]) == "今天开会，先说𠮷祥😀的话，再讲**个问题。"
