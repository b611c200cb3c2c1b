"""Which branch of markup compatibility is read (ECMA-376 part 3), and where text boxes hide."""

from collections.abc import Iterator

from reviewer.readers import limits
from reviewer.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, TEXTBOX
from reviewer.readers.docx.xml import Element


def chosen(alternate: Element) -> Element | None:
    """The branch of an `mc:AlternateContent` that is read: the first choice, else the fallback."""
    fallback = None
    for branch in alternate:
        if branch.tag == CHOICE:
            return branch
        if branch.tag == FALLBACK:
            fallback = branch
    return fallback


def text_boxes(element: Element) -> Iterator[Element]:
    """The `w:txbxContent` inside a drawing or picture, each once, those nested in others left to them."""
    pending, steps = [element], 0
    while pending and steps < limits.WALK_STEPS:
        steps += 1
        node = pending.pop()
        if node.tag == TEXTBOX:
            yield node
        elif node.tag == ALTERNATE:
            branch = chosen(node)
            if branch is not None:
                pending.append(branch)
        else:
            pending.extend(reversed(node))
