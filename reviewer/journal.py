"""What happened to the program, for whoever helps: times, kinds of errors and places in the code, never any text.

Messages of exceptions are left out, since they may quote a document; what Qt says is kept as far as it is ASCII.
"""

import re
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TextIO

FILE, OLD_FILE = "journal.log", "journal.old.log"
CRASH_FILE = "crash.log"

_LARGEST = 200_000  # bytes; then the file becomes the old one
_REMEMBERED = 200  # lines
_FRAMES = 40
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CRASH_PLACE = re.compile(r'"[^"]*?([^/\\"]+)"')
_lock = Lock()
_lines: deque[str] = deque(maxlen=_REMEMBERED)
_folder: Path | None = None
_crash_file: TextIO | None = None


def keep_in(folder: Path | None) -> bool:
    """Write what is noted from now on to `folder` too, None to no file; whether the last run there ended by a crash."""
    global _folder, _crash_file
    _folder = folder
    if _crash_file is not None:
        import faulthandler

        faulthandler.disable()
        _crash_file.close()
        _crash_file = None
    return folder is not None and _watch_crashes(folder / CRASH_FILE)


def close() -> None:
    """The program ends as it should."""
    global _crash_file
    if _crash_file is not None:
        import faulthandler

        faulthandler.disable()
        with suppress(OSError):
            _crash_file.seek(0)
            _crash_file.truncate()
        _crash_file.close()
        _crash_file = None


def note(words: str) -> None:
    """Add one line; quotations and what is not ASCII are blotted out."""
    stamp = time.strftime("%Y-%m-%d %H:%M:%S")
    line = f"{stamp} {plain(words)}"
    with _lock:
        _lines.append(line)
        if _folder is not None:
            with suppress(OSError):
                _append(_folder, line)


def note_error(error: BaseException) -> None:
    """Add an exception: its kind and where it came from, and the same of what caused it."""
    note(f"error {describe(error)}")


def describe(error: BaseException) -> str:
    """Kinds and places of an exception and its causes, in one line without any message."""
    said: list[str] = []
    one: BaseException | None = error
    while one is not None and len(said) < _FRAMES:
        said.append(f"{type(one).__name__} at {' < '.join(frames(one.__traceback__)) or '?'}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return " caused by ".join(said)


def frames(trace: TracebackType | None) -> list[str]:
    """The places of a traceback, innermost first, without the folders in which this machine keeps them."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        parts = Path(code.co_filename).parts
        start = next((i for i in reversed(range(len(parts))) if parts[i] == "reviewer"), len(parts) - 2)
        places.append(f"{'/'.join(parts[max(start, 0) :])}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[::-1][:_FRAMES]


def plain(words: str) -> str:
    """`words` on one line without what may come from a document or tell its name."""
    return re.sub(r"[^\x20-\x7e]+", "…", _QUOTED.sub("…", words))


def recent() -> tuple[str, ...]:
    """The last lines noted, oldest first, those of earlier runs included where they are kept."""
    with _lock:
        if _folder is not None:
            with suppress(OSError):
                return tuple((_folder / FILE).read_text(encoding="utf-8").splitlines()[-_REMEMBERED:])
        return tuple(_lines)


def _append(folder: Path, line: str) -> None:
    file = folder / FILE
    folder.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(folder / OLD_FILE)
    with file.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write(f"{line}\n")


def _watch_crashes(file: Path) -> bool:
    """Have the interpreter write to `file` where it was when Qt or a library crashes it."""
    import faulthandler

    global _crash_file
    crashed = False
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        left = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        crashed = "fatal" in left.lower()
        for line in left.splitlines()[: _FRAMES if crashed else 0]:
            note("crash " + _CRASH_PLACE.sub(r"\1", line))
        _crash_file = file.open("w", encoding="utf-8")
        faulthandler.enable(_crash_file, all_threads=False)
    return crashed


def system() -> str:
    """The program's version and what it runs on, in one line."""
    import platform

    from reviewer import __version__

    python = ".".join(map(str, sys.version_info[:3]))
    return f"reviewer {__version__}, Python {python}, {platform.system()} {platform.release()} {platform.version()}"
