"""Files of the other formats made from a few words."""

import struct
from xml.sax.saxutils import escape

from readers_made import package

from reviewer.model.document import Document
from reviewer.readers import read_bytes

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
ODT = "application/vnd.oasis.opendocument.text"


def rtf(body: str, head: str = "\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1 Arial;}}") -> bytes:
    """An RTF document; Chinese characters of `body` are written as escapes."""
    escaped = "".join(c if c < "\x80" else "".join(f"\\u{u} ?" for u in _units(c)) for c in body)
    return f"{{\\rtf1\\ansi{head}{escaped}}}".encode("ascii")


def _units(character: str) -> list[int]:
    units = character.encode("utf-16-le")
    return [v - 0x10000 if v > 0x7FFF else v for v in struct.unpack(f"<{len(units) // 2}H", units)]


def read_rtf_of(body: str) -> Document:
    return read_bytes(rtf(body), "made.doc")


def odt(body: str, automatic: str = "", styles: str = "", masters: str = "") -> bytes:
    """An OpenDocument text; `body` is XML, or paragraphs of plain words divided by `|`."""
    if not body.startswith("<"):
        body = "".join(f"<text:p>{escape(text)}</text:p>" for text in body.split("|"))
    return package(
        {
            "mimetype": ODT,
            "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        }
    )


def flat_odt(body: str, automatic: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:mimetype="{ODT}">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def read_odt_of(body: str, automatic: str = "", styles: str = "", masters: str = "") -> Document:
    return read_bytes(odt(body, automatic, styles, masters), "made.odt")


def pdf(*pages: list[tuple[float, float, float, str]], rotate: int = 0, extra: str = "") -> bytes:
    """A PDF of pages of texts `(x, y, size, text)`, in points from the lower left corner of an A4 sheet.

    The font is a Chinese one that is not embedded: each character is one em wide, ASCII half an em.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        (
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 [500] 2 94 500] "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 "
            "/CapHeight 880 /StemV 93 /ItalicAngle 0 /FontBBox [-25 -254 1000 880] >> >>"
        ),
    ]
    for number, texts in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, text in texts
        )
        content = extra + drawn
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def lines(*texts: str, size: float = 16, left: float = 79, top: float = 700, pitch: float = 29) -> list:
    """Lines below each other; leading ideographic spaces are an indent."""
    found = []
    for number, text in enumerate(texts):
        indent = len(text) - len(text.lstrip("\u3000"))
        found.append((left + indent * size, top - number * pitch, size, text.lstrip("\u3000")))
    return found


def ofd(*pages: list[tuple[float, float, float, str]]) -> bytes:
    """An OFD file of pages of texts `(x, y, size, text)`, in millimetres from the upper left corner."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts = {
        "OFD.xml": f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{i + 1}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    for number, texts in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="10">'
            + "".join(
                f'<ofd:TextObject ID="{100 + i}" Boundary="0 0 210 297" Font="3" Size="{size}">'
                f'<ofd:TextCode X="{x}" Y="{y}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
                for i, (x, y, size, text) in enumerate(texts)
            )
            + "</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return package(parts)


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams, each put out to the size from which it has sectors of its own."""
    sector = 512
    bodies = {name: body.ljust(4096, b"\0") for name, body in streams.items()}
    bodies = {name: body + bytes(-len(body) % sector) for name, body in bodies.items()}
    fat = [0xFFFFFFFD]
    directory_at = len(fat)
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
    content = b""
    fat.append(0xFFFFFFFE)
    if len(bodies) > 3:
        raise ValueError("one directory sector holds three streams")
    for name, body in bodies.items():
        start, count = len(fat), len(body) // sector
        entries.append(_entry(name, 2, start, len(body)))
        fat += [*range(start + 1, start + count), 0xFFFFFFFE]
        content += body
    header = bytearray(sector)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header[76:512] = b"\xff" * 436
    struct.pack_into("<I", header, 76, 0)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(sector, b"\xff")
    if len(table) > sector:
        raise ValueError("too long")
    return bytes(header) + table + b"".join(entries).ljust(sector, b"\0") + content


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + b"\xff" * 12
        + bytes(36)
        + struct.pack("<II", start, size)
        + bytes(4)
    )


def word(*stories: str, flags: int = 0, ident: int = 0xA5EC) -> bytes:
    """The barest Word 97 binary: text in one piece. Stories: body, footnotes, headers, macros, comments, …"""
    text = "".join(stories)
    document = bytearray(0x800)
    struct.pack_into("<HH", document, 0, ident, 0xC1)
    struct.pack_into("<H", document, 10, flags | 0x0200)
    counts = [len(story.encode("utf-16-le")) // 2 for story in stories]
    struct.pack_into("<8I", document, 0x4C, *(counts + [0] * (8 - len(counts))))
    body = text.encode("utf-16-le")
    pieces = struct.pack("<II", 0, len(body) // 2) + struct.pack("<HIH", 0, len(document), 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", document, 0x1A2, 0, len(clx))
    struct.pack_into("<II", document, 0x18, len(document), len(document) + len(body))
    return ole({"WordDocument": bytes(document) + body, "1Table": clx})
