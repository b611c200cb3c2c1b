"""Many findings decided at once, looked through beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from reviewer.exports.places import place_names
from reviewer.model.report import Report
from reviewer.ui.dialog_parts import answers, column_of, prose
from reviewer.ui.findings_model import quotation

_SIZE = (620, 420)
_AROUND = 8  # characters shown at both sides of the marked words
_INDEX = Qt.ItemDataRole.UserRole


class BulkDialog(QDialog):
    """Lists findings with a tick each; what stays ticked is accepted, or ignored."""

    def __init__(
        self, report: Report, indices: Sequence[int], *, accepting: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._deed = "采纳" if accepting else "忽略"
        self.setWindowTitle(f"批量{self._deed}")
        self.setAccessibleName(f"批量{self._deed}")
        self.explanation = prose(
            "下面各处都改成“改为”一栏的样子。不想改的，去掉前面的勾。"
            if accepting
            else "下面各处都保持原样，不再提醒。要留着看的，去掉前面的勾。"
        )
        self.list = QTreeWidget()
        self.list.setAccessibleName(f"要{self._deed}的各处")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(["位置", "原文", "改为"] if accepting else ["位置", "原文", "问题"])
        self._fill(report, indices, accepting)
        buttons, self.accept_button = answers(self, "")
        column_of(self, self.explanation, self.list, buttons)
        self.resize(*_SIZE)
        self.list.itemChanged.connect(self._count)
        self._count()
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.list.setFocus()

    @property
    def chosen(self) -> list[int]:
        """The indices of the findings that are ticked."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [
            item.data(0, _INDEX) for item in items if item is not None and item.checkState(0) is Qt.CheckState.Checked
        ]

    def _fill(self, report: Report, indices: Sequence[int], accepting: bool) -> None:
        places = place_names(report.document)
        items = []
        for index in indices:
            finding = report.findings[index]
            quoted = quotation(report.document, finding.span)
            before, after = quoted.before[-_AROUND:], quoted.after[:_AROUND]
            better = finding.message
            if accepting and finding.suggestions:
                better = f"{before}{finding.suggestions[0]}{after}".strip() or "（全部删去）"
            item = QTreeWidgetItem([places[finding.span.paragraph], f"{before}{quoted.marked}{after}", better])
            item.setData(0, _INDEX, index)
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setToolTip(1, f"{quoted.before}{quoted.marked}{quoted.after}")
            items.append(item)
        self.list.addTopLevelItems(items)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setColumnWidth(1, 240)

    def _count(self) -> None:
        count = len(self.chosen)
        self.accept_button.setText(f"{self._deed} {count} 处")
        self.accept_button.setEnabled(bool(count))
