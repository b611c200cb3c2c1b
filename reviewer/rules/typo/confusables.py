"""Characters taken for each other, one rule a pair, each bound to contexts that leave no doubt; the data is a lexicon."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Substitution
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule


@dataclass(frozen=True, slots=True)
class _InContext:
    """Passages in which `wrong` should be `right`."""

    patterns: tuple[re.Pattern[str], ...]
    wrong: str
    right: str
    needs: str

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each passage."""
        if self.needs not in context.text:
            return
        for pattern in self.patterns:
            for match in pattern.finditer(context.text):
                if span := context.span(*match.span("mark")):
                    better = match.group("mark").replace(self.wrong, self.right, 1)
                    yield Raw(span, f"“{match.group('mark')}”应为“{better}”。", (better,))


def _rule(entry: Mapping[str, Any]) -> Rule:
    wrong, right = entry["wrong"], entry["right"]
    patterns = tuple(re.compile(pattern) for pattern in entry["patterns"])
    return Rule(
        id=entry["id"],
        name=entry["name"],
        category=Category.TYPO,
        severity=Severity(entry.get("severity", "error")),
        what=entry["what"],
        why=entry["why"],
        instead=f"把“{wrong}”改为“{right}”。",
        check=_InContext(patterns, wrong, right, entry["needs"]),
        bad=tuple(Example(text, marked) for text, marked in entry["bad"]),
        good=tuple(entry["good"]),
    )


RULES = (
    *(_rule(entry) for entry in lexicon("confusables")["confusable"]),
    Rule(
        id="typo-wrong-word",
        name="错词",
        category=Category.TYPO,
        severity=Severity.ERROR,
        what="放在哪里都不对的写法，如“按步就班”“亲睐”“贪脏枉法”。",
        why="同音、形近的字写错了，词典里没有这样的词。",
        instead="改为正确的词。",
        check=Substitution(lexicon("confusables")["wrong_words"], "“{text}”应为“{better}”。"),
        bad=(
            Example("要按步就班推进工作。", "按步就班", "要按部就班推进工作。"),
            Example("贪脏枉法必受惩处。", "贪脏枉法", "贪赃枉法必受惩处。"),
            Example("受到群众亲睐。", "亲睐", "受到群众青睐。"),
        ),
        good=("要按部就班推进工作。", "受到群众青睐。", "公布署名文章。"),
    ),
)
