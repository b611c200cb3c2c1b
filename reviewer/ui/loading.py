"""From a path to what the window shows first; all of it runs in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui.speech_looks import ParagraphLook, looks

Reader = Callable[[str], Document]
Reviewer = Callable[[Document, ReviewOptions], Report]
Outliner = Callable[[Document], Outline]
Stamp = tuple[int, int]
"""What tells one state of a file from another: time of its last change, and size."""


def read(path: str) -> Document:
    """The document at `path`; raises ReadError."""
    from reviewer.readers import read

    return read(path, layout=True)


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


def open_file(
    reader: Reader, outliner: Outliner, path: str, decided: Callable[[str, str], tuple[Decision, ...]] | None = None
) -> Opened:
    """Read `path`, with what was decided about it before; raises ReadError."""
    from reviewer.store.decisions import content_key

    stamp = stamp_of(path)
    document = reader(path)
    headings = outliner(document)
    content = content_key(document)
    made = decided(path, content) if decided is not None else ()
    return Opened(document, headings, looks(document, headings), stamp, content, made)


def read_again(
    reader: Reader, outliner: Outliner, reviewer: Reviewer, path: str, options: ReviewOptions
) -> tuple[Opened, Report]:
    """Read and review `path` once more; raises ReadError."""
    opened = open_file(reader, outliner, path)
    return opened, reviewer(opened.document, options)


def stamp_of(path: str) -> Stamp | None:
    """The state of the file, None where there is none or nothing can be known of it."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size
