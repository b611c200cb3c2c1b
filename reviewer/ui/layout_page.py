"""Whether and by what the layout of Word documents is checked."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.errors import ReviewerError
from reviewer.store.settings import SETTINGS
from reviewer.ui.dialog_parts import prose
from reviewer.ui.preferences import Preferences
from reviewer.ui.references import References
from reviewer.ui.theme import GAP

_SETTING = "layout_check"
_ABOUT = (
    "公文格式的国家标准是 GB/T 9704—2012：页边距、标题和正文的字体字号、行距、段首空字、页码、附件、署名和日期。"
    "讲话稿等不按公文格式排的文稿，默认不查。查出的问题属于“格式”一类。"
)
_OWN = "本单位的版式与标准不同时，先另存自带的版式文件，用记事本改好数值，再在这里选用。"
_FILES = "版式文件 (*.toml);;所有文件 (*)"


class LayoutPage(QWidget):
    """The choice is in force at once; a profile that is taken over takes the place of the one before."""

    said = Signal(str)

    def __init__(self, references: References, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._references = references
        self._preferences = preferences
        setting = next(setting for setting in SETTINGS if setting.name == _SETTING)
        self.check = QComboBox()
        self.check.setAccessibleName(setting.text)
        for value, words in setting.choices.items():
            self.check.addItem(words, value)
        self.own = QLabel()
        self.own.setTextFormat(Qt.TextFormat.PlainText)
        self.take = QPushButton("选用版式文件…")
        self.save = QPushButton("另存自带的版式文件…")
        buttons = QHBoxLayout()
        for button in (self.take, self.save):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(f"{setting.text}：", self.check)
        form.addRow("本单位的版式：", self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(prose(_ABOUT))
        column.addLayout(form)
        column.addWidget(prose(_OWN))
        column.addLayout(buttons)
        column.addStretch(1)
        self.check.activated.connect(lambda _row: preferences.set(_SETTING, self.check.currentData()))
        self.take.clicked.connect(self._take)
        self.save.clicked.connect(self._save)
        preferences.changed.connect(lambda _name: self._show())
        references.layout_taken.connect(self._on_taken)
        self._show()

    def ask_file(self) -> str:
        """The profile that the clerk chooses, "" for none."""
        return QFileDialog.getOpenFileName(self, "选用版式文件", "", _FILES)[0]

    def ask_target(self) -> str:
        """Where the shipped profile is to go, "" for nowhere."""
        return QFileDialog.getSaveFileName(self, "另存版式文件", "本单位版式.toml", _FILES)[0]

    def _take(self) -> None:
        if path := self.ask_file():
            self._references.take_layout(path)

    def _save(self) -> None:
        from reviewer.store import layout

        if target := self.ask_target():
            try:
                layout.save_standard(Path(target))
            except ReviewerError as error:
                self.said.emit(f"没有成功：{error.sentence}")
            else:
                self.said.emit("已另存。用记事本打开，改好后再选用。")

    def _on_taken(self) -> None:
        self._preferences.set(_SETTING, "own")
        self._show()
        self.said.emit("已选用，现在就按本单位的版式检查。")

    def _show(self) -> None:
        self.check.setCurrentIndex(self.check.findData(self._preferences.settings.words(_SETTING)))
        own = self._references.own_layout()
        self.own.setText(own.name if own is not None else "还没有选用，按国家标准查")
