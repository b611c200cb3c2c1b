"""Runs rewritten: characters taken out, put in and marked, everything else in them as it was."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reviewer.exports.docx.leaves import characters
from reviewer.exports.docx.markup import Node, attributes, escaped
from reviewer.exports.docx.part import Part

# The properties that come before w:highlight in w:rPr (ECMA-376 part 1, CT_RPr).
_BEFORE_HIGHLIGHT = frozenset(
    {
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs"),
    }
)
_ENDS, _STARTS = 0, 2


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who is named for tracked changes and when, as XML has it; `numbers` gives their identifiers."""

    author: str
    date: str
    numbers: "count[int]"

    def start(self, part: Part, name: str, empty: bool = False) -> bytes:
        """The start tag of a `w:ins` or `w:del`."""
        return part.tag(name, empty, id=next(self.numbers), author=self.author, date=self.date)


@dataclass(slots=True)
class Touches:
    """What happens to the characters of one leaf; offsets count in its element.

    `insertions` are (offset, text, properties of the run that they take or None); `points` are markup between
    runs (offset, rank, bytes); `paints` stretches with the colour of their highlighting.
    """

    deletions: list[tuple[int, int]] = field(default_factory=list)
    insertions: list[tuple[int, str, bytes | None]] = field(default_factory=list)
    points: list[tuple[int, int, bytes]] = field(default_factory=list)
    paints: list[tuple[int, int, str]] = field(default_factory=list)

    def open_range(self, at: int, content: bytes) -> None:
        """Put the markup that begins a range before the character `at`."""
        self.points.append((at, _STARTS, content))

    def close_range(self, at: int, content: bytes) -> None:
        """Put the markup that ends a range before the character `at`."""
        self.points.append((at, _ENDS, content))


class Rewriting:
    """Gathers what happens to the runs of one part, then rewrites them."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._runs: dict[Node, dict[Node, Touches]] = {}

    def touches(self, leaf: Node) -> Touches:
        """The changes of the leaf `leaf`, to be added to."""
        assert leaf.parent is not None
        return self._runs.setdefault(leaf.parent, {}).setdefault(leaf, Touches())

    def carry_out(self, tracking: Tracking | None) -> None:
        """Rewrite the runs that were touched; inner ones first, since a text box lies inside a run."""
        for run in sorted(self._runs, key=lambda node: -node.start):
            writer = _Writer(self.part, run, tracking)
            for child in run.children:
                if child in writer.head:
                    continue
                touches = self._runs[run].get(child)
                if touches is None:
                    writer.keep(self.part.rendered(child.start, child.end))
                else:
                    writer.leaf(child, touches)
            self.part.replace(run.start, run.end, writer.finished())


class _Writer:
    def __init__(self, part: Part, run: Node, tracking: Tracking | None) -> None:
        self._part = part
        self._run = run
        self._tracking = tracking
        self._in_insertion = any(n.local in ("ins", "moveTo") for n in run.ancestors())
        self.head = [c for c in run.children if c.local == "rPr"]
        self._look = properties(part, run)
        self._out = bytearray()
        self._open: tuple[str, bytes] | None = None
        self._text = ""
        self._leaf: Node | None = None

    def keep(self, content: bytes, wrapper: str = "") -> None:
        """Carry over a child as it is."""
        self._change_to(wrapper, self._look)
        self._flush()
        self._out += content

    def leaf(self, leaf: Node, touches: Touches) -> None:
        """Write a leaf with its changes."""
        text = characters(self._part, leaf) or ""
        self._flush()
        self._leaf = leaf
        edges = {0, len(text)} | {a for pair in touches.deletions for a in pair}
        edges |= {a for first, last, _ in touches.paints for a in (first, last)}
        edges |= {at for at, _, _ in touches.insertions} | {at for at, _, _ in touches.points}
        ordered = sorted(edges)
        for number, start in enumerate(ordered):
            end = ordered[number + 1] if number + 1 < len(ordered) else start
            self._between(touches, start)
            if end > start:
                self._stretch(leaf, text, start, end, touches)
        self._flush()
        self._leaf = None

    def finished(self) -> bytes:
        """The runs that stand in the place of the one; nothing where all of it went."""
        self._close()
        return bytes(self._out)

    def _between(self, touches: Touches, at: int) -> None:
        points = [(rank, content) for place, rank, content in touches.points if place == at]
        for _, content in (p for p in points if p[0] == _ENDS):
            self._point(content)
        for place, text, look in touches.insertions:
            if place == at:
                wrapper = "ins" if self._tracking is not None and not self._in_insertion else ""
                self._change_to(wrapper, self._look if look is None or self._tracking is None else look)
                self._text += text
        for _, content in (p for p in points if p[0] == _STARTS):
            self._point(content)

    def _stretch(self, leaf: Node, text: str, start: int, end: int, touches: Touches) -> None:
        deleted = any(a <= start and end <= b for a, b in touches.deletions)
        if deleted and self._tracking is None:
            return
        colour = next((c for a, b, c in touches.paints if a <= start and end <= b), None)
        look = self._look if colour is None else painted(self._part, self._look, colour)
        self._change_to("del" if deleted else "", look)
        if leaf.local == "t":
            self._text += text[start:end]
        else:
            self._flush()
            self._out += self._part.data[leaf.start : leaf.end]

    def _point(self, content: bytes) -> None:
        self._close()
        self._out += content

    def _change_to(self, wrapper: str, look: bytes) -> None:
        if self._open == (wrapper, look):
            return
        self._close()
        if wrapper and self._tracking is not None:
            self._out += self._tracking.start(self._part, wrapper)
        self._out += self._part.data[self._run.start : self._run.inner] + look
        self._open = wrapper, look

    def _close(self) -> None:
        if self._open is None:
            return
        self._flush()
        self._out += self._part.data[self._run.close : self._run.end]
        if self._open[0]:
            self._out += self._part.end_tag(self._open[0])
        self._open = None

    def _flush(self) -> None:
        """Write the characters gathered for one element."""
        text, self._text = self._text, ""
        if not text or self._open is None:
            return
        leaf = self._leaf
        name = leaf.name if leaf is not None and leaf.local == "t" else f"{self._part.word}t"
        if self._open[0] == "del":
            name = f"{self._part.word}delText"
        kept = leaf is not None and attributes(self._part.data, leaf).get("space") == "preserve"
        for number, piece in enumerate(text.split("\t")):
            if number:
                self._out += self._part.tag("tab")
            if piece:
                space = b' xml:space="preserve"' if kept or piece != piece.strip() else b""
                tag = name.encode()
                self._out += b"<" + tag + space + b">" + escaped(piece) + b"</" + tag + b">"


def properties(part: Part, run: Node) -> bytes:
    """The properties of a run as they are written, "" where it has none."""
    return b"".join(part.data[c.start : c.end] for c in run.children if c.local == "rPr")


def painted(part: Part, look: bytes, colour: str) -> bytes:
    """Run properties with highlighting in `colour`; as they are where the author highlighted the run himself."""
    mark = part.tag("highlight", val=colour)
    inner = list(_members(part, look))
    if not inner:
        return part.tag("rPr", empty=False) + mark + part.end_tag("rPr")
    if any(name == "highlight" for name, _ in inner):
        return look
    at = max((end for name, end in inner if name in _BEFORE_HIGHLIGHT or name == "rPr"), default=0)
    return look[:at] + mark + look[at:]


def _members(part: Part, look: bytes) -> Iterator[tuple[str, int]]:
    """The names of the properties with the byte behind each; the first is `rPr` with the end of its start tag."""
    from reviewer.exports.docx.markup import nodes

    if not look:
        return
    root = nodes(look)
    if root.inner == root.end:
        return
    yield "rPr", root.inner
    for child in root.children:
        yield child.local, child.end
