"""Reports of a few made-up findings."""

import re

from reviewer.model.document import Document, plain_document
from reviewer.model.duty import DocumentKind
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.outline import Outline
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import Dating

TEXT = "同志们：\n今天再讲**个问题。大家要认真真落实，，抓好。\n更多范文请访问某某网\n各地要戴上责任，，抓好。"


def report_of(document: Document, *findings: Finding) -> Report:
    """A report that says nothing but `findings`."""
    ordered = tuple(sorted(findings, key=lambda finding: finding.span))
    return Report(document, DocumentKind.SPEECH, Dating(), Outline(), (), (), (), ordered)


def finding(document: Document, rule: str, span: Span, *suggestions: str) -> Finding:
    """A finding of `rule` on the words at `span`."""
    return Finding(rule, Category.TYPO, Severity.ERROR, span, document.text(span), f"{rule}。", suggestions)


def review_of(text: str = TEXT) -> Report:
    """What the made-up rules say of `text`."""
    document = plain_document(text)
    rules = {"mask": (r"\*\*", "三"), "twice": ("真真", "真"), "comma": ("，，", "，"), "advert": ("更多.*网", "")}
    return report_of(
        document,
        *(
            finding(document, rule, Span(number, *match.span()), better)
            for rule, (pattern, better) in rules.items()
            for number, line in enumerate(document.texts)
            for match in re.finditer(pattern, line)
        ),
    )
