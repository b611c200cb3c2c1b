"""Slips that only the language model finds, on invented sentences; the held-out half was never looked at while tuning."""

import pytest
from rules_material import corrected, pairs

from reviewer.model.document import plain_document
from reviewer.model.finding import Finding, Severity
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.rules.engine import check
from reviewer.rules.help_page import explain

RULE = "typo-unusual-words"


def warned(text: str, *, strict: bool = False) -> list[Finding]:
    options = ReviewOptions(strict=strict)
    found = check(plain_document(text), Outline(), (), Dating(), options)
    return [
        f for f in found if f.severity is not Severity.INFO and f.category in ("typo", "formulation", "consistency")
    ]


def unusual(text: str, *, strict: bool = False) -> list[Finding]:
    return [finding for finding in warned(text, strict=strict) if finding.rule == RULE]


@pytest.mark.parametrize(
    ("name", "detected", "right"),
    [
        ("subst_tuned", 0.8, 0.78),
        ("subst_heldout", 0.8, 0.8),
        ("slips_tuned", 0.63, 0.62),
        ("slips_heldout", 0.65, 0.64),
        ("losses_tuned", 0.76, 0.75),
        ("losses_heldout", 0.8, 0.79),
        ("typed_tuned", 0.65, 0.64),
        ("typed_heldout", 0.6, 0.6),
    ],
)
def test_slips_are_found_and_set_right(name: str, detected: float, right: float) -> None:
    results = [(wrong, better, warned(wrong)) for wrong, better in pairs(f"unusual_{name}")]
    assert sum(bool(found) for _, _, found in results) >= detected * len(results)
    assert sum(corrected(wrong, found) == better for wrong, better, found in results) >= right * len(results)


@pytest.mark.parametrize(
    "name",
    [
        "subst_tuned",
        "subst_heldout",
        "slips_tuned",
        "slips_heldout",
        "losses_tuned",
        "losses_heldout",
        "typed_tuned",
        "typed_heldout",
    ],
)
def test_what_was_set_right_stays_silent(name: str) -> None:
    assert [right for _, right in dict.fromkeys(pairs(f"unusual_{name}")) if warned(right)] == []


@pytest.mark.parametrize("name", ["traps_tuned", "traps_heldout", "clean_tuned", "clean_heldout", "free_heldout"])
def test_names_verses_rare_words_and_clean_sentences_stay_silent(name: str) -> None:
    assert [text for _, text in pairs(f"unusual_{name}") if warned(text)] == []


def test_a_finding_says_why_and_offers_the_likeliest_first() -> None:
    (finding,) = unusual("为企业提供优质高效的服物。")
    assert (finding.text, finding.suggestions[0], finding.severity) == ("服物", "服务", Severity.WARNING)
    assert finding.message == "“服物”在这里很少见，读音相同的“服务”更通顺。"


@pytest.mark.parametrize(
    ("text", "marked", "better", "says"),
    [
        ("要扎实做好各项作工。", "作工", "工作", "写颠倒了"),
        ("会议听听取了汇报。", "听听", "听", "多写了"),
        ("深入推进技创术新。", "技创术新", "技术创新", "写颠倒了"),
        ("进一步规行政执法行为。", "规", "规范", "漏了字"),
        ("凝心力推动发展。", "凝心力", "凝心聚力", "漏了字"),
    ],
)
def test_other_kinds_of_slips(text: str, marked: str, better: str, says: str) -> None:
    (finding,) = unusual(text)
    assert (finding.text, finding.suggestions[0]) == (marked, better)
    assert says in finding.message


def test_what_the_document_writes_again_and_again_is_meant() -> None:
    assert unusual("安权平台已上线。")
    assert unusual("安权平台已上线。\n安权平台由办公室管理。\n各县都在用安权平台。") == []


def test_what_belongs_to_a_variant_a_bracket_or_the_next_line_is_no_loss() -> None:
    assert unusual("实现人享其行、物畅其流。") == []
    assert unusual("充分发挥行业协（学）会作用。") == []
    assert unusual("加强与残联等部门的沟通协\n调，形成合力。") == []
    assert unusual("提高早诊早治水平，化危为机。") == []
    assert unusual("做到宽待人、严律己。") == []
    assert unusual("贯彻“两山”理念，“好汉”们齐上阵。") == []
    assert unusual("机要室实行双人双锁管理，存贷款余额增长。") == []


@pytest.mark.parametrize(
    "text",
    [
        "建立由分管县领导任召集人的联席会议制度。",
        "家庭安，则社会安。",
        "街道应急队在后山搞一次拉练。",
        "各单位提前划好车位。",
        "全面消杀活禽交易区。",
        "统筹文、体、卫服务设施建设。",
        "灰渣产生量大、利用率低的园区先行试点。",
        "在下湾村村民代表会议上通过。",
        "今年是我社建社二十周年。",
        "把排查重点盯到地头上。",
        "据《年度计划》（崂人社办〔2024〕5号）执行。",
    ],
)
def test_characters_that_are_words_of_their_own_are_no_loss(text: str) -> None:
    assert unusual(text) == []


def test_what_others_said_stands_as_it_is() -> None:
    assert unusual("他在信中写道：“为企业提供优质高效的服物。”") == []
    assert unusual("学习《关于提供优质高效服物的通知》。") == []


def test_traditional_writing_is_left_alone() -> None:
    assert unusual("認真開展安權生產檢查，維護社會穩定。") == []


def test_another_rule_speaks_first() -> None:
    rules = {f.rule for f in warned("推进党凤廉政建设。")}
    assert "formulation-near-miss" in rules
    assert RULE not in rules


def test_strict_finds_more() -> None:
    slips = [wrong for name in ("subst_tuned", "slips_tuned") for wrong, _ in pairs(f"unusual_{name}")]
    usual = sum(bool(unusual(text)) for text in slips)
    assert sum(bool(unusual(text, strict=True)) for text in slips) > usual


def test_the_help_names_the_choice() -> None:
    assert "严格" in explain(RULE)
