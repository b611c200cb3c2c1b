"""The findings of a report as rows: cards, below a header for each category where they are grouped."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reviewer.exports.places import place_names
from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.verdict import OPEN, State, Verdict
from reviewer.ui import labels
from reviewer.ui.finding_decisions import Key, key_of

if TYPE_CHECKING:
    from reviewer.rules.rule import Rule

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_REACH = 80
_STOPS = "。！？；"
_OPENING = "标题和开头"


class Grouping(Enum):
    """The order of the cards; the value is its name."""

    CATEGORY = "按类别"
    PART = "按部分"
    SEVERITY = "按程度"
    READING = "按文中顺序"


class FindingsRole(IntEnum):
    """What the rows can be asked for beside Qt's own roles."""

    FINDING = Qt.ItemDataRole.UserRole
    HEADER = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    QUOTATION = Qt.ItemDataRole.UserRole + 3
    PLACE = Qt.ItemDataRole.UserRole + 4
    VERDICT = Qt.ItemDataRole.UserRole + 5
    TICKED = Qt.ItemDataRole.UserRole + 6


@dataclass(frozen=True, slots=True)
class Quotation:
    """Marked words inside their sentence; `before` and `after` are cut at some distance."""

    before: str
    marked: str
    after: str


class FindingsModel(QAbstractListModel):
    """Rows over the immutable report: a finding's index, or, below zero, the header of a group.

    Findings that are ticked stay so as long as they are shown; `ticks_changed` tells when there are others.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._verdicts: Sequence[Verdict] = ()
        self._places: tuple[str, ...] = ()
        self._rows: list[int] = []
        self._row_of: dict[int, int] = {}
        self._groups: Sequence[Group] = ()
        self._ticked: frozenset[Key] = frozenset()

    def show(
        self,
        report: Report | None,
        verdicts: Sequence[Verdict],
        visible: Sequence[int],
        grouping: Grouping,
        words: str = "",
    ) -> None:
        """Show the findings at these indices whose text, sentence, rule or message holds `words`."""
        self.beginResetModel()
        if report is not self._report:
            if report is None or self._report is None or report.document is not self._report.document:
                self._places = place_names(report.document) if report else ()
            self._report = report
        self._verdicts = verdicts
        chosen = [i for i in visible if report and (not words or _holds(report, report.findings[i], words))]
        self._groups = groups(report, chosen, grouping) if report else ()
        self._rows = []
        for number, group in enumerate(self._groups):
            self._rows += [-1 - number, *group.indices] if group.name else group.indices
        self._row_of = {entry: row for row, entry in enumerate(self._rows) if entry >= 0}
        self._ticked &= {key_of(report.findings[i]) for i in chosen} if report and self._ticked else frozenset()
        self.endResetModel()
        self.ticks_changed.emit()

    @property
    def count(self) -> int:
        """The cards, headers left out."""
        return len(self._row_of)

    @property
    def severities(self) -> dict[Severity, int]:
        """How many cards there are of each severity."""
        found = Counter(self._report.findings[i].severity for i in self._row_of) if self._report else {}
        return {severity: found.get(severity, 0) for severity in Severity}

    @property
    def order(self) -> list[int]:
        """The indices of the findings from top to bottom."""
        return [entry for entry in self._rows if entry >= 0]

    @property
    def ticked(self) -> list[int]:
        """The indices of the findings that are ticked, from top to bottom."""
        return [index for index in self.order if self._is_ticked(index)] if self._ticked else []

    def tick(self, finding: int, ticked: bool) -> None:
        """Tick a finding that is shown, or take its tick away."""
        if self._report is not None and finding in self._row_of and ticked != self._is_ticked(finding):
            self._ticked ^= {key_of(self._report.findings[finding])}
            index = self.index_of(finding)
            self.dataChanged.emit(index, index)
            self.ticks_changed.emit()

    def untick_all(self) -> None:
        """Take all ticks away."""
        for finding in self.ticked:
            self.tick(finding, False)

    def finding_at(self, index: Index) -> int:
        """The index into the report of the finding shown here, -1 for a header or nothing."""
        return max(-1, self._rows[index.row()]) if index.isValid() else -1

    def index_of(self, finding: int) -> QModelIndex:
        """Where the finding is shown; invalid where it is not."""
        row = self._row_of.get(finding)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Cards and headers."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be chosen, headers are passed over."""
        if self.finding_at(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The finding of a card, name and count of a header, or what is read aloud."""
        report = self._report
        if report is None or not index.isValid():
            return None
        entry = self._rows[index.row()]
        if entry < 0:
            return _header(self._groups[-1 - entry], role)
        finding = report.findings[entry]
        if role == FindingsRole.FINDING:
            return finding
        if role == FindingsRole.VERDICT:
            return self._verdict(entry)
        if role == FindingsRole.TICKED:
            return self._is_ticked(entry)
        if role == FindingsRole.QUOTATION:
            return quotation(report.document, finding.span)
        if role == FindingsRole.PLACE:
            return self._places[finding.span.paragraph]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._spoken(entry, finding)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        return None

    def _verdict(self, entry: int) -> Verdict:
        return self._verdicts[entry] if entry < len(self._verdicts) else OPEN

    def _is_ticked(self, entry: int) -> bool:
        return self._report is not None and key_of(self._report.findings[entry]) in self._ticked

    def _spoken(self, entry: int, finding: Finding) -> str:
        """The card as it is read aloud."""
        state = self._verdict(entry).state
        told = f"{labels.SEVERITY[finding.severity]}，{rule_name(finding)}：{finding.text}。{finding.message}"
        ticked = "已勾选，" if self._is_ticked(entry) else ""
        return ticked + (told if state is State.OPEN else f"{labels.STATE[state]}，{told}")


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that stand together, in reading order, below a header; without a name they have none."""

    name: str
    indices: list[int]
    hint: str = ""


def groups(report: Report, chosen: Sequence[int], grouping: Grouping) -> list[Group]:
    """The findings at `chosen` in their groups; empty groups are left out."""
    if grouping is Grouping.READING:
        return [Group("", list(chosen))]
    found: dict[Any, list[int]] = {}
    if grouping is Grouping.PART:
        for i in chosen:
            span = report.findings[i].span
            found.setdefault(next(iter(report.outline.path(span.paragraph, span.start)), _OPENING), []).append(i)
        return [Group(name, indices) for name, indices in found.items()]
    by_category = grouping is Grouping.CATEGORY
    for i in chosen:
        finding = report.findings[i]
        found.setdefault(finding.category if by_category else finding.severity, []).append(i)
    if by_category:
        shown = [(labels.CATEGORY[c], found.get(c, []), labels.CATEGORY_HINT[c]) for c in Category]
    else:
        shown = [(labels.SEVERITY[s], found.get(s, []), labels.SEVERITY_HINT[s]) for s in Severity]
    return [Group(*group) for group in shown if group[1]]


def _header(group: Group, role: int) -> Any:
    count = len(group.indices)
    if role == FindingsRole.HEADER:
        return group.name
    if role == FindingsRole.COUNT:
        return count
    if role == Qt.ItemDataRole.DisplayRole:
        return f"{group.name}，{count} 处"
    return group.hint if role == Qt.ItemDataRole.ToolTipRole else None


def counts(report: Report | None, shown: Iterable[int]) -> dict[Category, int]:
    """How many of the findings at `shown` each category has; categories without any are left out."""
    found = Counter(report.findings[i].category for i in shown) if report else {}
    return {category: found[category] for category in Category if category in found}


def quotation(document: Document, span: Span) -> Quotation:
    """The words at `span` with what stands around them in the same sentence."""
    text = document.texts[span.paragraph]
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    before = before[max(before.rfind(stop) for stop in _STOPS) + 1 :]
    ends = [after.find(stop) + 1 for stop in _STOPS if stop in after]
    return Quotation(before.lstrip(), text[span.start : span.end], after[: min(ends)] if ends else after)


@cache
def rule_of(rule: str) -> "Rule | None":
    """The rule with this id, None where there is none (any more)."""
    from reviewer.rules.registry import RULES

    return next((known for known in RULES if known.id == rule), None)


def rule_name(finding: Finding) -> str:
    """What the clerk calls the rule that speaks."""
    rule = rule_of(finding.rule)
    return rule.name if rule else labels.CATEGORY[finding.category]


def _holds(report: Report, finding: Finding, words: str) -> bool:
    if words in finding.message or words in rule_name(finding):
        return True
    quoted = quotation(report.document, finding.span)
    return words in f"{quoted.before}{quoted.marked}{quoted.after}"
