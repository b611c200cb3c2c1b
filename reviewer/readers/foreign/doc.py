"""Word 97–2003 binaries (.doc, .wps of WPS Office): made into .docx by msdoc2docx and read as such."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from io import BytesIO
from types import ModuleType, SimpleNamespace
from typing import Any
from uuid import uuid4

from reviewer.model.document import Document, Paragraph, Place
from reviewer.readers.docx import read_docx
from reviewer.readers.foreign.pieces import ONLY_TEXT, encrypted, read_pieces
from reviewer.readers.gather import is_page_number

_CLASS = slice(8, 24)
_BYTE_ORDER = slice(28, 30)
_ANCHORS = "\ufffc\ufffd"


def read_doc(data: bytes, path: str) -> Document:
    """The text of a Word binary as the .docx reader gives it; where it cannot be converted, its bare text.

    Raises EncryptedError or DamagedError.
    """
    from doc2docx.errors import EncryptedDocumentError

    try:
        document = read_docx(_converted(_repaired(data)), path)
    except EncryptedDocumentError:
        raise encrypted() from None
    except Exception:
        # Whatever stops the converter, the text itself is stored simply and mostly whole.
        return read_pieces(data).document(path, "doc", (ONLY_TEXT,))
    paragraphs = [_without_anchors(paragraph) for paragraph in document.paragraphs]
    margins = (Place.HEADER, Place.FOOTER)
    shown = tuple(p for p in paragraphs if not (p.origin.place in margins and is_page_number(p.text)))
    return replace(document, format="doc", paragraphs=shown)


def _repaired(data: bytes) -> bytes:
    """`data` with a compound file's class, which WPS Office writes, and its byte order as the standard wants them."""
    header = bytearray(data)
    header[_CLASS] = bytes(16)
    header[_BYTE_ORDER] = b"\xfe\xff"
    return bytes(header)


def _without_anchors(paragraph: Paragraph) -> Paragraph:
    """A paragraph without the signs that stand for comments, page numbers and objects, and without runs.

    Runs lead into a .docx that is not kept.
    """
    text = paragraph.text
    if not any(sign in text for sign in _ANCHORS):
        return paragraph._replace(runs=())
    moved = [0]
    for character in text:
        moved.append(moved[-1] + (character not in _ANCHORS))
    kept = "".join(c for c in text if c not in _ANCHORS)
    inserted = tuple((moved[a], moved[b]) for a, b in paragraph.inserted if moved[a] < moved[b])
    return paragraph._replace(text=kept, label=moved[paragraph.label], inserted=inserted, runs=())


class _Done(Exception):  # noqa: N818
    """Thrown once the .docx is written, so that the converter goes no further."""


def _converted(data: bytes) -> bytes:
    """The .docx that msdoc2docx makes, without any file: it would leave the text on the disk."""
    from doc2docx import converter
    from doc2docx.cfb import CompoundFile
    from doc2docx.errors import InvalidWordDocument
    from doc2docx.msdoc import TextBoxCollection
    from doc2docx.ooxml import package

    target = BytesIO()
    read_header_boxes = converter.read_header_textboxes

    def write(document: Any, _: Any) -> None:
        package.write_docx(document, target)
        raise _Done

    def header_boxes(*positions: Any, **names: Any) -> Any:
        try:
            return read_header_boxes(*positions, **names)
        except InvalidWordDocument:
            return TextBoxCollection({})

    nowhere = SimpleNamespace(name=uuid4().hex)
    stand_ins = {
        "CompoundFile": SimpleNamespace(from_path=lambda *_, **__: CompoundFile(data)),
        "tempfile": SimpleNamespace(NamedTemporaryFile=lambda **_: nullcontext(nowhere)),
        "write_docx": write,
        "read_header_textboxes": header_boxes,
    }
    with _replaced(converter, stand_ins), _replaced(package, {"Path": lambda target: target}), suppress(_Done):
        converter.convert("source.doc", "target.docx")
    return target.getvalue()


@contextmanager
def _replaced(module: ModuleType, stand_ins: dict[str, Any]) -> Iterator[None]:
    kept = {name: getattr(module, name) for name in stand_ins}
    for name, value in stand_ins.items():
        setattr(module, name, value)
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(module, name, value)
