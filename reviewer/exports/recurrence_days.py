"""The days of one year on which a recurrence falls."""

from calendar import monthrange
from datetime import date


def recurrence_days(rule: str, year: int) -> tuple[date, ...]:
    """The days that an RFC 5545 RRULE value settles in `year`, in order; empty where it leaves the day open.

    Only rules that name a day of the month for every month or for named months do so: 每月28日, 每年6月、12月底.
    """
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    named = {"YEARLY": parts.get("BYMONTH", ""), "MONTHLY": ",".join(map(str, range(1, 13)))}.get(parts.get("FREQ", ""))
    if not named or "BYMONTHDAY" not in parts or not parts.keys() <= {"FREQ", "BYMONTH", "BYMONTHDAY"}:
        return ()
    days = []
    for month in map(int, named.split(",")):
        last = monthrange(year, month)[1]
        numbers = (number if number > 0 else last + 1 + number for number in map(int, parts["BYMONTHDAY"].split(",")))
        days += [date(year, month, number) for number in numbers if 1 <= number <= last]
    return tuple(sorted(days))
