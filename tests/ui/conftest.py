"""Sessions and windows that are at rest before they are taken down."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, made_up_session

from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession, Phase


@pytest.fixture
def speech(tmp_path: Path) -> str:
    """The made-up speech as a file."""
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return str(path)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[DocumentSession]:
    """A session on the made-up reader and reviewer."""
    made = made_up_session()
    yield made
    made.close_all()
    assert made.wait()


@pytest.fixture
def opened(qtbot: QtBot, session: DocumentSession, speech: str) -> DocumentSession:
    """A session with the made-up speech reviewed."""
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    return session


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Makes furnished windows that keep their settings in a folder of the test, and forget what lay open unless asked."""
    made: list[MainWindow] = []

    def make(session: DocumentSession | None = None, restore: bool = False, **named: object) -> MainWindow:
        preferences = Preferences(tmp_path / "kept")
        preferences.set("restore_documents", restore)
        window = MainWindow(preferences, session or made_up_session(), **named)  # type: ignore[arg-type]
        made.append(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(lambda: window.furnished)
        return window

    yield make
    for window in made:
        window.close()
        assert window.session.wait()
        window.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, make_window: Callable[..., MainWindow], speech: str) -> MainWindow:
    """A window with the made-up speech reviewed."""
    made = make_window()
    made.open_files([speech])
    qtbot.waitUntil(lambda: made.session.phase is Phase.REVIEWED and not made.reading.view.filling)
    return made
