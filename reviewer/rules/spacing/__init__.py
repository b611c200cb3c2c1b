"""Stray spaces and characters that nobody sees or no font has."""
