"""How a Word document sets its pages and the paragraphs of its body."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from reviewer.model.document import Paragraph, Place
from reviewer.model.layout import Layout, PageLayout, PageNumber, TextLayout
from reviewer.readers.docx.address import split_address
from reviewer.readers.docx.names import PARAGRAPH, PPR, RPR, RUN, TEXT, TYPE, VAL, R, W
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.styles import Styles, is_on, points, whole
from reviewer.readers.docx.xml import Element, children

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TWIP_MM = 25.4 / 1440
_TWIPS = 20
_USUAL_SIZE = 10.5
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both", "both": "both"}
_FULL_SPACE = "\u3000"
_SPACES = "\u3000 \xa0"
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})
_SINGLE = 240
_NUMBER = "1"

Kind = Literal["paragraph", "character"]
Properties = dict[str, Any]


def read_layout(
    package: Package, styles: Styles, body: Element | None, sections: Sequence[Element], paragraphs: Sequence[Paragraph]
) -> Layout:
    """The layout of the sections, and of those paragraphs that stand in the body itself."""
    sheet = _Sheet(styles, _theme_fonts(package.part(package.related("theme"))))
    blocks = children(body)
    pages = tuple(_page(section) for section in sections)
    pitch = pages[-1].pitch if pages else None
    return Layout(
        pages,
        tuple(_paragraph(sheet, blocks, paragraph, pitch) for paragraph in paragraphs),
        tuple(_page_numbers(package, sheet, sections)),
    )


class _Sheet:
    """The styles of one document with everything that they inherit, as property tables."""

    def __init__(self, styles: Styles, theme: dict[str, str]) -> None:
        self._styles = styles
        self._theme = theme
        self._known: dict[tuple[Kind, str | None], Properties] = {}

    def inherited(self, kind: Kind, identifier: str | None) -> Properties:
        """What the style `identifier` says, with the styles that it is based on and the document's defaults."""
        key = (kind, identifier)
        if key not in self._known:
            found: Properties = {}
            if kind == "paragraph":
                found |= self.characters(self._styles.default_characters)
            for element in reversed(self._styles.chain(kind, identifier)):
                found |= self.paragraph(element.find(PPR)) | self.characters(element.find(RPR))
            self._known[key] = found
        return self._known[key]

    def characters(self, rpr: Element | None) -> Properties:
        """What one `w:rPr` says of font, size and weight, a character style's words below its own."""
        found: Properties = {}
        for child in rpr if rpr is not None else ():
            if child.tag == W + "rFonts":
                theme = child.get(W + "eastAsiaTheme", "")
                font = self._theme.get(theme) if theme else child.get(W + "eastAsia")
                found |= {"font": font} if font else {}
            elif child.tag == W + "sz":
                size = points(child.get(VAL))
                found |= {"size": size} if size else {}
            elif child.tag == W + "b":
                found["bold"] = is_on(child.get(VAL))
            elif child.tag == W + "rStyle":
                found = self.inherited("character", child.get(VAL)) | found
        return found

    @staticmethod
    def paragraph(ppr: Element | None) -> Properties:
        """What one `w:pPr` says of alignment, indents and the distance of lines."""
        found: Properties = {}
        for child in ppr if ppr is not None else ():
            if child.tag == W + "jc":
                value = child.get(VAL, "")
                found["alignment"] = _ALIGNMENTS.get(value, value)
            elif child.tag == W + "numPr":
                number = child.find(W + "numId")
                found["numbered"] = number is not None and number.get(VAL) != "0"
            elif child.tag == W + "ind":
                for name in ("firstLineChars", "hangingChars", "firstLine", "hanging"):
                    found |= _number(name, child.get(W + name))
                found |= _number("left", child.get(W + "left", child.get(W + "start")))
                found |= _number("leftChars", child.get(W + "leftChars", child.get(W + "startChars")))
                found |= _number("right", child.get(W + "right", child.get(W + "end")))
                found |= _number("rightChars", child.get(W + "rightChars", child.get(W + "endChars")))
            elif child.tag == W + "spacing":
                found |= _number("line", child.get(W + "line"))
                if (rule := child.get(W + "lineRule")) is not None:
                    found["rule"] = rule
            elif child.tag == W + "snapToGrid":
                found["free"] = not is_on(child.get(VAL))
        return found


def _number(name: str, value: str | None) -> Properties:
    if value is None:
        return {}
    number = whole(value.removeprefix("-"))
    return {} if number is None else {name: -number if value.startswith("-") else number}


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The East Asian fonts of the theme by the names that documents call them."""
    fonts: dict[str, str] = {}
    for part in ("major", "minor"):
        font = None if theme is None else theme.find(f".//{_A}{part}Font")
        if font is None:
            continue
        east = font.find(f"{_A}ea")
        name = "" if east is None else east.get("typeface", "")
        simplified = (f.get("typeface", "") for f in font.iterfind(f"{_A}font") if f.get("script") == "Hans")
        fonts[f"{part}EastAsia"] = name or next(simplified, "")
    return fonts


def _page(section: Element) -> PageLayout:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def length(element: Element | None, name: str) -> float | None:
        value = None if element is None else whole(element.get(W + name))
        return None if value is None else value * _TWIP_MM

    sides = {side: length(margins, side) for side in ("top", "bottom", "left", "right")}
    pitch = _pitch(section.find(W + "docGrid"))
    return PageLayout(length(size, "w"), length(size, "h"), **sides, pitch=pitch)


def _pitch(grid: Element | None) -> float | None:
    if grid is None or grid.get(TYPE) not in _GRIDS:
        return None
    pitch = whole(grid.get(W + "linePitch"))
    return pitch / _TWIPS if pitch else None


def _paragraph(
    sheet: _Sheet, blocks: Sequence[Element], paragraph: Paragraph, pitch: float | None
) -> TextLayout | None:
    origin = paragraph.origin
    if origin.place is not Place.BODY:
        return None
    part, path, _ = split_address(origin.address)
    if part is not None or len(path) != 1 or path[0] >= len(blocks):
        return None
    element = blocks[path[0]]
    if element.tag != PARAGRAPH:
        return None
    ppr = element.find(PPR)
    own, runs = _runs(sheet, ppr, element)
    leading = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip(_SPACES))]
    spaces = sum(1.0 if space == _FULL_SPACE else 0.5 for space in leading)
    return _text_layout(own, runs, spaces, pitch)


def _runs(sheet: _Sheet, ppr: Element | None, element: Element) -> tuple[Properties, list[tuple[int, Properties]]]:
    """What holds for the paragraph `element`, and how many characters are set in which way."""
    style = None if ppr is None else ppr.find(W + "pStyle")
    own = sheet.inherited("paragraph", None if style is None else style.get(VAL)) | sheet.paragraph(ppr)
    runs = []
    for run in element.iter(RUN):
        length = sum(len(text.text or "") for text in run.iterchildren(TEXT))
        if length:
            runs.append((length, own | sheet.characters(run.find(RPR))))
    return own, runs


def _text_layout(
    own: Properties, runs: Sequence[tuple[int, Properties]], spaces: float, pitch: float | None
) -> TextLayout:
    first = runs[0][1] if runs else own
    font, size, bold = _commonest(runs) if runs else (own.get("font", ""), own.get("size"), own.get("bold", False))
    unit = (size or _USUAL_SIZE) * _TWIPS
    if own.get("numbered"):
        indent: float | None = None
    elif chars := own.get("firstLineChars") or -own.get("hangingChars", 0):
        indent = chars / 100 + spaces
    else:
        indent = (own.get("firstLine") or -own.get("hanging", 0)) / unit + spaces
    return TextLayout(
        font,
        size,
        bold,
        first.get("font", ""),
        first.get("size"),
        own.get("alignment", "left"),
        indent,
        _indent(own, "left", unit),
        _indent(own, "right", unit),
        _line(own, pitch),
    )


def _indent(own: Properties, side: str, unit: float) -> float:
    return float(own[f"{side}Chars"] / 100 if own.get(f"{side}Chars") else own.get(side, 0) / unit)


def _line(own: Properties, pitch: float | None) -> float | None:
    """The distance of the lines: fixed, or the grid's where single spacing follows that."""
    line = own.get("line")
    if own.get("rule") == "exact" and line:
        return float(line / _TWIPS)
    single = own.get("rule", "auto") == "auto" and line in (None, _SINGLE)
    return pitch if single and not own.get("free") else None


def _commonest(runs: Iterable[tuple[int, Properties]]) -> tuple[str, float | None, bool]:
    tally: Counter[tuple[str, float | None, bool]] = Counter()
    for length, run in runs:
        tally[run.get("font", ""), run.get("size"), run.get("bold", False)] += length
    return tally.most_common(1)[0][0]


def _page_numbers(package: Package, sheet: _Sheet, sections: Sequence[Element]) -> Iterable[PageNumber]:
    """The page numbers in the footers that the sections use, each footer once."""
    seen: set[str] = set()
    for section in sections:
        for reference in section.iterfind(W + "footerReference"):
            name = package.by_id(reference.get(R + "id", ""))
            if name is None or name in seen or reference.get(TYPE) == "first":
                continue
            seen.add(name)
            footer = package.part(name)
            for element in footer.iter(PARAGRAPH) if footer is not None else ():
                if _has_number(element):
                    own, runs = _runs(sheet, element.find(PPR), element)
                    words = "".join(text.text or "" for text in element.iter(TEXT))
                    text = "".join(_NUMBER if c.isdigit() else c for c in words).replace(_NUMBER * 2, _NUMBER)
                    yield PageNumber(
                        text or _NUMBER, (runs[0][1] if runs else own).get("size"), own.get("alignment", "left")
                    )
                    break


def _has_number(element: Element) -> bool:
    codes = [code.text or "" for code in element.iter(W + "instrText")]
    codes += [field.get(W + "instr", "") for field in element.iter(W + "fldSimple")]
    return any(code.split()[:1] == ["PAGE"] for code in codes)
