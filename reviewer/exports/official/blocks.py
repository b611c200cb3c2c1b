"""The blocks of an official document: paragraphs in their looks, tables, and the blank lines between."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer.exports.docx.markup import escaped
from reviewer.exports.official.looks import Look, fonts, indent, style_id
from reviewer.exports.official.manner import Manner
from reviewer.exports.text_width import ems
from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.outline import LabelStyle, Outline

_BLANK = f'<w:p><w:pPr><w:pStyle w:val="{style_id(Look.ADDRESSEE)}"/></w:pPr></w:p>'
_NOTES = frozenset({Place.FOOTNOTE, Place.ENDNOTE})
_AFTER_TITLE = frozenset({Look.TITLE, Look.UNDER_TITLE})
_RUN_IN = {LabelStyle.HAN: Look.HEADING_1, LabelStyle.HAN_BRACKET: Look.HEADING_2}
_NOTE_HEAD = re.compile(r"附\s*件\s*[:：]\s*(\d{1,2}[.．、])?")
_ITEM_HEAD = re.compile(r"\d{1,2}[.．、]")
_FAR = 2  # characters that signature and date keep from the right (7.3.5.2)


def blocks(document: Document, outline: Outline, looks: dict[int, Look], manner: Manner) -> str:
    """The body of the document in XML; what its own labels number is text in it."""
    leads = run_in_headings(document, outline)
    indents = signature_indents(document, [n for n, look in looks.items() if look is Look.SIGNATURE])
    out: list[str] = []
    before: Look | None = None
    for table, group in groupby(looks.items(), lambda item: document.paragraphs[item[0]].origin.table):
        numbers = [number for number, _ in group]
        if table is not None:
            out += [_table([(n, document.paragraphs[n]) for n in numbers]), ""]
            before = None
            continue
        for number in numbers:
            look = looks[number]
            if before is not None and _apart(before, look):
                out.append(_BLANK)
            lead = leads.get(number) if look is Look.BODY else None
            opening = None if lead is None else (manner.run_in(lead[0]), lead[1])
            out.append(_paragraph(document.paragraphs[number], look, opening, indents.get(number, "")))
            before = look
    return "".join(out)


def run_in_headings(document: Document, outline: Outline) -> dict[int, tuple[Look, int]]:
    """For paragraphs that open with a heading the heading's look, and the offset at which it ends."""
    return {
        entry.span.paragraph: (_RUN_IN[entry.style], entry.span.end)
        for entry in reversed(outline.entries)
        if entry.style in _RUN_IN and not document.texts[entry.span.paragraph][: entry.span.start].strip()
    }


def shown_text(paragraph: Paragraph) -> tuple[str, int]:
    """The text as it is laid out, and how many characters stand before what was the first one (below 0: left out).

    The spaces by which a typist indents are left out; a note gets its number.
    """
    text = paragraph.text.lstrip()
    shift = len(text) - len(paragraph.text)
    if paragraph.origin.place in _NOTES and paragraph.origin.note is not None:
        head = f"[{paragraph.origin.note}] "
        return head + text, shift + len(head)
    return text, shift


def _apart(before: Look, look: Look) -> bool:
    """Whether a blank line stands between two paragraphs: below title, above appendix note and signature (7.3)."""
    if before in _AFTER_TITLE:
        return look not in _AFTER_TITLE
    if before is Look.APPENDIX_TITLE:
        return look is not Look.APPENDIX_TITLE
    return look is not before and look in (Look.APPENDIX_NOTE, Look.SIGNATURE)


def _paragraph(paragraph: Paragraph, look: Look, lead: tuple[str, int] | None = None, own_indent: str = "") -> str:
    text, shift = shown_text(paragraph)
    ind = own_indent or (_note_indent(text) if look is Look.APPENDIX_NOTE else "")
    if lead is not None and 0 < lead[1] + shift < len(text):
        cut = lead[1] + shift
        runs = _run(text[:cut], f"<w:rPr>{fonts(lead[0])}</w:rPr>") + _run(text[cut:])
    else:
        runs = _run(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(look)}"/>{ind}</w:pPr>{runs}</w:p>'


def _run(text: str, look: str = "") -> str:
    pieces = text.split("\t")
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escaped(p).decode()}</w:t>' if p else "" for p in pieces)
    return f"<w:r>{look}{inner}</w:r>"


def _note_indent(text: str) -> str:
    """Two characters in, and the names of the appendices below each other (7.3.4)."""
    head = _NOTE_HEAD.match(text)
    if head is not None:
        return indent(left=2 + ems(head[0]), hanging=ems(head[0]))
    item = _ITEM_HEAD.match(text)
    number = ems(item[0]) if item is not None else 0
    return indent(left=5 + number, hanging=number)


def signature_indents(document: Document, numbers: Sequence[int]) -> dict[int, str]:
    """The date begins two characters to the right of the office that signs, neither nearer to the edge (7.3.5.2)."""
    if len(numbers) != 2:
        return {number: indent(right=_FAR) for number in numbers}
    office, day = (ems(document.texts[number].strip()) for number in numbers)
    date_right = max(office - day, _FAR)
    office_right = max(date_right + day + _FAR - office, _FAR)
    return {numbers[0]: indent(right=office_right), numbers[1]: indent(right=date_right)}


def _table(cells: Sequence[tuple[int, Paragraph]]) -> str:
    """A table with thin lines; a column that a cell spans is taken as empty."""
    rows = [list(group) for _, group in groupby((p for _, p in cells), lambda p: p.origin.row)]
    columns = 1 + max((p.origin.column or 0) for _, p in cells)
    share = 8845 // columns  # twips of the type area's width
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for _ in range(columns))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_row(row, columns, share) for row in rows)}</w:tbl>"
    )


def _row(row: Sequence[Paragraph], columns: int, share: int) -> str:
    return f"<w:tr>{''.join(_cells(row, columns, share))}</w:tr>"


def _cells(row: Sequence[Paragraph], columns: int, share: int) -> Iterator[str]:
    empty = f'<w:p><w:pPr><w:pStyle w:val="{style_id(Look.CELL)}"/></w:pPr></w:p>'
    for column in range(columns):
        inner = "".join(_paragraph(p, Look.CELL) for p in row if (p.origin.column or 0) == column)
        yield f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{inner or empty}</w:tc>'
