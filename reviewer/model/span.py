"""A stretch of text inside one paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open stretch `start:end`, in code points, of the 0-based `paragraph`; spans sort in reading order."""

    paragraph: int
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside, equal ends included."""
        return self.paragraph == other.paragraph and self.start <= other.start and other.end <= self.end
