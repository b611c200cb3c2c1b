"""Words that the office keeps as they are: what quarrels with them alone is no finding."""

from collections.abc import Iterable, Sequence

from reviewer.model.document import Document
from reviewer.model.finding import Finding

_LONGEST_KEPT = 60
_OFFICE = "office-"


def without_kept(findings: Iterable[Finding], kept: Sequence[str], document: Document) -> list[Finding]:
    """The findings, less those whose whole quarrel is with a word in `kept`, or with a part of one."""
    return [f for f in findings if not kept or not _is_kept(f, kept, document.texts[f.span.paragraph])]


def _is_kept(finding: Finding, kept: Sequence[str], line: str) -> bool:
    if finding.rule.startswith(_OFFICE):
        return False
    start, end = _quarrel(finding)
    first = max(0, start - _LONGEST_KEPT)
    window = line[first : end + _LONGEST_KEPT]
    for word in kept:
        at = window.find(word)
        while at >= 0:
            if first + at <= start and end <= first + at + len(word):
                return True
            at = window.find(word, at + 1)
    return False


def _quarrel(finding: Finding) -> tuple[int, int]:
    """The characters that the first suggestion would change, all that is marked where there is none."""
    start, end = finding.span.start, finding.span.end
    better = finding.suggestions[0] if finding.suggestions else ""
    if not better:
        return start, end
    words = finding.text
    same = _alike(words, better)
    tail = _alike(words[same:][::-1], better[same:][::-1])
    return (start + same, end - tail) if same + tail < len(words) else (start + max(0, same - 1), start + same + 1)


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with in common."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))
