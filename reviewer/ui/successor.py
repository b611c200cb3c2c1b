"""What has become of a duty after a decision."""

from collections.abc import Sequence

from reviewer.model.duty import Duty


def successor(duty: Duty, duties: Sequence[Duty], choice: Sequence[int]) -> int:
    """The index in `duties` of what has become of `duty`; where it is gone, of the one after it among `choice`.

    -1 where there is none.
    """
    span = duty.span
    for index, other in enumerate(duties):
        if other.span == span or (other.span.overlaps(span) and other.span.start == span.start):
            return index
    inside = [index for index, other in enumerate(duties) if other.span.overlaps(span)]
    after = [index for index in choice if duties[index].span >= span]
    return next(iter((*inside, *after, *reversed(choice))), -1)
