"""Which shared libraries a Linux program or library loads (System V ABI, dynamic section), by readelf."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")


def needs(file: Path) -> set[str]:
    """The names that `file` has the dynamic linker look for."""
    said = subprocess.run(["readelf", "-d", str(file)], capture_output=True, text=True, check=True).stdout
    return set(_NEEDED.findall(said))


def closure(wanted: Iterable[Path], shelf: Iterable[Path]) -> set[Path]:
    """`wanted` and every file of `shelf` that they load, directly or by way of others; the rest is the system's."""
    by_name = {file.name: file for file in sorted(shelf)}
    found: set[Path] = set()
    waiting = list(wanted)
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += [by_name[name] for name in needs(file) if name in by_name]
    return found
