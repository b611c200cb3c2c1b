"""The few kinds of check that carry all rules."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.model.outline import OutlineEntry
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Raw

Match = re.Match[str]


def _alternation(literals: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(literals, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Existence:
    """Literals that should not be there; `message` may name the words as {text}."""

    literals: tuple[str, ...]
    message: str
    suggestions: tuple[str, ...] = ()
    _regex: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_regex", _alternation(self.literals))

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each occurrence."""
        for match in self._regex.finditer(context.text):
            if span := context.span(*match.span()):
                yield Raw(span, self.message.format(text=match.group()), self.suggestions)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression over the whole text, LF between paragraphs, with what it takes for a match to count.

    What is marked is the group `mark`, or the whole match where there is none. `needs` are literals of which one must
    be in the text, which spares the search. `accept` has the last word. `message` may name the marked words as {text}
    and the first suggestion as {better}.
    """

    regex: re.Pattern[str]
    message: str
    needs: tuple[str, ...] = ()
    accept: Callable[[RuleContext, Match], bool] | None = None
    suggest: Callable[[Match], tuple[str, ...]] | None = None
    _group: str | int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_group", "mark" if "mark" in self.regex.groupindex else 0)

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each match that is accepted."""
        text = context.text
        if self.needs and not any(word in text for word in self.needs):
            return
        for match in self.regex.finditer(text):
            span = context.span(*match.span(self._group))
            if span is None or (self.accept is not None and not self.accept(context, match)):
                continue
            suggestions = self.suggest(match) if self.suggest else ()
            better = suggestions[0] if suggestions else ""
            yield Raw(span, self.message.format(text=match.group(self._group), better=better), suggestions)


@dataclass(frozen=True, slots=True)
class Consistency:
    """Forms of one thing of which a document should use only one; the rarer is marked, with a place of the other.

    `forms` are the names shown to the clerk with what finds each. Silent unless the leading form is at least
    `ratio` times as frequent as the other.
    """

    forms: Mapping[str, re.Pattern[str]]
    message: str
    ratio: int = 2

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each use of a rarer form."""
        found = {name: [m.span() for m in regex.finditer(context.text)] for name, regex in self.forms.items()}
        main = max(found, key=lambda name: len(found[name]))
        usual = [span for place in found[main][:1] if (span := context.span(*place))]
        for name, places in found.items():
            if name == main or len(places) * self.ratio > len(found[main]):
                continue
            for place in places:
                if span := context.span(*place):
                    message = self.message.format(text=context.text[slice(*place)], main=main)
                    yield Raw(span, message, related=tuple(usual))


@dataclass(frozen=True, slots=True)
class Structure:
    """A look at each group of siblings in the outline: entries of one level under one parent, in reading order."""

    visit: Callable[[RuleContext, Sequence[OutlineEntry]], Iterable[Raw]]

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """What the visits find, group by group."""
        groups: dict[tuple[int | None, int], list[OutlineEntry]] = defaultdict(list)
        for entry in context.outline.entries:
            if entry.number:
                groups[entry.parent, entry.level].append(entry)
        for siblings in groups.values():
            yield from self.visit(context, siblings)


@dataclass(frozen=True, slots=True)
class Function:
    """Whatever a plain function finds."""

    find: Callable[[RuleContext], Iterable[Raw]]

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """What the function yields."""
        yield from self.find(context)
