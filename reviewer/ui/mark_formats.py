"""How marks look in the text: each by its shape, the colour only helps."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen, QTextCharFormat

from reviewer.ui.marks import MarkLook
from reviewer.ui.theme import Theme

_Underline = QTextCharFormat.UnderlineStyle


@cache
def mark_format(look: MarkLook, theme: Theme) -> QTextCharFormat:
    """Error: red wave on a tint; warning: amber wave; info: dots; advert: struck out on hatching; duty: a tint;
    deadline: a solid line under coloured words; accepted and struck: pale and struck out; remark: dashes."""
    form = QTextCharFormat()
    if look is MarkLook.ERROR:
        _underline(form, _Underline.WaveUnderline, theme.error)
        form.setBackground(QColor(theme.error_soft))
    elif look is MarkLook.WARNING:
        _underline(form, _Underline.WaveUnderline, theme.warning)
    elif look is MarkLook.INFO:
        _underline(form, _Underline.DotLine, theme.info)
    elif look is MarkLook.ADVERT:
        form.setFontStrikeOut(True)
        form.setForeground(QColor(theme.advert))
        form.setBackground(QBrush(QColor(theme.advert_soft), Qt.BrushStyle.BDiagPattern))
    elif look in (MarkLook.ACCEPTED, MarkLook.STRUCK):
        form.setFontStrikeOut(True)
        form.setForeground(QColor(theme.muted))
    elif look is MarkLook.REMARK:
        _underline(form, _Underline.DashUnderline, theme.accent)
    elif look is MarkLook.DUTY:
        form.setBackground(QColor(theme.duty_soft))
    else:
        _underline(form, _Underline.SingleUnderline, theme.deadline)
        form.setForeground(QColor(theme.deadline))
        form.setBackground(QColor(theme.deadline_soft))
    return form


@cache
def current_format(theme: Theme) -> QTextCharFormat:
    """The stretch that the clerk looks at: a yellow ground in a frame."""
    form = QTextCharFormat()
    form.setBackground(QColor(theme.current))
    form.setProperty(QTextCharFormat.Property.OutlinePen, QPen(QColor(theme.accent), 1))
    return form


@cache
def found_format(theme: Theme) -> QTextCharFormat:
    """A match of the find bar."""
    form = QTextCharFormat()
    form.setBackground(QColor(theme.accent_soft))
    form.setProperty(QTextCharFormat.Property.OutlinePen, QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine))
    return form


def _underline(form: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, colour: str) -> None:
    form.setUnderlineStyle(style)
    form.setUnderlineColor(QColor(colour))
