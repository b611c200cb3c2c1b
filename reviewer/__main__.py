"""`python -m reviewer [FILE…]` opens the window; `python -m reviewer check|text|export|correct|… …` is the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.self_test import Trial

COMMANDS = frozenset(
    {"check", "text", "export", "batch", "compare", "correct", "comment", "layout", "report", "rules", "update"}
)
SELF_TEST = "--self-test"
_ASKS_FOR_WORDS = frozenset({"-h", "--help", "--version", SELF_TEST})


def command_line() -> int:
    """The console script: the command line, whatever the arguments."""
    from reviewer import cli, updates
    from reviewer.folders import data_folder

    updates.put_in_force(data_folder())
    if sys.argv[1:] == [SELF_TEST]:
        return cli.self_test(_window_trials())
    return cli.main(sys.argv[1:])


def window() -> int:
    """The GUI script: the window, with the files that the arguments name."""
    try:
        from reviewer import updates
        from reviewer.folders import data_folder
        from reviewer.ui.app import run, run_self_test

        updates.put_in_force(data_folder())
        return run_self_test() if sys.argv[1:] == [SELF_TEST] else run(sys.argv[1:])
    except Exception as error:
        return _last_words(error)


def main() -> int:
    """Choose between the two by the first argument."""
    if len(sys.argv) > 1 and (sys.argv[1] in COMMANDS or sys.argv[1] in _ASKS_FOR_WORDS):
        return command_line()
    return window()


def _window_trials() -> list[Trial]:
    """What the self-test tries beyond the core, where Qt is there and a screen."""
    try:
        from reviewer.ui.app import has_screen, make_application
        from reviewer.ui.diagnostics_dialog import window_trials
    except ImportError:
        return []
    if not has_screen():
        return []
    make_application()
    return window_trials()


def _last_words(error: Exception) -> int:
    """Say that the program can't start, where nothing of ours is there to say it."""
    from reviewer import journal
    from reviewer.folders import data_folder

    journal.keep_in(data_folder())
    journal.note_error(error)
    words = "公文审阅没能启动。请重新安装；仍不行时，请把下面一行告诉技术支持：\n\n" + journal.describe(error)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "公文审阅", 0x10)  # MB_ICONERROR
    if sys.stderr is not None:
        print(words, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
