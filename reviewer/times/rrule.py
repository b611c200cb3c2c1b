"""A recurrence as an RFC 5545 RRULE value, put together from what the words give."""

from dataclasses import dataclass

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The weekdays from Monday as RFC 5545 names them."""

WORKDAYS = ",".join(DAY_NAMES[:5])
"""Monday to Friday as BYDAY has them."""

_FREQUENCIES = {
    "年": ("YEARLY", 1), "学年": ("YEARLY", 1), "季": ("MONTHLY", 3), "学期": ("MONTHLY", 6), "月": ("MONTHLY", 1),
    "周": ("WEEKLY", 1), "星期": ("WEEKLY", 1), "礼拜": ("WEEKLY", 1), "天": ("DAILY", 1), "日": ("DAILY", 1),
    "晚": ("DAILY", 1), "早": ("DAILY", 1),
    "小时": ("HOURLY", 1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """The parts of a recurrence that the words name; months and days by number, −1 for the last."""

    frequency: str
    interval: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: str = ""
    position: int | None = None

    def value(self) -> str:
        """The parts as the value of an RRULE."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.days)))
        if self.weekdays:
            parts.append(f"BYDAY={self.weekdays}")
        if self.position is not None:
            parts.append(f"BYSETPOS={self.position}")
        return ";".join(parts)


def every(unit: str, number: int = 1, half: bool = False) -> Rule:
    """Each so many of a unit, or, with `half`, each half of one."""
    if unit == "旬":
        return Rule("MONTHLY", days=(10, 20, -1))
    if unit == "工作日":
        return Rule("WEEKLY", weekdays=WORKDAYS) if number == 1 else Rule("DAILY", number)
    frequency, interval = _FREQUENCIES[unit if unit in _FREQUENCIES else unit.removesuffix("度")]
    if half:
        if frequency == "YEARLY":
            return Rule("MONTHLY", 6)
        return Rule("MONTHLY", days=(15, -1)) if frequency == "MONTHLY" else Rule(frequency)
    return Rule(frequency, interval * number)
