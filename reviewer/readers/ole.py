"""OLE compound files ([MS-CFB]), read leniently: what is broken ends where it breaks."""

import struct
from functools import cached_property

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_HEADER_SECTORS = 109
_MINI = 64
_CUTOFF = 4096
_MOST_ENTRIES = 100_000


class Ole:
    """The streams of a compound file by lower-case name, whatever storage they stand in; the first of a name counts."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift = int.from_bytes(data[30:32], "little")
        self._sector = 1 << (shift if shift in (9, 12) else 9)
        self._fat = self._read_fat()
        self._entries: dict[str, tuple[int, int]] = {}
        self._root = (_LAST, 0)
        self._read_directory()

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams, in lower case."""
        return frozenset(self._entries)

    def stream(self, name: str, most: int | None = None) -> bytes | None:
        """The content of a stream as far as it is there, no more than `most` bytes; None where there is none."""
        found = self._entries.get(name.lower())
        if found is None:
            return None
        start, size = found
        wanted = size if most is None else min(size, most)
        if size >= _CUTOFF:
            return self._chain(start, wanted)
        out = b""
        for sector in self._follow(start, self._mini_fat, -(-wanted // _MINI)):
            out += self._mini_stream[sector * _MINI : (sector + 1) * _MINI]
        return out[:wanted]

    def _number(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 4], "little")

    def _read_fat(self) -> tuple[int, ...]:
        sectors = [self._number(76 + 4 * i) for i in range(_HEADER_SECTORS)]
        more, per_sector = self._number(68), self._sector // 4
        seen: set[int] = set()
        while more < _LAST and more not in seen and self._content(more):
            seen.add(more)
            numbers = _numbers(self._content(more))
            sectors += numbers[: per_sector - 1]
            more = numbers[-1] if len(numbers) == per_sector else _LAST
        return tuple(n for sector in sectors if sector < _LAST for n in _numbers(self._content(sector)))

    def _read_directory(self) -> None:
        directory = self._chain(self._number(48), _MOST_ENTRIES * _ENTRY)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            entry = directory[at : at + _ENTRY]
            start, size = struct.unpack_from("<II", entry, 116)
            if entry[66] == _ROOT and self._root[0] >= _LAST:
                self._root = (start, size)
            elif entry[66] == _STREAM:
                name = entry[: max(int.from_bytes(entry[64:66], "little") - 2, 0)].decode("utf-16-le", "replace")
                self._entries.setdefault(name.lower(), (start, size))

    @cached_property
    def _mini_fat(self) -> tuple[int, ...]:
        return tuple(_numbers(self._chain(self._number(60), len(self._data))))

    @cached_property
    def _mini_stream(self) -> bytes:
        return self._chain(*self._root)

    def _content(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _chain(self, start: int, size: int) -> bytes:
        parts = [self._content(sector) for sector in self._follow(start, self._fat, -(-size // self._sector))]
        return b"".join(parts)[:size]

    def _follow(self, sector: int, table: tuple[int, ...], most: int) -> list[int]:
        """The sectors of a chain, up to where it ends, leaves the table or turns back on itself."""
        found: list[int] = []
        seen: set[int] = set()
        while sector < _LAST and sector not in seen and len(found) < most:
            seen.add(sector)
            found.append(sector)
            sector = table[sector] if sector < len(table) else _LAST
        return found


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
