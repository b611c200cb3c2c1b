"""Asks the clerk for her own words about a place in the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from reviewer.ui.dialog_parts import answers, column_of
from reviewer.ui.theme import GAP

_WIDTH = 440
_LINES = 4
_LONGEST = 2000  # characters


class WordsDialog(QDialog):
    """Shows `about` (HTML) above a field that begins with `words`; one line, or several where the words are prose.

    Without words it can only be accepted where `may_be_empty`.
    """

    def __init__(
        self,
        title: str,
        about: str,
        question: str,
        deed: str,
        words: str = "",
        *,
        several_lines: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._may_be_empty = may_be_empty
        self.about = QLabel(about)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.about.setWordWrap(True)
        label = QLabel(question)
        self.field: QLineEdit | QPlainTextEdit = QPlainTextEdit() if several_lines else QLineEdit()
        self.field.setAccessibleName(question.rstrip("：？"))
        if isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(words)
            self.field.setTabChangesFocus(True)
            self.field.setFixedHeight(_LINES * QFontMetrics(self.field.font()).lineSpacing() + 2 * GAP)
        else:
            self.field.setMaxLength(_LONGEST)
            self.field.setText(words)
        self.field.selectAll()
        label.setBuddy(self.field)
        buttons, self.accept_button = answers(self, deed)
        self.field.textChanged.connect(self._allow)
        column_of(self, self.about, label, self.field, buttons)
        self.setMinimumWidth(_WIDTH)
        self._allow()
        self.field.setFocus()

    @property
    def words(self) -> str:
        """What is in the field; blanks at the ends of prose are left out."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText().strip()[:_LONGEST]
        return self.field.text()

    def _allow(self) -> None:
        self.accept_button.setEnabled(self._may_be_empty or bool(self.words.strip()))
