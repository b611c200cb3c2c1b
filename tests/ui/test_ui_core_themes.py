"""Colours and sizes of the window: chosen by the clerk, or the system's."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.ui import theme
from reviewer.ui.app import ThemeFollower
from reviewer.ui.main_window import MainWindow

WindowMaker = Callable[..., MainWindow]


def test_a_theme_can_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    follower = ThemeFollower(application, window.preferences)
    try:
        window.workbench.actions["theme_dark"].trigger()
        assert window.preferences.settings.words("theme") == "dark"
        assert theme.current() == theme.load("dark")
        assert application.palette().window().color().name() == theme.load("dark").window
    finally:
        window.workbench.actions["theme_light"].trigger()
        follower.deleteLater()
    assert theme.current() == theme.load("light")
    assert window.workbench.actions["theme_light"].isChecked()


@pytest.mark.parametrize(("dark", "name"), [(True, "contrast"), (False, "contrast_light")])
def test_the_systems_wish_for_contrast_is_followed(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, dark: bool, name: str
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    follower = ThemeFollower(application, window.preferences)
    try:
        follower.apply()
        monkeypatch.setattr(theme, "wants_contrast", lambda: True)
        monkeypatch.setattr(theme, "wants_dark", lambda: dark)
        follower.watch_contrast()
        assert theme.current() == theme.load(name)
        window.preferences.set("palette", "safe")
        assert theme.current() == theme.load(name, safe=True)
        window.preferences.set("theme", "light")
        assert theme.current() == theme.load("light", safe=True)
    finally:
        window.preferences.set("palette", "standard")
        window.preferences.set("theme", "light")
        follower.deleteLater()


def test_words_of_the_interface_grow(qtbot: QtBot, window: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    usual = application.font().pointSizeF()
    follower = ThemeFollower(application, window.preferences)
    try:
        window.preferences.set("interface_size", "130")
        assert application.font().pointSizeF() == pytest.approx(usual * 1.3)
        assert window.workbench.status.promise.font().pointSizeF() == pytest.approx(usual * 1.3)
    finally:
        window.preferences.set("interface_size", "100")
        follower.deleteLater()
    assert application.font().pointSizeF() == pytest.approx(usual)


def test_qt_hears_of_the_end_of_every_widget_that_it_dressed(qtbot: QtBot, window: MainWindow) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    follower = ThemeFollower(application, window.preferences)
    try:
        for size, choice in (("115", "dark"), ("100", "light")):
            window.preferences.set("interface_size", size)
            window.preferences.set("theme", choice)
        theme.wear(application, "")
        follower.apply()
    finally:
        follower.deleteLater()
    dressed = [part for part in window.findChildren(QWidget) if part.testAttribute(Qt.WidgetAttribute.WA_StyleSheet)]
    assert len(dressed) > 100
    assert not [part for part in dressed if not part.receivers(SIGNAL("destroyed(QObject*)"))]


def test_the_systems_theme_is_seen_by_its_palette(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for name in ("dark", "light"):
        monkeypatch.setattr(theme._State, "theme", None)
        application.setPalette(theme.palette(theme.load(name)))
        assert theme.system_theme() == name
    theme.apply(application, theme.ThemeChoice.LIGHT)
    assert theme.system_theme() == "light"
