"""The original package: its parts as they are to be rewritten, and a copy with what was changed."""

import posixpath
import re
from collections.abc import Iterator
from itertools import count

from reviewer.exports.docx.archive import damaged, names, replaced
from reviewer.exports.docx.markup import Node, attributes, escaped
from reviewer.exports.docx.part import Part
from reviewer.readers.container import Container, plain_name
from reviewer.readers.docx.package import Package

_TYPES = "[Content_Types].xml"
_STRICT = b"purl.oclc.org/ooxml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_NUMBERED = re.compile(rb'[\s:]id="(\d{1,10})"')


class Original:
    """A Word document opened to be copied; raises WriteError where it is too damaged for that."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._names = {plain_name(name): name for name in names(data)}
        self._container = Container(data)
        self._main = Package(data).main
        self._parts: dict[str | None, Part] = {}
        self._added: dict[str, bytes] = {}

    def part(self, name: str | None) -> Part:
        """The part `name`, the main one for None; always the same object."""
        if name not in self._parts:
            stored = name or self._main
            try:
                self._parts[name] = Part(self._names.get(plain_name(stored), stored), self._container.read(stored))
            except KeyError:
                raise damaged() from None
        return self._parts[name]

    @property
    def strict(self) -> bool:
        """Whether it is written in the strict variant of the format (ISO/IEC 29500)."""
        return _STRICT in self.part(None).data[: 1 << 16]

    def numbers(self) -> "count[int]":
        """Identifiers for annotations, above those that the main part and its comments use."""
        used = [0]
        for name in (self._main, self.related("comments")):
            if name is not None:
                data = self._container.read(name)
                used += [int(found) for found in _NUMBERED.findall(data) if int(found) < 1 << 30]
        return count(max(used) + 1)

    def related(self, kind: str) -> str | None:
        """The name of the part that the main part names as its `kind`, None where there is none."""
        for values in self._relations():
            if values.get("Type", "").rpartition("/")[2].lower() == kind and values.get("TargetMode") != "External":
                target = values.get("Target", "").replace("\\", "/")
                folder = "" if target.startswith("/") else posixpath.dirname(self._main)
                found = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
                if plain_name(found) in self._names:
                    return found
        return None

    def add_related(self, kind: str, content_type: str, content: bytes) -> None:
        """Add a part of its own that the main part names as its `kind`."""
        folder = posixpath.dirname(self._real(self._main))
        name = next(n for n in _candidates(posixpath.join(folder, kind)) if plain_name(n) not in self._names)
        self._added[name] = content
        taken = {values.get("Id") for values in self._relations()}
        identifier = next(i for i in (f"rIdReview{n}" for n in count(1)) if i not in taken)
        kinds = _STRICT_RELATION if self.strict else _RELATION
        relations = self._relations_part() or Part(self._relations_name(), _EMPTY_RELATIONS)
        _append(
            relations,
            "Relationship",
            Id=identifier,
            Type=kinds + kind,
            Target=posixpath.basename(name),
        )
        self._parts[plain_name(relations.name)] = relations
        _append(self.part(plain_name(_TYPES)), "Override", PartName=f"/{name}", ContentType=content_type)

    def copy(self) -> bytes:
        """The package with the changes made to its parts; the very same bytes where there are none."""
        changed = {part.name: content for part in self._parts.values() if (content := part.changed) is not None}
        return replaced(self._data, {**changed, **self._added})

    def _real(self, name: str) -> str:
        return self._names.get(plain_name(name), name)

    def _relations_name(self) -> str:
        folder, base = posixpath.split(self._real(self._main))
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        return self._real(name)

    def _relations_part(self) -> Part | None:
        name = plain_name(self._relations_name())
        return self.part(name) if name in self._names else None

    def _relations(self) -> list[dict[str, str]]:
        part = self._relations_part()
        if part is None:
            return []
        return [attributes(part.data, node) for node in part.root.children if node.local == "Relationship"]


def _candidates(stem: str) -> Iterator[str]:
    yield f"{stem}.xml"
    for number in count(2):
        yield f"{stem}{number}.xml"


def append(part: Part, content: bytes) -> None:
    """Put `content` at the end of the root element of a part."""
    root: Node = part.root
    if root.end > root.inner:
        part.insert(root.close, content)
        return
    tag = part.data[root.start : root.end].rstrip(b"/>").rstrip()
    part.replace(root.start, root.end, tag + b">" + content + f"</{root.name}>".encode())


def _append(part: Part, name: str, **values: str) -> None:
    said = b"".join(f" {key}=".encode() + b'"' + escaped(value) + b'"' for key, value in values.items())
    append(part, f"<{part.word}{name}".encode() + said + b"/>")
