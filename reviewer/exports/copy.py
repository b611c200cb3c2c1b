"""A copy of the clerk's file, before it is written anywhere."""

from dataclasses import dataclass

from reviewer.model.edit import Change, Remark
from reviewer.model.span import Span

OVERLAP = "与另一处修改重叠，没有改。"


@dataclass(frozen=True, slots=True)
class Refused:
    """A change or remark that could not be made in the copy, with a Chinese sentence that says why."""

    what: Change | Remark
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """The bytes of a copy, how many of the changes and remarks are in it, and those that are not.

    `omitted` is a Chinese sentence on what else of the original is not in it, "" where all is.
    """

    data: bytes
    made: int
    refused: tuple[Refused, ...] = ()
    omitted: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """The characters of `span` marked in a highlighting colour as Word names it (yellow, cyan, …)."""

    span: Span
    colour: str
