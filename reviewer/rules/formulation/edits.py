"""What must be done to a stretch of text to make a formulation of it, where a half of the formulation stands intact."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What happened to the formulation."""

    SUBSTITUTED = "substituted"
    MISSING = "missing"
    EXTRA = "extra"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Edit:
    """One slip: `at` is the offset in the found text, `wrong` what stands there, `right` what should."""

    kind: Kind
    at: int
    wrong: str
    right: str


def single(found: str, right: str) -> Edit | None:
    """The one slip that parts `found` from `right`, None if they are equal or further apart."""
    if found == right or abs(len(found) - len(right)) > 1:
        return None
    at = 0
    for a, b in zip(found, right, strict=False):
        if a != b:
            break
        at += 1
    if len(found) == len(right):
        if found[at + 1 :] == right[at + 1 :]:
            return Edit(Kind.SUBSTITUTED, at, found[at], right[at])
        if found[at : at + 2] == right[at : at + 2][::-1] and found[at + 2 :] == right[at + 2 :]:
            return Edit(Kind.SWAPPED, at, found[at : at + 2], right[at : at + 2])
    elif len(found) < len(right):
        if found[at:] == right[at + 1 :]:
            return Edit(Kind.MISSING, at, "", right[at])
    elif found[at + 1 :] == right[at:]:
        return Edit(Kind.EXTRA, at, found[at], "")
    return None


def several(found: str, right: str) -> tuple[Edit, ...]:
    """The slips that part `found` from `right`: one of any kind, or two, of which each stands for itself; else none."""
    if edit := single(found, right):
        return (edit,)
    return () if found == right else next(_pairs(found, right), ())


def _pairs(found: str, right: str) -> Iterator[tuple[Edit, ...]]:
    if len(found) == len(right):
        places = [i for i, (a, b) in enumerate(zip(found, right, strict=True)) if a != b]
        if len(places) == 2:
            yield tuple(Edit(Kind.SUBSTITUTED, i, found[i], right[i]) for i in places)
    for cut in range(3, len(right) - 2):
        for shift in (-1, 0, 1):
            first = single(found[: cut + shift], right[:cut])
            second = single(found[cut + shift :], right[cut:]) if first else None
            if first and second:
                yield first, Edit(second.kind, second.at + cut + shift, second.wrong, second.right)


def substitutions(found: str, right: str) -> tuple[Edit, ...]:
    """The substitutions between two texts of one length."""
    pairs = enumerate(zip(found, right, strict=True))
    return tuple(Edit(Kind.SUBSTITUTED, i, a, b) for i, (a, b) in pairs if a != b)
