"""Paragraphs gathered in reading order, for the formats whose places need not be found again."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reviewer.model.document import PLAIN, Document, Origin, Paragraph, ParagraphStyle, Place
from reviewer.readers import limits
from reviewer.readers.deadline import check_time
from reviewer.readers.lines import one_line

NOTHING_READ = "这个文件里没有读到文字，内容可能是图片。"
CUT = "有的段落过长，已分成几段显示。"
DELETIONS = "文中有{}处尚未接受的删除修订，已按删除后的文字审阅。"
HIDDEN = "文中有{}处隐藏文字，没有纳入审阅。"
COMMENTS = "文中有{}条批注，没有纳入审阅。"
EMBEDDED = "文中嵌入了{}个其他文档，没有纳入审阅。"
TOO_DEEP = "文中有嵌套层次过深的内容，没有全部纳入审阅。"
DAMAGED = "文件有损坏，已尽量读出其中的文字，请对照原稿核对是否有缺漏。"

_PAGE_NUMBER = re.compile(r"(?:第|共|总|页|page|of|[\s\d/|·•—–－‑-])*", re.IGNORECASE)
_TIGHT = "、，。．.：:；）)】〕》"


@dataclass(frozen=True, slots=True)
class Where:
    """What the paragraphs of one container have in common in their origin."""

    place: Place = Place.BODY
    table: int | None = None
    row: int | None = None
    column: int | None = None
    note: str | None = None


BODY = Where()


class Gatherer:
    """The paragraphs of one document; an address is the kind of place and a number that counts through it all."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._cut = False
        self._tables = 0
        self._characters = 0

    def add(
        self,
        text: str,
        where: Where = BODY,
        style: ParagraphStyle = PLAIN,
        label: str = "",
        inserted: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Take in a paragraph that begins with the generated `label`; line feeds in `text` divide it.

        `inserted` are stretches of `text`. Raises TooLargeError beyond the limits.
        """
        start = 0
        for line in text.split("\n"):
            for first, last in pairwise([*range(0, len(line) or 1, limits.PARAGRAPH_CHARACTERS), len(line)]):
                self._cut = self._cut or first > 0
                self._add(line[first:last], start + first, where, style, label, inserted)
                label = ""
            start += len(line) + 1

    def _add(
        self,
        piece: str,
        start: int,
        where: Where,
        style: ParagraphStyle,
        label: str,
        inserted: tuple[tuple[int, int], ...],
    ) -> None:
        check_time()
        self._characters += len(label) + len(piece)
        limits.check_amount(len(self.paragraphs) + 1, self._characters)
        address = f"{where.place}/{len(self.paragraphs)}"
        shift = len(label) - start
        marks = [(max(a, start) + shift, min(b, start + len(piece)) + shift) for a, b in inserted]
        self.paragraphs.append(
            Paragraph(
                one_line(label + piece),
                Origin(address, where.place, where.table, where.row, where.column, where.note),
                style,
                (),
                len(label),
                tuple([(a, b) for a, b in marks if a < b]),
            )
        )

    def next_table(self) -> int:
        """The number of a table that begins here."""
        self._tables += 1
        return self._tables - 1

    def document(self, path: str, kind: str, warnings: tuple[str, ...] = ()) -> Document:
        """All of it as a document, with a warning where nothing was read or a paragraph had to be cut."""
        blank = all(not p.text or p.text.isspace() for p in self.paragraphs)
        own = ((NOTHING_READ,) if blank else ()) + ((CUT,) if self._cut else ())
        return Document(path, kind, tuple(self.paragraphs), own + warnings)


def is_page_number(text: str) -> bool:
    """Whether a line of a header or footer does nothing but number the page."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def with_space(label: str, text: str) -> str:
    """A generated number as it stands before `text`: a space follows, except where its own sign keeps the distance."""
    if not label or label[-1].isspace():
        return label
    # 1. before 2023年 would read as a decimal fraction
    decimal = label[-1] == "." and text[:1].isascii() and text[:1].isalnum()
    return f"{label} " if decimal or label[-1] not in _TIGHT else label
