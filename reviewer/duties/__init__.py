"""Sentences to duties: does it bind, whom, by when, where in the outline."""
