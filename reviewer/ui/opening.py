"""Which file to open: by dialog or dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.readers.kinds import READABLE


def name_filters() -> str:
    """What the dialog offers: all drafts together, each format by itself, every file."""
    every = " ".join(f"*{suffix}" for _, suffixes in READABLE for suffix in suffixes)
    each = [f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for name, suffixes in READABLE]
    return ";;".join([f"文稿 ({every})", *each, "所有文件 (*)"])


def ask_file(window: QWidget, folder: str) -> str:
    """The file that the clerk chooses, beginning in `folder`; "" for none."""
    chosen, _ = QFileDialog.getOpenFileName(window, "打开文稿", folder, name_filters())
    return chosen


def dropped_files(data: QMimeData) -> list[str]:
    """The local files, not folders, that `data` carries."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path and not Path(path).is_dir()]
