"""Labels that do not count on."""

from collections.abc import Callable

import pytest

from reviewer.model.finding import Category, Finding

Proofread = Callable[..., tuple[Finding, ...]]


def numbering(findings: tuple[Finding, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.rule, f.text, f.suggestions) for f in findings if f.category is Category.NUMBERING]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、甲\n二、乙\n四、丙\n五、丁", [("numbering-jump", "四、", ("三、",))]),
        ("一、甲\n（一）子\n（二）子\n（四）子\n二、乙", [("numbering-jump", "（四）", ("（三）",))]),
        ("一、甲\n（一）子\n1.孙\n2.孙\n4.孙\n（二）子", [("numbering-jump", "4.", ("3.",))]),
        ("要求：一是甲。二是乙。四是丙。", [("numbering-jump", "四是", ("三是",))]),
        ("一、甲\n二、乙\n二、丙\n三、丁", [("numbering-repeat", "二、", ("三、",))]),
        ("一、甲\n（1）子\n（二）子\n（三）子", [("numbering-foreign-style", "（1）", ("（一）",))]),
        ("一要甲抓好。\n二是要乙抓好。\n三是要丙抓好。", [("numbering-mixed-points", "二是要", ("二要",))]),
    ],
)
def test_slip_is_found_with_the_right_number(text: str, expected: list[object], proofread: Proofread) -> None:
    assert numbering(proofread(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）子\n（二）子\n二、乙\n（一）子\n（二）子\n三、丙",
        "1.外\n1.内\n2.内\n3.内\n2.外\n3.外",
        "一、甲\n二、乙\n附件\n一、丙\n二、丁",
        "共性问题1）甲；2）乙；\n3）丙",
        "一、甲\n（一）子。（二）子。\n（三）子",
        "首先，要学。其次，要干。最后，要查。",
        "第一章 总则\n第一条 目的\n第二条 范围\n第二章 附则\n第三条 施行",
    ],
)
def test_well_numbered_text_is_silent(text: str, proofread: Proofread) -> None:
    assert numbering(proofread(text)) == []


def test_a_number_that_stands_unrecognised_in_between_is_no_jump(proofread: Proofread) -> None:
    text = "一、甲\n1.子项一。2.子项二。\n3.子项三。\n4.子项四。"
    assert numbering(proofread(text)) == []


def test_the_earlier_label_is_shown(proofread: Proofread) -> None:
    (finding,) = [f for f in proofread("一、甲\n二、乙\n四、丙") if f.rule == "numbering-jump"]
    assert [(span.paragraph, span.start, span.end) for span in finding.related] == [(1, 0, 2)]
