"""The control words of RTF and what they do to the text (Rich Text Format Specification 1.9.1)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewer.model.document import ParagraphStyle, Place
from reviewer.readers import limits
from reviewer.readers.docx.number_formats import format_number
from reviewer.readers.gather import BODY, Gatherer, Where, is_page_number
from reviewer.readers.rtf.decoding import codec_of_charset, codec_of_page, decoded, ends_half
from reviewer.readers.rtf.flow import PAGE, Flow, Item, give
from reviewer.readers.rtf.tokens import BYTES, CLOSE, OPEN, SIGN, TEXT, WORD, Token

_SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "page": PAGE,
    "column": PAGE,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
_SKIPPED = frozenset(
    "aftnsep aftnsepc aftncn annotation atnauthor atndate atnid atnref atnparent atntime bkmkend bkmkstart category "
    "colortbl company doccomm fldinst ftncn ftnsep ftnsepc info listpicture mmathPr nonesttables nonshppict pict pn "
    "pntxta pntxtb rxe shprslt sp tc template title txe upr xe".split()
)
_STARRED = frozenset("shpinst nesttableprops do ud moMath moMathPara mr pntext shptxt dptxbxtext".split())
_MARGINS = {"header": Place.HEADER, "footer": Place.FOOTER}
_MARGINS |= {f"{kind}{side}": place for kind, place in list(_MARGINS.items()) for side in "lrf"}
_NOTE_FORMATS = {"ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman"}
_NOTE_FORMATS |= {"chi": "chicago", "cnum": "decimalEnclosedCircle", "dbnum": "chineseCounting"}
_FONTS, _STYLES, _LABEL = "fonts", "styles", "label"


@dataclass(slots=True)
class _State:
    """What a group inherits and gives up at its end."""

    role: str = ""
    skipped: bool = False
    codec: str | None = None
    after: int = 1
    bold: bool = False
    size: float | None = None
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: int = 0
    outline: int | None = None
    centred: bool = False
    right: bool = False
    in_table: bool = False
    level: int = 1
    nested: bool = False
    opened: Flow | None = None

    def copy(self) -> "_State":
        return replace(self, opened=None)


class Reader:
    """Turns tokens into paragraphs; `deletions`, `hidden` and `comments` count what is left out."""

    def __init__(self) -> None:
        self.gatherer = Gatherer()
        self.deletions = self.hidden = self.comments = 0
        self.is_whole = False
        self._state = _State()
        self._stack: list[_State] = []
        self._flow = Flow(BODY, self.gatherer.next_table)
        self._flows: list[Flow] = []
        self._notes: dict[Place, list[list[Item]]] = {Place.FOOTNOTE: [], Place.ENDNOTE: []}
        self._margins: dict[Place, list[list[Item]]] = {Place.HEADER: [], Place.FOOTER: []}
        self._note_formats = {Place.FOOTNOTE: "decimal", Place.ENDNOTE: "decimal"}
        self._codec = "cp1252"
        self._fonts: dict[int, str | None] = {}
        self._font = 0
        self._style_names: dict[int, str] = {}
        self._style = 0
        self._name: list[str] = []
        self._bytes = bytearray()
        self._passing = 0
        self._starred = False
        self._dropping = False
        self._covered: dict[bool, list[bool]] = {False: [], True: []}
        self._covers = False

    def read(self, tokens: "Iterator[Token]") -> None:
        """Take in all tokens, then hand the paragraphs to the gatherer: body, notes, headers, footers."""
        for count, (kind, said, number) in enumerate(tokens):
            if kind == BYTES:
                self._take_bytes(said)
                continue
            if self._bytes:
                said = self._end_bytes(kind, said)
            if kind == TEXT:
                self._take_text(said)
            elif kind == WORD:
                self._take_word(said, number)
            elif kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
                if not self._stack and count:
                    self.is_whole = True
                    break
            else:
                self._take_sign(said)
            if count > limits.TOKENS:
                raise limits.too_large()
        self._finish()

