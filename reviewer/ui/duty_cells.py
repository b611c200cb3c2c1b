"""What the table says of a duty, a column each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from reviewer.exports.checklist_rows import can_be_listed
from reviewer.model.duty import ActorSource, Duty
from reviewer.model.report import Report
from reviewer.model.time import TimeExpression, TimeRole, TimeStatus
from reviewer.ui import duty_values, labels


class Column(IntEnum):
    """The columns of the table; sorting by the first is reading order."""

    TASK = 0
    LEAD = 1
    SUPPORT = 2
    LIMIT = 3
    DUE = 4
    FREQUENCY = 5


HEADERS = {
    Column.TASK: "任务",
    Column.LEAD: "牵头",
    Column.SUPPORT: "配合",
    Column.LIMIT: "时限",
    Column.DUE: "截止日期",
    Column.FREQUENCY: "频次",
}

CHANGED = "您改过"
NOT_LISTED = "不列入清单"

_WHY_NOT_LISTED = "允许性的话，不列入清单"

FIELDS = {
    Column.TASK: "action",
    Column.LEAD: "lead",
    Column.SUPPORT: "support",
    Column.DUE: "due",
    Column.FREQUENCY: "recurrence",
}
"""The columns that can be edited, with the field of `DutyChanges` that each gives a value."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a duty as the table shows it.

    `words` is the ISO date, or what keeps it open, "" where no time is named; `day` is None unless it is settled.
    `why` is a Chinese explanation, "" where there is nothing to explain.
    """

    words: str
    day: date | None
    settled: bool
    why: str


def times_of(report: Report, duty: Duty) -> list[TimeExpression]:
    """The times that bind the duty or repeat it."""
    times = (report.times[i] for i in duty.times)
    return [time for time in times if time.role is not TimeRole.BACKGROUND]


def due_of(report: Report, duty: Duty) -> Due:
    """By when the duty must be done; with several days the last, which the checklist shows too."""
    if duty.set_due is not None:
        return Due(duty.set_due.isoformat(), duty.set_due, True, "您改定的日期")
    times = times_of(report, duty)
    days = sorted({time.due for time in times if time.due is not None})
    if days:
        why = list(dict.fromkeys(time.why for time in times if time.why))
        if len(days) > 1:
            why.append("分期：" + "、".join(day.isoformat() for day in days))
        estimated = any(time.estimated for time in times)
        if estimated:
            why.append("放假安排还没有公布，这一天是估算的")
        return Due(days[-1].isoformat() + ("（估算）" if estimated else ""), days[-1], not estimated, "；".join(why))
    for time in times:
        if time.status is not TimeStatus.RESOLVED:
            return Due(labels.TIME_STATUS[time.status], None, False, labels.TIME_STATUS_HINT[time.status])
    return Due("", None, True, "")


def lead_of(duty: Duty) -> str:
    """Who leads, marked where the text names nobody."""
    named = "、".join(duty.lead)
    return f"{named}（推定）" if duty.actor_source is ActorSource.ASSUMED else named


def source_of(duty: Duty) -> str:
    """How we know who leads, in a few words."""
    by_hand = duty.decided and duty.actor_source is ActorSource.EXPLICIT
    if by_hand and any(unit not in duty.text for unit in (*duty.lead, *duty.support)):
        return CHANGED
    return labels.ACTOR_SOURCE[duty.actor_source]


def limit_of(report: Report, duty: Duty) -> str:
    """The times in the text's own words."""
    return "；".join(dict.fromkeys(time.text for time in times_of(report, duty)))


def frequency_of(report: Report, duty: Duty) -> str:
    """How often, in everyday words; "" for something done once."""
    return "；".join(dict.fromkeys(labels.recurrence_words(rule) for rule in rules_of(report, duty)))


def rules_of(report: Report, duty: Duty) -> list[str]:
    """The RRULE values by which the duty recurs, none for something done once."""
    if duty.set_recurrence is not None:
        return [duty.set_recurrence] if duty.set_recurrence else []
    return found_rules_of(report, duty)


def found_rules_of(report: Report, duty: Duty) -> list[str]:
    """The RRULE values that the duty's times say."""
    return [time.recurrence for time in times_of(report, duty) if time.recurrence]


def read_aloud(report: Report, duty: Duty, column: Column) -> str:
    """What a screen reader says of the cell: the column, what stands there, and what its signs mean."""
    words = f"{HEADERS[column]}：{cell(report, duty, column) or '无'}"
    if column is not Column.TASK:
        return words
    signs = [
        NOT_LISTED if can_be_listed(duty, include_general=True) and not duty.listed else "",
        CHANGED if duty.decided else "",
    ]
    told = "，".join(filter(None, signs))
    return f"{words}（{told}）" if told else words


def cell(report: Report, duty: Duty, column: Column) -> str:
    """The words in one cell."""
    if column is Column.TASK:
        return duty.action or duty.text
    if column is Column.LEAD:
        return lead_of(duty)
    if column is Column.SUPPORT:
        return "、".join(duty.support)
    if column is Column.LIMIT:
        return limit_of(report, duty)
    return due_of(report, duty).words if column is Column.DUE else frequency_of(report, duty)


def editable(report: Report, duty: Duty, column: Column) -> str:
    """What an editor of the cell begins with: words, an ISO date, or an RRULE value ("" for none)."""
    if column is Column.TASK:
        return duty.action or duty.text
    if column is Column.LEAD:
        return duty_values.SEPARATOR.join(duty.lead)
    if column is Column.SUPPORT:
        return duty_values.SEPARATOR.join(duty.support)
    if column is Column.DUE:
        day = due_of(report, duty).day
        return day.isoformat() if day is not None else ""
    return next(iter(rules_of(report, duty)), "")


def uncertain(report: Report, duty: Duty, column: Column) -> bool:
    """Whether what the cell says is not settled by the text."""
    if column is Column.LEAD:
        return duty.actor_source is ActorSource.ASSUMED
    return column is Column.DUE and not due_of(report, duty).settled


def explained(report: Report, duty: Duty, column: Column) -> str:
    """What the cell's tooltip tells."""
    if column is Column.TASK:
        left_out = (
            _WHY_NOT_LISTED
            if not can_be_listed(duty, include_general=True)
            else ""
            if duty.listed
            else f"没有打勾，{NOT_LISTED}"
        )
        return "\n".join(filter(None, (duty.text, duty.why, CHANGED if duty.decided else "", left_out)))
    if column is Column.LEAD and duty.actor_source is ActorSource.ASSUMED:
        return "文中没有点名由谁负责，导出后请填写。"
    if column is Column.DUE:
        due = due_of(report, duty)
        return "\n".join(filter(None, (due.words, due.why)))
    return cell(report, duty, column)


def searched(report: Report, duty: Duty) -> str:
    """All that a filter looks at."""
    times = limit_of(report, duty)
    return "\n".join((duty.action, duty.text, *duty.lead, *duty.support, times, _last_day(report, duty)))


def _last_day(report: Report, duty: Duty) -> str:
    day = due_of(report, duty).day
    return day.isoformat() if day is not None else ""


def _named_lead(report: Report, duty: Duty) -> str:
    return "" if duty.actor_source is ActorSource.ASSUMED else lead_of(duty)


SORT_KEYS: dict[Column, Callable[[Report, Duty], str]] = {
    Column.LEAD: _named_lead,
    Column.SUPPORT: lambda report, duty: "、".join(duty.support),
    Column.LIMIT: limit_of,
    Column.DUE: _last_day,
    Column.FREQUENCY: frequency_of,
}
"""What rows are sorted by, "" for those that say nothing there; columns that are not named keep reading order."""
