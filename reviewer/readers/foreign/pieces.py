"""The bare text of a Word 97–2003 binary, for files that nothing else can read ([MS-DOC] 2.4 and 2.8)."""

import re
import struct

from reviewer.errors import DamagedError, EncryptedError
from reviewer.model.document import Place
from reviewer.readers import limits
from reviewer.readers.encoding import plausibility
from reviewer.readers.gather import Gatherer, Where, is_page_number
from reviewer.readers.ole import Ole

ONLY_TEXT = "这个文件只能读出文字，自动编号和格式没有读出，请对照原稿核对。"

_TABLE_STREAM = 0x0200
_ENCRYPTED = 0x0100
_COUNTS = 0x4C
_PIECES = 0x1A2
_COMPRESSED = 0x4000_0000
_STORIES = (
    Place.BODY,
    Place.FOOTNOTE,
    Place.HEADER,
    None,  # macros
    None,  # comments
    Place.ENDNOTE,
    Place.TEXTBOX,
    Place.FOOTER,  # text boxes in headers and footers
)
_ORDER = (Place.BODY, Place.TEXTBOX, Place.FOOTNOTE, Place.ENDNOTE, Place.HEADER, Place.FOOTER)
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_ENDS = re.compile("[\r\x07\x0c]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "\u2011", "\x1f": None, "\xa0": "\xa0"})
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1d\ufffc\ufffd]")
_MARKS = re.compile("[\x00-\x1f]")
_FIELD_ROUNDS = 20
_TEXT = 0.4
_SURE = 0.6


def read_pieces(data: bytes) -> Gatherer:
    """The paragraphs of all stories, table cells each by itself; raises DamagedError where no text can be found."""
    ole = Ole(data)
    document = ole.stream("WordDocument") or b""
    if len(document) < _PIECES + 8:
        raise _damaged()
    flags = int.from_bytes(document[10:12], "little")
    if flags & _ENCRYPTED:
        raise encrypted()
    table = ole.stream("1Table" if flags & _TABLE_STREAM else "0Table") or b""
    text = _joined_pieces(document, table)
    if _likelihood(text) < _SURE:
        text = max(text, *_stretches(document), key=_likelihood)
    if _likelihood(text) < _TEXT:
        raise _damaged()
    units = text.encode("utf-16-le", "replace")  # Word counts UTF-16
    counts = struct.unpack_from("<8I", document, _COUNTS)
    stories: dict[Place, list[str]] = {place: [] for place in _ORDER}
    start = 0
    for place, count in zip(_STORIES, counts, strict=True):
        if place is not None:
            stories[place] += _paragraphs(units[2 * start : 2 * (start + count)].decode("utf-16-le", "replace"))
        start += count
    gatherer = Gatherer()
    for place, paragraphs in stories.items():
        margin = place in (Place.HEADER, Place.FOOTER)
        for paragraph in dict.fromkeys(paragraphs) if margin else paragraphs:
            if not (margin and is_page_number(paragraph)):
                gatherer.add(paragraph, Where(place))
    return gatherer


def _likelihood(text: str) -> float:
    """How much `text` looks like prose, Word's own control characters aside."""
    return plausibility(_MARKS.sub("", text))


def _joined_pieces(document: bytes, table: bytes) -> str:
    """The text by the piece table, "" where that is broken."""
    at, size = struct.unpack_from("<II", document, _PIECES)
    clx = table[at : at + size]
    while clx[:1] == b"\x01" and len(clx) > 3:
        clx = clx[3 + int.from_bytes(clx[1:3], "little") :]
    if clx[:1] != b"\x02":
        return ""
    clx = clx[5 : 5 + int.from_bytes(clx[1:5], "little")]
    count = (len(clx) - 4) // 12
    if count < 1:
        return ""
    places = struct.unpack_from(f"<{count + 1}I", clx)
    out = []
    for number in range(count):
        length = places[number + 1] - places[number]
        if not 0 <= length <= limits.CHARACTERS:
            return ""
        (where,) = struct.unpack_from("<I", clx, 4 * (count + 1) + 8 * number + 2)
        if where & _COMPRESSED:
            start = (where & ~_COMPRESSED) // 2
            out.append(document[start : start + length].decode("cp1252", "replace").encode("utf-16-le"))
        else:
            out.append(document[where : where + 2 * length])
        out[-1] = out[-1].ljust(2 * length, b"\0")
    return b"".join(out).decode("utf-16-le", "replace")


def _stretches(document: bytes) -> tuple[str, str]:
    """The text where it stands in one stretch, as it does unless the file was saved in haste, in both encodings."""
    first, last = struct.unpack_from("<II", document, 0x18)
    stretch = document[first:last]
    return stretch.decode("utf-16-le", "replace"), stretch.decode("cp1252", "replace")


def _paragraphs(story: str) -> list[str]:
    for _ in range(_FIELD_ROUNDS):  # fields stand in fields; the innermost go first
        story, found = _FIELD_CODE.subn(lambda field: field[1] or "", story)
        if not found:
            break
    pieces = [_CONTROLS.sub("", piece.translate(_SIGNS)) for piece in _ENDS.split(story)]
    return [piece for piece in pieces if piece.strip()]


def encrypted() -> EncryptedError:
    """The error for a document with a password."""
    return EncryptedError("这个文件设有打开密码，读不了。", "请在 Word 或 WPS 中输入密码打开，取消密码后另存一份再试。")


def _damaged() -> DamagedError:
    return DamagedError("这个文件已损坏，正文读不出来。", "请用 Word 或 WPS 打开修复后另存，或请发件人重新发一份。")
