"""How the timeline is painted: strips with a diamond for each deadline and a ring for each recurrence."""

from calendar import monthrange

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.badges import paint_box, paint_question
from reviewer.ui.duty_cells import lead_of
from reviewer.ui.duty_timeline import Mark, Month, Pause
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.theme import GAP, Theme, current
from reviewer.ui.timeline_model import OPEN, Stretch, TimelineRole, counts, stretch_words

Index = QModelIndex | QPersistentModelIndex
SIGN = 10
"""Pixels of a diamond or ring."""
_STACKED = 4  # pixels by which the marks of one day stand above each other
_MOST = 3  # marks of one day that are drawn; the number beside them tells how many there are
_BOX = 14


def paint_mark(painter: QPainter, centre: QPointF, theme: Theme, *, repeats: bool, sure: bool = True) -> None:
    """The sign of a deadline, an upright diamond, hollow where it is not sure; of a recurrence, a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, half = QColor(theme.duty if repeats else theme.deadline), SIGN / 2
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(QColor(theme.panel) if repeats or not sure else colour)
    if repeats:
        painter.drawEllipse(centre, half - 1, half - 1)
    else:
        x, y = centre.x(), centre.y()
        corners = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def pin_at(font: QFont, row: QRect, month: Month, place: QPoint) -> int | None:
    """The day of `month` whose marks are at `place` in its strip, None where none are near."""
    ruler = _ruler(font, row)
    near = {day: abs(_x(ruler, month, day) - place.x()) for day in month.pins}
    day = min(near, key=lambda one: near[one], default=None)
    return day if day is not None and near[day] <= SIGN / 2 + 2 else None


def box_area(row: QRect) -> QRect:
    """Where a click means the box of a duty's row."""
    return QRect(row.left(), row.top(), _BOX + GAP, row.height())


def _ruler(font: QFont, row: QRect) -> QRectF:
    """The part of a strip in which the days are."""
    metrics = QFontMetrics(font)
    left = row.left() + metrics.horizontalAdvance("12月") + 2 * GAP
    right = row.right() - metrics.horizontalAdvance("00") - 2 * SIGN - 2 * GAP
    return QRectF(left, row.top(), max(right - left, 31), row.height())


def _x(ruler: QRectF, month: Month, day: int) -> float:
    days: int = monthrange(month.year, month.month)[1]
    return ruler.left() + (day - 1) * ruler.width() / (days - 1)


class TimelineDelegate(QStyledItemDelegate):
    """Paints the rows of the timeline."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and room for stacked marks for a month that has days to show, one line for the rest."""
        line, stretch = option.fontMetrics.height(), index.data(TimelineRole.STRETCH)
        if not isinstance(stretch, Month):
            return QSize(80, line + GAP + 2)
        return QSize(80, 2 * line + 2 * GAP if stretch.pins or _is_new_year(index) else line + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A strip, a line for months without anything, or a duty."""
        theme, state = current(), option.state
        rect = QRectF(option.rect)
        painter.save()
        paint_row_state(
            painter,
            rect.adjusted(0, 1, -2, -1),
            theme,
            selected=bool(state & QStyle.StateFlag.State_Selected),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        stretch = index.data(TimelineRole.STRETCH)
        if isinstance(stretch, Month):
            _paint_month(painter, option, stretch, theme, first=_is_new_year(index))
        elif stretch is not None:
            _paint_stretch(painter, option, stretch, theme)
        else:
            _paint_duty(painter, option, index, theme)
        painter.restore()


def _is_new_year(index: Index) -> bool:
    above = index.sibling(index.row() - 1, 0).data(TimelineRole.STRETCH) if index.row() else None
    month = index.data(TimelineRole.STRETCH)
    return not isinstance(above, Month) or above.year != month.year


def _small(font: QFont) -> QFont:
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(font.pointSizeF() * 0.85)
    else:
        smaller.setPixelSize(round(font.pixelSize() * 0.85))
    return smaller


def _paint_month(painter: QPainter, option: QStyleOptionViewItem, month: Month, theme: Theme, *, first: bool) -> None:
    row = option.rect
    small = _small(option.font)
    ruler = _ruler(option.font, row)
    base = _base(option, month, new_year=first)
    label = QRect(row.left() + GAP // 2, row.top(), round(ruler.left()) - row.left() - GAP, row.height())
    flag = Qt.AlignmentFlag
    if first:
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        year = label.adjusted(0, 0, GAP, round(base) - option.fontMetrics.height() // 2 - row.bottom())
        painter.drawText(year, flag.AlignLeft | flag.AlignBottom, str(month.year))
    painter.setFont(strong(option.font))
    painter.setPen(QColor(theme.text if month.marks else theme.muted))
    label.moveCenter(QPoint(label.center().x(), base))
    painter.drawText(label, flag.AlignLeft | flag.AlignVCenter, f"{month.month}月")
    painter.setPen(QPen(QColor(theme.border_strong), 1))
    painter.drawLine(QPointF(ruler.left(), base), QPointF(ruler.right(), base))
    for day in (1, 11, 21, monthrange(month.year, month.month)[1]):
        x = _x(ruler, month, day)
        painter.drawLine(QPointF(x, base), QPointF(x, base + 3))
    painter.setFont(small)
    said = ruler.left() - GAP
    for day, marks in month.pins.items():
        said = _paint_pin(painter, QPointF(_x(ruler, month, day), base), day, marks, said, theme)
    _paint_counts(painter, option, month.marks, base, theme)


def _base(option: QStyleOptionViewItem, month: Month, *, new_year: bool) -> int:
    """The height of the line of days: with room for numbers below it where there are any."""
    if month.pins or new_year:
        return int(option.rect.bottom()) - QFontMetrics(_small(option.font)).height() - GAP // 2
    return int(option.rect.center().y())


def _paint_pin(painter: QPainter, foot: QPointF, day: int, marks: tuple[Mark, ...], said: float, theme: Theme) -> float:
    """The marks of one day stacked, how many they are above, the day below where there is room right of `said`."""
    drawn = marks if len(marks) <= _MOST else (*marks[: _MOST - 1], marks[-1])
    for place, mark in reversed(list(enumerate(drawn))):
        centre = QPointF(foot.x(), foot.y() - SIGN / 2 - place * _STACKED)
        paint_mark(painter, centre, theme, repeats=mark.repeats, sure=mark.sure)
    metrics, flag = painter.fontMetrics(), Qt.AlignmentFlag
    painter.setPen(QColor(theme.text))
    if len(marks) > 1:
        top = foot.y() - SIGN - (len(drawn) - 1) * _STACKED
        painter.drawText(
            QRectF(foot.x() - 20, top - metrics.height(), 40, metrics.height()), flag.AlignCenter, str(len(marks))
        )
    width = metrics.horizontalAdvance(str(day))
    if foot.x() - width / 2 <= said:
        return said
    painter.setPen(QColor(theme.muted))
    painter.drawText(QRectF(foot.x() - 20, foot.y() + 2, 40, metrics.height()), flag.AlignCenter, str(day))
    return foot.x() + width / 2 + 2


def _paint_counts(
    painter: QPainter, option: QStyleOptionViewItem, marks: tuple[Mark, ...], middle: int, theme: Theme
) -> None:
    """How many deadlines and recurrences there are, at the right end of the strip."""
    painter.setFont(option.font)
    flag, row, height = Qt.AlignmentFlag, option.rect, option.fontMetrics.height()
    right = row.right() - GAP // 2
    number = option.fontMetrics.horizontalAdvance("00")
    shown = [(repeats, count) for repeats, count in enumerate(counts(marks)) if count]
    top = middle - height * len(shown) / 2
    for place, (repeats, count) in enumerate(shown):
        line = QRectF(right - number, top + place * height, number, height)
        paint_mark(painter, QPointF(line.left() - SIGN / 2 - 3, line.center().y()), theme, repeats=bool(repeats))
        painter.setPen(QColor(theme.text))
        painter.drawText(line, flag.AlignRight | flag.AlignVCenter, str(count))


def _paint_stretch(painter: QPainter, option: QStyleOptionViewItem, stretch: Stretch, theme: Theme) -> None:
    flag, room = Qt.AlignmentFlag, option.rect.adjusted(GAP // 2, 0, -GAP // 2, 0)
    if isinstance(stretch, Month | Pause):
        words, colour, font = stretch_words(stretch), theme.muted, option.font
    else:
        words, colour, font = OPEN, theme.text, strong(option.font)
        painter.setPen(QColor(theme.text))
        painter.drawText(room, flag.AlignRight | flag.AlignVCenter, str(len(stretch)))
        paint_question(painter, QRectF(room.left(), room.center().y() - 7, 14, 14), QColor(theme.warning))
        room.setLeft(room.left() + 14 + GAP // 2)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(room, flag.AlignLeft | flag.AlignVCenter, words)


def _paint_duty(painter: QPainter, option: QStyleOptionViewItem, index: Index, theme: Theme) -> None:
    mark, duty = index.data(TimelineRole.MARK), index.data(TimelineRole.DUTY)
    flag, metrics = Qt.AlignmentFlag, option.fontMetrics
    room = option.rect.adjusted(2, 0, -GAP // 2, 0)
    ticked = index.data(Qt.ItemDataRole.CheckStateRole)
    if ticked is not None:
        box = QRectF(room.left() + 2, room.center().y() - _BOX / 2 + 1, _BOX, _BOX)
        paint_box(painter, box, theme, ticked=ticked is Qt.CheckState.Checked)
    room.setLeft(room.left() + _BOX + GAP)
    paint_mark(
        painter, QPointF(room.left() + SIGN / 2, room.center().y() + 1), theme, repeats=mark.repeats, sure=mark.sure
    )
    room.setLeft(room.left() + SIGN + GAP // 2)
    day = QRect(room.left(), room.top(), metrics.horizontalAdvance("每季度末"), room.height())
    painter.setFont(option.font)
    painter.setPen(QColor(theme.muted))
    when = metrics.elidedText(index.data(TimelineRole.DAY), Qt.TextElideMode.ElideRight, day.width())
    painter.drawText(day, flag.AlignLeft | flag.AlignVCenter, when)
    room.setLeft(day.right() + GAP // 2)
    lead = metrics.elidedText(lead_of(duty), Qt.TextElideMode.ElideRight, room.width() * 2 // 5)
    painter.drawText(room, flag.AlignRight | flag.AlignVCenter, lead)
    room.setRight(room.right() - metrics.horizontalAdvance(lead) - GAP)
    painter.setPen(QColor(theme.text if duty.listed else theme.muted))
    title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, flag.AlignLeft | flag.AlignVCenter, title)
