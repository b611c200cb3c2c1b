"""Masks, blanks and template words that a draft still carries."""
