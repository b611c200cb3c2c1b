"""The timeline of duties as a tree: months, and in each what is due there."""

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.exports.checklist_rows import can_be_listed
from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.ui.duty_cells import NOT_LISTED, Column, cell, explained, lead_of
from reviewer.ui.duty_timeline import Mark, Month, Pause, Timeline, timeline
from reviewer.ui.worker import Background, Outcome

Index = QModelIndex | QPersistentModelIndex
Stretch = Month | Pause | tuple[Mark, ...]
"""What a row of the first level shows; the last kind are the marks that no month is known for."""

_ROOT = QModelIndex()
MANY = 1000
"""Duties that are worked out between two frames."""
OPEN = "没有定到哪一月"


class TimelineRole(IntEnum):
    """What the view asks for beside words: a row's stretch, its mark, the duty of the mark, its day where it is new."""

    STRETCH = Qt.ItemDataRole.UserRole
    MARK = STRETCH + 1
    DUTY = STRETCH + 2
    DAY = STRETCH + 3


class TimelineModel(QAbstractItemModel):
    """Two levels over the immutable report; `ticked` carries a duty and whether it is to go into the checklist."""

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._stretches: list[Stretch] = []
        self._rows_of: dict[int, list[tuple[int, int]]] = {}
        self.timeline = Timeline()
        self._revision = 0
        self._coming: Report | None = None
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_worked_out)

    def show(self, report: Report | None, duties: Sequence[int]) -> None:
        """Show when the duties at these indices are due; many of them are worked out in the background."""
        self._revision += 1
        self._coming = report if report is not None and len(duties) > MANY else None
        if self._coming is not None:
            self._take(None, Timeline())
            self._background.start("timeline", self._revision, partial(timeline, self._coming, tuple(duties)))
        else:
            self._take(report, timeline(report, duties) if report is not None else Timeline())

    @property
    def busy(self) -> bool:
        """Whether what is to be shown is still being worked out; `modelReset` tells when it is there."""
        return self._coming is not None

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether the background has come to rest within the time."""
        return self._background.wait(milliseconds)

    def _on_worked_out(self, outcome: Outcome) -> None:
        if outcome.revision == self._revision:
            report, self._coming = self._coming, None
            self._take(report, outcome.value or Timeline())

    def _take(self, report: Report | None, made: Timeline) -> None:
        self.beginResetModel()
        self._report = report
        self.timeline = made
        self._stretches = [*made.months]
        if made.open:
            self._stretches.append(made.open)
        self._rows_of = {}
        for row, stretch in enumerate(self._stretches):
            for place, mark in enumerate(marks_in(stretch)):
                self._rows_of.setdefault(mark.duty, []).append((row, place))
        self.endResetModel()

    def stretch_at(self, index: Index) -> Stretch:
        """The stretch that a valid index shows or lies in."""
        return self._stretches[index.row() if not index.internalId() else index.internalId() - 1]

    def mark_at(self, index: Index) -> Mark | None:
        """The mark shown here, None for a stretch."""
        if not index.isValid() or not index.internalId():
            return None
        return marks_in(self.stretch_at(index))[index.row()]

    def duty_at(self, index: Index) -> int:
        """The index into the report of the duty shown here, -1 for none."""
        mark = self.mark_at(index)
        return mark.duty if mark is not None else -1

    def rows_of(self, duty: int) -> list[QModelIndex]:
        """Where the duty is shown, from the top."""
        return [self.index(place, 0, self.index(row, 0)) for row, place in self._rows_of.get(duty, [])]

    def index_of_mark(self, month: Index, mark: Mark) -> QModelIndex:
        """Where the mark of a month is shown."""
        return self.index(marks_in(self.stretch_at(month)).index(mark), 0, month)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """A stretch, or a mark inside one."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """The stretch that a mark is in."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The stretches, or the marks in one."""
        if not parent.isValid():
            return len(self._stretches)
        return 0 if parent.internalId() else len(marks_in(self._stretches[parent.row()]))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Marks can be chosen and ticked, stretches be stood on."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if self.mark_at(index) is None:
            return flag.ItemIsEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable | flag.ItemNeverHasChildren

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was ticked."""
        duty = self._duty(index)
        if role != Qt.ItemDataRole.CheckStateRole or duty is None or index.data(role) is None:
            return False
        self.ticked.emit(duty, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _duty(self, index: Index) -> Duty | None:
        number = self.duty_at(index)
        return self._report.duties[number] if self._report is not None and number >= 0 else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if self._report is None or not index.isValid():
            return None
        mark, duty = self.mark_at(index), self._duty(index)
        if mark is None or duty is None:
            return self._stretch_data(self.stretch_at(index), role)
        report = self._report
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(report, duty, Column.TASK)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{mark.words}\n{explained(report, duty, Column.TASK)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                out = "" if duty.listed else NOT_LISTED
                told = (day_words(mark), cell(report, duty, Column.TASK), f"牵头：{lead_of(duty) or '无'}", out)
                return "，".join(filter(None, told))
            case Qt.ItemDataRole.CheckStateRole if can_be_listed(duty, include_general=True):
                return Qt.CheckState.Checked if duty.listed else Qt.CheckState.Unchecked
            case TimelineRole.MARK:
                return mark
            case TimelineRole.DUTY:
                return duty
            case TimelineRole.DAY:
                return self._day(index, mark)
        return None

    def _day(self, index: Index, mark: Mark) -> str:
        """The day, or how often, where the row above says another."""
        words = f"{mark.day.day}日" if mark.day is not None else mark.words if mark.repeats else "未定"
        above = self.mark_at(index.sibling(index.row() - 1, 0)) if index.row() else None
        same = above is not None and (above.day, above.repeats, above.words if mark.day is None else "") == (
            mark.day,
            mark.repeats,
            mark.words if mark.day is None else "",
        )
        return "" if same else words

    def _stretch_data(self, stretch: Stretch, role: int) -> Any:
        if role == TimelineRole.STRETCH:
            return stretch
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return stretch_words(stretch)
        return None


def marks_in(stretch: Stretch) -> tuple[Mark, ...]:
    """The marks of a stretch."""
    if isinstance(stretch, Month):
        return stretch.marks
    return () if isinstance(stretch, Pause) else stretch


def counts(marks: Sequence[Mark]) -> tuple[int, int]:
    """How many of the marks are deadlines, and how many recurrences."""
    repeats = sum(mark.repeats for mark in marks)
    return len(marks) - repeats, repeats


def day_words(mark: Mark) -> str:
    """The day of a mark, or what stands in its place: 6月30日, 每月, 限期：时限不明确."""
    if mark.day is None:
        return mark.words
    estimated = "" if mark.sure else "（估算）"
    often = f"，{mark.words}" if mark.repeats else ""
    return f"{mark.day.month}月{mark.day.day}日{estimated}{often}"


def pin_words(month: Month, day: int) -> str:
    """What there is on a day of the month: 6月30日：截止 2 条，频次 1 条."""
    return f"{month.month}月{day}日：{_count_words(month.pins[day])}"


def stretch_words(stretch: Stretch) -> str:
    """A row of the first level in words."""
    if isinstance(stretch, Pause):
        (year, month), (last_year, last_month) = stretch.first, stretch.last
        return f"{year}年{month}月至{last_year}年{last_month}月没有时限"
    if not isinstance(stretch, Month):
        return f"{OPEN}，{len(stretch)} 条"
    told = "；".join(pin_words(stretch, day) for day in stretch.pins)
    whole = f"{stretch.year}年{stretch.month}月，{_count_words(stretch.marks) or '没有时限'}"
    return f"{whole}（{told}）" if told else whole


def _count_words(marks: Sequence[Mark]) -> str:
    deadlines, repeats = counts(marks)
    return "，".join(f"{name} {count} 条" for count, name in ((deadlines, "截止"), (repeats, "频次")) if count)
