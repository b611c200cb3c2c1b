"""Paragraphs taken out, so that what stands around them stays as it was."""

from collections.abc import Collection

from reviewer.exports.docx.fields import CONTENTS
from reviewer.exports.docx.markup import PICTURES, Node, attributes
from reviewer.exports.docx.part import Part
from reviewer.exports.docx.runs import Tracking

BROKEN_FIELD = "这一段是目录或其他跨段域的一部分，单独删去会破坏它，请在 Word 中处理。"
FORMULA = "这一段里有公式，不能以修订方式删去，请在 Word 中处理。"

_BLOCKS = frozenset({"p", "tbl", "sdt", "customXml", "altChunk", "AlternateContent"})
_NOT_FOR_EMPTY = frozenset({"pStyle", "numPr", "outlineLvl", "pPrChange"})
_RENAMED = {"t": "delText", "instrText": "delInstrText"}


def refusal(part: Part, paragraph: Node, generated: dict[Node, str], *, tracked: bool) -> str | None:
    """Why a `w:p` cannot be taken out, None where it can."""
    depth = 0
    for node in _own(paragraph):
        if tracked and node.local == "oMath":
            return FORMULA
        if generated.get(node) == CONTENTS:
            return CONTENTS
        if node.local == "fldChar":
            kind = attributes(part.data, node).get("fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0:
                return BROKEN_FIELD
    return BROKEN_FIELD if depth else None


def take_out(part: Part, paragraphs: Collection[Node]) -> None:
    """Remove these `w:p`; one that a table, a section, a picture or the end of a cell needs is only emptied."""
    for paragraph in sorted(paragraphs, key=lambda node: -node.start):
        pictures = _pictures(paragraph)
        content = _unpaired(part, paragraph)
        if pictures or _section(paragraph) is not None or _needed(paragraph, paragraphs):
            kept = b"".join(_only_pictures(part, run) for run in pictures)
            tag = part.data[paragraph.start : paragraph.inner]
            if tag.endswith(b"/>"):
                continue
            content = tag + _bare(part, paragraph.child("pPr")) + content + kept + part.end_tag("p")
        part.replace(paragraph.start, paragraph.end, content)


def track_out(part: Part, paragraphs: Collection[Node], tracking: Tracking) -> None:
    """Mark these `w:p` as deleted, their marks included where another paragraph follows that takes their place."""
    for paragraph in sorted(paragraphs, key=lambda node: -node.start):
        for run in _own(paragraph):
            if run.name == f"{part.word}r" and not any(n.local in ("r", "del") for n in _within(run, paragraph)):
                _track_run(part, run, tracking)
        if not _needed(paragraph, paragraphs):
            _track_mark(part, paragraph, tracking)


def _track_run(part: Part, run: Node, tracking: Tracking) -> None:
    out = bytearray(tracking.start(part, "del") + part.data[run.start : run.inner])
    for child in run.children:
        content = part.rendered(child.start, child.end)
        renamed = _RENAMED.get(child.local)
        if renamed is not None and content.endswith(b">") and child.end > child.inner:
            name = child.name.encode()
            new = f"{child.prefix}{renamed}".encode()
            content = b"<" + new + content[1 + len(name) : -len(name) - 1] + new + b">"
        out += content
    part.replace(run.start, run.end, bytes(out) + part.data[run.close : run.end] + part.end_tag("del"))


def _track_mark(part: Part, paragraph: Node, tracking: Tracking) -> None:
    mark = tracking.start(part, "del", empty=True)
    look = part.tag("rPr", empty=False) + mark + part.end_tag("rPr")
    properties = paragraph.child("pPr")
    if properties is None:
        if paragraph.end > paragraph.inner:
            part.insert(paragraph.inner, part.tag("pPr", empty=False) + look + part.end_tag("pPr"))
        return
    inner = properties.child("rPr")
    if inner is None:
        behind = next((c for c in properties.children if c.local in ("sectPr", "pPrChange")), None)
        _put_in(part, properties, None if behind is None else behind.start, look)
    elif inner.child("del") is None:
        ins = inner.child("ins")
        _put_in(part, inner, inner.inner if ins is None else ins.end, mark)


def _put_in(part: Part, parent: Node, at: int | None, content: bytes) -> None:
    """Put `content` into an element, at its end where `at` is None; an empty-element tag is opened for it."""
    if parent.end > parent.inner:
        part.insert(parent.close if at is None else at, content)
        return
    tag = part.data[parent.start : parent.end].rstrip(b"/>").rstrip()
    part.replace(parent.start, parent.end, tag + b">" + content + f"</{parent.name}>".encode())


def _own(paragraph: Node) -> list[Node]:
    """The nodes inside a paragraph in order, without those in its text boxes."""
    found: list[Node] = []
    pending = list(reversed(paragraph.children))
    while pending:
        node = pending.pop()
        found.append(node)
        if node.local != "txbxContent":
            pending.extend(reversed(node.children))
    return found


def _within(node: Node, top: Node) -> list[Node]:
    """The ancestors of `node` below `top`."""
    found = []
    for ancestor in node.ancestors():
        if ancestor is top:
            break
        found.append(ancestor)
    return found


def _pictures(paragraph: Node) -> list[Node]:
    """The runs that hold a picture, a text box or an object."""
    runs: list[Node] = []
    for node in _own(paragraph):
        if node.local in PICTURES:
            run = next((n for n in reversed(_within(node, paragraph)) if n.local == "r"), None)
            if run is not None and run not in runs:
                runs.append(run)
    return runs


def _only_pictures(part: Part, run: Node) -> bytes:
    """A run without its characters."""
    kept = (c for c in run.children if c.local == "rPr" or any(n.local in PICTURES for n in c.walk()))
    content = b"".join(part.rendered(child.start, child.end) for child in kept)
    return part.data[run.start : run.inner] + content + part.data[run.close : run.end]


def _section(paragraph: Node) -> Node | None:
    properties = paragraph.child("pPr")
    return None if properties is None else properties.child("sectPr")


def _bare(part: Part, properties: Node | None) -> bytes:
    """Paragraph properties without number, style and outline level."""
    if properties is None:
        return b""
    kept = (part.rendered(c.start, c.end) for c in properties.children if c.local not in _NOT_FOR_EMPTY)
    return part.tag("pPr", empty=False) + b"".join(kept) + part.end_tag("pPr")


def _needed(paragraph: Node, struck: Collection[Node]) -> bool:
    """Whether a paragraph must stand here: at the end of its container, and between two tables."""
    parent = paragraph.parent
    if parent is None:
        return True
    blocks = [child for child in parent.children if child.local in _BLOCKS]
    at = blocks.index(paragraph)
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is not None and following in struck:
        return False
    before = next((b for b in reversed(blocks[:at]) if b not in struck), None)
    held = before is not None and before.local == "p"
    return not held and (following is None or (before is not None and following.local == "tbl"))


def _unpaired(part: Part, paragraph: Node) -> bytes:
    """The ends of ranges (bookmarks, comments, permissions) whose other end lies outside the paragraph."""
    marks: dict[tuple[str, str], list[Node]] = {}
    for node in _own(paragraph):
        base = node.local.removesuffix("Start").removesuffix("End")
        if base != node.local and node.end == node.inner:
            marks.setdefault((base, attributes(part.data, node).get("id", "")), []).append(node)
    alone = sorted((pair[0] for pair in marks.values() if len(pair) == 1), key=lambda node: node.start)
    return b"".join(part.data[node.start : node.end] for node in alone)
