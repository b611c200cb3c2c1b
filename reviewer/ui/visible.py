"""What passes the clerk's filters."""

from reviewer.model.duty import Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.report import Report


def passing_findings(report: Report, hidden: frozenset[Category], show_info: bool) -> tuple[int, ...]:
    """Indices of the findings outside the `hidden` categories, hints only where they are asked for."""
    return tuple(
        index
        for index, finding in enumerate(report.findings)
        if finding.category not in hidden and (show_info or finding.severity is not Severity.INFO)
    )


def passing_duties(report: Report, show_general: bool) -> tuple[int, ...]:
    """Indices of the duties that can be ticked off, of the others too where they are asked for."""
    return tuple(index for index, duty in enumerate(report.duties) if show_general or duty.tier is Tier.FIRM)
