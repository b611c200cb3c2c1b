import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_core_material import Gate, made_up_session, outline, read, review

from reviewer.ui import warm_up
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.warm_up import WarmUp


@pytest.fixture
def warmed(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    done = threading.Event()
    monkeypatch.setattr(warm_up, "review_sample", done.set)
    monkeypatch.setattr(warm_up, "warm_readers", lambda: None)
    monkeypatch.setattr(warm_up, "_QUIET", 50)
    return done


def shown(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.furnished)


def test_what_a_review_needs_is_loaded_while_nothing_is_open(qtbot: QtBot, warmed: threading.Event) -> None:
    window = MainWindow(Preferences(), made_up_session())
    WarmUp(window)
    shown(window, qtbot)
    qtbot.waitUntil(warmed.is_set)


def test_a_document_comes_first(qtbot: QtBot, warmed: threading.Event, speech: str) -> None:
    gate = Gate()
    session = DocumentSession(gate.before(read), review, outline)
    window = MainWindow(Preferences(), session)
    WarmUp(window)
    window.open_files([speech])
    shown(window, qtbot)
    qtbot.wait(150)
    assert not warmed.is_set()
    gate.open()
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)


def test_the_sample_loads_what_documents_need() -> None:
    code = (
        "import sys; from reviewer.ui.warm_up import review_sample; heavy = {'jieba', 'ahocorasick_rs'}; "
        "assert not heavy & set(sys.modules); review_sample(); assert heavy <= set(sys.modules)"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=Path(__file__).parents[2], check=True)
