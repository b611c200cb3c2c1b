"""What a rule may look at."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from reviewer.language.sentences import sentences
from reviewer.model.document import Document
from reviewer.model.layout import LayoutProfile
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.model.terms import NO_TERMS, Terms
from reviewer.model.time import Dating, TimeExpression

_T = TypeVar("_T")
_REACH = 240
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*[^*\n]+\*\*\s*$|!\[[^\]\n]*\]\()|\]\(https?:", re.MULTILINE)


@dataclass(frozen=True)
class RuleContext:
    """One document with all that was worked out about it; derived values are computed once, when first asked for.

    `profile` is how documents should be set, None where nobody asks; unless `profile_binds`, only documents that mean to
    follow it are held to it. `terms` are the office's own words.
    `strict` is set where the caller would rather read a needless finding than miss a slip.
    """

    document: Document
    outline: Outline
    times: Sequence[TimeExpression]
    dating: Dating
    profile: LayoutProfile | None = None
    profile_binds: bool = False
    terms: Terms = NO_TERMS
    strict: bool = False
    _worked_out: dict[Callable[["RuleContext"], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, work: Callable[["RuleContext"], _T]) -> _T:
        """What `work` makes of this context, worked out for the first rule that asks and kept for the others."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        kept: _T = self._worked_out[work]
        return kept

    @cached_property
    def text(self) -> str:
        """All paragraphs joined by LF, which stands nowhere inside one."""
        return "\n".join(self.document.texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(t) + 1 for t in self.document.texts), initial=0))

    def span(self, start: int, end: int) -> Span | None:
        """Where `start:end` of `text` lies in the document; None if it is empty or runs over a paragraph's end."""
        if start >= end:
            return None
        paragraph = bisect_right(self._starts, start) - 1
        offset = self._starts[paragraph]
        if end >= self._starts[paragraph + 1]:
            return None
        return Span(paragraph, start - offset, end - offset)

    def offset(self, span: Span) -> int:
        """Where `span` begins in `text`."""
        return self._starts[span.paragraph] + span.start

    def nearby(self, position: int) -> str:
        """The part of the paragraph around `position` of `text` that is close enough to matter, however long it is."""
        start = max(0, position - _REACH)
        start = self.text.rfind("\n", start, position) + 1 or start
        end = self.text.find("\n", position, position + _REACH)
        return self.text[start : position + _REACH if end < 0 else end]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences in reading order."""
        return tuple(
            Span(i, start, end) for i, text in enumerate(self.document.texts) for start, end in sentences(text)
        )

    @cached_property
    def markdown(self) -> bool:
        """Whether the text is written in Markdown, where ** is bold type and # opens a heading."""
        return bool(_MARKDOWN.search(self.text))
