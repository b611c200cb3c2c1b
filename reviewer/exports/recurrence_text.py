"""A recurrence in the words of an office."""

import re

_FORM = re.compile(r"[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*")
_DAY = re.compile(r"([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?\d+")
_KNOWN = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"}
_WEEKDAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "一二三四五六日", strict=True))
_COUNTS = "零一两三四五六七八九十"
_QUARTERS: dict[tuple[int, ...], str] = {
    (1, 4, 7, 10): "每季度首月",
    (2, 5, 8, 11): "每季度第二个月",
    (3, 6, 9, 12): "每季度末月",
}
_WORKDAYS = ("周一", "周二", "周三", "周四", "周五")
_DAYS_OF_EACH_MONTH: dict[tuple[int, ...], str] = {
    (-1, 10, 20): "每旬",
    (-1, 15): "每半月",
    tuple(range(1, 32, 2)): "每月单日",
    tuple(range(2, 31, 2)): "每月双日",
}
_MONTHLY = {1: "每月", 3: "每季度", 6: "每半年", 12: "每年"}


def recurrence_text(rule: str | None) -> str:
    """An RFC 5545 RRULE value in Chinese: 每月, 每两周, 每周五, 每季度首月20日; "" where no plain words fit.

    FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS are understood, which is all that a review writes.
    """
    if not rule or not _FORM.fullmatch(rule):
        return ""
    parts = dict(part.split("=") for part in rule.split(";"))
    if not parts.keys() <= _KNOWN or not parts.get("INTERVAL", "1").isdecimal():
        return ""
    interval = int(parts.get("INTERVAL", "1"))
    months = _numbers(parts.get("BYMONTH"))
    days = _numbers(parts.get("BYMONTHDAY"))
    weekdays = _weekdays(parts.get("BYDAY"))
    if interval < 1 or months is None or days is None or weekdays is None or any(not 1 <= m <= 12 for m in months):
        return ""
    if days and weekdays:
        return ""
    if "BYSETPOS" in parts:
        return _nth_workday(parts, months) if weekdays == _WORKDAYS and interval == 1 else ""
    match parts.get("FREQ"):
        case "DAILY" if not (months or days or weekdays):
            return _every(interval, "天", "天")
        case "WEEKLY" if not (months or days):
            return _weekly(interval, weekdays)
        case "MONTHLY" if not months:
            return _monthly(interval, days, weekdays)
        case "YEARLY" if not weekdays:
            return _yearly(interval, months, days)
    return ""


def _every(interval: int, unit: str, counted: str) -> str:
    if interval == 1:
        return f"每{unit}"
    return f"每{_COUNTS[interval] if interval <= 10 else interval}{counted}"


def _weekly(interval: int, weekdays: tuple[str, ...]) -> str:
    base = _every(interval, "周", "周")
    if not weekdays:
        return base
    if any(not day.startswith("周") for day in weekdays):
        return ""
    if weekdays == _WORKDAYS:
        return "每个工作日" if interval == 1 else ""
    return "、".join(weekdays).replace("周", "每周", 1) if interval == 1 else base + "、".join(weekdays)


def _monthly(interval: int, days: tuple[int, ...], weekdays: tuple[str, ...]) -> str:
    base = _MONTHLY.get(interval) or _every(interval, "月", "个月")
    if weekdays:
        return "" if any(day.startswith("周") for day in weekdays) else base + "、".join(weekdays)
    if not days:
        return base
    if days == (-1,):
        return {"每季度": "每季度末", "每半年": "每半年末", "每年": "每年底"}.get(base, f"{base}底")
    if interval == 1 and days in _DAYS_OF_EACH_MONTH:
        return _DAYS_OF_EACH_MONTH[days]
    words = _day_words(days)
    if not words:
        return ""
    return base + words if interval == 1 else f"{_every(interval, '月', '个月')}的{words}"


def _nth_workday(parts: dict[str, str], months: tuple[int, ...]) -> str:
    """每月第3个工作日, 每季度首月最后一个工作日; "" where the place is none of a month."""
    place = parts["BYSETPOS"]
    if parts.get("FREQ") != "MONTHLY" or not (place == "-1" or (place.isdecimal() and 1 <= int(place) <= 23)):
        return ""
    base = "每月" if not months else _QUARTERS.get(months) or f"每年{_month_words(months)}"
    return base + ("最后一个工作日" if place == "-1" else f"第{place}个工作日")


def _yearly(interval: int, months: tuple[int, ...], days: tuple[int, ...]) -> str:
    base = _every(interval, "年", "年")
    if not months:
        return "" if days else base
    if days == (-1,):
        return "每季度末" if months == (3, 6, 9, 12) and interval == 1 else f"{base}{_month_words(months)}底"
    words = _day_words(days)
    if days and not words:
        return ""
    if interval == 1 and months in _QUARTERS:
        return _QUARTERS[months] + words
    return f"{base}{_month_words(months)}{words}"


def _month_words(months: tuple[int, ...]) -> str:
    return "、".join(f"{month}月" for month in months)


def _day_words(days: tuple[int, ...]) -> str:
    if any(not 1 <= day <= 31 for day in days):
        return ""
    return "、".join(f"{day}日" for day in days)


def _numbers(value: str | None) -> tuple[int, ...] | None:
    """The listed numbers in rising order, None where the list is malformed."""
    if value is None:
        return ()
    parts = value.split(",")
    return tuple(sorted(map(int, parts))) if all(map(_NUMBER.fullmatch, parts)) else None


def _weekdays(value: str | None) -> tuple[str, ...] | None:
    """周五, 第二个周一 or 最后一个周五 for each listed day, None where one has no such words."""
    if value is None:
        return ()
    found: list[str] = []
    for part in value.split(","):
        match = _DAY.fullmatch(part)
        if not match:
            return None
        place, day = int(match[1] or 0), f"周{_WEEKDAYS[match[2]]}"
        if place == 0:
            found.append(day)
        elif place == -1:
            found.append(f"最后一个{day}")
        elif 1 <= place <= 5:
            found.append(f"第{'一二三四五'[place - 1]}个{day}")
        else:
            return None
    return tuple(found)
