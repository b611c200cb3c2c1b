"""The end of the way for PDF and OFD: from placed text to a document."""

from collections.abc import Sequence

from reviewer.errors import UnsupportedError
from reviewer.model.document import Document, ParagraphStyle
from reviewer.readers.gather import BODY, Gatherer
from reviewer.readers.pages.furniture import without_furniture
from reviewer.readers.pages.lines import Page, lines_of
from reviewer.readers.pages.paragraphs import blocks_of
from reviewer.readers.radicals import without_radicals

_PLACES = 12
_GARBLED = 0.3

HEADS = "每页重复的页眉、页脚没有纳入审阅。"
PICTURES = "第{}页是图片，里面的文字没有纳入审阅。"


def placed_document(
    pages: Sequence[Page], pictures: Sequence[int], path: str, kind: str, points: float = 1.0
) -> Document:
    """The paragraphs of the pages; `pictures` are those (from 0) that hold pictures only, `points` the unit's size.

    Raises UnsupportedError where the text has no meaning because its fonts do not say which characters they draw.
    """
    lines, heads = without_furniture([lines_of(page, n) for n, page in enumerate(pages)], [p.height for p in pages])
    gatherer = Gatherer()
    for block in blocks_of(lines):
        style = ParagraphStyle("", None, block.centred, block.right, False, round(block.size * points, 1))
        gatherer.add(without_radicals(block.text), BODY, style)
    _refuse_garbled(gatherer)
    said = [HEADS] if heads else []
    if pictures:
        shown = "、".join(str(number + 1) for number in pictures[:_PLACES]) + ("等" if len(pictures) > _PLACES else "")
        said.append(PICTURES.format(shown))
    return gatherer.document(path, kind, tuple(said))


def _refuse_garbled(gatherer: Gatherer) -> None:
    text = "".join(p.text for p in gatherer.paragraphs)
    strange = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    if strange > _GARBLED * len(text):
        raise UnsupportedError(
            "这个文件里的文字用了特殊字体，读出来全是乱码。", "请找到原来的 Word 或 WPS 文稿，或先做文字识别后再试。"
        )
