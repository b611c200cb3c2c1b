"""What OpenDocument paragraphs and characters inherit from their styles."""

import re
from typing import NamedTuple

from reviewer.readers.docx.xml import Element
from reviewer.readers.odt.names import FO, LOEXT, STYLE, TEXT

_DEPTH = 30
_SIZE = re.compile(r"(\d{1,4}(?:\.\d+)?)pt")
_ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")


class Look(NamedTuple):
    """Properties of a style, None where they are left open; `list_style` is "" where a style wants no list."""

    name: str = ""
    alignment: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    outline: int | None = None
    list_style: str | None = None

    def over(self, below: "Look") -> "Look":
        """These properties, with what they leave open taken from `below`."""
        return Look(
            self.name,
            self.alignment or below.alignment,
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
            below.outline if self.outline is None else self.outline,
            below.list_style if self.list_style is None else self.list_style,
        )


_OPEN = Look()


class Styles:
    """The paragraph and text styles of a document, automatic ones before common ones, resolved when first asked for."""

    def __init__(self, holders: list[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Look] = {}
        self._known: dict[tuple[str, str], Look] = {}
        self.master_pages: set[str] = set()
        for holder in holders:
            for element in holder.iterchildren(STYLE + "style", STYLE + "default-style"):
                family = element.get(STYLE + "family", "")
                if element.tag == STYLE + "default-style":
                    self._defaults.setdefault(family, _own(element))
                    continue
                self._elements.setdefault((family, element.get(STYLE + "name", "")), element)
                page = element.get(STYLE + "master-page-name")
                if page:
                    self.master_pages.add(page)

    def look(self, family: str, name: str | None) -> Look:
        """The inherited properties of a `paragraph` or `text` style, all open for an unknown text style."""
        key = (family, name or "")
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._resolve(family, name)
        return known

    def _resolve(self, family: str, name: str | None) -> Look:
        chain: list[Element] = []
        while name is not None and len(chain) < _DEPTH:
            element = self._elements.get((family, name))
            if element is None or element in chain:
                break
            chain.append(element)
            name = element.get(STYLE + "parent-style-name")
        found = self._defaults.get(family, _OPEN) if family == "paragraph" else _OPEN
        for element in reversed(chain):
            found = _own(element).over(found)
        # an automatic style is a nameless change to the one that the clerk chose
        named = next((e for e in chain if not _is_automatic(e)), None)
        return found._replace(name="" if named is None else _display_name(named))


def _is_automatic(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag.endswith("automatic-styles")


def _display_name(element: Element) -> str:
    shown = element.get(STYLE + "display-name")
    if shown:
        return shown
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), element.get(STYLE + "name", ""))


def _own(element: Element) -> Look:
    """What one style says itself."""
    alignment = bold = hidden = size = None
    for child in element:
        if child.tag == STYLE + "paragraph-properties":
            alignment = child.get(FO + "text-align")
        elif child.tag == STYLE + "text-properties":
            weight = child.get(FO + "font-weight") or child.get(STYLE + "font-weight-asian")
            bold = None if weight is None else weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
            display = child.get(TEXT + "display")
            hidden = None if display is None else display == "none"
            points = _SIZE.fullmatch(child.get(STYLE + "font-size-asian") or child.get(FO + "font-size") or "")
            size = float(points[1]) if points else None
    outline = element.get(STYLE + "default-outline-level")
    listed = element.get(STYLE + "list-style-name")
    return Look(
        "",
        alignment,
        bold,
        hidden,
        size,
        int(outline) if outline and outline.isdecimal() and len(outline) < 3 else None,
        listed if listed is not None else element.get(LOEXT + "list-style-name"),
    )
