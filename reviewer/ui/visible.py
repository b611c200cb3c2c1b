"""What passes the clerk's filters."""

from reviewer.model.corrected import Corrected
from reviewer.model.duty import Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.report import Report
from reviewer.model.verdict import State


def passing_findings(report: Report, hidden: frozenset[Category], show_info: bool) -> tuple[int, ...]:
    """Indices of the findings outside the `hidden` categories, hints only where they are asked for."""
    return tuple(
        index
        for index, finding in enumerate(report.findings)
        if finding.category not in hidden and (show_info or finding.severity is not Severity.INFO)
    )


def progress(corrected: Corrected, show_info: bool) -> tuple[int, int]:
    """How many findings are decided, and of how many; hints count where they are shown, silent rules never."""
    states = [
        verdict.state
        for finding, verdict in zip(corrected.report.findings, corrected.verdicts, strict=True)
        if (show_info or finding.severity is not Severity.INFO) and verdict.state is not State.SILENCED
    ]
    return sum(state is not State.OPEN for state in states), len(states)


def passing_duties(report: Report, show_general: bool) -> tuple[int, ...]:
    """Indices of the duties that can be ticked off, of the others too where they are asked for."""
    return tuple(index for index, duty in enumerate(report.duties) if show_general or duty.tier is Tier.FIRM)
