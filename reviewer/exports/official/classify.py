"""Which element of an official document each paragraph is."""

import re

from reviewer.exports.official.looks import Look
from reviewer.model.document import Document, Place
from reviewer.model.layout import TextLayout
from reviewer.model.outline import LabelStyle, Outline
from reviewer.rules.format.elements import elements

_HEADINGS = {
    LabelStyle.PART: Look.HEADING_1,
    LabelStyle.CHAPTER: Look.HEADING_1,
    LabelStyle.HAN: Look.HEADING_1,
    LabelStyle.HAN_BRACKET: Look.HEADING_2,
    LabelStyle.ARABIC: Look.HEADING_3,
}
_ADDRESSEE = re.compile(r"[^。；！？]{2,160}[:：]\s*")
_UNDER_TITLE = re.compile(r"\s*(?:[（(][^（）()。]{2,30}[）)]|[\u4e00-\u9fff\u3000 ·]{2,20})\s*")
_NUMBERED_ITEM = re.compile(r"\s*\d{1,2}[.．、]")
_LINES_UNDER_TITLE = 3


def looks(document: Document, outline: Outline) -> dict[int, Look]:
    """The look of each paragraph that is not blank; headers and footers are left out, notes are body text."""
    layouts = [TextLayout() if p.origin.place is Place.BODY else None for p in document.paragraphs]
    parts = elements(document, outline, layouts)
    found = {
        number: Look.CELL if p.origin.place is Place.TABLE else Look.BODY
        for number, p in enumerate(document.paragraphs)
        if p.text.strip() and p.origin.place not in (Place.HEADER, Place.FOOTER)
    }
    shown = [number for number, look in found.items() if look is Look.BODY]
    for entry in outline.entries:
        number = entry.span.paragraph
        if (
            entry.style in _HEADINGS
            and number in found
            and _alone(document.texts[number], entry.span.start, entry.span.end)
        ):
            found[number] = _HEADINGS[entry.style]
    found.update(dict.fromkeys(parts.title, Look.TITLE))
    _under_title(document, parts.title, shown, found)
    for note in parts.appendix_notes:
        found[note] = Look.APPENDIX_NOTE
        following = shown[shown.index(note) + 1 :] if note in shown else []
        for number in following:
            if not _NUMBERED_ITEM.match(document.texts[number]) or number in (parts.signature, parts.date):
                break
            found[number] = Look.APPENDIX_NOTE
    found.update(dict.fromkeys((n for n in (parts.signature, parts.date) if n is not None), Look.SIGNATURE))
    for number in parts.appendices:
        found[number] = Look.APPENDIX
        title = next((n for n in shown if n > number), None)
        if title is not None and found[title] is Look.BODY and not document.texts[title].rstrip().endswith("。"):
            found[title] = Look.APPENDIX_TITLE
    return found


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is nothing but the heading in it."""
    return not text[:start].strip() and not text[end:].strip("。 \u3000")


def _under_title(document: Document, title: tuple[int, ...], shown: list[int], found: dict[int, Look]) -> None:
    """Date and speaker below the title, then whom it is addressed to."""
    if not title or title[-1] not in shown:
        return
    following = shown[shown.index(title[-1]) + 1 :]
    for count, number in enumerate(following):
        text = document.texts[number]
        if found[number] is not Look.BODY:
            return
        if _ADDRESSEE.fullmatch(text):
            found[number] = Look.ADDRESSEE
            return
        if count >= _LINES_UNDER_TITLE or not _UNDER_TITLE.fullmatch(text):
            return
        found[number] = Look.UNDER_TITLE
