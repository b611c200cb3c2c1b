"""Work over a whole document, in steps, so that another thread (the window's) gets its turn."""

import re
from collections.abc import Iterator, Mapping

_STEP = 20_000  # characters; Python lets no other thread run within one call of a method of str or of a pattern


def find_in_steps(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` finds, as long as matches are not empty and stay within their lines."""
    begin = 0
    while begin < len(text):
        line_end = text.find("\n", begin + _STEP)
        end = line_end + 1 if line_end >= 0 else len(text)
        yield from pattern.finditer(text, begin, end)
        begin = end


def translate_in_steps(text: str, table: Mapping[int, int]) -> str:
    """What `text.translate(table)` gives."""
    return "".join([text[begin : begin + _STEP].translate(table) for begin in range(0, len(text), _STEP)])
