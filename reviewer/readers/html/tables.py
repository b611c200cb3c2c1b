"""Which HTML tables hold data and which only lay out a page, and where their cells stand."""

from dataclasses import dataclass, field

from reviewer.model.document import Place
from reviewer.readers.docx.styles import whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.gather import Where

CELLS = frozenset({"td", "th"})
_LONGEST_CELL = 2000
_MOST = 1000


def is_layout(table: Element) -> bool:
    """Whether a table is there for its looks: it has one cell, holds other tables, or whole pages in a cell."""
    if table.find(".//table") is not None:
        return True
    cells = [cell for tag in CELLS for cell in table.iter(tag)]
    return len(cells) < 2 or any(sum(map(len, cell.itertext())) > _LONGEST_CELL for cell in cells)


@dataclass(slots=True)
class Table:
    """A data table that is being read; `taken` are the rows that cells from above still reach into, by column."""

    number: int
    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = 0

    def next_cell(self, cell: Element) -> Where:
        """Where the text of the next cell stands."""
        self.row = max(self.row, 0)
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        here = self.column
        width = min(max(whole(cell.get("colspan")) or 1, 1), _MOST)
        height = min(max(whole(cell.get("rowspan")) or 1, 1), _MOST)
        if height > 1:
            self.taken |= dict.fromkeys(range(here, here + width), self.row + height)
        self.column = min(here + width, _MOST)
        return Where(Place.TABLE, self.number, self.row, here)
