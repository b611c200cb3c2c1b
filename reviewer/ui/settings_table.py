"""A page of settings made from the table: a box, a number or a choice for each, in force at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.store.settings import PAGES, SETTINGS, Setting, Value, part_name
from reviewer.ui.preferences import Preferences
from reviewer.ui.theme import GAP
from reviewer.ui.translation import tr

_STEP = 10
_ACROSS = 4
Show = Callable[[], None]


class SettingsTable(QScrollArea):
    """The settings whose `page` is this one; `fields` are their controls by name."""

    def __init__(self, page: str, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._settings = {setting.name: setting for setting in SETTINGS if setting.page == page}
        self._shows: dict[str, Show] = {}
        self.fields: dict[str, QWidget] = {}
        self._rows: dict[str, QWidget] = {}
        self.setAccessibleName(tr(PAGES[page]))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form = QFormLayout()
        self._form.setSpacing(GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for setting in self._settings.values():
            self._add(setting)
        self.restore = QPushButton(tr("恢复默认"))
        self.restore.setAccessibleName(f"{tr(PAGES[page])} {tr('恢复默认')}")
        self.restore.setToolTip("这一页的设置都回到最初的样子")
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self._restore)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.restore)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addLayout(below)
        self.setWidget(inner)
        preferences.changed.connect(self._show)
        for show in self._shows.values():
            show()

    def narrow(self, words: str) -> bool:
        """Show only the settings that speak of `words`; returns whether there are any."""
        hits = {name for name, setting in self._settings.items() if words.lower() in _said(setting)}
        for name, row in self._rows.items():
            self._form.setRowVisible(row, name in hits)
        self.restore.setVisible(not words)
        return bool(hits)

    def _add(self, setting: Setting) -> None:
        if setting.parts:
            field = self._boxes(setting)
        elif isinstance(setting.default, bool):
            field = self._box(setting)
        else:
            field = self._choice(setting) if setting.choices else self._number(setting)
        field.setAccessibleName(tr(setting.text))
        field.setAccessibleDescription(tr(setting.note))
        self.fields[setting.name] = field
        self._rows[setting.name] = row = _with_note(field, setting.note) if setting.note else field
        if isinstance(setting.default, bool) or setting.parts:
            self._form.addRow(row)
        else:
            label = QLabel(f"{tr(setting.text)}：")
            label.setBuddy(field)
            label.setMinimumHeight(field.sizeHint().height())
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, GAP // 2, GAP, 0)
            self._form.addRow(label, row)

    def _box(self, setting: Setting) -> QWidget:
        box = QCheckBox(tr(setting.text))
        box.toggled.connect(partial(self._set, setting.name))
        self._shows[setting.name] = lambda: box.setChecked(self._preferences.flag(setting.name))
        return box

    def _number(self, setting: Setting) -> QWidget:
        field = QSpinBox()
        field.lineEdit().setTextMargins(GAP // 2, 0, 0, 0)  # no style sheet moves the words of a spin box
        field.setRange(setting.least, setting.most)
        field.setSingleStep(_STEP)
        field.setMinimumWidth(field.sizeHint().width() + 3 * GAP)
        field.valueChanged.connect(partial(self._set, setting.name))
        self._shows[setting.name] = lambda: field.setValue(self._preferences.settings.number(setting.name))
        return field

    def _choice(self, setting: Setting) -> QWidget:
        field = QComboBox()
        for value, words in setting.choices.items():
            field.addItem(tr(words), value)
        field.activated.connect(lambda _row: self._set(setting.name, field.currentData()))
        self._shows[setting.name] = lambda: field.setCurrentIndex(
            field.findData(self._preferences.settings.words(setting.name))
        )
        return field

    def _boxes(self, setting: Setting) -> QWidget:
        group = QGroupBox(tr(setting.text))
        grid = QGridLayout(group)
        boxes = {part: QCheckBox(part_name(part)) for part in setting.parts}

        def keep() -> None:
            self._set(setting.name, "+".join(part for part, box in boxes.items() if not box.isChecked()))

        def show() -> None:
            out = self._preferences.settings.left_out(setting.name)
            for part, box in boxes.items():
                box.setChecked(part not in out)

        for number, box in enumerate(boxes.values()):
            box.clicked.connect(keep)
            grid.addWidget(box, number // _ACROSS, number % _ACROSS)
        self._shows[setting.name] = show
        return group

    def _set(self, name: str, value: Value) -> None:
        self._preferences.set(name, value)

    def _show(self, name: str) -> None:
        if name in self._shows:
            self._shows[name]()

    def _restore(self) -> None:
        for setting in self._settings.values():
            self._preferences.set(setting.name, setting.default)


def _with_note(field: QWidget, note: str) -> QWidget:
    label = QLabel(tr(note))
    label.setProperty("role", "muted")
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP // 2)
    if isinstance(field, QGroupBox):
        column.addWidget(field)
    else:
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(label)
    return both


def _said(setting: Setting) -> str:
    parts = (part_name(part) for part in setting.parts)
    said = (setting.text, setting.note, *setting.choices.values())
    return "\n".join((*map(tr, said), *parts)).lower()
