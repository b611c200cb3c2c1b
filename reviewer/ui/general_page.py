"""How fast a speech is read, how the window looks, and what it begins with."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from reviewer.store.settings import SETTINGS
from reviewer.ui.preferences import Preferences
from reviewer.ui.theme import GAP

_STEP = 10


class GeneralPage(QWidget):
    """Each choice is in force at once."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        speed, look, again = (
            next(setting for setting in SETTINGS if setting.name == name)
            for name in ("reading_speed", "theme", "restore_documents")
        )
        self.speed = QSpinBox()
        self.speed.setRange(speed.least, speed.most)
        self.speed.setSingleStep(_STEP)
        self.speed.setAccessibleName(speed.text)
        self.look = QComboBox()
        self.look.setAccessibleName(look.text)
        for value, words in look.choices.items():
            self.look.addItem(words, value)
        self.speed.setMinimumHeight(self.look.sizeHint().height())
        form = QFormLayout(self)
        form.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        form.setSpacing(GAP)
        form.addRow(f"{speed.text}：", self.speed)
        form.addRow(f"{look.text}：", self.look)
        self.again = QCheckBox(again.text)
        form.addRow("", self.again)
        for name in ("reading_speed", "theme", "restore_documents"):
            self._show(name)
        self.speed.valueChanged.connect(lambda value: preferences.set("reading_speed", value))
        self.look.activated.connect(lambda _row: preferences.set("theme", self.look.currentData()))
        self.again.toggled.connect(lambda on: preferences.set("restore_documents", on))
        preferences.changed.connect(self._show)

    def _show(self, name: str) -> None:
        settings = self._preferences.settings
        if name == "reading_speed":
            self.speed.setValue(settings.number("reading_speed"))
        elif name == "restore_documents":
            self.again.setChecked(settings.flag("restore_documents"))
        elif name == "theme":
            self.look.setCurrentIndex(self.look.findData(settings.words("theme")))
