"""Signs drawn by hand: severities told apart by shape and colour, and count badges."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reviewer.model.finding import Severity
from reviewer.model.verdict import State
from reviewer.ui.theme import Theme, current

_BADGE_GAP = 3
_PADDING = 4
_SIGN_GAP = 2


class BadgeKind(Enum):
    """What a badge counts."""

    FINDINGS = "处问题"
    DUTIES = "条任务"


@dataclass(frozen=True, slots=True)
class Badge:
    """A count of one kind, drawn only where it is not zero."""

    kind: BadgeKind
    count: int

    @property
    def words(self) -> str:
        """The badge as it is read aloud or told in a tooltip."""
        return f"{self.count} {self.kind.value}"


def severity_colour(severity: Severity, theme: Theme) -> QColor:
    """The colour of signs and marked words of this severity."""
    colours = {Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.INFO: theme.info}
    return QColor(colours[severity])


def severity_background(severity: Severity, theme: Theme) -> QColor:
    """The soft background under words of this severity."""
    colours = {Severity.ERROR: theme.error_soft, Severity.WARNING: theme.warning_soft, Severity.INFO: theme.info_soft}
    return QColor(colours[severity])


@contextmanager
def _scaled(painter: QPainter, rect: QRectF, units: int) -> Iterator[None]:
    """Draw smoothly in a square of so many `units` that fills `rect`; then the painter is as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / units, rect.height() / units)
    yield
    painter.restore()


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def paint_severity(painter: QPainter, rect: QRectF, severity: Severity, theme: Theme) -> None:
    """Fill the square `rect` with the sign: a disc with a cross, a triangle with a mark, an empty square with an i."""
    side = min(rect.width(), rect.height())
    square = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    with _scaled(painter, square, 16):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(severity_colour(severity, theme))
        stroke = _round_pen(QColor(theme.panel), 2)
        if severity is Severity.ERROR:
            painter.drawEllipse(QRectF(1, 1, 14, 14))
            painter.setPen(stroke)
            painter.drawLine(QPointF(5.4, 5.4), QPointF(10.6, 10.6))
            painter.drawLine(QPointF(10.6, 5.4), QPointF(5.4, 10.6))
        elif severity is Severity.WARNING:
            path = QPainterPath()
            path.addPolygon(QPolygonF([QPointF(8, 1.2), QPointF(15.4, 14.4), QPointF(0.6, 14.4)]))
            path.closeSubpath()
            painter.drawPath(path)
            painter.setPen(stroke)
            painter.drawLine(QPointF(8, 6), QPointF(8, 9.2))
            painter.drawPoint(QPointF(8, 12.2))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(severity_colour(severity, theme), 1.4))
            painter.drawRoundedRect(QRectF(1.7, 1.7, 12.6, 12.6), 3, 3)
            painter.setPen(_round_pen(severity_colour(severity, theme), 1.8))
            painter.drawPoint(QPointF(8, 4.9))
            painter.drawLine(QPointF(8, 7.8), QPointF(8, 11.4))


def paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The sign of a duty inside `rect`: a tick in a box."""
    with _scaled(painter, rect, 10):
        painter.setPen(_round_pen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.8, 0.8, 8.4, 8.4), 2, 2)
        painter.drawPolyline([QPointF(2.8, 5), QPointF(4.5, 6.7), QPointF(7.4, 3.4)])


def paint_box(painter: QPainter, rect: QRectF, theme: Theme, *, ticked: bool) -> None:
    """A box to tick that fills the square `rect`, as check boxes look."""
    with _scaled(painter, rect, 16):
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.border_strong), 1.2))
        painter.setBrush(QColor(theme.accent if ticked else theme.panel))
        painter.drawRoundedRect(QRectF(0.8, 0.8, 14.4, 14.4), 3, 3)
        if ticked:
            painter.setPen(_round_pen(QColor(theme.accent_text), 2))
            painter.drawPolyline([QPointF(4.2, 8.2), QPointF(6.9, 10.9), QPointF(11.9, 5.2)])


def paint_question(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The sign of something unsettled inside `rect`: a question mark in a ring."""
    with _scaled(painter, rect, 16):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_round_pen(colour, 1.4))
        painter.drawEllipse(QRectF(1.2, 1.2, 13.6, 13.6))
        path = QPainterPath(QPointF(5.8, 6.4))
        path.cubicTo(QPointF(5.8, 3.6), QPointF(10.4, 3.6), QPointF(10.2, 6.4))
        path.cubicTo(QPointF(10.1, 7.8), QPointF(8, 7.8), QPointF(8, 9.4))
        painter.drawPath(path)
        painter.drawPoint(QPointF(8, 11.8))


def paint_state(painter: QPainter, rect: QRectF, state: State, theme: Theme) -> None:
    """Fill the square `rect` with the sign of a decided finding: a tick where it was accepted, else a dash in a ring."""
    with _scaled(painter, rect, 16):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state in (State.ACCEPTED, State.STRUCK):
            painter.setPen(_round_pen(QColor(theme.success), 2))
            painter.drawPolyline([QPointF(2.6, 8.4), QPointF(6.4, 12.2), QPointF(13.6, 4.2)])
        else:
            painter.setPen(_round_pen(QColor(theme.muted), 1.4))
            painter.drawEllipse(QRectF(1.6, 1.6, 12.8, 12.8))
            painter.drawLine(QPointF(5, 8), QPointF(11, 8))


def paint_pencil(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The sign of something that the clerk changed inside `rect`: a pencil above its line."""
    with _scaled(painter, rect, 16):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_round_pen(colour, 1.4))
        corners = ((2.6, 12), (3.4, 8.9), (10.6, 1.7), (12.9, 4), (5.7, 11.2))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.drawLine(QPointF(8.8, 3.5), QPointF(11.1, 5.8))
        painter.drawLine(QPointF(8.4, 14.4), QPointF(13.8, 14.4))


@cache
def _severity_pixmap(severity: Severity, size: int, ratio: float, theme: Theme) -> QPixmap:
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_severity(painter, QRectF(0, 0, size, size), severity, theme)
    painter.end()
    return pixmap


def severity_pixmap(severity: Severity, size: int, ratio: float) -> QPixmap:
    """The severity's sign in the theme in force, `size` logical pixels square at device pixel ratio `ratio`."""
    return _severity_pixmap(severity, size, ratio, current())


def paint_badges(
    painter: QPainter, right: float, middle: float, badges: Sequence[Badge], font: QFont, theme: Theme
) -> float:
    """Draw the badges that count something, ending at `right`; returns where they begin.

    `font` is the row's font, the badges are a little smaller; `middle` is the vertical middle of the row.
    """
    small = badge_font(font)
    metrics = QFontMetricsF(small)
    height = metrics.height() + 2
    sign = metrics.ascent() * 0.75
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(small)
    for badge in reversed(badges):
        if not badge.count:
            continue
        finding = badge.kind is BadgeKind.FINDINGS
        colour = QColor(theme.error if finding else theme.duty)
        width = badge_width(badge, metrics)
        pill = QRectF(right - width, middle - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.error_soft if finding else theme.duty_soft))
        radius = height / 2 if finding else 4
        painter.drawRoundedRect(pill, radius, radius)
        where = QRectF(pill.left() + _PADDING, middle - sign / 2, sign, sign)
        if finding:
            _paint_wave(painter, where, colour)
        else:
            paint_tick(painter, where, colour)
        painter.setPen(colour)
        number = pill.adjusted(where.right() + _SIGN_GAP - pill.left(), 0, 0, 0)
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(badge.count))
        right = pill.left() - _BADGE_GAP
    painter.restore()
    return right


def badge_font(font: QFont) -> QFont:
    """The row's font made a little smaller."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(10, round(font.pixelSize() * 0.86)))
    else:
        small.setPointSizeF(font.pointSizeF() * 0.86)
    return small


def badge_width(badge: Badge, metrics: QFontMetricsF) -> float:
    """The width of one badge in a font of these metrics."""
    return metrics.ascent() * 0.75 + _SIGN_GAP + metrics.horizontalAdvance(str(badge.count)) + 2 * _PADDING


def _paint_wave(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The sign of a finding: a wavy line as below a marked word."""
    with _scaled(painter, rect, 10):
        painter.setPen(_round_pen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(0.5, 6.2))
        path.cubicTo(QPointF(2, 2.6), QPointF(3.4, 2.6), QPointF(5, 5.2))
        path.cubicTo(QPointF(6.6, 7.8), QPointF(8, 7.8), QPointF(9.5, 4.2))
        painter.drawPath(path)
