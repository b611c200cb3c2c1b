"""The whole review of one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reviewer.model.document import Document
from reviewer.model.duty import DocumentKind, Duty, Part
from reviewer.model.finding import Finding, Severity
from reviewer.model.layout import LayoutProfile
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.outline import Outline
from reviewer.model.terms import NO_TERMS, Terms
from reviewer.model.time import Dating, TimeExpression


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """What the caller knows or wants.

    `day` is the day of the meeting or of issue and `year` the document's year, each None to work it out from the
    text. `disabled` are ids of rules that stay silent, `severities` those of rules that are taken more or less
    seriously than they take themselves. `office` are the units that the caller knows.
    `layout` is how documents should be set, None not to look at that; unless `layout_binds`, only documents that mean to
    follow it are held to it. `terms` are the office's own words.
    `strict` asks for doubtful slips as well.
    """

    day: date | None = None
    year: int | None = None
    disabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    office: Office = NO_OFFICE
    layout: LayoutProfile | None = None
    layout_binds: bool = False
    terms: Terms = NO_TERMS
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What one review of `document` says; times, duties and findings in reading order."""

    document: Document
    kind: DocumentKind
    dating: Dating
    outline: Outline
    parts: tuple[Part, ...]
    times: tuple[TimeExpression, ...]
    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]
