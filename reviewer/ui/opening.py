"""Which files to open, by dialog or dropped, and what is said of those that could not be."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.readers.kinds import READABLE
from reviewer.ui.open_document import OpenDocument


def name_filters() -> str:
    """What the dialog offers: all drafts together, each format by itself, every file."""
    every = " ".join(f"*{suffix}" for _, suffixes in READABLE for suffix in suffixes)
    each = [f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for name, suffixes in READABLE]
    return ";;".join([f"文稿 ({every})", *each, "所有文件 (*)"])


def ask_files(window: QWidget, folder: str) -> list[str]:
    """The files that the clerk chooses, beginning in `folder`; none where she thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(window, "打开文稿", folder, name_filters())
    return [str(Path(path)) for path in chosen]


def refusal_words(refused: Sequence[OpenDocument]) -> str:
    """Which files could not be read and why, one sentence each."""
    return "\n".join(f"{one.name}：{one.error.sentence}" for one in refused if one.error is not None)


def dropped_paths(data: QMimeData) -> list[str]:
    """The local files and folders that `data` carries."""
    return [str(Path(path)) for url in data.urls() if url.isLocalFile() and (path := url.toLocalFile())]


def dropped_files(data: QMimeData) -> list[str]:
    """The local files, not folders, that `data` carries."""
    return [path for path in dropped_paths(data) if not Path(path).is_dir()]
