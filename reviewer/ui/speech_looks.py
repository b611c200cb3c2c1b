"""How each paragraph is set on the page: title, headings, body, cells, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.outline import Outline, OutlineEntry
from reviewer.ui.table_shapes import TablePiece, table_pieces

_LONGEST_BYLINE = 24
_MOST_BYLINES = 4


class Look(Enum):
    """How a paragraph, or a stretch inside one, is set."""

    BODY = auto()
    FLUSH = auto()
    TITLE = auto()
    BYLINE = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    POINT = auto()
    CENTRED = auto()
    RIGHT = auto()
    CELL = auto()
    GRID = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """The look of a paragraph; `stretches` are code-point stretches with a look of their own, in order.

    `piece` is what it stands in where it is shown in a table.
    """

    look: Look = Look.BODY
    stretches: tuple[tuple[int, int, Look], ...] = ()
    piece: TablePiece | None = None


BODY_LOOK = ParagraphLook()
_PLAIN = {look: ParagraphLook(look) for look in Look}
_HEADINGS = {1: Look.HEADING_1, 2: Look.HEADING_2}


def looks(document: Document, outline: Outline) -> list[ParagraphLook]:
    """One look a paragraph: the outline decides on headings, the file on tables, centred and right-aligned lines."""
    found = [_PLAIN[_file_look(paragraph)] for paragraph in document.paragraphs]
    for piece in table_pieces(document):
        found[piece.first : piece.end] = [ParagraphLook(Look.GRID, (), piece)] * len(piece.cells)
    by_paragraph: dict[int, list[OutlineEntry]] = {}
    for entry in outline.entries:
        by_paragraph.setdefault(entry.span.paragraph, []).append(entry)
    for index, entries in by_paragraph.items():
        if found[index].look is Look.BODY:
            found[index] = _with_entries(document.texts[index], entries)
    for span in outline.title_spans:
        found[span.paragraph] = _PLAIN[Look.TITLE]
    if outline.title_spans:
        _set_head(document.texts, found, outline.title_spans[-1].paragraph + 1)
    return found


def _file_look(paragraph: Paragraph) -> Look:
    if paragraph.origin.place is Place.TABLE:
        return Look.CELL
    if paragraph.origin.place is not Place.BODY:
        return Look.ASIDE
    if paragraph.style.centred:
        return Look.CENTRED
    return Look.RIGHT if paragraph.style.right else Look.BODY


def _with_entries(text: str, entries: Sequence[OutlineEntry]) -> ParagraphLook:
    first = entries[0]
    whole = len(entries) == 1 and first.span.start == len(text) - len(text.lstrip())
    if whole and not first.is_point and not text[first.span.end :].strip(" \t\u3000。"):
        return _PLAIN[_HEADINGS.get(first.level, Look.HEADING_3)]
    stretches = []
    for entry in entries:
        if entry.is_point:
            stretches.append((entry.span.start, entry.span.start + len(entry.number), Look.POINT))
        else:
            stretches.append((entry.span.start, entry.span.end, _HEADINGS.get(entry.level, Look.HEADING_3)))
    return ParagraphLook(Look.BODY, tuple(stretches))


def _set_head(texts: Sequence[str], found: list[ParagraphLook], first: int) -> None:
    """Set what follows the title: speaker and date centred, the form of address flush left."""
    bylines = 0
    for index in range(first, min(first + 2 * _MOST_BYLINES, len(texts))):
        text = texts[index].strip()
        if not text:
            continue
        if found[index] is not _PLAIN[Look.BODY] or len(text) > 2 * _LONGEST_BYLINE:
            return
        if text.endswith(("：", ":")):
            found[index] = _PLAIN[Look.FLUSH]
            return
        if len(text) > _LONGEST_BYLINE or text.endswith(("。", "；", "！")) or bylines == _MOST_BYLINES:
            return
        found[index] = _PLAIN[Look.BYLINE]
        bylines += 1
