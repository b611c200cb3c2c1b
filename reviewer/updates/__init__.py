"""Lexicons, holiday notices and withdrawn rules that come after the program, see `reviewer.updates.package`."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer import __version__, resource

FOLDER, CURRENT = "updates", "current.json"


@dataclass(frozen=True, slots=True)
class Update:
    """One package: its `number` tells which is newer, `notes` what it brings, `check` is the code to compare by phone."""

    number: str
    notes: str
    check: str


def put_in_force(data: Path) -> None:
    """Have lexicons come from the update that is installed below `data`, the folder of the user's data, if any.

    To be called before any lexicon is read.
    """
    update = installed(data)
    resource.use_update(data / FOLDER / update[0].number if update else None)


def installed(data: Path) -> list[Update]:
    """The updates made for this version of the program: the one in force, then the one before; [] for none."""
    file = data / FOLDER / CURRENT
    if not file.exists():
        return []
    import json

    with suppress(OSError, ValueError, KeyError, TypeError):
        kept: dict[str, Any] = json.loads(file.read_bytes())
        if kept["program"] == __version__:
            return [Update(str(one["number"]), str(one["notes"]), str(one["check"])) for one in kept["updates"]]
    return []


def describe(update: Update | None) -> str:
    """What is in force, in one sentence; None for what came with the program."""
    if update is None:
        return f"用的是 {__version__} 版自带的词库和放假安排。"
    return f"用的是 {update.number} 的更新{f'：{update.notes}' if update.notes else ''}（校验码 {update.check}）。"
