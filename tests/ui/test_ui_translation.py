"""The window in English, by Qt's translation files."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.translation import speak, tr

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def english(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    translator = speak("en")
    assert translator is not None
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def test_without_a_language_words_are_themselves(qtbot: QtBot) -> None:
    assert tr("打开文件…") == "打开文件…"


def test_the_window_speaks_english(
    qtbot: QtBot, english: None, make_window: Callable[..., MainWindow], speech: str
) -> None:
    window = make_window()
    assert [action.text().replace("&", "") for action in window.menuBar().actions()] == [
        *("File", "Edit", "View", "Review", "Help"),
    ]
    bench = window.workbench
    assert bench.start_page.open.text() == "Open file…"
    assert bench.actions["next_finding"].iconText() == "Next finding"
    window.open_files([speech])
    qtbot.waitUntil(lambda: window.session.report is not None)
    dock = bench.docks.dock("outline")
    assert dock is not None
    assert dock.windowTitle() == "Outline"
    bench.dialogs.show_settings()
    dialog = bench.dialogs.settings
    assert dialog is not None
    assert dialog.list.item(0).text() == "Appearance"
    dialog.search.setText("reading speed")
    assert dialog.pages.currentWidget() is dialog.tables["general"]
    dialog.close()


def test_steps_are_named_in_any_language(qtbot: QtBot, english: None, make_window: Callable[..., MainWindow]) -> None:
    bench = make_window().workbench
    bench.actions.show_steps(undo="忽略", redo="")
    undo: QAction = bench.actions["undo"]
    assert undo.text().replace("&", "") == "Undo：忽略"
