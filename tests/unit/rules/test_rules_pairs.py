"""Pairs of marks, over paragraphs too."""

from collections.abc import Callable

import pytest

from reviewer.model.finding import Finding

Proofread = Callable[..., tuple[Finding, ...]]


def unpaired(findings: tuple[Finding, ...]) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(f.span.paragraph, f.span.start, f.suggestions) for f in findings if f.rule == "punctuation-unpaired"]


@pytest.mark.parametrize(
    "text",
    [
        "关于印发《公共企业\n信息公开办法》的通知",
        "“第一段。\n“第二段。\n“第三段。”",
        "（1）甲；2）乙；a）丙",
        "他说（“很好（真的）”）。",
        "区间为[0,1)，坐标为(x,y]",
        '说是“廉"，其实不廉。',
        "》》点击进入专题《《",
        "（\n三）加强领导",
    ],
)
def test_what_is_paired_or_no_pair_at_all_is_silent(text: str, proofread: Proofread) -> None:
    assert unpaired(proofread(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要增强“四个意识，坚定自信。", [(0, 3, ())]),
        ("要增强四个意识”，坚定自信。", [(0, 7, ())]),
        ("推进“放管服“改革。", [(0, 2, ()), (0, 6, ("”",))]),
        ("增强“四个意识，坚定“四个自信。", [(0, 2, ()), (0, 10, ())]),
        ("学习（《条例）精神。", [(0, 3, ())]),
        ("国办发〔2023】17号", [(0, 3, ()), (0, 8, ())]),
    ],
)
def test_loose_mark_is_found(text: str, expected: list[object], proofread: Proofread) -> None:
    assert unpaired(proofread(text)) == expected


def test_an_opening_mark_does_not_wait_for_ever(proofread: Proofread) -> None:
    text = "学习《条例精神。\n" + "要抓落实。\n" * 20 + "贯彻办法》要求。"
    assert [place[0] for place in unpaired(proofread(text))] == [0, 21]
