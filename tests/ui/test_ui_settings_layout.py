"""The layout check in the settings: in force at once, kept, and refused in a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from pytestqt.qtbot import QtBot

from reviewer.model.finding import Category
from reviewer.store import layout
from reviewer.ui.main_window import MainWindow
from reviewer.ui.references import References
from reviewer.ui.settings_dialog import SettingsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def window(program: Callable[[Path], MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "讲话.docx"
    draft = WordDocument()
    draft.add_paragraph("在全县防汛工作会议上的讲话").alignment = WD_ALIGN_PARAGRAPH.CENTER
    draft.add_paragraph("各单位要对照任务清单逐项抓好落实，按时报送进展情况。")
    draft.save(str(path))
    return program(path)


def dialog_of(window: MainWindow) -> SettingsDialog:
    window.workbench.actions["settings"].trigger()
    dialog = window.workbench.dialogs.settings
    assert dialog is not None
    return dialog


def choose(dialog: SettingsDialog, check: str) -> None:
    box = dialog.layout_check.check
    box.setCurrentIndex(box.findData(check))
    box.activated.emit(box.currentIndex())


def faults(window: MainWindow) -> list[str]:
    assert window.session.report is not None
    return [f.rule for f in window.session.report.findings if f.category is Category.FORMAT]


def test_a_choice_reviews_the_open_document_anew(qtbot: QtBot, window: MainWindow) -> None:
    assert faults(window) == []
    dialog = dialog_of(window)
    choose(dialog, "standard")
    qtbot.waitUntil(lambda: "format-margins" in faults(window))
    choose(dialog, "none")
    qtbot.waitUntil(lambda: faults(window) == [])
    assert window.preferences.settings.words("layout_check") == "none"


def test_an_office_s_own_profile_is_taken_over_and_in_force(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(window)
    page = dialog.layout_check
    shipped, own = tmp_path / "自带.toml", tmp_path / "本单位.toml"
    monkeypatch.setattr(page, "ask_target", lambda: str(shipped))
    page.save.click()
    assert "已另存" in dialog.status.text()
    own.write_text(shipped.read_text("utf-8").replace('GB/T 9704—2012"', '某县政府办"', 1), "utf-8")
    monkeypatch.setattr(page, "ask_file", lambda: str(own))
    with qtbot.waitSignal(window.workbench.references.layout_taken):
        page.take.click()
    assert (page.own.text(), page.check.currentData()) == ("某县政府办", "own")
    qtbot.waitUntil(lambda: "format-margins" in faults(window))
    kept = layout.load(tmp_path / "kept")
    assert kept is not None
    assert kept.name == "某县政府办"


def test_a_broken_profile_changes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(window)
    broken = tmp_path / "坏.toml"
    broken.write_text("page = 3", "utf-8")
    monkeypatch.setattr(dialog.layout_check, "ask_file", lambda: str(broken))
    with qtbot.waitSignal(window.workbench.references.failed):
        dialog.layout_check.take.click()
    assert "版式文件的写法不对" in dialog.status.text()
    assert dialog.layout_check.check.currentData() == "auto"
    assert window.workbench.references.own_layout() is None


def test_without_a_folder_the_profile_holds_for_this_run(qtbot: QtBot, tmp_path: Path) -> None:
    references = References(None)
    file = tmp_path / "本单位.toml"
    file.write_text('name = "某局"', "utf-8")
    with qtbot.waitSignal(references.layout_taken):
        references.take_layout(str(file))
    own = references.own_layout()
    assert own is not None
    assert own.name == "某局"
    assert references.wait()
