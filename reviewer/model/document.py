"""What was read from a file."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from reviewer.model.layout import Layout
from reviewer.model.span import Span


class Place(StrEnum):
    """The kind of container that a paragraph stands in."""

    BODY = "body"
    TABLE = "table"
    TEXTBOX = "textbox"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


# The bulk of a document are the next three: named tuples are made in a fifth of the time of frozen dataclasses.


class Origin(NamedTuple):
    """Where a paragraph stands in its file.

    `address` is stable for the same bytes and unique in the document, such as `body/12` or `table/3/2/1/0`.
    `table`, `row` and `column` count from 0 and are None outside tables; `note` is the note's number as printed.
    """

    address: str
    place: Place = Place.BODY
    table: int | None = None
    row: int | None = None
    column: int | None = None
    note: str | None = None


class Run(NamedTuple):
    """Characters `start:end` of a paragraph that stand in one run of the file, found again by `address`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How the file sets a paragraph, as far as reading it needs that.

    `name` is the style's name in the file ("" where there is none); `outline_level` counts from 1 and is None
    for body text; `size` is in points, None where the file does not say.
    """

    name: str = ""
    outline_level: int | None = None
    centred: bool = False
    right: bool = False
    bold: bool = False
    size: float | None = None

    @property
    def is_contents(self) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return self.name.lower().startswith(("toc ", "contents ", "目录"))


PLAIN = ParagraphStyle()


class Paragraph(NamedTuple):
    """A block of text without line breaks.

    `label` is the number of leading characters that the word processor generates (一、), which a correction
    cannot touch; `inserted` are the stretches that a tracked change put in.
    """

    text: str
    origin: Origin
    style: ParagraphStyle = PLAIN
    runs: tuple[Run, ...] = ()
    label: int = 0
    inserted: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text in reading order.

    `path` is as the caller gave it; `format` the content's kind, such as `txt` or `docx`. `warnings` are Chinese
    sentences on what reading had to leave out or guess. `encoding` is a Python codec name and `newline` the line
    end, both only for text files. `layout` is None where the file has none or nobody asked for it.
    """

    path: str
    format: str
    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[str, ...] = ()
    encoding: str | None = None
    newline: str | None = None
    layout: Layout | None = field(default=None, repr=False, compare=False)
    texts: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(p.text for p in self.paragraphs))

    @property
    def characters(self) -> int:
        """Code points of all paragraphs, white space included, line ends not."""
        return sum(map(len, self.texts))

    def text(self, span: Span) -> str:
        """The characters that `span` covers."""
        return self.texts[span.paragraph][span.start : span.end]


def plain_document(text: str, path: str = "") -> Document:
    """A text document of the lines of `text`, split at LF only."""
    lines = text.split("\n")
    return Document(path, "txt", tuple(Paragraph(t, Origin(f"body/{i}")) for i, t in enumerate(lines)))
