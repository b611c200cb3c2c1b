"""The short way through a paragraph of plain runs, which most paragraphs are; `line` is the way through all others."""

from typing import NamedTuple

from reviewer.model.document import Run
from reviewer.readers.docx.names import PPR, RPR, RUN, TEXT, W
from reviewer.readers.docx.xml import Element, nodes_of

_SILENT = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))


class PlainRuns(NamedTuple):
    """The `w:pPr` of a paragraph, its text, the runs of that, and their `w:rPr`, which are [] where no run has one."""

    properties: Element | None
    text: str
    runs: list[Run]
    formats: list[Element | None]


def plain_runs(paragraph: Element, address: str) -> PlainRuns | None:
    """What a `w:p` at `address` holds, None where that is more than its properties and runs of `w:t`."""
    properties = None
    pieces: list[str] = []
    runs: list[Run] = []
    formats: list[Element | None] = []
    set_apart = False
    end = 0
    for index, child in enumerate(nodes_of(paragraph)):
        tag = child.tag
        if tag == RUN:
            before = end
            rpr = None
            for place, leaf in enumerate(nodes_of(child)):
                tag = leaf.tag
                if tag == TEXT:
                    text = leaf.text
                    if text:
                        start, end = end, end + len(text)
                        pieces.append(text)
                        runs.append(Run(start, end, f"{address}/{index}/{place}"))
                elif tag == RPR and not place:
                    rpr = leaf
                    set_apart = True
                else:
                    return None
            if end > before:
                formats.append(rpr)
        elif tag == PPR:
            properties = child
        elif tag not in _SILENT:
            return None
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    return PlainRuns(properties, text, runs, formats if set_apart else [])
