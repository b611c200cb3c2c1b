"""How a command ends: its exit status."""

NOTHING_FOUND = 0
SOMETHING_FOUND = 1
NOT_READ = 2
"""Something could not be read, written or understood."""
