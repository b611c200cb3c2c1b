"""One table on one sheet: title, source line, header, rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reviewer.exports.checklist_styles import HEADER, SOURCE, TITLE, Column, line_height, row_height, set_page

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None

HEADER_ROW = 3
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIKE_A_FORMULA = tuple("=+-@\t＝＋－＠")


@dataclass(frozen=True, slots=True)
class Table:
    """What stands on a sheet; every row has a value for each of `columns`."""

    title: str
    source: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]

    @property
    def last_row(self) -> int:
        """The sheet's last row in use, counted from 1."""
        return HEADER_ROW + len(self.rows)

    def letter(self, header: str) -> str:
        """The letter of the column with this header."""
        from openpyxl.utils import get_column_letter

        return get_column_letter([column.header for column in self.columns].index(header) + 1)

    def cells(self, header: str) -> str:
        """The range of the column's values, such as `G4:G20`."""
        letter = self.letter(header)
        return f"{letter}{HEADER_ROW + 1}:{letter}{self.last_row}"


def write_table(sheet: "Worksheet", table: Table) -> None:
    """Write `table` onto the empty `sheet`, ready to print and to filter; text is never taken for a formula."""
    from openpyxl.utils import get_column_letter

    last_letter = get_column_letter(len(table.columns))
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    whole_width = sum(column.width for column in table.columns)
    for row, text, style in ((1, table.title, TITLE), (2, table.source, SOURCE)):
        _put(sheet, row, 1, text, style)
        sheet.merge_cells(f"A{row}:{last_letter}{row}")
        sheet.row_dimensions[row].height = line_height(text, whole_width, style)
    for number, column in enumerate(table.columns, 1):
        _put(sheet, HEADER_ROW, number, column.header, HEADER)
    sheet.row_dimensions[HEADER_ROW].height = row_height(table.columns, [c.header for c in table.columns]) + 6
    for row, values in enumerate(table.rows, HEADER_ROW + 1):
        for number, (column, value) in enumerate(zip(table.columns, values, strict=True), 1):
            _put(sheet, row, number, value, column.style)
        sheet.row_dimensions[row].height = row_height(table.columns, [_shown(value) for value in values])
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last_letter}{table.last_row}"
    set_page(sheet, HEADER_ROW, table.last_row, last_letter)


def _put(sheet: "Worksheet", row: int, column: int, value: Value, style: str) -> None:
    cell = sheet.cell(row, column)
    cell.style = style
    if not isinstance(value, str):
        cell.value = value
        return
    text = _UNPRINTABLE.sub("", value)
    cell.value = text or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_LIKE_A_FORMULA)


def _shown(value: Value) -> str:
    return "" if value is None else str(value)
