"""Announced numbers and the lists behind them."""

from collections.abc import Callable

import pytest

from reviewer.model.finding import Category, Finding

Proofread = Callable[..., tuple[Finding, ...]]


def counts(findings: tuple[Finding, ...]) -> list[str]:
    return [f.text for f in findings if f.category is Category.COUNT]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("下面，我讲三个方面的意见。\n一、甲\n二、乙", "三个方面"),
        ("下面，我讲两点意见：\n一、甲\n（一）子\n二、乙\n三、丙", "两点意见"),
        ("着力在四个方面下功夫。\n一要抓学习。\n二要抓管理。\n三要抓监督。", "四个方面"),
        ("抓好“三个结合”：\n一要点面结合。\n二要上下结合。", "三个结合"),
        ("要做到三个到位，一是认识到位。二是责任到位。", "三个到位"),
        ("谈5点体会：第一，要学。第二，要干。第三，要查。", "5点体会"),
    ],
)
def test_wrong_number_is_marked(text: str, marked: str, proofread: Proofread) -> None:
    assert counts(proofread(text)) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "下面，我讲三个方面的意见。\n一、甲\n二、乙\n三、丙",
        "下面，我讲几点意见。\n一、甲\n二、乙",
        "去年办了三件实事。\n一、今年的任务\n二、明年的打算",
        "讲三点意见。\n今天先讲第一点。",
        "要做到三个到位，一是认识到位。二是责任到位。此外，保障也要到位。",
        "第三方面，一是抓学习。二是抓管理。",
        "坚持三个原则。\n二、工作目标\n三、工作措施",
    ],
)
def test_kept_or_uncertain_number_is_silent(text: str, proofread: Proofread) -> None:
    assert counts(proofread(text)) == []


def test_the_list_is_shown(proofread: Proofread) -> None:
    (finding,) = [f for f in proofread("讲三点意见。\n一、甲\n二、乙") if f.category is Category.COUNT]
    assert [span.paragraph for span in finding.related] == [1, 2]
