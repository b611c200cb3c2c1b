"""Masks and advertisements against their look-alikes, on invented lines.

The `heldout` files were written together with the others and never used to improve a rule.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.model.document import plain_document
from reviewer.model.finding import Category, Finding
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.rules.engine import check

DATA = Path(__file__).parent / "data"
SETS = [
    ("masks_tuned", Category.PLACEHOLDER),
    ("masks_heldout", Category.PLACEHOLDER),
    ("adverts_tuned", Category.ADVERT),
    ("adverts_heldout", Category.ADVERT),
]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def check_line(text: str) -> tuple[Finding, ...]:
    """What proofreading says of a line that stands alone and has no outline."""
    return check(plain_document(text), Outline(), (), Dating(), ReviewOptions())


def marked(findings: tuple[Finding, ...], category: Category) -> list[set[int]]:
    return [set(range(f.span.start, f.span.end)) for f in findings if f.category is category]


@pytest.mark.parametrize(("name", "category"), SETS)
def test_precision_and_recall(name: str, category: Category) -> None:
    hit = missed = extra = 0
    wrong: list[str] = []
    for row in rows(name):
        found = marked(check_line(row["text"]), category)
        covered: set[int] = set().union(*found)
        allowed = {i for start, end in row["spans"] for i in range(start, end)}
        for start, end in row["spans"]:
            ok = len(covered & set(range(start, end))) * 2 >= end - start
            hit, missed = hit + ok, missed + (not ok)
            if not ok:
                wrong.append(f"missed {row['text'][start:end]!r} in {row['text']!r}")
        if any(not span & allowed for span in found):
            extra += 1
            wrong.append(f"false alarm in {row['text']!r}")
    assert hit / (hit + extra) >= 0.97, wrong
    assert hit / (hit + missed) >= 0.97, wrong


def test_sets_are_large_and_well_formed() -> None:
    lines = {name: rows(name) for name, _ in SETS}
    assert len(lines["masks_tuned"]) + len(lines["masks_heldout"]) >= 300
    assert len(lines["adverts_tuned"]) + len(lines["adverts_heldout"]) >= 250
    for name, items in lines.items():
        alike = sum(not row["spans"] for row in items)
        assert alike >= len(items) / 3, name
        for row in items:
            assert all(0 <= start < end <= len(row["text"]) for start, end in row["spans"])


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("市纪委七届**全会精神", ["**"]),
        ("配齐配强*个党总支班子，配备*名副科级干部", ["*", "*"]),
        ("XX市X月X日", ["XX", "X", "X"]),
        ("20XX年XX县工作要点", ["20XX", "XX"]),
        ("在×××等方面积极探索，引领××事业", ["×××", "××"]),
        ("张XX同志", ["XX"]),
        ("今年投入X.X亿元", ["X.X"]),
    ],
)
def test_mask_is_marked_exactly(text: str, masks: list[str], proofread: Callable[[str], tuple[Finding, ...]]) -> None:
    assert [f.text for f in proofread(text) if f.category is Category.PLACEHOLDER] == masks


def test_markdown_bold_is_no_mask(proofread: Callable[[str], tuple[Finding, ...]]) -> None:
    text = "# 工作总结\n\n**总体情况**\n\n支部**积极开展**活动，**深入一线**走访。"
    assert [f for f in proofread(text) if f.category is Category.PLACEHOLDER] == []


def test_only_the_glued_advert_is_marked(proofread: Callable[[str], tuple[Finding, ...]]) -> None:
    (finding,) = [f for f in proofread("同志们： 稿件汇，范文学习文库") if f.category is Category.ADVERT]
    assert finding.text == " 稿件汇，范文学习文库"
    assert finding.suggestions == ("",)


def test_an_advert_in_a_very_long_paragraph_is_found(proofread: Callable[[str], tuple[Finding, ...]]) -> None:
    honest = "要坚持以人民为中心，抓好各项工作落实。" * 60
    text = f"{honest}更多公文素材请加客服微信：abc12345。{honest}"
    (finding,) = [f for f in proofread(text) if f.category is Category.ADVERT]
    assert "客服微信" in finding.text
    assert len(finding.text) < 40


def test_buttons_are_furniture_only_in_a_row(proofread: Callable[[str], tuple[Finding, ...]]) -> None:
    assert [f.text for f in proofread("下载\n打印\n收藏\n今天开会。")] == ["下载", "打印", "收藏"]
    assert proofread("下载\n今天开会。") == ()
