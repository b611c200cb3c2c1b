"""The days and months of one year on which a recurrence falls."""

from calendar import monthrange
from datetime import date

_MOST_DAYS = 6


def recurrence_days(rule: str, year: int) -> tuple[date, ...]:
    """The days that an RFC 5545 RRULE value settles in `year`, in order; empty where it leaves the day open.

    Only rules that name a day of the month, or a few, for every month or for named months do so: 每月28日, 每年6月、12月底.
    What falls nearly every other day (逢双日) is not laid out by days.
    """
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    named = {"YEARLY": parts.get("BYMONTH", ""), "MONTHLY": ",".join(map(str, range(1, 13)))}.get(parts.get("FREQ", ""))
    if not named or "BYMONTHDAY" not in parts or not parts.keys() <= {"FREQ", "BYMONTH", "BYMONTHDAY"}:
        return ()
    if parts["BYMONTHDAY"].count(",") >= _MOST_DAYS:
        return ()
    days = []
    for month in map(int, named.split(",")):
        last = monthrange(year, month)[1]
        numbers = (number if number > 0 else last + 1 + number for number in map(int, parts["BYMONTHDAY"].split(",")))
        days += [date(year, month, number) for number in numbers if 1 <= number <= last]
    return tuple(sorted(days))


def recurrence_months(rule: str, year: int) -> tuple[int, ...]:
    """The months of `year` in which an RFC 5545 RRULE value falls, in order; empty where it cannot be told.

    Where the rule names no month, it falls in the last month of each of its periods: 每季度 in March, June, September
    and December, 每年 in December.
    """
    settled = recurrence_days(rule, year)
    if settled:
        return tuple(dict.fromkeys(day.month for day in settled))
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    interval, named = parts.get("INTERVAL", "1"), parts.get("BYMONTH", "")
    if not interval.isdecimal() or not all(number.isdecimal() for number in named.split(",") if named):
        return ()
    if named:
        return tuple(sorted({int(number) for number in named.split(",") if 1 <= int(number) <= 12}))
    unit = {"DAILY": 0, "WEEKLY": 0, "MONTHLY": 1, "YEARLY": 12}.get(parts.get("FREQ", ""))
    if unit is None or interval == "0":
        return ()
    months = max(1, unit * int(interval))
    return tuple(range(months, 13, months))
