"""The reviewed text on paper, as a PDF, and in the preview."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from ui_saving_material import answer_names

from reviewer.anchoring import anchor
from reviewer.model.decision import AcceptFinding, DropParagraph
from reviewer.model.span import Span
from reviewer.readers import read
from reviewer.ui import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preview_dialog import preview_dialog
from reviewer.ui.printed_review import PrintedReview, PrintOptions
from reviewer.ui.printing import Printing

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


@pytest.fixture
def printing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Printing:
    """The room for printing, with every name taken as proposed."""
    answer_names(monkeypatch, window)
    return window.workbench.taking_home.printing


@pytest.fixture
def sheets(qtbot: QtBot, window: MainWindow) -> PrintedReview:
    """The sheets of the speech with one correction accepted and one paragraph struck."""
    session = window.session
    report = session.report
    assert report is not None
    double = next(finding for finding in report.findings if finding.text == "，，")
    session.decide(AcceptFinding(anchor(session.index, double.span), double.rule, "，"))
    session.decide(DropParagraph(anchor(session.index, Span(6, 0, len(report.document.texts[6])))))
    corrected = session.corrected
    assert corrected is not None
    made = PrintedReview(corrected, session.looks, "讲话.txt", PrintOptions(hints=True), window)
    with qtbot.waitSignal(made.ready):
        made.start()
    return made


def words(sheets: PrintedReview) -> list[str]:
    """The paragraphs on the sheets, what is below the first line of one behind a stroke."""
    cursor, found = sheets.qt.begin(), []
    while cursor.isValid():
        found.append(cursor.text().replace("\u2028", "|"))
        cursor = cursor.next()
    return found


def close(qtbot: QtBot, dialog: QPrintPreviewDialog) -> None:
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    qtbot.waitUntil(lambda: bool(gone))


def test_each_mark_has_a_number_that_leads_to_its_note(sheets: PrintedReview) -> None:
    lines = words(sheets)
    assert lines[3] == "今天开会，先说𠮷祥😀的话，再讲**[1]个问题。"
    assert lines[6] == "二是时间紧。更多范文请访问某某网[2]"
    assert lines[8] == "水务科要于9月底前报送清单，，[3]务必要实。"
    notes = lines[lines.index("审阅意见") : lines.index("任务")]
    assert any(line.startswith("[1]\t必改·占位　第4段“**”") and "建议改为“三”。" in line for line in notes)
    assert any(line.startswith("[3]\t") and "（已采纳：改为“，”）" in line for line in notes)
    assert any(line.startswith("[2]\t整段删去") for line in notes)


def test_duties_follow_with_unit_and_day(sheets: PrintedReview) -> None:
    lines = words(sheets)
    duties = lines[lines.index("任务") + 1 :]
    assert len(duties) == 2
    assert duties[0].startswith("1.\t各街道要在6月30日前完成排查")
    assert "2024-06-30" in duties[0]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_notes_begin_on_a_sheet_of_their_own_black_on_white(
    sheets: PrintedReview, choice: str, qapp: QApplication
) -> None:
    before = QPalette(qapp.palette())
    qapp.setPalette(theme.palette(theme.load(choice)))
    try:
        _check_sheets(sheets)
    finally:
        qapp.setPalette(before)


def _check_sheets(sheets: PrintedReview) -> None:
    assert sheets.pages == 2
    picture = QImage(595, 842, QImage.Format.Format_RGB32)
    for page in range(sheets.pages):
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        sheets.paint(painter, page)
        painter.end()
        dark = [y for y in range(842) if any(picture.pixel(x, y) & 0xFF < 90 for x in range(60, 540, 2))]
        assert len([y for y in dark if 80 < y < 780]) > 20
        assert max(dark) < 842 - 30


def test_a_pdf_is_written_that_reads_back(qtbot: QtBot, window: MainWindow, printing: Printing, speech: str) -> None:
    window.workbench.actions["pdf"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "PDF" in messages.text)
    assert messages.text == "PDF 已导出：讲话（审阅稿）.pdf"
    said = "".join(read(Path(speech).with_name("讲话（审阅稿）.pdf")).texts)
    assert "审阅意见" in said
    assert "这里还没有填上内容。" in said


def test_a_pdf_that_cannot_be_written_offers_another_name(
    qtbot: QtBot, window: MainWindow, printing: Printing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_names(monkeypatch, window, str(tmp_path / "没有" / "稿.pdf"), str(tmp_path / "稿.pdf"))
    window.workbench.actions["pdf"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "文件夹不存在" in messages.text)
    messages.buttons[0].click()
    qtbot.waitUntil(lambda: "已导出" in messages.text)
    assert (tmp_path / "稿.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_printer_a_pdf_is_offered(
    window: MainWindow, printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    window.workbench.actions["print"].trigger()
    messages = window.workbench.messages
    assert "没有找到打印机" in messages.text
    assert [button.text() for button in messages.buttons] == ["导出 PDF…"]


def test_printing_goes_to_the_printer_that_was_chosen(
    qtbot: QtBot, window: MainWindow, printing: Printing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "打印.pdf"))
        return True

    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "chosen", choose)
    window.workbench.actions["print"].trigger()
    messages = window.workbench.messages
    qtbot.waitUntil(lambda: messages.isVisible() and "打印机" in messages.text)
    assert messages.text == "已送到打印机，共 2 页。"
    assert (tmp_path / "打印.pdf").stat().st_size > 1000


def test_the_preview_has_names_for_its_controls(qtbot: QtBot, window: MainWindow, sheets: PrintedReview) -> None:
    dialog = preview_dialog(sheets, window)
    assert isinstance(dialog, QPrintPreviewDialog)
    for kind in (QAbstractButton, QComboBox):
        controls = dialog.findChildren(kind)
        assert controls
        assert [one for one in controls if not one.accessibleName()] == []
    assert any(field.accessibleName() == "页码" for field in dialog.findChildren(QLineEdit))
    painted: list[QPrinter] = []
    dialog.paintRequested.connect(painted.append)
    dialog.open()
    qtbot.waitUntil(lambda: bool(painted))
    close(qtbot, dialog)


def test_the_preview_opens_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.actions["preview"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QPrintPreviewDialog) is not None)
    dialog = window.findChild(QPrintPreviewDialog)
    assert dialog.windowTitle() == "打印预览"
    close(qtbot, dialog)
