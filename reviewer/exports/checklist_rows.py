"""The rows of a responsibility checklist, before any spreadsheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PureWindowsPath

from reviewer.exports.places import place_names
from reviewer.exports.recurrence_days import recurrence_days
from reviewer.exports.recurrence_text import recurrence_text
from reviewer.exports.text_width import shorten
from reviewer.exports.words import ROLE, UNSETTLED
from reviewer.language.sentences import sentences
from reviewer.model.document import Document
from reviewer.model.duty import ActorSource, DocumentKind, Duty, Modality, Tier
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus

_ASSUMED_MARK = "\n（推定）"
_BY_HAND = "人工改定"
_HEADING_ROOM = 20
_MEETING_KINDS = frozenset({DocumentKind.SPEECH, DocumentKind.MINUTES})


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One duty as the checklist shows it.

    `section` holds a heading a line, `limit` a time a line; `task` and `limit` are words of the text; `lead` says where
    a unit is only assumed. `due` is the day that the clerk set, else the last of the duty's days, None where none is
    settled.
    """

    section: str
    task: str
    lead: str
    support: str
    limit: str
    due: date | None
    frequency: str
    place: str
    remark: str


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One time as the list of dates shows it; `duties` are 0-based indices of the checklist rows that it binds."""

    day: date | None
    words: str
    role: str
    matter: str
    place: str
    remark: str
    duties: tuple[int, ...]


def source_name(document: Document) -> str:
    """The file's name without folders, whichever system the path comes from."""
    return PureWindowsPath(document.path).name


def listed_duties(report: Report, include_general: bool = False) -> tuple[Duty, ...]:
    """The duties that go into a checklist, in reading order: those that can be ticked off, general ones by choice.

    What the clerk leaves out is not among them.
    """
    return tuple(duty for duty in report.duties if duty.listed and can_be_listed(duty, include_general))


def left_out(report: Report, include_general: bool = False) -> int:
    """How many duties would go into the checklist if the clerk did not leave them out."""
    return sum(not duty.listed and can_be_listed(duty, include_general) for duty in report.duties)


def can_be_listed(duty: Duty, include_general: bool) -> bool:
    """Whether the duty is one for a checklist; what the text merely permits is nothing to hand out."""
    return duty.modality is not Modality.PERMISSION and (include_general or duty.tier is Tier.FIRM)


def checklist_rows(
    report: Report, include_general: bool = False, office: Office = NO_OFFICE
) -> tuple[ChecklistRow, ...]:
    """A row for each duty of `listed_duties`, in the same order; remarks name units of `office` in full."""
    places = place_names(report.document)
    full_names = office.full_names
    return tuple(_row(report, duty, places, full_names) for duty in listed_duties(report, include_general))


def time_rows(report: Report, include_general: bool = False) -> tuple[TimeRow, ...]:
    """The deadlines, recurrences and named days of the text by date; those without a date follow in reading order.

    A recurrence that settles its days has a row for each of them in the document's year. What the clerk set for a
    duty stands in place of what the duty's own times say; times only of duties that she leaves out have no row.
    """
    places = place_names(report.document)
    duties = listed_duties(report, include_general)
    bound: dict[int, list[int]] = {}
    for number, duty in enumerate(duties):
        for index in duty.times:
            bound.setdefault(index, []).append(number)
    unwanted = {index for duty in report.duties if not duty.listed for index in duty.times} - bound.keys()
    rows: list[TimeRow] = []
    for index, time in enumerate(report.times):
        named = bound.get(index, ())
        numbers = tuple(number for number in named if not _is_replaced(time, duties[number]))
        if time.role is TimeRole.BACKGROUND or index in unwanted or (named and not numbers):
            continue
        matter = duties[numbers[0]].text if numbers else _sentence(report.document, time.span)
        words = recurrence_text(time.recurrence)
        remark = _join([words if words != time.text else "", UNSETTLED.get(time.status, ""), _computed(time)])
        place = places[time.span.paragraph]
        rows += [
            TimeRow(day, time.text, ROLE[time.role], matter, place, remark, numbers)
            for day in _days(time, report.dating)
        ]
    for number, duty in enumerate(duties):
        rows += _set_rows(report, duty, number, places[duty.span.paragraph])
    return tuple(sorted(rows, key=lambda row: row.day or date.max))


def _is_replaced(time: TimeExpression, duty: Duty) -> bool:
    """Whether the clerk set something for `duty` in place of what `time` says."""
    return duty.set_recurrence is not None if time.recurrence else duty.set_due is not None


def _set_rows(report: Report, duty: Duty, number: int, place: str) -> Iterator[TimeRow]:
    """The rows of what the clerk set for a duty."""
    times = _times(report, duty)
    if duty.set_due is not None:
        words = _join(_limits([time for time in times if not time.recurrence]), "、")
        yield TimeRow(duty.set_due, words, ROLE[TimeRole.DEADLINE], duty.text, place, _BY_HAND, (number,))
    if duty.set_recurrence:
        words = _join(_limits([time for time in times if time.recurrence]), "、")
        remark = _join([recurrence_text(duty.set_recurrence), _BY_HAND])
        for day in _recurring_days(duty.set_recurrence, report.dating) or (None,):
            yield TimeRow(day, words, ROLE[TimeRole.RECURRENCE], duty.text, place, remark, (number,))


def _times(report: Report, duty: Duty) -> list[TimeExpression]:
    """The times that bind the duty or repeat it."""
    times = (report.times[index] for index in duty.times)
    return [time for time in times if time.role is not TimeRole.BACKGROUND]


def _row(report: Report, duty: Duty, places: tuple[str, ...], full_names: dict[str, str]) -> ChecklistRow:
    times = _times(report, duty)
    days = sorted({time.due for time in times if time.due is not None})
    recurrences = [time.recurrence for time in times] if duty.set_recurrence is None else [duty.set_recurrence]
    return ChecklistRow(
        section=_section(duty),
        task=duty.text,
        lead=_lead(duty, report.kind),
        support="、".join(duty.support),
        limit=_join(_limits(times), "\n"),
        due=duty.set_due or (days[-1] if days else None),
        frequency=_join([recurrence_text(rule) for rule in recurrences], "\n"),
        place=places[duty.span.paragraph],
        remark=_join([*_actor_remarks(duty), _full_names(duty, full_names), *_time_remarks(duty, times, days)]),
    )


def _section(duty: Duty) -> str:
    """The enclosing headings, without a running point that the task itself repeats."""
    headings = [h for h in duty.section if h.rstrip("。；：") not in duty.text]
    return "\n".join(shorten(h, _HEADING_ROOM) for h in headings)


def _lead(duty: Duty, kind: DocumentKind) -> str:
    units = "、".join(duty.lead)
    if duty.actor_source is not ActorSource.ASSUMED:
        return units
    if not units:
        if duty.modality is Modality.COMMITMENT:
            units = "本单位"
        else:
            units = "与会各单位" if kind in _MEETING_KINDS else "各有关单位"
    return units + _ASSUMED_MARK


def _limits(times: list[TimeExpression]) -> list[str]:
    """The times' words, without those that another says along with its own: 12月底前 beside 6月底、12月底前."""
    words = [time.text for time in times]
    return [word for word in words if not any(word != other and word in other for other in words)]


def _actor_remarks(duty: Duty) -> list[str]:
    remarks = []
    if duty.tier is Tier.GENERAL:
        remarks.append("一般要求")
    if duty.actor_source is ActorSource.ASSUMED:
        remarks.append("牵头单位推定")
    elif duty.actor_source is ActorSource.INHERITED:
        remarks.append("牵头单位承上文")
    return remarks


def _full_names(duty: Duty, full_names: dict[str, str]) -> str:
    """The full names of the units that the text names by a short form."""
    names = [full_names[unit] for unit in (*duty.lead, *duty.support) if unit in full_names]
    return f"规范名称：{_join(names, '、')}" if names else ""


def _time_remarks(duty: Duty, times: list[TimeExpression], days: list[date]) -> list[str]:
    remarks = [] if duty.set_due is None and duty.set_recurrence is None else [_BY_HAND]
    if duty.set_due is not None:
        return remarks
    if len(days) > 1:
        remarks.append("分期完成，截止日期取最后一日")
    remarks += [f"{UNSETTLED[time.status]}（{time.text}）" for time in times if time.status in UNSETTLED]
    if any(time.estimated for time in times):
        remarks.append("截止日期为估算，放假安排未公布")
    return remarks


def _days(time: TimeExpression, dating: Dating) -> tuple[date | None, ...]:
    """The day of a time, or those of a recurrence in the document's year from the document's day on; else only None."""
    if time.status is TimeStatus.RESOLVED and (time.due or time.begin):
        return (time.due or time.begin,)
    return _recurring_days(time.recurrence, dating) or (None,)


def _recurring_days(rule: str | None, dating: Dating) -> tuple[date, ...]:
    """The days that `rule` settles in the document's year, from the document's day on."""
    if rule is None or dating.year is None:
        return ()
    days = recurrence_days(rule, dating.year)
    return tuple(day for day in days if dating.day is None or day >= dating.day)


def _computed(time: TimeExpression) -> str:
    return _join([time.why, "估算，放假安排未公布" if time.estimated else ""])


def _sentence(document: Document, span: Span) -> str:
    text = document.texts[span.paragraph]
    for start, end in sentences(text):
        if start <= span.start < end:
            return text[start:end]
    return document.text(span)


def _join(parts: list[str], between: str = "；") -> str:
    """The parts that are not empty, each once."""
    return between.join(dict.fromkeys(filter(None, parts)))
