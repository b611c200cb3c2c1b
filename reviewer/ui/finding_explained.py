"""One finding in full, as HTML."""

from html import escape

from reviewer.model.corrected import Corrected
from reviewer.model.finding import Finding
from reviewer.model.report import Report
from reviewer.model.verdict import OPEN, State, Verdict
from reviewer.ui import labels
from reviewer.ui.badges import severity_colour
from reviewer.ui.finding_words import suggestion_words
from reviewer.ui.findings_model import quotation, rule_name, rule_of
from reviewer.ui.pane_parts import detail_html, muted
from reviewer.ui.theme import current


def explanation(report: Report, finding: Finding, verdict: Verdict = OPEN, remarked: str = "") -> str:
    """What the finding is about, why, what to do, and what became of it, in the colours of the theme in force."""
    theme = current()
    colour = severity_colour(finding.severity, theme).name()
    severity = f"<span style='color:{colour}'>{labels.SEVERITY[finding.severity]}</span>"
    state = "" if verdict.state is State.OPEN else f"　<b>{escape(labels.STATE[verdict.state])}</b>"
    parts = [
        f"<b>{escape(rule_name(finding))}</b>　{severity}　{muted(labels.SEVERITY_HINT[finding.severity])}{state}",
        _sentence(report, finding, verdict),
        escape(finding.message),
    ]
    if len(finding.suggestions) > 1 and verdict.state is State.OPEN:
        offered = "、".join(f"<b style='color:{theme.success}'>{escape(_offer(s))}</b>" for s in finding.suggestions)
        parts.append(f"{muted('建议：')}{offered}")
    rule = rule_of(finding.rule)
    if rule is not None:
        told = (("为什么", rule.why), ("怎么改", rule.instead), ("依据", rule.standard))
        parts += [f"{muted(f'{head}：')}{escape(text)}" for head, text in told if text]
    if finding.related:
        links = "、".join(
            f"<a href='place:{n}' style='color:{theme.accent}'>{escape(report.document.text(span)[:12] or '此处')}</a>"
            for n, span in enumerate(finding.related)
        )
        parts.append(f"{muted('相关处：')}{links}")
    if remarked:
        parts.append(f"{muted('批注：')}{escape(remarked)}")
    return detail_html(parts)


def explained(corrected: Corrected, index: int) -> str:
    """The finding at `index` in full, with what is remarked on its words."""
    finding = corrected.report.findings[index]
    remarked = next((one.text for one in reversed(corrected.remarks) if one.span == finding.span), "")
    return explanation(corrected.report, finding, corrected.verdicts[index], remarked)


def _sentence(report: Report, finding: Finding, verdict: Verdict) -> str:
    """The sentence as it stands and as it would be, or will be, after the correction."""
    theme = current()
    quoted = quotation(report.document, finding.span)
    wanted = finding.suggestions[0] if finding.suggestions and verdict.state is State.OPEN else verdict.replacement
    marked = f"<span style='background-color:{theme.current}'>{escape(quoted.marked)}</span>"
    if wanted is not None:
        new = f"<b style='color:{theme.success}'>{escape(suggestion_words(wanted))}</b>" if wanted else ""
        marked = f"<s style='color:{theme.muted}'>{escape(quoted.marked)}</s>{new}"
    return f"{escape(quoted.before)}{marked}{escape(quoted.after)}"


def _offer(suggestion: str) -> str:
    return f"改为“{suggestion_words(suggestion)}”" if suggestion else "删去"
