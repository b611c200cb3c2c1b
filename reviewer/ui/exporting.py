"""From the open review to a checklist in Excel: where to, written in the background, and told."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background, Outcome

Writer = Callable[[Report, str, bool], None]
_SUFFIX = ".xlsx"


def _all_columns() -> frozenset[str]:
    return frozenset()


def writer_for(office: Callable[[], Office], left_out: Callable[[], frozenset[str]] = _all_columns) -> Writer:
    """Writes checklists that name the units of `office` in full, but for columns left out; both asked for then."""

    def write(report: Report, target: str, include_general: bool) -> None:
        from reviewer.exports.checklist import write_checklist

        write_checklist(report, target, include_general=include_general, office=office(), left_out=left_out())

    return write


def default_target(path: str) -> str:
    """The checklist's name beside the file that it is made from."""
    source = Path(path)
    return str(source.with_name(f"{source.stem}（责任清单）{_SUFFIX}"))


def open_folder(path: str) -> None:
    """Show the folder of `path` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(os.path.realpath(path)).parent)))


def open_file(path: str) -> None:
    """Open `path` in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.realpath(path)))


class ChecklistExport(QObject):
    """Asks for a name, writes, and says in the message bar what came of it."""

    def __init__(
        self, session: DocumentSession, messages: MessageBar, window: QWidget, writer: Writer | None = None
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._window = window
        self._writer = writer or writer_for(lambda: NO_OFFICE)
        self._background = Background(self)
        self._background.finished.connect(self._on_written)

    def start(self, proposed: str = "") -> None:
        """Ask where to and write; nothing happens where there is no report or no name is given."""
        if self._session.report is None:
            return
        target = self.ask_target(proposed or default_target(self._session.current.beside))
        if target:
            self.write_to(target)

    def ask_target(self, proposed: str) -> str:
        """The name that the clerk chooses, "" for none."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, "导出责任清单", proposed, f"Excel 工作簿 (*{_SUFFIX})")
        return chosen if not chosen or chosen.lower().endswith(_SUFFIX) else chosen + _SUFFIX

    def write_to(self, target: str) -> None:
        """Write the checklist to `target` in the background, with general duties where they are shown."""
        report = self._session.report
        if report is not None:
            work = partial(self._write, report, target, self._session.show_general_duties)
            self._session.notice.emit("正在导出…")
            self._background.start(target, 0, work)

    def _write(self, report: Report, target: str, include_general: bool) -> int:
        """Write, and return how many duties the clerk left out."""
        from reviewer.exports.checklist_rows import left_out

        self._writer(report, target, include_general)
        return left_out(report, include_general)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all writing has ended within the time."""
        return self._background.wait(milliseconds)

    def _on_written(self, outcome: Outcome) -> None:
        target = outcome.task
        if outcome.error is not None:
            from reviewer.atomic import free_name

            again = partial(self.start, str(free_name(target)))
            self._messages.show_message(Tone.FAILURE, outcome.error.sentence, ("换个名字保存…", again))
            return
        omitted = f"（没有打勾的 {outcome.value} 条没有列入）" if outcome.value else ""
        words = f"责任清单已导出：{Path(target).name}{omitted}"
        self._messages.show_message(Tone.DONE, words, ("打开文件夹", partial(open_folder, target)))
