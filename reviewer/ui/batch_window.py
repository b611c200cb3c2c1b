"""Many documents at once: a table of what each comes to, one click into each, one workbook of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reviewer.exports.digest import Digest
from reviewer.exports.targets import BOOK
from reviewer.ui import opening
from reviewer.ui.batch_model import HEADERS, RUNNING, BatchModel, BatchOrder
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.pane_parts import ListOrWords
from reviewer.ui.saving import Saving, Wanted
from reviewer.ui.theme import GAP
from reviewer.ui.worker import Background, Outcome

DigestFile = Callable[[str], Digest]
_SIZE = (1080, 680)
_EMPTY = "把文件或文件夹拖到这里，或者点“添加文件夹”。\n程序逐份审阅，每份一行；双击一行就打开那份文稿。"
_FIND, _REVIEW = "find", "review"


class BatchWindow(QWidget):
    """Reviews one file after the other in the background. `file_asked` brings the path of one to be opened."""

    file_asked = Signal(str)

    def __init__(self, digest_file: DigestFile, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._digest_file = digest_file
        self._round = 0
        self._searches = 0
        self._waiting: list[int] = []
        self._running: int | None = None
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_finished)
        self.setWindowTitle("批量审阅")
        self.setAccessibleName("批量审阅")
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self.model = BatchModel()
        self.order = BatchOrder(self.model)
        self.table = QTableView()
        self.messages = MessageBar()
        self.saving = Saving(self.messages, self)
        self.words = QLabel()
        self.progress = QProgressBar()
        self.add_files_button = _button("添加文件…", self.browse_files)
        self.add_folder_button = _button("添加文件夹…", self.browse_folder)
        self.clear_button = _button("清空", self.clear)
        self.cancel = _button("取消", self.leave_off)
        self.export = _button("导出汇总…", self.export_overview)
        self._place = ListOrWords(self.table, "批量审阅")
        self._lay_out()
        QShortcut(QKeySequence("Esc"), self, self.close)
        self._show_state()

    @property
    def busy(self) -> bool:
        """Whether files are still to be found or reviewed."""
        return bool(self._searches or self._waiting or self._running is not None)

    def add(self, paths: Sequence[str]) -> None:
        """Review these files, and what is in these folders."""
        self._searches += 1
        self._background.start(_FIND, self._round, partial(_found, list(paths)))
        self._show_state()

    def leave_off(self) -> None:
        """Review no more; what was reviewed stays."""
        self._round += 1
        self._background.abandon()
        self._searches, self._waiting, self._running = 0, [], None
        self.model.drop_waiting()
        self._show_state()

    def clear(self) -> None:
        """Begin with an empty table."""
        self.leave_off()
        self.model.clear()
        self.messages.hide()
        self._show_state()

    def browse_files(self) -> None:
        """Ask for files and review them."""
        paths = opening.ask_files(self, "")
        if paths:
            self.add(paths)

    def browse_folder(self) -> None:
        """Ask for a folder and review what is in it."""
        folder = QFileDialog.getExistingDirectory(self, "选择文件夹")
        if folder:
            self.add([folder])

    def export_overview(self) -> None:
        """Ask where the workbook of what was reviewed goes and write it."""
        digests = [line.digest for line in self.model.lines if line.digest is not None]
        proposed = str(Path(digests[0].path).with_name(f"审阅汇总{BOOK}")) if digests else ""
        self.saving.save(Wanted("汇总", proposed, "Excel 工作簿", (BOOK,)), partial(_write, digests))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether nothing runs any more within the time."""
        return self._background.wait(milliseconds) and self.saving.wait(milliseconds)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, nothing else."""
        if opening.dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Review what was dropped."""
        paths = opening.dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.add(paths)

    def _lay_out(self) -> None:
        table = self.table
        table.setAccessibleName("批量审阅的文稿")
        table.setModel(self.order)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName("批量审阅的列")
        width = table.fontMetrics().horizontalAdvance("文")
        for number in range(len(HEADERS)):
            table.setColumnWidth(number, width * {len(HEADERS) - 1: 22, len(HEADERS) - 2: 8}.get(number, 6))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setWordWrap(False)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.activated.connect(self._open)
        self.progress.setAccessibleName("审阅的进度")
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(180, GAP)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        top, below = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (top, (self.add_files_button, self.add_folder_button, self.clear_button)),
            (below, (self.words, self.progress, self.cancel, self.export)),
        ):
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part, int(part is self.words))
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.messages)
        column.addWidget(self._place, 1)
        column.addLayout(below)

    def _go_on(self) -> None:
        if self._running is None and self._waiting:
            self._running = self._waiting.pop(0)
            self.model.set_state(self._running, RUNNING)
            work = partial(self._digest_file, self.model.lines[self._running].path)
            self._background.start(_REVIEW, self._round, work)

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.revision != self._round:
            return
        if outcome.task == _FIND:
            self._searches -= 1
            if outcome.error is None and not outcome.value and not self.busy:
                self.messages.show_message(Tone.NOTE, "没有找到能审阅的文稿。可以审阅 Word、WPS、PDF、OFD 和文本文件。")
            self._waiting += self.model.add(outcome.value or ())
        elif self._running is not None:
            row, self._running = self._running, None
            path = self.model.lines[row].path
            trouble = outcome.error.sentence if outcome.error is not None else ""
            self.model.set_digest(row, outcome.value or Digest(path, Path(path).name, trouble=trouble))
        self._go_on()
        self._show_state()

    def _show_state(self) -> None:
        lines = self.model.lines
        done = sum(line.digest is not None for line in lines)
        failed = done - sum(line.done for line in lines)
        self._place.show_words("" if lines else "正在查找文稿…" if self.busy else _EMPTY)
        told = [f"已审阅 {done} 份，共 {len(lines)} 份"] if lines else []
        self.words.setText("，".join([*told, *([f"其中 {failed} 份没有读出"] if failed else [])]))
        self.progress.setRange(0, max(1, len(lines)))
        self.progress.setValue(done)
        self.progress.setVisible(self.busy)
        self.cancel.setVisible(self.busy)
        self.export.setEnabled(bool(done) and not self.busy)
        self.clear_button.setEnabled(bool(lines))

    def _open(self, index: QModelIndex) -> None:
        self.file_asked.emit(self.model.lines[self.order.mapToSource(index).row()].path)


def _button(words: str, deed: Callable[[], None]) -> QPushButton:
    made = QPushButton(words)
    made.setAccessibleName(words.removesuffix("…"))
    made.clicked.connect(lambda _checked=False: deed())
    return made


def _found(paths: list[str]) -> list[str]:
    from reviewer.batch import documents_in

    return list(documents_in(paths))


def _write(digests: list[Digest], target: str) -> None:
    from reviewer.exports.overview import write_overview

    write_overview(digests, target)
