"""Characters that Word keeps as a place in a symbol font."""

from reviewer.readers.docx.names import W
from reviewer.readers.docx.xml import Element

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x75: "◆",
    0x76: "❖",
    0xA1: "○",
    0xA3: "□",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□"}
_SYMBOL = {0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xA5: "∞", 0xAE: "→"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)
_PLANES = range(1, 0x110000)


def symbol(element: Element) -> str:
    """The character of a `w:sym`, in Unicode where its font's place is known; "" where it names none."""
    code = _code(element.get(W + "char"))
    place = code - 0xF000 if code in _PRIVATE else code
    known = _FONTS.get(element.get(W + "font", "").lower())
    if known is not None:
        return known.get(place, chr(code)) if code else ""
    return chr(place) if place else ""


def extended_symbol(element: Element) -> str:
    """The character of a `w16se:symEx`, by which Word writes emoji; "" where it names none."""
    code = next((_code(str(value)) for name, value in element.items() if str(name).endswith("}char")), 0)
    return chr(code) if code else ""


def _code(value: str | None) -> int:
    try:
        code = int(value or "0", 16)
    except ValueError:
        return 0
    return code if code in _PLANES and not 0xD800 <= code < 0xE000 else 0
