"""How one finding is painted in the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.model.finding import Finding
from reviewer.model.verdict import State, Verdict
from reviewer.ui.badges import paint_severity, paint_state, paint_tick, severity_background, severity_colour
from reviewer.ui.finding_words import state_words, suggestion_words
from reviewer.ui.findings_model import FindingsRole, Quotation, rule_name
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.theme import GAP, Theme, current

Index = QModelIndex | QPersistentModelIndex
_SIGN = 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FindingCard(QStyledItemDelegate):
    """Sign, rule and place; the marked words in their sentence; the message; the first suggestion."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A header is one line high, a card three or four; nothing is measured."""
        finding = index.data(FindingsRole.FINDING)
        line = option.fontMetrics.height() + 4
        if finding is None:
            return QSize(80, line + GAP)
        offers = finding.suggestions and index.data(FindingsRole.VERDICT).state is State.OPEN
        return QSize(80, (4 if offers else 3) * line + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row in the colours of the theme in force."""
        painter.save()
        rect = QRectF(option.rect)
        finding = index.data(FindingsRole.FINDING)
        if finding is None:
            self._paint_header(painter, rect, option.font, index)
        else:
            state = option.state
            paint_row_state(
                painter,
                rect.adjusted(0, 2, -2, -2),
                current(),
                selected=bool(state & QStyle.StateFlag.State_Selected),
                hovered=bool(state & QStyle.StateFlag.State_MouseOver),
                focused=bool(state & QStyle.StateFlag.State_HasFocus),
            )
            self._paint_card(painter, rect.adjusted(GAP + 2, GAP, -GAP - 2, -GAP), option.font, finding, index)
        painter.restore()

    def _paint_header(self, painter: QPainter, rect: QRectF, font: QFont, index: Index) -> None:
        theme = current()
        rect = rect.adjusted(GAP // 2, GAP // 2, -GAP, 0)
        painter.setFont(strong(font))
        painter.setPen(QColor(theme.muted))
        count = str(index.data(FindingsRole.COUNT))
        metrics = QFontMetricsF(strong(font))
        room = rect.width() - metrics.horizontalAdvance(count) - 3 * GAP
        drawn = _draw(painter, QRectF(rect.left(), rect.top(), room, rect.height()), index.data(FindingsRole.HEADER))
        painter.drawText(rect, _RIGHT, count)
        left = rect.left() + drawn + GAP
        right = rect.right() - metrics.horizontalAdvance(count) - GAP
        painter.setPen(QPen(QColor(theme.border), 1))
        if right > left:
            painter.drawLine(QPointF(left, rect.center().y()), QPointF(right, rect.center().y()))

    def _paint_card(self, painter: QPainter, rect: QRectF, font: QFont, finding: Finding, index: Index) -> None:
        theme = current()
        verdict: Verdict = index.data(FindingsRole.VERDICT)
        height = QFontMetricsF(font).height() + 4
        line = QRectF(rect.left(), rect.top(), rect.width(), height)
        self._paint_head(painter, line, font, finding, index)
        line.adjust(_SIGN + GAP, 0, 0, 0)
        line.translate(0, height)
        _paint_quotation(painter, line, font, index.data(FindingsRole.QUOTATION), finding, verdict, theme)
        line.translate(0, height)
        painter.setFont(font)
        if verdict.state is not State.OPEN:
            painter.setPen(QColor(theme.muted))
            _draw(painter, line, state_words(verdict))
            return
        painter.setPen(QColor(theme.text))
        _draw(painter, line, finding.message)
        if finding.suggestions:
            line.translate(0, height)
            self._paint_suggestion(painter, line, font, finding.suggestions, theme)

    def _paint_head(self, painter: QPainter, line: QRectF, font: QFont, finding: Finding, index: Index) -> None:
        """Sign, rule and place; a tick stands before the place."""
        theme = current()
        state = index.data(FindingsRole.VERDICT).state
        sign = QRectF(line.left(), line.center().y() - _SIGN / 2, _SIGN, _SIGN)
        if state is State.OPEN:
            paint_severity(painter, sign, finding.severity, theme)
        else:
            paint_state(painter, sign, state, theme)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        place = index.data(FindingsRole.PLACE)
        painter.drawText(line, _RIGHT, place)
        room = QFontMetricsF(font).horizontalAdvance(place) + GAP
        if index.data(FindingsRole.TICKED):
            room += _SIGN
            paint_tick(painter, QRectF(line.right() - room, line.center().y() - 7, 14, 14), QColor(theme.accent))
            room += GAP
        painter.setFont(strong(font))
        painter.setPen(QColor(theme.text if state is State.OPEN else theme.muted))
        _draw(painter, line.adjusted(_SIGN + GAP, 0, -room, 0), rule_name(finding))

    def _paint_suggestion(
        self, painter: QPainter, line: QRectF, font: QFont, suggestions: tuple[str, ...], theme: Theme
    ) -> None:
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(theme.muted))
        head = "改为" if suggestions[0] else "建议删去"
        more = f"等 {len(suggestions)} 种" if len(suggestions) > 1 else ""
        painter.drawText(line, _LEFT, head)
        line = line.adjusted(metrics.horizontalAdvance(head) + GAP, 0, 0, 0)
        painter.setPen(QColor(theme.success))
        painter.setFont(strong(font))
        words = suggestion_words(suggestions[0])
        room = metrics.horizontalAdvance(more) + GAP if more else 0
        drawn = _draw(painter, line.adjusted(0, 0, -room, 0), words)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(line.adjusted(drawn + GAP, 0, 0, 0), _LEFT, more)


def _draw(painter: QPainter, rect: QRectF, words: str) -> float:
    """Draw `words` on one line, cut short where they don't fit; returns the width drawn."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def _paint_quotation(
    painter: QPainter,
    line: QRectF,
    font: QFont,
    quoted: Quotation,
    finding: Finding,
    verdict: Verdict,
    theme: Theme,
) -> None:
    """The marked words in as much of their sentence as fits: tinted and underlined, or struck out once decided."""
    plain, heavy = QFontMetricsF(font), QFontMetricsF(strong(font))
    marked = heavy.elidedText(quoted.marked, Qt.TextElideMode.ElideMiddle, line.width() * 0.8)
    room = line.width() - heavy.horizontalAdvance(marked)
    tail = min(plain.horizontalAdvance(quoted.after), room * 0.5)
    before = plain.elidedText(quoted.before, Qt.TextElideMode.ElideLeft, room - tail)
    after = plain.elidedText(quoted.after, Qt.TextElideMode.ElideRight, room - plain.horizontalAdvance(before))
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    painter.drawText(line, _LEFT, before)
    spot = QRectF(line)
    spot.setLeft(line.left() + plain.horizontalAdvance(before))
    spot.setWidth(heavy.horizontalAdvance(marked))
    is_open = verdict.state is State.OPEN
    colour = severity_colour(finding.severity, theme) if is_open else QColor(theme.muted)
    if is_open:
        painter.fillRect(spot.adjusted(0, 1, 0, -1), severity_background(finding.severity, theme))
        painter.fillRect(QRectF(spot.left(), spot.bottom() - 2.5, spot.width(), 1.5), colour)
    painter.setFont(strong(font))
    painter.setPen(colour)
    painter.drawText(spot, _LEFT, marked)
    if verdict.state in (State.ACCEPTED, State.STRUCK):
        painter.fillRect(QRectF(spot.left(), spot.center().y(), spot.width(), 1.2), colour)
    line = line.adjusted(spot.right() - line.left(), 0, 0, 0)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    painter.drawText(line, _LEFT, after)
