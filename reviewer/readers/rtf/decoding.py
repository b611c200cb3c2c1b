"""The codecs of bytes in an RTF file."""

import codecs

_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
_PAIRED = frozenset({"cp932", "cp949", "johab", "gb18030", "cp950"})
_WESTERN = "cp1252"


def codec_of_page(page: int | None) -> str:
    """The Python codec of a Windows code page, Western where it is unknown."""
    if page in (936, 54936):
        return "gb18030"
    if page == 65001:
        return "utf-8"
    try:
        return codecs.lookup(f"cp{page}").name
    except LookupError:
        return _WESTERN


def codec_of_charset(charset: int) -> str | None:
    """The codec of a font's `\\fcharset`; None where the document's code page holds."""
    return _CHARSETS.get(charset)


def ends_half(pending: bytes | bytearray, codec: str) -> bool:
    """Whether `pending` ends with the first byte of a character of two, whose second may look like ASCII."""
    if codec not in _PAIRED:
        return False
    high = 0
    for byte in reversed(pending):
        if byte < 0x81:
            break
        high += 1
    return high % 2 == 1
