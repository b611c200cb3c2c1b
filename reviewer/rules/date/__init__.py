"""Dates that no calendar has."""
