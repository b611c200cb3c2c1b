"""Fixed formulations (提法) that should stand exactly as they are."""
