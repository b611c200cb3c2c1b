"""Advertisements and what web pages leave around a text."""
