"""Sets of invented lines for single rules: what a rule must mark stands in 【】, lines without are look-alikes.

A line is `rule<TAB>text`; ⏎ parts paragraphs. `person-listed` and `privacy-unmasked` may mark more than is shown.
"""

import re
from collections import Counter

import pytest
from rules_material import set_lines

from reviewer.model.document import plain_document
from reviewer.model.report import ReviewOptions
from reviewer.review import review
from reviewer.rules.registry import RULES

SETS = ("sum_cases", "date_cases", "numeral_cases", "consistency_cases", "person_cases")


def cases(name: str) -> list[tuple[str, str]]:
    lines = set_lines(name)
    return [(rule, text.replace("⏎", "\n")) for rule, text in (line.split("\t") for line in lines)]


def expected(text: str) -> list[str]:
    return re.findall("【([^】]*)】", text)


ALL = [pytest.param(rule, text, id=f"{name}-{i}") for name in SETS for i, (rule, text) in enumerate(cases(name), 1)]


@pytest.mark.parametrize(("rule", "text"), ALL)
def test_what_stands_in_brackets_is_marked_and_nothing_else(rule: str, text: str) -> None:
    others = frozenset(other.id for other in RULES if other.id != rule)
    report = review(plain_document(re.sub("[【】]", "", text)), ReviewOptions(disabled=others))
    found = [finding.text for finding in report.findings]
    wanted = expected(text)
    if rule in ("person-listed", "privacy-unmasked") and wanted:
        assert set(wanted) <= set(found)
    else:
        assert found == wanted


def test_every_rule_of_the_sets_has_slips_and_look_alikes() -> None:
    slips, alike = Counter[str](), Counter[str]()
    for name in SETS:
        for rule, text in cases(name):
            (slips if expected(text) else alike)[rule] += 1
    known = {rule.id for rule in RULES}
    assert set(slips) == set(alike) <= known
