"""Shipped data, wherever the program runs from."""

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


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


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The table `lexicons/NAME.toml`, parsed once."""
    return tomllib.loads(read_text(f"lexicons/{name}.toml"))
