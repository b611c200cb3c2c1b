"""Addresses: how a place in the text finds its way back into the package.

    address  = [part ":"] path ["#" piece] ["@" skip]
    path     = "body" {"/" index} in the main part, {"/" index} in other parts

An index counts the child nodes of an element from 0 (comments and processing instructions included, as lxml does);
the path starts at `w:body`, or at the root element of `part` (a name inside the zip, in lower case). A paragraph's
address leads to its `w:p`; where a manual line break divides that, the later pieces carry `#1`, `#2`, …. A run's
address leads to the element that holds its characters: `w:t` (or `m:t`), whose text they are one for one, beginning
after `skip` characters; or a `w:tab`, `w:sym`, `w:noBreakHyphen`, … that stands for a single one.
"""

from reviewer.readers.docx.names import BODY
from reviewer.readers.docx.xml import Element

BODY_ADDRESS = "body"


def body_of(root: Element) -> Element | None:
    """The `w:body` of a main part, None where it has none."""
    for child in root:  # asked of the root, `iter` would look through all of the tree for another one
        body = child if child.tag == BODY else next(child.iter(BODY), None)
        if body is not None:
            return body
    return None


def split_address(address: str) -> tuple[str | None, tuple[int, ...], int]:
    """The part (None for the main one), the child indices and the characters to skip that `address` names."""
    part, colon, path = address.rpartition(":")
    path, _, skip = path.partition("@")
    path = path.partition("#")[0].removeprefix(BODY_ADDRESS).lstrip("/")
    return (part if colon else None), tuple(int(i) for i in path.split("/") if i), int(skip or 0)
