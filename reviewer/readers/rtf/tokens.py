"""RTF as a stream of tokens, and the bytes in it as text (Rich Text Format Specification 1.9.1)."""

import re
from collections.abc import Iterator

from reviewer.readers.encoding import plausibility

OPEN, CLOSE, WORD, SIGN, TEXT, BYTES = range(6)
Token = tuple[int, str, int | None]
"""A kind, what it says (the control word, the sign, the text, one character a byte), and a control word's number."""

_TOKENS = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?"  # control word
    r"|\\'([0-9a-fA-F]{2})"  # byte
    r"|([{}])"
    r"|\\([^a-zA-Z])"  # control sign
    r"|([^\\{}\r\n\x80-\xff]+)"  # text
    r"|([\x80-\xff]+)",  # bytes written as they are
    re.DOTALL,
)
_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_CHINESE = frozenset({936, 950, 932, 949, 54936})
_RAW_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
_RAW = re.compile(rb"[\x80-\xff]{2,}")
_SAMPLE = 20_000


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file, binary pictures passed over."""
    text = _prepared(data).decode("latin-1")
    at = 0
    while True:
        for match in _TOKENS.finditer(text, at):
            kind = match.lastindex
            if match[1] is not None:
                number = int(match[2]) if match[2] else None
                if match[1] == "bin":
                    at = match.end() + max(number or 0, 0)
                    break
                yield WORD, match[1], number
            elif kind == 6:
                yield TEXT, match[6], None
            elif kind == 3:
                yield BYTES, chr(int(match[3], 16)), None
            elif kind == 4:
                yield (OPEN if match[4] == "{" else CLOSE), match[4], None
            elif kind == 5:
                yield SIGN, match[5], None
            else:
                yield BYTES, match[7], None
        else:
            return


def _prepared(data: bytes) -> bytes:
    """`data` with characters of two bytes that stand in it as they are written as escapes.

    Their second byte may be a backslash or a brace; whether bytes go in pairs is told by the code page, or, where it
    names none, by what they read as.
    """
    if not _RAW.search(data):
        return data
    wide = _as_utf8(data)
    if wide is not None:
        return wide
    declared = _CODEPAGE.search(data[:4000])
    if declared is not None and int(declared[1]) not in _CHINESE:
        return data
    if declared is None:
        sample = b"".join(_RAW.findall(data))[:_SAMPLE].decode("gb18030", "replace")
        if plausibility(sample) < 0.8:
            return data
        head = data.find(b"\\rtf") + 4
        data = data[:head] + b"1\\ansicpg936" + data[head:].lstrip(b"0123456789")
    return _RAW_PAIR.sub(lambda pair: "".join(f"\\'{byte:02x}" for byte in pair[0]).encode("ascii"), data)


def _as_utf8(data: bytes) -> bytes | None:
    """A file that some program wrote in UTF-8, its characters as `\\u` escapes; None for all others."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "".join([c if c < "\x80" else _escaped(c) for c in text]).encode("ascii")


def _escaped(character: str) -> str:
    units = character.encode("utf-16-le", "surrogatepass")
    codes = [int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2)]
    return "{\\uc0" + "".join(f"\\u{code} " for code in codes) + "}"
