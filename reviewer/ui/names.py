"""What files are called where several stand beside each other."""

from collections.abc import Sequence
from pathlib import Path


def told_apart(paths: Sequence[str]) -> list[str]:
    """The files' names; those that occur twice say their folder too."""
    names = [Path(path).name for path in paths]
    return [
        f"{name}（{Path(path).parent.name}）" if names.count(name) > 1 else name
        for path, name in zip(paths, names, strict=True)
    ]
