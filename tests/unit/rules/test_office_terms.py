"""The office's own words in a review."""

import pytest

from reviewer.model.document import plain_document
from reviewer.model.finding import Finding
from reviewer.model.report import ReviewOptions
from reviewer.model.terms import Term, Terms
from reviewer.review import review


def findings(text: str, *unwanted: Term, kept: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return review(plain_document(text), ReviewOptions(terms=Terms(kept, unwanted))).findings


def office(text: str, *unwanted: Term) -> list[tuple[str, str, tuple[str, ...]]]:
    found = findings(text, *unwanted)
    return [(f.rule, f.text, f.suggestions) for f in found if f.rule.startswith("office-")]


def test_banned_and_replaced_words_are_found_with_their_reason() -> None:
    text = "让老百姓满意，请有关人等到会。"
    terms = Term("老百姓", "群众", "书面用语。"), Term("有关人等")
    assert office(text, *terms) == [("office-preferred", "老百姓", ("群众",)), ("office-banned", "有关人等", ())]
    messages = [f.message for f in findings(text, *terms)]
    assert messages == ["本单位用词表规定“老百姓”改用“群众”：书面用语。", "本单位用词表规定不用“有关人等”。"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("党中央高度重视。", Term("中央", "党中央")),
        ("学习《老百姓的事》。", Term("老百姓", "群众")),
        ("群众满意。", Term("老百姓", "群众")),
        ("三轮车和小三轮车停放有序。", Term("小三")),
    ],
)
def test_where_the_words_are_right_nothing_is_said(text: str, term: Term) -> None:
    assert office(text, term) == []


def test_the_longest_term_counts() -> None:
    terms = Term("中央领导", "党中央领导"), Term("中央领导同志", "党中央")
    assert office("中央领导同志重视。", *terms) == [("office-preferred", "中央领导同志", ("党中央",))]


def test_a_kept_word_silences_what_quarrels_with_it() -> None:
    text = "推进党凤廉政建设。"
    assert findings(text) != ()
    assert findings(text, kept=("党凤",)) == ()


def test_a_kept_word_excuses_nothing_beside_it() -> None:
    text = "推进党凤廉政建设。"
    assert findings(text, kept=("廉政",)) == findings(text)
    assert findings("XX局要落实。", kept=("局要落实",)) == findings("XX局要落实。")


def test_a_kept_word_may_look_like_a_mask() -> None:
    assert findings("推广XX码。") != ()
    assert findings("推广XX码。", kept=("XX码",)) == ()


def test_a_kept_word_does_not_lift_a_ban() -> None:
    found = findings("请有关人等到会。", Term("有关人等"), kept=("有关人等",))
    assert [f.rule for f in found] == ["office-banned"]


def test_thousands_of_terms_cost_little_and_find_each() -> None:
    terms = [Term(f"词{i}号", f"词{i}") for i in range(3000)]
    assert [words for _, words, _ in office("用词2999号。用词7号。", *terms)] == ["词2999号", "词7号"]
