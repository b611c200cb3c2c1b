"""Page numbers and running heads, which are no part of the text."""

import re
from collections import defaultdict

from reviewer.readers.gather import is_page_number
from reviewer.readers.pages.lines import Line

_ZONE = 0.13
_TOLERANCE = 0.01
_OFTEN = 3
_SHARE = 0.4
_DIGITS = re.compile(r"\d+")
_PRINTED_ADDRESS = re.compile(r"(?:https?|file)://\S+(?:\s+\d+/\d+)?")


def without_furniture(pages: list[list[Line]], heights: list[float]) -> tuple[list[Line], bool]:
    """The lines of all pages without their furniture; whether more than page numbers was left out.

    Furniture stands in the margins at the top and bottom, and repeats there but for its numbers.
    """
    where: dict[tuple[str, int], set[int]] = defaultdict(set)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if _is_marginal(line, height):
                for key in _keys(line, height):
                    where[key].add(line.page)
    enough = max(min(_OFTEN, len(pages)), _SHARE * len(pages), 2)
    kept: list[Line] = []
    heads = False
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            if _is_marginal(line, height):
                if is_page_number(line.text):
                    continue
                if _PRINTED_ADDRESS.fullmatch(line.text) or any(len(where[k]) >= enough for k in _keys(line, height)):
                    heads = True
                    continue
            kept.append(line)
    return kept, heads


def _is_marginal(line: Line, height: float) -> bool:
    return not _ZONE * height < line.base < (1 - _ZONE) * height


def _keys(line: Line, height: float) -> tuple[tuple[str, int], ...]:
    """What a line says but for its numbers, with its height on the page, roughly, twice against rounding."""
    step = _TOLERANCE * height or 1.0
    said = _DIGITS.sub("#", line.text)
    return (said, round(line.base / step)), (said, -1 - int(line.base / step))
