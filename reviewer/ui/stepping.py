"""From one place in the text to the next, round and round."""

from bisect import bisect_right
from collections.abc import Sequence

Place = tuple[int, int]
TO_THE_TOP = "已到文末，从头再找。"
TO_THE_END = "已到文首，从末尾再找。"


def step(starts: Sequence[Place], cursor: Place, chosen: int | None, *, forward: bool) -> tuple[int, str]:
    """Which of the places `starts`, of which there is one at least, comes next, and what is to be said of it.

    It is the first behind the cursor, or the last before it. A place right at the cursor comes first, unless it is
    the one at index `chosen`, where the reader stands already.
    """
    if chosen is not None and starts[chosen] == cursor:
        target = chosen + (1 if forward else -1)
    elif forward:
        target = bisect_right(starts, cursor)
        if target and starts[target - 1] == cursor:
            target -= 1
    else:
        target = bisect_right(starts, cursor) - 1
        if target >= 0 and starts[target] == cursor:
            target -= 1
    if target >= len(starts):
        return 0, TO_THE_TOP
    if target < 0:
        return len(starts) - 1, TO_THE_END
    return target, ""
