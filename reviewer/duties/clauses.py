"""A sentence as clauses, with quotations and titles out of the way."""

import re
from dataclasses import dataclass

FILLER = "□"
_HIDDEN = re.compile(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|〔[^〔〕]*〕|【[^【】]*】")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_BREAK = re.compile(r"[，；：,;:。！？]")
_LEADING = re.compile(
    r"(?:[\s\u3000]+|同时|此外|另外|另一方面|一方面|因此|所以|为此|但是?|而且|并且?|以及|其中|总之|特别是|尤其是|对此|与此同时|在此基础上|"
    r"工作中|具体工作中|会后|会前|当前|目前|今后|下一步|下一阶段|接下来|现阶段|近期|未来|平时|日常工作中|"
    r"(?:二〇|20)[\d〇一二三四五六七八九]{2}年(?:[\d一二三四五六七八九十]{1,3}月)?(?:底|初|末)?(?:前|之前|内|起)?|[今明本]年(?:内|底前|底|初)?|年[内底](?:前)?)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Offsets in the sentence, without the mark that ends it; `head` is where leading connectives are over."""

    start: int
    end: int
    head: int


def masked(sentence: str) -> str:
    """The sentence with what stands in quotation marks, titles and brackets blanked out, at equal length."""
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
    while start < end:
        match = _LEADING.match(text, start, end)
        if not match:
            break
        start = match.end()
    return start
