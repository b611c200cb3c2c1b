import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.span import Span
from reviewer.ui.searching import PatternError, Query, finder
from reviewer.ui.trail import Trail

TEXTS = ("第1项，Ａ类（甲）。", "第２项 a类(甲)", "", "第十三项😀A类")


def find_all(texts: Sequence[str], query: Query) -> list[Span]:
    find = finder(query)
    return [Span(i, *place) for i, text in enumerate(texts) for place in find(text)]


def words(query: Query) -> list[str]:
    return [TEXTS[span.paragraph][span.start : span.end] for span in find_all(TEXTS, query)]


def test_case_and_width_do_not_matter_unless_asked_for() -> None:
    assert words(Query("a类")) == ["Ａ类", "a类", "A类"]
    assert words(Query("a类", case=True)) == ["a类"]
    assert words(Query("a类", width=True)) == ["a类", "A类"]
    assert words(Query("(甲)")) == ["（甲）", "(甲)"]
    assert words(Query("（甲）", width=True)) == ["（甲）"]
    assert words(Query("项　Ａ")) == ["项 a"]


def test_signs_mean_themselves_in_words() -> None:
    assert words(Query(".")) == []
    assert find_all(("a.b",), Query(".")) == [Span(0, 1, 2)]


def test_regular_expressions() -> None:
    assert words(Query(r"第[一二三十\d]+项", regex=True)) == ["第1项", "第２项", "第十三项"]
    assert words(Query("x*", regex=True)) == []
    assert find_all(TEXTS, Query("", regex=True)) == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(甲", "左括号"),
        ("甲)", "右括号"),
        ("[甲", "方括号"),
        ("[9-1]", "颠倒"),
        ("*甲", "没有可重复的字"),
        ("甲**", "连写"),
        ("甲{3,1}", "花括号"),
        ("甲\\", "反斜线"),
        (r"(甲)\2", "括号组"),
        ("(?<=甲*)乙", "长度要固定"),
        ("(?y)", "不认识"),
        ("(?P<甲", "没有写完"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said_in_plain_words(pattern: str, said: str) -> None:
    with pytest.raises(PatternError, match=r"^正则式") as raised:
        finder(Query(pattern, regex=True))
    assert said in str(raised.value)


@pytest.mark.parametrize("pattern", ["(a+)+b", "((a*)b*)*", "(?:.*,)+x", "(第.+){2,}", r"(\w+\s*)*。"])
def test_patterns_that_would_never_end_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="没完没了"):
        finder(Query(pattern, regex=True))


@pytest.mark.parametrize("pattern", ["(甲|乙)+", r"(\d{4})年", "[(*+)]+", r"\(.+\)+", "(a+)?b", "第.+?条"])
def test_harmless_patterns_pass(pattern: str) -> None:
    finder(Query(pattern, regex=True))


@given(st.text(max_size=20), st.booleans(), st.booleans())
def test_any_pattern_is_used_or_refused_in_chinese(pattern: str, regex: bool, case: bool) -> None:
    said, found = "正则式", []
    try:
        found = find_all(TEXTS, Query(pattern, regex, case))
    except PatternError as error:
        said = str(error)
    assert re.search("[一-龥]{3}", said)
    assert all(0 <= span.start < span.end <= len(TEXTS[span.paragraph]) for span in found)


@given(st.text(min_size=1, max_size=4), st.text(max_size=20))
def test_what_stands_there_is_found(needle: str, around: str) -> None:
    query = Query(needle, case=True, width=True)
    assert Span(0, len(around), len(around) + len(needle)) in find_all((around + needle,), query) or needle in around


def test_a_jump_can_be_gone_back_and_forward() -> None:
    trail = Trail()
    for place in ((0, 5), (1, 0), (40, 2), (41, 0), (90, 0)):
        trail.move(place)
    assert trail.back() == (41, 0)
    assert trail.back() == (1, 0)
    assert trail.back() is None
    assert trail.forward() == (41, 0)
    assert trail.forward() == (90, 0)
    assert trail.forward() is None


def test_a_new_jump_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.move((40, 0))
    assert trail.back() == (0, 0)
    trail.move((20, 0))
    assert trail.forward() is None
    assert trail.back() == (0, 0)


def test_the_trail_does_not_grow_without_end() -> None:
    trail = Trail()
    for number in range(1000):
        trail.move((number * 10, 0))
    steps = 0
    while trail.back() is not None:
        steps += 1
    assert steps == 100
