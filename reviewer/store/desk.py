"""Which documents lay open, and where the reader was in each; nothing of what they say."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.store import files

FILE = "desk.json"
MOST = 40
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """A file that lay open, with the places of the cursor and of the upper edge of the page; `shown`: it was in front."""

    path: str
    cursor: Place = (0, 0)
    top: Place = (0, 0)
    shown: bool = False


def load(folder: Path) -> tuple[Laid, ...]:
    """What lay open, in the order of the tabs; what cannot be understood is left out."""
    kept = files.load(folder / FILE).get("documents")
    found = [_from_json(item) for item in kept] if isinstance(kept, list) else []
    return tuple(laid for laid in found if laid is not None)[:MOST]


def save(folder: Path, laid: Sequence[Laid]) -> None:
    """Keep what lies open; raises WriteError."""
    values = [{"path": one.path, "cursor": one.cursor, "top": one.top, "shown": one.shown} for one in laid[:MOST]]
    files.save(folder / FILE, {"documents": values})


def clear(folder: Path) -> None:
    """Forget what lay open."""
    (folder / FILE).unlink(missing_ok=True)


def _from_json(item: Any) -> Laid | None:
    if not isinstance(item, dict) or not isinstance(item.get("path"), str) or not item["path"]:
        return None
    return Laid(item["path"], _place(item.get("cursor")), _place(item.get("top")), item.get("shown") is True)


def _place(value: Any) -> Place:
    if isinstance(value, list) and len(value) == 2 and all(type(number) is int and number >= 0 for number in value):
        return value[0], value[1]
    return 0, 0
