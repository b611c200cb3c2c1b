"""Where something stands, so that it is found again in an edited document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place told by where it was and by hashes of what it says and of what stands around it.

    `paragraph`, `start` and `end` are the span as it was. `quote` is the hash of its words, `sentence` of the
    sentence that it begins in, `offset` its distance from that sentence's beginning, `before` and `after` hashes of
    the sentences beside ("" where there is none). It holds no text of the document.
    """

    paragraph: int
    start: int
    end: int
    quote: str
    sentence: str
    offset: int
    before: str
    after: str
