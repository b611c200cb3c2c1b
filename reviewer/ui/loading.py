"""From a path to what the window shows first; all of it runs in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui.speech_looks import ParagraphLook, looks

if TYPE_CHECKING:
    from reviewer.anchoring import Index

Reader = Callable[..., Document]
"""From a path, and by the name `encoding` a codec where the clerk chose one, to the document."""
Reviewer = Callable[[Document, ReviewOptions], Report]
Outliner = Callable[[Document], Outline]
Stamp = tuple[int, int]
"""What tells one state of a file from another: time of its last change, and size."""


def read(path: str, encoding: str | None = None) -> Document:
    """The document at `path`; raises ReadError."""
    from reviewer.readers import read

    return read(path, encoding, layout=True)


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is in no file, as UTF-8, and what it is called."""

    name: str
    data: bytes
    html: bool = False


def read_words(words: Words) -> Document:
    """The document that such text makes; raises ReadError."""
    if words.html:
        from reviewer.readers.html import read_html

        return read_html(words.data, words.name, "utf-8")
    from reviewer.readers.txt import read_txt

    return read_txt(words.data, words.name, "utf-8")


def review(document: Document, options: ReviewOptions) -> Report:
    """The report on `document`."""
    from reviewer.review import review

    return review(document, options)


def outline(document: Document) -> Outline:
    """The headings of `document`."""
    from reviewer.outline import build_outline

    return build_outline(document)


def no_outline(document: Document) -> Outline:
    """No headings before the report brings them."""
    return Outline()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read; `stamp` is None where the file cannot be watched for changes.

    `content` tells what it says from what others say.
    """

    document: Document
    outline: Outline
    looks: Sequence[ParagraphLook]
    stamp: Stamp | None
    content: str = ""
    decisions: tuple[Decision, ...] = ()


def open_document(
    read: Callable[[], Document],
    outliner: Outliner,
    path: str | None,
    decided: Callable[[str, str], tuple[Decision, ...]] | None = None,
) -> Opened:
    """Read what is at `path`, None for no file, with what was decided about it before; raises ReadError."""
    from reviewer.store.decisions import content_key

    stamp = stamp_of(path) if path is not None else None
    document = read()
    headings = outliner(document)
    content = content_key(document)
    decisions = decided(path, content) if decided is not None and path is not None else ()
    return Opened(document, headings, looks(document, headings), stamp, content, decisions)


@dataclass(frozen=True, slots=True)
class Reread:
    """A file that was read and reviewed once more; `first` is the paragraph where it differs first, None for nowhere.

    `changed`, `came` and `went` count paragraphs.
    """

    opened: Opened
    review: Report
    changed: int = 0
    came: int = 0
    went: int = 0
    first: int | None = None


def judge(reviewer: Reviewer, document: Document, options: ReviewOptions) -> tuple[Report, Index]:
    """Review a document, and find its sentences, for which the first decision would else have to wait."""
    from reviewer.anchoring import index

    return reviewer(document, options), index(document)


def read_again(
    read: Callable[[], Document],
    outliner: Outliner,
    reviewer: Reviewer,
    path: str,
    options: ReviewOptions,
    before: Document,
) -> Reread:
    """Read and review `path` once more, and say how it differs from what it was `before`; raises ReadError."""
    from reviewer.comparison import Change, align

    opened = open_document(read, outliner, path)
    old, new = before.texts, opened.document.texts
    pairs = [pair for pair in align(old, new) if pair.change is not Change.SAME]
    filled = [pair for pair in pairs if (new[pair.new] if pair.new is not None else old[pair.old or 0]).strip()]
    changed, came, went = (
        sum(pair.change is change for pair in filled) for change in (Change.CHANGED, Change.CAME, Change.WENT)
    )
    places = [pair.new if pair.new is not None else pair.old for pair in filled]
    first = min((place for place in places if place is not None), default=None)
    place = None if first is None else min(first, max(0, len(new) - 1))
    return Reread(opened, reviewer(opened.document, options), changed, came, went, place)


def stamp_of(path: str) -> Stamp | None:
    """The state of the file, None where there is none or nothing can be known of it."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
