"""The duties of a report as a table, one below the other or in groups."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.exports.checklist_rows import can_be_listed
from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.ui.change import DutyView
from reviewer.ui.duty_cells import (
    FIELDS,
    HEADERS,
    SORT_KEYS,
    Column,
    cell,
    editable,
    explained,
    frequency_of,
    read_aloud,
    searched,
    uncertain,
)
from reviewer.ui.duty_groups import Group, groups

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

COMPACT_DUE = "截止或频次"

UNCERTAIN_ROLE = int(Qt.ItemDataRole.UserRole)
"""Whether what a cell says is not settled by the text: an assumed unit, a day that cannot be worked out."""

DECIDED_ROLE = UNCERTAIN_ROLE + 1
"""Whether the clerk added or changed the duty; told by the first column only."""

GROUP_ROLE = UNCERTAIN_ROLE + 2
"""The group that a row heads, None for the row of a duty."""

FOLDED_ROLE = UNCERTAIN_ROLE + 3
"""Whether the group that a row heads is closed, None where it can't be: for the row of a duty, and while `words` are sought."""


class DutiesModel(QAbstractTableModel):
    """Rows over the immutable report, filtered, sorted and grouped; nothing of it is kept but indices.

    Groups can be closed, and stay so; while words are sought, all are open. `full_names` tells units' full names by
    their short forms.

    What is typed or ticked changes nothing here: `edited` carries the duty, its column and the words, `ticked` the duty
    and whether it is to go into the checklist.
    """

    edited = Signal(object, int, str)
    ticked = Signal(object, bool)

    def __init__(
        self, parent: QObject | None = None, full_names: Callable[[], Mapping[str, str]] = dict[str, str]
    ) -> None:
        super().__init__(parent)
        self._full_names = full_names
        self._words = ""
        self._folded: set[tuple[DutyView, tuple[str, str]]] = set()
        self._report: Report | None = None
        self._duties: list[int] = []
        self._groups: list[Group] = []
        self._lines: list[tuple[int, int]] = []
        self._row_of: dict[tuple[int, int], int] = {}
        self._rows_of: dict[int, list[int]] = {}
        self._view = DutyView.TABLE
        self._compact = False
        self._column = Column.TASK
        self._order = Qt.SortOrder.AscendingOrder

    def set_compact(self, compact: bool) -> None:
        """Say how often where there is no date to say, for a table without the column that says it."""
        if compact != self._compact:
            self._compact = compact
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.DUE, Column.DUE)
            if self._lines:
                self.dataChanged.emit(self.index(0, Column.DUE), self.index(len(self._lines) - 1, Column.DUE))

    def show(
        self, report: Report | None, visible: Sequence[int], words: str = "", view: DutyView = DutyView.TABLE
    ) -> None:
        """Show the duties at these indices whose text, units or times hold `words`, in the groups of `view`."""
        self.beginResetModel()
        self._report = report
        self._view = view
        self._words = words
        self._duties = [i for i in visible if report and (not words or words in searched(report, report.duties[i]))]
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows of each group by a column, those that say nothing there last; equal ones in reading order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [(self._lines[index.row()], index.column()) for index in before]
        self._column = Column(max(column, 0))
        self._order = order
        self._arrange()
        self.changePersistentIndexList(before, [self.index(self._row_of[line], column) for line, column in places])
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        """Lay out the lines: the number of a group, and the duty there, -1 for the group's own line."""
        report = self._report
        names = self._full_names() if self._view is DutyView.UNIT else {}
        self._groups = groups(report, self._duties, self._view, names) if report is not None else []
        if self._groups:
            self._lines = [
                (number, duty)
                for number, group in enumerate(self._groups)
                for duty in (-1, *(() if self._is_folded(group) else self._sorted(group.duties)))
            ]
        else:
            self._lines = [(-1, duty) for duty in self._sorted(self._duties)]
        self._row_of = {line: row for row, line in enumerate(self._lines)}
        self._rows_of = {}
        for row, (_, duty) in enumerate(self._lines):
            self._rows_of.setdefault(duty, []).append(row)

    def _sorted(self, duties: Sequence[int]) -> list[int]:
        report, key = self._report, SORT_KEYS.get(self._column)
        backwards = self._order is Qt.SortOrder.DescendingOrder
        if report is None or key is None:
            return list(duties[::-1] if backwards else duties)
        keys = {i: key(report, report.duties[i]) for i in duties}
        silent = [i for i in duties if not keys[i]]
        return sorted((i for i in duties if keys[i]), key=lambda i: keys[i], reverse=backwards) + silent

    def _is_folded(self, group: Group) -> bool:
        return not self._words and (self._view, group.key) in self._folded

    def fold(self, heading: int, folded: bool) -> None:
        """Close or open the group that a row heads; while words are sought, nothing is closed."""
        group = self._groups[self._lines[heading][0]]
        if self._words or folded is self._is_folded(group):
            return
        self._folded ^= {(self._view, group.key)}
        first, last = heading + 1, heading + len(group.duties)
        if folded:
            self.beginRemoveRows(_ROOT, first, last)
            self._arrange()
            self.endRemoveRows()
        else:
            self.beginInsertRows(_ROOT, first, last)
            self._arrange()
            self.endInsertRows()
        self.dataChanged.emit(self.index(heading, 0), self.index(heading, 0))

    def reveal(self, duty: int) -> None:
        """Open the first group that holds the duty, where all that do are closed."""
        if duty in self._rows_of:
            return
        for heading in self.headings:
            if duty in self._groups[self._lines[heading][0]].duties:
                self.fold(heading, folded=False)
                return

    @property
    def duties(self) -> Sequence[int]:
        """The indices into the report of the duties shown, in reading order."""
        return self._duties

    @property
    def rows(self) -> Sequence[int]:
        """The indices into the report of the rows from the top; a duty that is in several groups comes as often."""
        return [duty for _, duty in self._lines if duty >= 0]

    @property
    def headings(self) -> Sequence[int]:
        """The rows that head a group."""
        return self._rows_of.get(-1, [])

    def shown(self, index: Index) -> tuple[Report, Duty]:
        """The report and the duty that a valid index of a duty's row shows."""
        assert self._report is not None
        return self._report, self._report.duties[self.duty_at(index)]

    def duty_at(self, index: Index) -> int:
        """The index into the report of the duty shown here, -1 for none."""
        return self._lines[index.row()][1] if index.isValid() else -1

    def time_of(self, index: Index) -> int:
        """The how manieth row, from 0, of its duty this is; 0 where it is none of a duty."""
        duty = self.duty_at(index)
        return self._rows_of[duty].index(index.row()) if duty >= 0 else 0

    def index_of(self, duty: int, time: int = 0) -> QModelIndex:
        """Where the duty is shown first, or for another `time`; invalid where it is not."""
        rows = self._rows_of.get(duty, []) if duty >= 0 else []
        return self.index(rows[min(time, len(rows) - 1)], 0) if rows else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The duties shown."""
        return 0 if parent.isValid() else len(self._lines)

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
        """Which cells can be edited and which rows be chosen."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        if self.duty_at(index) < 0:
            return flag.ItemIsEnabled
        flags = super().flags(index) | flag.ItemNeverHasChildren
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            flags |= flag.ItemIsUserCheckable
        return flags | flag.ItemIsEditable if index.column() in FIELDS else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed or ticked; False where it is what stands there already."""
        report, duty = self._report, self.duty_at(index)
        if report is None or duty < 0:
            return False
        if role == Qt.ItemDataRole.CheckStateRole and index.data(role) is not None:
            self.ticked.emit(report.duties[duty], Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role != Qt.ItemDataRole.EditRole or index.column() not in FIELDS:
            return False
        words = str(value).strip()
        if words == self.data(index, role):
            return False
        self.edited.emit(report.duties[duty], index.column(), words)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says, explains, or leaves open."""
        if self._report is None or not index.isValid():
            return None
        if self.duty_at(index) < 0:
            return self._group_data(index, role) if index.column() == 0 else None
        report, duty = self.shown(index)
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                words = cell(report, duty, column)
                return frequency_of(report, duty) if self._compact and column is Column.DUE and not words else words
            case Qt.ItemDataRole.ToolTipRole:
                return explained(report, duty, column)
            case Qt.ItemDataRole.EditRole:
                return editable(report, duty, column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.TASK and can_be_listed(duty, include_general=True):
                return Qt.CheckState.Checked if duty.listed else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return read_aloud(report, duty, column)
        if role == DECIDED_ROLE:
            return column is Column.TASK and duty.decided
        return uncertain(report, duty, column) if role == UNCERTAIN_ROLE else None

    def _group_data(self, index: Index, role: int) -> Any:
        """What a group's own line says."""
        group = self._groups[self._lines[index.row()][0]]
        folded = self._is_folded(group)
        if role == GROUP_ROLE:
            return group
        if role == FOLDED_ROLE:
            return None if self._words else folded
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "，".join(filter(None, (group.title, group.above, group.told, "已收起" if folded else "")))
        return None
