"""The control words of RTF and what they do to the text (Rich Text Format Specification 1.9.1)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from reviewer.model.document import ParagraphStyle, Place
from reviewer.readers import limits
from reviewer.readers.docx.styles import heading_level
from reviewer.readers.gather import BODY, Gatherer, Where
from reviewer.readers.rtf import apparatus
from reviewer.readers.rtf.apparatus import Apparatus
from reviewer.readers.rtf.decoding import codec_of_charset, codec_of_page, ends_half
from reviewer.readers.rtf.flow import Flow
from reviewer.readers.rtf.state import FONTS, LABEL, SETTERS, STYLES, State
from reviewer.readers.rtf.tokens import BYTES, CLOSE, OPEN, SIGN, TEXT, WORD, Token
from reviewer.readers.rtf.words import CHARACTERS, MARGINS, NOTE_FORMATS, SIGNS, SKIPPED, STARRED


class Reader:
    """Turns tokens into paragraphs; `dropped` counts what is left out (`deleted`, `hidden`, `comments`)."""

    def __init__(self) -> None:
        self.gatherer = Gatherer()
        self.dropped: Counter[str] = Counter()
        self.is_whole = False
        self._state = State()
        self._outer: list[State] = []
        self._flow = Flow(BODY, self.gatherer.next_table)
        self._flows: list[Flow] = []
        self._apparatus = Apparatus()
        self._counted = False
        self._codec = codec_of_page(None)
        self._fonts: dict[int, str | None] = {}
        self._font = 0
        self._styles: dict[int, str] = {}
        self._style = 0
        self._name = ""
        self._bytes = bytearray()
        self._high = 0
        self._passing = 0
        self._starred = False
        self._dropping = ""
        self._covered: dict[bool, list[bool]] = {False: [], True: []}
        self._covers = False

    def read(self, tokens: Iterator[Token]) -> None:
        """Take in all tokens, then hand the paragraphs to the gatherer: body, notes, headers, footers."""
        for count, (kind, said, number) in enumerate(tokens):
            if count > limits.TOKENS:
                raise limits.too_large()
            if kind == BYTES:
                self._take_bytes(said)
                continue
            if self._bytes:
                said = self._end_bytes(kind, said)
                if not said:
                    continue
            if kind == TEXT:
                self._take_text(said)
            elif kind == WORD:
                self._take_word(said, number)
            elif kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
                if not self._outer:
                    self.is_whole = True
                    break
            elif said == "*":
                self._starred = True
            elif said in "\r\n":
                self._take_word("par", None)
            elif said in SIGNS:
                self._put(SIGNS[said])
        self._finish()

    def _take_bytes(self, said: str) -> None:
        passed = min(self._passing, len(said))
        self._passing -= passed
        if not self._state.skipped:
            self._bytes += said[passed:].encode("latin-1")

    def _end_bytes(self, kind: int, said: str) -> str:
        """Turn the bytes before this token into text; gives what of the token is left."""
        codec = self._state.codec or self._codec
        if kind in (TEXT, SIGN) and ends_half(self._bytes, codec):
            self._bytes += said[:1].encode("latin-1")
            said = said[1:]
        text = self._bytes.decode(codec, "replace")
        self._bytes.clear()
        self._put(text)
        return said

    def _take_text(self, said: str) -> None:
        if self._passing:
            passed = min(self._passing, len(said))
            self._passing -= passed
            said = said[passed:]
        if said:
            self._put(said)

    def _put(self, text: str) -> None:
        state = self._state
        if state.skipped or state.role == FONTS:
            return
        if state.role == STYLES:
            self._name += text
        elif state.role == LABEL:
            self._flow.label += text
        elif state.hidden or state.deleted:
            kind = "deleted" if state.deleted else "hidden"
            self.dropped[kind] += self._dropping != kind
            self._dropping = kind
        else:
            self._dropping = ""
            self._flow.put(text, state.bold, state.size, state.inserted)

    def _open(self) -> None:
        if len(self._outer) > limits.NESTED_GROUPS:
            raise limits.too_large("这个文件里的层次套得太深，可能已损坏，已停止打开。")
        self._outer.append(self._state)
        if not self._state.skipped or self._state.opened is not None:
            self._state = self._state.within()
        self._style, self._name, self._passing, self._starred = 0, "", 0, False

    def _close(self) -> None:
        state = self._state
        self._passing, self._starred = 0, False
        if state.opened is not None:
            self._end_flow(state)
        elif state.role == STYLES and self._name and not state.skipped:
            self._styles[self._style] = self._name.rstrip(";").strip()
            self._name = ""
        if self._outer:
            self._state = self._outer.pop()

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._state
        self._passing = 0
        if self._starred:
            self._starred = False
            if word not in STARRED:
                state.skipped = True
                return
        if state.skipped and word != "ud":
            return
        setter = SETTERS.get(word)
        if setter is not None:
            setter(state, number)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word in SKIPPED:
            state.skipped = True
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif word in MARGINS:
            self._begin_flow(Where(MARGINS[word]))
        elif word in NOTE_FORMATS:
            place, form = NOTE_FORMATS[word]
            self._apparatus.formats[place] = form

    def _begin_flow(self, where: Where) -> None:
        state = self._state
        state.opened = Flow(where, self.gatherer.next_table)
        state.role = ""
        state.reset_paragraph()
        self._flows.append(self._flow)
        self._flow = state.opened

    def _end_flow(self, state: State) -> None:
        items = self._flow.finish(state.level, self._look())
        where = self._flow.where
        self._flow = self._flows.pop()
        if where.place is Place.TEXTBOX or self._flow.where.place in apparatus.MARGINS:
            self._flow.put_boxes(items)
        elif where.place in apparatus.NOTES:
            self._apparatus.add_note(where.place, items, counted=self._counted)
            self._counted = False
        else:
            self._apparatus.add_margin(where.place, items)

    def _look(self) -> ParagraphStyle:
        state = self._state
        name = self._styles.get(state.style, "")
        outline = heading_level(name) if state.outline is None else state.outline
        return ParagraphStyle(name, outline, state.centred, state.right)

    def _finish(self) -> None:
        if self._bytes:
            self._end_bytes(CLOSE, "")
        while self._flows:
            self._end_flow(self._state)
        body = self._flow.finish(self._state.level, self._look())
        for item in chain(body, self._apparatus.items()):
            self.gatherer.add(item.text, item.where, item.style, item.label, item.inserted)

    def _paragraph(self, number: int | None) -> None:
        self._flow.end_paragraph(self._state.level, self._look())

    def _section(self, number: int | None) -> None:
        if not self._flow.is_empty:
            self._paragraph(None)

    def _cell(self, number: int | None) -> None:
        self._flow.end_cell(1, self._look())

    def _nested_cell(self, number: int | None) -> None:
        self._flow.end_cell(max(self._state.level, 2), self._look())

    def _row(self, number: int | None) -> None:
        self._flow.end_row(1, self._covered[False])

    def _nested_row(self, number: int | None) -> None:
        self._flow.end_row(max(self._state.level, 2), self._covered[True])

    def _row_defaults(self, number: int | None) -> None:
        self._covered[self._state.nested], self._covers = [], False

    def _covered_cell(self, number: int | None) -> None:
        self._covers = True

    def _cell_edge(self, number: int | None) -> None:
        self._covered[self._state.nested].append(self._covers)
        self._covers = False

    def _nested_properties(self, number: int | None) -> None:
        self._state.nested = True

    def _character(self, number: int | None) -> None:
        code = (number or 0) & 0xFFFF
        self._passing = self._state.after
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._put(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        elif code:
            self._put(chr(code))

    def _codepage(self, number: int | None) -> None:
        self._codec = codec_of_page(number)

    def _font_table(self, number: int | None) -> None:
        self._state.role = FONTS

    def _style_table(self, number: int | None) -> None:
        self._state.role = STYLES

    def _choose_font(self, number: int | None) -> None:
        if self._state.role == FONTS:
            self._font = number or 0
        else:
            self._state.codec = self._fonts.get(number or 0)

    def _charset(self, number: int | None) -> None:
        if self._state.role == FONTS:
            self._fonts[self._font] = codec_of_charset(number or 0)

    def _choose_style(self, number: int | None) -> None:
        self._style = self._state.style = number or 0

    def _label(self, number: int | None) -> None:
        self._state.role = LABEL
        self._flow.label = ""

    def _counted_note(self, number: int | None) -> None:
        self._counted = self._counted or self._flow.where.place not in apparatus.NOTES

    def _note(self, number: int | None) -> None:
        self._begin_flow(Where(Place.FOOTNOTE))

    def _endnote(self, number: int | None) -> None:
        if self._flow.where.place is Place.FOOTNOTE:
            self._flow.where = Where(Place.ENDNOTE)

    def _box(self, number: int | None) -> None:
        self._begin_flow(Where(Place.TEXTBOX))

    def _comment(self, number: int | None) -> None:
        self.dropped["comments"] += 1
        self._state.skipped = True

    def _in_unicode(self, number: int | None) -> None:
        self._state = replace(self._state, skipped=False)


_WORDS: dict[str, Callable[[Reader, int | None], None]] = {
    "par": Reader._paragraph,
    "sect": Reader._section,
    "cell": Reader._cell,
    "nestcell": Reader._nested_cell,
    "row": Reader._row,
    "nestrow": Reader._nested_row,
    "trowd": Reader._row_defaults,
    "clvmrg": Reader._covered_cell,
    "clmrg": Reader._covered_cell,
    "cellx": Reader._cell_edge,
    "nesttableprops": Reader._nested_properties,
    "u": Reader._character,
    "ansicpg": Reader._codepage,
    "fonttbl": Reader._font_table,
    "stylesheet": Reader._style_table,
    "f": Reader._choose_font,
    "fcharset": Reader._charset,
    "s": Reader._choose_style,
    "listtext": Reader._label,
    "pntext": Reader._label,
    "chftn": Reader._counted_note,
    "footnote": Reader._note,
    "ftnalt": Reader._endnote,
    "shptxt": Reader._box,
    "dptxbxtext": Reader._box,
    "annotation": Reader._comment,
    "ud": Reader._in_unicode,
}
