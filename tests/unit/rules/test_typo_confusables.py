"""Confusables and idioms over sets of invented sentences, tuned and held out, and what the lexicons promise."""

import re
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_material import corrected, pairs, set_lines

from reviewer import resource
from reviewer.model.document import plain_document
from reviewer.model.finding import Finding, Severity
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.rules import pipeline
from reviewer.rules.context import RuleContext
from reviewer.rules.engine import apply
from reviewer.rules.registry import RULES
from reviewer.rules.typo import confusables, idioms
from reviewer.rules.typo.confusable_scan import LEXICONS, slips
from reviewer.rules.typo.idioms import near_misses
from reviewer.rules.typo.likeness import alike, lookalikes, near_sound, same_shape
from reviewer.rules.typo.words import cuts_words

OURS = [rule for rule in (*confusables.RULES, *idioms.RULES) if rule.severity is not Severity.INFO]
UNCONDITIONAL = [slip for slip in slips() if not slip.contexts]


def findings_by_line(lines: list[str]) -> dict[int, list[Finding]]:
    document = plain_document("\n".join(lines))
    context = RuleContext(document, build_outline(document), (), Dating())
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in pipeline.ordered(pipeline.merge([f for rule in OURS for f in apply(rule, context)])):
        found[finding.span.paragraph].append(finding)
    return found


@pytest.mark.parametrize(("name", "least"), [("tuned", 0.97), ("heldout", 0.93)])
def test_wrong_sentences_are_corrected(name: str, least: float) -> None:
    lines = pairs(f"typo_pairs_{name}")
    found = findings_by_line([wrong for wrong, _ in lines])
    right = sum(corrected(wrong, found[i]) == better for i, (wrong, better) in enumerate(lines))
    assert right / len(lines) >= least


@pytest.mark.parametrize("name", ["tuned", "heldout"])
def test_right_sentences_stay_silent(name: str) -> None:
    assert findings_by_line([right for _, right in pairs(f"typo_pairs_{name}")]) == {}


@pytest.mark.parametrize(("name", "most"), [("tuned", 0.0), ("heldout", 0.01)])
def test_traps_stay_silent(name: str, most: float) -> None:
    lines = set_lines(f"typo_traps_{name}")
    assert len(findings_by_line(lines)) / len(lines) <= most


def test_sets_are_large_and_disjoint() -> None:
    tuned, heldout = pairs("typo_pairs_tuned"), pairs("typo_pairs_heldout")
    assert len(tuned) + len(heldout) >= 500
    assert not set(tuned) & set(heldout)
    assert all(wrong != right for wrong, right in tuned + heldout)


def test_lexicon_is_as_large_as_promised() -> None:
    assert len({(slip.wrong, slip.right) for slip in slips() if slip.rule != "typo-wrong-word"}) >= 400
    assert len([slip for slip in slips() if slip.rule == "typo-wrong-word"]) >= 500


def test_every_entry_belongs_to_a_rule_and_changes_something() -> None:
    ids = {rule.id for rule in RULES}
    assert {slip.rule for slip in slips()} <= ids
    assert [slip.wrong for slip in slips() if slip.wrong == slip.right] == []
    assert [slip.wrong for slip in slips() if slip.why and not slip.why.endswith("。")] == []


def test_no_entry_is_listed_twice() -> None:
    seen = [(slip.wrong, slip.right) for slip in slips()]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("context", sorted({c for slip in slips() for c in (*slip.contexts, *slip.exceptions)}))
def test_contexts_can_be_read(context: str) -> None:
    assert context.count("~") == 1
    for side in context.split("~"):
        re.compile(side.strip("^$").replace("…", ".{0,6}"))


def test_what_is_proposed_is_not_objected_to() -> None:
    lines = [f"第{i}条：{slip.right}。" for i, slip in enumerate(UNCONDITIONAL)]
    assert {f.text for found in findings_by_line(lines).values() for f in found} == set()


def test_titles_are_excused() -> None:
    quotable = {rule.id for rule in OURS if rule.quotable}
    assert {slip.rule for slip in slips() if slip.rule != "confusable-usage"} <= quotable


def test_forms_across_words_are_no_slips() -> None:
    assert cuts_words("各单位要配合做好工作", 5, 7, "合作")
    assert not cuts_words("推荐侯选人名单", 2, 4, "候选")
    assert not cuts_words("公平竟争的市场", 2, 4, "竞争")


def test_near_misses_name_one_word() -> None:
    assert near_misses("坚持一如即往地支持") == [(2, "一如既往")]
    assert near_misses("坚持一如既往地支持") == []
    assert near_misses("一如") == []


@pytest.mark.parametrize("text", ["“衣衣不舍”主题活动", "提升“粽情端午”品牌"])
def test_puns_in_quotes_are_meant(text: str) -> None:
    assert findings_by_line([text]) == {}


def test_idioms_are_four_characters_each_once() -> None:
    table = resource.lexicon("idioms")
    for name, size in (("words", 4), ("official", 4), ("plain", 4), ("common", 2)):
        pieces = [table[name][i : i + size] for i in range(0, len(table[name]), size)]
        assert all(len(piece) == size for piece in pieces)
        assert len(pieces) == len(set(pieces))
    words = [table["words"][i : i + 4] for i in range(0, len(table["words"]), 4)]
    assert all(a < b for a, b in pairwise(words))


def test_likeness() -> None:
    assert alike("厉", "励")
    assert near_sound("真", "争")
    assert same_shape("己", "已")
    assert not alike("党", "民")
    assert "竞" in lookalikes("竟")
    assert "竟" not in lookalikes("竟")
    assert not alike("A", "党")


@given(st.lists(st.sampled_from([slip.wrong for slip in slips()] + ["\n", "，", "的", "全", "实", "在"]), max_size=20))
def test_findings_lie_in_the_text_and_propose_something_else(pieces: list[str]) -> None:
    lines = "".join(pieces).split("\n")
    for number, found in findings_by_line(lines).items():
        for finding in found:
            assert lines[number][finding.span.start : finding.span.end] == finding.text
            assert finding.suggestions[0] != finding.text


@pytest.mark.parametrize("name", [*LEXICONS, "confusables_shapes", "idioms"])
def test_lexicon_head_names_source_and_licence(name: str) -> None:
    head = resource.read_text(f"lexicons/{name}.toml").split("\n\n", 1)[0]
    assert re.search(r"^# Source: .+", head, re.MULTILINE)
    assert re.search(r"^# Licence: .+", head, re.MULTILINE)
    assert re.search(r"^# Date: \d{4}-\d{2}-\d{2}", head, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("消防设施按装到位。", "按装"),
        ("对违纪问题必需一查到底。", "必需一查到底"),
        ("印发座谈记要。", "座谈记要"),
        ("规范银行帐户管理。", "银行帐户"),
        ("引导市民文明渡假。", "渡假"),
        ("干部群众克苦攻关。", "克苦"),
        ("广大职工干劲实足。", "干劲实足"),
        ("有关部门要密切配和。", "密切配和"),
        ("从根本上杜觉安全隐患。", "杜觉"),
        ("严格遵守行为准侧。", "准侧"),
        ("重大事项及时请视报告。", "请视报告"),
        ("项目座落在开发区。", "座落在"),
    ],
)
def test_well_known_wrong_words_are_found_wherever_they_stand(text: str, wrong: str) -> None:
    assert [f.text for f in findings_by_line([text])[0]] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "按装机容量补助。",
        "提供献血服务。",
        "解决窍门问题。",
        "请视情况办理。",
        "摆渡假日游船。",
        "资源分配和工作安排。",
        "请视报告情况定。",
        "成立企业家俱乐部。",
        "新建3座镇级水厂。",
        "有关事向上级报告。",
        "启功先生书法展开幕。",
    ],
)
def test_words_that_meet_are_no_wrong_word(text: str) -> None:
    assert findings_by_line([text])[0] == []
