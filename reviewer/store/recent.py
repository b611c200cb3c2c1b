"""The files opened last, newest first."""

import os
from pathlib import Path

from reviewer.store import files

FILE = "recent.json"
KEPT = 12


def load(folder: Path) -> tuple[str, ...]:
    """Absolute paths, newest first; files that have gone since are among them."""
    paths = files.load(folder / FILE).get("paths")
    return tuple(p for p in paths if isinstance(p, str) and p)[:KEPT] if isinstance(paths, list) else ()


def with_path(paths: tuple[str, ...], path: str) -> tuple[str, ...]:
    """`paths` with `path` as the newest, once, and no more than are kept."""
    absolute = os.path.abspath(path)  # noqa: PTH100 (Path.absolute keeps "..")
    return (absolute, *without_path(paths, absolute))[:KEPT]


def without_path(paths: tuple[str, ...], path: str) -> tuple[str, ...]:
    """`paths` without `path`."""
    key = os.path.normcase(path)
    return tuple(p for p in paths if os.path.normcase(p) != key)


def save(folder: Path, paths: tuple[str, ...]) -> None:
    """Keep `paths` in `folder`; raises WriteError."""
    files.save(folder / FILE, {"paths": list(paths)})
