"""The help: pages that ship as Markdown, with a list of contents and a search."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from reviewer import resource
from reviewer.model.finding import Severity
from reviewer.ui.badges import severity_pixmap
from reviewer.ui.pane_parts import ListOrWords, SearchLine
from reviewer.ui.theme import GAP, current

PAGES = (
    "quick-start",
    "findings",
    "documents",
    "reading",
    "marks",
    "duties",
    "export",
    "copies",
    "layout",
    "settings",
    "shortcuts",
    "faq",
    "comparison",
    "support",
    "rules",
    "changes",
)
_PLACE = Qt.ItemDataRole.UserRole
_SETTLED = 150  # milliseconds after which a window that was drawn to another width stays as it is


@dataclass(frozen=True, slots=True)
class Section:
    """A second-level heading with the Markdown below it; "" for what stands above the first one."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the help; `name` is the file's without its ending."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


@cache
def pages() -> tuple[Page, ...]:
    """All pages that ship, in the order in which they are read."""
    return tuple(_page(name) for name in PAGES if resource.path(f"help/{name}.md").is_file())


def _page(name: str) -> Page:
    markdown = resource.read_text(f"help/{name}.md")
    head, *rest = f"\n{markdown}".split("\n## ")
    title, _, opening = head.strip().partition("\n")
    sections = [Section("", opening)]
    for part in rest:
        heading, _, body = part.partition("\n")
        sections.append(Section(heading.strip(), body))
    return Page(name, title.removeprefix("# ").strip(), markdown, tuple(sections))


class HelpWindow(QWidget):
    """A window of its own beside the main one; F1 brings it to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用帮助")
        self.setAccessibleName("使用帮助")
        self._page = ""
        self.contents = QTreeWidget()
        self.contents.setAccessibleName("目录")
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(2 * GAP)
        self.contents.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.search = SearchLine("在帮助中查找", "在帮助中查找", self.contents)
        self.browser = _HelpBrowser()
        self._stack = ListOrWords(self.contents, "目录")
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(GAP, GAP, GAP, GAP)
        left.setSpacing(GAP)
        left.addWidget(self.search)
        left.addWidget(self._stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.browser)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([240, 760])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.resize(1020, 700)
        self.search.textChanged.connect(self._fill)
        self.contents.currentItemChanged.connect(self._on_current)
        self.browser.anchorClicked.connect(self._on_link)
        self._fill()
        self.show_page(PAGES[0])

    @property
    def words(self) -> str:
        """What is said in place of the contents, "" while they are shown."""
        return self._stack.words

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    def show_page(self, name: str, section: str = "") -> None:
        """Show a page, at the heading `section` if that is given."""
        page = next((page for page in pages() if page.name == name), None)
        if page is None:
            return
        if name != self._page:
            self._page = name
            self.browser.show_markdown(page.markdown)
        self._mark_in_contents((name, section))
        self.browser.go_to(section)
        self.browser.highlight(self.search.text().strip())

    def _mark_in_contents(self, place: tuple[str, str]) -> None:
        items = QTreeWidgetItemIterator(self.contents)
        while (item := items.value()) is not None:
            if tuple(item.data(0, _PLACE)) == place:
                with QSignalBlocker(self.contents):
                    self.contents.setCurrentItem(item)
                return
            items += 1

    def _fill(self) -> None:
        """List all pages, or the pages and sections that hold the words searched for."""
        words = self.search.text().strip().lower()
        self.contents.clear()
        for page in pages():
            found = [s for s in page.sections if words in f"{s.title}\n{s.text}".lower()]
            if words and not found and words not in page.title.lower():
                continue
            item = self._add(self.contents, page.title, (page.name, ""))
            for section in found:
                if section.title:
                    self._add(item, section.title, (page.name, section.title))
            item.setExpanded(bool(words) or page.name == self._page)
        first = self.contents.topLevelItem(0)
        self._stack.show_words("帮助里没有这个词，换个说法试试。" if first is None else "")
        if words and first is not None:
            self.show_page(*(first.child(0) or first).data(0, _PLACE))
        else:
            self.browser.highlight(words)

    def _add(self, above: QTreeWidget | QTreeWidgetItem, title: str, place: tuple[str, str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [title])
        item.setData(0, _PLACE, place)
        item.setSizeHint(0, QSize(80, self.fontMetrics().height() + GAP))
        item.setToolTip(0, title)
        return item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            item.setExpanded(True)
            self.show_page(*item.data(0, _PLACE))

    def _on_link(self, url: QUrl) -> None:
        self.show_page(url.path().removesuffix(".md"))


class _HelpBrowser(QTextBrowser):
    """Markdown with air between the lines, pictures as wide as the page.

    `icon:error` in it is the sign that the list of findings uses.
    """

    def __init__(self) -> None:
        self._markdown = ""
        super().__init__()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self._show_again)
        self.setAccessibleName("帮助内容")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setSearchPaths([str(resource.path("help"))])
        self.document().setDocumentMargin(3 * GAP)

    def show_markdown(self, markdown: str) -> None:
        """Show the text from its top."""
        self._markdown = markdown
        self.setMarkdown(markdown)
        airy = QTextBlockFormat()
        airy.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)
        tight = QTextBlockFormat()
        tight.setTopMargin(0)
        tight.setBottomMargin(0)
        block = self.document().begin()
        while block.isValid():
            if block.textList() is not None:
                QTextCursor(block).mergeBlockFormat(tight)
            block = block.next()

    def go_to(self, heading: str) -> None:
        """Scroll so that `heading` is the first line, or to the top where it is "" or missing."""
        block = self.document().begin()
        while block.isValid():
            if heading and block.blockFormat().headingLevel() and block.text() == heading:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - GAP)
                return
            block = block.next()
        self.verticalScrollBar().setValue(0)

    def highlight(self, words: str) -> None:
        """Tint each place where `words` stand."""
        selections = []
        cursor = QTextCursor(self.document())
        while words and not (cursor := self.document().find(words, cursor)).isNull():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(QColor(current().current))
            selections.append(selection)
        self.setExtraSelections(selections)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._markdown:
            self._show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if ".png)" in self._markdown and event.size().width() != event.oldSize().width():
            self._settled.start()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if url.scheme() == "icon":
            return severity_pixmap(Severity(url.path()), 16, self.devicePixelRatioF())
        if url.path().endswith(".png"):
            return self._picture(url.path())
        return super().loadResource(kind, name)

    def _show_again(self) -> None:
        place = self.verticalScrollBar().value()
        self.show_markdown(self._markdown)
        self.verticalScrollBar().setValue(place)

    def _picture(self, name: str) -> QImage:
        """A picture of the help, made smaller where it is wider than the page."""
        picture = QImage(str(resource.path(f"help/{name}")))
        ratio = self.devicePixelRatioF()
        bar = self.verticalScrollBar().sizeHint().width()  # which comes and goes while the text is laid out
        room = self.width() - bar - 2 * self.document().documentMargin()
        width = min(picture.width(), round(max(room, 200) * ratio))
        picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture
