"""Reports leave the program: spreadsheets, JSON lines, text for a terminal."""
