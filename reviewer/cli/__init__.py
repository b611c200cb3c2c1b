"""The command line: a thin face of the review."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

import reviewer
from reviewer.cli import commands, copies, upkeep
from reviewer.cli.status import NOT_READ, NOTHING_FOUND, SOMETHING_FOUND
from reviewer.errors import ReviewerError, UsageError

if TYPE_CHECKING:
    from reviewer.self_test import Trial

__all__ = ["NOTHING_FOUND", "NOT_READ", "SOMETHING_FOUND", "main", "self_test"]


class _Parser(argparse.ArgumentParser):
    """An argument parser that complains in Chinese and with this program's exit status."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"命令的写法不对：{message}。", f"用 {self.prog} --help 看用法。")


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 nothing found, 1 something found, 2 something could not be read, written or understood."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except ReviewerError as error:
        print(error.sentence, file=sys.stderr)
        return NOT_READ
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_READ


def self_test(more: "Sequence[Trial]") -> int:
    """Print whether everything works; 0 where it does, else 1. `more` is what only the caller can try."""
    _speak_utf8()
    return upkeep.self_test(more)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="reviewer-cli", description="公文审阅：离线审阅公文，列出任务与时限，查残留与差错。")
    parser.add_argument("--version", action="version", version=f"公文审阅 {reviewer.__version__}")
    parser.add_argument("--self-test", action="store_true", help="检查程序是否完好：词库、放假安排、字体、写入等")
    added = parser.add_subparsers(required=True, metavar="命令", title="命令", parser_class=_Parser)
    for room in (commands, copies, upkeep):
        room.add_commands(added)
    return parser


def _speak_utf8() -> None:
    """Print UTF-8 whatever the console's code page, and never fail over a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetConsoleOutputCP(65001)
