"""Where the keyboard is can be seen in every theme."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.ui import theme
from reviewer.ui.theme import ThemeChoice

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


def _tool(role: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        button = QToolButton()
        button.setText("按钮")
        button.setProperty("role", role)
        return button

    return make


def _tree() -> QWidget:
    tree = QTreeWidget()
    tree.setProperty("role", "field")
    return tree


def _tabs() -> QWidget:
    tabs = QTabBar()
    tabs.addTab("问题")
    return tabs


MAKERS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: QPushButton("按钮"),
    "box": lambda: QCheckBox("勾"),
    "choice": QComboBox,
    "line": QLineEdit,
    "number": QSpinBox,
    "list": QListWidget,
    "text": QPlainTextEdit,
    "tree": _tree,
    "tabs": _tabs,
    "field": _tool("field"),
    "switch": _tool("switch"),
    "deed": _tool("deed"),
    "primary": _tool("primary"),
}


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST, ThemeChoice.CONTRAST_LIGHT])
def colours(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[theme.Theme]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    yield theme.apply(application, request.param)
    theme.apply(application, ThemeChoice.LIGHT)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_the_focus_is_seen(qtbot: QtBot, colours: theme.Theme, kind: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    other, widget = QPushButton("别的"), MAKERS[kind]()
    column = QVBoxLayout(page)
    column.addWidget(other)
    column.addWidget(widget)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    other.setFocus()
    before = picture(widget)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    accents = {QColor(colours.accent).rgb(), QColor(colours.text).rgb()}
    after = picture(widget)
    changed = [
        after.pixel(x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert sum(pixel in accents for pixel in changed) >= 8


def picture(widget: QWidget) -> QImage:
    made = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(made, QPoint())
    return made
