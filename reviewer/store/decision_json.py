"""Decisions as JSON values and back; they hold no text of a document but what the clerk typed herself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from reviewer.model.anchor import Anchor
from reviewer.model.decision import (
    AcceptFinding,
    AddDuty,
    AddFinding,
    AddRemark,
    Decision,
    DropParagraph,
    DutyChanges,
    EditDuty,
    IgnoreFinding,
    ListDuty,
    MergeDuty,
    SplitDuty,
    StrikeDuty,
)

_KINDS: dict[str, type[Decision]] = {
    "strike-duty": StrikeDuty,
    "add-duty": AddDuty,
    "edit-duty": EditDuty,
    "split-duty": SplitDuty,
    "merge-duty": MergeDuty,
    "list-duty": ListDuty,
    "accept-finding": AcceptFinding,
    "ignore-finding": IgnoreFinding,
    "add-finding": AddFinding,
    "add-remark": AddRemark,
    "drop-paragraph": DropParagraph,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_FIELDS: dict[type[Decision], dict[str, type]] = {
    SplitDuty: {"at": int},
    ListDuty: {"listed": bool},
    AcceptFinding: {"rule": str, "replacement": str},
    IgnoreFinding: {"rule": str},
    AddFinding: {"note": str},
    AddRemark: {"text": str},
}
"""What a decision has beside its anchor, where that is plain."""
_LONGEST = 10_000  # characters that anything typed may have


def to_json(decisions: Sequence[Decision]) -> list[dict[str, Any]]:
    """A list that `from_json` reads."""
    return [_to_json(decision) for decision in decisions]


def from_json(items: Iterable[Any]) -> tuple[Decision, ...]:
    """The decisions of a list; what cannot be understood is left out."""
    found = (_from_json(item) for item in items)
    return tuple(decision for decision in found if decision is not None)


def _to_json(decision: Decision) -> dict[str, Any]:
    value: dict[str, Any] = {"kind": _NAMES[type(decision)], "anchor": asdict(decision.anchor)}
    if isinstance(decision, EditDuty):
        changes = asdict(decision.changes)
        due = decision.changes.due
        changes["due"] = due.isoformat() if due else None
        value["changes"] = {name: change for name, change in changes.items() if change is not None}
    for name in _FIELDS.get(type(decision), ()):
        value[name] = getattr(decision, name)
    return value


def _from_json(item: Any) -> Decision | None:
    try:
        anchor = Anchor(**{name: _typed(kind, item["anchor"][name]) for name, kind in Anchor.__annotations__.items()})
        kind = _KINDS[item["kind"]]
        if kind is EditDuty:
            return EditDuty(anchor, _changes(item["changes"]))
        if kind is AcceptFinding and len(item["replacement"].splitlines()) > 1:
            return None
        make: Callable[..., Decision] = kind
        return make(anchor, **{name: _typed(wanted, item[name]) for name, wanted in _FIELDS.get(kind, {}).items()})
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _typed(kind: type | str, value: Any) -> Any:
    """The value, if it is what the field wants; raises TypeError otherwise."""
    wanted = {"int": int, "str": str}.get(kind, kind) if isinstance(kind, str) else kind
    if type(value) is not wanted or (isinstance(value, str) and len(value) > _LONGEST):
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
