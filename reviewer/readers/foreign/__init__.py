"""Formats that parsers of others read; all of it runs in the child process only (`reviewer.readers.child`)."""
