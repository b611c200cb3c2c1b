"""The evaluation sample beside the checkout, where it is there."""

import json
from datetime import date
from pathlib import Path

import pytest

from reviewer.model.document import plain_document
from reviewer.model.time import Dating, YearSource
from reviewer.times.find import find_times
from reviewer.times.resolve import resolve_times

SAMPLE = Path(__file__).resolve().parents[3] / ".." / "shared" / "eval" / "times.jsonl"


@pytest.mark.skipif(not SAMPLE.exists(), reason="the evaluation sample is not beside the checkout")
def test_the_sample_is_nearly_all_right() -> None:
    right = extra = missed = late = 0
    for line in SAMPLE.read_text("utf-8").splitlines():
        item = json.loads(line)
        day = date.fromisoformat(item["ref"])
        dating = Dating(day.year, YearSource.CALLER, day, given=True)
        found = {(t.span.start, t.span.end): t for t in resolve_times(find_times(plain_document(item["text"])), dating)}
        wanted = {(s["start"], s["end"]): s for s in item["spans"]}
        assert wanted or not found, item["text"]
        right += len(wanted.keys() & found.keys())
        extra += len(found.keys() - wanted.keys())
        missed += len(wanted.keys() - found.keys())
        for place in wanted.keys() & found.keys():
            if wanted[place]["due"]:
                late += found[place].due != date.fromisoformat(wanted[place]["due"])
            if wanted[place]["rrule"]:
                late += found[place].recurrence != wanted[place]["rrule"]
    assert 2 * right / (2 * right + extra + missed) >= 0.95
    assert late == 0
