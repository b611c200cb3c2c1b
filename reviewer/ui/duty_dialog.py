"""All that can be changed of one duty, as a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.ui import duty_values
from reviewer.ui.dialog_parts import answers, column_of, prose
from reviewer.ui.duty_cells import FIELDS, HEADERS, Column, editable
from reviewer.ui.duty_editors import DayEdit, FrequencyBox, editor_for
from reviewer.ui.duty_values import Correction
from reviewer.ui.theme import GAP

_WIDTH = 480


class DutyDialog(QDialog):
    """Says what the clerk wants changed as one `correction`; it changes nothing itself."""

    def __init__(self, report: Report, duty: Duty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("修改任务")
        self.setAccessibleName("修改任务")
        self._year = report.dating.year
        self._before = {column: editable(report, duty, column) for column in FIELDS}
        self.editors = {column: editor_for(report, duty, column) for column in FIELDS}
        self.problem = prose()
        self.problem.setAccessibleName("填写有误")
        self.problem.hide()
        sentence = prose(duty.text, muted=True)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow("原文：", sentence)
        for column, editor in self.editors.items():
            if isinstance(editor, FrequencyBox):
                editor.choose(self._before[column])
            elif isinstance(editor, QLineEdit):
                editor.setText(self._before[column])
                hint = {Column.DUE: "不填就按文中的说法", Column.TASK: ""}.get(column, duty_values.UNIT_HINT)
                editor.setPlaceholderText(hint)
            form.addRow(f"{HEADERS[column]}：", editor)
        buttons, _ = answers(self, "确定")
        rows = column_of(self, self.problem, buttons)
        rows.insertLayout(0, form)
        rows.setSpacing(2 * GAP)
        self.resize(_WIDTH, self.sizeHint().height())

    @property
    def correction(self) -> Correction:
        """What is to be changed."""
        words = {column: _words(editor) for column, editor in self.editors.items()}
        return duty_values.together(
            duty_values.changes(FIELDS[column], words[column], self._before[column], self._year) for column in FIELDS
        )

    def accept(self) -> None:
        """Close, unless a day is none."""
        day = self.editors[Column.DUE]
        if isinstance(day, DayEdit) and day.problem:
            self.problem.setText(day.problem)
            self.problem.show()
            day.refuse()
            day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()


def _words(editor: QWidget) -> str:
    if isinstance(editor, FrequencyBox):
        return editor.chosen
    return editor.text().strip() if isinstance(editor, QLineEdit) else ""
