"""Which paragraph of an official document is what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.model.document import Document
from reviewer.model.layout import TextLayout
from reviewer.model.outline import LabelStyle, Outline

_DATE = re.compile(
    r"\s*(?:[12]\d{3}|[一二][〇○零Ｏ一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日\s*"
)
_APPENDIX = re.compile(r"\s*附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?\s*")
_APPENDIX_NOTE = re.compile(r"\s*附件\s*[:：]\s*\S")
_ADDRESSEE = re.compile(r"[^。；！？]{2,160}[:：]\s*")
_SENTENCE_END = ("。", "；", "！", "？", "：", "”", "）")
_SHORTEST_BODY = 20
_LONGEST_SIGNATURE = 30
_LONGEST_HEADING = 60
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Elements:
    """Numbers of paragraphs by what they are; `date` and `signature` are None where there are none.

    `appendix_notes` are the lines under the text that name the appendices, `appendices` the words 附件1 at the head of
    one. What stands in appendices is not looked at.
    """

    title: tuple[int, ...]
    body: tuple[int, ...]
    heading1: tuple[int, ...]
    heading2: tuple[int, ...]
    appendix_notes: tuple[int, ...]
    appendices: tuple[int, ...]
    signature: int | None
    date: int | None


def elements(document: Document, outline: Outline, layouts: Sequence[TextLayout | None]) -> Elements:
    """The elements among the paragraphs that have a layout."""
    title = tuple(span.paragraph for span in outline.title_spans if layouts[span.paragraph] is not None)
    shown = [i for i, text in enumerate(document.texts) if text.strip() and layouts[i] is not None]
    appendices = tuple(i for i in shown if _APPENDIX.fullmatch(document.texts[i]) and (not title or i > title[0]))
    first = title[-1] + 1 if title else 0
    last = appendices[0] if appendices else len(document.texts)
    main = [i for i in shown if first <= i < last]
    date, signature = _ending(document, main)
    headings = {
        style: tuple(_headings(outline, document, style, main)) for style in (LabelStyle.HAN, LabelStyle.HAN_BRACKET)
    }
    notes = tuple(i for i in main if _APPENDIX_NOTE.match(document.texts[i]))
    ends = [i for i in (*notes[:1], signature, date) if i is not None]
    others = {*headings[LabelStyle.HAN], *headings[LabelStyle.HAN_BRACKET]}
    body = tuple(i for i in main if i not in others and i < min(ends, default=last) and _is_prose(document.texts[i]))
    return Elements(
        title, body, headings[LabelStyle.HAN], headings[LabelStyle.HAN_BRACKET], notes, appendices, signature, date
    )


def _is_prose(text: str) -> bool:
    """Whether a paragraph is running text, not a line of an address or a list."""
    stripped = text.strip()
    return len(stripped) >= _SHORTEST_BODY and stripped.endswith(_SENTENCE_END) and not _ADDRESSEE.fullmatch(stripped)


def _headings(outline: Outline, document: Document, style: LabelStyle, among: Sequence[int]) -> Iterator[int]:
    """Paragraphs that are nothing but a heading with a label of this style; run-in ones open with it but go on."""
    wanted = set(among)
    for entry in outline.entries:
        number = entry.span.paragraph
        text = document.texts[number]
        alone = not text[: entry.span.start].strip() and not text[entry.span.end :].strip("。 \u3000")
        if entry.style is style and number in wanted and alone and len(text) <= _LONGEST_HEADING:
            wanted.discard(number)
            yield number


def _ending(document: Document, main: Sequence[int]) -> tuple[int | None, int | None]:
    """The date of issue under the text, and the office that signs above it."""
    for at in range(len(main) - 1, max(-1, len(main) - 1 - _NEAR), -1):
        if _DATE.fullmatch(document.texts[main[at]]):
            above = main[at - 1] if at else None
            signs = above is not None and _signs(document.texts[above])
            return main[at], above if signs else None
    return None, None


def _signs(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) <= _LONGEST_SIGNATURE and not stripped.endswith(_SENTENCE_END)
