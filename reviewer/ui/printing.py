"""From the open review to paper: print, preview, PDF."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QTimer
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.model.office import Office
from reviewer.ui import exporting
from reviewer.ui.actions import Actions
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reviewer.ui.printed_review import PrintedReview

_RESOLUTION = 600  # dots an inch, of the lines in a PDF; letters are not made of dots
_NO_PRINTER = "这台电脑上没有找到打印机。请先装好打印机，或者导出 PDF。"
_NOT_PRINTED = "没有打印成功。请检查打印机是否开着、有没有纸，再试一次。"


class Printing(QObject):
    """Connects the commands; sheets are made between two frames, files written in the background."""

    def __init__(
        self,
        actions: Actions,
        session: DocumentSession,
        messages: MessageBar,
        window: QWidget,
        office: Callable[[], Office],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._window = window
        self._office = office
        self._files: dict[str, tuple[bytes, str]] = {}
        self._background = Background(self)
        self._background.finished.connect(self._on_written)
        actions.connect(print=self.print_review, preview=self.preview, pdf=self.save_pdf)

    def print_review(self) -> None:
        """Ask for the printer and print."""
        if self._session.corrected is None:
            return
        if not self.has_printer():
            self._messages.show_message(Tone.FAILURE, _NO_PRINTER, ("导出 PDF…", self.save_pdf))
            return
        from PySide6.QtPrintSupport import QPrinter

        from reviewer.ui.preview_dialog import set_up

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, self._session.current.name)
        if self.chosen(printer):
            self._make(partial(self._print_on, printer))

    def preview(self) -> None:
        """Show the sheets as they would be printed."""
        self._make(self._show_preview)

    def save_pdf(self) -> None:
        """Ask where to and write the sheets as a PDF file."""
        from reviewer.exports.targets import PDF, PRINTED, default_target

        if self._session.corrected is None:
            return
        target = self.ask_target(str(default_target(self._session.current.beside, PRINTED, PDF)))
        if target:
            self._session.notice.emit("正在导出…")
            self._make(partial(self._write_pdf, target, self._session.path or ""))

    def has_printer(self) -> bool:
        """Whether the system knows a printer."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def chosen(self, printer: QPrinter) -> bool:
        """Whether the clerk chose a printer and goes on."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle("打印")
        return bool(dialog.exec())

    def ask_target(self, proposed: str) -> str:
        """The name that the clerk chooses, "" for none."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, "导出 PDF", proposed, "PDF 文件 (*.pdf)")
        return chosen if not chosen or chosen.lower().endswith(".pdf") else f"{chosen}.pdf"

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all writing has ended within the time; what is only being laid out is given up."""
        return self._background.wait(milliseconds)

    def _make(self, then: Callable[[PrintedReview], None]) -> None:
        """Lay out the sheets of the document shown, and go on with them."""
        from reviewer.ui.printed_review import PrintedReview, PrintOptions

        session, corrected = self._session, self._session.corrected
        if corrected is None:
            return
        options = PrintOptions(session.show_info, session.show_general_duties, self._office())
        sheets = PrintedReview(corrected, session.looks, session.current.name, options, self)
        sheets.ready.connect(lambda: then(sheets))
        sheets.start()

    def _print_on(self, printer: QPrinter, sheets: PrintedReview) -> None:
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or sheets.pages, sheets.pages)

        def done(sent: bool) -> None:
            sheets.deleteLater()
            if sent:
                self._messages.show_message(Tone.DONE, f"已送到打印机，共 {max(0, last - first)} 页。")
            else:
                self._messages.show_message(Tone.FAILURE, _NOT_PRINTED)

        _Turns(_painted(sheets, printer, first, last), done, self)

    def _show_preview(self, sheets: PrintedReview) -> None:
        from reviewer.ui.preview_dialog import preview_dialog

        dialog = preview_dialog(sheets, self._window)
        dialog.open()

    def _write_pdf(self, target: str, original: str, sheets: PrintedReview) -> None:
        buffer = QBuffer(self)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setCreator("公文审阅")
        writer.setTitle(sheets.title)
        writer.setResolution(_RESOLUTION)
        page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        writer.setPageLayout(page)

        def done(_painted_all: bool) -> None:
            self._files[target] = bytes(buffer.data().data()), original
            buffer.deleteLater()
            sheets.deleteLater()
            self._save(target)

        _Turns(_painted(sheets, writer, 0, sheets.pages), done, self)

    def _save(self, target: str) -> None:
        from reviewer.exports.targets import write_copy

        data, original = self._files[target]
        self._background.start(target, 0, partial(write_copy, target, data, original))

    def _save_elsewhere(self, target: str, proposed: str) -> None:
        """Ask for another name for what could not be written to `target`."""
        other = self.ask_target(proposed)
        if other and target in self._files:
            self._files[other] = self._files.pop(target)
            self._save(other)

    def _on_written(self, outcome: Outcome) -> None:
        target = outcome.task
        if outcome.error is not None:
            from reviewer.atomic import free_name

            again = partial(self._save_elsewhere, target, str(free_name(target)))
            self._messages.show_message(Tone.FAILURE, outcome.error.sentence, ("换个名字保存…", again))
            return
        del self._files[target]
        deeds = (
            ("打开看看", partial(exporting.open_file, target)),
            ("打开文件夹", partial(exporting.open_folder, target)),
        )
        self._messages.show_message(Tone.DONE, f"PDF 已导出：{Path(target).name}", *deeds)


def _painted(sheets: PrintedReview, device: QPagedPaintDevice, first: int, last: int) -> Generator[None, None, bool]:
    """Paint the sheets from `first` up to `last`, one a step, and return whether the device took them."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    for page in range(first, last):
        if page > first:
            device.newPage()
        sheets.paint(painter, page)
        yield
    return painter.end()


class _Turns(QObject):
    """Takes one step whenever the window has nothing else to do, then hands what they came to to `done` and goes."""

    def __init__(self, steps: Generator[None, None, bool], done: Callable[[bool], None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps, self._done = steps, done
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration as end:
            self._timer.stop()
            self._done(end.value)
            self.deleteLater()
