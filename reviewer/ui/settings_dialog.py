"""Everything that the clerk can set, on pages, with one search over all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.errors import ReviewerError
from reviewer.store.settings import PAGES
from reviewer.ui.dialog_parts import closing, prose
from reviewer.ui.holidays_page import HolidaysPage
from reviewer.ui.layout_page import LayoutPage
from reviewer.ui.office_page import OfficePage
from reviewer.ui.pane_parts import ListOrWords, SearchLine
from reviewer.ui.preferences import Preferences
from reviewer.ui.records import Records
from reviewer.ui.records_page import RecordsPage
from reviewer.ui.references import References
from reviewer.ui.rules_page import RulesPage
from reviewer.ui.settings_table import SettingsTable
from reviewer.ui.terms_page import TermsPage
from reviewer.ui.theme import GAP
from reviewer.ui.translation import tr
from reviewer.ui.updates_page import UpdatesPage

_SIZE = (820, 640)
_PAGE = Qt.ItemDataRole.UserRole
_NOTHING = "没有这样的设置，换个说法试试。"


class SettingsDialog(QDialog):
    """A list of pages, and the page that is chosen; below them one line says what came of the last deed."""

    def __init__(
        self, references: References, preferences: Preferences, records: Records, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("设置"))
        self.setAccessibleName("设置")
        self.tables = {name: SettingsTable(name, preferences) for name in PAGES}
        self.rules = RulesPage(records.standing, preferences)
        self.layout_check = LayoutPage(references, preferences)
        self.office = OfficePage(references)
        self.terms = TermsPage(references)
        self.holidays = HolidaysPage(references)
        self.records = RecordsPage(records, preferences)
        self.updates = UpdatesPage(preferences.folder)
        self.list = QListWidget()
        self.list.setAccessibleName("设置的分页")
        self.search = SearchLine(tr("查找设置"), tr("查找设置"), self.list)
        self._list_or_words = ListOrWords(self.list, "设置的分页")
        self.pages = QStackedWidget()
        stays = self.pages.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self.pages.setSizePolicy(stays)
        self._add_pages()
        self.status = prose()
        self.status.setAccessibleName("结果")
        buttons, self.close_button = closing(self)
        self.close_button.setAutoDefault(False)
        self._lay_out(buttons)
        for page in (self.rules, self.terms, self.layout_check, self.office, self.holidays, self.records, self.updates):
            page.said.connect(self._say)
        self.updates.failed.connect(self._say_failure)
        references.failed.connect(self._say_failure)
        self.list.currentItemChanged.connect(self._show_page)
        self.pages.currentChanged.connect(lambda _page: self.status.clear())
        self.search.textChanged.connect(self._narrow)
        self.list.setCurrentRow(0)
        self.search.setFocus()
        self.resize(*_SIZE)

    def show_page(self, page: QWidget) -> None:
        """Go to one of the pages."""
        self.list.setCurrentRow(self.pages.indexOf(page))

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self.search)
        side.addWidget(self._list_or_words, 1)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        across.addLayout(side, 1)
        across.addWidget(self.pages, 4)
        below = QHBoxLayout()
        below.setContentsMargins(GAP, 0, GAP, 0)
        below.addWidget(self.status, 1)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(across, 1)
        column.addLayout(below)

    def _add_pages(self) -> None:
        """List the pages as the clerk reads them."""
        for page, name in (
            (self.tables["look"], PAGES["look"]),
            (self.tables["marks"], PAGES["marks"]),
            (self.tables["proofreading"], PAGES["proofreading"]),
            (self.rules, "规则"),
            (self.terms, "用词"),
            (self.layout_check, "公文版式"),
            (self.office, "本单位"),
            (self.holidays, "放假安排"),
            (self.tables["checklist"], PAGES["checklist"]),
            (self.tables["general"], PAGES["general"]),
            (self.records, "审阅记录"),
            (self.updates, "更新"),
        ):
            self.pages.addWidget(page)
            item = QListWidgetItem(tr(name), self.list)
            item.setData(_PAGE, page)

    def _show_page(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pages.setCurrentWidget(item.data(_PAGE))

    def _narrow(self) -> None:
        """List only the pages that speak of the words searched for, and on them only what does."""
        words = self.search.text().strip()
        hits = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            hit = _narrowed(item.data(_PAGE), item.text(), words)
            item.setHidden(not hit)
            if hit:
                hits.append(item)
        self._list_or_words.show_words("" if hits else tr(_NOTHING))
        self.pages.setVisible(bool(hits))
        if hits and self.list.currentItem() not in hits:
            self.list.setCurrentItem(hits[0])

    def _say(self, words: str) -> None:
        self.status.setText(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.status, QAccessible.Event.Alert))

    def _say_failure(self, error: ReviewerError) -> None:
        self._say(f"没有成功：{error.sentence}")


def _narrowed(page: QWidget, title: str, words: str) -> bool:
    """Narrow `page` to what speaks of `words`, all of it where its title does; returns whether anything is left."""
    if isinstance(page, SettingsTable | RulesPage):
        return page.narrow("" if words in title else words)
    labels, buttons = page.findChildren(QLabel), page.findChildren(QAbstractButton)
    said = [title, *(label.text() for label in labels), *(f"{b.text()}{b.toolTip()}" for b in buttons)]
    return any(words in one for one in said)
