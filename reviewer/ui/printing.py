"""From the open review to paper: print, preview, PDF."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QTimer
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from reviewer.exports.targets import PDF, PRINTED, default_target, write_copy
from reviewer.model.office import Office
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.saving import Saving, Wanted
from reviewer.ui.session import DocumentSession

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reviewer.ui.printed_review import PrintedReview

_RESOLUTION = 600  # dots an inch, of the lines in a PDF; letters are not made of dots
_NO_PRINTER = "这台电脑上没有找到打印机。请先装好打印机，或者导出 PDF。"
_NOT_PRINTED = "没有打印成功。请检查打印机是否开着、有没有纸，再试一次。"


class Printing(QObject):
    """Makes sheets between two frames, and has them printed, shown or written."""

    def __init__(
        self,
        session: DocumentSession,
        messages: MessageBar,
        saving: Saving,
        window: QWidget,
        office: Callable[[], Office],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._saving = saving
        self._window = window
        self._office = office

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
        if self._session.corrected is None:
            return
        proposed = str(default_target(self._session.current.beside, PRINTED, PDF))
        wanted = Wanted("PDF", proposed, "PDF 文件", (PDF,), opens=True)
        if target := self._saving.begin(wanted):
            self._make(partial(self._write_pdf, wanted, target, self._session.path or ""))

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

    def _write_pdf(self, wanted: Wanted, target: str, original: str, sheets: PrintedReview) -> None:
        buffer = QBuffer(self)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setCreator("公文审阅")
        writer.setTitle(sheets.title)
        writer.setResolution(_RESOLUTION)
        page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        writer.setPageLayout(page)

        def done(_painted_all: bool) -> None:
            data = bytes(buffer.data().data())
            buffer.deleteLater()
            sheets.deleteLater()
            self._saving.write(wanted, target, lambda place: write_copy(place, data, original))

        _Turns(_painted(sheets, writer, 0, sheets.pages), done, self)


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
