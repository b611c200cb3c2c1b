"""The page in pixels and fonts: after GB/T 9704—2012, 三号 body of 28 characters a line, drawn to fit a screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from reviewer.ui import fonts
from reviewer.ui.speech_looks import Look

_BODY_PIXELS = 20  # 三号 is 16 pt, 21 px at 96 dpi; one less leaves room for the panes at 1366 × 768
_CHARACTERS_A_LINE = 28
_LINE = 1.75

_FAMILIES = {
    Look.TITLE: fonts.TITLE,
    Look.BYLINE: fonts.KAI,
    Look.HEADING_1: fonts.BLACK,
    Look.HEADING_2: fonts.KAI,
}
_SIZES = {Look.TITLE: 1.375, Look.CELL: 0.85, Look.ASIDE: 0.85}
_WEIGHTS = {
    Look.TITLE: QFont.Weight.Bold,
    Look.HEADING_1: QFont.Weight.Medium,
    Look.HEADING_2: QFont.Weight.DemiBold,
    Look.HEADING_3: QFont.Weight.Bold,
    Look.POINT: QFont.Weight.Bold,
}
_CENTRED = frozenset({Look.TITLE, Look.BYLINE, Look.CENTRED})
_INDENTED = frozenset({Look.BODY, Look.HEADING_1, Look.HEADING_2, Look.HEADING_3})


class Typography:
    """Formats and measures of the page at one zoom (in per cent)."""

    def __init__(self, zoom: int) -> None:
        self.em = max(6, round(_BODY_PIXELS * zoom / 100))
        self.margin_top = round(self.em * 2.6)
        self.margin_left = round(self.em * 3.2)
        self.margin_right = round(self.em * 2.6)
        self.text_width = self.em * _CHARACTERS_A_LINE + 2
        self.page_width = self.margin_left + self.text_width + self.margin_right
        self._characters = {look: self._character_format(look) for look in Look}
        self._blocks = {(look, 0): self._block_format(look, 0) for look in Look}

    def body_font(self) -> QFont:
        """The document's default font."""
        font = QFont()
        font.setFamilies(fonts.families(fonts.BODY))
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

    def _character_format(self, look: Look) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFontFamilies(fonts.families(_FAMILIES.get(look, fonts.BODY)))
        made.setProperty(QTextCharFormat.Property.FontPixelSize, round(self.em * _SIZES.get(look, 1.0)))
        if look in _WEIGHTS:
            made.setFontWeight(_WEIGHTS[look])
        return made

    def _block_format(self, look: Look, spaces: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        line = self.em * _LINE * _SIZES.get(look, 1.0)
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
