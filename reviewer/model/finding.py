"""What proofreading found."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.span import Span


class Category(StrEnum):
    """The family of a finding, as the contract names it; OWN is what the clerk marked herself, which no review finds."""

    PLACEHOLDER = "placeholder"
    ADVERT = "advert"
    NUMBERING = "numbering"
    COUNT = "count"
    PUNCTUATION = "punctuation"
    SPACING = "spacing"
    TYPO = "typo"
    FORMULATION = "formulation"
    CONSISTENCY = "consistency"
    DATE = "date"
    FORMAT = "format"
    PRIVACY = "privacy"
    OWN = "own"


class Severity(StrEnum):
    """`error` is surely wrong, `warning` very likely, `info` worth a look and hidden at first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


OWN_RULE = "own"
"""What stands for a rule in a finding of the clerk's own."""
SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One slip, leftover or doubt at one place.

    `rule` is the id of the rule that speaks. `text` are the marked words. `message` is one Chinese sentence.
    `suggestions` replace `text`, best first; "" means that it should go. `related` are other places that it is
    about (the other half of an inconsistency, the list that a count announces).
    """

    rule: str
    category: Category
    severity: Severity
    span: Span
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()
