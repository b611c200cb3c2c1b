"""Duties put together by the unit that has to do them, or by the part of the text that they stand in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reviewer.model.duty import Duty
from reviewer.model.report import Report
from reviewer.ui.change import DutyView

NOBODY = "没有点名单位"
BEFORE_ALL = "标题之前"
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_LEVELS = 2  # headings that tell one part from another


@dataclass(frozen=True, slots=True)
class Group:
    """Duties under one title, as indices into the report; `told` says how many in words.

    `above` is the heading that encloses the title's, "" where there is none.
    """

    title: str
    told: str
    duties: tuple[int, ...]
    above: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from the other groups, however many duties they hold."""
        return self.above, self.title


def groups(
    report: Report, duties: Sequence[int], view: DutyView, full_names: Mapping[str, str] = _NO_NAMES
) -> list[Group]:
    """The duties as `view` puts them together, in the order in which the text first names the units or parts.

    By unit, a duty is with everybody who leads it and everybody who helps, those called by one of the short forms in
    `full_names` by their full name; those of nobody come last. Other views have no groups.
    """
    if view is DutyView.UNIT:
        return _by_unit(report, duties, full_names)
    return _by_part(report, duties) if view is DutyView.PART else []


def _by_unit(report: Report, duties: Sequence[int], full_names: Mapping[str, str]) -> list[Group]:
    leading: dict[str, list[int]] = {}
    helping: dict[str, list[int]] = {}
    for index in duties:
        duty = report.duties[index]
        lead = dict.fromkeys(full_names.get(unit, unit) for unit in duty.lead or ("",))
        for unit in lead:
            leading.setdefault(unit, []).append(index)
            helping.setdefault(unit, [])
        for unit in dict.fromkeys(full_names.get(unit, unit) for unit in duty.support):
            leading.setdefault(unit, [])
            helping.setdefault(unit, [])
            if unit not in lead:
                helping[unit].append(index)
    made = [
        Group(unit, _roles(len(led), len(helping[unit])), tuple(sorted((*led, *helping[unit]))))
        for unit, led in leading.items()
        if unit
    ]
    if "" in leading:
        made.append(Group(NOBODY, _count(leading[""]), tuple(leading[""])))
    return made


def _roles(leading: int, helping: int) -> str:
    counts = ((leading, "牵头"), (helping, "配合"))
    return "，".join(f"{name} {count} 条" for count, name in counts if count)


def _by_part(report: Report, duties: Iterable[int]) -> list[Group]:
    found: dict[tuple[str, ...], list[int]] = {}
    for index in duties:
        found.setdefault(_part_of(report.duties[index]), []).append(index)
    return [
        Group(part[-1] if part else BEFORE_ALL, _count(inside), tuple(inside), part[0] if len(part) > 1 else "")
        for part, inside in found.items()
    ]


def _part_of(duty: Duty) -> tuple[str, ...]:
    return duty.section[:_LEVELS]


def _count(duties: Sequence[int]) -> str:
    return f"{len(duties)} 条"
