"""Two reviews side by side: findings and duties that came, went and changed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from reviewer.comparison.alignment import Change, Pair, align, likeness
from reviewer.exports.checklist_rows import ChecklistRow, checklist_rows, listed_duties
from reviewer.model.duty import Duty
from reviewer.model.finding import Finding
from reviewer.model.report import Report

T = TypeVar("T")
_ALIKE = 0.5  # of the words of two duties in one paragraph that are taken for one that was changed
COMPARED = {
    "任务": "task",
    "牵头单位": "lead",
    "配合单位": "support",
    "时限": "limit",
    "截止日期": "due",
    "频次": "frequency",
}
"""What is compared of a duty: Chinese name and field of `ChecklistRow`."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding before and after, None where there is none; `change` is never CHANGED."""

    change: Change
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True, slots=True)
class DutyChange:
    """A duty's row in the checklist before and after, None where there is none.

    `old_place` and `new_place` are indices into the reports' duties, -1 for none; `differs` are the Chinese names of
    the values that are not what they were.
    """

    change: Change
    old: ChecklistRow | None
    new: ChecklistRow | None
    old_place: int
    new_place: int
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The second draft against the first."""

    old: Report
    new: Report
    paragraphs: tuple[Pair, ...]
    findings: tuple[FindingChange, ...]
    duties: tuple[DutyChange, ...]

    def count(self, changes: Sequence[Pair | FindingChange | DutyChange], change: Change) -> int:
        """How many of one kind there are."""
        return sum(one.change is change for one in changes)


def compare(old: Report, new: Report) -> Comparison:
    """What came, went and changed from one draft to the other.

    Blank paragraphs are not compared. A finding is the same where its rule and words are, in the paragraph that the old one
    became or, failing that, anywhere; so is a duty. Only duties that go into a checklist are compared.
    """
    before = [number for number, text in enumerate(old.document.texts) if text.strip()]
    after = [number for number, text in enumerate(new.document.texts) if text.strip()]
    numbered = align([old.document.texts[n] for n in before], [new.document.texts[n] for n in after])
    pairs = tuple(
        Pair(
            None if pair.old is None else before[pair.old],
            None if pair.new is None else after[pair.new],
            pair.same,
        )
        for pair in numbered
    )
    became = {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}
    return Comparison(old, new, pairs, _findings(old, new, became), _duties(old, new, became))


def _findings(old: Report, new: Report, became: dict[int, int]) -> tuple[FindingChange, ...]:
    matched = _matched(
        old.findings,
        new.findings,
        (
            lambda f: (f.rule, f.text, became.get(f.span.paragraph)),
            lambda f: (f.rule, f.text),
        ),
        (
            lambda f: (f.rule, f.text, f.span.paragraph),
            lambda f: (f.rule, f.text),
        ),
    )
    stayed = set(matched.values())
    went = [FindingChange(Change.WENT, f, None) for i, f in enumerate(old.findings) if i not in matched]
    came = [FindingChange(Change.CAME, None, f) for j, f in enumerate(new.findings) if j not in stayed]
    same = [FindingChange(Change.SAME, old.findings[i], new.findings[j]) for i, j in sorted(matched.items())]
    return (*came, *went, *same)


def _duties(old: Report, new: Report, became: dict[int, int]) -> tuple[DutyChange, ...]:
    first, second = listed_duties(old), listed_duties(new)
    rows = checklist_rows(old), checklist_rows(new)
    matched = _matched(
        first,
        second,
        (lambda d: (d.text, became.get(d.span.paragraph)), lambda d: d.text),
        (lambda d: (d.text, d.span.paragraph), lambda d: d.text),
    )
    _match_alike(first, second, became, matched)
    places = {id(duty): n for n, duty in enumerate(old.duties)}, {id(duty): n for n, duty in enumerate(new.duties)}
    changes: list[DutyChange] = []
    stayed = set(matched.values())
    for j, duty in enumerate(second):
        if j not in stayed:
            changes.append(DutyChange(Change.CAME, None, rows[1][j], -1, places[1][id(duty)]))
    for i, duty in enumerate(first):
        place = places[0][id(duty)]
        if i not in matched:
            changes.append(DutyChange(Change.WENT, rows[0][i], None, place, -1))
            continue
        j = matched[i]
        differs = _differences(rows[0][i], rows[1][j])
        change = Change.CHANGED if differs else Change.SAME
        changes.append(DutyChange(change, rows[0][i], rows[1][j], place, places[1][id(second[j])], differs))
    order = {Change.CHANGED: 0, Change.CAME: 1, Change.WENT: 2, Change.SAME: 3}
    return tuple(sorted(changes, key=lambda one: order[one.change]))


def _match_alike(
    first: Sequence[Duty], second: Sequence[Duty], became: dict[int, int], matched: dict[int, int]
) -> None:
    """Match duties whose words were changed inside one paragraph, the most alike first."""
    here: dict[int, list[int]] = defaultdict(list)
    taken = set(matched.values())
    for j, duty in enumerate(second):
        if j not in taken:
            here[duty.span.paragraph].append(j)
    weighed = [
        (likeness(duty.text, second[j].text), i, j)
        for i, duty in enumerate(first)
        if i not in matched
        for j in here.get(became.get(duty.span.paragraph, -1), ())
    ]
    for alike, i, j in sorted(weighed, key=lambda one: (-one[0], one[1], one[2])):
        if alike >= _ALIKE and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)


def _differences(old: ChecklistRow, new: ChecklistRow) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if value(old, name) != value(new, name))


def value(row: ChecklistRow, name: str) -> str:
    """The value of that Chinese name as it is read, "" where there is none."""
    found = getattr(row, COMPARED[name])
    return found.isoformat() if isinstance(found, date) else str(found or "").replace("\n（", "（").replace("\n", "、")


def _matched(
    old: Sequence[T],
    new: Sequence[T],
    old_keys: Sequence[Callable[[T], Hashable]],
    new_keys: Sequence[Callable[[T], Hashable]],
) -> dict[int, int]:
    """Indices of `old` with those of `new` that have the same key, by the first keys first, in reading order."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for old_key, new_key in zip(old_keys, new_keys, strict=True):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for j, one in enumerate(new):
            if j not in taken:
                waiting[new_key(one)].append(j)
        for i, one in enumerate(old):
            if i not in matched and (places := waiting.get(old_key(one))):
                matched[i] = places.pop(0)
                taken.add(matched[i])
    return matched
