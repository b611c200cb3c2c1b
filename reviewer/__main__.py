"""`python -m reviewer [FILE…]` opens the window; `python -m reviewer check|text|export|correct|… …` is the command line."""

import sys

COMMANDS = frozenset({"check", "text", "export", "compare", "correct", "comment", "layout", "rules"})
_ASKS_FOR_WORDS = frozenset({"-h", "--help", "--version"})


def command_line() -> int:
    """The console script: the command line, whatever the arguments."""
    from reviewer.cli import main

    return main(sys.argv[1:])


def window() -> int:
    """The GUI script: the window, with the files that the arguments name."""
    from reviewer.ui.app import run

    return run(sys.argv[1:])


def main() -> int:
    """Choose between the two by the first argument."""
    if len(sys.argv) > 1 and (sys.argv[1] in COMMANDS or sys.argv[1] in _ASKS_FOR_WORDS):
        return command_line()
    return window()


if __name__ == "__main__":
    sys.exit(main())
