"""What is said of suggestions, and of what became of a finding."""

from reviewer.model.verdict import Verdict
from reviewer.ui import labels

_LONGEST = 16  # characters of document text in an entry of a menu


def suggestion_words(suggestion: str) -> str:
    """A suggestion as it is shown: blanks, which nobody would see, are named."""
    return suggestion if suggestion.strip() or not suggestion else "（一个空格）"


def state_words(verdict: Verdict) -> str:
    """What became of a finding, and of its words."""
    words = labels.STATE[verdict.state]
    if verdict.replacement is None:
        return words
    return f"{words}：改为“{suggestion_words(verdict.replacement)}”" if verdict.replacement else f"{words}：删去"


def offer_words(suggestion: str) -> str:
    """What a button or an entry says that accepts the suggestion."""
    return f"采纳“{short(suggestion_words(suggestion))}”" if suggestion else "采纳：删去"


def short(text: str) -> str:
    """Words of the document as they fit on a button or into a menu, where "&" would be a mnemonic."""
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return shown.replace("&", "&&")
