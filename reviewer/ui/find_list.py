"""Every match of a search, each with the words around it and the part that it stands in."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.model.span import Span
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP, current

_ROWS = 7
_AROUND = 60  # characters told on either side of a match
_PLACE_SHARE = 0.3  # of the row's width, at most, for the name of the part
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Matches(QAbstractListModel):
    """The matches as rows; what a row says is worked out when it is painted."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self._session = session
        self.spans: Sequence[Span] = ()

    def show_matches(self, spans: Sequence[Span]) -> None:
        self.beginResetModel()
        self.spans = tuple(spans)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.spans)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        document = self._session.document
        if document is None or not index.isValid() or self.spans[index.row()].paragraph >= len(document.texts):
            return None
        span = self.spans[index.row()]
        text = document.texts[span.paragraph]
        before = text[max(0, span.start - _AROUND) : span.start].lstrip()
        parts = (before, text[span.start : span.end], text[span.end : span.end + _AROUND])
        if role == Qt.ItemDataRole.UserRole:
            return parts
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(parts)
        if role == Qt.ItemDataRole.StatusTipRole:
            return self._part_of(span)
        return None

    def _part_of(self, span: Span) -> str:
        outline = self._session.outline
        path = outline.path(span.paragraph, span.start) if outline is not None else ()
        return path[-1] if path else f"第 {span.paragraph + 1} 段"


class FindList(QListView):
    """The matches; arrows, Enter and clicks go there. `left` says that the clerk wants back to the search line."""

    left = Signal()

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._matches = _Matches(session)
        self.setModel(self._matches)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName("查到的地方")
        self.setUniformItemSizes(True)
        self.setProperty("role", "drawer")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFixedHeight(_ROWS * (self.fontMetrics().height() + GAP) + 2)
        self.clicked.connect(self._go_to)
        self.activated.connect(self._go_to)

    def show_matches(self, spans: Sequence[Span]) -> None:
        """List these matches."""
        self._matches.show_matches(spans)

    def show_current(self, row: int) -> None:
        """Choose the match that the reader went to."""
        index = self._matches.index(row)
        if index.isValid():
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the first row and Esc go back to the search line."""
        first = event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0
        if first or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, chosen: _Index, before: _Index) -> None:
        """Let the page follow the arrows."""
        super().currentChanged(chosen, before)
        if self.hasFocus():
            self._go_to(chosen)

    def _go_to(self, index: _Index) -> None:
        if index.isValid():
            self._session.request_place(self._matches.spans[index.row()])


class _Row(QStyledItemDelegate):
    """The part's name at the right; at the left the match, strong, among the words around it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours, state, rect = current(), option.state, QRectF(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        paint_row_state(painter, rect, colours, selected=selected, hovered=hovered, focused=focused)
        parts = index.data(Qt.ItemDataRole.UserRole)
        if parts is None:
            return
        painter.save()
        rect.adjust(2 * GAP, 0, -2 * GAP, 0)
        metrics = QFontMetricsF(option.font)
        place = metrics.elidedText(
            index.data(Qt.ItemDataRole.StatusTipRole), Qt.TextElideMode.ElideRight, rect.width() * _PLACE_SHARE
        )
        painter.setFont(option.font)
        painter.setPen(QColor(colours.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, place)
        rect.setRight(rect.right() - metrics.horizontalAdvance(place) - 2 * GAP)
        before, match, after = parts
        heavy = QFontMetricsF(strong(option.font))
        match = heavy.elidedText(match, Qt.TextElideMode.ElideRight, rect.width() * 0.6)
        room = rect.width() - heavy.horizontalAdvance(match)
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, room / 2)
        after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(before))
        for words, font, colour in (
            (before, option.font, colours.text),
            (match, strong(option.font), colours.accent),
            (after, option.font, colours.text),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, words)
            rect.setLeft(rect.left() + QFontMetricsF(font).horizontalAdvance(words))
        painter.restore()
