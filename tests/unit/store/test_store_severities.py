"""Severities that the clerk gave to rules, as text."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import plain_document
from reviewer.model.finding import Severity
from reviewer.model.report import ReviewOptions
from reviewer.review import review
from reviewer.rules.registry import RULES
from reviewer.store import severities

GIVEN = st.dictionaries(st.sampled_from([rule.id for rule in RULES]), st.sampled_from(Severity))


@given(GIVEN)
def test_what_is_written_is_read(given_severities: dict[str, Severity]) -> None:
    assert severities.parse(severities.as_text(given_severities)) == given_severities


@given(st.text(alphabet="ab:+-error", max_size=20))
def test_any_text_is_read(text: str) -> None:
    assert set(severities.parse(text).values()) <= set(Severity)


def test_a_review_goes_by_them() -> None:
    document = plain_document("市纪委七届**全会召开。")
    usual = review(document).findings
    assert [finding.severity for finding in usual] == [Severity.ERROR]
    options = ReviewOptions(severities={usual[0].rule: Severity.INFO})
    assert [finding.severity for finding in review(document, options).findings] == [Severity.INFO]
