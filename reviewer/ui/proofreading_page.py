"""How many doubtful slips the clerk wants to see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from reviewer.store.settings import SETTINGS
from reviewer.ui.preferences import Preferences
from reviewer.ui.theme import GAP

_SETTING = "strictness"
_ABOUT = "有些错字各条规则都不认得，程序按词语的搭配来推断。“一般”只提示把握较大的；“严格”多查一些，也会多提示一些其实没有错的。"


class ProofreadingPage(QWidget):
    """The choice is in force at once."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        setting = next(setting for setting in SETTINGS if setting.name == _SETTING)
        self.strictness = QComboBox()
        self.strictness.setAccessibleName(setting.text)
        for value, words in setting.choices.items():
            self.strictness.addItem(words, value)
        about = QLabel(_ABOUT)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(f"{setting.text}：", self.strictness)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(about)
        column.addLayout(form)
        column.addStretch(1)
        self.strictness.activated.connect(lambda _row: preferences.set(_SETTING, self.strictness.currentData()))
        preferences.changed.connect(lambda _name: self._show())
        self._show()

    def _show(self) -> None:
        chosen = self._preferences.settings.words(_SETTING)
        self.strictness.setCurrentIndex(self.strictness.findData(chosen))
