"""XML parts of a package, parsed without trusting them."""

import codecs
import re
from collections.abc import Callable
from operator import itemgetter

from lxml import etree

from reviewer.errors import DamagedError
from reviewer.readers import limits
from reviewer.readers.docx.names import STRICT

Element = etree._Element

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_ELEMENT_BYTES = 140
_ATTRIBUTE_BYTES = 240
_RUN_BYTES = 350
_GROWTH = 50
_STRICT_MARK = b"purl.oclc.org/ooxml"
_HEAD = 1 << 16


def parse(data: bytes) -> Element:
    """The root of an XML part in UTF-8, in transitional namespaces.

    No entity is expanded and nothing outside the part is read; what breaks the rules of XML is passed over.
    Raises DamagedError where no element can be made out and TooLargeError where the tree would take too much memory.
    """
    if _STRICT_MARK in data[:_HEAD]:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    check_tree(data)
    # huge_tree lifts libxml2's limits on depth, text length and entity expansion; a part with a document type (which
    # OPC forbids) keeps them.
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=b"<!DOCTYPE" not in data,
        collect_ids=False,  # nothing is looked up by id; the table of ids costs a tenth of the time
        encoding="utf-8",
    )
    try:
        root: Element | None = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise DamagedError("这个文件已损坏，正文读不出来。", "请用 Word 或 WPS 打开修复后另存，或请发件人重新发一份。")
    return root


def in_utf8(data: bytes) -> bytes:
    """An XML part in UTF-8, so that what is looked for in the bytes is what the parser sees."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data[:4] in (b"<\0?\0", b"\0<\0?"):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace").encode("utf-8", "replace")
    declared = _DECLARED.match(data[:300])
    if declared is None or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii"):
        return data
    try:
        return data.decode(declared[1].decode("ascii"), "replace").encode("utf-8", "replace")
    except (LookupError, ValueError):
        return data


def check_tree(data: bytes) -> None:
    """Raise TooLargeError where the tree of the markup `data` would take too much memory."""
    if len(data) <= limits.TREE_BYTES // _GROWTH:
        return
    elements, attributes = data.count(b"<"), data.count(b"=")
    needed = len(data) + elements * (_ELEMENT_BYTES + _RUN_BYTES // 2) + attributes * _ATTRIBUTE_BYTES
    if needed <= limits.TREE_BYTES:  # even if no element were closed and every second one held text
        return
    elements -= data.count(b"</")
    runs = data.count(b":t>") // 2 + data.count(b":t ")
    needed = len(data) + elements * _ELEMENT_BYTES + attributes * _ATTRIBUTE_BYTES + runs * _RUN_BYTES
    if needed > limits.TREE_BYTES:
        raise limits.too_large("这个文件的内容太多，超出了能够审阅的范围。")


nodes_of: Callable[[Element], list[Element]] = itemgetter(slice(None))
"""The child nodes of an element, as a list, which lxml walks faster than the element itself."""


def children(element: Element | None) -> list[Element]:
    """The child nodes of `element`, none for None."""
    return [] if element is None else nodes_of(element)
