"""How strictly slips are looked for: in force at once, and kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reviewer.store import settings
from reviewer.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def window(program: Callable[[Path], MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "讲话.txt"
    path.write_text("在全县安全生产工作会议上的讲话\n要抢抓政策机愚，加快新旧动能转换步代。\n", encoding="utf-8")
    return program(path)


def test_a_choice_reviews_the_open_document_anew_and_is_kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.workbench.actions["settings"].trigger()
    dialog = window.workbench.dialogs.settings
    assert dialog is not None
    box = dialog.tables["proofreading"].fields["strictness"]
    assert isinstance(box, QComboBox)
    assert (box.currentData(), box.currentText(), box.accessibleName()) == ("usual", "一般", "错字检查")

    def marked() -> int:
        assert window.session.report is not None
        return sum(finding.rule == "typo-unusual-words" for finding in window.session.report.findings)

    assert marked() == 0
    box.setCurrentIndex(box.findData("strict"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: marked() == 2)
    qtbot.waitUntil(lambda: settings.load(tmp_path / "kept").words("strictness") == "strict")
