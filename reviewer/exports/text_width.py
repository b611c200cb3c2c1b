"""How much room text takes where a Chinese character is twice as wide as a Latin one."""

from math import ceil

_SLACK = 0.5  # ems that a line leaves empty on average, because punctuation may not begin a line


def columns(text: str) -> int:
    """The width of `text` in half-width columns, as a terminal counts them."""
    return 2 * len(text) - sum(map(str.isascii, text))


def ems(text: str) -> float:
    """The width of `text` in Chinese characters."""
    return columns(text) / 2


def line_count(text: str, room: float) -> int:
    """About how many lines `text` fills where one holds `room` Chinese characters; never too few for plain text."""
    usable = max(room - _SLACK, 1)
    return sum(max(1, ceil(ems(line) / usable)) for line in text.split("\n"))


def shorten(text: str, room: int) -> str:
    """`text` cut to at most `room` characters, with … for what is missing."""
    return text if len(text) <= room else text[: room - 1] + "…"
