"""The elements that hold a paragraph's characters, and whether they can be changed there."""

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.exports.docx.fields import generated
from reviewer.exports.docx.markup import Node, text_of
from reviewer.exports.docx.part import Part
from reviewer.model.document import Paragraph
from reviewer.readers.docx.address import split_address
from reviewer.readers.lines import one_line

GENERATED = "这里的编号由 Word 自动生成，文件里没有这几个字，请在 Word 中调整编号。"
TWICE = "这里的文字在文件里存有两份且不一致，请在 Word 中修改。"
ODD = "这里的文字在文件里的写法特殊，请在 Word 中修改。"

_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}
_INLINE = frozenset(
    {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ins", "moveTo"}
)
_UNREAD = frozenset({"txbxContent", "del", "moveFrom", "rt", "pPr", "rPr"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """Characters `start:end` of a paragraph, which are those of the element `node` from its character `skip` on."""

    start: int
    end: int
    part: Part
    node: Node
    skip: int

    @property
    def run(self) -> Node:
        """The element around it, a `w:r` in all ordinary cases."""
        assert self.node.parent is not None
        return self.node.parent

    @property
    def splits(self) -> bool:
        """Whether its run can be divided and markup put between the halves."""
        run = self.run
        if run.name != f"{self.part.word}r":
            return False
        around = next((n for n in run.ancestors() if n.local not in _INLINE), None)
        held = any(prompts(n) or binds(n) for n in run.ancestors())
        return around is not None and around.name == f"{self.part.word}p" and not held

    @property
    def paragraph(self) -> Node | None:
        """The `w:p` around it."""
        return next((n for n in self.node.ancestors() if n.name == f"{self.part.word}p"), None)


class Leaves:
    """Finds the leaves of paragraphs; `part` gives the parts of the package by name, the main one for None."""

    def __init__(self, part: Callable[[str | None], Part]) -> None:
        self._part = part
        self._generated: dict[str, dict[Node, str]] = {}

    def of(self, paragraph: Paragraph) -> list[Leaf]:
        """The leaves of a paragraph in order; those that cannot be found are left out."""
        found = []
        for run in paragraph.runs:
            name, _, skip = split_address(run.address)
            part = self._part(name)
            node = part.at(run.address)
            if node is not None and node.parent is not None:
                found.append(Leaf(run.start, run.end, part, node, skip))
        return found

    def refusal(self, leaf: Leaf, text: str, *, tracked: bool) -> str | None:
        """Why the characters `text` of a leaf cannot be changed, None where they can."""
        stored = characters(leaf.part, leaf.node)
        if stored is None:
            return ODD
        if leaf.node.local == "t" and one_line(stored[leaf.skip :][: len(text)]) != text:
            return ODD
        reason = self.generated(leaf.part).get(leaf.node)
        if reason is not None:
            return reason
        if leaf.run.local != "r" or (tracked and not self._trackable(leaf)):
            return ODD
        return None

    def generated(self, part: Part) -> dict[Node, str]:
        """The generated leaves of a part with the sentences that say so."""
        name = part.name
        if name not in self._generated:
            self._generated[name] = generated(part)
        return self._generated[name]

    @staticmethod
    def _trackable(leaf: Leaf) -> bool:
        around = next((n for n in leaf.run.ancestors() if n.local not in _INLINE), None)
        return leaf.run.name == f"{leaf.part.word}r" and around is not None and around.local in ("p", "Choice")


def prompts(node: Node) -> bool:
    """Whether an element is a content control that shows its prompt, which LibreOffice loses where it is divided."""
    return _says(node, "showingPlcHdr")


def binds(node: Node) -> bool:
    """Whether an element is a content control bound to a property, which LibreOffice cuts off before a comment in it."""
    return _says(node, "dataBinding")


def _says(node: Node, local: str) -> bool:
    properties = node.child("sdtPr") if node.local == "sdt" else None
    return properties is not None and properties.child(local) is not None


def characters(part: Part, node: Node) -> str | None:
    """The characters that a leaf stands for, None where its element is written in a way that is not understood."""
    if node.local == "t":
        return text_of(part.data, node)
    return _SIGNS.get(node.local, "\ufffc")


def twin(leaf: Leaf) -> tuple[Leaf | None, str | None]:
    """The same characters in the copy that a text box keeps for old programs; or why there is no sure one.

    (None, None) where the characters are stored once.
    """
    path = [leaf.node, *leaf.node.ancestors()]
    depth = next((i for i, n in enumerate(path) if n.local == "Choice" and n.parent is not None), None)
    if depth is None:
        return None, None
    alternate = path[depth].parent
    branches = [] if alternate is None else [c for c in alternate.children if c.name and c is not path[depth]]
    part = leaf.part
    copies = [b for b in branches if any(n.local == "t" for n in b.walk())]
    if not copies:
        return None, None
    boxes = [n for n in path[:depth] if n.local == "txbxContent"]
    if len(copies) != 1 or len(boxes) != 1:
        return None, TWICE
    own = [n for n in path[depth].walk() if n.local == "txbxContent"]
    others = [n for n in copies[0].walk() if n.local == "txbxContent"]
    if len(own) != len(others):
        return None, TWICE
    mine = _spelled(part, boxes[0])
    theirs = _spelled(part, others[own.index(boxes[0])])
    if "".join(text for _, text in mine) != "".join(text for _, text in theirs):
        return None, TWICE
    return _same_place(leaf, mine, theirs)


def _same_place(
    leaf: Leaf, mine: list[tuple[Node, str]], theirs: list[tuple[Node, str]]
) -> tuple[Leaf | None, str | None]:
    before = 0
    for node, text in mine:
        if node is leaf.node:
            break
        before += len(text)
    else:
        return None, TWICE
    at = 0
    for node, text in theirs:
        if at <= before and before + leaf.skip + leaf.end - leaf.start <= at + len(text):
            return Leaf(leaf.start, leaf.end, leaf.part, node, before + leaf.skip - at), None
        at += len(text)
    return None, TWICE


def _spelled(part: Part, box: Node) -> list[tuple[Node, str]]:
    """The leaves of a text box with their characters, each paragraph ending in a line feed."""
    found: list[tuple[Node, str]] = []
    pending = list(reversed(box.children))
    while pending:
        node = pending.pop()
        if node.local == "t" or node.local in _SIGNS:
            found.append((node, characters(part, node) or ""))
        elif node.local == "p":
            found.append((node, "\n"))
            pending.extend(reversed(node.children))
        elif node.local not in _UNREAD:
            pending.extend(reversed(node.children))
    return found
