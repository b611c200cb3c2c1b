"""The kinds of check."""

import re
from collections.abc import Callable

from reviewer.rules.checks import Consistency, Existence, Pattern
from reviewer.rules.context import RuleContext

ContextOf = Callable[[str], RuleContext]


def words(context: RuleContext, check: Existence | Pattern | Consistency) -> list[str]:
    return [context.document.text(raw.span) for raw in check.run(context)]


def test_existence_takes_the_longest_literal(context_of: ContextOf) -> None:
    check = Existence(("乱码", "乱码字"), "有“{text}”。", ("",))
    context = context_of("乱码字\n乱码")
    assert words(context, check) == ["乱码字", "乱码"]
    assert [raw.message for raw in check.run(context)] == ["有“乱码字”。", "有“乱码”。"]


def test_pattern_marks_its_group_and_asks_before_it_speaks(context_of: ContextOf) -> None:
    check = Pattern(re.compile(r"第(?P<mark>\d)条"), "错。", accept=lambda c, m: m["mark"] != "2")
    assert words(context_of("第1条第2条第3条"), check) == ["1", "3"]


def test_pattern_without_its_literal_does_not_search(context_of: ContextOf) -> None:
    check = Pattern(re.compile("."), "错。", needs=("丙",))
    assert words(context_of("甲乙"), check) == []


def test_matches_over_a_paragraph_end_are_dropped(context_of: ContextOf) -> None:
    assert words(context_of("甲\n乙"), Pattern(re.compile("甲\n乙|乙"), "错。")) == []


def test_consistency_marks_the_rarer_form(context_of: ContextOf) -> None:
    check = Consistency({"账": re.compile("账"), "帐": re.compile("帐")}, "“{text}”与“{main}”不一致。")
    context = context_of("账、账、帐")
    (raw,) = check.run(context)
    assert context.document.text(raw.span) == "帐"
    assert [context.document.text(span) for span in raw.related] == ["账"]
    assert words(context_of("账、帐"), check) == []
