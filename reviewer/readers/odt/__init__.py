"""OpenDocument texts (.odt, .ott, flat .fodt), read without any library but lxml."""

from reviewer.errors import DamagedError
from reviewer.model.document import Document, Place
from reviewer.readers import gather, limits
from reviewer.readers.container import Container
from reviewer.readers.docx.xml import Element, in_utf8, parse
from reviewer.readers.gather import Gatherer, Where, is_page_number
from reviewer.readers.odt.line import Tally
from reviewer.readers.odt.lists import Lists
from reviewer.readers.odt.names import OFFICE, STYLE, TEXT
from reviewer.readers.odt.story import Story
from reviewer.readers.odt.styles import Styles

_STANDARD = "Standard"
_HOLDERS = (OFFICE + "automatic-styles", OFFICE + "styles")
_MARGINS = ((STYLE + "header", Place.HEADER), (STYLE + "footer", Place.FOOTER))


def read_odt(data: bytes, path: str) -> Document:
    """The text of an OpenDocument text: body with tables and frames in their place, notes, headers and footers.

    Tracked insertions are in and marked, deletions and hidden text out; generated numbers stand at the front of
    their paragraph as its label.
    """
    content, styles, damaged = _parts(data)
    holders = [child for part in (content, styles) if part is not None for tag in _HOLDERS for child in part.iter(tag)]
    body = next(content.iter(OFFICE + "text"), None)
    if body is None:
        raise DamagedError("这个文件已损坏，找不到文档正文。", "请用 LibreOffice 或 WPS 打开修复后另存为 .docx。")
    tally = Tally(Styles(holders))
    _tracked_changes(body, tally)
    gatherer = Gatherer()
    story = Story(gatherer, tally, Lists(holders))
    story.read(body)
    story.read_notes("footnote", Place.FOOTNOTE)
    story.read_notes("endnote", Place.ENDNOTE)
    _read_margins(story, gatherer, tally, content if styles is None else styles)
    said = (
        (damaged, gather.DAMAGED),
        (tally.dropped["deleted"], gather.DELETIONS.format(tally.dropped["deleted"])),
        (tally.dropped["hidden"], gather.HIDDEN.format(tally.dropped["hidden"])),
        (tally.dropped["comments"], gather.COMMENTS.format(tally.dropped["comments"])),
        (tally.too_deep, gather.TOO_DEEP),
    )
    return gatherer.document(path, "odt", tuple(sentence for applies, sentence in said if applies))


def _parts(data: bytes) -> tuple[Element, Element | None, bool]:
    """The roots of content and styles (None in a flat file, where they are one), and whether something is broken."""
    try:
        container = Container(data)
    except ValueError:
        if len(data) > limits.TEXT_BYTES:
            raise limits.too_large() from None
        return parse(in_utf8(data)), None, False
    if "content.xml" not in container.names:
        raise DamagedError("这个文件已损坏，找不到文档正文。", "请用 LibreOffice 或 WPS 打开修复后另存为 .docx。")
    content = parse(in_utf8(container.read("content.xml")))
    styles = None
    if "styles.xml" in container.names:
        try:
            styles = parse(in_utf8(container.read("styles.xml")))
        except DamagedError:
            container.damaged = True
    return content, styles, container.damaged


def _tracked_changes(body: Element, tally: Tally) -> None:
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        identifier = region.get(TEXT + "id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        if region.find(TEXT + "insertion") is not None:
            tally.insertions.add(identifier)
        elif region.find(TEXT + "deletion") is not None:
            tally.dropped["deleted"] += 1


def _read_margins(story: Story, gatherer: Gatherer, tally: Tally, root: Element) -> None:
    """Take in the headers, then the footers, of the page styles in use; lines that only number the page are left out."""
    pages = {page.get(STYLE + "name", ""): page for page in root.iter(STYLE + "master-page")}
    used = [pages[name] for name in sorted({_STANDARD} | tally.styles.master_pages) if name in pages]
    seen: set[tuple[str, ...]] = set()
    for tag, place in _MARGINS:
        for page in used:
            for margin in (child for child in page if str(child.tag).startswith(tag)):
                if margin.get(STYLE + "display") == "false":
                    continue
                before = len(gatherer.paragraphs)
                story.read(margin, Where(place))
                shown = [p for p in gatherer.paragraphs[before:] if not is_page_number(p.text)]
                texts = tuple(p.text for p in shown)
                gatherer.paragraphs[before:] = [] if texts in seen else shown
                seen.add(texts)
