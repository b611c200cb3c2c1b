"""A page that cannot be written on: its paper, its width, and which place of the text lies where."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QTextBlock, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reviewer.ui import theme
from reviewer.ui.marks import Place
from reviewer.ui.speech_document import SpeechDocument
from reviewer.ui.typography import PageSetup, Typography

_SHORT = 20_000  # characters that Qt sets anew within a frame; longer texts are filled in once more, slice by slice
_REFIT = 200  # milliseconds after the last change of the window's width before the text is set anew to fit it


class SpeechPage(QTextEdit):
    """Lies in the middle of the desk, as wide as its setup says; Ctrl and the wheel ask for another zoom.

    `refit` says that the text is to be set anew, since it was set for another width; `recoloured` that the theme changed.
    """

    zoom_stepped = Signal(int)
    escaped = Signal()
    refit = Signal()
    recoloured = Signal()

    def __init__(self, setup: PageSetup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = SpeechDocument(self)
        self._setup = setup
        self._typography = Typography(setup.fitted(self.width()))
        self._colours: theme.Theme | None = None
        self._refit_timer = QTimer(self)
        self._refit_timer.setSingleShot(True)
        self._refit_timer.setInterval(_REFIT)
        self._refit_timer.timeout.connect(self._say_refit)
        self.setDocument(self._document.qt)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # A width of its own keeps Qt from setting the whole text anew whenever the window changes.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self._take_colours()

    @property
    def filling(self) -> bool:
        """Whether text is still being laid out."""
        return self._document.filling

    def places_in(self, rect: QRect) -> tuple[Place, Place]:
        """The first and the last place in a rectangle of the viewport."""
        first = self.cursorForPosition(rect.topLeft()).position()
        last = self.cursorForPosition(rect.bottomRight()).position()
        return self._document.place(first), self._document.place(last)

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """Paragraph and code-point offset of the character under a point of the viewport, None beside the text."""
        shifted = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(shifted, Qt.HitTestAccuracy.ExactHit)
        if position < 0 or not self._document.paragraphs:
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        if self.cursorRect(cursor).left() > point.x() and not cursor.atBlockStart():
            position -= 1
        return self._document.place(position)

    def blocks_in(self, rect: QRect) -> Iterator[tuple[QTextBlock, int, QRectF]]:
        """Block, paragraph and viewport rectangle of each block that touches `rect`, from top to bottom."""
        if not self._document.paragraphs:
            return
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(self.viewport().width() // 2, rect.top())).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            place = layout.blockBoundingRect(block).translated(0, -scrolled)
            if place.top() > rect.bottom():
                return
            paragraph = self._document.paragraph_of(block)
            if paragraph is not None and block.isVisible() and block.layout().lineCount():
                yield block, paragraph, place
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        self.place_page()
        if self._must_refit():
            self._refit_timer.start()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_colours()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is for whoever set the page in an unusual way."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def place_page(self) -> None:
        """Give the page its width, and the desk the rest."""
        room = self._room()
        side = max(0, (room - self._typography.page_width) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
        if self.lineWrapColumnOrWidth() != self._page_width() and self.document().characterCount() < _SHORT:
            self.setLineWrapColumnOrWidth(self._page_width())

    def _use(self, setup: PageSetup) -> None:
        """Take this setup for the text that is filled in next."""
        self._setup = setup
        self._typography = Typography(setup.fitted(self._room()))

    def _room(self) -> int:
        """The width for page and desk, in pixels."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _page_width(self) -> int:
        return min(self._room(), self._typography.page_width)

    def _must_refit(self) -> bool:
        """Whether the text is set for another width than there is by now."""
        fitted = self._setup.fitted(self._room()) == self._typography.setup
        return not fitted or self.lineWrapColumnOrWidth() != self._page_width()

    def _say_refit(self) -> None:
        if self._must_refit():
            self.refit.emit()

    def _take_colours(self) -> None:
        wanted = theme.current()
        if wanted != self._colours:
            self._colours = wanted
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Base, wanted.page)
            palette.setColor(QPalette.ColorRole.Window, wanted.desk)
            palette.setColor(QPalette.ColorRole.Text, wanted.text)
            self.setPalette(palette)
            self.recoloured.emit()
