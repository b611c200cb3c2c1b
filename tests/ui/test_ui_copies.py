"""Copies from the window: what is asked, written and told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH
from ui_saving_material import answer_names

from reviewer.anchoring import anchor
from reviewer.exports.copy import Copy, Refused
from reviewer.model.decision import AcceptFinding
from reviewer.model.edit import Edit
from reviewer.model.layout import LayoutProfile
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.readers import read
from reviewer.ui import copying
from reviewer.ui.copy_dialogs import CommentedDialog, CorrectedDialog, RefusedDialog
from reviewer.ui.copying import CopyExport
from reviewer.ui.main_window import MainWindow
from reviewer.ui.message_bar import MessageBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession


@pytest.fixture
def speech(tmp_path: Path) -> str:
    """The made-up speech as a file that the made-up reader and the true one divide alike."""
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH.rstrip(), "utf-8")
    return str(path)


@pytest.fixture
def copies(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> CopyExport:
    """The room for copies, with every name taken as proposed."""
    answer_names(monkeypatch, window)
    return window.workbench.taking_home.copies


def accept(session: DocumentSession, words: str, replacement: str) -> None:
    report = session.report
    assert report is not None
    finding = next(f for f in report.findings if f.text == words)
    session.decide(AcceptFinding(anchor(session.current.index, finding.span), finding.rule, replacement))


def told(qtbot: QtBot, window: MainWindow) -> MessageBar:
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "导出" in messages.text)
    return messages


def going_on(change: Callable[[QDialog], None] = lambda _dialog: None) -> Callable[[QDialog], bool]:
    def confirmed(dialog: QDialog) -> bool:
        change(dialog)
        dialog.accept()
        return True

    return confirmed


def test_a_corrected_copy_of_a_text(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QDialog] = []
    monkeypatch.setattr(copies, "confirmed", going_on(asked.append))
    accept(window.session, "，，", "，")
    before = Path(speech).read_bytes()
    window.workbench.actions["correct"].trigger()
    messages = told(qtbot, window)
    assert messages.text == "修订稿已导出：讲话（修订稿）.txt"
    copy = Path(speech).with_name("讲话（修订稿）.txt")
    assert copy.read_bytes() == before.replace("，，".encode(), "，".encode())
    assert Path(speech).read_bytes() == before
    (dialog,) = asked
    assert isinstance(dialog, CorrectedDialog)
    assert "改 1 处" in dialog.summary.text()


def test_tracked_changes_make_it_a_word_document(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tracked(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectedDialog)
        assert not dialog.author.isEnabled()
        dialog.tracked.setChecked(True)
        dialog.author.setText("某科")
        assert "GB/T 9704" in dialog.result_words.text()

    monkeypatch.setattr(copies, "confirmed", going_on(tracked))
    accept(window.session, "，，", "，")
    window.workbench.actions["correct"].trigger()
    assert told(qtbot, window).text == "修订稿已导出：讲话（修订稿）.docx"
    document = read(Path(speech).with_name("讲话（修订稿）.docx"))
    assert any("删除修订" in warning for warning in document.warnings)
    settings = window.preferences.settings
    assert (settings.flag("last_copy_tracked"), settings.words("last_copy_author")) == (True, "某科")


def test_a_commented_copy(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CommentedDialog)
        few = dialog.summary.text()
        dialog.hints.setChecked(True)
        assert dialog.summary.text() != few

    monkeypatch.setattr(copies, "confirmed", going_on(look))
    window.workbench.actions["comment"].trigger()
    assert told(qtbot, window).text == "批注稿已导出：讲话（批注稿）.docx"
    assert any("批注" in warning for warning in read(Path(speech).with_name("讲话（批注稿）.docx")).warnings)


def test_a_laid_out_copy(qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str) -> None:
    window.workbench.actions["layout"].trigger()
    assert told(qtbot, window).text == "排版稿已导出：讲话（排版稿）.docx"
    assert Path(speech).with_name("讲话（排版稿）.docx").exists()


def test_nothing_is_written_where_she_goes_back(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "confirmed", lambda _dialog: False)
    window.workbench.actions["correct"].trigger()
    window.workbench.actions["comment"].trigger()
    answer_names(monkeypatch, window, "")
    window.workbench.actions["layout"].trigger()
    assert window.workbench.taking_home.saving.wait()
    assert [path.name for path in Path(speech).parent.glob("讲话*")] == ["讲话.txt"]


def test_a_copy_that_fails_offers_another_name(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, speech: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_names(monkeypatch, window, speech, "")
    window.workbench.actions["layout"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "原稿" in messages.text)
    assert messages.text == "不能覆盖原稿。请另存为“讲话（2）.txt”。"
    qtbot.mouseClick(messages.buttons[0], Qt.MouseButton.LeftButton)
    assert asked == ["讲话（排版稿）.docx", "讲话（2）.txt"]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_what_is_not_in_the_copy_is_listed_with_its_places(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = Span(4, 0, 2)
    refusing = Copy(b"", 0, (Refused(Edit(span, "二、"), "这里的编号由 Word 自动生成。"),))
    monkeypatch.setattr("reviewer.exports.take_home.write_laid_out", lambda *_: refusing)
    places: list[Span] = []
    window.session.place_requested.connect(places.append)
    window.workbench.actions["layout"].trigger()
    messages = told(qtbot, window)
    assert messages.text == "排版稿已导出：讲话（排版稿）.docx。有 1 处没有写进去，要在 Word 里改。"
    messages.buttons[0].click()
    dialog = window.findChild(RefusedDialog)
    assert dialog.list.item(0).text() == "第5段“一、”：这里的编号由 Word 自动生成。"
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert places == [span]
    dialog.close()


def test_a_copy_is_set_by_the_profile_that_documents_are_checked_by(
    qtbot: QtBot, window: MainWindow, copies: CopyExport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profiles: list[LayoutProfile | None] = []

    def write(_report: Report, _path: str | None, profile: LayoutProfile | None, _target: str) -> Copy:
        profiles.append(profile)
        return Copy(b"", 0, omitted="图片没有带过来。")

    monkeypatch.setattr("reviewer.exports.take_home.write_laid_out", write)
    file = tmp_path / "版式.toml"
    file.write_text('name = "本单位"\n', encoding="utf-8")
    references = window.workbench.references
    with qtbot.waitSignal(references.layout_taken):
        references.take_layout(str(file))
    references.set_layout_check("own")
    window.workbench.actions["layout"].trigger()
    assert told(qtbot, window).text == "排版稿已导出：讲话（排版稿）.docx。图片没有带过来。"
    references.set_layout_check("none")
    window.workbench.actions["layout"].trigger()
    assert window.workbench.taking_home.saving.wait()
    assert [profile and profile.name for profile in profiles] == ["本单位", None]


def test_word_documents_are_promised_to_stay_as_they_are(qtbot: QtBot) -> None:
    dialog = CorrectedDialog("改 1 处。", 2, word=True, as_text=False, preferences=Preferences(), parent=None)
    qtbot.addWidget(dialog)
    assert "和原稿一样" in dialog.result_words.text()
    assert dialog.with_remarks
    dialog.remarks.setChecked(False)
    assert not dialog.with_remarks


def test_the_summary_counts_what_was_accepted() -> None:
    assert copying.summary(3, 2) == "按您采纳的修改：改 3 处，删 2 段。"
    assert copying.summary(0, 0) == "您还没有采纳修改，修订稿的文字会和原稿一样。"
