"""Paragraphs of the body, of tables, text boxes, notes, headers and footers, in reading order."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reviewer.model.document import Origin, Paragraph, ParagraphStyle, Place, Run
from reviewer.readers import limits
from reviewer.readers.deadline import check_time
from reviewer.readers.docx.alternatives import chosen
from reviewer.readers.docx.line import Fields, Line, Tally
from reviewer.readers.docx.names import ALTERNATE, CELL, PARAGRAPH, ROW, TABLE, VAL, W
from reviewer.readers.docx.numbering import Numbering
from reviewer.readers.docx.plain import PlainRuns, plain_runs
from reviewer.readers.docx.styles import (
    NO_CHARACTERS,
    CharacterStyle,
    ParagraphProperties,
    character_properties,
    is_on,
    paragraph_properties,
    whole,
)
from reviewer.readers.docx.xml import Element, children
from reviewer.readers.gather import Where
from reviewer.readers.lines import one_line

_TRANSPARENT = frozenset(
    W + n for n in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "subDoc")
)
_REMOVED = frozenset({W + "del", W + "moveFrom"})
_SECTION = W + "sectPr"
_EMBEDDED = W + "altChunk"
_CENTRED = "center"
_RIGHT = frozenset({"right", "end"})
_NOTHING = ParagraphProperties()
_STRIDE = 100


class Story:
    """Turns containers into paragraphs; one for a whole document, since numbering and tables count through it."""

    def __init__(self, tally: Tally, numbering: Numbering) -> None:
        self.tally = tally
        self.paragraphs: list[Paragraph] = []
        self._styles = tally.styles
        self._numbering = numbering
        self._fields = Fields()
        self._carried: tuple[Line, ParagraphProperties, str] | None = None
        self._tables = 0
        self._unset: ParagraphStyle | None = None  # of paragraphs that say nothing of themselves
        self._looks: dict[tuple[object, ...], ParagraphStyle] = {}

    def read(self, container: Element, address: str, where: Where, depth: int = 0) -> None:
        """Take in the blocks of a container (`w:body`, `w:tc`, `w:txbxContent`, `w:footnote`, `w:hdr`, …)."""
        for number, (element, place) in enumerate(_members(container, address)):
            if number % _STRIDE == 0:
                check_time()
            tag = element.tag
            if tag == PARAGRAPH:
                self._paragraph(element, place, where, depth)
            elif tag == TABLE:
                self._flush(where)
                self._table(element, place, where, depth)
            elif tag == _SECTION:
                self.tally.sections.append(element)
            elif tag == _EMBEDDED:
                self.tally.embedded += 1
        self._flush(where)

    def _paragraph(self, element: Element, address: str, where: Where, depth: int) -> None:
        if self._carried is None and not self._fields.concealed and not self.tally.package.may_hide:
            plain = plain_runs(element, address)
            if plain is not None and self._plain(plain, address, where):
                return
        line = self._carried[0] if self._carried else Line(self.tally, self._fields)
        self._carried = None
        ppr = line.content(element, address, self.tally.package.may_hide and self._conceals(element))
        if self._fields.concealed:
            self._fields.end_paragraph()
        if ppr is None:
            own = _NOTHING
        else:
            own = paragraph_properties(ppr)
            if own.section is not None:
                self.tally.sections.append(own.section)
            if self._is_joined(own):
                self._carried = line, own, address
                return
        self._emit(line, own, address, where)
        if line.boxes:
            self._text_boxes(line, where, depth)

    def _plain(self, plain: PlainRuns, address: str, where: Where) -> bool:
        """Give out a paragraph that is nothing but its runs; False, and nothing is done, where it is more than that."""
        ppr, text, runs, formats = plain
        if len(text) > limits.PARAGRAPH_CHARACTERS:
            return False
        unset = ppr is None and not formats
        look = self._unset if unset else None
        if look is None:
            own = _NOTHING if ppr is None else paragraph_properties(ppr)
            base = self._styles.paragraph(own.style or None)
            if (own.numbering or base.numbering or "0") != "0" or own.section is not None or self._is_joined(own):
                return False
            look = self._look(formats, own, base)
            if unset:
                self._unset = look
        self._add(one_line(text), address, where, look, runs)
        return True

    def _is_joined(self, own: ParagraphProperties) -> bool:
        """Whether the deletion of its mark joins a paragraph to the next one."""
        return (
            own.mark is not None and self.tally.package.may_delete and any(child.tag in _REMOVED for child in own.mark)
        )

    def _flush(self, where: Where) -> None:
        """Give out text whose paragraph mark was deleted though no paragraph follows that could take it."""
        if self._carried is not None:
            line, own, address = self._carried
            self._carried = None
            if line.length:
                self._emit(line, own, address, where)

    def _conceals(self, element: Element) -> bool:
        style = element.find(f"{W}pPr/{W}pStyle")
        return self._styles.paragraph(None if style is None else style.get(VAL)).characters.hidden is True

    def _emit(self, line: Line, own: ParagraphProperties, address: str, where: Where) -> None:
        text = one_line("".join(line.pieces))
        base = self._styles.paragraph(own.style or None)
        number = own.numbering or base.numbering
        label = self._label(number, own, base, text) if number is not None and number != "0" else ""
        style = self._look(line.formats, own, base)
        if label or line.breaks or line.pages or line.inserted or len(text) > limits.PARAGRAPH_CHARACTERS:
            self._emit_pieces(line, label, text, address, where, style)
        else:
            self._add(text, address, where, style, line.runs)

    def _add(self, text: str, address: str, where: Where, style: ParagraphStyle, runs: list[Run]) -> None:
        origin = Origin(address, where.place, where.table, where.row, where.column, where.note)
        self.paragraphs.append(Paragraph(text, origin, style, tuple(runs)))
        if len(self.paragraphs) > limits.PARAGRAPHS:
            limits.check_amount(len(self.paragraphs), 0)

    def _emit_pieces(
        self, line: Line, label: str, text: str, address: str, where: Where, style: ParagraphStyle
    ) -> None:
        edges = [0, *self._cuts(line, text), len(text)]
        limits.check_amount(len(self.paragraphs) + len(edges), 0)
        runs = _divided([(run.start, run.end, run.address) for run in line.runs], edges)
        inserted = _divided([(start, end, "") for start, end in line.inserted], edges)
        for piece, (start, end) in enumerate(pairwise(edges)):
            place = f"{address}#{piece}" if piece else address
            shift = len(label) - start
            self.paragraphs.append(
                Paragraph(
                    label + text[start:end],
                    Origin(place, where.place, where.table, where.row, where.column, where.note),
                    style,
                    tuple([Run(first + shift, last + shift, source) for first, last, source in runs[piece]]),
                    len(label),
                    tuple([(first + shift, last + shift) for first, last, _ in inserted[piece]]),
                )
            )
            label = ""

    def _cuts(self, line: Line, text: str) -> list[int]:
        """Where the text is divided: at manual line breaks, at page breaks inside it, and where it grows too long."""
        points = list(line.breaks)
        points += [p for p in line.pages if text[:p].strip() and text[p:].strip()]
        points.sort()
        for start, end in list(pairwise([0, *points, len(text)])):
            long = range(start + limits.PARAGRAPH_CHARACTERS, end, limits.PARAGRAPH_CHARACTERS)
            self.tally.cut = self.tally.cut or bool(long)
            points += long
        return sorted(points)

    def _label(self, number: str, own: ParagraphProperties, base: ParagraphProperties, text: str) -> str:
        level = own.level
        if level is None:
            level = self._numbering.level_of(number, base.style)
        if level is None:
            level = base.level if own.numbering is None and base.level is not None else 0
        label = self._numbering.label(number, level)
        # 1. before 2023年 would read as a decimal fraction
        return f"{label} " if label.endswith(".") and text[:1].isascii() and text[:1].isalnum() else label

    def _look(
        self, formats: list[Element | None], own: ParagraphProperties, base: ParagraphProperties
    ) -> ParagraphStyle:
        characters = base.characters
        bold = characters.bold is True
        size = characters.size
        if formats:
            first = self._characters(formats[0])
            size = size if first.size is None else first.size
            inherited, bold = bold, bold if first.bold is None else first.bold
            for rpr in formats[1:] if bold else ():
                own_bold = self._characters(rpr).bold
                bold = bold and (inherited if own_bold is None else own_bold)
        outline = base.outline if own.outline is None else own.outline
        alignment = own.alignment or base.alignment
        key = (base.style, outline, alignment, bold, size)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = ParagraphStyle(
                base.name,
                outline + 1 if outline is not None and 0 <= outline < 9 else None,
                alignment == _CENTRED,
                alignment in _RIGHT,
                bold,
                size,
            )
        return look

    def _characters(self, rpr: Element | None) -> CharacterStyle:
        if rpr is None:
            return NO_CHARACTERS
        own = character_properties(rpr)
        return own if own.style is None else own.over(self._styles.character(own.style))

    def _text_boxes(self, line: Line, where: Where, depth: int) -> None:
        place = where.place if where.place in (Place.HEADER, Place.FOOTER) else Place.TEXTBOX
        for box, address in line.boxes:
            if depth >= limits.NESTED_TABLES:
                self.tally.too_deep = True
                return
            outer, self._fields = self._fields, Fields()
            self.read(box, address, replace(where, place=place), depth + 1)
            self._fields = outer

    def _table(self, table: Element, address: str, where: Where, depth: int) -> None:
        if depth >= limits.NESTED_TABLES:
            self.tally.too_deep = True
            return
        number, self._tables = self._tables, self._tables + 1
        place = Place.TABLE if where.place is Place.BODY else where.place
        row_number = 0
        for row, row_address in _members(table, address):
            if row.tag != ROW:
                continue
            column, shown, removed = _row_properties(row)
            self.tally.deletions += removed
            if not shown:
                continue
            for cell, cell_address in _members(row, row_address):
                if cell.tag != CELL:
                    continue
                width, shown = _cell_properties(cell)
                if shown:
                    self.read(cell, cell_address, Where(place, number, row_number, column, where.note), depth + 1)
                column += width
            row_number += 1


def _members(container: Element, address: str) -> Iterator[tuple[Element, str]]:
    """The blocks of a container with their addresses, those inside wrappers (content controls, …) in their place."""
    stack = [(enumerate(container), address)]
    while stack:
        children, base = stack[-1]
        for index, child in children:
            tag = child.tag
            if tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    stack.append((enumerate(branch), f"{base}/{index}/{child.index(branch)}"))
                    break
            elif tag in _TRANSPARENT:
                stack.append((enumerate(child), f"{base}/{index}"))
                break
            else:
                yield child, f"{base}/{index}"
        else:
            stack.pop()


def _divided(stretches: list[tuple[int, int, str]], edges: list[int]) -> list[list[tuple[int, int, str]]]:
    """The stretches `(start, end, address)` by the piece between two edges that they lie in, cut where they cross one.

    A part that does not begin with its stretch has `@` and the number of characters left out in its address.
    """
    pieces: list[list[tuple[int, int, str]]] = [[] for _ in edges[1:]]
    for start, end, address in stretches:
        piece = bisect_right(edges, start) - 1
        at = start
        while at < end:
            last = min(end, edges[piece + 1])
            if last > at:
                pieces[piece].append((at, last, f"{address}@{at - start}" if at > start else address))
            at = last
            piece += 1
    return pieces


def _row_properties(row: Element) -> tuple[int, bool, bool]:
    """How many columns a row leaves out before its first cell, whether it is shown, whether a deletion is why not."""
    before, hidden, removed = 0, False, False
    for child in _properties(row, W + "trPr"):
        if child.tag == W + "gridBefore":
            before = min(max(whole(child.get(VAL)) or 0, 0), 1000)
        elif child.tag in _REMOVED:
            removed = True
        elif child.tag == W + "hidden":
            hidden = is_on(child.get(VAL))
    return before, not (hidden or removed), removed


def _cell_properties(cell: Element) -> tuple[int, bool]:
    """How many columns a cell spans, and whether it is shown: one merged into the cell above is not."""
    width, shown = 1, True
    for child in _properties(cell, W + "tcPr"):
        if child.tag == W + "gridSpan":
            width = min(max(whole(child.get(VAL)) or 1, 1), 1000)
        elif child.tag == W + "cellDel" or (child.tag == W + "vMerge" and child.get(VAL) != "restart"):
            shown = False
    return width, shown


def _properties(element: Element, name: str) -> Iterator[Element]:
    return (child for properties in element.iterchildren(name) for child in children(properties))
