"""How the checklist looks: the hand of an official table on A4 across."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.exports.text_width import line_count

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLE = "清单标题"
SOURCE = "清单来源"
HEADER = "清单表头"
TEXT = "清单正文"
CENTRED = "清单居中"
DATE = "清单日期"

_GB2312 = 134  # the font's character set, by which Excel picks a Chinese substitute where the font is missing
_ROMAN, _MODERN, _SCRIPT = 1, 3, 4
_TITLE_POINTS = 20
_BODY_POINTS = 10.5
_LINE_POINTS = 14.5
_PADDING_POINTS = 4.0
_TALLEST = 409.0  # points; Excel allows no more
_PIXELS_PER_DIGIT = 7  # of Calibri 11, in which column widths are counted
_CELL_MARGIN_PIXELS = 6
_PIXELS_PER_POINT = 96 / 72
_MILLIMETRE = 1 / 25.4  # inches


@dataclass(frozen=True, slots=True)
class Column:
    """A column's header, its width in digits of the default font, and the style of its cells."""

    header: str
    width: float
    style: str = TEXT

    @property
    def room(self) -> float:
        """How many Chinese characters of the body font one line holds."""
        return _room(self.width, _BODY_POINTS)


def _room(width: float, points: float) -> float:
    """How many Chinese characters of `points` fit into `width` digits."""
    return (width * _PIXELS_PER_DIGIT - _CELL_MARGIN_PIXELS) / (points * _PIXELS_PER_POINT)


def line_height(text: str, width: float, style: str) -> float:
    """Points that `text` needs across columns of `width` digits together, in the style of the title or source line."""
    points = _TITLE_POINTS if style == TITLE else _BODY_POINTS
    return line_count(text, _room(width, points)) * points * 1.6 + _PADDING_POINTS


def row_height(columns: tuple[Column, ...], texts: list[str]) -> float:
    """Points that a row needs to show all of `texts` wrapped; Excel does not find out by itself.

    Text that no row can hold, some 600 characters in the widest column, is cut off at Excel's limit.
    """
    lines = max(line_count(text, column.room) for column, text in zip(columns, texts, strict=True))
    return min(lines * _LINE_POINTS + _PADDING_POINTS, _TALLEST)


def add_styles(book: "Workbook") -> None:
    """Give the workbook the named styles of this module; cells that share one are written twice as fast."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    side = Side(style="thin", color="FF7F7F7F")
    box = Border(left=side, right=side, top=side, bottom=side)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    body = Font(name="仿宋", size=_BODY_POINTS, charset=_GB2312, family=_MODERN)
    styles = [
        NamedStyle(
            TITLE, Font(name="方正小标宋简体", size=_TITLE_POINTS, charset=_GB2312, family=_SCRIPT), alignment=middle
        ),
        NamedStyle(
            SOURCE,
            Font(name="楷体", size=_BODY_POINTS, charset=_GB2312, family=_MODERN),
            alignment=Alignment(vertical="center", wrap_text=True),
        ),
        NamedStyle(
            HEADER,
            Font(name="黑体", size=_BODY_POINTS, charset=_GB2312, family=_MODERN),
            PatternFill("solid", fgColor="FFE7E6E6"),
            box,
            middle,
        ),
        NamedStyle(TEXT, body, border=box, alignment=Alignment(vertical="center", wrap_text=True)),
        NamedStyle(CENTRED, body, border=box, alignment=middle),
        NamedStyle(DATE, body, border=box, alignment=middle, number_format="yyyy-mm-dd"),
    ]
    for style in styles:
        book.add_named_style(style)


def set_page(sheet: "Worksheet", header_row: int, last_row: int, last_column: str) -> None:
    """A4 across, as wide as the page, header repeated on each, page numbers at the foot."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 15 * _MILLIMETRE
    sheet.page_margins.top = 18 * _MILLIMETRE
    sheet.page_margins.bottom = 18 * _MILLIMETRE
    sheet.page_margins.header = sheet.page_margins.footer = 8 * _MILLIMETRE
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "第&P页 共&N页"
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.print_area = f"A1:{last_column}{last_row}"
