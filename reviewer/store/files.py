"""One versioned JSON file: read it with mercy, write it whole."""

from contextlib import suppress
from pathlib import Path
from typing import Any

VERSION = 1


def load(path: Path) -> dict[str, Any]:
    """The object in `path`; {} where there is none.

    A file that is no such object, or of a later version than ours, is put aside as `NAME.damaged` and counts as none.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    import json

    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        value = None
    if isinstance(value, dict) and value.get("version") == VERSION:
        return value
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.damaged"))
    return {}


def save(path: Path, value: dict[str, Any]) -> None:
    """Write `value` with our version to `path`, making its folder where needed; raises WriteError."""
    import json

    from reviewer import atomic

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": VERSION, **value}, ensure_ascii=False, indent=1)
    atomic.write_bytes(path, text.encode("utf-8", "surrogatepass"))
