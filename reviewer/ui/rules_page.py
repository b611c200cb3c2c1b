"""Every rule with its explanation, whether it speaks, and how seriously it is taken."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.model.finding import Severity
from reviewer.model.standing import NO_STANDING, Standing
from reviewer.rules.registry import RULES
from reviewer.rules.rule import Rule
from reviewer.store import severities
from reviewer.ui.dialog_parts import prose
from reviewer.ui.pane_parts import Detail, detail_html, list_above_detail, muted
from reviewer.ui.preferences import Preferences
from reviewer.ui.standing_orders import StandingOrders
from reviewer.ui.theme import GAP
from reviewer.words import CATEGORY, SEVERITY

_RULE = Qt.ItemDataRole.UserRole
_SETTING = "rule_severities"
_RESTORE = "全部恢复原样"
_SURE = "再点一次，全部恢复"


class RulesPage(QWidget):
    """A tree of rules by category; a tick is a rule that speaks. Each choice is in force at once."""

    said = Signal(str)

    def __init__(self, standing: StandingOrders, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("规则")
        self._standing = standing
        self._preferences = preferences
        about = prose("打勾的规则才查；选中一条看说明，也可以改它的轻重。")
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("审阅规则")
        self.tree.setProperty("role", "field")
        self.tree.setHeaderLabels(["规则", "轻重"])
        self.tree.header().setAccessibleName("规则的列")
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(2 * GAP)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        self._fill()
        self.detail = Detail("规则的说明", self._tell)
        self.weight = QComboBox()
        self.weight.setAccessibleName("这条规则的轻重")
        self.weight.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        weight = QLabel("这条规则的轻重：")
        weight.setBuddy(self.weight)
        self.restore = QPushButton(_RESTORE)
        self.restore.setToolTip("所有规则都查，轻重照程序原定的")
        self.restore.setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(weight)
        below.addWidget(self.weight)
        below.addStretch(1)
        below.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(about)
        both = list_above_detail(self.tree, self.detail)
        both.setSizes([240, 170])
        column.addWidget(both, 1)
        column.addLayout(below)
        self.tree.itemChanged.connect(self._on_ticked)
        self.tree.currentItemChanged.connect(self._on_current)
        self.weight.activated.connect(self._weigh)
        self.restore.clicked.connect(self._restore)
        standing.changed.connect(self._show)
        preferences.changed.connect(self._on_preference)
        self._show()
        self.tree.setCurrentItem(next(iter(self._items.values())))

    def narrow(self, words: str) -> bool:
        """Show only the rules that speak of `words`; returns whether there are any."""
        wanted = words.lower()
        for rule in RULES:
            self._items[rule.id].setHidden(wanted not in _said(rule))
        for group in self._groups:
            children = [group.child(n) for n in range(group.childCount())]
            group.setHidden(all(child is None or child.isHidden() for child in children))
            group.setExpanded(bool(words))
        shown = [item for item in self._items.values() if not item.isHidden()]
        current = self.tree.currentItem()
        if words and shown and (current is None or current.isHidden() or current.data(0, _RULE) is None):
            self.tree.setCurrentItem(shown[0])
        return bool(shown)

    def item(self, rule: str) -> QTreeWidgetItem:
        """The row of the rule with this id."""
        return self._items[rule]

    def _fill(self) -> None:
        for category, words in CATEGORY.items():
            rules = [rule for rule in RULES if rule.category is category]
            if not rules:
                continue
            group = QTreeWidgetItem(self.tree, [words])
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            self._groups.append(group)
            for rule in rules:
                item = QTreeWidgetItem(group, [rule.name])
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setData(0, _RULE, rule)
                self._items[rule.id] = item

    def _severities(self) -> dict[str, Severity]:
        return severities.parse(self._preferences.settings.words(_SETTING))

    def _current(self) -> Rule | None:
        item = self.tree.currentItem()
        found = item.data(0, _RULE) if item is not None else None
        return found if isinstance(found, Rule) else None

    def _show(self) -> None:
        silent, given = self._standing.value.disabled, self._severities()
        with QSignalBlocker(self.tree):
            for rule in RULES:
                item = self._items[rule.id]
                item.setCheckState(0, Qt.CheckState.Unchecked if rule.id in silent else Qt.CheckState.Checked)
                changed = given.get(rule.id, rule.severity) is not rule.severity
                item.setText(1, SEVERITY[given.get(rule.id, rule.severity)] + ("（改过）" if changed else ""))
        self.tree.viewport().update()
        self.restore.setEnabled(bool(silent or given))
        self.restore.setText(_RESTORE)

    def _on_preference(self, name: str) -> None:
        if name == _SETTING:
            self._show()
            self._on_current()

    def _on_ticked(self, _item: QTreeWidgetItem) -> None:
        """Put out of force what lost its tick and back in force what got one, be it one rule or a category."""
        silent = frozenset(rule.id for rule in RULES if self._items[rule.id].checkState(0) is Qt.CheckState.Unchecked)
        before = self._standing.value.disabled
        if silent != before:
            self._standing.change(Standing(disabled=silent - before), Standing(disabled=before - silent))
            changed = len(silent ^ before)
            self.said.emit(f"已停用 {changed} 条规则。" if silent > before else f"已启用 {changed} 条规则。")

    def _on_current(self, *_items: QTreeWidgetItem | None) -> None:
        rule = self._current()
        self.weight.clear()
        self.weight.setEnabled(rule is not None)
        if rule is not None:
            for severity in Severity:
                own = "（原定）" if severity is rule.severity else ""
                self.weight.addItem(f"{SEVERITY[severity]}{own}", severity)
            self.weight.setCurrentIndex(list(Severity).index(self._severities().get(rule.id, rule.severity)))
        self.detail.refresh()

    def _weigh(self) -> None:
        rule = self._current()
        if rule is None:
            return
        severity = list(Severity)[self.weight.currentIndex()]
        given = {**self._severities(), rule.id: severity}
        if severity is rule.severity:
            del given[rule.id]
        self._preferences.set(_SETTING, severities.as_text(given))
        self.said.emit(f"“{rule.name}”现在是“{SEVERITY[severity]}”。")

    def _restore(self) -> None:
        """Restore on the second click, since there is no way back."""
        if self.restore.text() == _RESTORE:
            self.restore.setText(_SURE)
            return
        self._preferences.set(_SETTING, "")
        self._standing.change(NO_STANDING, Standing(disabled=self._standing.value.disabled))
        self.restore.setText(_RESTORE)
        self.said.emit("所有规则都恢复了原样。")

    def _tell(self) -> str:
        rule = self._current()
        if rule is None:
            return ""
        example = rule.bad[0]
        told = (
            ("是什么", rule.what),
            ("为什么", rule.why),
            ("例子", example.text.replace("\n", " ⏎ ") + (f" → {example.better}" if example.better else "")),
            ("怎么改", rule.instead),
            ("依据", rule.standard),
        )
        rest = [f"{muted(f'{head}：')}{escape(text)}" for head, text in told if text]
        return detail_html([f"<b>{escape(rule.name)}</b>　{muted(rule.id)}", *rest])


def _said(rule: Rule) -> str:
    return f"{rule.name}\n{rule.id}\n{rule.what}\n{CATEGORY[rule.category]}".lower()
