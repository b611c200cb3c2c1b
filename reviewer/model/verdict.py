"""What became of a finding."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a finding stands with the clerk.

    `PASSED` is ignored in all documents, `SILENCED` of a rule that she switched off, `OVERRIDDEN` accepted but in the
    way of a correction that she accepted later, `STRUCK` in a paragraph that is to go.
    """

    OPEN = "open"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    PASSED = "passed"
    SILENCED = "silenced"
    OVERRIDDEN = "overridden"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of one finding; `replacement` is what its words become, None unless they were accepted to."""

    state: State = State.OPEN
    replacement: str | None = None


OPEN = Verdict()
