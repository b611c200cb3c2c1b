"""Word documents (.docx, .docm, .dotx, transitional and strict), read without python-docx, which misses much text."""

from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.docx.address import BODY_ADDRESS, body_of
from reviewer.readers.docx.apparatus import read_margins, read_notes
from reviewer.readers.docx.line import Tally
from reviewer.readers.docx.numbering import Numbering
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.story import Story, Where
from reviewer.readers.docx.styles import Styles


def read_docx(data: bytes, path: str) -> Document:
    """The text of a Word document: body with tables and text boxes in their place, then notes, headers and footers.

    Tracked insertions are in and marked, deletions and hidden text out; generated numbers stand at the front of
    their paragraph as its label. Addresses are explained in `reviewer.readers.docx.address`.
    """
    package = Package(data)
    settings = package.part(package.related("settings"))
    styles = Styles(package.part(package.related("styles")))
    package.hiding = styles.hiding()
    root = package.document()
    tally = Tally(styles, package)
    story = Story(tally, Numbering(package.part(package.related("numbering")), styles))
    body = body_of(root)
    if body is not None:
        story.read(body, BODY_ADDRESS, Where())
    read_notes(story, package, settings)
    read_margins(story, package, settings)
    limits.check_amount(len(story.paragraphs), sum(len(p.text) for p in story.paragraphs))
    blank = all(p.text.isspace() or not p.text for p in story.paragraphs)
    return Document(path, "docx", tuple(story.paragraphs), _warnings(tally, package, blank))


def _warnings(tally: Tally, package: Package, blank: bool) -> tuple[str, ...]:
    said = (
        (blank, "这个文件里没有读到文字，内容可能是图片。"),
        (package.container.damaged, "文件有损坏，已尽量读出其中的文字，请对照原稿核对是否有缺漏。"),
        (tally.deletions, f"文中有{tally.deletions}处尚未接受的删除修订，已按删除后的文字审阅。"),
        (tally.hidden, f"文中有{tally.hidden}处隐藏文字，没有纳入审阅。"),
        (tally.comments, f"文中有{tally.comments}条批注，没有纳入审阅。"),
        (tally.embedded, f"文中嵌入了{tally.embedded}个其他文档，没有纳入审阅。"),
        (tally.too_deep, "文中有嵌套层次过深的内容，没有全部纳入审阅。"),
        (tally.cut, "有的段落过长，已分成几段显示。"),
    )
    return tuple(sentence for applies, sentence in said if applies)
