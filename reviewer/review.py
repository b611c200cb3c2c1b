"""The one way from a document to its report."""

from collections.abc import Sequence
from dataclasses import replace

from reviewer.duties.extract import find_duties
from reviewer.duties.kind import document_kind
from reviewer.duties.parts import document_parts
from reviewer.model.document import Document
from reviewer.model.duty import Duty
from reviewer.model.finding import Category, Finding
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.time import TimeExpression, TimeRole
from reviewer.outline import build_outline
from reviewer.rules.engine import check
from reviewer.times.calendar import STATUTORY, WorkCalendar
from reviewer.times.dating import date_document
from reviewer.times.find import find_times
from reviewer.times.occasions import with_occasions
from reviewer.times.resolve import resolve_times
from reviewer.times.sections import with_section_years


def review(document: Document, options: ReviewOptions | None = None, calendar: WorkCalendar = STATUTORY) -> Report:
    """Everything that the program has to say about `document`; a pure function of its arguments.

    `calendar` holds the working days, with the user's own years where she has put some in.
    """
    options = options or ReviewOptions()
    outline = build_outline(document)
    dating = date_document(document, outline, options)
    found = find_times(document)
    dating = with_occasions(document, outline, dating, found)
    times = resolve_times(with_section_years(found, outline, dating), dating, calendar)
    findings = check(document, outline, times, dating, options)
    kind = document_kind(document, outline)
    parts = document_parts(document, outline, kind)
    duties = find_duties(document, outline, kind, parts, times, _advert_spans(findings), options.office.names)
    return Report(document, kind, dating, outline, parts, _with_roles(times, duties), duties, findings)


def _advert_spans(findings: Sequence[Finding]) -> tuple[Span, ...]:
    return tuple(finding.span for finding in findings if finding.category is Category.ADVERT)


def _with_roles(times: Sequence[TimeExpression], duties: Sequence[Duty]) -> tuple[TimeExpression, ...]:
    """Times that no duty takes up only tell."""
    bound = {index for duty in duties for index in duty.times}
    return tuple(
        time if index in bound or time.role is TimeRole.BACKGROUND else replace(time, role=TimeRole.BACKGROUND)
        for index, time in enumerate(times)
    )
