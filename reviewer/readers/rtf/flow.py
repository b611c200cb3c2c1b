"""Paragraphs, cells and rows as they come to an end in one stream of RTF text."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reviewer.model.document import ParagraphStyle, Place
from reviewer.readers import limits
from reviewer.readers.gather import BODY, Gatherer, Where, with_space

PAGE = "\f"
_BULLET = "• "


class Item(NamedTuple):
    """A finished paragraph: line feeds in `text` are manual line breaks."""

    text: str
    where: Where
    style: ParagraphStyle
    label: str
    inserted: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Table:
    """A table at one level: what its current row holds so far."""

    number: int | None = None
    rows: int = 0
    cells: list[list[Item]] = field(default_factory=list)
    open: list[Item] = field(default_factory=list)


class Flow:
    """One stream of text: the body, a note, a text box, a header.

    `next_table` gives the numbers of the tables; `where` is what all its paragraphs have in common.
    """

    def __init__(self, where: Where, next_table: Callable[[], int]) -> None:
        self.items: list[Item] = []
        self.where = where
        self.label = ""
        self._next_table = next_table
        self._tables: list[_Table] = []
        self._boxes: list[Item] = []
        self._pieces: list[str] = []
        self._length = 0
        self._inserted: list[tuple[int, int]] = []
        self._bold: bool | None = None
        self._size: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the paragraph that is open has no text yet."""
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
        """Add what text boxes hold; it follows the open paragraph."""
        self._boxes += items

    def end_paragraph(self, level: int, style: ParagraphStyle) -> None:
        """Close the open paragraph, which stands in a table nested `level` deep (0 for none)."""
        text = "".join(self._pieces)
        if PAGE in text:
            text = _without_outer_pages(text)
        item = Item(
            _joined(text),
            self.where,
            replace(style, bold=self._bold is True, size=self._size),
            _label(self.label, text),
            tuple(self._inserted),
        )
        target = self._cell(level)
        target.append(item)
        target += self._boxes
        self.label, self._pieces, self._length = "", [], 0
        self._boxes, self._inserted, self._bold, self._size = [], [], None, None

    def end_cell(self, level: int, style: ParagraphStyle) -> None:
        """Close the open paragraph and the cell that it stands in."""
        self.end_paragraph(level, style)
        table = self._tables[level - 1]
        table.cells.append(table.open)
        table.open = []

    def end_row(self, level: int, covered: list[bool]) -> None:
        """Close a row; `covered` says of its cells which are merged into one before or above and not shown."""
        if level > len(self._tables):
            return
        table = self._tables[level - 1]
        if table.open:
            table.cells.append(table.open)
        if table.number is None:
            table.number = self._next_table()
        place = Place.TABLE if self.where.place is Place.BODY else self.where.place
        outside = self._cell(level - 1, within_row=True)
        for column, cell in enumerate(table.cells):
            if column < len(covered) and covered[column]:
                continue
            where = replace(self.where, place=place, table=table.number, row=table.rows, column=column)
            outside += [item._replace(where=where) if item.where.table is None else item for item in cell]
        table.rows += 1
        table.cells, table.open = [], []
        del self._tables[level:]

    def finish(self, level: int, style: ParagraphStyle) -> list[Item]:
        """Close whatever is open and give all paragraphs."""
        if not self.is_empty:
            self.end_paragraph(level, style)
        for depth in range(len(self._tables), 0, -1):
            if self._tables[depth - 1].cells or self._tables[depth - 1].open:
                self.end_row(depth, [])
        return self.items

    def _cell(self, level: int, within_row: bool = False) -> list[Item]:
        """Where a paragraph goes that stands `level` tables deep; one outside all tables ends those before it."""
        if level == 0:
            if not within_row:
                for depth in range(len(self._tables), 0, -1):
                    if self._tables[depth - 1].cells or self._tables[depth - 1].open:
                        self.end_row(depth, [])
                self._tables = []
            return self.items
        while len(self._tables) < level:
            self._tables.append(_Table())
        return self._tables[level - 1].open


def _without_outer_pages(text: str) -> str:
    """Page breaks divide a paragraph only where text stands on both sides."""
    return text.strip(PAGE).replace(PAGE, "\n")


def _joined(text: str) -> str:
    """Characters beyond the first plane stand in RTF as two surrogates; a lone one becomes U+FFFD."""
    if text.isprintable():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _label(label: str, text: str) -> str:
    label = label.strip()
    if len(label) == 1 and not label.isalnum():
        return _BULLET
    return with_space(label, text)


def give(items: list[Item], gatherer: Gatherer) -> None:
    """Hand the paragraphs on."""
    for item in items:
        gatherer.add(item.text, item.where, item.style, item.label, item.inserted)


DEEPEST = limits.NESTED_TABLES
MAIN = BODY
