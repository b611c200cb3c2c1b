from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from ui_panes_material import report, session_with

from reviewer.errors import EncryptedError
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.start_page import StartPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def page(qtbot):
    made = StartPage(session_with(report()))
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def test_open_asks_for_the_dialog(qtbot, page):
    with qtbot.waitSignal(page.browse_requested):
        qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)


def test_the_sample_is_a_file_that_ships(qtbot, page):
    with qtbot.waitSignal(page.open_requested) as asked:
        page.sample.click()
    assert Path(asked.args[0]).is_file()


def test_recent_files_are_offered_and_opened(qtbot, page):
    assert page.recent == []
    page.set_recent([f"/somewhere/文稿{n}.docx" for n in range(9)])
    assert [row.text() for row in page.recent] == [f"文稿{n}.docx" for n in range(6)]
    with qtbot.waitSignal(page.open_requested) as asked:
        qtbot.keyClick(page.recent[1], Qt.Key.Key_Space)
    assert asked.args == ["/somewhere/文稿1.docx"]
    page.set_recent(["/other/a.txt"])
    assert [row.toolTip() for row in page.recent] == ["/other/a.txt"]


def test_focus_goes_to_the_first_button(qtbot, page):
    page.setFocus()
    qtbot.waitUntil(page.open.hasFocus)


def test_a_file_that_cannot_be_opened_is_told_in_one_sentence(qtbot):
    def fail(path):
        raise EncryptedError("这个文件设有密码。", "请取消密码后再试。")

    session = DocumentSession(reader=fail)
    page = StartPage(session)
    qtbot.addWidget(page)
    assert page.message.isHidden()
    session.open("x")
    assert page.message.text() == "正在打开…"
    qtbot.waitUntil(lambda: session.phase is Phase.FAILED)
    assert page.message.text() == "x：这个文件设有密码。请取消密码后再试。"
    assert not page.message.isHidden()


@pytest.mark.parametrize("width", [480, 900, 1900])
def test_nothing_is_wider_than_the_page(qtbot, page, width):
    page.set_recent([f"/{'很长的文件夹名' * 30}/{'很长的文件名' * 20}.docx"])
    page.resize(width, 600)
    assert page.widget().width() <= page.viewport().width()
