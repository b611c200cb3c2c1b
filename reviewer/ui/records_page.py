"""What the program remembers of reviews: whether it does, how to clear it, and what holds for all documents."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.standing import NO_STANDING, Standing
from reviewer.ui.dialog_parts import prose
from reviewer.ui.findings_model import rule_of
from reviewer.ui.preferences import Preferences
from reviewer.ui.records import Records
from reviewer.ui.theme import GAP

_ITEM = Qt.ItemDataRole.UserRole
_SURE = "再点一次，全部清空"
_CLEAR = "清空全部记录"


class RecordsPage(QWidget):
    """Each choice is in force at once; `said` brings what came of it."""

    said = Signal(str)

    def __init__(self, records: Records, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("审阅记录")
        self._records = records
        self._preferences = preferences
        self.secret = QCheckBox("不保留记录")
        self.secret.setToolTip("不写入任何审阅记录和最近打开的文件；打开着的文稿，已有的记录也删去")
        about = prose(
            "处理随改随存，只存位置记号和您填写的字，不存文稿原文。勾上以后什么都不存，关闭文稿就没有了。", muted=True
        )
        self.count = QLabel()
        self.clear = QPushButton(_CLEAR)
        self.clear.setAutoDefault(False)
        self.list = QListWidget()
        self.list.setAccessibleName("所有文稿都不再提醒的")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        heading = QLabel("所有文稿都不再提醒的：")
        heading.setBuddy(self.list)
        self.restore = QPushButton("恢复提醒")
        self.restore.setAutoDefault(False)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.clear)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.secret)
        column.addWidget(about)
        column.addLayout(line)
        column.addSpacing(GAP)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.secret.toggled.connect(self._keep)
        self.clear.clicked.connect(self._clear)
        self.restore.clicked.connect(self._restore)
        self.list.itemSelectionChanged.connect(self._allow)
        preferences.changed.connect(self._show_setting)
        records.standing.changed.connect(self._fill)
        self._show_setting("keep_records")
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew, since work went on meanwhile."""
        super().showEvent(event)
        self.clear.setText(_CLEAR)
        self._count()

    def _count(self) -> None:
        count = self._records.count
        self.count.setText(f"现在存有 {count} 份文稿的记录。" if count else "现在没有存任何记录。")

    def _show_setting(self, name: str) -> None:
        if name == "keep_records":
            self.secret.setChecked(not self._preferences.settings.flag(name))

    def _keep(self, secret: bool) -> None:
        self._preferences.set("keep_records", not secret)
        if self.isVisible():
            self.said.emit("从现在起不保留记录。" if secret else "从现在起保留记录。")

    def _clear(self) -> None:
        """Clear on the second click, since there is no way back."""
        if self.clear.text() == _CLEAR:
            self.clear.setText(_SURE)
            return
        self._records.clear()
        self.clear.setText(_CLEAR)
        self._count()
        self.said.emit("审阅记录和最近打开的文件都已清空。")

    def _fill(self) -> None:
        self.list.clear()
        standing = self._records.standing.value
        for rule in sorted(standing.disabled):
            self._add(f"规则“{_name(rule)}”已停用", Standing(disabled=frozenset({rule})))
        for rule, count in sorted(Counter(rule for rule, _ in standing.ignored).items()):
            passed = frozenset(pair for pair in standing.ignored if pair[0] == rule)
            self._add(f"规则“{_name(rule)}”总是忽略 {count} 个词句", Standing(passed))
        self._allow()

    def _add(self, words: str, standing: Standing) -> None:
        item = QListWidgetItem(words)
        item.setData(_ITEM, standing)
        self.list.addItem(item)

    def _allow(self) -> None:
        self.restore.setEnabled(bool(self.list.selectedItems()))

    def _restore(self) -> None:
        for item in self.list.selectedItems():
            self._records.standing.change(NO_STANDING, item.data(_ITEM))
        self.said.emit("已恢复提醒。")


def _name(rule: str) -> str:
    known = rule_of(rule)
    return known.name if known is not None else rule
