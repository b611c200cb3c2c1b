"""The report's values in the phrases that all exports share."""

from reviewer.model.time import Dating, YearSource
from reviewer.words import ROLE, UNSETTLED, YEAR_SOURCE

__all__ = ["ROLE", "UNSETTLED", "dating_text"]


def dating_text(dating: Dating) -> str:
    """The document's day, or else its year, with the reason: 2023年（依据：标题）."""
    if dating.day is not None:
        when = f"{dating.day.year}年{dating.day.month}月{dating.day.day}日"
    elif dating.year is not None:
        when = f"{dating.year}年"
    else:
        return YEAR_SOURCE[YearSource.NONE]
    return f"{when}（依据：{YEAR_SOURCE[dating.source]}）"
