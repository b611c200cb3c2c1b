"""Invented documents of other kinds, labelled by hand sentence by sentence: what must be found in each."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reviewer.model.report import Report
from reviewer.model.time import TimeRole
from reviewer.readers import read
from reviewer.review import review

FOLDER = Path(__file__).parent / "labelled"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
LEAST_F1 = 0.9
LEAST_RESPONSIBLE = 0.7


@dataclass(frozen=True)
class Labelled:
    report: Report
    gold: dict[str, Any]


@pytest.fixture(scope="module", params=NAMES)
def labelled(request: pytest.FixtureRequest) -> Labelled:
    name = str(request.param)
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Labelled(review(read(FOLDER / f"{name}.txt")), gold)


def shared(paragraph: int, start: int, end: int, label: dict[str, Any]) -> int:
    if paragraph != label["paragraph"]:
        return 0
    return max(0, min(end, label["end"]) - max(start, label["start"]))


def covered(report: Report, label: dict[str, Any]) -> bool:
    """Whether the reported duties cover at least half of a labelled sentence."""
    places: set[int] = set()
    for duty in report.duties:
        if shared(duty.span.paragraph, duty.span.start, duty.span.end, label):
            places.update(range(max(duty.span.start, label["start"]), min(duty.span.end, label["end"])))
    return len(places) * 2 >= label["end"] - label["start"]


def f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def test_duties(labelled: Labelled) -> None:
    wanted = [u for u in labelled.gold["units"] if u["label"] == "duty"]
    unwanted = [u for u in labelled.gold["units"] if u["label"] == "none"]
    missed = [u for u in wanted if not covered(labelled.report, u)]
    extra = [u for u in unwanted if covered(labelled.report, u)]
    assert f1(len(wanted) - len(missed), len(extra), len(missed)) >= LEAST_F1, (missed, extra)


def test_the_responsible_units(labelled: Labelled) -> None:
    labels = [u for u in labelled.gold["units"] if "responsible" in u]
    wrong = []
    for label in labels:
        named = [
            unit
            for duty in labelled.report.duties
            if shared(duty.span.paragraph, duty.span.start, duty.span.end, label)
            for unit in (*duty.lead, *duty.support)
        ]
        if not all(any(w in unit or unit in w for unit in named) for w in label["responsible"]):
            wrong.append((label["responsible"], named))
    assert (len(labels) - len(wrong)) >= LEAST_RESPONSIBLE * len(labels), wrong


def test_deadlines_and_their_days(labelled: Labelled) -> None:
    binding = [t for t in labelled.report.times if t.role is not TimeRole.BACKGROUND]
    missed, wrong, matched = [], [], []
    for label in labelled.gold["deadlines"]:
        best = max(
            (t for t in binding if shared(t.span.paragraph, t.span.start, t.span.end, label)),
            key=lambda t: shared(t.span.paragraph, t.span.start, t.span.end, label),
            default=None,
        )
        if best is None:
            missed.append(label)
            continue
        matched.append(best)
        if "due" in label and (best.due is None or best.due.isoformat() not in label["due"]):
            wrong.append((label, best.due))
    allowed = [*labelled.gold["deadlines"], *labelled.gold["deadlines_ignored"]]
    extra = [
        t.text
        for t in binding
        if not any(shared(t.span.paragraph, t.span.start, t.span.end, label) for label in allowed)
    ]
    assert f1(len(matched), len(extra), len(missed)) >= LEAST_F1, (missed, extra)
    assert wrong == []


def test_outline_title_and_year(labelled: Labelled) -> None:
    found = {(e.level, e.span.paragraph, e.span.start) for e in labelled.report.outline.entries}
    assert {(e["level"], e["paragraph"], e["start"]) for e in labelled.gold["outline"]} <= found
    assert labelled.report.outline.title == labelled.gold["title"]
    assert labelled.report.dating.year == labelled.gold["year"]
