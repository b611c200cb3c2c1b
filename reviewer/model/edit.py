"""What a copy of the original has different: changed words, paragraphs taken out, remarks."""

from dataclasses import dataclass

from reviewer.model.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of `span` become `text`, "" taking them out; an empty span inserts `text` before `span.start`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class StrikeParagraph:
    """The 0-based `paragraph` is taken out whole, its number and its line with it."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class Remark:
    """`text`, said in the margin about the characters of `span`."""

    span: Span
    text: str
    author: str = "公文审阅"


Change = Edit | StrikeParagraph
