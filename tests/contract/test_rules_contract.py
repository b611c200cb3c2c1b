"""Every rule keeps what it promises: examples run, help is complete, nothing raises."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resource
from reviewer.model.document import Document, plain_document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.rules import help_page
from reviewer.rules.context import RuleContext
from reviewer.rules.engine import FAILURE_RULE, apply, check
from reviewer.rules.format.laid_out import laid_out
from reviewer.rules.format.profile import standard
from reviewer.rules.registry import RULES
from reviewer.rules.rule import Example, Rule

LEXICONS = ("adverts", "placeholders", "punctuation", "counts", "confusables", "people", "sums")
_MARKS = 'XxＸ×*○□＿_（）()【】[]《》“”"‘’，、。；：:,.!?…—- \t\u3000\u200b\ufeff\ufffd\ue000⽂#|@市县月日的要\n𠮷😀'
_WORDS = (
    "一、 （一） （2） 1. 2、 一是 二要 三是 第一， 首先， 讲三点意见： “四个结合”： 分为三类： 某某 某县长 20XX年 2月30日 7671年 "
    "2023年6月1日（星期五） 5月20日至10日 带上“紧箍咒” 工作工作 的的 按步就班 ##paidend## 素材库 加微信：abc123 公众号 下载 www.abc.com "
    "小编为大家整理 上一篇： 同志 万元 加强领导 全市 ** ZZ素质 随着、 [此处填写] （待定） …… 。。。 --"
)
PIECES = st.sampled_from([*_MARKS, *_WORDS.split()])


def findings_of(rule: Rule, text: str) -> tuple[Document, list[Finding]]:
    document = laid_out(text) if rule.category is Category.FORMAT else plain_document(text)
    return document, apply(
        rule, RuleContext(document, build_outline(document), (), Dating(), standard(), terms=rule.supposed)
    )


def corrected(document: Document, findings: list[Finding]) -> str:
    lines = list(document.texts)
    for finding in sorted(findings, key=lambda f: f.span, reverse=True):
        if finding.suggestions:
            span = finding.span
            line = lines[span.paragraph]
            lines[span.paragraph] = line[: span.start] + finding.suggestions[0] + line[span.end :]
    return "\n".join(lines)


BAD = [pytest.param(rule, example, id=f"{rule.id}-{i}") for rule in RULES for i, example in enumerate(rule.bad)]
GOOD = [pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in RULES for i, text in enumerate(rule.good)]


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_is_marked(rule: Rule, example: Example) -> None:
    document, findings = findings_of(rule, example.text)
    assert {finding.rule for finding in findings} == {rule.id}
    assert example.marked in [finding.text for finding in findings]
    if example.better:
        assert corrected(document, findings) == example.better


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_good_example_stays_silent(rule: Rule, text: str) -> None:
    assert findings_of(rule, text)[1] == []


def test_ids_are_unique_and_plain() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z]+(?:-[a-z]+)+", i)] == []
    assert FAILURE_RULE not in ids


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_fully_explained(rule: Rule) -> None:
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 3
    for text in (rule.what, rule.why, rule.instead):
        assert text.endswith(("。", "？", "！"))
    assert isinstance(rule.category, Category)
    assert isinstance(rule.severity, Severity)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_messages_are_one_sentence(rule: Rule) -> None:
    for example in rule.bad:
        for finding in findings_of(rule, example.text)[1]:
            assert finding.message.endswith("。")
            assert "\n" not in finding.message.replace(finding.text, "")
            assert "{" not in finding.message.replace(finding.text, "")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_rule_raises_and_spans_lie_in_the_text(text: str) -> None:
    document = plain_document(text)
    findings = check(document, build_outline(document), (), Dating(), ReviewOptions())
    assert [finding for finding in findings if finding.rule == FAILURE_RULE] == []
    for finding in findings:
        line = document.texts[finding.span.paragraph]
        assert 0 <= finding.span.start < finding.span.end <= len(line)
        assert finding.text == document.text(finding.span)
        for other in finding.related:
            assert 0 <= other.start < other.end <= len(document.texts[other.paragraph])


@given(st.text(max_size=120))
def test_no_rule_raises_on_arbitrary_text(text: str) -> None:
    document = plain_document(text)
    findings = check(document, build_outline(document), (), Dating(), ReviewOptions())
    assert [finding for finding in findings if finding.rule == FAILURE_RULE] == []


@given(st.lists(PIECES, max_size=30).map("".join))
def test_findings_of_one_category_do_not_overlap(text: str) -> None:
    document = plain_document(text)
    findings = check(document, build_outline(document), (), Dating(), ReviewOptions())
    assert list(findings) == sorted(findings, key=lambda f: f.span)
    for i, one in enumerate(findings):
        for other in findings[i + 1 :]:
            assert one.category is not other.category or not one.span.overlaps(other.span)


def test_shipped_help_page_is_generated() -> None:
    assert resource.read_text("help/rules.md") == help_page.page()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_explain_is_part_of_the_page(rule: Rule) -> None:
    text = help_page.explain(rule.id)
    assert text in help_page.page().replace("\\", "")
    for heading in ("是什么", "为什么", "例子", "怎么改"):
        assert f"**{heading}**" in text


def test_explain_knows_only_rules() -> None:
    with pytest.raises(KeyError):
        help_page.explain("no-such-rule")


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_head_names_source_licence_and_date(name: str) -> None:
    head = resource.read_text(f"lexicons/{name}.toml").split("\n\n", 1)[0]
    assert all(line.startswith("#") for line in head.splitlines())
    assert re.search(r"^# Source: .+", head, re.MULTILINE)
    assert re.search(r"^# Licence: .+", head, re.MULTILINE)
    assert re.search(r"^# Date: \d{4}-\d{2}-\d{2}", head, re.MULTILINE)


def test_strong_advert_signals_have_a_trigger() -> None:
    """A signal that weighs much is never looked at unless some trigger word leads to it."""
    lexicon = resource.lexicon("adverts")
    data = Path(__file__).resolve().parents[1] / "unit" / "rules" / "data" / "adverts_tuned.jsonl"
    text = data.read_text("utf-8")
    silent = [
        pattern
        for pattern, points in lexicon["signals"]
        if points >= lexicon["threshold"]
        and (found := re.search(pattern, text))
        and not any(word in text[max(0, found.start() - 40) : found.end() + 40] for word in lexicon["triggers"])
    ]
    assert silent == []
