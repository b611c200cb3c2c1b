"""Which paragraphs stand in one table, and in which of its cells, for tables that are to be seen as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.model.document import Document, Origin, Paragraph, Place

_MOST_COLUMNS = 12  # more are narrower than a few characters on this page
_CELLS_A_PIECE = 60  # Qt sets a table as a whole; a piece of it takes some milliseconds
_NARROW, _WIDE = 4, 26  # characters that a column counts for at least and at most


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a piece of a table, from `row` and `column` on, `width` columns wide."""

    row: int
    column: int
    width: int


@dataclass(frozen=True, slots=True, eq=False)
class TablePiece:
    """Some rows of a table. `first` is its first paragraph, `cells` has one for each paragraph from there on.

    `shares` are the widths of the columns in per cent, the same in all pieces of a table.
    """

    first: int
    rows: int
    shares: tuple[int, ...]
    cells: tuple[Cell, ...]

    @property
    def end(self) -> int:
        """The paragraph behind the last."""
        return self.first + len(self.cells)

    def cell(self, paragraph: int) -> Cell:
        """Where a paragraph of the document stands in this piece."""
        return self.cells[paragraph - self.first]


def table_pieces(document: Document) -> tuple[TablePiece, ...]:
    """The tables of the document in reading order, cut into pieces; one with too many columns is left out."""
    found: list[TablePiece] = []
    for first, end in _runs(document.paragraphs):
        stretch = document.paragraphs[first:end]
        columns = sorted({_column(paragraph.origin) for paragraph in stretch})
        if len(columns) <= _MOST_COLUMNS:
            found += _pieces(first, stretch, columns)
    return tuple(found)


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Stretches of paragraphs of one table, each going from left to right and downwards."""
    first = -1
    for index, paragraph in enumerate(paragraphs):
        here = paragraph.origin
        inside = here.place is Place.TABLE and here.row is not None and here.column is not None
        if first >= 0 and (not inside or not _continues(paragraphs[index - 1].origin, here)):
            yield first, index
            first = -1
        if inside and first < 0:
            first = index
    if first >= 0:
        yield first, len(paragraphs)


def _continues(before: Origin, here: Origin) -> bool:
    return before.table == here.table and (_row(before), _column(before)) <= (_row(here), _column(here))


def _row(origin: Origin) -> int:
    return origin.row or 0


def _column(origin: Origin) -> int:
    return origin.column or 0


def _pieces(first: int, stretch: Sequence[Paragraph], columns: Sequence[int]) -> Iterator[TablePiece]:
    number = {column: index for index, column in enumerate(columns)}
    rows: list[list[int]] = []  # indices into the stretch
    for index, paragraph in enumerate(stretch):
        if not index or _row(paragraph.origin) != _row(stretch[index - 1].origin):
            rows.append([])
        rows[-1].append(index)
    taken = [sorted({number[_column(stretch[index].origin)] for index in row}) for row in rows]
    shares = _shares(stretch, rows, taken, number)
    together = max(1, _CELLS_A_PIECE // len(columns))
    for begin in range(0, len(rows), together):
        cells: list[Cell] = []
        for row in range(begin, min(begin + together, len(rows))):
            above = taken[row - 1] if row else ()
            widths = _widths(taken[row], above, len(columns))
            for index in rows[row]:
                column = number[_column(stretch[index].origin)]
                cells.append(Cell(row - begin, column, widths[column]))
        yield TablePiece(first + rows[begin][0], cells[-1].row + 1, shares, tuple(cells))


def _widths(taken: Sequence[int], above: Sequence[int], columns: int) -> dict[int, int]:
    """How many columns each cell of a row takes: up to the next one, unless a cell above may reach down between."""
    widths = {}
    for column, following in zip(taken, [*taken[1:], columns], strict=True):
        free = next((c for c in range(column + 1, following) if c in above), following)
        widths[column] = free - column
    return widths


def _shares(
    stretch: Sequence[Paragraph], rows: Sequence[Sequence[int]], taken: Sequence[Sequence[int]], number: dict[int, int]
) -> tuple[int, ...]:
    """Widths after the longest text of each column, in per cent; rows that leave cells out do not count.

    The square root lets a column of long texts take more lines, and one of single words keep room for them.
    """
    longest = [_NARROW] * len(number)
    for row, cells in zip(rows, taken, strict=True):
        if len(cells) == len(number):
            for index in row:
                column = number[_column(stretch[index].origin)]
                longest[column] = max(longest[column], min(_WIDE, len(stretch[index].text) + 1))
    roots = [length**0.5 for length in longest]
    return tuple(int(100 * root / sum(roots)) for root in roots)
