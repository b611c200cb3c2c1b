"""Word documents (.docx, .docm, .dotx, transitional and strict), read without python-docx, which misses much text."""

from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.docx.address import BODY_ADDRESS, body_of
from reviewer.readers.docx.apparatus import read_margins, read_notes
from reviewer.readers.docx.layout import read_layout
from reviewer.readers.docx.line import Tally
from reviewer.readers.docx.numbering import Numbering
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.story import Story
from reviewer.readers.docx.styles import Styles
from reviewer.readers.gather import COMMENTS, CUT, DAMAGED, DELETIONS, EMBEDDED, HIDDEN, NOTHING_READ, TOO_DEEP, Where


def read_docx(data: bytes, path: str, layout: bool = False) -> Document:
    """The text of a Word document: body with tables and text boxes in their place, then notes, headers and footers.

    Tracked insertions are in and marked, deletions and hidden text out; generated numbers stand at the front of
    their paragraph as its label. Addresses are explained in `reviewer.readers.docx.address`. With `layout` the document
    also says how it is set.
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
    set_as = read_layout(package, styles, body, tally.sections, story.paragraphs) if layout else None
    return Document(path, "docx", tuple(story.paragraphs), _warnings(tally, package, blank), layout=set_as)


def _warnings(tally: Tally, package: Package, blank: bool) -> tuple[str, ...]:
    said = (
        (blank, NOTHING_READ),
        (package.container.damaged, DAMAGED),
        (tally.deletions, DELETIONS.format(tally.deletions)),
        (tally.hidden, HIDDEN.format(tally.hidden)),
        (tally.comments, COMMENTS.format(tally.comments)),
        (tally.embedded, EMBEDDED.format(tally.embedded)),
        (tally.too_deep, TOO_DEEP),
        (tally.cut, CUT),
    )
    return tuple(sentence for applies, sentence in said if applies)
