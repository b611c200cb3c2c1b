"""What paragraphs and characters inherit from their styles."""

import re
from typing import NamedTuple

from reviewer.readers.docx.names import PPR, RPR, TYPE, VAL, W
from reviewer.readers.docx.xml import Element, children

_OFF = frozenset({"0", "false", "off"})
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_DIGITS = 9
_PARAGRAPH = {W + name: name for name in ("pStyle", "jc", "outlineLvl", "numPr", "sectPr", "rPr")}
_CHARACTER = {W + name: name for name in ("b", "vanish", "sz", "rStyle")}
_DEPTH = 30


class CharacterStyle(NamedTuple):
    """Bold, hidden and size in points, each None where it is left open; `style` is the character style named."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    style: str | None = None

    def over(self, below: "CharacterStyle") -> "CharacterStyle":
        """These properties, with what they leave open taken from `below`."""
        return CharacterStyle(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
            self.style,
        )


NO_CHARACTERS = CharacterStyle()


class ParagraphProperties(NamedTuple):
    """Paragraph properties: `outline` counts from 0, 9 being body text.

    `section` is the `w:sectPr` of a section that ends here and `mark` the properties of the paragraph mark.
    """

    style: str = ""
    name: str = ""
    alignment: str | None = None
    outline: int | None = None
    numbering: str | None = None
    level: int | None = None
    characters: CharacterStyle = NO_CHARACTERS
    section: Element | None = None
    mark: Element | None = None


class Styles:
    """The styles of a document, resolved along `basedOn` when first asked for.

    `default_characters` is the `w:rPr` that holds where nothing else is said.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._paragraphs: dict[str | None, ParagraphProperties] = {}
        self._characters: dict[str, CharacterStyle] = {}
        self._default: str | None = None
        self.default_characters: Element | None = None
        self._may_hide = root is not None and next(root.iter(W + "vanish"), None) is not None
        for element in root if root is not None else ():
            if element.tag == W + "docDefaults":
                self.default_characters = element.find(f"{W}rPrDefault/{RPR}")
            elif element.tag == W + "style":
                kind, identifier = element.get(TYPE, "paragraph"), element.get(W + "styleId", "")
                self._elements.setdefault((kind, identifier), element)
                if kind == "paragraph" and is_on(element.get(W + "default", "0")):
                    self._default = identifier
        self._base = ParagraphProperties(characters=character_properties(self.default_characters))

    def paragraph(self, identifier: str | None) -> ParagraphProperties:
        """The inherited properties of a paragraph style; of the default style for None or an unknown one."""
        known = self._paragraphs.get(identifier)
        if known is None:
            known = self._paragraphs[identifier] = self._resolve(identifier)
        return known

    def character(self, identifier: str | None) -> CharacterStyle:
        """The inherited properties of a character style, all open for an unknown one."""
        if identifier is None:
            return NO_CHARACTERS
        known = self._characters.get(identifier)
        if known is None:
            known = NO_CHARACTERS
            for element in reversed(self.chain("character", identifier)):
                known = character_properties(element.find(RPR)).over(known)
            self._characters[identifier] = known
        return known

    def hiding(self) -> tuple[str, ...]:
        """The names of the styles that hide their text."""
        if not self._may_hide:
            return ()
        return tuple(
            identifier
            for kind, identifier in self._elements
            if (self.paragraph(identifier).characters if kind == "paragraph" else self.character(identifier)).hidden
        )

    def chain(self, kind: str, identifier: str | None) -> list[Element]:
        """The style's element and those that it is based on, nearest first; of the default paragraph style's if unknown."""
        if kind == "paragraph" and (kind, identifier) not in self._elements:
            identifier = self._default
        found: list[Element] = []
        while identifier is not None and len(found) < _DEPTH:
            element = self._elements.get((kind, identifier))
            if element is None or element in found:
                break
            found.append(element)
            based = element.find(W + "basedOn")
            identifier = None if based is None else based.get(VAL)
        return found

    def _resolve(self, identifier: str | None) -> ParagraphProperties:
        found = self._base
        for element in reversed(self.chain("paragraph", identifier)):
            own = paragraph_properties(element.find(PPR))
            name = element.find(W + "name")
            found = ParagraphProperties(
                element.get(W + "styleId", ""),
                "" if name is None else name.get(VAL, ""),
                own.alignment or found.alignment,
                found.outline if own.outline is None else own.outline,
                found.numbering if own.numbering is None else own.numbering,
                found.level if own.level is None else own.level,
                character_properties(element.find(RPR)).over(found.characters),
            )
        if found.outline is None:
            level = heading_level(found.name)
            if level is not None:
                found = found._replace(outline=level - 1)
        return found


def heading_level(name: str) -> int | None:
    """The outline level, from 1, that the name of a style tells (heading 2, 标题 2); None for other names."""
    heading = _HEADING.fullmatch(name)
    return int(heading[1]) if heading else None


def is_on(value: str | None) -> bool:
    """Whether an on/off value is on; a missing value is."""
    return value is None or value not in _OFF


def paragraph_properties(ppr: Element | None) -> ParagraphProperties:
    """What one `w:pPr` says itself."""
    style = ""
    alignment = numbering = None
    outline = level = None
    section = mark = None
    for child in () if ppr is None else ppr.iterchildren(*_PARAGRAPH):  # lxml passes over the many others by itself
        kind = _PARAGRAPH[child.tag]
        if kind == "pStyle":
            style = child.get(VAL, "")
        elif kind == "rPr":
            mark = child
        elif kind == "jc":
            alignment = child.get(VAL)
        elif kind == "outlineLvl":
            outline = whole(child.get(VAL))
        elif kind == "numPr":
            number, depth = child.find(W + "numId"), child.find(W + "ilvl")
            numbering = None if number is None else number.get(VAL)
            level = None if depth is None else whole(depth.get(VAL))
        else:
            section = child
    return ParagraphProperties(style, "", alignment, outline, numbering, level, NO_CHARACTERS, section, mark)


def character_properties(rpr: Element | None) -> CharacterStyle:
    """What one `w:rPr` says itself, its character style only named."""
    bold = hidden = None
    size = style = None
    for child in children(rpr):
        kind = _CHARACTER.get(child.tag)
        if kind is None:
            continue
        if kind == "sz":
            size = points(child.get(VAL))
        elif kind == "b":
            bold = is_on(child.get(VAL))
        elif kind == "rStyle":
            style = child.get(VAL)
        else:
            hidden = is_on(child.get(VAL))
    return CharacterStyle(bold, hidden, size, style)


def whole(value: str | None) -> int | None:
    """A whole number of one to nine digits as XML writes it, None for anything else."""
    if value is None or len(value) > _DIGITS:
        return None
    try:
        return int(value)
    except ValueError:
        return None


def points(value: str | None) -> float | None:
    """A font size in points, from half-points (transitional) or a length such as 16pt (strict)."""
    if not value:
        return None
    try:
        size = float(value.removesuffix("pt")) * (1 if value.endswith("pt") else 0.5)
    except ValueError:
        return None
    return size if 0 < size < 2000 else None
