"""What the office itself asks of its texts."""
