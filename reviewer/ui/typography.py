"""The page in pixels and fonts: after GB/T 9704—2012, 三号 body of 28 characters a line, drawn to fit a screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextLength,
    QTextTableFormat,
)

from reviewer.ui import fonts, theme
from reviewer.ui.speech_looks import Look

_BODY_PIXELS = 20  # 三号 is 16 pt, 21 px at 96 dpi; one less leaves room for the panes at 1366 × 768
STANDARD_LINE = 28
"""Characters a line after GB/T 9704—2012."""
_NARROWEST = 12
_LEFT, _RIGHT = 3.2, 2.6  # margins of the page, in characters
_LINE = 1.75
_ALOUD_LINE = 2.0
_CELL_LINE = 1.4
_ALOUD = 1.5  # times the size, for who reads the page standing at a lectern

_FAMILIES = {
    Look.TITLE: fonts.TITLE,
    Look.BYLINE: fonts.KAI,
    Look.HEADING_1: fonts.BLACK,
    Look.HEADING_2: fonts.KAI,
}
_SIZES = {Look.TITLE: 1.375, Look.CELL: 0.85, Look.GRID: 0.85, Look.ASIDE: 0.85}
_WEIGHTS = {
    Look.TITLE: QFont.Weight.Bold,
    Look.HEADING_1: QFont.Weight.Medium,
    Look.HEADING_2: QFont.Weight.DemiBold,
    Look.HEADING_3: QFont.Weight.Bold,
    Look.POINT: QFont.Weight.Bold,
}
_CENTRED = frozenset({Look.TITLE, Look.BYLINE, Look.CENTRED})
_INDENTED = frozenset({Look.BODY, Look.HEADING_1, Look.HEADING_2, Look.HEADING_3})


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How the clerk wants the page: `zoom` in per cent, `line` characters a line, 0 for as many as fit.

    `aloud` sets it large and wide, to be read aloud from. `font` is a key of `fonts.PAGE`.
    """

    zoom: int = 100
    line: int = STANDARD_LINE
    aloud: bool = False
    font: str = "fangsong"

    @property
    def em(self) -> int:
        """The width of a character of the body, in pixels."""
        return max(6, round(_BODY_PIXELS * self.zoom / 100 * (_ALOUD if self.aloud else 1)))

    def fitted(self, room: int) -> "PageSetup":
        """This setup with a number of characters a line for a page of at most `room` pixels."""
        if self.line and not self.aloud:
            return self
        fitting = max(_NARROWEST, int(room / self.em - _LEFT - _RIGHT))
        return replace(self, line=min(STANDARD_LINE, fitting) if self.aloud else fitting)


class Typography:
    """Formats and measures of the page of one setup, whose line must have a number of characters."""

    def __init__(self, setup: PageSetup) -> None:
        self.setup = setup
        self.em = setup.em
        self.margin_top = round(self.em * 2.6)
        self.margin_left = round(self.em * _LEFT)
        self.margin_right = round(self.em * _RIGHT)
        self.text_width = self.em * setup.line + 2
        self.page_width = self.margin_left + self.text_width + self.margin_right
        self._characters = {look: self._character_format(look) for look in Look}
        self._blocks = {(look, 0): self._block_format(look, 0) for look in Look}

    def body_font(self) -> QFont:
        """The document's default font."""
        font = QFont()
        font.setFamilies(fonts.families(fonts.PAGE[self.setup.font]))
        font.setPixelSize(self.em)
        return font

    def load_fonts(self) -> None:
        """Have Qt find and load all fonts of the page now, before the first text needs them."""
        for form in self._characters.values():
            QFontMetricsF(form.font()).horizontalAdvance("公文")

    def characters(self, look: Look) -> QTextCharFormat:
        """The character format of a look."""
        return self._characters[look]

    def block(self, look: Look, spaces: int = 0) -> QTextBlockFormat:
        """The block format of a look for a paragraph that begins with so many full-width spaces."""
        key = (look, spaces if look in _INDENTED else 0)
        if key not in self._blocks:
            self._blocks[key] = self._block_format(*key)
        return self._blocks[key]

    @property
    def cell_padding(self) -> float:
        """What lies between the words of a cell and its edges, in pixels."""
        return self.em * 0.25

    @property
    def gap(self) -> QTextBlockFormat:
        """The format of an empty block that is to be seen as nothing."""
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def table(self, shares: Sequence[int]) -> QTextTableFormat:
        """The format of a table whose columns have these shares of the width, in per cent."""
        made = QTextTableFormat()
        percent = QTextLength.Type.PercentageLength
        made.setWidth(QTextLength(percent, 100))
        made.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
        made.setBorder(1)
        made.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QColor(theme.current().border_strong))
        made.setBorderCollapse(True)
        made.setCellSpacing(0)
        made.setCellPadding(self.cell_padding)
        return made

    def _character_format(self, look: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontFamilies(fonts.families(_FAMILIES.get(look, fonts.PAGE[self.setup.font])))
        made.setProperty(QTextCharFormat.Property.FontPixelSize, round(self.em * _SIZES.get(look, 1.0)))
        if look in _WEIGHTS:
            made.setFontWeight(_WEIGHTS[look])
        return made

    def _block_format(self, look: Look, spaces: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        leading = _CELL_LINE if look is Look.GRID else _ALOUD_LINE if self.setup.aloud else _LINE
        line = self.em * leading * _SIZES.get(look, 1.0)
        made.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if look in _CENTRED:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif look is Look.RIGHT:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if look in _INDENTED:
            made.setTextIndent(self.em * max(0, 2 - spaces))
        if look is Look.TITLE:
            made.setBottomMargin(self.em * 0.3)
        elif look is Look.HEADING_1:
            made.setTopMargin(self.em * 0.5)
        elif look in (Look.CELL, Look.ASIDE):
            made.setLeftMargin(self.em * 0.6)
            made.setRightMargin(self.em * 0.6)
            made.setTopMargin(self.em * 0.2)
            made.setBottomMargin(self.em * 0.2)
        return made
