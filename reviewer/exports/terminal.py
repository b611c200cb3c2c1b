"""Text for a terminal."""

from collections.abc import Iterable

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "�")


def for_terminal(lines: Iterable[str]) -> str:
    """The lines without a line end after the last one; what would steer the terminal is �, since documents must not."""
    return "\n".join(line.translate(_CONTROLS) for line in lines)
