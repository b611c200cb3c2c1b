"""How far a document has come, what is marked in it, and what changed: the words in which the session speaks."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Phase(Enum):
    """How far the open document has come."""

    EMPTY = auto()
    LOADING = auto()
    READING = auto()
    REVIEWED = auto()
    FAILED = auto()


class MarkKind(StrEnum):
    """What is marked in the text, each to be switched on and off; findings of one look only together with FINDINGS."""

    FINDINGS = "findings"
    ERRORS = "errors"
    WARNINGS = "warnings"
    HINTS = "hints"
    ADVERTS = "adverts"
    DUTIES = "duties"
    DEADLINES = "deadlines"
    DECISIONS = "decisions"


class DutyView(StrEnum):
    """How the duties are laid out."""

    TABLE = "table"
    TIMELINE = "timeline"
    UNIT = "unit"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Change:
    """Which parts of the session are no longer what they were; `same_file`: the document is a new state of its file."""

    document: bool = False
    same_file: bool = False
    report: bool = False
    filters: bool = False
    phase: bool = False
    options: bool = False
