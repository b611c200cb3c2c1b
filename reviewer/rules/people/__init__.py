"""Persons named in the text: who they are, and what ought not to be shown of them."""
