"""Word documents (.docx, .docm, .dotx, transitional and strict), read without python-docx, which misses much text."""

from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.docx.address import BODY_ADDRESS, body_of
from reviewer.readers.docx.apparatus import read_margins, read_notes
from reviewer.readers.docx.collector import collection_put_off
from reviewer.readers.docx.line import Findings
from reviewer.readers.docx.numbering import Numbering
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.story import Story, Where
from reviewer.readers.docx.styles import Styles
from reviewer.readers.docx.xml import Element


def read_docx(data: bytes, path: str) -> Document:
    """The text of a Word document: body with tables and text boxes in their place, then notes, headers and footers.

    Tracked insertions are in and marked, deletions and hidden text out; generated numbers stand at the front of
    their paragraph as its label. Addresses are explained in `reviewer.readers.docx.address`.
    """
    with collection_put_off():
        return _read(Package(data), path)


def _read(package: Package, path: str) -> Document:
    root = package.document()
    settings = _related(package, "settings")
    styles = Styles(_related(package, "styles"))
    findings = Findings(styles, package)
    story = Story(findings, Numbering(_related(package, "numbering"), styles))
    body = body_of(root)
    if body is not None:
        story.read(body, BODY_ADDRESS, Where())
    read_notes(story, package, settings)
    read_margins(story, package, settings)
    document = Document(path, "docx", tuple(story.paragraphs), _warnings(findings, package))
    limits.check_amount(len(document.paragraphs), document.characters)
    return document


def _related(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return None if name is None else package.part(name)


def _warnings(findings: Findings, package: Package) -> tuple[str, ...]:
    said = (
        (package.container.damaged, "文件有损坏，已尽量读出其中的文字，请对照原稿核对是否有缺漏。"),
        (findings.deletions, f"文中有{findings.deletions}处尚未接受的删除修订，已按删除后的文字审阅。"),
        (findings.hidden, f"文中有{findings.hidden}处隐藏文字，没有纳入审阅。"),
        (findings.comments, f"文中有{findings.comments}条批注，没有纳入审阅。"),
        (findings.embedded, f"文中嵌入了{findings.embedded}个其他文档，没有纳入审阅。"),
        (findings.too_deep, "文中有嵌套层次过深的内容，没有全部纳入审阅。"),
        (findings.cut, "有的段落过长，已分成几段显示。"),
    )
    return tuple(sentence for applies, sentence in said if applies)
