"""The office's own units, as a text of one unit a line."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.model.office import Office
from reviewer.store import office as store
from reviewer.ui.dialog_parts import prose
from reviewer.ui.references import References
from reviewer.ui.theme import GAP

_ABOUT = "每行一个单位：全称在前，后面写简称，用空格隔开。列在这里的单位认得更准，清单的备注里会注明规范名称。"
_EXAMPLE = "市市场监督管理局　市市场监管局　市场监管局\n市发展和改革委员会　市发改委"


class OfficePage(QWidget):
    """Nothing is in force before it is saved; what is not saved yet stays until the program ends."""

    said = Signal(str)

    def __init__(self, references: References, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._references = references
        about = prose(_ABOUT)
        self.names = QPlainTextEdit(store.as_text(references.office()))
        self.names.setAccessibleName("本单位的单位名单")
        self.names.setAccessibleDescription(_ABOUT)
        self.names.setPlaceholderText(_EXAMPLE)
        self.names.setTabChangesFocus(True)
        about.setBuddy(self.names)
        self.take = QPushButton("从 Excel 导入…")
        self.take.setToolTip("工作簿的第一列是单位全称，后面各列是简称")
        self.save = QPushButton("保存")
        self.save.setAccessibleName("保存单位名单")
        for button in (self.take, self.save):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.take)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(about)
        column.addWidget(self.names, 1)
        column.addLayout(row)
        self.take.clicked.connect(self._import)
        self.save.clicked.connect(self._save)
        references.imported.connect(self._join)

    def ask_file(self) -> str:
        """The list that the clerk chooses, "" for none."""
        kinds = "单位名单 (*.xlsx *.txt);;所有文件 (*)"
        return QFileDialog.getOpenFileName(self, "导入单位名单", "", kinds)[0]

    def _import(self) -> None:
        path = self.ask_file()
        if path:
            self._references.import_units(path)

    def _join(self, imported: Office) -> None:
        """Put what was read behind what stands there."""
        joined = store.parse(f"{self.names.toPlainText()}\n{store.as_text(imported)}")
        self.names.setPlainText(store.as_text(joined))
        self.said.emit(f"读到 {len(imported.units)} 个单位。核对后请点“保存”。")

    def _save(self) -> None:
        office = store.parse(self.names.toPlainText())
        self.names.setPlainText(store.as_text(office))
        self._references.set_office(office)
        self.said.emit(f"已保存 {len(office.units)} 个单位，现在就按新名单审阅。")
