"""Who must do what by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.model.span import Span


class Modality(StrEnum):
    """How a duty binds."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    TARGET = "target"
    COMMITMENT = "commitment"
    PERMISSION = "permission"


class Tier(StrEnum):
    """Whether it can be ticked off (a countable act, a document, a date, a number) or is an attitude."""

    FIRM = "firm"
    GENERAL = "general"


class ActorSource(StrEnum):
    """How we know who is meant."""

    EXPLICIT = "explicit"
    FIELD = "field"
    INHERITED = "inherited"
    ASSUMED = "assumed"


class DocumentKind(StrEnum):
    """The kind of document, as far as it decides what its sentences mean."""

    SPEECH = "speech"
    NOTICE = "notice"
    OPINION = "opinion"
    PLAN = "plan"
    REPORT = "report"
    SUMMARY = "summary"
    MINUTES = "minutes"
    RULES = "rules"
    OTHER = "other"


class PartFunction(StrEnum):
    """What a stretch of a document does, which decides most of its sentences."""

    OPENING = "opening"
    RETROSPECT = "retrospect"
    ARGUMENT = "argument"
    WORK = "work"
    CLOSING = "closing"
    APPARATUS = "apparatus"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document with one function, and the Chinese reason for it.

    `begin` and `end` are places (paragraph, offset), half-open; parts follow each other without gaps.
    """

    begin: tuple[int, int]
    end: tuple[int, int]
    function: PartFunction
    why: str


@dataclass(frozen=True, slots=True)
class Duty:
    """An action, standard or ban laid on somebody.

    `span` is the stretch of the sentence that says it, `text` its words; `action` a short task title made of the
    words of the text. `trigger` are the words that make it a duty ("" for a bare imperative). `lead` and `support`
    are units in the text's own words; both empty where nobody is named. `times` are indices into the report's
    times. `quantity` and `condition` are the text's words or None. `section` are the enclosing headings, outermost
    first. `why` is a Chinese sentence that says which evidence made it a duty.

    `set_due` and `set_recurrence` are values that the clerk put in place of what the times say, None where she did
    not ("" as recurrence: it does not recur). `decided` is true for a duty that she added or changed. `listed` is false
    for a duty that she leaves out of the checklist.
    """

    span: Span
    text: str
    action: str
    modality: Modality
    trigger: str
    tier: Tier
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    actor_source: ActorSource = ActorSource.ASSUMED
    times: tuple[int, ...] = ()
    quantity: str | None = None
    condition: str | None = None
    section: tuple[str, ...] = ()
    why: str = ""
    set_due: date | None = None
    set_recurrence: str | None = None
    decided: bool = False
    listed: bool = True
