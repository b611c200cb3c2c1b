"""The open file changes on disk: it is read again, decisions stay, and the clerk is told."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, come_to_rest, outline, read, review
from ui_decisions_material import LIST, SURVEY, duty, keeping_session, texts

from reviewer.errors import AccessError
from reviewer.model.document import Document
from reviewer.ui import duty_decisions
from reviewer.ui.decision_words import FILE_GONE, FILE_NOT_REREAD
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import Change, DocumentSession, Phase

WindowMaker = Callable[..., MainWindow]
EDITED = SPEECH.replace("一、认清形势", "新加的一段。\n一、认清形势")


@pytest.fixture
def session(kept_session: DocumentSession) -> DocumentSession:
    return kept_session


def write(path: str, text: str, seconds: int = 5) -> None:
    """Write `text` as a change that is so many seconds younger."""
    before = Path(path).stat().st_mtime if Path(path).exists() else 1_700_000_000
    Path(path).write_text(text, "utf-8")
    os.utime(path, (before + seconds, before + seconds))


def look(session: DocumentSession) -> None:
    """Look for changes, and wait until whatever follows is done."""
    session.check_files()
    come_to_rest(session)


@pytest.fixture
def told(opened: DocumentSession) -> list[str]:
    said: list[str] = []
    opened.told.connect(said.append)
    opened.failed.connect(said.append)
    return said


def test_nothing_changed(qtbot: QtBot, opened: DocumentSession, told: list[str]) -> None:
    report = opened.report
    look(opened)
    assert opened.report is report
    assert told == []


def test_an_edited_file_is_read_again_and_decisions_stay(
    qtbot: QtBot, opened: DocumentSession, told: list[str], speech: str
) -> None:
    duty_decisions.strike(opened, duty(opened, SURVEY))
    opened.move_cursor(5, 3)
    changes: list[Change] = []
    opened.changed.connect(changes.append)
    write(speech, EDITED)
    look(opened)
    assert told == ["文件已在别处修改，已重新审阅：新增 1 段。您的修改都保留着。"]
    assert opened.document is not None
    assert "新加的一段。" in opened.document.texts
    assert texts(opened)[0] == LIST
    assert changes == [Change(document=True, same_file=True, report=True)]
    assert opened.cursor == (5, 3)
    opened.undo()
    assert texts(opened)[:2] == [SURVEY, LIST]


def test_without_decisions_nothing_is_said_of_them(
    qtbot: QtBot, opened: DocumentSession, told: list[str], speech: str
) -> None:
    opened.set_year(2030)
    qtbot.waitUntil(lambda: opened.phase is Phase.REVIEWED)
    write(speech, EDITED)
    look(opened)
    assert told == ["文件已在别处修改，已重新审阅：新增 1 段。"]
    assert opened.report is not None
    assert opened.report.dating.year == 2030


def test_lost_decisions_are_told_with_the_change(
    qtbot: QtBot, opened: DocumentSession, told: list[str], speech: str
) -> None:
    duty_decisions.strike(opened, duty(opened, SURVEY))
    opened.move_cursor(8, 0)
    write(speech, "另外的讲话\n" + LIST + "。")
    look(opened)
    assert told == [
        "文件已在别处修改，已重新审阅：新增 1 段，删去 9 段。有 1 处修改在新文稿里找不到原来的位置，已搁置。"
    ]
    assert len(opened.decisions) == 1
    assert opened.cursor[0] == 1, "there are only two paragraphs"


def test_a_file_saved_without_a_change_is_no_news(
    qtbot: QtBot, opened: DocumentSession, told: list[str], speech: str
) -> None:
    report = opened.report
    write(speech, SPEECH)
    look(opened)
    assert opened.report is report
    assert told == []


def test_a_deleted_file_is_told_once_and_what_is_shown_stays(
    qtbot: QtBot, opened: DocumentSession, told: list[str], speech: str
) -> None:
    Path(speech).unlink()
    look(opened)
    look(opened)
    assert told == [FILE_GONE]
    assert texts(opened)[0] == SURVEY
    write(speech, EDITED)
    look(opened)
    assert told[1:] == ["文件已在别处修改，已重新审阅：新增 1 段。"]


def test_a_file_that_another_program_holds_is_tried_again(qtbot: QtBot, tmp_path: Path, speech: str) -> None:
    held: list[bool] = []

    def reader(path: str) -> Document:
        if held:
            raise AccessError("文件正被占用。")
        return read(path)

    session = DocumentSession(reader, review, outline)
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    said: list[str] = []
    session.told.connect(said.append)
    session.failed.connect(said.append)
    write(speech, EDITED)
    held.append(True)
    look(session)
    look(session)
    assert said == [FILE_NOT_REREAD]
    assert texts(session)[0] == SURVEY
    held.clear()
    look(session)
    assert said[1:] == ["文件已在别处修改，已重新审阅：新增 1 段。"]


def test_a_file_opened_meanwhile_wins(qtbot: QtBot, opened: DocumentSession, speech: str, tmp_path: Path) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text("另一份讲话", "utf-8")
    write(speech, EDITED)
    opened.check_files()
    opened.open(str(other))
    qtbot.waitUntil(lambda: opened.phase is Phase.REVIEWED and opened.path == str(other))
    look(opened)
    assert opened.document is not None
    assert opened.document.texts == ("另一份讲话",)


def test_coming_back_to_the_window_reads_the_file_again(
    qtbot: QtBot, make_window: WindowMaker, speech: str, tmp_path: Path
) -> None:
    window = make_window(keeping_session(tmp_path / "decided"))
    window.open_files([speech])
    view = window.reading.view
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED and not view.filling)
    window.resize(900, 560)
    QApplication.processEvents()  # the panes find their places, which sets the page anew
    window.session.select_duty(1)
    scrolled = view.verticalScrollBar().value()
    paragraph, _ = view.places_in(view.viewport().rect())[0]
    write(speech, SPEECH.replace("一起努力", "共同努力"))
    window.activateWindow()
    qtbot.waitUntil(lambda: window.workbench.messages.isVisible() or window.isActiveWindow())
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: window.workbench.messages.text == "文件已在别处修改，已重新审阅：改动 1 段。")
    qtbot.waitUntil(lambda: not view.filling)
    assert "共同努力" in view.toPlainText()
    assert view.places_in(view.viewport().rect())[0][0] == paragraph, "lines begin elsewhere where panes change"
    assert abs(view.verticalScrollBar().value() - scrolled) <= view.fontMetrics().height() * 2
    assert window.reading.view.textCursor().blockNumber() == window.session.cursor[0]
