"""What other programs show: a file, and the folder that it lies in."""

import os
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(path: str) -> None:
    """Show the folder of `path` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(os.path.realpath(path)).parent)))


def open_file(path: str) -> None:
    """Open `path` in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.realpath(path)))
