"""The controls in which the clerk writes what a duty should say, in the table and in its form."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolTip, QWidget

from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.ui import duty_values
from reviewer.ui.duty_cells import HEADERS, Column, found_rules_of, rules_of
from reviewer.ui.theme import current


def editor_for(report: Report, duty: Duty, column: Column, parent: QWidget | None = None) -> QWidget:
    """An empty editor for one column of a duty."""
    if column is Column.FREQUENCY:
        return FrequencyBox(report, duty, parent)
    if column is Column.DUE:
        return DayEdit(report.dating.year, parent)
    line = QLineEdit(parent)
    line.setAccessibleName(f"改{HEADERS[column]}")
    if column is not Column.TASK:
        line.setToolTip(duty_values.UNIT_HINT)
        line.setAccessibleDescription(duty_values.UNIT_HINT)
    return line


class FrequencyBox(QComboBox):
    """How often: as the text says, once, or one of the usual ways."""

    def __init__(self, report: Report, duty: Duty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"改{HEADERS[Column.FREQUENCY]}")
        for value, words in duty_values.frequencies(rules_of(report, duty), found_rules_of(report, duty)):
            self.addItem(words, value)

    @property
    def chosen(self) -> str:
        """An RRULE value, "" for once, or `AS_FOUND`."""
        value: str = self.currentData()
        return value

    def choose(self, rule: str) -> None:
        """Begin with this RRULE value, "" for once."""
        self.setCurrentIndex(self.findData(rule))


class DayEdit(QLineEdit):
    """A day as clerks write it, or nothing; one that is none is marked and explained once it is to be taken."""

    def __init__(self, year: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = year
        self.setAccessibleName(f"改{HEADERS[Column.DUE]}")
        self.setPlaceholderText("按文中")
        self.setValidator(_DayValidator(self))
        self.textChanged.connect(self._forgive)
        self._mark("")

    @property
    def problem(self) -> str:
        """What is wrong with the words written, "" where nothing is."""
        return duty_values.day_problem(self.text(), self._year)

    def refuse(self) -> None:
        """Mark the words as wrong and say why."""
        self._mark(self.problem)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.problem, self)

    def _forgive(self) -> None:
        if not self.problem:
            self._mark("")

    def _mark(self, problem: str) -> None:
        colours = current()
        sheet = f"QLineEdit {{ border: 2px solid {colours.error}; background: {colours.error_soft}; }}"
        self.setStyleSheet(sheet if problem else "")
        self.setToolTip(problem or duty_values.DATE_HINT)
        self.setAccessibleDescription(problem or duty_values.DATE_HINT)


class _DayValidator(QValidator):
    def __init__(self, edit: DayEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def validate(self, words: str, position: int) -> tuple[QValidator.State, str, int]:
        wrong = bool(self._edit.problem)
        return (QValidator.State.Intermediate if wrong else QValidator.State.Acceptable), words, position

    def fixup(self, words: str) -> str:
        self._edit.refuse()
        return words
