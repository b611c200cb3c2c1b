"""From the words of a time to dates: due day, first day, recurrence, role and status."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus, TimeType
from reviewer.times.bounds import Bounds, Unsettled, bounds, in_calendar_year, year_of
from reviewer.times.calendar import (
    STATUTORY,
    WorkCalendar,
    add_days,
    add_months,
    add_workdays,
    festival_day,
    holiday_of,
    in_calendar,
    next_festival,
)
from reviewer.times.festivals import festivals
from reviewer.times.raw import (
    Anchor,
    Between,
    Calendar,
    Edge,
    Event,
    Feast,
    Form,
    Length,
    Listed,
    Masked,
    Part,
    PlanPeriod,
    RawTime,
    Repeat,
    Stretch,
    Unit,
    Vague,
    Years,
)

_DAY = timedelta(days=1)
_ESTIMATE = "（估算：国务院放假安排未公布）"
_PAST_EDGES = (Edge.UP_TO, Edge.EVER_SINCE)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The reckoned fields of a TimeExpression."""

    type: TimeType
    role: TimeRole = TimeRole.DEADLINE
    status: TimeStatus = TimeStatus.RESOLVED
    due: date | None = None
    begin: date | None = None
    recurrence: str | None = None
    estimated: bool = False
    why: str = ""


def resolve_times(
    raw: Iterable[RawTime], dating: Dating, calendar: WorkCalendar = STATUTORY
) -> tuple[TimeExpression, ...]:
    """The times of a document reckoned with its date; roles are what the words alone say.

    `calendar` holds the user's own years where she has put some in.
    """
    return tuple(_expression(time, _toned(time, _resolve(time.form, dating, calendar))) for time in raw)


def _toned(time: RawTime, outcome: _Outcome) -> _Outcome:
    """`outcome` as background where the words beside the time only tell."""
    if time.descriptive and outcome.role is TimeRole.DEADLINE:
        return replace(outcome, role=TimeRole.BACKGROUND, due=None, why="")
    return outcome


def _expression(time: RawTime, outcome: _Outcome) -> TimeExpression:
    begin = outcome.begin
    if begin is not None and outcome.due is not None and begin > outcome.due:
        begin = None
    return TimeExpression(
        span=time.span,
        text=time.text,
        type=outcome.type,
        role=outcome.role,
        status=outcome.status,
        due=outcome.due,
        begin=begin,
        recurrence=outcome.recurrence,
        estimated=outcome.estimated,
        why=outcome.why,
    )


def _resolve(form: Form, dating: Dating, calendar: WorkCalendar) -> _Outcome:
    match form:
        case Calendar():
            return _calendar(form, dating)
        case Between():
            return _between(form, dating)
        case Listed():
            return _listed(form, dating)
        case Feast():
            return _feast(form, dating, calendar)
        case Length():
            return _length(form, dating, calendar)
        case Event():
            return _event(form, dating)
        case PlanPeriod():
            return _plan(form, dating)
        case Years():
            return _years(form, dating)
        case Repeat(rule):
            return _Outcome(TimeType.SET, TimeRole.RECURRENCE, recurrence=rule)
        case Vague(kind, role):
            return _Outcome(kind, role, TimeStatus.VAGUE)
        case Masked(kind):
            role = TimeRole.RECURRENCE if kind is TimeType.SET else TimeRole.DEADLINE
            return _Outcome(kind, role, TimeStatus.MASKED)


def _unsettled(kind: TimeType, role: TimeRole, problem: Unsettled) -> _Outcome:
    status = TimeStatus.YEAR_UNKNOWN if problem.year_needed else TimeStatus.VAGUE
    return _Outcome(kind, role, status, why=problem.why)


def _is_past(stretch: Stretch, dating: Dating) -> bool:
    """Whether the words themselves look back: 去年, 上月, a year before the document's."""
    shifts = (stretch.year_shift, stretch.month_shift, stretch.quarter_shift, stretch.week_shift)
    if any(shift is not None and shift < 0 for shift in shifts):
        return True
    return stretch.year is not None and dating.year is not None and stretch.year < dating.year


def _is_over(stretch: Stretch, found: Bounds | Unsettled, dating: Dating) -> bool:
    """Whether a date that is written with its year lies before the document's day."""
    if stretch.year is None or isinstance(found, Unsettled) or dating.day is None:
        return False
    return found.last < dating.day


def _calendar(form: Calendar, dating: Dating) -> _Outcome:
    if rolled := _rolled_over(form, dating):
        return rolled
    found = bounds(form.stretch, dating)
    over = form.edge is Edge.ON and _is_over(form.stretch, found, dating)
    past = over or _is_past(form.stretch, dating) or form.edge in _PAST_EDGES
    role = TimeRole.BACKGROUND if past else TimeRole.DEADLINE
    if isinstance(found, Unsettled):
        return _unsettled(TimeType.DATE, role, found)
    begin = None if found.vague_start else found.first
    why = _borrowed(form.stretch, dating, found)
    match form.edge:
        case Edge.UP_TO:
            return _Outcome(TimeType.DATE, role)
        case Edge.EVER_SINCE | Edge.FROM:
            return _Outcome(TimeType.DATE, role, begin=begin)
        case Edge.AFTER:
            return _Outcome(TimeType.DATE, role, begin=add_days(found.last, 1))
        case Edge.BEFORE:
            return _Outcome(TimeType.DATE, role, due=found.last, why=why)
    if past:
        return _Outcome(TimeType.DATE, role, begin=begin)
    return _Outcome(TimeType.DATE, role, due=found.last, begin=None if form.edge is Edge.WITHIN else begin, why=why)


def _rolled_over(form: Calendar, dating: Dating) -> _Outcome | None:
    """A limit by a weekday that is already past in its week (本周五前, said on a Saturday): the coming one is meant."""
    stretch = form.stretch
    if stretch.weekday is None or stretch.week_shift != 0 or form.edge not in (Edge.BEFORE, Edge.WITHIN):
        return None
    found = bounds(stretch, dating)
    if isinstance(found, Unsettled) or dating.day is None or found.last >= dating.day:
        return None
    why = f"自{_said(dating.day)}推算，本周的这一天已过，按下周计"
    return _Outcome(TimeType.DATE, due=add_days(found.last, 7), why=why)


def _borrowed(stretch: Stretch, dating: Dating, found: Bounds) -> str:
    """Why the due day is what it is, where the document's own date had to help."""
    if stretch.year is not None or dating.year is None:
        return ""
    if stretch.week_shift is not None or stretch.day_shift is not None or stretch.month_shift is not None:
        return f"自{_said(dating.day)}推算" if dating.day else ""
    return f"按{found.last.year}年计"


def _between(form: Between, dating: Dating) -> _Outcome:
    last = bounds(form.last, dating)
    over = form.edge is Edge.ON and _is_over(form.last, last, dating)
    past = over or _is_past(form.last, dating)
    role = TimeRole.BACKGROUND if past else TimeRole.DEADLINE
    if isinstance(last, Unsettled):
        return _unsettled(TimeType.RANGE, role, last)
    begin = dating.day if form.anchor is not Anchor.OTHER else None
    if form.first is not None:
        first = bounds(form.first, dating)
        begin = None if isinstance(first, Unsettled) or first.vague_start else first.first
    if past:
        return _Outcome(TimeType.RANGE, role, begin=begin)
    return _Outcome(TimeType.RANGE, role, due=last.last, begin=begin, why=_borrowed(form.last, dating, last))


def _listed(form: Listed, dating: Dating) -> _Outcome:
    outcomes = [_calendar(Calendar(item, form.edge), dating) for item in form.items]
    worst = next((o for o in outcomes if o.status is not TimeStatus.RESOLVED), None)
    if worst is not None:
        return worst
    last = outcomes[-1]
    days = [o.due for o in outcomes if o.due is not None]
    if last.role is TimeRole.BACKGROUND or not days:
        return last
    return replace(last, due=max(days), begin=None, why="分别为" + "、".join(map(_said, days)))


def _feast(form: Feast, dating: Dating, calendar: WorkCalendar) -> _Outcome:
    kind = TimeType.RANGE if form.holiday else TimeType.DATE
    role = TimeRole.DEADLINE if form.edge in (Edge.BEFORE, Edge.AFTER) else TimeRole.NODE
    if _is_past(Stretch(year=form.year, year_shift=form.year_shift), dating):
        role = TimeRole.BACKGROUND
    day = _feast_day(form, dating)
    if not isinstance(day, date):
        return _Outcome(kind, role, day)
    if form.ahead:
        return _Outcome(kind, role, TimeStatus.VAGUE)
    first, last, estimated = holiday_of(form.festival, day, calendar) if form.holiday else (day, day, False)
    name = festivals()[form.festival]["names"][0]
    note = _ESTIMATE if estimated else ""
    if form.edge is Edge.BEFORE:
        why = f"{name}为{_said(day)}，“前”不含当日{note}"
        if form.holiday:
            why = f"{name}假期自{_said(first)}起，“前”不含当日{note}"
        return _Outcome(kind, role, due=add_days(first, -1), estimated=estimated, why=why)
    if form.edge is Edge.AFTER:
        return _Outcome(kind, role, begin=add_days(last, 1), estimated=estimated)
    span = f"{name}假期为{_said(first)}至{_said(last)}{note}" if form.holiday else f"{name}为{_said(day)}"
    return _Outcome(kind, role, begin=first, estimated=estimated, why=span)


def _feast_day(form: Feast, dating: Dating) -> date | TimeStatus:
    """The day of a festival in its year, without one the next after the document's day; else why there is none."""
    if form.year is None and form.year_shift is None and dating.day is not None:
        day = next_festival(form.festival, dating.day, including=form.edge is not Edge.BEFORE)
    else:
        year = year_of(Stretch(year=form.year, year_shift=form.year_shift), dating)
        if year is None or not in_calendar_year(year):
            return TimeStatus.YEAR_UNKNOWN
        day = festival_day(form.festival, year)
    return day or TimeStatus.VAGUE


def _after_feast(form: Length, feast: Feast, dating: Dating, calendar: WorkCalendar) -> _Outcome:
    """A duration that runs from a festival, or from its last day off where it has any: 国庆节后5个工作日内."""
    day = _feast_day(feast, dating)
    if not isinstance(day, date):
        return _Outcome(TimeType.DURATION, status=day)
    role = TimeRole.DEADLINE
    if _is_past(Stretch(year=feast.year, year_shift=feast.year_shift), dating):
        role = TimeRole.BACKGROUND
    _, last, guessed = holiday_of(feast.festival, day, calendar)
    counted = _count(last, form.high, form.unit, calendar) if form.exact else None
    if counted is None or role is TimeRole.BACKGROUND:
        return _Outcome(TimeType.DURATION, role, TimeStatus.EVENT)
    due, estimated = counted[0], counted[1] or guessed
    name = festivals()[feast.festival]["names"][0]
    off = "放假至" if "holiday" in festivals()[feast.festival] else "为"
    why = f"{name}{off}{_said(last)}，次日起算"
    if form.unit is Unit.WORKDAY:
        why += f"{form.high}个工作日，含调休"
    return _Outcome(TimeType.DURATION, due=due, estimated=estimated, why=why + (_ESTIMATE if estimated else ""))


def _length(form: Length, dating: Dating, calendar: WorkCalendar) -> _Outcome:
    if form.feast is not None:
        return _after_feast(form, form.feast, dating, calendar)
    open_end = _Outcome(TimeType.DURATION, status=TimeStatus.EVENT)
    start, given_by = _origin(form.anchor, dating)
    if form.start is not None:
        first = bounds(form.start, dating)
        if isinstance(first, Unsettled):
            return _unsettled(TimeType.DURATION, TimeRole.DEADLINE, first)
        start = first.last
    if start is None or not form.exact:
        return open_end
    counted = _count(start, form.high, form.unit, calendar)
    if counted is None:
        return open_end
    due, estimated = counted
    why = f"{given_by}自{_said(start)}次日起算"
    if form.unit is Unit.WORKDAY:
        why += f"{form.high}个工作日，含调休{_ESTIMATE if estimated else ''}"
    return _Outcome(TimeType.DURATION, due=due, estimated=estimated, why=why)


def _origin(anchor: Anchor, dating: Dating) -> tuple[date | None, str]:
    """The day that a limit counts from, and the words of the text that give it; None where nobody does."""
    if dating.given:
        return (None if anchor is Anchor.OTHER else dating.day), ""
    known = dating.meeting if anchor is Anchor.MEETING else dating.issue if anchor is Anchor.ISSUE else None
    return (known.day, f"据文中“{known.words}”，") if known else (None, "")


def _count(start: date, count: int, unit: Unit, calendar: WorkCalendar) -> tuple[date, bool] | None:
    """The last day of `count` units after `start`, the day itself not counted; None for hours and absurd counts."""
    if count <= 0 or not in_calendar(start):
        return None
    if unit is Unit.WORKDAY:
        return add_workdays(start, count, calendar)
    day: date | None = None
    if unit is Unit.DAY:
        day = add_days(start, count)
    elif unit is Unit.WEEK:
        day = add_days(start, 7 * count)
    elif unit is Unit.MONTH:
        day = add_months(start, count)
    elif unit is Unit.YEAR:
        day = add_months(start, 12 * count)
    return (day, False) if day else None


def _event(form: Event, dating: Dating) -> _Outcome:
    role = TimeRole.BACKGROUND if form.edge is Edge.EVER_SINCE else TimeRole.DEADLINE
    start, given_by = _origin(form.anchor, dating)
    if form.edge is Edge.FROM and start is not None:
        return _Outcome(TimeType.DATE, role, begin=start, why=given_by.rstrip("，"))
    return _Outcome(TimeType.DATE, role, TimeStatus.EVENT)


def _plan(form: PlanPeriod, dating: Dating) -> _Outcome:
    first, last = date(1951 + 5 * form.number, 1, 1), date(1955 + 5 * form.number, 12, 31)
    past = form.edge is Edge.EVER_SINCE or (dating.year is not None and last.year < dating.year)
    role = TimeRole.BACKGROUND if past else TimeRole.DEADLINE
    if form.part is Part.END:
        return _Outcome(TimeType.DATE, role, due=None if past else last)
    if form.part is not None:
        return _Outcome(TimeType.DATE, role, TimeStatus.VAGUE, begin=first if form.part is Part.START else None)
    if form.edge is Edge.BEFORE:
        return _Outcome(TimeType.DATE, role, due=first - _DAY)
    if past:
        return _Outcome(TimeType.RANGE, role, begin=first)
    return _Outcome(TimeType.RANGE, role, due=last, begin=first)


def _years(form: Years, dating: Dating) -> _Outcome:
    if not form.ahead:
        return _Outcome(TimeType.RANGE, TimeRole.BACKGROUND, TimeStatus.VAGUE)
    if form.count is None:
        return _Outcome(TimeType.RANGE, status=TimeStatus.VAGUE)
    if form.unit is Unit.YEAR:
        if dating.year is None:
            return _Outcome(TimeType.RANGE, status=TimeStatus.YEAR_UNKNOWN)
        last = dating.year + form.count - 1
        if not (in_calendar_year(dating.year) and in_calendar_year(last)) or form.count < 1:
            return _Outcome(TimeType.RANGE, status=TimeStatus.VAGUE)
        why = f"自{dating.year}年起算{form.count}年"
        return _Outcome(TimeType.RANGE, due=date(last, 12, 31), begin=date(dating.year, 1, 1), why=why)
    if dating.day is None or not dating.given:
        return _Outcome(TimeType.RANGE, status=TimeStatus.EVENT)
    counted = _count(dating.day, form.count, form.unit, STATUTORY)
    if counted is None:
        return _Outcome(TimeType.RANGE, status=TimeStatus.VAGUE)
    return _Outcome(TimeType.RANGE, due=counted[0], begin=dating.day, why=f"自{_said(dating.day)}次日起算")


def _said(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
