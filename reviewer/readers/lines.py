"""Text without the characters at which anyone breaks lines."""

import re

from reviewer.readers import limits

# Qt, str.splitlines and the layout engines each break at some of these; U+FDD0 and U+FDD1 are Qt's frame marks, and
# a lone surrogate cannot be written to any file.
_BREAKERS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ufdd0\ufdd1]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n")


def one_line(text: str) -> str:
    """`text` of the same length with every line break turned into a space, so that offsets stay."""
    if text.isprintable():
        return text
    if _BREAKERS.search(text):
        text = _BREAKERS.sub(" ", text)
    if _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text)
    return text


def split_lines(text: str) -> tuple[list[str], str]:
    """The lines of `text` as split at LF, CRLF or CR, and its commonest line end (LF where it has none)."""
    crlf = text.count("\r\n")
    counts = {"\n": text.count("\n") - crlf, "\r\n": crlf, "\r": text.count("\r") - crlf}
    limits.check_amount(sum(counts.values()) + 1, 0)
    newline = max(counts, key=lambda end: counts[end])
    lines = text.split("\n") if counts["\n"] == sum(counts.values()) else _LINE_END.split(text)
    return lines, newline


def split_points(length: int) -> list[int]:
    """Where a paragraph of `length` characters must be divided so that no piece is longer than the limit."""
    return list(range(limits.PARAGRAPH_CHARACTERS, length, limits.PARAGRAPH_CHARACTERS))
