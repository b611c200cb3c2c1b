"""The characters of one `w:p`."""

from dataclasses import dataclass, field

from reviewer.model.document import Run
from reviewer.readers import limits
from reviewer.readers.docx.alternatives import chosen, inside
from reviewer.readers.docx.names import ALTERNATE, ID, PPR, RPR, RUN, TEXT, TEXTBOX, TYPE, M, W
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.styles import Styles, character_properties
from reviewer.readers.docx.symbols import extended_symbol, symbol
from reviewer.readers.docx.xml import Element, children

_TRANSPARENT = frozenset(
    W + n for n in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
)
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_DELETED = frozenset({W + "del", W + "moveFrom"})
_MATH = frozenset({M + "oMath", M + "oMathPara"})
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "\u2011"}
_BREAKS = frozenset({W + "br", W + "cr"})
_PAGE = frozenset({"page", "column"})
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_FIELD = W + "fldChar"
_FIELD_TYPE = W + "fldCharType"
_SYMBOL = W + "sym"
_RUBY = W + "ruby"
_RUBY_BASE = W + "rubyBase"
_COMMENT = W + "commentReference"
_MATH_TEXT = M + "t"


@dataclass(slots=True)
class Tally:
    """What was met on the way through a document: what is left out, notes in the order of their references."""

    styles: Styles
    package: Package
    deletions: int = 0
    hidden: int = 0
    comments: int = 0
    embedded: int = 0
    too_deep: bool = False
    cut: bool = False
    notes: list[tuple[str, str, bool]] = field(default_factory=list)
    sections: list[Element] = field(default_factory=list)


class Fields:
    """Which complex fields are open; only their results are text (ECMA-376 part 1, 17.16)."""

    __slots__ = ("_open", "concealed")

    def __init__(self) -> None:
        self._open: list[bool] = []
        self.concealed = 0

    def mark(self, kind: str | None) -> None:
        """Take in a `w:fldChar`: begin, separate or end."""
        if kind == "begin":
            self._open.append(True)
            self.concealed += 1
        elif self._open and kind in ("separate", "end"):
            if self._open[-1]:
                self._open[-1] = False
                self.concealed -= 1
            if kind == "end":
                self._open.pop()

    def end_paragraph(self) -> None:
        """Forget fields whose code does not end in its paragraph: they are broken and would hide the rest."""
        if self.concealed:
            self._open = [code for code in self._open if not code]
            self.concealed = 0


class Line:
    """Collects what a paragraph holds: text, runs, breaks, insertions and text boxes.

    `formats` are the `w:rPr` of the runs that gave text, None for a run without one.
    """

    __slots__ = ("boxes", "breaks", "fields", "formats", "inserted", "length", "pages", "pieces", "runs", "tally")

    def __init__(self, tally: Tally, fields: Fields) -> None:
        self.tally = tally
        self.fields = fields
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.formats: list[Element | None] = []
        self.breaks: list[int] = []
        self.pages: list[int] = []
        self.inserted: list[tuple[int, int]] = []
        self.boxes: list[tuple[Element, str]] = []

    def content(self, parent: Element, address: str, conceals: bool = False, depth: int = 0) -> Element | None:
        """Take in the children of a `w:p` or of something inside it; gives the `w:pPr` among them.

        `conceals` is true where the paragraph's own style hides text.
        """
        ppr = None
        for index, child in enumerate(children(parent)):
            tag = child.tag
            if tag == RUN:
                self._run(child, f"{address}/{index}", conceals)
            elif tag == PPR:
                ppr = child
            elif tag in _DELETED:
                self.tally.deletions += 1
            elif tag in _TRANSPARENT or tag in _INSERTED:
                if depth > limits.NESTED_INLINE:
                    self.tally.too_deep = True
                    continue
                start = self.length
                self.content(child, f"{address}/{index}", conceals, depth + 1)
                if tag in _INSERTED and self.length > start:
                    self.inserted.append((start, self.length))
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None and depth <= limits.NESTED_INLINE:
                    self.content(branch, f"{address}/{index}/{child.index(branch)}", conceals, depth + 1)
            elif tag in _MATH:
                for text, place in inside(child, f"{address}/{index}", _MATH_TEXT):
                    self._add(text.text, place)
            elif tag in _PICTURES:
                self._picture(child, f"{address}/{index}")
        return ppr

    def _run(self, run: Element, address: str, conceals: bool) -> None:
        if self.tally.package.may_hide and self._is_hidden(run, conceals):
            self._pass_over(run)
            return
        before = self.length
        concealed = self.fields.concealed
        for index, leaf in enumerate(children(run)):
            tag = leaf.tag
            if tag == TEXT:
                text = leaf.text
                if text and not concealed:
                    start = self.length
                    self.length = end = start + len(text)
                    self.pieces.append(text)
                    self.runs.append(Run(start, end, f"{address}/{index}"))
            elif tag == RPR:
                pass
            elif tag == _FIELD:
                self.fields.mark(leaf.get(_FIELD_TYPE))
                concealed = self.fields.concealed
            elif not concealed:
                self._leaf(tag, leaf, f"{address}/{index}")
        if self.length > before:
            self.formats.append(run[0] if run[0].tag == RPR else None)

    def _pass_over(self, run: Element) -> None:
        self.tally.hidden += any(leaf.tag == TEXT for leaf in run)
        for leaf in run.iterchildren(_FIELD):
            self.fields.mark(leaf.get(_FIELD_TYPE))

    def _leaf(self, tag: str, leaf: Element, address: str) -> None:
        if tag in _SIGNS:
            self._add(_SIGNS[tag], address)
        elif tag in _BREAKS:
            (self.pages if leaf.get(TYPE) in _PAGE else self.breaks).append(self.length)
        elif tag == _SYMBOL:
            self._add(symbol(leaf), address)
        elif tag in _NOTES:
            own_mark = leaf.get(W + "customMarkFollows", "0") not in ("0", "false", "off")
            self.tally.notes.append((_NOTES[tag], leaf.get(ID, ""), own_mark))
        elif tag in _PICTURES:
            self._picture(leaf, address)
        elif tag == ALTERNATE:
            branch = chosen(leaf)
            for index, child in enumerate(children(branch)):
                place = f"{address}/{leaf.index(branch)}/{index}"  # type: ignore[arg-type]
                if child.tag == TEXT:
                    self._add(child.text, place)
                elif str(child.tag).endswith("}symEx"):
                    self._add(extended_symbol(child), place)
                else:
                    self._picture(child, place)
        elif tag == _RUBY:
            for base, place in inside(leaf, address, _RUBY_BASE):
                for text, text_place in inside(base, place, TEXT):
                    self._add(text.text, text_place)
        elif tag == _COMMENT:
            self.tally.comments += 1

    def _add(self, text: str | None, address: str) -> None:
        if text:
            end = self.length + len(text)
            self.pieces.append(text)
            self.runs.append(Run(self.length, end, address))
            self.length = end

    def _picture(self, element: Element, address: str) -> None:
        self.boxes += inside(element, address, TEXTBOX)

    def _is_hidden(self, run: Element, conceals: bool) -> bool:
        rpr = run.find(RPR)
        if rpr is None:
            return conceals
        own = character_properties(rpr)
        hidden = self.tally.styles.character(own.style).hidden if own.hidden is None else own.hidden
        return conceals if hidden is None else hidden
