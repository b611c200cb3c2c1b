"""Blocks of an OpenDocument text in reading order: paragraphs, headings, lists, tables, frames, notes."""

from collections.abc import Iterator
from dataclasses import replace

from reviewer.model.document import ParagraphStyle, Place
from reviewer.readers import limits
from reviewer.readers.deadline import check_time
from reviewer.readers.docx.styles import whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.gather import BODY, Gatherer, Where, with_space
from reviewer.readers.odt.line import SHAPES, Line, Tally
from reviewer.readers.odt.lists import List, Lists
from reviewer.readers.odt.names import DRAW, STYLE_NAME, TABLE, TEXT
from reviewer.readers.odt.styles import Look

_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
_ITEMS = frozenset({TEXT + "list-item", TEXT + "list-header"})
_WRAPPERS = frozenset(
    TEXT + name
    for name in (
        *("section", "index-body", "index-title", "numbered-paragraph", "table-of-content", "alphabetical-index"),
        *("bibliography", "illustration-index", "object-index", "table-index", "user-index"),
    )
)
_ROW_GROUPS = frozenset(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group"))
_CELLS = frozenset({TABLE + "table-cell", TABLE + "covered-table-cell"})
_RIGHT = frozenset({"end", "right"})
_MOST_COLUMNS = 1000


class Story:
    """Turns containers into paragraphs; one for a whole document, since numbers and tables count through it."""

    def __init__(self, gatherer: Gatherer, tally: Tally, lists: Lists) -> None:
        self.notes: list[Element] = []
        self._gatherer = gatherer
        self._tally = tally
        self._lists = lists
        self._styles: dict[tuple[object, ...], ParagraphStyle] = {}

    def read(self, container: Element, where: Where = BODY, depth: int = 0) -> None:
        """Take in the blocks of a container (`office:text`, a cell, a text box, a note, a header)."""
        if depth > limits.NESTED_TABLES:
            self._tally.too_deep = True
            return
        check_time()
        for child in container:
            tag = child.tag
            if tag in _PARAGRAPHS:
                self._paragraph(child, where, depth, self._heading_label(child))
            elif tag == TEXT + "list":
                self._list(child, None, where, depth)
            elif tag == TABLE + "table":
                self._table(child, where, depth)
            elif tag in SHAPES:
                self._shape(child, where, depth)
            elif tag in _WRAPPERS:
                if child.get(TEXT + "display") == "none":
                    self._tally.dropped["hidden"] += 1
                else:
                    self.read(child, where, depth + 1)

    def read_notes(self, kind: str, place: Place) -> None:
        """Take in the notes of a class (`footnote`, `endnote`), in the order of their references."""
        for note in self.notes:
            if note.get(TEXT + "note-class", "footnote") != kind:
                continue
            citation = note.find(TEXT + "note-citation")
            body = note.find(TEXT + "note-body")
            printed = "" if citation is None else "".join(str(piece) for piece in citation.itertext()).strip()
            if body is not None:
                self.read(body, Where(place, note=printed[:20] or None))

    def _heading_label(self, element: Element) -> str:
        if element.tag != TEXT + "h" or element.get(TEXT + "is-list-header") == "true":
            return ""
        if self._tally.styles.look("paragraph", element.get(STYLE_NAME)).list_style == "":
            return ""
        return self._lists.heading(_outline(element) or 1, whole(element.get(TEXT + "start-value")))

    def _list(self, element: Element, outer: List | None, where: Where, depth: int) -> None:
        if depth > limits.NESTED_TABLES:
            self._tally.too_deep = True
            return
        found = self._lists.begin(element, outer)
        for item in element:
            if item.tag not in _ITEMS:
                continue
            numbered = item.tag == TEXT + "list-item"
            for child in item:
                if child.tag in _PARAGRAPHS:
                    label = ""
                    if numbered and child.get(TEXT + "is-list-header") != "true":
                        style = self._tally.styles.look("paragraph", child.get(STYLE_NAME)).list_style
                        label = self._lists.label(found, whole(item.get(TEXT + "start-value")), style)
                    numbered = False
                    self._paragraph(child, where, depth, label)
                elif child.tag == TEXT + "list":
                    self._list(child, found, where, depth + 1)

    def _paragraph(self, element: Element, where: Where, depth: int, label: str) -> None:
        check_time()
        look = self._tally.styles.look("paragraph", element.get(STYLE_NAME))
        line = Line(self._tally, look)
        line.take(element)
        text, inserted = line.text()
        if not line.is_hidden and not (look.hidden and not text):
            outline = _outline(element) if element.tag == TEXT + "h" else look.outline
            style = self._style(look, outline or None, line)
            self._gatherer.add(text, where, style, with_space(label, text), inserted)
        self.notes += line.notes
        for shape in line.shapes:
            self._shape(shape, where, depth)

    def _style(self, look: Look, outline: int | None, line: Line) -> ParagraphStyle:
        bold = line.bold is True
        size = line.size or look.size
        key = (look.name, outline, look.alignment, bold, size)
        style = self._styles.get(key)
        if style is None:
            centred, right = look.alignment == "center", look.alignment in _RIGHT
            style = self._styles[key] = ParagraphStyle(look.name, outline, centred, right, bold, size)
        return style

    def _shape(self, element: Element, where: Where, depth: int) -> None:
        """The text of a drawing object: boxes in it, or paragraphs that stand in the shape itself."""
        if depth > limits.NESTED_TABLES:
            self._tally.too_deep = True
            return
        place = where.place if where.place in (Place.HEADER, Place.FOOTER) else Place.TEXTBOX
        for child in element:
            if child.tag == DRAW + "text-box":
                self.read(child, replace(where, place=place), depth + 1)
            elif child.tag in SHAPES:
                self._shape(child, where, depth + 1)
            elif child.tag == DRAW + "object":
                # a formula or a chart; what replaces it is a picture
                return
        if element.tag != DRAW + "frame" and any(child.tag in _PARAGRAPHS for child in element):
            self.read(_only_text(element), replace(where, place=place), depth + 1)

    def _table(self, table: Element, where: Where, depth: int) -> None:
        if depth >= limits.NESTED_TABLES:
            self._tally.too_deep = True
            return
        number = self._gatherer.next_table()
        place = Place.TABLE if where.place is Place.BODY else where.place
        for row_number, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                if cell.tag not in _CELLS:
                    continue
                if cell.tag == TABLE + "table-cell":
                    self.read(cell, Where(place, number, row_number, column, where.note), depth + 1)
                column = min(column + max(whole(cell.get(TABLE + "number-columns-repeated")) or 1, 1), _MOST_COLUMNS)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _only_text(shape: Element) -> Element:
    """A shape without the shapes inside it, which were read already."""
    for child in list(shape):
        if child.tag in SHAPES or child.tag == DRAW + "text-box":
            shape.remove(child)
    return shape


def _outline(element: Element) -> int | None:
    level = whole(element.get(TEXT + "outline-level"))
    return level if level is not None and 0 < level < 10 else None
