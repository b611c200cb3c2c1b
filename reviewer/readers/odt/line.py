"""The characters of one OpenDocument paragraph."""

import re
from collections import Counter
from dataclasses import dataclass, field

from reviewer.readers import limits
from reviewer.readers.docx.styles import whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.odt.names import DRAW, LOEXT, OFFICE, STYLE_NAME, SVG, TEXT
from reviewer.readers.odt.styles import Look, Styles

_SPACE, _TAB, _BREAK, _BEGIN, _END = "\x01", "\x02", "\x03", "\x04", "\x05"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WHITE = re.compile(r"[ \t\r\n]+")
_MARKS = re.compile(f"[{_BEGIN}{_END}]")
_PLAIN = str.maketrans({_SPACE: " ", _TAB: "\t", _BREAK: "\n"})
_MOST_SPACES = 1000
_UNSEEN = frozenset(
    {
        *(TEXT + name for name in ("ruby-text", "number", "script", "change", "tracked-changes", "note-citation")),
        *(OFFICE + name for name in ("annotation-end", "forms", "event-listeners")),
        *(SVG + name for name in ("title", "desc")),
    }
)
_SIGNS = {TEXT + "tab": _TAB, TEXT + "line-break": _BREAK}
_HIDEABLE = frozenset({TEXT + "hidden-text", TEXT + "hidden-paragraph"})
_SHAPES = tuple(
    DRAW + name
    for name in ("frame", "g", "a", "custom-shape", "rect", "ellipse", "circle", "polygon", "polyline", "path", "line")
)
SHAPES = frozenset(_SHAPES)


@dataclass(slots=True)
class Tally:
    """What was met on the way: what is left out, and which tracked insertions there are and which are open."""

    styles: Styles
    dropped: Counter[str] = field(default_factory=Counter)
    too_deep: bool = False
    insertions: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)


class Line:
    """Collects what a paragraph holds: its text with marked insertions, its notes and its shapes."""

    def __init__(self, tally: Tally, base: Look) -> None:
        self.notes: list[Element] = []
        self.shapes: list[Element] = []
        self.bold: bool | None = None
        self.size: float | None = None
        self.is_hidden = False
        self._tally = tally
        self._base = base
        self._pieces = [_BEGIN] if tally.open else []

    def take(self, element: Element, look: Look | None = None, depth: int = 0) -> None:
        """Take in the content of a `text:p`, `text:h` or of something inside it; `look` is that of its characters."""
        look = self._base if look is None else look
        self._put(element.text, look)
        for child in element:
            self._child(child, look, depth)
            self._put(child.tail, look)

    def _child(self, child: Element, look: Look, depth: int) -> None:
        tag = str(child.tag)  # no string in comments and processing instructions
        if tag in _UNSEEN or tag[0] != "{":
            return
        if tag == TEXT + "s":
            self._pieces.append(_SPACE * min(max(whole(child.get(TEXT + "c")) or 1, 1), _MOST_SPACES))
        elif tag in _SIGNS:
            self._pieces.append(_SIGNS[tag])
        elif tag == TEXT + "note":
            self.notes.append(child)
        elif tag in SHAPES:
            self.shapes.append(child)
        elif tag == OFFICE + "annotation":
            self._tally.dropped["comments"] += 1
        elif tag in (TEXT + "change-start", TEXT + "change-end"):
            self._change(child)
        elif tag in _HIDEABLE and child.get(TEXT + "is-hidden", "true") == "true":
            self._tally.dropped["hidden"] += 1
            self.is_hidden = self.is_hidden or tag == TEXT + "hidden-paragraph"
        elif depth > limits.NESTED_INLINE:
            self._tally.too_deep = True
        else:
            own = child.get(STYLE_NAME) if tag in (TEXT + "span", LOEXT + "content-control") else None
            self.take(child, look if own is None else self._tally.styles.look("text", own).over(look), depth + 1)

    def _change(self, element: Element) -> None:
        identifier = element.get(TEXT + "change-id", "")
        if identifier not in self._tally.insertions:
            return
        if element.tag == TEXT + "change-start":
            self._tally.open.add(identifier)
            self._pieces.append(_BEGIN)
        else:
            self._tally.open.discard(identifier)
            self._pieces.append(_END)

    def _put(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.hidden:
            self._tally.dropped["hidden"] += not text.isspace()
            return
        self._pieces.append(_CONTROLS.sub("", text))
        if not text.isspace():
            self.bold = look.bold is True and self.bold is not False
            self.size = look.size if self.size is None else self.size

    def text(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text, manual line breaks as line feeds, and the stretches of it that a tracked change put in."""
        marked = _WHITE.sub(" ", "".join(self._pieces)).strip(" ").translate(_PLAIN)
        pieces = _MARKS.split(marked)
        if len(pieces) == 1:
            return marked, ()
        inserted: list[tuple[int, int]] = []
        at, start = len(pieces[0]), 0
        depth = 0
        for sign, piece in zip(_MARKS.findall(marked), pieces[1:], strict=True):
            if sign == _BEGIN:
                start = start if depth else at
                depth += 1
            elif depth:
                depth -= 1
                if not depth and at > start:
                    inserted.append((start, at))
            at += len(piece)
        if depth and at > start:
            inserted.append((start, at))
        return "".join(pieces), tuple(inserted)
