"""Qt counts UTF-16 units, we count code points: the only place that converts."""

import re

_STRUCTURE = re.compile("[\x00\n\r\u2029\ufdd0\ufdd1\ufffc]")


def length(text: str) -> int:
    """The UTF-16 units of `text`; a lone surrogate is one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, offset: int) -> int:
    """The UTF-16 offset of the code-point offset `offset`; beyond the end of `text` it is the end."""
    return length(text[:offset])


def from_utf16(text: str, offset: int) -> int:
    """The code-point offset at UTF-16 offset `offset`; inside a pair it is the pair's beginning."""
    if offset <= 0:
        return 0
    head = text[:offset]
    if length(head) == len(head):
        return len(head)
    units = 0
    for index, character in enumerate(head):
        units += 2 if character > "\uffff" else 1
        if units > offset:
            return index
        if units == offset:
            return index + 1
    return len(head)


def displayable(text: str) -> str:
    """`text` as Qt takes it for one paragraph: of the same length, without what Qt reads as structure."""
    return _STRUCTURE.sub("\ufffd", text)
