"""Short ways to what the tests of decisions on findings look at."""

from reviewer.model.finding import Finding
from reviewer.model.verdict import State
from reviewer.ui.session import DocumentSession

MASK, ADVERT, COMMA, SPACE = range(4)
"""The findings of the made-up speech, in reading order; the last is only worth a look."""


def states(session: DocumentSession) -> list[State]:
    """How the findings stand."""
    assert session.corrected is not None
    return [verdict.state for verdict in session.corrected.verdicts]


def finding(session: DocumentSession, index: int) -> Finding:
    """The finding at `index`."""
    assert session.report is not None
    return session.report.findings[index]
