"""Which branch of markup compatibility is read (ECMA-376 part 3), and what lies deep inside an element."""

from collections.abc import Iterator

from reviewer.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, TEXTBOX
from reviewer.readers.docx.xml import Element, children


def chosen(alternate: Element) -> Element | None:
    """The branch of an `mc:AlternateContent` that is read: the first choice, else the fallback."""
    fallback = None
    for branch in alternate:
        if branch.tag == CHOICE:
            return branch
        if branch.tag == FALLBACK:
            fallback = branch
    return fallback


def inside(element: Element, address: str, tag: str) -> Iterator[tuple[Element, str]]:
    """The `tag` elements in `element`, itself included, with their addresses, in the branches that are read.

    What lies inside one of them is left to it, and so is what lies in a text box.
    """
    pending = [(element, address)]
    while pending:
        node, place = pending.pop()
        if node.tag == tag:
            yield node, place
        elif node.tag != TEXTBOX:
            branch = chosen(node) if node.tag == ALTERNATE else None
            inner = [(child, f"{place}/{index}") for index, child in enumerate(children(node))]
            pending += [pair for pair in reversed(inner) if branch is None or pair[0] is branch]
