"""The open documents as tabs above the page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QTabBar, QToolButton, QWidget

from reviewer.ui import icons
from reviewer.ui.change import Phase
from reviewer.ui.names import told_apart
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP

_WIDEST = 260
_BUSY = {Phase.LOADING: "正在打开", Phase.READING: "正在审阅"}


class DocumentTabs(QTabBar):
    """One tab a document: its name, how many findings are open in it or that it is busy, and a button that closes it.

    Hidden while there are not two. `folder_asked` brings the path of a document whose folder is to be shown.
    """

    folder_asked = Signal(str)

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._documents: list[OpenDocument] = []
        self.setObjectName("document_tabs")
        self.setAccessibleName("打开的文稿")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._on_chosen)
        self.tabMoved.connect(self._on_moved)
        session.documents_changed.connect(self.show_documents)
        self.show_documents()

    def show_documents(self) -> None:
        """Show which documents are open and how far each has come."""
        documents = list(self._session.documents)
        with QSignalBlocker(self):
            while self.count() > len(documents):
                self._take_last()
            while self.count() < len(documents):
                self._add()
            self._documents = documents
            names = told_apart([one.path or "" for one in documents])
            for number, (document, name) in enumerate(zip(documents, names, strict=True)):
                self._show_document(number, document, name)
            if self._session.current in documents:
                self.setCurrentIndex(documents.index(self._session.current))
        self.setVisible(len(documents) > 1)

    def take_colours(self) -> None:
        """Draw the buttons in the colours of the theme in force."""
        for number in range(self.count()):
            self._side(number).take_colours()

    def tabSizeHint(self, index: int) -> QSize:
        """Wide enough for the name, up to a limit."""
        size = super().tabSizeHint(index)
        return QSize(min(size.width(), _WIDEST), size.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.take_colours()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close a tab that is clicked with the wheel."""
        number = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and number >= 0:
            self._session.close(self._documents[number])
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the tab that has the focus with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex() >= 0:
            self._session.close(self._documents[self.currentIndex()])
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the tab under the pointer, or with the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        number = self.tabAt(event.pos()) if by_mouse else self.currentIndex()
        if number < 0:
            return
        place = event.pos() if by_mouse else QPoint(self.tabRect(number).bottomLeft())
        menu = self.menu(number)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    def menu(self, number: int) -> QMenu:
        """What can be done with a tab."""
        document, session = self._documents[number], self._session
        menu = QMenu(self)
        _offer(menu, "关闭(&C)", lambda: session.close(document))
        _offer(menu, "关闭其他(&O)", lambda: self._close_others(document))
        _offer(menu, "全部关闭(&A)", session.close_all)
        if document.path is not None:
            menu.addSeparator()
            path = document.path
            _offer(menu, "打开所在文件夹(&D)", lambda: self.folder_asked.emit(path))
        return menu

    def _close_others(self, kept: OpenDocument) -> None:
        for document in self._session.documents:
            if document is not kept:
                self._session.close(document)

    def _add(self) -> None:
        number = self.addTab("")
        side = _Side()
        side.close_button.clicked.connect(lambda: self._close_of(side))
        self.setTabButton(number, QTabBar.ButtonPosition.RightSide, side)

    def _take_last(self) -> None:
        last = self.count() - 1
        side = self._side(last)
        self.setTabButton(last, QTabBar.ButtonPosition.RightSide, None)
        side.hide()
        side.deleteLater()
        self.removeTab(last)

    def _show_document(self, number: int, document: OpenDocument, name: str) -> None:
        busy = _BUSY.get(document.phase, "")
        found = self._session.open_findings(document)
        state = busy or (f"{found} 处问题" if document.report is not None else "")
        self.setTabText(number, name.replace("&", "&&"))
        self.setTabToolTip(number, "\n".join(line for line in (document.path or name, state) if line))
        self.setAccessibleTabName(number, f"{name}，{state}" if state else name)
        self._side(number).say(name, "…" if busy else str(found or ""))

    def _side(self, number: int) -> "_Side":
        side = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
        assert isinstance(side, _Side)
        return side

    def _close_of(self, side: "_Side") -> None:
        number = next(n for n in range(self.count()) if self._side(n) is side)
        self._session.close(self._documents[number])

    def _on_chosen(self, number: int) -> None:
        if 0 <= number < len(self._documents):
            self._session.show(self._documents[number])

    def _on_moved(self, source: int, target: int) -> None:
        document = self._documents.pop(source)
        self._documents.insert(target, document)
        self._session.move(document, target)


class _Side(QWidget):
    """What stands behind the name in a tab: a number or a sign, and the button that closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(12, 12))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.count)
        row.addWidget(self.close_button)
        self.take_colours()

    def say(self, name: str, count: str) -> None:
        """Say the document's number or sign."""
        if self.count.text() != count:
            self.count.setText(count)
            self.count.setVisible(bool(count))
            self.resize(self.sizeHint())
        self.close_button.setAccessibleName(f"关闭 {name}")
        self.close_button.setToolTip("关闭（Ctrl+W）")

    def take_colours(self) -> None:
        """Draw the button in the colours of the theme in force."""
        self.close_button.setIcon(icons.icon("close"))


def _offer(menu: QMenu, words: str, deed: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: deed())
