"""SHA-256, of what is fetched and of what is published."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(file: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def write_digests(files: list[Path], target: Path) -> None:
    """Write the digests of `files` to `target`, as sha256sum and certutil show them."""
    lines = [f"{digest(file)}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
