"""Which lexicons and holiday notices are in force, and a place to drop a package with newer ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer import updates
from reviewer.ui.dialog_parts import prose
from reviewer.ui.opening import dropped_files
from reviewer.ui.theme import GAP
from reviewer.ui.worker import Background, Outcome

_INSTALLED, _BACK = "installed", "back"


class UpdatesPage(QWidget):
    """Takes over packages into `folder` and goes back to the one before; None takes nothing over."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_finished)
        self.state = prose()
        about = prose(
            "更新包是一个 .zip 文件，里面是新的词库、放假安排，或停用有误的规则，没有程序。"
            "把它拖到这里，或点下面的按钮。不完整或用不了的更新包不会采用，原来的照旧。"
        )
        self.take = QPushButton("装入更新包…")
        self.back = QPushButton("退回上一版")
        for button in (self.take, self.back):
            button.setAutoDefault(False)
        self.take.clicked.connect(self._choose)
        self.back.clicked.connect(self._go_back)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.take)
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.state)
        column.addWidget(about)
        column.addLayout(row)
        column.addStretch(1)
        self.setAcceptDrops(folder is not None)
        self._show(busy=False)

    def ask_file(self) -> str:
        """The package that the clerk chooses, "" for none."""
        return QFileDialog.getOpenFileName(self, "装入更新包", "", "更新包 (*.zip);;所有文件 (*)")[0]

    def take_package(self, path: str) -> None:
        """Take over the package at `path`; `said` or `failed` tells what came of it."""
        if self._folder is not None:
            from reviewer.updates import package

            self._show(busy=True)
            self.said.emit("正在检查和试用更新包…")
            self._background.start(_INSTALLED, 0, partial(package.install, self._folder, Path(path)))

    def wait(self, milliseconds: int = 180_000) -> bool:
        """Whether everything is taken over within the time."""
        return self._background.wait(milliseconds)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take zip files, nothing else."""
        if _packages(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take over what was dropped."""
        packages = _packages(event)
        if packages and self.take.isEnabled():
            event.acceptProposedAction()
            self.take_package(packages[0])

    def _choose(self) -> None:
        path = self.ask_file()
        if path:
            self.take_package(path)

    def _go_back(self) -> None:
        if self._folder is not None:
            from reviewer.updates import package

            self._show(busy=True)
            self._background.start(_BACK, 0, partial(package.go_back, self._folder))

    def _on_finished(self, outcome: Outcome) -> None:
        self._show(busy=False)
        if outcome.error is not None:
            self.failed.emit(outcome.error)
        elif outcome.task == _INSTALLED:
            self.said.emit(f"已装入 {outcome.value.number} 的更新，下次打开程序时生效。")
        else:
            self.said.emit("已退回，下次打开程序时生效。")

    def _show(self, *, busy: bool) -> None:
        installed = updates.installed(self._folder) if self._folder is not None else []
        self.state.setText(updates.describe(installed[0] if installed else None))
        self.take.setEnabled(self._folder is not None and not busy)
        self.back.setEnabled(bool(installed) and not busy)


def _packages(event: QDropEvent) -> list[str]:
    return [path for path in dropped_files(event.mimeData()) if path.lower().endswith(".zip")]
