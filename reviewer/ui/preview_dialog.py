"""Qt's preview of what will be printed, with names for who cannot see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolBar, QToolButton, QWidget

from reviewer.ui.printed_review import PrintedReview

_SIZE = (980, 760)


def set_up(printer: QPrinter, title: str) -> None:
    """Have `printer` take whole sheets of A4, which have margins of their own, and call the job `title`."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setCreator("公文审阅")
    printer.setDocName(title)


def preview_dialog(sheets: PrintedReview, parent: QWidget | None = None) -> QPrintPreviewDialog:
    """The dialog, which owns `sheets` and goes with them when it is closed."""
    dialog = QPrintPreviewDialog(parent)
    set_up(dialog.printer(), sheets.title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("打印预览")
    dialog.setAccessibleName("打印预览")
    sheets.setParent(dialog)

    def paint(on: QPrinter) -> None:
        painter = QPainter(on)
        for page in range(sheets.pages):
            if page:
                on.newPage()
            sheets.paint(painter, page)
        painter.end()

    dialog.paintRequested.connect(paint)
    for zoom in dialog.findChildren(QComboBox):
        zoom.setAccessibleName("显示比例")
    for field in dialog.findChildren(QLineEdit):
        if not isinstance(field.parentWidget(), QComboBox):
            field.setAccessibleName("页码")
    for bar in dialog.findChildren(QToolBar):
        bar.setAccessibleName("打印预览工具栏")
    for button in dialog.findChildren(QToolButton):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(button.text() or button.toolTip() or "更多")
    dialog.resize(*_SIZE)
    return dialog
