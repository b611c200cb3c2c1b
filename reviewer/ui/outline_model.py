"""The outline of a report as a Qt tree, with counts that roll up."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.model.finding import Category, Finding
from reviewer.model.outline import Outline, OutlineEntry
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.ui.badges import Badge, BadgeKind

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class OutlineRole(IntEnum):
    """What the rows can be asked for beside Qt's own roles.

    FAULTS are the findings about the entry's label.
    """

    OWN_BADGES = Qt.ItemDataRole.UserRole
    ALL_BADGES = Qt.ItemDataRole.UserRole + 1
    FAULTS = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class _Tallies:
    """Findings and duties of each entry: its own, and those of all entries inside it too."""

    own: Sequence[tuple[int, int]]
    all: Sequence[tuple[int, int]]


class OutlineModel(QAbstractItemModel):
    """Entries of the outline that pass a text filter, each below the nearest one that encloses it.

    What the badges say is worked out when the first of them is painted, so that a report of any length is taken up
    at once.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._outline = Outline()
        self._children: dict[int, list[int]] = {-1: []}
        self._row: dict[int, int] = {}
        self._counted: tuple[Collection[int], Collection[int]] = ((), ())
        self._tallies: _Tallies | None = None
        self._faults: dict[int, tuple[Finding, ...]] | None = None
        self.totals = _badges((0, 0))

    def set_report(self, report: Report | None, words: str = "") -> None:
        """Show the outline of `report`, all of it or the entries that hold `words` with those that enclose them."""
        self.beginResetModel()
        if report is not self._report:
            self._report = report
            self._outline = report.outline if report else Outline()
            self._faults = None
        entries = self._outline.entries
        shown = _matching(self._outline, words.strip())
        self._children = {-1: []}
        self._row = {}
        for i in shown:
            siblings = self._children.setdefault(_parent(entries[i]), [])
            self._row[i] = len(siblings)
            siblings.append(i)
        self._counted = ((), ())
        self._tallies = None
        self.endResetModel()

    def take(self, report: Report | None) -> bool:
        """Go by `report` from now on, where it has the same outline; says whether it has."""
        if report is None or self._report is None or report.outline is not self._outline:
            return False
        self._report, self._faults = report, None
        return True

    def set_counts(self, findings: Collection[int], duties: Collection[int]) -> None:
        """Count these findings and duties of the report where they stand, and roll the counts up."""
        self._counted = (findings, duties)
        self._tallies = self._faults = None
        self.totals = _badges((len(findings), len(duties)))
        # One signal is enough for views that only paint the counts; one for each branch takes 30 ms for 1,000 branches.
        if self.rowCount():
            changed = (OutlineRole.OWN_BADGES, OutlineRole.ALL_BADGES, OutlineRole.FAULTS, Qt.ItemDataRole.ToolTipRole)
            roles = [int(role) for role in changed]
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), roles)

    def count_of_level(self, level: int) -> int:
        """How many entries of the whole outline stand on this level or above it."""
        return sum(entry.level <= level for entry in self._outline.entries)

    def governing(self, paragraph: int, offset: int) -> QModelIndex:
        """The entry that governs this place, or the nearest shown one around it; invalid where there is none."""
        for entry in reversed(self._outline.chain(self._outline.index_at(paragraph, offset))):
            if entry in self._row:
                return self.index_of(entry)
        return QModelIndex()

    @property
    def report(self) -> Report | None:
        """The report whose outline is shown."""
        return self._report

    @property
    def title(self) -> str:
        """The document's title, "" where it has none."""
        return self._outline.title or ""

    @property
    def title_span(self) -> Span | None:
        """Where the title begins, None where there is none."""
        return self._outline.title_spans[0] if self._outline.title_spans else None

    def entry_at(self, index: Index) -> OutlineEntry | None:
        """The entry shown at `index`, None for the root."""
        return self._outline.entries[index.internalId()] if index.isValid() else None

    def index_of(self, entry: int) -> QModelIndex:
        """Where the entry at this place of the outline is shown; invalid where it is not."""
        row = self._row.get(entry)
        return QModelIndex() if row is None else self.createIndex(row, 0, entry)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """The place of a row below `parent`, invalid where there is none."""
        children = self._children.get(parent.internalId() if parent.isValid() else -1, [])
        return self.createIndex(row, 0, children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    def parent(self, index: Index = _ROOT) -> Any:
        """The enclosing entry's index; without an argument the owner of the model, as in any QObject."""
        if not index.isValid():
            return QModelIndex()
        return self.index_of(_parent(self._outline.entries[index.internalId()]))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The entries directly below `parent`."""
        return len(self._children.get(parent.internalId() if parent.isValid() else -1, []))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One: headings and their badges share it."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading, its badges, or what is wrong with its label, by role."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        i = index.internalId()
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.heading
        if role == OutlineRole.OWN_BADGES:
            return _badges(self._tallied().own[i])
        if role == OutlineRole.ALL_BADGES:
            return _badges(self._tallied().all[i])
        if role == OutlineRole.FAULTS:
            return self._faults_of(i)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            counted = [badge.words for badge in _badges(self._tallied().all[i]) if badge.count]
            return "\n".join([entry.heading, *(fault.message for fault in self._faults_of(i)), *counted])
        return None

    def _tallied(self) -> _Tallies:
        if self._tallies is None:
            self._tallies = _tallies(self._report, *self._counted)
        return self._tallies

    def _faults_of(self, entry: int) -> tuple[Finding, ...]:
        if self._faults is None:
            self._faults = _faults(self._report, self._counted[0]) if self._report else {}
        return self._faults.get(entry, ())


def _parent(entry: OutlineEntry) -> int:
    return -1 if entry.parent is None else entry.parent


def _badges(counts: tuple[int, int]) -> tuple[Badge, Badge]:
    return Badge(BadgeKind.FINDINGS, counts[0]), Badge(BadgeKind.DUTIES, counts[1])


def _matching(outline: Outline, words: str) -> Sequence[int]:
    """Entries whose heading holds `words`, and what encloses them, in reading order."""
    if not words:
        return range(len(outline.entries))
    kept: set[int] = set()
    for i, entry in enumerate(outline.entries):
        if words in entry.heading:
            kept.update(outline.chain(i))
    return sorted(kept)


def _tallies(report: Report | None, findings: Iterable[int], duties: Iterable[int]) -> _Tallies:
    if report is None:
        return _Tallies((), ())
    entries = report.outline.entries
    counts = [[0, 0] for _ in entries]
    _count(report.outline, (report.findings[i].span for i in findings), counts, 0)
    _count(report.outline, (report.duties[i].span for i in duties), counts, 1)
    own = [(a, b) for a, b in counts]
    for i in range(len(counts) - 1, -1, -1):
        parent = entries[i].parent
        if parent is not None:
            counts[parent][0] += counts[i][0]
            counts[parent][1] += counts[i][1]
    return _Tallies(own, [(a, b) for a, b in counts])


def _count(outline: Outline, spans: Iterable[Span], counts: list[list[int]], kind: int) -> None:
    """Add each of the spans, which come in reading order, to the entry that governs its beginning."""
    begins = [(entry.span.paragraph, entry.span.start) for entry in outline.entries]
    place = -1
    for span in spans:
        here = (span.paragraph, span.start)
        while place + 1 < len(begins) and begins[place + 1] <= here:
            place += 1
        if place >= 0:
            counts[place][kind] += 1


def _faults(report: Report, counted: Collection[int]) -> dict[int, tuple[Finding, ...]]:
    """What numbering rules find in the label of each entry, among the findings that are counted."""
    found: dict[int, tuple[Finding, ...]] = {}
    for finding in (report.findings[index] for index in counted):
        if finding.category is not Category.NUMBERING:
            continue
        place = report.outline.index_at(finding.span.paragraph, finding.span.start)
        if place is None:
            continue
        start = report.outline.entries[place].span
        label = Span(start.paragraph, start.start, start.start + len(report.outline.entries[place].number))
        if label.overlaps(finding.span):
            found[place] = (*found.get(place, ()), finding)
    return found
