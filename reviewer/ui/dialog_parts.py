"""What dialogs and pages of settings are made of: sentences that break their lines, a column, a row of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.theme import GAP
from reviewer.ui.translation import tr

_Role = QDialogButtonBox.ButtonRole


def prose(words: str = "", *, muted: bool = False) -> QLabel:
    """Plain text that breaks its lines."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if muted:
        label.setProperty("role", "muted")
    return label


def column_of(dialog: QDialog, *widgets: QWidget) -> QVBoxLayout:
    """The dialog's layout: the widgets below each other."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
    column.setSpacing(GAP)
    for widget in widgets:
        column.addWidget(widget)
    return column


def answers(dialog: QDialog, deed: str) -> tuple[QDialogButtonBox, QPushButton]:
    """A row of two buttons, to do the `deed`, by Enter too, and to leave it; and the first of them."""
    row = QDialogButtonBox()
    accept = row.addButton(deed, _Role.AcceptRole)
    accept.setDefault(True)
    row.addButton("取消", _Role.RejectRole)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row, accept


def closing(dialog: QDialog, *others: QPushButton) -> tuple[QDialogButtonBox, QPushButton]:
    """A row of a button that closes the dialog, behind `others`; and that button."""
    row = QDialogButtonBox()
    for button in others:
        row.addButton(button, _Role.ActionRole)
    close = row.addButton(tr("关闭"), _Role.RejectRole)
    row.rejected.connect(dialog.reject)
    return row, close
