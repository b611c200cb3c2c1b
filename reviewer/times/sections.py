"""Times in a section whose heading names a year of its own (二、2026年工作安排)."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from reviewer.model.outline import Outline
from reviewer.model.time import Dating
from reviewer.times.raw import Between, Calendar, Feast, Form, Length, Listed, RawTime, Stretch

_YEAR = re.compile(r"(?:^|[^\d])((?:19|20)\d\d)年(?!以来|至|[—-])")
_OUTERMOST = 2


def with_section_years(raw: Iterable[RawTime], outline: Outline, dating: Dating) -> tuple[RawTime, ...]:
    """The times, those without a year given the year of their section where its heading names another than the document's.

    Words that count from the document's own year (今年, 去年) stay as they are.
    """
    begins: list[tuple[int, int]] = [(-1, 0)]
    years: list[int | None] = [None]
    for entry in outline.entries:
        if entry.is_point or entry.level > _OUTERMOST:
            continue
        named = {int(year) for year in _YEAR.findall(entry.title)}
        inherited = years[-1] if entry.level == _OUTERMOST and not named else None
        year = named.pop() if len(named) == 1 else inherited
        begins.append((entry.span.paragraph, entry.span.start))
        years.append(year)
    if not any(year is not None and year != dating.year for year in years):
        return tuple(raw)
    placed: list[RawTime] = []
    for time in raw:
        year = years[bisect_right(begins, (time.span.paragraph, time.span.start)) - 1]
        placed.append(time if year is None or year == dating.year else replace(time, form=_in_year(time.form, year)))
    return tuple(placed)


def _in_year(form: Form, year: int) -> Form:
    if isinstance(form, Calendar):
        return replace(form, stretch=_stretch(form.stretch, year))
    if isinstance(form, Between) and form.first is not None:
        return replace(form, first=_stretch(form.first, year), last=_stretch(form.last, year))
    if isinstance(form, Listed):
        return replace(form, items=tuple(_stretch(item, year) for item in form.items))
    if isinstance(form, Feast) and form.year is None and form.year_shift is None:
        return replace(form, year=year)
    if isinstance(form, Length) and form.feast is not None:
        feast = _in_year(form.feast, year)
        return replace(form, feast=feast) if isinstance(feast, Feast) else form
    return form


def _stretch(stretch: Stretch, year: int) -> Stretch:
    """The stretch in `year`, if it leaves the year open and counts from nothing else."""
    settled = any(
        getattr(stretch, name) is not None for name in Stretch.__dataclass_fields__ if name.endswith("_shift")
    )
    return stretch if settled or stretch.year is not None else replace(stretch, year=year)
