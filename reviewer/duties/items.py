"""Which paragraphs hold the fields of an item, and which items a field governs as a whole."""

from reviewer.duties.fields import Field, find_fields, stands_alone
from reviewer.duties.lexicon import DutyWords
from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.outline import Outline

_SHORTEST = 5


class Items:
    """The paragraphs that may set out work, with their fields.

    `paragraphs` are their numbers and texts, `fields` the fields by paragraph, `alone` the paragraphs that hold nothing
    else, `last_alone` those of them that another does not follow, `charged` those whose item ends in such fields.
    """

    def __init__(self, document: Document, outline: Outline, words: DutyWords) -> None:
        self.paragraphs = [
            (index, paragraph.text)
            for index, paragraph in enumerate(document.paragraphs)
            if _is_prose(paragraph) and not outline.is_title(index, paragraph.text)
        ]
        found = ((index, find_fields(text, words)) for index, text in self.paragraphs)
        self.fields: dict[int, list[Field]] = {index: fields for index, fields in found if fields}
        self.alone = frozenset(
            index for index, fields in self.fields.items() if stands_alone(document.texts[index], fields)
        )
        order = [index for index, _ in self.paragraphs]
        self.last_alone = frozenset(
            index
            for index, after in zip(order, (*order[1:], -1), strict=False)
            if index in self.alone and after not in self.alone
        )
        self.charged = self._charged(outline) if self.alone else frozenset()

    def _charged(self, outline: Outline) -> frozenset[int]:
        begins = {entry.span.paragraph for entry in outline.entries if not entry.is_point}
        found: set[int] = set()
        inside = False
        for index, _ in reversed(self.paragraphs):
            if index in self.alone:
                inside = True
                continue
            if inside:
                found.add(index)
            inside = inside and index not in begins
        return frozenset(found)


def _is_prose(paragraph: Paragraph) -> bool:
    return (
        paragraph.origin.place in (Place.BODY, Place.TEXTBOX)
        and len(paragraph.text) >= _SHORTEST
        and not paragraph.style.is_contents
    )
