"""Word documents as copies of the original: only what the clerk changed differs."""
