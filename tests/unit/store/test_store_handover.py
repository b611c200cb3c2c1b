"""Reviews handed over as files, and what holds for all documents."""

import json
from pathlib import Path

import pytest

from reviewer.errors import ReadError, WriteError
from reviewer.model.anchor import Anchor
from reviewer.model.decision import AcceptFinding, AddRemark
from reviewer.model.standing import Standing
from reviewer.store import handover, standing

ANCHOR = Anchor(3, 0, 12, "a1", "b2", 0, "", "c3")
MADE = (AcceptFinding(ANCHOR, "typo", "戴上"), AddRemark(ANCHOR, "请核实"))


def test_a_review_is_handed_over(tmp_path: Path) -> None:
    target = tmp_path / "讲话.review.json"
    handover.write(target, MADE)
    assert handover.read(target) == MADE


def test_the_original_is_never_overwritten(tmp_path: Path) -> None:
    original = tmp_path / "讲话.txt"
    original.write_text("讲话", "utf-8")
    with pytest.raises(WriteError):
        handover.write(original, MADE, protected=str(original))
    assert original.read_text("utf-8") == "讲话"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "other", "version": 1, "decisions": []}',
        b'{"format": "reviewer-decisions", "version": 1, "decisions": {}}',
        b'{"format": "reviewer-decisions", "version": 2, "decisions": []}',
    ],
)
def test_what_is_no_review_is_told_and_stays_as_it_is(data: bytes, tmp_path: Path) -> None:
    target = tmp_path / "讲话.review.json"
    target.write_bytes(data)
    with pytest.raises(ReadError):
        handover.read(target)
    assert target.read_bytes() == data
    with pytest.raises(ReadError):
        handover.read(tmp_path / "missing")


STANDING = Standing(frozenset({("typo", "a1"), ("typo", "b2")}), frozenset({"spacing"}))


def test_what_holds_for_all_documents_comes_back(tmp_path: Path) -> None:
    standing.save(tmp_path, STANDING)
    assert standing.load(tmp_path) == STANDING
    standing.save(tmp_path, Standing())
    assert standing.load(tmp_path) == Standing()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "value",
    [
        {"ignored": [["typo", 3], ["typo"], "typo", ["typo", "a1"]], "disabled": [None, "spacing"]},
        {"ignored": [["typo", "a1"], []], "disabled": ["spacing", 1]},
    ],
)
def test_entries_that_make_no_sense_are_left_out(value: dict[str, object], tmp_path: Path) -> None:
    (tmp_path / standing.FILE).write_text(json.dumps({"version": 1, **value}), "utf-8")
    assert standing.load(tmp_path) == Standing(frozenset({("typo", "a1")}), frozenset({"spacing"}))
    (tmp_path / standing.FILE).write_text('{"version": 1, "ignored": 3, "disabled": "x"}', "utf-8")
    assert standing.load(tmp_path) == Standing()
