"""PDF files with text, by PDFium."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reviewer.errors import DamagedError, EncryptedError, UnsupportedError
from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.foreign.placed import placed_document
from reviewer.readers.pages.lines import Page, Piece, is_wide

_HYPHEN = 2
_PASSWORD = 4
_QUARTER = math.pi / 2
_CROOKED = 0.1
_LINE_HEIGHT = 1.1


def read_pdf(data: bytes, path: str) -> Document:
    """The text of a PDF: lines joined into paragraphs, page numbers and running heads left out.

    Raises EncryptedError, DamagedError, or UnsupportedError where there is no text but pictures.
    """
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise EncryptedError(
                "这个 PDF 设有打开密码，读不了。", "请用 PDF 软件输入密码打开，另存一份没有密码的再试。"
            ) from None
        raise DamagedError("这个 PDF 已损坏，打不开。", "请用 PDF 软件打开修复后另存，或请发件人重新发一份。") from None
    pages: list[Page] = []
    pictures: list[int] = []
    characters = 0
    with file:
        for number in range(len(file)):
            try:
                page, is_picture = _page(file[number])
            except pypdfium2.PdfiumError:
                page, is_picture = Page(0.0, 0.0, []), True
            pages.append(page)
            characters += len(page.pieces)
            limits.check_amount(len(pages), characters)
            if is_picture:
                pictures.append(number)
    if pictures and not characters:
        raise UnsupportedError(
            "这个 PDF 是扫描件，每一页都是图片，没有能读的文字。",
            "请找到原来的 Word 或 WPS 文稿，或先做文字识别，存为 .docx 后再试。",
        )
    return placed_document(pages, pictures, path, "pdf")


def _page(sheet: Any) -> tuple[Page, bool]:
    """A page, and whether it holds a picture but no text."""
    import pypdfium2.raw as pdfium

    width, height = sheet.get_size()
    if sheet.get_rotation() % 180:
        width, height = height, width
    text = sheet.get_textpage()
    found = list(_characters(text, width, height))
    text.close()
    is_picture = not found and next(sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]), None) is not None
    sheet.close()
    turn = Counter(turn for _, turn in found).most_common(1)[0][0] if found else 0
    pieces = [piece for piece, own in found if own == turn]
    return (Page(height, width, pieces) if turn % 2 else Page(width, height, pieces)), is_picture


def _characters(text: Any, width: float, height: float) -> Iterator[tuple[Piece, int]]:
    """The characters of a page as they stand, each with its direction in quarter turns; slanting ones are left out.

    A slanting watermark would stand in the middle of words. Spaces that PDFium guesses are left out too.
    """
    import pypdfium2.raw as pdfium

    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
        elif code == _HYPHEN:
            code = ord("-")
        elif code < 0x20 or code in (0xFFFE, 0xFFFF):
            continue
        angle = -pdfium.FPDFText_GetCharAngle(text, index) / _QUARTER  # PDFium turns clockwise
        turn = round(angle)
        if abs(angle - turn) > _CROOKED:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        yield _piece(chr(code), turn % 4, x.value, y.value, box, width, height), turn % 4


def _piece(character: str, turn: int, x: float, y: float, box: Any, width: float, height: float) -> Piece:
    """A character as it stands once the page is turned so that its text runs from left to right."""
    if turn == 0:
        left, right, base = box.left, box.right, y
    elif turn == 1:
        left, right, base = box.bottom, box.top, width - x
    elif turn == 2:
        left, right, base = width - box.right, width - box.left, height - y
    else:
        left, right, base = height - box.top, height - box.bottom, x
    thickness = (box.right - box.left) if turn % 2 else (box.top - box.bottom)
    return Piece(
        character, left, right, base, max(right - left if is_wide(character) else thickness / _LINE_HEIGHT, 0.1)
    )
