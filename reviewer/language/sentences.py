"""Where sentences begin and end."""

import re

_SENTENCE = re.compile(r"[^。；！？]*[。；！？]+[”’」』）)】》]*|[^。；！？]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets `(start, end)` of the sentences of one paragraph: split after 。；！？ with what closes behind them.

    White space around a sentence is not part of it; a stretch of nothing else is no sentence.
    """
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        part = match.group()
        end -= len(part) - len(part.rstrip())
        start += len(part) - len(part.lstrip())
        if start < end:
            found.append((start, end))
    return found
