"""What a rule is: a promise to the clerk, its check, and examples that run as tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.model.terms import NO_TERMS, Terms
from reviewer.rules.context import RuleContext


@dataclass(frozen=True, slots=True)
class Raw:
    """One place that a check objects to, before filtering and merging.

    `message` is one Chinese sentence; `suggestions` replace the marked words, best first, "" to delete them.
    """

    span: Span
    message: str
    suggestions: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()


class Check(Protocol):
    """Anything that finds places in a document; the kinds are in `reviewer.rules.checks`."""

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """The places found, in any order; must not raise on any text."""
        ...


@dataclass(frozen=True, slots=True)
class Example:
    """A text (paragraphs split at LF) in which the rule marks `marked`, and how it should read, "" if only she knows."""

    text: str
    marked: str
    better: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that proofreading looks for.

    `what`, `why` and `instead` are the help page's 是什么, 为什么 and 怎么改. `standard` names the clause that the
    rule rests on, "" where it is plain sense. `quotable` is true where words quoted from others, and titles in 《》,
    are excused, since they must stand as they are. `supposed` are the office's words that the examples go by.
    """

    id: str
    name: str
    category: Category
    severity: Severity
    what: str
    why: str
    instead: str
    check: Check
    bad: tuple[Example, ...]
    good: tuple[str, ...]
    standard: str = ""
    quotable: bool = False
    supposed: Terms = NO_TERMS
    yielding: bool = False
