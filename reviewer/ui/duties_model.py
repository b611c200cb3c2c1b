"""The duties of a report as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.model.duty import ActorSource, Duty
from reviewer.model.report import Report
from reviewer.model.time import TimeExpression, TimeRole, TimeStatus
from reviewer.ui import duty_values, labels

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


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

COMPACT_DUE = "截止或频次"

UNCERTAIN_ROLE = int(Qt.ItemDataRole.UserRole)
"""Whether what a cell says is not settled by the text: an assumed unit, a day that cannot be worked out."""

DECIDED_ROLE = UNCERTAIN_ROLE + 1
"""Whether the clerk added or changed the duty; told by the first column only."""

CHANGED = "您改过"

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


class DutiesModel(QAbstractTableModel):
    """Rows over the immutable report, filtered and sorted; nothing of it is kept but indices.

    What is typed into a cell changes nothing here: `edited` carries the duty, its column and the words.
    """

    edited = Signal(object, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._chosen: list[int] = []
        self._rows: list[int] = []
        self._row_of: dict[int, int] = {}
        self._compact = False
        self._column = Column.TASK
        self._order = Qt.SortOrder.AscendingOrder

    def set_compact(self, compact: bool) -> None:
        """Say how often where there is no date to say, for a table without the column that says it."""
        if compact != self._compact:
            self._compact = compact
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.DUE, Column.DUE)
            if self._rows:
                self.dataChanged.emit(self.index(0, Column.DUE), self.index(len(self._rows) - 1, Column.DUE))

    def show(self, report: Report | None, visible: Sequence[int], words: str = "") -> None:
        """Show the duties at these indices whose text, units or times hold `words`."""
        self.beginResetModel()
        self._report = report
        self._chosen = [i for i in visible if report and (not words or words in _searched(report, report.duties[i]))]
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, those that say nothing there last; equal ones stay in reading order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self.duty_at(index), index.column()) for index in before]
        self._column = Column(max(column, 0))
        self._order = order
        self._arrange()
        moved = [self.index_of(duty).siblingAtColumn(column) for duty, column in places]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        report = self._report
        key = _SORT_KEYS.get(self._column)
        backwards = self._order is Qt.SortOrder.DescendingOrder
        if report is None or key is None:
            self._rows = self._chosen[::-1] if backwards else list(self._chosen)
        else:
            keys = {i: key(report, report.duties[i]) for i in self._chosen}
            silent = [i for i in self._chosen if not keys[i]]
            telling = sorted((i for i in self._chosen if keys[i]), key=lambda i: keys[i], reverse=backwards)
            self._rows = telling + silent
        self._row_of = {duty: row for row, duty in enumerate(self._rows)}

    @property
    def rows(self) -> Sequence[int]:
        """The indices into the report of the duties shown, from the top."""
        return self._rows

    def shown(self, index: Index) -> tuple[Report, Duty]:
        """The report and the duty that a valid index shows."""
        assert self._report is not None
        return self._report, self._report.duties[self.duty_at(index)]

    def duty_at(self, index: Index) -> int:
        """The index into the report of the duty shown here, -1 for none."""
        return self._rows[index.row()] if index.isValid() else -1

    def index_of(self, duty: int) -> QModelIndex:
        """Where the duty is shown; invalid where it is not."""
        row = self._row_of.get(duty)
        return QModelIndex() if row is None else self.index(row, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The duties shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The columns of the table."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COMPACT_DUE if self._compact and section == Column.DUE else HEADERS[Column(section)]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() in FIELDS else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed; False where it is what stands there already."""
        report = self._report
        if report is None or role != Qt.ItemDataRole.EditRole or index.column() not in FIELDS or not index.isValid():
            return False
        words = str(value).strip()
        if words == self.data(index, role):
            return False
        self.edited.emit(report.duties[self.duty_at(index)], index.column(), words)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, explains, or leaves open."""
        report = self._report
        if report is None or not index.isValid():
            return None
        duty, column = report.duties[self.duty_at(index)], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            words = cell(report, duty, column)
            return frequency_of(report, duty) if self._compact and column is Column.DUE and not words else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return _explained(report, duty, column)
        if role == Qt.ItemDataRole.EditRole:
            return editable(report, duty, column)
        if role == DECIDED_ROLE:
            return column is Column.TASK and duty.decided
        if role == Qt.ItemDataRole.AccessibleTextRole:
            changed = f"（{CHANGED}）" if duty.decided and column is Column.TASK else ""
            return f"{HEADERS[column]}：{cell(report, duty, column) or '无'}{changed}"
        if role == UNCERTAIN_ROLE:
            return _uncertain(report, duty, column)
        return None


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


def _uncertain(report: Report, duty: Duty, column: Column) -> bool:
    if column is Column.LEAD:
        return duty.actor_source is ActorSource.ASSUMED
    return column is Column.DUE and not due_of(report, duty).settled


def _explained(report: Report, duty: Duty, column: Column) -> str:
    if column is Column.TASK:
        return "\n".join(filter(None, (duty.text, duty.why, CHANGED if duty.decided else "")))
    if column is Column.LEAD and duty.actor_source is ActorSource.ASSUMED:
        return "文中没有点名由谁负责，导出后请填写。"
    if column is Column.DUE:
        due = due_of(report, duty)
        return "\n".join(filter(None, (due.words, due.why)))
    return cell(report, duty, column)


def _searched(report: Report, duty: Duty) -> str:
    times = limit_of(report, duty)
    return "\n".join((duty.action, duty.text, *duty.lead, *duty.support, times, _last_day(report, duty)))


def _last_day(report: Report, duty: Duty) -> str:
    day = due_of(report, duty).day
    return day.isoformat() if day is not None else ""


def _named_lead(report: Report, duty: Duty) -> str:
    return "" if duty.actor_source is ActorSource.ASSUMED else lead_of(duty)


_SORT_KEYS: dict[Column, Callable[[Report, Duty], str]] = {
    Column.LEAD: _named_lead,
    Column.SUPPORT: lambda report, duty: "、".join(duty.support),
    Column.LIMIT: limit_of,
    Column.DUE: _last_day,
    Column.FREQUENCY: frequency_of,
}
