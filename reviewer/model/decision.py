"""What the clerk decided about a document."""

from dataclasses import dataclass
from datetime import date

from reviewer.model.anchor import Anchor


@dataclass(frozen=True, slots=True)
class DutyChanges:
    """New values for a duty; None leaves a value as it was found.

    `due` is the last day in time, `recurrence` an RRULE value; "" as `recurrence` says that it does not recur.
    """

    action: str | None = None
    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    due: date | None = None
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class StrikeDuty:
    """What was found at `anchor` is no duty."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class AddDuty:
    """The words at `anchor` are a duty although none was found there."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class EditDuty:
    """The duty at `anchor` has other values than were found."""

    anchor: Anchor
    changes: DutyChanges


@dataclass(frozen=True, slots=True)
class SplitDuty:
    """The duty at `anchor` is two: the second begins `at` code points behind its beginning."""

    anchor: Anchor
    at: int


@dataclass(frozen=True, slots=True)
class MergeDuty:
    """The duty at `anchor` and the one after it in the same paragraph are one."""

    anchor: Anchor


@dataclass(frozen=True, slots=True)
class ListDuty:
    """The duty at `anchor` goes into the checklist, or, where not `listed`, is left out of it."""

    anchor: Anchor
    listed: bool


@dataclass(frozen=True, slots=True)
class AcceptFinding:
    """The words at `anchor`, which `rule` objects to, become `replacement`; "" takes them out."""

    anchor: Anchor
    rule: str
    replacement: str


@dataclass(frozen=True, slots=True)
class IgnoreFinding:
    """The words at `anchor` stay although `rule` objects to them."""

    anchor: Anchor
    rule: str


@dataclass(frozen=True, slots=True)
class AddFinding:
    """Something is wrong with the words at `anchor` although no rule says so; `note` is what, "" for nothing said."""

    anchor: Anchor
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddRemark:
    """`text` is to be said to the author about the words at `anchor`."""

    anchor: Anchor
    text: str


@dataclass(frozen=True, slots=True)
class DropParagraph:
    """The paragraph that `anchor` covers is to go."""

    anchor: Anchor


FindingDecision = AcceptFinding | IgnoreFinding | AddFinding | AddRemark | DropParagraph
DutyDecision = StrikeDuty | AddDuty | EditDuty | SplitDuty | MergeDuty | ListDuty
Decision = DutyDecision | FindingDecision
