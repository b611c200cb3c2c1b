"""Notes, headers and footers of an RTF document, which stand in the middle of its text."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from reviewer.model.document import Place
from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.gather import is_page_number
from reviewer.readers.rtf.flow import Item

NOTES = (Place.FOOTNOTE, Place.ENDNOTE)
MARGINS = (Place.HEADER, Place.FOOTER)


class Apparatus:
    """Collects them; `formats` says how the notes of a place are numbered, by the names of Word's number formats."""

    def __init__(self) -> None:
        self.formats = dict.fromkeys(NOTES, "decimal")
        self._numbers: Counter[Place] = Counter()
        self._notes: dict[Place, list[Item]] = {place: [] for place in NOTES}
        self._margins: dict[Place, dict[tuple[str, ...], list[Item]]] = {place: {} for place in MARGINS}

    def add_note(self, place: Place, items: list[Item], *, counted: bool) -> None:
        """Take in a note; one that is not `counted` has a sign of its own in the text and no number."""
        if counted:
            self._numbers[place] += 1
            number = format_number(self._numbers[place], self.formats[place])
            items = [item._replace(where=replace(item.where, note=number)) for item in items]
        self._notes[place] += items

    def add_margin(self, place: Place, items: list[Item]) -> None:
        """Take in a header or footer, without page numbers; the same words are told once."""
        shown = [item for item in items if not is_page_number(item.text)]
        self._margins[place].setdefault(tuple(item.text for item in shown), shown)

    def items(self) -> Iterator[Item]:
        """All of it: footnotes, endnotes, headers, footers."""
        for notes in self._notes.values():
            yield from notes
        for margins in self._margins.values():
            for items in margins.values():
                yield from items
