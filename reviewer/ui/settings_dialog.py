"""What the clerk tells the program about her office, and how it looks and reads."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.ui.general_page import GeneralPage
from reviewer.ui.holidays_page import HolidaysPage
from reviewer.ui.layout_page import LayoutPage
from reviewer.ui.office_page import OfficePage
from reviewer.ui.preferences import Preferences
from reviewer.ui.proofreading_page import ProofreadingPage
from reviewer.ui.records import Records
from reviewer.ui.records_page import RecordsPage
from reviewer.ui.references import References
from reviewer.ui.terms_page import TermsPage
from reviewer.ui.theme import GAP
from reviewer.ui.updates_page import UpdatesPage

_SIZE = (560, 460)


class SettingsDialog(QDialog):
    """A page for each matter; below them one line says what came of the last deed."""

    def __init__(
        self, references: References, preferences: Preferences, records: Records, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("设置")
        self.setAccessibleName("设置")
        self.office = OfficePage(references)
        self.terms = TermsPage(references)
        self.holidays = HolidaysPage(references)
        self.layout_check = LayoutPage(references, preferences)
        self.records = RecordsPage(records, preferences)
        self.proofreading = ProofreadingPage(preferences)
        self.general = GeneralPage(preferences)
        self.pages = QTabWidget()
        self.pages.setAccessibleName("设置的分页")
        self.pages.setDocumentMode(True)
        self.updates = UpdatesPage(preferences.folder)
        pages = (
            (self.office, "本单位"),
            (self.terms, "用词"),
            (self.holidays, "放假安排"),
            (self.layout_check, "公文版式"),
            (self.records, "审阅记录"),
            (self.proofreading, "校对"),
            (self.general, "朗读和外观"),
            (self.updates, "更新"),
        )
        for page, name in pages:
            self.pages.addTab(page, name)
        self.status = QLabel()
        self.status.setAccessibleName("结果")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setContentsMargins(GAP, 0, GAP, 0)
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, 2 * GAP)
        column.setSpacing(GAP)
        for widget in (self.pages, self.status, buttons):
            column.addWidget(widget)
        self.office.said.connect(self._say)
        self.terms.said.connect(self._say)
        self.holidays.said.connect(self._say)
        self.layout_check.said.connect(self._say)
        self.records.said.connect(self._say)
        self.updates.said.connect(self._say)
        self.updates.failed.connect(self._say_failure)
        references.failed.connect(self._say_failure)
        self.pages.currentChanged.connect(lambda _page: self.status.clear())
        self.resize(*_SIZE)

    def _say(self, words: str) -> None:
        self.status.setText(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.status, QAccessible.Event.Alert))

    def _say_failure(self, error: ReviewerError) -> None:
        self._say(f"没有成功：{error.sentence}")
