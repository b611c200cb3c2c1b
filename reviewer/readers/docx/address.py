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
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.xml import Element

BODY_ADDRESS = "body"


def body_of(root: Element) -> Element | None:
    """The `w:body` of a main part, None where it has none."""
    return next(root.iter(BODY), None)


def split_address(address: str) -> tuple[str | None, tuple[int, ...], int]:
    """The part (None for the main one), the child indices and the characters to skip that `address` names."""
    part, colon, path = address.rpartition(":")
    path, _, skip = path.partition("@")
    path = path.partition("#")[0].removeprefix(BODY_ADDRESS).lstrip("/")
    return (part if colon else None), tuple(int(i) for i in path.split("/") if i), int(skip or 0)


def element_at(root: Element, address: str) -> Element:
    """The element that `address` leads to; `root` is the root of the part that it names.

    Raises LookupError where the part has no such place.
    """
    part, path, _ = split_address(address)
    element = body_of(root) if part is None else root
    if element is None:
        raise LookupError(address)
    for index in path:
        element = element[index]
    return element


def locate(package: Package, address: str) -> Element:
    """The element that `address` leads to in a package; its part is parsed anew at each call."""
    part = split_address(address)[0]
    root = package.document() if part is None else package.part(part)
    if root is None:
        raise LookupError(address)
    return element_at(root, address)
