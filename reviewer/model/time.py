"""Time expressions and the document's own date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviewer.model.span import Span


class TimeType(StrEnum):
    """The kind of time that the words name."""

    DATE = "date"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"


class TimeRole(StrEnum):
    """What the time does for the reader: binds a duty, repeats it, names an occasion, or only tells."""

    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    NODE = "node"
    BACKGROUND = "background"


class TimeStatus(StrEnum):
    """How far the words settle a calendar day."""

    RESOLVED = "resolved"
    YEAR_UNKNOWN = "year-unknown"
    EVENT = "event"
    VAGUE = "vague"
    MASKED = "masked"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time named in the text.

    `due` is the last day on which it is still in time, None where there is none or the words don't settle it;
    `begin` the first day that the words cover, None where they don't say. `recurrence` is an RFC 5545 RRULE value.
    `estimated` is true where a statutory calendar that is not yet published had to be guessed. `why` is a short
    Chinese explanation of the computed value, "" where the words say it themselves.
    """

    span: Span
    text: str
    type: TimeType
    role: TimeRole
    status: TimeStatus
    due: date | None = None
    begin: date | None = None
    recurrence: str | None = None
    estimated: bool = False
    why: str = ""


class YearSource(StrEnum):
    """Where the document's year was taken from, in falling order of authority."""

    CALLER = "caller"
    DATE_LINE = "date-line"
    TITLE = "title"
    PLAN_YEAR = "plan-year"
    OPENING_YEAR = "opening-year"
    THIS_YEAR = "this-year"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Occasion:
    """The day of the document's own meeting or issue, and the words of the text that say so."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Dating:
    """The document's year and, where known, its day.

    `year` is None where nothing in the text says it. `day` is the day of the meeting or of issue (成文日期).
    `given` is true where the caller named the day, which also settles limits that hang on the event.
    `meeting` and `issue` are the days that 会后 and 印发之日起 count from where the text itself gives them.
    `evidence` is the place that says the year, None where the caller did or nobody.
    """

    year: int | None = None
    source: YearSource = YearSource.NONE
    day: date | None = None
    given: bool = False
    evidence: Span | None = None
    meeting: Occasion | None = None
    issue: Occasion | None = None
