"""How much the words of a clause speak for an advertisement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.resource import lexicon

_URL = r"(?:https?://|www\.)[A-Za-z0-9./?=&_%#:~-]+"
_SITE = r"^[\u4e00-\u9fff]{2,8}(?:网|库|之家|汇|家园)(?=在|关于|同志)"
_CLAUSE = re.compile(rf"{_URL}|{_SITE}|(?:(?!https?://|www\.)[^，,。！？!?；;：:（）()【】\[\]\s\u3000—｜|])+")

_STOPS = "。！？!?（）()【】[]"


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch `start:end` of a line with its points for an advertisement."""

    start: int
    end: int
    points: int


@cache
def _weighted(name: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(pattern), points) for pattern, points in lexicon("adverts")[name])


@cache
def threshold() -> int:
    """The points from which adjacent clauses are an advertisement."""
    value: int = lexicon("adverts")["threshold"]
    return value


def clauses(line: str) -> Iterator[Clause]:
    """The clauses of `line` in order, each signal counted in the clause that it begins in."""
    bounds = [match.span() for match in _CLAUSE.finditer(line)]
    points = [0] * len(bounds)
    for pattern, weight in _weighted("signals"):
        counted: set[int] = set()
        for match in pattern.finditer(line):
            index = _clause_at(bounds, match.start())
            if index not in counted:
                counted.add(index)
                points[index] += weight
    for index, (start, end) in enumerate(bounds):
        if points[index] and _against().search(_sentence(line, start, end)):
            points[index] = 0
        if points[index]:
            points[index] -= sum(weight for pattern, weight in _weighted("honest") if pattern.search(line, start, end))
        yield Clause(start, end, points[index])


@cache
def _against() -> re.Pattern[str]:
    return re.compile(lexicon("adverts")["against"])


def _sentence(line: str, start: int, end: int) -> str:
    """The sentence around `start:end`; brackets and ends of sentences bound it."""
    before = max(line.rfind(stop, 0, start) for stop in _STOPS)
    after = min((at for stop in _STOPS if (at := line.find(stop, end)) >= 0), default=len(line))
    return line[before + 1 : after]


def _clause_at(bounds: list[tuple[int, int]], position: int) -> int:
    """The index of the clause that holds `position`, or of the next one where it is between two."""
    low, high = 0, len(bounds) - 1
    while low < high:
        middle = (low + high) // 2
        if bounds[middle][1] <= position:
            low = middle + 1
        else:
            high = middle
    return low
