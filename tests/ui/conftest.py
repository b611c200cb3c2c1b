"""Sessions and windows that are at rest before they are taken down."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, made_up_session, speeches
from ui_decisions_material import keeping_session
from ui_panes_material import PLACE, report, session_with

from reviewer.model.report import Report
from reviewer.ui import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.references import References
from reviewer.ui.session import DocumentSession, Phase

Pane = TypeVar("Pane", bound=QWidget)


@pytest.fixture(autouse=True)
def no_sheet_left(qapp: QApplication) -> Iterator[None]:
    """No rule of a style sheet outlives its test."""
    yield
    if qapp.styleSheet():
        theme.wear(qapp, "")


@pytest.fixture
def speech(tmp_path: Path) -> str:
    """The made-up speech as a file."""
    path = tmp_path / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return str(path)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Three speeches as files, of as many districts."""
    return speeches(tmp_path)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[DocumentSession]:
    """A session on the made-up reader and reviewer."""
    made = made_up_session()
    yield made
    made.close_all()
    assert made.wait()


@pytest.fixture
def kept_session(qtbot: QtBot, tmp_path: Path) -> Iterator[DocumentSession]:
    """A session on the made-up reader and reviewer that keeps what is decided in a folder of the test."""
    made = keeping_session(tmp_path / "kept")
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
def shown_report() -> Report:
    """What the panes show; a module may have another."""
    return report()


@pytest.fixture
def report_session(qtbot: QtBot, shown_report: Report) -> Iterator[DocumentSession]:
    """A session whose review of any file is the report that is shown."""
    made = session_with(shown_report)
    yield made
    assert made.wait()


@pytest.fixture
def show_pane(qtbot: QtBot, report_session: DocumentSession) -> Callable[..., QWidget]:
    """Shows a pane on the report, or on that of another session."""

    def show(kind: type[Pane], width: int, height: int, session: DocumentSession = report_session) -> Pane:
        pane = kind(session)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        session.open(PLACE)
        qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
        return pane

    return show


@pytest.fixture
def references(qtbot: QtBot, tmp_path: Path) -> Iterator[References]:
    """What reviews go by, kept in a folder of the test."""
    made = References(tmp_path / "kept")
    yield made
    assert made.wait()


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


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], MainWindow]]:
    """Opens a file in the program as it starts, by its true rules; what it keeps is in a folder of the test."""
    made: list[MainWindow] = []

    def start(path: Path) -> MainWindow:
        window = MainWindow(Preferences(tmp_path / "kept"))
        made.append(window)
        window.resize(1366, 768)
        window.open_files([str(path)])
        window.show()
        qtbot.waitUntil(lambda: window.furnished and window.session.phase is Phase.REVIEWED)
        return window

    yield start
    for window in made:
        window.close()
        window.deleteLater()
