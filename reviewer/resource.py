"""Shipped data, wherever the program runs from."""

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_update: Path | None = None


@cache
def root() -> Path:
    """The folder that holds `lexicons/`, `icons/`, …: inside the wheel, beside the frozen program, or the checkout's."""
    candidates = [
        _PACKAGE / "_resources",
        Path(sys.executable).resolve().parent / "resources",
        _PACKAGE.parent / "resources",
    ]
    for candidate in candidates:
        if (candidate / "lexicons").is_dir():
            return candidate
    raise FileNotFoundError("resources")


def path(name: str) -> Path:
    """The file or folder `name` (with forward slashes) below the resources, whether it exists or not."""
    return root().joinpath(*name.split("/"))


def read_bytes(name: str) -> bytes:
    """The content of the shipped file `name`."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """The shipped UTF-8 text file `name`."""
    return read_bytes(name).decode("utf-8")


def use_update(folder: Path | None) -> None:
    """Let the files in `folder` take the place of shipped lexicons, before any of them is read; None for none."""
    global _update
    _update = folder


def updated(name: str) -> bytes | None:
    """The content of the file `name` of the update in force; None where there is none, or it cannot be read."""
    if _update is None:
        return None
    try:
        return _update.joinpath(*name.split("/")).read_bytes()
    except OSError:
        return None


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The table `lexicons/NAME.toml`, parsed once: the update's, or the shipped one where that is damaged."""
    place = f"lexicons/{name}.toml"
    update = updated(place)
    if update is not None:
        try:
            return tomllib.loads(update.decode("utf-8"))
        except ValueError:
            pass
    return tomllib.loads(read_text(place))
