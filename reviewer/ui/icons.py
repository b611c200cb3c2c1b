"""Our own SVG icons in the theme's text colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from reviewer import resource
from reviewer.ui import theme

_SIZES = (20, 40)


def icon(name: str) -> QIcon:
    """The icon `resources/icons/NAME.svg`, drawn in the colours of the theme in force."""
    colours = theme.current()
    return _icon(name, colours.text, colours.disabled)


@cache
def program_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(_pixmap(resource.read_bytes("icons/app.svg"), size))
    return made


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    svg = resource.read_bytes(f"icons/{name}.svg")
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(svg.replace(b"currentColor", colour.encode()), size))
        made.addPixmap(_pixmap(svg.replace(b"currentColor", disabled.encode()), size), QIcon.Mode.Disabled)
    return made


def _pixmap(svg: bytes, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return pixmap
