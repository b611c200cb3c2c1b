"""OFD files (GB/T 33190—2016), by ofdkit."""

from typing import Any

from reviewer.errors import DamagedError, UnsupportedError
from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.foreign.placed import placed_document
from reviewer.readers.pages.lines import Page, Piece, is_wide

_POINTS = 72 / 25.4
_MARGIN = 2.0
_SMALLEST = 0.1


def read_ofd(data: bytes, path: str) -> Document:
    """The text of an OFD file: lines joined into paragraphs, page numbers and running heads left out.

    Raises DamagedError, or UnsupportedError where there is no text but pictures.
    """
    import ofdkit

    try:
        with ofdkit.open(data) as file:
            pages = [_page(page) for page in file.pages]
    except (ofdkit.OFDError, ValueError):  # a broken zip directory shows as the latter
        raise DamagedError(
            "这个 OFD 文件已损坏，打不开。", "请用 OFD 阅读软件打开检查，或请发件人重新发一份。"
        ) from None
    if pages and not any(page.pieces for page in pages):
        raise UnsupportedError(
            "这个 OFD 文件里只有图片，没有能读的文字。",
            "请找到原来的 Word 或 WPS 文稿，或先做文字识别，存为 .docx 后再试。",
        )
    return placed_document(pages, (), path, "ofd", _POINTS)


def _page(page: Any) -> Page:
    """A page in millimetres, its text within the paper's edges."""
    left, top, width, height = page.box
    pieces = []
    for run in page.runs:
        text = run.text.rstrip()
        if not text:
            continue
        size = max(run.size, _SMALLEST)
        # white space before the text is an indent; ofdkit measures it with the rest
        indent = sum(size if is_wide(c) else size / 2 for c in text[: len(text) - len(text.lstrip())])
        piece = Piece(text.lstrip(), run.x + indent - left, run.x + run.width - left, height + top - run.y, size)
        if -_MARGIN < piece.left < width + _MARGIN and -_MARGIN < piece.base < height + _MARGIN:
            pieces.append(piece)
        limits.check_amount(0, len(pieces))
    return Page(width, height, pieces)
