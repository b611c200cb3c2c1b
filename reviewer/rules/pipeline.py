"""Raw findings to what the clerk sees, in pure steps."""

import re
from collections.abc import Iterable

from reviewer.model.document import Document
from reviewer.model.finding import SEVERITY_ORDER, Category, Finding

_QUOTED = re.compile(r"《[^《》\n]{2,80}》|(?:[说道曰云称]|指出|强调|写道|有言)[:：，,]?[“\"][^”\"\n]{4,400}[”\"]")
_SWALLOWED = {
    Category.ADVERT: frozenset(Category) - {Category.ADVERT},
    Category.PLACEHOLDER: frozenset({Category.PUNCTUATION, Category.SPACING, Category.TYPO, Category.DATE}),
}


def without_quoted(findings: Iterable[Finding], quotable: frozenset[str], document: Document) -> list[Finding]:
    """The findings, less those of the rules `quotable` that lie inside words quoted from others or a title in 《》."""
    quoted: dict[int, list[tuple[int, int]]] = {}
    kept: list[Finding] = []
    for finding in findings:
        if finding.rule in quotable:
            paragraph = finding.span.paragraph
            if paragraph not in quoted:
                quoted[paragraph] = [match.span() for match in _QUOTED.finditer(document.texts[paragraph])]
            if any(start <= finding.span.start and finding.span.end <= end for start, end in quoted[paragraph]):
                continue
        kept.append(finding)
    return kept


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """At most one finding of a category at a place, and none that a leftover at the same place already covers.

    Of two that overlap the more severe stays, then the longer, then the earlier. What lies inside an advertisement
    goes with it; a mask takes the punctuation, spaces and dates with it that it overlaps.
    """
    kept: list[Finding] = []
    for group in _overlapping(findings):
        kept.extend(_best(group))
    return kept


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in reading order, the more severe first at the same place."""
    return tuple(sorted(findings, key=lambda f: (f.span, SEVERITY_ORDER[f.severity], f.rule)))


def _overlapping(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Chains of findings that touch each other."""
    groups: list[list[Finding]] = []
    end = (-1, 0)
    for finding in sorted(findings, key=lambda f: f.span):
        if groups and finding.span.paragraph == end[0] and finding.span.start < end[1]:
            groups[-1].append(finding)
            end = (end[0], max(end[1], finding.span.end))
        else:
            groups.append([finding])
            end = (finding.span.paragraph, finding.span.end)
    return groups


def _best(group: list[Finding]) -> list[Finding]:
    if len(group) == 1:
        return group
    ranked = sorted(group, key=lambda f: (SEVERITY_ORDER[f.severity], -len(f.span), f.span.start))
    chosen: list[Finding] = []
    for finding in ranked:
        if not any(other.category is finding.category and other.span.overlaps(finding.span) for other in chosen):
            chosen.append(finding)
    return [finding for finding in chosen if not any(_covers(other, finding) for other in chosen)]


def _covers(leftover: Finding, finding: Finding) -> bool:
    swallowed = _SWALLOWED.get(leftover.category)
    if swallowed is None or finding.category not in swallowed:
        return False
    if leftover.category is Category.ADVERT:
        return leftover.span.contains(finding.span)
    return leftover.span.overlaps(finding.span)
