"""A sentence as clauses, with quotations, titles and times out of the way."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

FILLER = "□"
TIME = "▣"
_HIDDEN = re.compile(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|〔[^〔〕]*〕|【[^【】]*】")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_BREAK = re.compile(r"[，；：,;:。！？]")
_LEADING = re.compile(
    r"(?:[\s\u3000—–\-•●◆■*·]+|同时|此外|另外|另一方面|一方面|因此|所以|为此|但是?|而且|并且?|以及|其中|总之|特别是|尤其是|对此|与此同时|"
    r"在此基础上|工作中|具体工作中|当前|目前|下一步|下一阶段|接下来|现阶段|未来|平时|日常工作中|(?:于|在|到|至|自|从|截至)?▣++(?:[、和]▣++)*(?:左右|期间)?)"
)

_LEADING_FIRST = frozenset(
    " \t\u3000\xa0—–-•●◆■*·同此另一因所为但而并以其总特尤对与在工具当目下接现未平日于到至自从截▣"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Offsets in the sentence, without the mark that ends it; `head` is where leading connectives are over."""

    start: int
    end: int
    head: int


def masked(sentence: str, times: Iterable[tuple[int, int]] = ()) -> str:
    """The sentence with quotations, titles and brackets as □ and the given times as ▣, at equal length."""
    for start, end in times:
        sentence = sentence[:start] + TIME * (end - start) + sentence[end:]
    if "“" in sentence or "《" in sentence or "‘" in sentence or "【" in sentence or "〔" in sentence:
        sentence = _HIDDEN.sub(_blank, sentence)
    if "（" in sentence or "(" in sentence:
        sentence = _BRACKETS.sub(_blank, sentence)
    return sentence


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match.group())


def clauses(text: str) -> list[Clause]:
    """The clauses of a masked sentence, empty ones left out."""
    found: list[Clause] = []
    start = 0
    for match in _BREAK.finditer(text):
        _add(text, start, match.start(), found)
        start = match.end()
    _add(text, start, len(text), found)
    return found


def _add(text: str, start: int, end: int, found: list[Clause]) -> None:
    if text[start:end].strip():
        found.append(Clause(start, end, skip_connectives(text, start, end)))


def skip_connectives(text: str, start: int, end: int) -> int:
    """Where connectives and leading dates are over."""
    while start < end and text[start] in _LEADING_FIRST:
        match = _LEADING.match(text, start, end)
        if not match:
            break
        start = match.end()
    return start
