"""How a word processor's file sets its pages and paragraphs, and how they ought to be set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A section's paper and margins in millimetres, None where the file does not say.

    `pitch` is the distance in points of the lines of the page's grid, None where there is no grid.
    """

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    pitch: float | None = None


@dataclass(frozen=True, slots=True)
class TextLayout:
    """How a paragraph is set: `font`, `size` (points) and `bold` as most of its characters are.

    `first_font` and `first_size` are those of its first characters. `font` is the East Asian one, "" where the file
    leaves it open. `alignment` is left, center, right, both or distribute. Indents are in characters of the
    paragraph's own size, a hanging first line below 0; `first_line` counts leading ideographic spaces in and is None
    where numbering decides. `line` is the distance of the lines in points where it is fixed or follows the page's
    grid, None elsewhere.
    """

    font: str = ""
    size: float | None = None
    bold: bool = False
    first_font: str = ""
    first_size: float | None = None
    alignment: str = "left"
    first_line: float | None = 0.0
    left_indent: float = 0.0
    right_indent: float = 0.0
    line: float | None = None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number in the margin: the words around it with the number as 1, its size in points, its alignment."""

    text: str
    size: float | None
    alignment: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a document; `paragraphs` goes with the document's and holds None outside the body."""

    pages: tuple[PageLayout, ...]
    paragraphs: tuple[TextLayout | None, ...]
    page_numbers: tuple[PageNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementFormat:
    """How one element of an official document is set; "" and None leave a property free.

    `fonts` are words of which one must be in the font's name, the first being the one to name to the clerk.
    """

    fonts: tuple[str, ...] = ()
    size: float | None = None
    alignment: str = ""
    first_line: float | None = None


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """How an office sets its documents; millimetres, points and characters as in the other values here.

    `tolerance` is what a margin may be off; `line` the least and the greatest fixed distance of lines.
    """

    name: str
    page: PageLayout
    tolerance: float
    line: tuple[float, float]
    title: ElementFormat
    body: ElementFormat
    heading1: ElementFormat
    heading2: ElementFormat
    appendix: ElementFormat
    page_number: ElementFormat
