"""The tree of headings and running points."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer.model.span import Span


class LabelStyle(StrEnum):
    """The form of an outline label; UNNUMBERED is a heading that only the file's styles declare."""

    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    HAN = "一、"
    ARTICLE = "第一条"
    HAN_BRACKET = "（一）"
    ARABIC = "1."
    POINT_IS = "一是"
    POINT_MUST = "一要"
    POINT_ORDINAL = "第一，"
    POINT_SEQUENCE = "首先，"
    ARABIC_BRACKET = "（1）"
    UNNUMBERED = ""


POINT_STYLES = frozenset(
    {LabelStyle.POINT_IS, LabelStyle.POINT_MUST, LabelStyle.POINT_ORDINAL, LabelStyle.POINT_SEQUENCE}
)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One heading or running point.

    `level` is 1–4 by the report's contract; `number` the label as written (一、, （二）, 三是要), `value` the number
    that it says. `title` is the heading without label and final full stop. `span` covers label and title.
    `parent` is the index of the enclosing entry, None at the top. `style` is the label's own form, also where the
    level comes from its place (（1） among （二）（三）).
    """

    level: int
    number: str
    value: int
    title: str
    span: Span
    style: LabelStyle
    parent: int | None = None

    @property
    def is_point(self) -> bool:
        """Whether it is a running point (一是, 一要, 第一，, 首先，) rather than a heading."""
        return self.style in POINT_STYLES

    @property
    def heading(self) -> str:
        """Label and title as shown in a tree or a checklist."""
        return f"{self.number}{self.title}"


@dataclass(frozen=True, slots=True)
class Outline:
    """Entries in reading order, with the document's title.

    `title` is None where the document has none. `title_spans` are the paragraphs that it stands in (a title may be
    broken over lines).
    """

    entries: tuple[OutlineEntry, ...] = ()
    title: str | None = None
    title_spans: tuple[Span, ...] = ()
    _starts: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple((e.span.paragraph, e.span.start) for e in self.entries))

    def is_title(self, paragraph: int, text: str) -> bool:
        """Whether a paragraph with this text is nothing but (a line of) the title."""
        return any(s.paragraph == paragraph and s.end >= len(text.rstrip()) for s in self.title_spans)

    def index_at(self, paragraph: int, offset: int) -> int | None:
        """The index of the innermost entry that governs this place, None before the first."""
        index = bisect_right(self._starts, (paragraph, offset)) - 1
        return index if index >= 0 else None

    def chain(self, index: int | None) -> tuple[int, ...]:
        """The indices from the outermost entry down to `index`; empty for None."""
        found: list[int] = []
        while index is not None:
            found.append(index)
            index = self.entries[index].parent
        return tuple(reversed(found))

    def path(self, paragraph: int, offset: int) -> tuple[str, ...]:
        """The headings that enclose a place, outermost first."""
        return tuple(self.entries[i].heading for i in self.chain(self.index_at(paragraph, offset)))
