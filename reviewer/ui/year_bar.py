"""The document's year in one line, with a way to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from reviewer.model.time import YearSource
from reviewer.ui import labels
from reviewer.ui.session import Change, DocumentSession
from reviewer.ui.theme import GAP

_FIRST, _LAST = 1949, 2100


class YearBar(QWidget):
    """Says which year dates are counted from and why; asks for it where the text doesn't say.

    Hidden while there is no report.
    """

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("文件年份")
        self.session = session
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.edit = _YearEdit()
        self.edit.setAccessibleName("文件年份")
        self.label.setBuddy(self.edit)
        self.change = QPushButton("改为…")
        self.change.setAccessibleName("改文件年份")
        self.accept = QPushButton("确定")
        self.accept.setAccessibleName("确定年份")
        self.revert = QPushButton("按文中推算")
        self.revert.setToolTip("不用填写的年份，重新从文中找")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.label, 1)
        for control in (self.edit, self.accept, self.change, self.revert):
            row.addWidget(control)
        self.change.clicked.connect(self._begin)
        self.accept.clicked.connect(self._commit)
        self.edit.returnPressed.connect(self._commit)
        self.edit.given_up.connect(self._show)
        self.edit.textChanged.connect(self._check)
        self.revert.clicked.connect(self._revert)
        session.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, change: Change) -> None:
        if change.report or change.options:
            self._show()

    def _show(self) -> None:
        report = self.session.report
        self.setVisible(report is not None)
        if report is None:
            return
        dating = report.dating
        asking = dating.year is None
        self.label.setText(labels.year_sentence(dating) + ("年份：" if asking else ""))
        self.edit.clear()
        self._arrange(editing=asking, given=dating.source is YearSource.CALLER)

    def _arrange(self, *, editing: bool, given: bool) -> None:
        self.edit.setVisible(editing)
        self.accept.setVisible(editing)
        self.change.setVisible(not editing)
        self.revert.setVisible(given and not editing and self.session.options.year is not None)
        self._check()

    def _begin(self) -> None:
        report = self.session.report
        self._arrange(editing=True, given=False)
        self.edit.setText(str(report.dating.year) if report and report.dating.year else "")
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self.accept.setEnabled(self.edit.year is not None)

    def _commit(self) -> None:
        if self.edit.year is not None:
            self.session.set_year(self.edit.year)
            self._show()

    def _revert(self) -> None:
        self.session.set_year(None)


class _YearEdit(QLineEdit):
    """Four digits, also full-width ones as Chinese input methods write them."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(4)
        self.setPlaceholderText("年份")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00000000"))

    @property
    def year(self) -> int | None:
        """The year written, None where it is none that a document could have."""
        text = self.text()
        year = int(text) if text.isdecimal() else 0
        return year if _FIRST <= year <= _LAST else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
