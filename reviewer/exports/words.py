"""The report's values in the phrases that all exports share."""

from reviewer.model.time import Dating, YearSource
from reviewer.model.verdict import Verdict
from reviewer.words import ROLE, STATE, UNSETTLED, YEAR_SOURCE

__all__ = ["ROLE", "UNSETTLED", "dating_text", "state_words", "suggestion_words"]


def dating_text(dating: Dating) -> str:
    """The document's day, or else its year, with the reason: 2023年（依据：标题）."""
    if dating.day is not None:
        when = f"{dating.day.year}年{dating.day.month}月{dating.day.day}日"
    elif dating.year is not None:
        when = f"{dating.year}年"
    else:
        return YEAR_SOURCE[YearSource.NONE]
    return f"{when}（依据：{YEAR_SOURCE[dating.source]}）"


def suggestion_words(suggestion: str) -> str:
    """A suggestion as it is shown: blanks, which nobody would see, are named."""
    return suggestion if suggestion.strip() or not suggestion else "（一个空格）"


def state_words(verdict: Verdict) -> str:
    """What became of a finding, and of its words."""
    words = STATE[verdict.state]
    if verdict.replacement is None:
        return words
    return f"{words}：改为“{suggestion_words(verdict.replacement)}”" if verdict.replacement else f"{words}：删去"
