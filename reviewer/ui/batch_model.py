"""The table of many documents: one row a file, what it came to, or how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from reviewer.exports.digest import Digest

Index = QModelIndex | QPersistentModelIndex
WAITING, RUNNING = "排队", "正在审阅…"
SORT_ROLE = Qt.ItemDataRole.UserRole
_LAST_DAY = date.max.toordinal()


@dataclass(slots=True)
class Line:
    """A file, its digest once there is one, and otherwise how far it is."""

    path: str
    state: str = WAITING
    digest: Digest | None = None

    @property
    def words(self) -> str:
        """What is to be said of it: how far it is, why it failed, or nothing."""
        return self.state if self.digest is None else self.digest.trouble

    @property
    def done(self) -> bool:
        """Whether it was read and reviewed."""
        return self.digest is not None and not self.digest.trouble


_COUNTS: tuple[tuple[str, Callable[[Digest], int]], ...] = (
    ("字数", lambda one: one.characters),
    ("必改", lambda one: one.errors),
    ("建议改", lambda one: one.warnings),
    ("提示", lambda one: one.hints),
    ("任务", lambda one: len(one.duties)),
)
HEADERS = ("文件", *(name for name, _ in _COUNTS), "最早时限", "情况")
_FILE, _EARLIEST, _STATE = 0, len(HEADERS) - 2, len(HEADERS) - 1


class BatchModel(QAbstractTableModel):
    """The files in the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def add(self, paths: Sequence[str]) -> list[int]:
        """Add those of `paths` that are not there yet; returns their rows."""
        known = {line.path for line in self.lines}
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        if not fresh:
            return []
        first = len(self.lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self.lines += [Line(path) for path in fresh]
        self.endInsertRows()
        return list(range(first, len(self.lines)))

    def set_state(self, row: int, state: str) -> None:
        """Say how far a file is."""
        self.lines[row].state = state
        self._tell(row)

    def set_digest(self, row: int, digest: Digest) -> None:
        """Show what a file came to."""
        self.lines[row].digest = digest
        self._tell(row)

    def drop_waiting(self) -> None:
        """Take the files away that nothing has been found out about."""
        self.beginResetModel()
        self.lines = [line for line in self.lines if line.digest is not None]
        self.endResetModel()

    def clear(self) -> None:
        """Take all files away."""
        self.beginResetModel()
        self.lines = []
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many files there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADERS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section not in (_FILE, _STATE):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return HEADERS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, is sorted by, and says at length."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _shown(line, column)
        if role == SORT_ROLE:
            return _sorted_by(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column not in (_FILE, _STATE):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.path if column == _FILE else line.words if column == _STATE else None
        return None

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADERS) - 1))


class BatchOrder(QSortFilterProxyModel):
    """The files sorted by a column; numbers as numbers, files without a day last."""

    def __init__(self, model: BatchModel) -> None:
        super().__init__()
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)


def _shown(line: Line, column: int) -> str:
    if column == _FILE:
        return Path(line.path).name
    if column == _STATE:
        return line.words
    one = line.digest
    if one is None or one.trouble:
        return ""
    if column == _EARLIEST:
        return one.earliest.isoformat() if one.earliest is not None else ""
    return f"{_COUNTS[column - 1][1](one):,}"


def _sorted_by(line: Line, column: int) -> int | str:
    if column in (_FILE, _STATE):
        return _shown(line, column)
    one = line.digest
    if column == _EARLIEST:
        return one.earliest.toordinal() if one is not None and one.earliest is not None else _LAST_DAY
    return _COUNTS[column - 1][1](one) if one is not None and not one.trouble else -1
