"""What a Windows program or library loads when it starts (Microsoft PE/COFF specification, import directories)."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

_IMPORTS, _DELAYED = 1, 13  # rows of the optional header's table of data directories
_ROW_SIZES = {_IMPORTS: 20, _DELAYED: 32}
_NAME_PLACES = {_IMPORTS: 12, _DELAYED: 4}
_LOOKUP_PLACES = {_IMPORTS: 0, _DELAYED: 16}
_PE32_PLUS = 0x20B
_BY_NUMBER = 1 << 63


def imports(file: Path) -> dict[str, set[str]]:
    """The libraries, in lower case, that a 64-bit PE `file` names, delayed ones included, and the functions of each.

    Functions that are named by number only are left out. Raises ValueError where it is no such file.
    """
    data = file.read_bytes()
    if data[:2] != b"MZ":
        raise ValueError(f"{file.name}: no program")
    header = struct.unpack_from("<I", data, 0x3C)[0]
    sections, optional_size = struct.unpack_from("<H12xH", data, header + 6)
    optional = header + 24
    if data[header : header + 4] != b"PE\0\0" or struct.unpack_from("<H", data, optional)[0] != _PE32_PLUS:
        raise ValueError(f"{file.name}: not 64-bit")
    table = [struct.unpack_from("<8xIIII", data, optional + optional_size + 40 * number) for number in range(sections)]

    def place(address: int) -> int:
        for size, start, raw_size, raw in table:
            if start <= address < start + max(size, raw_size):
                return int(raw + address - start)
        raise ValueError(f"{file.name}: address outside every section")

    def text(start: int) -> str:
        return data[start : data.index(b"\0", start)].decode("ascii")

    def functions(address: int) -> set[str]:
        names, row = set(), place(address)
        while entry := struct.unpack_from("<Q", data, row)[0]:
            if not entry & _BY_NUMBER:
                names.add(text(place(entry) + 2))
            row += 8
        return names

    found: dict[str, set[str]] = {}
    for directory in (_IMPORTS, _DELAYED):
        address = struct.unpack_from("<I", data, optional + 112 + 8 * directory)[0]
        row = place(address) if address else len(data)
        while row < len(data) and (name := struct.unpack_from("<I", data, row + _NAME_PLACES[directory])[0]):
            names = struct.unpack_from("<I", data, row + _LOOKUP_PLACES[directory])[0]
            found.setdefault(text(place(name)).lower(), set()).update(functions(names) if names else ())
            row += _ROW_SIZES[directory]
    return found


def closure(wanted: Iterable[Path], shelf: Iterable[Path]) -> set[Path]:
    """`wanted` and every file of `shelf` that they load, directly or by way of others; the rest is the system's.

    Of two files of one name the one beside the loading file is taken.
    """
    by_name: dict[str, list[Path]] = {}
    for file in sorted(shelf):
        by_name.setdefault(file.name.lower(), []).append(file)
    found: set[Path] = set()
    waiting = list(wanted)
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            choices = [by_name[name] for name in imports(file) if name in by_name]
            waiting += [next((one for one in named if one.parent == file.parent), named[0]) for named in choices]
    return found
