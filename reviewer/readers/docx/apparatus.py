"""What stands outside the body: notes, headers and footers."""

from collections import Counter

from reviewer.model.document import Place
from reviewer.readers.docx.names import ID, TYPE, VAL, R, W
from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.story import Story
from reviewer.readers.docx.styles import is_on, whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.gather import Where, is_page_number

_KINDS = (
    ("footnotes", "footnote", Place.FOOTNOTE, "decimal"),
    ("endnotes", "endnote", Place.ENDNOTE, "lowerRoman"),
)
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_notes(story: Story, package: Package, settings: Element | None) -> None:
    """Take in the footnotes, then the endnotes, in the order of their references and with the numbers as printed.

    Notes that nothing refers to are not shown and not read; numbering that begins anew on each page or in each
    section is counted through.
    """
    references = list(story.tally.notes)
    for part, name, place, usual in _KINDS:
        part_name = package.related(part)
        root = package.story(part_name)
        if root is None:
            continue
        notes = {
            element.get(ID, ""): (index, element)
            for index, element in enumerate(root)
            if element.tag == W + name and element.get(TYPE) not in _SEPARATORS
        }
        kind, number = _note_numbers(story, settings, name, usual)
        for reference_part, identifier, own_mark in references:
            if reference_part != part or identifier not in notes:
                continue
            index, element = notes.pop(identifier)
            printed = None if own_mark else format_number(number, kind)
            number += not own_mark
            story.read(element, f"{part_name}:/{index}", Where(place, note=printed))


def _note_numbers(story: Story, settings: Element | None, name: str, usual: str) -> tuple[str, int]:
    """The number format and the first number of notes, from the first section that says so, else the settings."""
    kind, start = usual, 1
    for holder in (settings, *reversed(story.tally.sections)):
        properties = None if holder is None else holder.find(f"{W}{name}Pr")
        if properties is None:
            continue
        form, first = properties.find(W + "numFmt"), properties.find(W + "numStart")
        kind = kind if form is None else form.get(VAL, kind)
        number = None if first is None else whole(first.get(VAL))
        start = start if number is None else number
    return kind, start


def read_margins(story: Story, package: Package, settings: Element | None) -> None:
    """Take in the headers, then the footers, that some page of the document shows, each part once.

    Blank lines and lines that only number the page are left out.
    """
    even = settings is not None and _switched_on(settings, "evenAndOddHeaders")
    sections = list(story.tally.sections)
    seen: Counter[str] = Counter()
    for reference, place in ((W + "headerReference", Place.HEADER), (W + "footerReference", Place.FOOTER)):
        for section in sections:
            first = _switched_on(section, "titlePg")
            for element in section.iterfind(reference):
                kind = element.get(TYPE, "default")
                part = package.by_id(element.get(R + "id", ""))
                if part is None or seen[part] or (kind == "first" and not first) or (kind == "even" and not even):
                    continue
                seen[part] += 1
                root = package.story(part)
                if root is not None:
                    before = len(story.paragraphs)
                    story.read(root, f"{part}:", Where(place))
                    story.paragraphs[before:] = [p for p in story.paragraphs[before:] if not is_page_number(p.text)]


def _switched_on(parent: Element, name: str) -> bool:
    child = parent.find(W + name)
    return child is not None and is_on(child.get(VAL))
