"""A document of any format as a Word document laid out to GB/T 9704—2012, with the way from its places to the new."""

import zipfile
from dataclasses import dataclass, replace
from io import BytesIO

from reviewer.exports.official.blocks import blocks, shown_text
from reviewer.exports.official.classify import looks
from reviewer.exports.official.manner import manner
from reviewer.exports.official.page import parts
from reviewer.model.document import Document
from reviewer.model.edit import Change, Edit, Remark, StrikeParagraph
from reviewer.model.layout import LayoutProfile
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.readers.docx import read_docx
from reviewer.rules.format.profile import standard

_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The Word document, its text, and for paragraphs of the old one the number of the new and the shift of offsets."""

    data: bytes
    document: Document
    places: dict[int, tuple[int, int]]

    def span(self, span: Span) -> Span | None:
        """Where the characters of `span` stand now, None where their paragraph was left out."""
        place = self.places.get(span.paragraph)
        if place is None:
            return None
        number, shift = place
        start = max(0, span.start + shift)
        return Span(number, start, max(start, span.end + shift))

    def change(self, change: Change) -> Change | None:
        """A change of the old document as one of the new, None where its paragraph was left out."""
        if isinstance(change, StrikeParagraph):
            place = self.places.get(change.paragraph)
            return None if place is None else StrikeParagraph(place[0])
        span = self.span(change.span)
        return None if span is None else Edit(span, change.text)

    def remark(self, remark: Remark) -> Remark | None:
        """A remark on the old document as one on the new."""
        span = self.span(remark.span)
        return None if span is None else replace(remark, span=span)


def lay_out(document: Document, outline: Outline, profile: LayoutProfile | None = None) -> LaidOut:
    """`document` set as `profile` (None: the standard) wants it, without headers, footers and blank lines, notes last."""
    found = looks(document, outline)
    wanted = manner(profile or standard())
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(blocks(document, outline, found, wanted), wanted).items():
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode("utf-8", "replace"))
    data = target.getvalue()
    made = read_docx(data, document.path)
    numbers = [number for number, text in enumerate(made.texts) if text.strip()]
    order = [number for number in found if document.paragraphs[number].text.strip()]
    places = {}
    for number, new in zip(order, numbers, strict=True):
        text, shift = shown_text(document.paragraphs[number])
        if text == made.texts[new]:
            places[number] = new, shift
    return LaidOut(data, made, places)
