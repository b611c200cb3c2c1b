"""Web pages: .html and .htm, and .mht, the single file that browsers and Word save them in."""

import re

from lxml import etree

from reviewer.errors import DamagedError, ReadError
from reviewer.model.document import Document
from reviewer.readers import gather, limits
from reviewer.readers.docx.xml import check_tree
from reviewer.readers.encoding import Decoded, decode
from reviewer.readers.html.page import Page

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 16_000
_BAD = "\ufffd"


def read_html(data: bytes, path: str, encoding: str | None = None, kind: str = "html") -> Document:
    """The text of a web page, block by block; nothing is fetched, run or taken for page furniture.

    `encoding` is the codec that the clerk chose or a container names; else byte order mark, then what the page itself
    says, unless it does not fit, then what the bytes show.
    """
    if len(data) > limits.TEXT_BYTES:
        raise limits.too_large()
    decoded = _decoded(data, encoding)
    source = decoded.text.replace("\0", "").encode("utf-8", "replace")
    check_tree(source)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    page = Page()
    if root is not None:
        page.read(root)
    said = (
        (parser.error_log.filter_from_fatals(), gather.TOO_DEEP),
        (page.deletions, gather.DELETIONS.format(page.deletions)),
        (page.hidden, gather.HIDDEN.format(page.hidden)),
    )
    return page.gatherer.document(path, kind, decoded.warnings + tuple(words for applies, words in said if applies))


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    if encoding is None and not data.startswith(_BOMS):
        declared = _DECLARED.search(data[:_HEAD])
        if declared is not None:
            named = (declared[1] or declared[2]).decode("ascii")
            try:
                found = decode(data, named)
            except ReadError:
                found = None
            if found is not None and found.text.count(_BAD) <= len(found.text) // 1000:
                return found
    return decode(data, encoding)


def read_mht(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The text of the page that a .mht file holds, its pictures and further parts left out."""
    from email import message_from_bytes, policy

    if len(data) > limits.TEXT_BYTES:
        raise limits.too_large()
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                charset = part.get_content_charset()
                return read_html(content, path, encoding or _known(charset), "mht")
    raise DamagedError(
        "这个网页文件里没有正文，它可能没有保存完整。", "请用浏览器重新保存网页，或把正文复制到 .txt 里再试。"
    )


def _known(charset: str | None) -> str | None:
    """`charset` where Python knows it."""
    import codecs

    try:
        return None if charset is None else codecs.lookup(charset).name
    except LookupError:
        return None
