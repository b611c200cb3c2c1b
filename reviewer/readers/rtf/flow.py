"""Paragraphs, cells and rows as they come to an end in one stream of RTF text."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reviewer.model.document import ParagraphStyle, Place
from reviewer.readers.gather import Where, with_space

PAGE = "\f"
_BULLET = "• "


class Item(NamedTuple):
    """A finished paragraph; line feeds in `text` are manual line breaks."""

    text: str
    where: Where
    style: ParagraphStyle
    label: str
    inserted: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Table:
    """A table at one level: its number once it has a row, and what the current row holds so far."""

    number: int | None = None
    rows: int = 0
    cells: list[list[Item]] = field(default_factory=list)
    open: list[Item] = field(default_factory=list)


class Flow:
    """One stream of text: the body, a note, a text box, a header.

    `where` is what all its paragraphs have in common; `next_table` gives the numbers of tables; `label` is the
    number that the word processor puts before the open paragraph.
    """

    def __init__(self, where: Where, next_table: Callable[[], int]) -> None:
        self.where = where
        self.label = ""
        self._next_table = next_table
        self._items: list[Item] = []
        self._tables: list[_Table] = []
        self._clear()

    def _clear(self) -> None:
        self.label = ""
        self._pieces: list[str] = []
        self._length = 0
        self._inserted: list[tuple[int, int]] = []
        self._boxes: list[Item] = []
        self._bold: bool | None = None
        self._size: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the open paragraph."""
        return not self._pieces and not self.label and not self._boxes

    def put(self, text: str, bold: bool, size: float | None, inserted: bool) -> None:
        """Add characters to the open paragraph."""
        start, self._length = self._length, self._length + len(text)
        self._pieces.append(text)
        if not text.isspace():
            self._bold = bold and self._bold is not False
            self._size = size if self._size is None else self._size
        if inserted:
            if self._inserted and self._inserted[-1][1] == start:
                start = self._inserted.pop()[0]
            self._inserted.append((start, self._length))

    def put_boxes(self, items: list[Item]) -> None:
        """Add what a text box holds; it follows the open paragraph."""
        self._boxes += items

    def end_paragraph(self, level: int, style: ParagraphStyle) -> None:
        """Close the open paragraph, which stands `level` tables deep."""
        text = "".join(self._pieces)
        if PAGE in text:  # a page break divides a paragraph only where text stands on both sides
            lead = len(text) - len(text.lstrip(PAGE))
            text = text.strip(PAGE).replace(PAGE, "\n")
            self._inserted = [(max(a - lead, 0), b - lead) for a, b in self._inserted]
        own = replace(style, bold=self._bold is True, size=self._size)
        item = Item(text, self.where, own, _label(self.label, text), tuple(self._inserted))
        self._target(level).extend([item, *self._boxes])
        self._clear()

    def end_cell(self, level: int, style: ParagraphStyle) -> None:
        """Close the open paragraph and the cell that it stands in."""
        self.end_paragraph(level, style)
        table = self._tables[level - 1]
        table.cells.append(table.open)
        table.open = []

    def end_row(self, level: int, covered: list[bool]) -> None:
        """Close a row; `covered` says of its cells which are merged into one before or above them and not shown."""
        if level > len(self._tables):
            return
        for depth in range(len(self._tables), level, -1):
            self._end_table(depth)
        table = self._tables[level - 1]
        cells = [*table.cells, table.open] if table.open else table.cells
        if table.number is None:
            table.number = self._next_table()
        place = Place.TABLE if self.where.place is Place.BODY else self.where.place
        outside = self._items if level == 1 else self._tables[level - 2].open
        for column, cell in enumerate(cells):
            if column < len(covered) and covered[column]:
                continue
            where = replace(self.where, place=place, table=table.number, row=table.rows, column=column)
            outside += [item._replace(where=where) if item.where == self.where else item for item in cell]
        table.rows += 1
        table.cells, table.open = [], []

    def finish(self, level: int, style: ParagraphStyle) -> list[Item]:
        """Close whatever is open and give all paragraphs."""
        if not self.is_empty:
            self.end_paragraph(level, style)
        self._target(0)
        return self._items

    def _target(self, level: int) -> list[Item]:
        """Where a paragraph goes that stands `level` tables deep; one outside all tables ends those before it."""
        while len(self._tables) < level:
            self._tables.append(_Table())
        if level:
            return self._tables[level - 1].open
        for depth in range(len(self._tables), 0, -1):
            self._end_table(depth)
        return self._items

    def _end_table(self, level: int) -> None:
        if self._tables[level - 1].cells or self._tables[level - 1].open:
            self.end_row(level, [])
        del self._tables[level - 1 :]


def _label(label: str, text: str) -> str:
    label = label.strip()
    return _BULLET if len(label) == 1 and not label.isalnum() else with_space(label, text)
