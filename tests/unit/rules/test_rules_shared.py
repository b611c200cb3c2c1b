"""Proofreading on the shared documents; skipped where they are not beside the checkout."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.model.finding import Category, Finding, Severity

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
GOLD = sorted((SHARED / "eval" / "documents").glob("*.gold.json"))
CLEAN = SHARED / "eval" / "typos" / "clean.tsv"
GOV = SHARED / "corpus" / "gov"
Proofread = Callable[..., tuple[Finding, ...]]
SENSE = frozenset({Category.TYPO, Category.FORMULATION, Category.CONSISTENCY})

needs_shared = pytest.mark.skipif(not GOLD, reason="the shared folder is not here")


def touches(finding: Finding, mark: dict[str, Any]) -> bool:
    span = finding.span
    return bool(span.paragraph == mark["paragraph"] and span.start < mark["end"] and mark["start"] < span.end)


@needs_shared
@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name.removesuffix(".gold.json"))
def test_masks_adverts_and_errors_are_found_and_nothing_else(path: Path, proofread: Proofread) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = path.with_name(path.name.removesuffix(".gold.json") + ".txt").read_bytes().decode("utf-8")
    findings = proofread(text)
    of = {category: [f for f in findings if f.category is category] for category in Category}
    for mark in gold["masks"]:
        assert any(touches(f, mark) for f in of[Category.PLACEHOLDER]), mark
    for mark in gold["adverts"]:
        assert any(touches(f, mark) for f in of[Category.ADVERT]), mark
    for mark in gold["errors"]:
        assert any(touches(f, mark) for f in findings), mark
    known = [m for key in ("masks", "adverts", "errors", "errors_ignored") for m in gold[key]]
    loud = [f for f in findings if f.severity is not Severity.INFO]
    assert [f for f in loud if not any(touches(f, mark) for mark in known)] == []


@needs_shared
def test_clean_sentences_raise_no_alarm(proofread: Proofread) -> None:
    sentences = [line.split("\t")[0] for line in CLEAN.read_text("utf-8").splitlines()]
    findings = [finding for sentence in sentences for finding in proofread(sentence)]
    assert [f for f in findings if f.severity is not Severity.INFO] == []
    doubts = [f for f in findings if f.category in SENSE and f.rule != "person-listed"]
    assert len(doubts) <= len(sentences) / 1000


@needs_shared
def test_government_texts_show_few_warnings(proofread: Proofread) -> None:
    """Read one by one, nearly all of these are true; more of them would mean that a rule cries wolf.

    Every third text, since all of them take a minute: 1.06 in ten thousand characters.
    """
    characters = loud = 0
    for file in sorted(file for file in GOV.rglob("*.txt") if "webexcerpt" not in file.parts)[::3]:
        text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")
        characters += len(text)
        loud += sum(f.severity is not Severity.INFO and f.rule != "advert-page-furniture" for f in proofread(text))
    assert loud / characters * 10_000 <= 1.1
