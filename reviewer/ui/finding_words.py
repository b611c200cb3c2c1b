"""What buttons and menus say of suggestions."""

from reviewer.exports.words import state_words, suggestion_words

__all__ = ["offer_words", "short", "state_words", "suggestion_words"]

_LONGEST = 16  # characters of document text in an entry of a menu


def offer_words(suggestion: str) -> str:
    """What a button or an entry says that accepts the suggestion."""
    return f"采纳“{short(suggestion_words(suggestion))}”" if suggestion else "采纳：删去"


def short(text: str) -> str:
    """Words of the document as they fit on a button or into a menu, where "&" would be a mnemonic."""
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return shown.replace("&", "&&")
