"""Word comments: their texts in a part of their own, their ranges around the characters that they speak of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.exports.docx.fields import PROMPT
from reviewer.exports.docx.leaves import Leaf, Leaves, binds, prompts
from reviewer.exports.docx.markup import Node, attributes, escaped
from reviewer.exports.docx.original import Original, append
from reviewer.exports.docx.part import Part
from reviewer.exports.docx.runs import Rewriting
from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.edit import Remark
from reviewer.readers.docx.address import split_address
from reviewer.words import PLACE

NO_PLACE = "正文里没有可以挂批注的文字。"

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_SPACES = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REFERENCES = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
_QUOTED = 30  # characters


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a comment begins and ends: characters of leaves, or else the bytes around a node of the main part.

    With `before` it has no characters and stands before the node.
    """

    first: tuple[Leaf, int] | None = None
    last: tuple[Leaf, int] | None = None
    node: Node | None = None
    before: bool = False


class Comments:
    """Writes remarks into the main part of `original`, whose text is `document`."""

    def __init__(
        self,
        original: Original,
        document: Document,
        leaves: Leaves,
        rewriting: Callable[[Part], Rewriting],
        numbers: Iterator[int],
    ) -> None:
        self._original = original
        self._document = document
        self._leaves = leaves
        self._rewriting = rewriting
        self._numbers = numbers
        self._made: list[tuple[int, Remark, str]] = []

    @property
    def count(self) -> int:
        """How many remarks have been taken in."""
        return len(self._made)

    def add(self, remark: Remark) -> str | None:
        """Take in a remark; gives the reason where there is nothing to hang it on.

        Word shows no comments in headers and footers, and other programs none in notes and text boxes: these hang
        on the place in the body that shows the note or box, or on its first words, and quote what they speak of.
        """
        paragraph = self._document.paragraphs[remark.span.paragraph]
        quote = paragraph.text[remark.span.start : remark.span.end]
        main = self._original.part(None)
        leaves = self._leaves.of(paragraph)
        place, said = self._place(paragraph, remark, leaves), ""
        if place is None:
            return PROMPT if any(map(prompts, leaves[0].run.ancestors() if leaves else ())) else NO_PLACE
        if place.first is None or remark.span.end <= paragraph.label:
            where = PLACE[paragraph.origin.place] if paragraph.origin.place is not Place.BODY else ""
            short = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}……"
            said = f"{where}“{short}”：" if quote else f"{where}：" if where else ""
        number = next(self._numbers)
        start = main.tag("commentRangeStart", id=number)
        end = main.tag("commentRangeEnd", id=number) + (
            main.tag("r", empty=False) + main.tag("commentReference", id=number) + main.end_tag("r")
        )
        self._mark(place, start, end)
        self._made.append((number, remark, said))
        return None

    def write(self, date: str) -> None:
        """Put the texts of the remarks into the package; `date` as XML has it."""
        if not self._made:
            return
        name = self._original.related("comments")
        if name is None:
            space = _STRICT_SPACES if self._original.strict else _SPACES
            head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{space}">'
            part = Part("comments.xml", f"{head}</w:comments>".encode())
        else:
            part = self._original.part(name.lower())
        append(part, b"".join(self._text(part, number, remark, said, date) for number, remark, said in self._made))
        if name is None:
            self._original.add_related("comments", _TYPE, part.changed or b"")

    @staticmethod
    def _text(part: Part, number: int, remark: Remark, said: str, date: str) -> bytes:
        out = part.tag(
            "comment", empty=False, id=number, author=remark.author, date=date, initials=remark.author[:1] or "审"
        )
        for line in (said + remark.text).split("\n"):
            words = part.tag("t", empty=False).replace(b">", b' xml:space="preserve">') + escaped(line)
            run = part.tag("r", empty=False) + words + part.end_tag("t") + part.end_tag("r")
            out += part.tag("p", empty=False) + run + part.end_tag("p")
        return out + part.end_tag("comment")

    def _place(self, paragraph: Paragraph, remark: Remark, leaves: Sequence[Leaf]) -> _Range | None:
        part_name = split_address(paragraph.origin.address)[0]
        main = self._original.part(None)
        if part_name is not None:
            reference = self._reference(paragraph)
            return _Range(node=_outermost(main, reference)) if reference is not None else self._beginning()
        span = remark.span
        covered = [leaf for leaf in leaves if leaf.start < span.end and span.start < leaf.end]
        if not covered and leaves:
            nearest = min(leaves, key=lambda leaf: min(abs(leaf.start - span.start), abs(leaf.end - span.start)))
            covered = [nearest]
        if not covered:
            node = main.at(paragraph.origin.address)
            node = None if node is None else _outermost(main, node) or node
            return None if node is None else _Range(node=node)
        first, last = covered[0], covered[-1]
        if first.splits and last.splits and not _boxed(main, first.node):
            start, end = max(span.start, first.start), min(span.end, last.end)
            if start >= end:
                start, end = first.start, last.end
            return _Range((first, first.skip + start - first.start), (last, last.skip + end - last.start))
        around = _outermost(main, first.node)
        if around is None or around.parent is None or any(map(prompts, around.ancestors())):
            return None
        if any(map(binds, around.ancestors())):
            return _Range(node=next(n for n in around.parent.children if n.local != "pPr"), before=True)
        return _Range(node=around)

    def _reference(self, paragraph: Paragraph) -> Node | None:
        """The sign in the body that refers to the note in which a paragraph stands."""
        name, path, _ = split_address(paragraph.origin.address)
        part = self._original.part(name)
        kind = _REFERENCES.get(part.root.local)
        if kind is None or not path or path[0] >= len(part.root.children):
            return None
        identifier = attributes(part.data, part.root.children[path[0]]).get("id")
        main = self._original.part(None)
        wanted = (n for n in main.root.walk() if n.local == kind)
        return next((n for n in wanted if attributes(main.data, n).get("id") == identifier), None)

    def _beginning(self) -> _Range | None:
        """The first words of the body."""
        for paragraph in self._document.paragraphs:
            if paragraph.origin.place is Place.BODY and paragraph.text.strip():
                leaves = [leaf for leaf in self._leaves.of(paragraph) if leaf.splits]
                if leaves:
                    return _Range(node=_outermost(self._original.part(None), leaves[0].node))
        return None

    def _mark(self, place: _Range, start: bytes, end: bytes) -> None:
        main = self._original.part(None)
        if place.first is not None and place.last is not None:
            rewriting = self._rewriting(main)
            rewriting.touches(place.first[0].node).open_range(place.first[1], start)
            rewriting.touches(place.last[0].node).close_range(place.last[1], end)
        elif place.node is not None and place.before:
            main.insert(place.node.start, start + end)
        elif place.node is not None and place.node.name == f"{main.word}p":
            self._mark_paragraph(main, place.node, start + end)
        elif place.node is not None:
            main.insert(place.node.start, start)
            main.insert(place.node.end, end)

    @staticmethod
    def _mark_paragraph(main: Part, paragraph: Node, content: bytes) -> None:
        """Put a range without characters into a paragraph that has none."""
        if paragraph.end > paragraph.inner:
            main.insert(paragraph.close, content)
            return
        written = main.rendered(paragraph.start, paragraph.end)
        end = main.end_tag("p")
        opened = written.removesuffix(end) if written.endswith(end) else written.rstrip(b"/>").rstrip() + b">"
        main.replace(paragraph.start, paragraph.end, opened + content + end)


def _outermost(main: Part, node: Node) -> Node | None:
    """The child of the outermost paragraph around `node` in which it lies, None where it lies in none."""
    chain = [node, *node.ancestors()]
    found = [inner for inner, outer in pairwise(chain) if outer.name == f"{main.word}p"]
    return found[-1] if found else None


def _boxed(main: Part, node: Node) -> bool:
    return any(ancestor.local == "txbxContent" for ancestor in node.ancestors())
