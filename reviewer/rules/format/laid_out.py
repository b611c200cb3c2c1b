"""Layouts in a line of text, for the examples of rules.

Behind a paragraph stands in 〔〕 how it is set: a font, a size in points, 居中, 居右 or 两端, 缩 with the first line's
indent in characters, 行 with the distance of lines in points or 行不定; what is not said is as in the body of an official
document, and 不明 is a font that the file does not name. A line of its own sets the page (〔页面 上 下 左 右〕, in
millimetres, with 宽 and 高 of other paper than A4 behind them) or the page number (〔页码 — 1 — 14〕, its words and its size).
"""

import re
from typing import Any

from reviewer.model.document import Document, Origin, Paragraph
from reviewer.model.layout import Layout, PageLayout, PageNumber, TextLayout

_SET = re.compile(r"(.*?)((?:〔[^〔〕]*〕)*)")
_ALIGNMENTS = {"居中": "center", "居右": "right", "两端": "both"}
_LOOSE = "行不定"
_PAPER = (210.0, 297.0)


def laid_out(text: str) -> Document:
    """The document that the lines of `text` describe, with its layout."""
    page = PageLayout(*_PAPER, 25.4, 25.4, 31.75, 31.75)
    numbers: list[PageNumber] = []
    paragraphs: list[Paragraph] = []
    layouts: list[TextLayout] = []
    for line in text.split("\n"):
        matched = _SET.fullmatch(line)
        assert matched is not None
        words, how = matched[1], matched[2].replace("〔", " ").replace("〕", " ").split()
        if not words and how[:1] == ["页面"]:
            page = PageLayout(*(map(float, how[5:7]) if how[5:] else _PAPER), *map(float, how[1:5]))
        elif not words and how[:1] == ["页码"]:
            numbers.append(PageNumber(" ".join(how[1:-1]), float(how[-1]), "center"))
        else:
            paragraphs.append(Paragraph(words, Origin(f"body/{len(paragraphs)}")))
            layouts.append(_layout(how))
    return Document("", "docx", tuple(paragraphs), layout=Layout((page,), tuple(layouts), tuple(numbers)))


def _layout(how: list[str]) -> TextLayout:
    values: dict[str, Any] = {
        "font": "仿宋_GB2312",
        "size": 16.0,
        "alignment": "both",
        "first_line": 2.0,
        "line": 28.95,
    }
    for word in how:
        if word in _ALIGNMENTS:
            values["alignment"] = _ALIGNMENTS[word]
        elif word == _LOOSE:
            values["line"] = None
        elif word[0] == "缩":
            values["first_line"] = float(word[1:])
        elif word[0] == "行":
            values["line"] = float(word[1:])
        elif word.replace(".", "").isdigit():
            values["size"] = float(word)
        else:
            values["font"] = "" if word == "不明" else word
    return TextLayout(**values, first_font=values["font"], first_size=values["size"])
