"""Our own sets of slips and look-alikes; the held-out third was never looked at while tuning."""

from pathlib import Path

import pytest
from rules_material import corrected, pairs

from reviewer.model.document import plain_document
from reviewer.model.finding import Category, Finding
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.rules.engine import check

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"
CLEAN = SHARED / "eval" / "typos" / "clean.tsv"


def formulation_findings(text: str) -> list[Finding]:
    document = plain_document(text)
    found = check(document, build_outline(document), (), Dating(), ReviewOptions())
    return [finding for finding in found if finding.category is Category.FORMULATION]


@pytest.mark.parametrize(("name", "detected", "right"), [("slips_tuned", 0.88, 0.88), ("slips_heldout", 0.85, 0.85)])
def test_slips_are_found_and_set_right(name: str, detected: float, right: float) -> None:
    results = [(formulation_findings(wrong), wrong, better) for wrong, better in pairs(f"formulation_{name}")]
    hits = [result for result in results if result[0]]
    cured = [result for result in hits if corrected(result[1], result[0]) == result[2]]
    assert len(hits) >= detected * len(results)
    assert len(cured) >= right * len(results)


@pytest.mark.parametrize("name", ["slips_tuned", "slips_heldout"])
def test_what_was_set_right_stays_silent(name: str) -> None:
    assert [better for _, better in pairs(f"formulation_{name}") if formulation_findings(better)] == []


@pytest.mark.parametrize(("name", "allowed"), [("traps_tuned", 0), ("traps_heldout", 1)])
def test_look_alikes_stay_silent(name: str, allowed: int) -> None:
    assert len([text for text, _ in pairs(f"formulation_{name}") if formulation_findings(text)]) <= allowed


@pytest.mark.skipif(not CLEAN.exists(), reason="the shared sentences are not there")
def test_clean_sentences_stay_silent() -> None:
    lines = [line.split("\t")[0] for line in CLEAN.read_text("utf-8").splitlines()]
    document = plain_document("\n".join(lines))
    found = check(document, build_outline(document), (), Dating(), ReviewOptions())
    alarms = [f for f in found if f.category is Category.FORMULATION and f.severity != "info"]
    assert len(alarms) <= 0.001 * len(lines)
