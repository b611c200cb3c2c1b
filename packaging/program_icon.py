"""The program's icon as other systems want it: PNG of any size, and Windows' .ico."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
BANNER_SIZE = (164, 314)  # what NSIS's welcome and finish pages have room for
_GROUND = "#dce8f8"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """The icon as a square PNG with a transparent ground."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, QSize
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def banner() -> bytes:
    """The icon on the ground of the light theme, as the BMP that stands at the left of an installer's pages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    width, height = BANNER_SIZE
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(_GROUND))
    painter = QPainter(image)
    side = width * 0.6
    QSvgRenderer(str(ICON)).render(painter, QRectF((width - side) / 2, height * 0.25, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG `pictures` by size, smallest first."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    rows = []
    for size, data in sorted(pictures.items()):
        rows.append(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place))
        place += len(data)
    return head + b"".join(rows) + b"".join(data for _, data in sorted(pictures.items()))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_bytes(
        ico({size: png(size) for size in ICO_SIZES}) if target.suffix == ".ico" else png(int(sys.argv[2]))
    )
