"""Filtering, merging and sorting of findings."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import plain_document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.span import Span
from reviewer.rules import pipeline


def finding(
    start: int,
    end: int,
    category: Category = Category.PUNCTUATION,
    severity: Severity = Severity.WARNING,
    rule: str = "some-rule",
    paragraph: int = 0,
) -> Finding:
    return Finding(rule, category, severity, Span(paragraph, start, end), "x" * (end - start), "不对。")


def test_the_more_severe_of_two_stays() -> None:
    slip, doubt = finding(2, 4, severity=Severity.ERROR), finding(0, 9, severity=Severity.INFO)
    assert pipeline.merge([doubt, slip]) == [slip]


def test_of_equals_the_longer_stays() -> None:
    short, long = finding(2, 4), finding(1, 6)
    assert pipeline.merge([short, long]) == [long]


def test_categories_do_not_displace_each_other() -> None:
    both = [finding(0, 3, Category.TYPO), finding(1, 2, Category.NUMBERING)]
    assert pipeline.merge(both) == both


def test_an_advert_takes_what_lies_inside_it() -> None:
    advert = finding(5, 30, Category.ADVERT)
    inside = finding(10, 12, Category.PLACEHOLDER, Severity.ERROR)
    outside = finding(29, 32, Category.PUNCTUATION)
    assert pipeline.merge([inside, advert, outside]) == [outside, advert] or pipeline.merge(
        [inside, advert, outside]
    ) == [advert, outside]


def test_a_mask_takes_the_spaces_and_marks_that_it_overlaps() -> None:
    mask = finding(3, 8, Category.PLACEHOLDER)
    blank, doubled, number = finding(4, 6, Category.SPACING), finding(7, 9), finding(3, 5, Category.NUMBERING)
    assert set(pipeline.merge([mask, blank, doubled, number])) == {mask, number}


def test_what_is_elsewhere_stays() -> None:
    apart = [finding(0, 2), finding(2, 4), finding(0, 2, paragraph=1)]
    assert sorted(pipeline.merge(apart), key=lambda f: f.span) == apart


def test_order_is_reading_order_and_severity() -> None:
    first = finding(0, 2, Category.TYPO, Severity.ERROR)
    second = finding(0, 2, Category.PUNCTUATION, Severity.INFO)
    third = finding(0, 1, paragraph=1)
    for order in permutations([first, second, third]):
        assert pipeline.ordered(order) == (first, second, third)


def test_quotations_excuse_only_rules_that_say_so() -> None:
    document = plain_document("他强调：“要增强‘意识’、‘自信’。”学习《条例、办法》。其他、其它。")
    style, slip = finding(8, 9, rule="style"), finding(8, 9, rule="slip")
    title, open_text = finding(25, 26, rule="style"), finding(31, 32, rule="style")
    kept = pipeline.without_quoted([style, slip, title, open_text], frozenset({"style"}), document)
    assert kept == [slip, open_text]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda t: (t[0], t[0] + t[1]))


@given(st.lists(st.tuples(SPANS, st.sampled_from(Category), st.sampled_from(Severity)), max_size=25))
def test_merging_leaves_no_overlap_in_a_category_and_invents_nothing(
    items: list[tuple[tuple[int, int], Category, Severity]],
) -> None:
    findings = [finding(*span, category, severity) for span, category, severity in items]
    kept = pipeline.merge(findings)
    assert all(f in findings for f in kept)
    for i, one in enumerate(kept):
        assert not any(one.category is other.category and one.span.overlaps(other.span) for other in kept[i + 1 :])
    categories = {f.category for f in findings} - {f.category for f in kept}
    assert not categories & {Category.ADVERT}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("落实《关于加强权利运行制约和监督的意见》。", ["权利"]),
        ("宣传《关于推进党风廉政建设按步就班的通知（试行）》。", ["按步就班"]),
        ("排演话剧《按步就班》。", []),
        ("会议指出：“工作不能按步就班走过场。”", []),
    ],
)
def test_a_sure_slip_in_the_title_of_an_official_document_is_told(
    text: str, marked: list[str], proofread: Callable[..., tuple[Finding, ...]]
) -> None:
    assert [f.text for f in proofread(text) if f.category is Category.TYPO] == marked
