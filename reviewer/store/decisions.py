"""The clerk's decisions on each document, kept between sessions without a word of its text."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reviewer.model.anchor import Anchor
from reviewer.model.decision import AddDuty, Decision, DutyChanges, EditDuty, MergeDuty, SplitDuty, StrikeDuty
from reviewer.store import files

FOLDER = "decisions"
_KINDS: dict[str, type[Decision]] = {
    "strike-duty": StrikeDuty,
    "add-duty": AddDuty,
    "edit-duty": EditDuty,
    "split-duty": SplitDuty,
    "merge-duty": MergeDuty,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def load(folder: Path, path: str) -> tuple[Decision, ...]:
    """The decisions kept for the document at `path`, oldest first; what cannot be understood is left out."""
    kept = files.load(_file(folder, path)).get("decisions")
    if not isinstance(kept, list):
        return ()
    found = (_from_json(item) for item in kept)
    return tuple(decision for decision in found if decision is not None)


def save(folder: Path, path: str, decisions: Sequence[Decision]) -> None:
    """Keep the decisions for the document at `path`, or forget it where there are none; raises WriteError."""
    file = _file(folder, path)
    if decisions:
        files.save(file, {"decisions": [_to_json(decision) for decision in decisions]})
    else:
        file.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Forget the decisions on all documents."""
    for file in (folder / FOLDER).glob("*.json"):
        file.unlink(missing_ok=True)


def _file(folder: Path, path: str) -> Path:
    """Where a document's decisions are; its name is not readable from the file's."""
    name = blake2b(str(Path(path).absolute()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return folder / FOLDER / f"{name}.json"


def _to_json(decision: Decision) -> dict[str, Any]:
    value: dict[str, Any] = {"kind": _NAMES[type(decision)], "anchor": asdict(decision.anchor)}
    if isinstance(decision, EditDuty):
        changes = asdict(decision.changes)
        due = decision.changes.due
        changes["due"] = due.isoformat() if due else None
        value["changes"] = {name: change for name, change in changes.items() if change is not None}
    elif isinstance(decision, SplitDuty):
        value["at"] = decision.at
    return value


def _from_json(item: Any) -> Decision | None:
    try:
        anchor = Anchor(**{name: _typed(kind, item["anchor"][name]) for name, kind in Anchor.__annotations__.items()})
        kind = _KINDS[item["kind"]]
        if kind is EditDuty:
            return EditDuty(anchor, _changes(item["changes"]))
        if kind is SplitDuty:
            return SplitDuty(anchor, _typed(int, item["at"]))
        simple: Callable[[Anchor], Decision] = kind
        return simple(anchor)
    except (KeyError, TypeError, ValueError):
        return None


def _typed(kind: type | str, value: Any) -> Any:
    """The value, if it is what the field wants; raises TypeError otherwise."""
    wanted = {"int": int, "str": str}.get(kind, kind) if isinstance(kind, str) else kind
    if type(value) is not wanted:
        raise TypeError(value)
    return value


def _changes(item: dict[str, Any]) -> DutyChanges:
    return DutyChanges(
        action=item.get("action"),
        lead=tuple(item["lead"]) if "lead" in item else None,
        support=tuple(item["support"]) if "support" in item else None,
        due=date.fromisoformat(item["due"]) if "due" in item else None,
        recurrence=item.get("recurrence"),
    )
