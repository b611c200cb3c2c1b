"""Word documents made from a few words, complete enough to be copied, and what is in their copies."""

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reviewer.exports.copy import Copy
from reviewer.exports.docx.copies import docx_copy
from reviewer.model.document import Document
from reviewer.model.edit import Change, Edit
from reviewer.model.span import Span
from reviewer.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def r(text: str, look: str = "") -> str:
    """A run; `look` are its properties in XML."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t>{text}</w:t></w:r>"


def p(*content: str, ppr: str = "") -> str:
    """A paragraph of runs; plain words become one."""
    inner = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def field(code: str, result: str) -> str:
    """A complex field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    codes = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark.format("begin") + codes + mark.format("separate") + r(result) + mark.format("end")


def box(choice: str, fallback: str | None = None) -> str:
    """A run with a text box that is stored twice."""
    text = "<w:txbxContent>{}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{text.format(choice)}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{text.format(choice if fallback is None else fallback)}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def part(name: str, content: str, space: str = W) -> str:
    """A part with the root element `name`."""
    return f'<?xml version="1.0"?>\n<w:{name} xmlns:w="{space}" xmlns:mc="{MC}" xmlns:r="{_R}">{content}</w:{name}>'


def docx(body: str, space: str = W, **parts: str) -> bytes:
    """A Word document with this body; `parts` go into word/NAME.xml, related by their name without its digits."""
    names = ["document", *parts]
    kinds = {name: name.rstrip("0123456789") for name in names}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{"document.main" if name == "document" else kinds[name]}+xml"/>'
        for name in names
    )
    links = "".join(f'<Relationship Id="r{name}" Type="{_R}/{kinds[name]}" Target="{name}.xml"/>' for name in parts)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_R}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", space))
        if parts:
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
        archive.writestr("word/media/image1.png", b"\x89PNG not looked at", zipfile.ZIP_STORED)
    return target.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The unpacked members of a zip file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main_part(data: bytes) -> str:
    """The body of the document in XML."""
    text = members(data)["word/document.xml"].decode()
    return text[text.index("<w:body>") + 8 : text.index("</w:body>")]


def opened(data: bytes) -> Document:
    """What is read in a Word document."""
    return read_bytes(data, "稿.docx")


def copied(data: bytes, changes: Sequence[Change] = (), **options: Any) -> Copy:
    """The copy of a Word document with these changes."""
    return docx_copy(opened(data), data, changes, now=NOW, **options)


def change(document: Document, old: str, new: str, occurrence: int = 0) -> Edit:
    """The edit that makes `new` of some words of the document."""
    found = [
        Edit(Span(number, at, at + len(old)), new)
        for number, text in enumerate(document.texts)
        for at in range(len(text))
        if text.startswith(old, at)
    ]
    return found[occurrence]


def edited(data: bytes, old: str, new: str, **options: Any) -> Copy:
    """The copy in which `new` stands for `old`."""
    return copied(data, [change(opened(data), old, new)], **options)
