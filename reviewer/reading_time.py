"""How long it takes to read a document aloud, part by part, and what is left of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reviewer.model.outline import Outline

READING_SPEED = 240
"""Characters a minute where nobody chose another speed."""
_SHORT = 1.5  # minutes; below it, seconds are told
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """A stretch of the document under one heading of the first level, or what stands before the first.

    `begin` and `end` count code points from the beginning of the document; `paragraph` is the heading's.
    """

    title: str
    paragraph: int
    begin: int
    end: int

    @property
    def characters(self) -> int:
        """Code points of the part."""
        return self.end - self.begin


class ReadingTimes:
    """The parts of a document, and how far a place is into it, in code points."""

    def __init__(self, texts: Sequence[str], outline: Outline) -> None:
        self._before = [0, *accumulate(map(len, texts))]
        tops = [entry for entry in outline.entries if entry.level == 1 and not entry.is_point]
        starts = [(entry.heading, entry.span.paragraph, self.read(entry.span.paragraph, 0)) for entry in tops]
        if not starts or starts[0][2] > 0:
            starts.insert(0, ("开头" if starts else "全文", 0, 0))
        ends = [*(begin for _, _, begin in starts[1:]), self.total]
        self.parts = tuple(
            ReadingPart(title, paragraph, begin, end)
            for (title, paragraph, begin), end in zip(starts, ends, strict=True)
        )

    @property
    def total(self) -> int:
        """Code points of the document."""
        return self._before[-1]

    def read(self, paragraph: int, offset: int) -> int:
        """Code points before a place."""
        return min(self._before[min(paragraph, len(self._before) - 1)] + offset, self.total)

    def part_at(self, place: Place) -> ReadingPart:
        """The part that a place stands in."""
        begins = [part.begin for part in self.parts]
        return self.parts[max(0, bisect_right(begins, self.read(*place)) - 1)]


def spoken(characters: int, speed: int) -> str:
    """How long so many characters take at `speed` characters a minute, in a few words."""
    minutes = characters / speed
    if minutes < _SHORT:
        return f"{max(5, round(minutes * 12) * 5)} 秒" if characters else "0 秒"
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} 分钟"
    return f"{hours} 小时 {rest} 分钟" if rest else f"{hours} 小时"
