"""The years whose days off are known, and a way to add some."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.dialog_parts import prose
from reviewer.ui.references import References
from reviewer.ui.theme import GAP

_FIRST = 2000
_FORM = (
    "放假安排写在一个 .json 文件里，off 是放假的工作日，work 是调休上班的周末，例如：\n"
    '{"2027": {"off": ["2027-01-01"], "work": ["2027-02-07"]}}'
)


class HolidaysPage(QWidget):
    """What is imported is in force at once and takes the place of what was imported before."""

    said = Signal(str)

    def __init__(self, references: References, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._references = references
        about = prose(_known_words())
        self.years = QListWidget()
        self.years.setAccessibleName("您导入的年份")
        self.years.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        heading = QLabel("您导入的年份：")
        heading.setBuddy(self.years)
        form = prose(_FORM, muted=True)
        form.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take = QPushButton("导入放假安排文件…")
        self.take.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(about)
        column.addWidget(heading)
        column.addWidget(self.years, 1)
        column.addWidget(form)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.take.clicked.connect(self._import)
        references.changed.connect(self._list)
        references.holidays_taken.connect(self._say)
        self._list()

    def ask_file(self) -> str:
        """The file that the clerk chooses, "" for none."""
        return QFileDialog.getOpenFileName(self, "导入放假安排", "", "放假安排 (*.json);;所有文件 (*)")[0]

    def _import(self) -> None:
        path = self.ask_file()
        if path:
            self._references.take_holidays(path)

    def _list(self) -> None:
        plans = self._references.calendar().plans
        self.years.clear()
        self.years.addItems(
            [
                f"{year}年：工作日放假 {len(plan.days_off)} 天，周末上班 {len(plan.workdays)} 天"
                for year, plan in sorted(plans.items())
            ]
            or ["还没有导入"]
        )

    def _say(self) -> None:
        self.said.emit("已导入，现在就按新的安排推算。")


def _known_words() -> str:
    """Which years the program knows by itself."""
    from reviewer.times.calendar import STATUTORY

    last = datetime.now().astimezone().year + 3
    known = [year for year in range(_FIRST, last) if not STATUTORY.is_estimated(year)]
    return (
        f"程序自带国务院办公厅 {known[0]} 年至 {known[-1]} 年的放假安排。"
        "之后的年份在安排公布以前按法定节假日估算，清单里注明“估算”。"
    )
