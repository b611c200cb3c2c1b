"""All rules over one document."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from reviewer import journal, resource
from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeExpression
from reviewer.rules import pipeline
from reviewer.rules.context import RuleContext
from reviewer.rules.kept import without_kept
from reviewer.rules.registry import RULES
from reviewer.rules.rule import Rule

FAILURE_RULE = "rule-failure"
WITHDRAWN = "rules.toml"
"""The file of an update whose list `withdrawn` names rules that turned out to be wrong."""

_QUOTABLE = frozenset(rule.id for rule in RULES if rule.quotable)
_YIELDING = frozenset(rule.id for rule in RULES if rule.yielding)


def check(
    document: Document,
    outline: Outline,
    times: Sequence[TimeExpression],
    dating: Dating,
    options: ReviewOptions,
) -> tuple[Finding, ...]:
    """What proofreading finds, in reading order; a rule that fails says so in a finding of its own."""
    context = RuleContext(
        document,
        outline,
        times,
        dating,
        options.layout,
        options.layout_binds,
        terms=options.terms,
        strict=options.strict,
    )
    silent = options.disabled | withdrawn()
    given = options.severities
    rules = [
        replace(rule, severity=given[rule.id]) if rule.id in given else rule for rule in RULES if rule.id not in silent
    ]
    found = [finding for rule in rules for finding in apply(rule, context)]
    found = pipeline.without_quoted(found, _QUOTABLE, document)
    found = without_kept(found, options.terms.kept, document)
    found = pipeline.without_doubted(found, _YIELDING)
    return pipeline.ordered(pipeline.merge(found))


@cache
def withdrawn() -> frozenset[str]:
    """The ids of the rules that the update in force takes back."""
    content = resource.updated(WITHDRAWN)
    if content is None:
        return frozenset()
    try:
        names = tomllib.loads(content.decode("utf-8")).get("withdrawn")
    except ValueError:
        return frozenset()
    return frozenset(str(name) for name in names) if isinstance(names, list) else frozenset()


def apply(rule: Rule, context: RuleContext) -> list[Finding]:
    """The findings of one rule, unmerged; if it raises, a single `rule-failure` instead."""
    try:
        return list(_findings(rule, context))
    except Exception as error:  # a broken rule must not cost the clerk the review of the others
        journal.note_error(error)
        return [_failure(rule, context)] if context.document.paragraphs else []


def _findings(rule: Rule, context: RuleContext) -> Iterator[Finding]:
    for raw in rule.check.run(context):
        words = context.document.text(raw.span)
        yield Finding(rule.id, rule.category, rule.severity, raw.span, words, raw.message, raw.suggestions, raw.related)


def _failure(rule: Rule, context: RuleContext) -> Finding:
    message = f"规则“{rule.name}”（{rule.id}）在这份文件上没有运行成功，其余规则不受影响。"
    return Finding(FAILURE_RULE, Category.FORMAT, Severity.INFO, Span(0, 0, 0), "", message)
