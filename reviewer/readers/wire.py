"""Documents and read errors as bytes, for the way from the child process; nothing in them is run (as pickle would)."""

import json
from typing import Any

from reviewer import errors
from reviewer.errors import ReadError
from reviewer.model.document import Document, Origin, Paragraph, ParagraphStyle, Place

_ERRORS: dict[str, type[ReadError]] = {
    kind.kind: kind
    for kind in (
        ReadError,
        errors.EncryptedError,
        errors.UnsupportedError,
        errors.DamagedError,
        errors.TooLargeError,
    )
}


def pack(outcome: Document | ReadError) -> bytes:
    """What reading gave, runs left out."""
    if isinstance(outcome, ReadError):
        return _bytes({"error": [outcome.kind, outcome.message, outcome.hint]})
    styles: dict[ParagraphStyle, int] = {}
    paragraphs = []
    for p in outcome.paragraphs:
        origin, style = p.origin, styles.setdefault(p.style, len(styles))
        place = [origin.address, origin.place.value, origin.table, origin.row, origin.column, origin.note]
        paragraphs.append([p.text, place, style, p.label, p.inserted])
    looks = [[s.name, s.outline_level, s.centred, s.right, s.bold, s.size] for s in styles]
    return _bytes({"format": outcome.format, "warnings": outcome.warnings, "styles": looks, "paragraphs": paragraphs})


def unpack(data: bytes, path: str) -> Document | ReadError:
    """The inverse of `pack`; raises ValueError where `data` is not what it gives."""
    try:
        return _outcome(json.loads(data), path)
    except (KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError("not a packed document") from error


def _outcome(said: Any, path: str) -> Document | ReadError:
    if "error" in said:
        kind, message, hint = said["error"]
        return _ERRORS[kind](str(message), str(hint))
    styles = [ParagraphStyle(*look) for look in said["styles"]]
    paragraphs = tuple(
        Paragraph(
            str(text),
            Origin(str(address), Place(place), table, row, column, note),
            styles[style],
            (),
            int(label),
            tuple((int(start), int(end)) for start, end in inserted),
        )
        for text, (address, place, table, row, column, note), style, label, inserted in said["paragraphs"]
    )
    return Document(path, str(said["format"]), paragraphs, tuple(map(str, said["warnings"])))


def _bytes(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
