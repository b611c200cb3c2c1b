"""What a comment in the margin says of a finding, and what is highlighted."""

from collections.abc import Iterable

from reviewer.exports.checklist_rows import listed_duties
from reviewer.exports.copy import Highlight
from reviewer.exports.words import suggestion_words
from reviewer.model.edit import Remark
from reviewer.model.finding import OWN_RULE, Finding
from reviewer.model.report import Report
from reviewer.model.time import TimeRole
from reviewer.words import CATEGORY, SEVERITY

DUTY_COLOUR = "yellow"
TIME_COLOUR = "cyan"
_MOST = 3


def finding_remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """A remark on each finding: how grave, of which kind, what is wrong, and what could stand there instead."""
    return tuple(Remark(finding.span, _words(finding)) for finding in findings)


def highlights(report: Report, *, general: bool = False) -> tuple[Highlight, ...]:
    """Deadlines and recurrences in one colour, the duties around them in another."""
    bound = (TimeRole.DEADLINE, TimeRole.RECURRENCE)
    times = [Highlight(time.span, TIME_COLOUR) for time in report.times if time.role in bound]
    duties = [Highlight(duty.span, DUTY_COLOUR) for duty in listed_duties(report, general)]
    return (*times, *duties)


def advice(finding: Finding) -> str:
    """What could stand there instead, best first: 改为“甲”或“乙”, 删去; "" where nothing is suggested."""
    offered = ["删去" if not words else f"“{suggestion_words(words)}”" for words in finding.suggestions[:_MOST]]
    if not offered:
        return ""
    return offered[0] if offered[0] == "删去" else "改为" + "或".join(offered)


def _words(finding: Finding) -> str:
    if finding.rule == OWN_RULE:
        return finding.message
    said = f"【{SEVERITY[finding.severity]}·{CATEGORY[finding.category]}】{finding.message}"
    offered = advice(finding)
    return f"{said}\n建议：{offered}" if offered else said
