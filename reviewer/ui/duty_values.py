"""What the clerk types for a duty: units, days, how often."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from reviewer.model.decision import DutyChanges
from reviewer.ui.labels import recurrence_words

SEPARATOR = "、"
AS_FOUND = "as found"
"""In place of an RRULE value: what the text says."""
DATE_HINT = "写成 2024-06-30、2024年6月30日或者6月30日；不填就按文中的说法"
UNIT_HINT = "几个单位用顿号隔开"

_UNITS = re.compile(r"[、，,；;\s]+")
_DAY = re.compile(r"(?:(\d{4})\s*[-/.．年]\s*)?(\d{1,2})\s*[-/.．月]\s*(\d{1,2})\s*[日号]?")
_RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=2",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=YEARLY",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """New values for a duty, and the names of the fields that are to say again what was found in the text."""

    changes: DutyChanges = DutyChanges()  # noqa: RUF009 (immutable)
    as_found: frozenset[str] = frozenset()


NO_CORRECTION = Correction()


def units(words: str) -> tuple[str, ...]:
    """The units named, each once."""
    return tuple(dict.fromkeys(filter(None, _UNITS.split(words))))


def day(words: str, year: int | None) -> date | None:
    """The day written, in `year` where the words name none; None where they are no day that there is."""
    match = _DAY.fullmatch(words.strip())
    if match is None:
        return None
    try:
        return date(int(match[1] or year or 0), int(match[2]), int(match[3]))
    except ValueError:
        return None


def day_problem(words: str, year: int | None) -> str:
    """Why these words are no day, "" where they are one or there are none."""
    if not words.strip() or day(words, year) is not None:
        return ""
    match = _DAY.fullmatch(words.strip())
    if match is None:
        return "没有看懂这个日期，请写成 2024-06-30 或者 6月30日。"
    return "文稿的年份还不知道，请连年份一起写。" if not (match[1] or year) else "没有这一天，请核对。"


def frequencies(now: Sequence[str], found: Sequence[str]) -> list[tuple[str, str]]:
    """The values to choose from with their words: as found, once, the usual ones, and the ones in force."""
    words = "；".join(dict.fromkeys(map(recurrence_words, found))) or "不重复"
    rules = dict.fromkeys((*_RULES, *now))
    return [(AS_FOUND, f"按文中（{words}）"), ("", "不重复"), *((rule, recurrence_words(rule)) for rule in rules)]


def changes(field: str, words: str, before: str, year: int | None) -> Correction:
    """What typing `words` where `before` stood means for a field of `DutyChanges`.

    Nothing where it is the same as before, or no day.
    """
    if words == before:
        return NO_CORRECTION
    if words == AS_FOUND or (not words and field in ("action", "due")):
        return Correction(as_found=frozenset({field}))
    match field:
        case "action":
            return Correction(DutyChanges(action=words))
        case "lead":
            return Correction(DutyChanges(lead=units(words)))
        case "support":
            return Correction(DutyChanges(support=units(words)))
        case "recurrence":
            return Correction(DutyChanges(recurrence=words))
    meant = day(words, year)
    return Correction(DutyChanges(due=meant)) if meant and meant.isoformat() != before else NO_CORRECTION


def together(corrections: Iterable[Correction]) -> Correction:
    """Several corrections of different fields of one duty as one."""
    all_of = list(corrections)
    fields = {name: value for one in all_of for name, value in asdict(one.changes).items() if value is not None}
    return Correction(DutyChanges(**fields), frozenset[str]().union(*(one.as_found for one in all_of)))
