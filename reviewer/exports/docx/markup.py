"""The markup of an XML part as it is written: which bytes every node occupies."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    rb"<!--.*?-->"
    rb"|<\?.*?\?>"
    rb"|<!\[CDATA\[.*?\]\]>"
    rb"|</([^\s>]+)\s*>"
    rb"""|<([^\s/>!?]+)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>"""
    rb"|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

PICTURES = frozenset({"drawing", "pict", "object"})
"""The local names of what is a picture in a run."""


class Node:
    """An element, comment or processing instruction; the latter two have "" as `name`.

    In bytes of the part: `start` and `end` are its own bounds, `inner` and `close` those of its content. Names have
    the prefix that the part writes. `children` are counted as lxml does.
    """

    __slots__ = ("children", "close", "end", "inner", "name", "parent", "start")

    def __init__(self, name: str, start: int, inner: int, parent: "Node | None") -> None:
        self.name = name
        self.start = start
        self.inner = self.close = self.end = inner
        self.parent = parent
        self.children: list[Node] = []

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon, "" where there is none."""
        return self.name[: len(self.name) - len(self.local)]

    def ancestors(self) -> Iterator["Node"]:
        """The nodes around this one, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator["Node"]:
        """This node and all inside it, in the order of their beginnings."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))

    def child(self, local: str) -> "Node | None":
        """The first child element of this local name."""
        return next((c for c in self.children if c.local == local), None)


def nodes(data: bytes) -> Node:
    """The root element of a part in UTF-8; raises ValueError where its markup is not well formed or has a DTD."""
    top = Node("", 0, 0, None)
    at = top
    for token in _TOKEN.finditer(data):
        closing, opening, rest = token.groups()
        start, end = token.span()
        if opening is not None:
            node = Node(opening.decode("utf-8", "replace"), start, end, at)
            at.children.append(node)
            if not rest.endswith(b"/"):
                at = node
        elif closing is not None:
            if at is top or at.name != closing.decode("utf-8", "replace"):
                raise ValueError("unbalanced")
            at.close, at.end = start, end
            at = at.parent or top
        elif end - start == 1:
            raise ValueError("stray")
        elif data[start + 1 : start + 3] != b"![":
            at.children.append(Node("", start, end, at))
    roots = [node for node in top.children if node.name]
    if at is not top or len(roots) != 1:
        raise ValueError("unbalanced")
    roots[0].parent = None
    return roots[0]


def attributes(data: bytes, node: Node) -> dict[str, str]:
    """The attributes of an element by their local name."""
    tag = data[node.start : node.inner].decode("utf-8", "replace")
    return {
        name.rpartition(":")[2]: unescaped(double or single)
        for name, double, single in _ATTRIBUTE.findall(tag[1 + len(node.name) :])
    }


def text_of(data: bytes, node: Node) -> str | None:
    """The characters of an element as a parser gives them, None where it holds more than characters."""
    from lxml import etree

    if node.children:
        return None
    raw = data[node.inner : node.close]
    if b"&" not in raw and b"<" not in raw and b"\r" not in raw:
        return raw.decode("utf-8", "replace")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True, encoding="utf-8")
    return etree.fromstring(b"<t>" + raw + b"</t>", parser).text or ""


def escaped(text: str) -> bytes:
    """`text` as the content of an element or a quoted attribute; characters that XML cannot hold are left out."""
    text = _UNFIT.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").encode()


def unescaped(text: str) -> str:
    """The value of an attribute of which only the predefined entities need be known."""
    if "&" not in text:
        return text
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
