"""Raw findings to what the clerk sees, in pure steps."""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from reviewer.model.document import Document
from reviewer.model.finding import SEVERITY_ORDER, Category, Finding, Severity
from reviewer.model.span import Span

_QUOTED = re.compile(r"《[^《》\n]{2,80}》|(?:[说道曰云称]|指出|强调|写道|有言)[:：，,]?[“\"][^”\"\n]{4,400}[”\"]")
_OFFICIAL = re.compile(
    "(?:意见|通知|方案|办法|条例|规定|决定|计划|规划|纲要|细则|报告|制度|准则|规则|要点|措施|公告|通报|决议|清单)"
    "(?:（[^（）]{1,12}）)?》$"
)
_OF_FORM = frozenset({Category.PUNCTUATION, Category.NUMBERING, Category.FORMAT, Category.ADVERT, Category.COUNT})
_GOES_WITH_MASK = frozenset({Category.PUNCTUATION, Category.SPACING, Category.TYPO, Category.DATE})


def without_quoted(findings: Iterable[Finding], quotable: frozenset[str], document: Document) -> list[Finding]:
    """The findings, less those of the rules `quotable` that lie inside words quoted from others or a title in 《》.

    Titles of official documents are excused from doubts only: a sure slip in one is a slip.
    """
    quoted: dict[int, list[tuple[int, int]]] = {}
    kept: list[Finding] = []
    for finding in findings:
        if finding.rule in quotable:
            paragraph = finding.span.paragraph
            if paragraph not in quoted:
                quoted[paragraph] = [match.span() for match in _QUOTED.finditer(document.texts[paragraph])]
            line = document.texts[paragraph]
            around = [place for place in quoted[paragraph] if _holds(place, finding.span)]
            sure = finding.severity is Severity.ERROR and finding.category is Category.TYPO
            if around and not (sure and all(_OFFICIAL.search(line, start, end) for start, end in around)):
                continue
        kept.append(finding)
    return kept


def _holds(place: tuple[int, int], span: Span) -> bool:
    return place[0] <= span.start and span.end <= place[1]


def without_doubted(findings: Iterable[Finding], yielding: frozenset[str]) -> list[Finding]:
    """The findings, less those of the rules `yielding` that touch what another rule says of the same words."""
    found = list(findings)
    sure: dict[int, list[Span]] = defaultdict(list)
    for finding in found:
        if finding.rule not in yielding and finding.category not in _OF_FORM:
            sure[finding.span.paragraph].append(finding.span)
    return [
        finding
        for finding in found
        if finding.rule not in yielding
        or not any(_touch(span, finding.span) for span in sure.get(finding.span.paragraph, ()))
    ]


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """At most one finding of a category at a place, and none that a leftover at the same place already covers.

    Font, indent and distance of lines are different things of one paragraph: of the layout, one of each rule stays.
    Of two that overlap the more severe stays, then the longer, then the earlier. What lies inside an advertisement
    goes with it; a mask takes the punctuation, spaces and dates with it that it overlaps.
    """
    by_matter: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_matter[finding.rule if finding.category is Category.FORMAT else finding.category].append(finding)
    kept = [best for group in by_matter.values() for cluster in _clusters(group) for best in _best(cluster)]
    adverts = _Stretches(finding.span for finding in kept if finding.category is Category.ADVERT)
    masks = _Stretches(finding.span for finding in kept if finding.category is Category.PLACEHOLDER)
    return [
        finding
        for finding in kept
        if not (finding.category is not Category.ADVERT and adverts.contain(finding.span))
        and not (finding.category in _GOES_WITH_MASK and masks.overlap(finding.span))
    ]


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in reading order, the more severe first at the same place."""
    return tuple(sorted(findings, key=lambda f: (f.span, SEVERITY_ORDER[f.severity], f.rule)))


def _clusters(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Chains of findings that touch each other."""
    clusters: list[list[Finding]] = []
    paragraph, end = -1, 0
    for finding in sorted(findings, key=lambda f: f.span):
        if finding.span.paragraph == paragraph and finding.span.start < end:
            clusters[-1].append(finding)
            end = max(end, finding.span.end)
        else:
            clusters.append([finding])
            paragraph, end = finding.span.paragraph, finding.span.end
    return clusters


def _best(cluster: list[Finding]) -> list[Finding]:
    chosen: list[Finding] = []
    for finding in sorted(cluster, key=lambda f: (SEVERITY_ORDER[f.severity], -len(f.span), f.span)):
        if not any(other.span.overlaps(finding.span) for other in chosen):
            chosen.append(finding)
    return chosen


class _Stretches:
    """Spans that don't overlap, asked often whether they hold or touch another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def contain(self, span: Span) -> bool:
        """Whether one of them holds the whole of `span`."""
        at = bisect_right(self._spans, Span(span.paragraph, span.start, sys.maxsize)) - 1
        return at >= 0 and self._spans[at].contains(span)

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with `span`."""
        at = bisect_right(self._spans, Span(span.paragraph, span.start, sys.maxsize))
        return any(other.overlaps(span) for other in self._spans[max(0, at - 1) : at + 1])
