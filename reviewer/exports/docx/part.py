"""A part of the package that is rewritten at some places and stays as it is everywhere else."""

import re
from bisect import bisect_left, insort
from collections.abc import Mapping

from reviewer.exports.docx.archive import damaged
from reviewer.exports.docx.markup import Node, attributes, escaped, nodes
from reviewer.readers.docx.address import split_address
from reviewer.readers.docx.xml import in_utf8

_DECLARED = re.compile(rb"""^(\s*<\?xml[^>]*encoding\s*=\s*["'])[\w.:-]+""")
_Splice = tuple[int, int, int, bytes]


class Part:
    """A part of WordprocessingML by its name in the package.

    `data` are its bytes in UTF-8, `root` its markup and `word` the prefix, colon included, of WordprocessingML.
    Raises WriteError where the markup is not well formed.
    """

    def __init__(self, name: str, stored: bytes) -> None:
        self.name = name
        self._stored = stored
        self.data = in_utf8(stored)
        try:
            self.root = nodes(self.data)
        except ValueError:
            raise damaged() from None
        self.word = self.root.prefix
        self._body = next((n for n in self.root.walk() if n.name == f"{self.word}body"), None)
        self._splices: list[_Splice] = []
        self._count = 0

    def at(self, address: str) -> Node | None:
        """The node to which a reader's address leads, None where there is none."""
        _, path, _ = split_address(address)
        node: Node | None = self.root if address.rpartition(":")[1] else self._body
        for index in path:
            if node is None or index >= len(node.children):
                return None
            node = node.children[index]
        return node

    def tag(self, name: str, empty: bool = True, **values: str | int) -> bytes:
        """A start tag, or a whole element without content, of WordprocessingML in the prefix of this part."""
        return self.element(name, values, "/" if empty else "")

    def element(self, name: str, values: Mapping[str, str | int], end: str = "/") -> bytes:
        """A tag with these attributes, whose names are of WordprocessingML too, that closes with `end`."""
        prefix, space = self.word, ""
        if not prefix:
            prefix = "w:"
            declared = attributes(self.data, self.root).get("xmlns", "")
            space = f' xmlns:w="{declared}"'
        said = "".join(f' {prefix}{key}="{escaped(str(value)).decode()}"' for key, value in values.items())
        return f"<{self.word}{name}{space if values else ''}{said}{end}>".encode()

    def end_tag(self, name: str) -> bytes:
        """The end tag of such an element."""
        return f"</{self.word}{name}>".encode()

    def insert(self, at: int, content: bytes) -> None:
        """Put `content` before the byte `at`, behind what was put there before."""
        self._add(at, at, content)

    def replace(self, start: int, end: int, content: bytes) -> None:
        """Put `content` in the place of these bytes; what was changed inside them before is forgotten."""
        self._splices = [s for s in self._splices if not self._inside(s, start, end)]
        self._add(start, end, content)

    def rendered(self, start: int, end: int) -> bytes:
        """These bytes with the changes made so far inside them."""
        out = bytearray()
        done = start
        for splice in self._splices[bisect_left(self._splices, (start, start, 0, b"")) :]:
            if splice[0] >= end:
                break
            if self._inside(splice, start, end):
                out += self.data[done : splice[0]] + splice[3]
                done = splice[1]
        return bytes(out + self.data[done:end])

    @property
    def changed(self) -> bytes | None:
        """The whole part with its changes, as it goes into the package; None where nothing was changed."""
        if not self._splices:
            return None
        out = bytearray()
        done = 0
        for start, end, _, content in self._splices:
            out += self.data[done:start] + content
            done = end
        out += self.data[done:]
        return bytes(out) if self.data is self._stored else _DECLARED.sub(rb"\1UTF-8", bytes(out), count=1)

    def _add(self, start: int, end: int, content: bytes) -> None:
        self._count += 1
        insort(self._splices, (start, end, self._count, content))

    @staticmethod
    def _inside(splice: _Splice, start: int, end: int) -> bool:
        first, last, _, _ = splice
        return start < first < end if first == last else start <= first and last <= end
