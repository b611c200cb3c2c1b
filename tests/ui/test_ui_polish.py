"""Small things that make the window calm: what is announced, what is explained, what stands in nobody's way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWhatsThis
from pytestqt.qtbot import QtBot

from reviewer.ui.announcer import Announcer, finding_told
from reviewer.ui.docks import PANES
from reviewer.ui.main_window import MainWindow
from reviewer.ui.message_bar import Tone
from reviewer.ui.session import DocumentSession

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


def test_a_passing_notice_stands_alone_until_it_is_gone(window: MainWindow) -> None:
    status = window.workbench.status
    window.session.notice.emit("已到文末，从头再找。")
    window.session.set_show_info(True)
    assert status.currentMessage() == "已到文末，从头再找。"
    assert not status.findings.isVisible()
    assert not status.year.isVisible()
    status.clearMessage()
    assert status.findings.isVisible()
    assert status.year.isVisible()


def test_a_notice_while_nothing_is_open_leaves_no_counts_behind(window: MainWindow) -> None:
    window.session.notice.emit("没有要看的问题。")
    window.session.close()
    window.workbench.status.clearMessage()
    assert not window.workbench.status.year.isVisible()
    assert not window.workbench.status.duties.isVisible()


def test_a_message_ends_the_notice_before_it(window: MainWindow) -> None:
    window.session.notice.emit("正在导出…")
    window.workbench.messages.show_message(Tone.DONE, "责任清单已导出。")
    assert window.workbench.status.currentMessage() == ""


def test_the_next_finding_is_read_out(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(Announcer, "announce", lambda _self, words: told.append(words))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert len(told) == 1
    assert told[0].startswith("第 1 处，共 3 处。必改，")
    assert told[0].endswith("这里还没有填上内容。")


def test_nothing_is_read_out_of_no_finding(session: DocumentSession) -> None:
    assert finding_told(session, 0) == ""


def test_every_pane_says_what_it_is(window: MainWindow) -> None:
    for name in PANES:
        dock = window.workbench.docks.dock(name)
        assert dock is not None
        assert dock.whatsThis().endswith("。")
        assert dock.widget().whatsThis() == ""
    window.workbench.actions["whats_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()
