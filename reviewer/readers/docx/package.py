"""The parts of a WordprocessingML package and how they hang together (ECMA-376 part 2)."""

import posixpath
from collections.abc import Callable

from reviewer.errors import DamagedError, UnsupportedError
from reviewer.readers.container import Container
from reviewer.readers.deadline import check_time
from reviewer.readers.docx.names import W
from reviewer.readers.docx.xml import Element, in_utf8, parse

_RELATIONSHIP = "{*}Relationship"


class Package:
    """A package opened for reading: `main` is the name of its main part.

    Names are in lower case without a leading slash. Relationships whose target is missing count as absent.
    `may_hide` and `may_delete` are false while no part read so far can hold hidden text or tracked deletions;
    `hiding` are the names of the styles that hide their text, to be set before the main part is read.
    Raises DamagedError where the container holds no main part.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self.container = Container(data)
        except ValueError:
            raise _no_document() from None
        self.may_hide = self.may_delete = False
        self.hiding: tuple[str, ...] = ()
        self.main = self._find_main()
        self._related = self._relationships(self.main)

    def part(self, name: str | None) -> Element | None:
        """The root of the part `name`, None where there is none or nothing of it can be read."""
        return self._lenient(name, self._parse)

    def story(self, name: str | None) -> Element | None:
        """The root of a part that holds text (notes, a header), None where there is none or it cannot be read."""
        return self._lenient(name, self._story)

    def document(self) -> Element:
        """The root of the main part; raises DamagedError where it cannot be read."""
        root = self._story(self.main)
        if root.tag != W + "document" and root.find(f".//{W}body") is None:
            raise UnsupportedError("这个文件里没有 Word 文档的正文。", "请用 Word 或 WPS 打开它，另存为 .docx 后再试。")
        return root

    def related(self, kind: str) -> str | None:
        """The name of the main part's part of this kind (`styles`, `numbering`, …), by relationship, else by name."""
        for relation, target in self._related.values():
            if relation == kind and target in self.container.names:
                return target
        beside = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return beside if beside in self.container.names else None

    def by_id(self, identifier: str) -> str | None:
        """The name of the part that the main part calls `identifier`, None where it dangles."""
        target = self._related.get(identifier, ("", ""))[1]
        return target if target in self.container.names else None

    def _lenient(self, name: str | None, read: Callable[[str], Element]) -> Element | None:
        if name is None or name.lower() not in self.container.names:
            return None
        try:
            return read(name)
        except DamagedError:
            self.container.damaged = True
            return None

    def _parse(self, name: str) -> Element:
        return parse(in_utf8(self.container.read(name)))

    def _story(self, name: str) -> Element:
        data = in_utf8(self.container.read(name))
        self.may_delete = self.may_delete or b"del" in data or b"moveFrom" in data
        self.may_hide = self.may_hide or b"vanish" in data or any(self._uses(data, style) for style in self.hiding)
        return parse(data)

    @staticmethod
    def _uses(data: bytes, style: str) -> bool:
        check_time()
        return f'"{style}"'.encode() in data

    def _find_main(self) -> str:
        names = self.container.names
        for relation, target in self._relationships("").values():
            if relation == "officedocument" and target in names:
                return target
        candidates = sorted(
            (n for n in names if n.endswith(".xml") and posixpath.basename(n).startswith("document")),
            key=lambda n: (n != "word/document.xml", not n.startswith("word/"), len(n)),
        )
        if not candidates:
            raise _no_document()
        return candidates[0]

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        """Identifier → (last word of the type, in lower case; target part) of a part, "" being the package itself."""
        folder, base = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        if root is None:
            return found
        for relation in root.iterfind(_RELATIONSHIP):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "").replace("\\", "/").lower()
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2].lower()
            found[relation.get("Id", "")] = (kind, posixpath.normpath(path))
        return found


def _no_document() -> DamagedError:
    return DamagedError("这个文件已损坏，找不到文档正文。", "请用 Word 或 WPS 打开修复后另存，或请发件人重新发一份。")
