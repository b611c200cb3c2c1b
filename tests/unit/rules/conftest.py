"""What the tests of proofreading share."""

from collections.abc import Callable

import pytest

from reviewer.model.document import plain_document
from reviewer.model.finding import Finding
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.rules.context import RuleContext
from reviewer.rules.engine import check

Proofread = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def proofread() -> Proofread:
    """A function that proofreads a text, its paragraphs split at LF."""

    def run(text: str, disabled: frozenset[str] = frozenset(), year: int | None = None) -> tuple[Finding, ...]:
        document = plain_document(text)
        options = ReviewOptions(disabled=disabled)
        return check(document, build_outline(document), (), Dating(year=year), options)

    return run


@pytest.fixture
def context_of() -> Callable[[str], RuleContext]:
    """A function that gives the rule context of a text."""

    def make(text: str) -> RuleContext:
        document = plain_document(text)
        return RuleContext(document, build_outline(document), (), Dating())

    return make
