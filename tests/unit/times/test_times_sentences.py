"""Invented sentences with their times, due days and recurrences, and look-alikes in which nothing may be found."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reviewer.model.document import plain_document
from reviewer.model.time import Dating, TimeExpression, YearSource
from reviewer.times.find import find_times
from reviewer.times.resolve import resolve_times

DATA = Path(__file__).parent / "data"


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def times_of(text: str, day: str = "2023-04-12") -> tuple[TimeExpression, ...]:
    ref = date.fromisoformat(day)
    return resolve_times(find_times(plain_document(text)), Dating(ref.year, YearSource.CALLER, ref, given=True))


@pytest.mark.parametrize("item", load("sentences.jsonl"), ids=lambda item: item["text"][:20])
def test_spans_due_days_and_recurrences(item: dict[str, Any]) -> None:
    found = times_of(item["text"], item["ref"])
    assert [(t.span.start, t.span.end, t.text) for t in found] == [
        (s["start"], s["end"], s["text"]) for s in item["spans"]
    ]
    for time, span in zip(found, item["spans"], strict=True):
        if "due" in span:
            assert time.due == date.fromisoformat(span["due"]), time
        if "rrule" in span:
            assert time.recurrence == span["rrule"], time


@pytest.mark.parametrize("item", load("traps.jsonl"), ids=lambda item: item["text"][:20])
def test_look_alikes_stay_silent(item: dict[str, Any]) -> None:
    assert [t.text for t in times_of(item["text"])] == []


def test_the_sets_are_of_the_promised_size() -> None:
    assert len(load("sentences.jsonl")) >= 400
    assert len(load("traps.jsonl")) >= 150
