from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from ui_core_material import made_up_session

from reviewer.errors import MissingFileError, WriteError
from reviewer.ui import theme
from reviewer.ui.screens import render_window


@pytest.mark.parametrize(("name", "scale"), [("light", 1.0), ("dark", 1.5)])
def test_a_picture_of_the_reviewed_window(qtbot: QtBot, speech: str, tmp_path: Path, name: str, scale: float) -> None:
    picture = tmp_path / "图.png"
    session = made_up_session()
    render_window(speech, picture, (1000, 700), name, scale, lambda shown: shown.select_finding(0), session)
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (round(1000 * scale), round(700 * scale))
    assert image.pixelColor(5, 5).name() == theme.load(name).window


def test_a_picture_of_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    render_window(None, tmp_path / "图.png", (1000, 700), session=made_up_session())
    assert QImage(str(tmp_path / "图.png")).pixelColor(5, 5).name() == theme.load("light").window


def test_what_cannot_be_read_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        render_window(tmp_path / "没有.txt", tmp_path / "图.png", session=made_up_session())


def test_what_cannot_be_saved_is_said(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        render_window(speech, tmp_path / "没有" / "图.png", (900, 600), session=made_up_session())
