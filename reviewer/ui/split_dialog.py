"""Where to cut a duty in two."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QWidget

from reviewer.ui.dialog_parts import answers, column_of, prose
from reviewer.ui.duty_decisions import cuts
from reviewer.ui.theme import GAP

_WIDTH = 520
_MOST_ROWS = 8


class SplitDialog(QDialog):
    """Offers the clauses of a duty; the chosen one begins the second duty, as shown below the list."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("拆成两条")
        self.setAccessibleName("拆成两条任务")
        self._words = words
        self.question = QLabel("第二条从哪里开始？")
        self.list = QListWidget()
        self.list.setAccessibleName("第二条从哪里开始")
        self.list.setWordWrap(True)
        self.question.setBuddy(self.list)
        bounds = (*cuts(words), len(words))
        for start, end in pairwise(bounds):
            item = QListWidgetItem(words[start:end])
            item.setData(Qt.ItemDataRole.UserRole, start)
            self.list.addItem(item)
        self.first, self.second = _part("第一条"), _part("第二条")
        buttons, _ = answers(self, "拆开")
        column = column_of(self, self.question, self.list, self.first, self.second, buttons)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self.accept)
        self.list.setCurrentRow(0)
        rows = min(self.list.count(), _MOST_ROWS)
        self.list.setMinimumHeight(rows * self.list.sizeHintForRow(0) + 2 * GAP)
        column.setStretchFactor(self.list, 1)
        self.resize(_WIDTH, self.minimumSizeHint().height())

    @property
    def at(self) -> int:
        """How many code points behind the beginning the second duty begins."""
        start: int = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return start

    def _show(self) -> None:
        self.first.setText(f"第一条：{self._words[: self.at].rstrip()}")
        self.second.setText(f"第二条：{self._words[self.at :]}")


def _part(name: str) -> QLabel:
    label = prose()
    label.setAccessibleName(name)
    return label
