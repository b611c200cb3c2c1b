"""The paragraphs of a web page: what stands in block elements, nothing of it taken for page furniture."""

import re
from typing import NamedTuple

from lxml import etree

from reviewer.model.document import PLAIN, ParagraphStyle
from reviewer.readers.deadline import check_time
from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.docx.styles import whole
from reviewer.readers.docx.xml import Element
from reviewer.readers.gather import BODY, Gatherer, Where, with_space
from reviewer.readers.html.tables import CELLS, Table, is_layout

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_UNSEEN = frozenset(
    {
        *("applet", "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "math", "noframes"),
        *("noscript", "object", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "title"),
        "video",
    }
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_NUMBERS = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "none": "none",
}
_SIGN_AFTER = {"chineseCountingThousand": "、", "chineseLegalSimplified": "、"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*(?:-webkit-|-moz-)?center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:\s*\w", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIST_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b([a-z][a-z-]+)", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_WIDE = "\u2e80-\u303f\u3040-\u9fff\uff00-\uffef\u201c\u201d\u2014\u2026"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_OWN_NUMBER = re.compile(r"\s*[(（\[【]?[\d０-９一二三四五六七八九十①-⑳]")


class _State(NamedTuple):
    """What an element hands down to those inside it."""

    where: Where = BODY
    aligned: str = ""
    bold: bool = False
    heading: int | None = None
    verbatim: bool = False


class _List:
    """An `ol` or `ul` that is being read: the kind of its numbers and the last one given."""

    def __init__(self, element: Element) -> None:
        self.kind = "none"
        if element.tag == "ol":
            css = _LIST_TYPE.search(element.get("style", ""))
            sign = element.get("type", "1")
            self.kind = _NUMBERS.get(sign, "decimal")
            if css is not None:
                self.kind = _CSS_NUMBERS.get(css[1].lower(), "decimal")
        start = whole(element.get("start"))
        self.number = (1 if start is None else start) - 1

    def label(self, item: Element) -> str:
        value = whole(item.get("value"))
        self.number = self.number + 1 if value is None else value
        return "" if self.kind == "none" else format_number(self.number, self.kind) + _SIGN_AFTER.get(self.kind, ".")


class Page:
    """Walks through a page once and gathers its paragraphs; `hidden` and `deletions` count what it leaves out."""

    def __init__(self) -> None:
        self.gatherer = Gatherer()
        self.hidden = self.deletions = 0
        self._state = _State()
        self._outer: list[_State] = []
        self._pieces: list[str] = []
        self._bold: bool | None = None
        self._label = ""
        self._lists: list[_List] = []
        self._tables: list[Table | None] = []
        self._looks: dict[tuple[object, ...], ParagraphStyle] = {}

    def read(self, root: Element) -> None:
        """Take in everything below `root`."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                check_time()
                self._outer.append(self._state)
                if self._is_seen(element):
                    self._begin(element)
                    self._put(element.text)
                else:
                    walk.skip_subtree()
            else:
                self._end(element)
                self._state = self._outer.pop()
                if element is not root:
                    self._put(element.tail)
        self._flush()

    def _is_seen(self, element: Element) -> bool:
        tag = element.tag
        if tag in _UNSEEN:
            return False
        if tag == "del":
            self.deletions += 1
            return False
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            self.hidden += any(str(text).strip() for text in element.itertext())
            return False
        return True

    def _begin(self, element: Element) -> None:
        tag, css = element.tag, element.get("style", "")
        if tag in _BLOCKS:
            self._flush()
            if tag in _HEADINGS:
                self._state = self._state._replace(heading=_HEADINGS[tag])
            elif tag == "pre":
                self._state = self._state._replace(verbatim=True)
            elif tag in _LISTS:
                self._lists.append(_List(element))
            elif tag == "li":
                self._label = self._lists[-1].label(element) if self._lists else ""
            elif tag == "table":
                self._tables.append(None if is_layout(element) else Table(self.gatherer.next_table()))
            elif self._tables and (table := self._tables[-1]) is not None:
                if tag == "tr":
                    table.next_row()
                elif tag in CELLS:
                    self._state = self._state._replace(where=table.next_cell(element))
            align = element.get("align", "").lower()
            if tag == "center" or align in ("center", "middle") or _CENTRED.search(css):
                self._state = self._state._replace(aligned="center")
            elif align == "right" or _RIGHT.search(css):
                self._state = self._state._replace(aligned="right")
            elif align or _ALIGNED.search(css):
                self._state = self._state._replace(aligned="")
        if tag in ("b", "strong", "th") or tag in _HEADINGS or _BOLD.search(css):
            self._state = self._state._replace(bold=True)

    def _end(self, element: Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            if tag in _LISTS and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._label = ""
            elif tag == "table" and self._tables:
                self._tables.pop()
        elif tag == "br":
            self._flush()

    def _put(self, text: str | None) -> None:
        if not text:
            return
        if self._state.verbatim:
            first, *lines = text.splitlines()
            self._pieces.append(first)
            for line in lines:
                self._flush()
                self._pieces.append(line)
            return
        self._pieces.append(text)
        if not text.isspace():
            self._bold = self._state.bold and self._bold is not False

    def _flush(self) -> None:
        """Give out the open paragraph, if there is anything in it."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        if not self._state.verbatim:
            text = _WHITE.sub(" ", _BREAK_BETWEEN_WIDE.sub("", text)).strip(" ")
        if text and not text.isspace():
            label = "" if _OWN_NUMBER.match(text) else with_space(self._label, text)
            self.gatherer.add(text, self._state.where, self._look(), label)
            self._label = ""
        self._pieces, self._bold = [], None

    def _look(self) -> ParagraphStyle:
        key = (self._state.heading, self._state.aligned, self._bold is True)
        look = self._looks.get(key)
        if look is None:
            heading, aligned, bold = key
            look = ParagraphStyle("", heading, aligned == "center", aligned == "right", bold)
            look = self._looks[key] = PLAIN if look == PLAIN else look
        return look
