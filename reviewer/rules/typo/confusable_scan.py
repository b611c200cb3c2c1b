"""Every wrong form of the lexicon found in one pass; what stands around it decides.

A context is a regular expression with `~` for the wrong form, in which `…` stands for up to six characters of the same
clause, `^` and `$` for a place where no Chinese character goes before or follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import ReferenceType, ref

from reviewer.resource import lexicon
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Raw
from reviewer.rules.typo.words import cuts_words

LEXICONS = (
    "confusables_law",
    "confusables_work",
    "confusables_characters",
    "confusables_usage",
    "confusables_words",
)
_REACH = 16
_HAN = "[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True)
class Slip:
    """One wrong form, what it should be, where it counts as wrong (everywhere if `contexts` is empty) and where not."""

    rule: str
    wrong: str
    right: str
    contexts: tuple[str, ...]
    exceptions: tuple[str, ...]
    why: str

    @property
    def message(self) -> str:
        """One sentence for the clerk."""
        advice = "宜作" if self.rule == "confusable-usage" else "应为"
        return f"“{self.wrong}”{advice}“{self.right}”{f'：{self.why}' if self.why else '。'}"


@dataclass(frozen=True, slots=True)
class _Sides:
    """A context in two halves, to be matched before and after the wrong form."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def match(self, text: str, start: int, end: int) -> bool:
        """Whether the form at `start:end` stands in this context."""
        if self.after is not None and not self.after.match(text, end):
            return False
        return self.before is None or bool(self.before.search(text, max(0, start - _REACH), start))


def _entries(rule: str, listed: Sequence[Any]) -> Iterator[Slip]:
    for entry in listed:
        yield Slip(
            rule,
            entry["wrong"],
            entry["right"],
            tuple(entry.get("contexts", "").split()),
            tuple(entry.get("exceptions", "").split()),
            entry.get("why", ""),
        )


@cache
def slips() -> tuple[Slip, ...]:
    """All entries of the lexicons, in their order."""
    found: list[Slip] = []
    for name in LEXICONS:
        table = lexicon(name)
        for rule, listed in table.get("pairs", {}).items():
            found.extend(_entries(rule, listed))
        for rule, words in table.get("words", {}).items():
            for wrong, right in words.items():
                better, *exceptions = right.split()
                found.append(Slip(rule, wrong, better, (), tuple(exceptions), ""))
    return tuple(found)


@cache
def _sides(context: str) -> _Sides:
    starts, ends = context.startswith("^"), context.endswith("$")
    body = context.removeprefix("^").removesuffix("$").replace("…", "[^，。；：！？、\\n]{0,6}")
    before, after = body.split("~")
    before = f"(?<!{_HAN}){before}" if starts else before
    after = f"{after}(?!{_HAN})" if ends else after
    return _Sides(re.compile(f"(?:{before})\\Z") if before else None, re.compile(after) if after else None)


@cache
def _matcher() -> tuple[Any, tuple[tuple[Slip, ...], ...]]:
    from ahocorasick_rs import AhoCorasick

    by_form: dict[str, list[Slip]] = {}
    for slip in slips():
        by_form.setdefault(slip.wrong, []).append(slip)
    return AhoCorasick(list(by_form)), tuple(map(tuple, by_form.values()))


def _found(text: str) -> Iterator[tuple[int, Slip]]:
    matcher, by_form = _matcher()
    for form, start, end in matcher.find_matches_as_indexes(text, overlapping=True):
        for slip in by_form[form]:
            if slip.contexts and not any(_sides(c).match(text, start, end) for c in slip.contexts):
                continue
            if any(_sides(c).match(text, start, end) for c in slip.exceptions):
                continue
            if not slip.contexts and len(slip.wrong) < 4 and cuts_words(text, start, end, slip.right):
                continue
            yield start, slip


_Hits = dict[str, list[Raw]]
_last: tuple[ReferenceType[RuleContext], _Hits] | None = None


def _by_rule(context: RuleContext) -> _Hits:
    """What was found in the document, by rule: all rules share one pass over the text."""
    global _last
    last = _last
    if last is not None and last[0]() is context:
        return last[1]
    hits: _Hits = {}
    for start, slip in _found(context.text):
        if span := context.span(start, start + len(slip.wrong)):
            hits.setdefault(slip.rule, []).append(Raw(span, slip.message, (slip.right,)))
    _last = (ref(context), hits)
    return hits


@dataclass(frozen=True, slots=True)
class Confused:
    """The wrong forms that the lexicon lists under the rule `rule`."""

    rule: str

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each wrong form in a context that gives it away."""
        yield from _by_rule(context).get(self.rule, ())
