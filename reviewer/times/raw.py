"""What the words of a time say, whatever the document's year."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.span import Span
from reviewer.model.time import TimeRole, TimeType


class Edge(StrEnum):
    """How a stretch of the calendar bounds the matter: in it (ON), by its end (BEFORE, WITHIN), from it on, or past."""

    ON = ""
    BEFORE = "前"
    WITHIN = "内"
    DURING = "期间"
    FROM = "起"
    AFTER = "后"
    ABOUT = "左右"
    UP_TO = "截至"
    EVER_SINCE = "以来"


class Part(StrEnum):
    """A part of a year, half, quarter or month."""

    EARLY = "上旬"
    MIDDLE = "中旬"
    LATE = "下旬"
    EARLY_MIDDLE = "上中旬"
    MIDDLE_LATE = "中下旬"
    FIRST_HALF = "上半月"
    START = "初"
    MID = "中"
    END = "底"


class Unit(StrEnum):
    """What a duration is counted in; `WORKDAY` follows the State Council's calendar."""

    MINUTE = "分钟"
    HOUR = "小时"
    DAY = "日"
    WORKDAY = "工作日"
    WEEK = "周"
    MONTH = "月"
    YEAR = "年"


class Anchor(StrEnum):
    """The day that a duration is counted from."""

    NOW = "now"
    MEETING = "meeting"
    ISSUE = "issue"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar as far as the words give it; what is None is left to the document's own date.

    A `*_shift` counts from the document's year, month or week (去年 −1, 下月 +1); `quarters` is first and last,
    both included; `first_months` the year's first so many months; `weekday` counts from 1 for Monday.
    """

    year: int | None = None
    year_shift: int | None = None
    half: int | None = None
    quarters: tuple[int, int] | None = None
    quarter_shift: int | None = None
    first_months: int | None = None
    month: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    weekday: int | None = None
    day: int | None = None
    day_shift: int | None = None
    part: Part | None = None

    @property
    def finer_than_year(self) -> bool:
        """Whether the words name more than a year."""
        fields = (
            self.half,
            self.quarters,
            self.quarter_shift,
            self.first_months,
            self.month,
            self.month_shift,
            self.week_shift,
        )
        return any(f is not None for f in (*fields, self.day, self.day_shift, self.part))


@dataclass(frozen=True, slots=True)
class Calendar:
    """One stretch and what it bounds."""

    stretch: Stretch
    edge: Edge = Edge.ON


@dataclass(frozen=True, slots=True)
class Between:
    """From `first` to `last`; `first` is None where it is the day of `anchor`: the document's own (即日起至…), an event."""

    first: Stretch | None
    last: Stretch
    edge: Edge = Edge.ON
    anchor: Anchor = Anchor.NOW


@dataclass(frozen=True, slots=True)
class Listed:
    """Several stretches that share their ending (6月底、12月底前)."""

    items: tuple[Stretch, ...]
    edge: Edge = Edge.ON


@dataclass(frozen=True, slots=True)
class Feast:
    """A festival by its id in the lexicon.

    `holiday` means its days off rather than the day itself, `ahead` some days before it (国庆节前一周).
    """

    festival: str
    year: int | None = None
    year_shift: int | None = None
    edge: Edge = Edge.ON
    holiday: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration of `low` to `high` units, counted from `anchor` or, where given, from the end of `start` or `feast`.

    A festival that has days off ends with the last of them. `exact` is false where the words leave the last day open
    (左右, 不超过六个月).
    """

    low: int
    high: int
    unit: Unit
    anchor: Anchor = Anchor.NOW
    start: Stretch | None = None
    exact: bool = True
    feast: Feast | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Before, after or from an event whose day the text does not give (会前, 入冬前, 印发之日起)."""

    anchor: Anchor
    edge: Edge


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The five-year plan of this number (十四五 is 14), or a part of it."""

    number: int
    edge: Edge = Edge.DURING
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """So many years, months or days before or after the document's date; `count` is None where the words leave it open."""

    count: int | None
    unit: Unit
    ahead: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurrence as an RFC 5545 RRULE value; "" where the words give no frequency (定期)."""

    rule: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A limit that names no day (限期, 近期), with the type and role that the words suggest."""

    type: TimeType = TimeType.DATE
    role: TimeRole = TimeRole.DEADLINE


@dataclass(frozen=True, slots=True)
class Masked:
    """A time with blanks still to be filled (X月X日, **日至**日)."""

    type: TimeType = TimeType.DATE


Form = Calendar | Between | Listed | Feast | Length | Event | PlanPeriod | Years | Repeat | Vague | Masked


Found = tuple[int, int, Form]
"""Where the words of a time begin and end in their paragraph, and what they say."""


@dataclass(frozen=True, slots=True)
class RawTime:
    """A time as it stands in the text: the same for every document year.

    `descriptive` is true where its neighbours make it tell rather than bind (今年是开局之年, 会前，市局印发了方案).
    """

    span: Span
    text: str
    form: Form
    descriptive: bool = False
