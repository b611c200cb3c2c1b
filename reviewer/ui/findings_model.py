"""The findings of a report as rows: cards, below a header for each category where they are grouped."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.exports.places import place_names
from reviewer.model.document import Document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.ui import labels

if TYPE_CHECKING:
    from reviewer.rules.rule import Rule

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_REACH = 80
_STOPS = "。！？；"


class Grouping(Enum):
    """The order of the cards; the value is its name."""

    CATEGORY = "按类别"
    READING = "按文中顺序"


class FindingsRole(IntEnum):
    """What the rows can be asked for beside Qt's own roles."""

    FINDING = Qt.ItemDataRole.UserRole
    CATEGORY = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    QUOTATION = Qt.ItemDataRole.UserRole + 3
    PLACE = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Marked words inside their sentence; `before` and `after` are cut at some distance."""

    before: str
    marked: str
    after: str


class FindingsModel(QAbstractListModel):
    """Rows over the immutable report: a finding's index, or, below zero, the header of a category."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._places: tuple[str, ...] = ()
        self._rows: list[int] = []
        self._row_of: dict[int, int] = {}
        self._counts: Mapping[Category, int] = {}

    def show(self, report: Report | None, visible: Sequence[int], grouping: Grouping, words: str = "") -> None:
        """Show the findings at these indices whose text, sentence, rule or message holds `words`."""
        self.beginResetModel()
        if report is not self._report:
            self._report = report
            self._places = place_names(report.document) if report else ()
        chosen = [i for i in visible if report and (not words or _holds(report, report.findings[i], words))]
        self._counts = Counter(report.findings[i].category for i in chosen) if report else {}
        self._rows = chosen
        if report and grouping is Grouping.CATEGORY:
            by_category: dict[Category, list[int]] = {category: [] for category in Category}
            for i in chosen:
                by_category[report.findings[i].category].append(i)
            self._rows = []
            for header, found in enumerate(by_category.values()):
                if found:
                    self._rows += [-1 - header, *found]
        self._row_of = {entry: row for row, entry in enumerate(self._rows) if entry >= 0}
        self.endResetModel()

    @property
    def count(self) -> int:
        """The cards, headers left out."""
        return len(self._row_of)

    @property
    def severities(self) -> dict[Severity, int]:
        """How many cards there are of each severity."""
        found = Counter(self._report.findings[i].severity for i in self._row_of) if self._report else {}
        return {severity: found.get(severity, 0) for severity in Severity}

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
        """The finding of a card, the category and count of a header, or what is read aloud."""
        report = self._report
        if report is None or not index.isValid():
            return None
        entry = self._rows[index.row()]
        if entry < 0:
            return self._header(list(Category)[-1 - entry], role)
        finding = report.findings[entry]
        if role == FindingsRole.FINDING:
            return finding
        if role == FindingsRole.CATEGORY:
            return finding.category
        if role == FindingsRole.QUOTATION:
            return quotation(report.document, finding.span)
        if role == FindingsRole.PLACE:
            return self._places[finding.span.paragraph]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{labels.SEVERITY[finding.severity]}，{rule_name(finding)}：{finding.text}。{finding.message}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        return None

    def _header(self, category: Category, role: int) -> Any:
        count = self._counts.get(category, 0)
        if role == FindingsRole.CATEGORY:
            return category
        if role == FindingsRole.COUNT:
            return count
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{labels.CATEGORY[category]}，{count} 处"
        return labels.CATEGORY_HINT[category] if role == Qt.ItemDataRole.ToolTipRole else None


def counts(report: Report | None, show_info: bool) -> dict[Category, int]:
    """How many findings each category has, hints counted only where they are shown."""
    found = (
        Counter(f.category for f in report.findings if show_info or f.severity is not Severity.INFO) if report else {}
    )
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
