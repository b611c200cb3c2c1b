"""The parent's side of the child process: asks it to read, waits no longer than a limit, ends it with the program."""

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import IO, cast

from reviewer.errors import DamagedError, ReadError
from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.wire import unpack

_START = (
    "import sys, json; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from reviewer.readers.child import main; main()"
)
_GRACE_SECONDS = 5
_LONGEST_ANSWER = 1 << 30
_NO_WINDOW = 0x0800_0000  # CREATE_NO_WINDOW
_HINT = "请用 Word 或 WPS 打开它，另存为 .docx 后再试。"


class Helper:
    """One child process: started when it is first needed, kept for the next file, replaced once it fails.

    `seconds` is how long a file may take. Requests from several threads wait for each other.
    """

    def __init__(self, seconds: float = limits.CHILD_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        atexit.register(self.close)

    def warm(self) -> None:
        """Start the process and have it load its libraries; returns at once, and fails silently."""
        if self._lock.acquire(blocking=False):
            try:
                with suppress(OSError):
                    self._running(warm=True)
            finally:
                self._lock.release()

    def read(self, kind: str, data: bytes, path: str) -> Document:
        """The document in `data`, read by the child's reader for `kind`; raises the kinds of ReadError."""
        with self._lock:
            answer = self._ask(kind, data, path)
        try:
            outcome = unpack(answer, path)
        except ValueError:
            raise _crashed() from None
        if isinstance(outcome, ReadError):
            raise outcome
        return outcome

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was still to be written has nowhere to go
                    cast(IO[bytes], pipe).close()
            process.wait()

    def _ask(self, kind: str, data: bytes, path: str) -> bytes:
        try:
            process = self._running()
        except OSError:
            raise ReadError(
                "读取这种文件的辅助程序启动不了，可能被安全软件拦住了。",
                "请把本程序加入信任名单后再试，或另存为 .docx。",
            ) from None
        request = json.dumps({"kind": kind, "path": path, "size": len(data)}).encode("ascii") + b"\n"
        answers: list[bytes] = []
        began = monotonic()
        exchange = Thread(target=_exchange, args=(process, request, data, answers), daemon=True)
        exchange.start()
        exchange.join(self._seconds + _GRACE_SECONDS)
        if answers:
            return answers[0]
        self.close()
        if monotonic() - began >= self._seconds:
            raise ReadError(f"这个文件太复杂或已损坏，{self._seconds:g} 秒内没有读完，已停止。", _HINT)
        raise _crashed()

    def _running(self, warm: bool = False) -> subprocess.Popen[bytes]:
        """The process, started where there is none that lives; raises OSError where it cannot be started."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        process = subprocess.Popen(
            [interpreter(), "-I", "-X", "utf8", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        )
        self._process = process
        options = json.dumps({"warm": warm, "seconds": self._seconds})
        with suppress(BrokenPipeError):  # it ended already; asking it will show that
            pipe = cast(IO[bytes], process.stdin)
            pipe.write(f"{json.dumps([str(place) for place in sys.path])}\n{options}\n".encode("ascii"))
            pipe.flush()
        return process


def _exchange(process: subprocess.Popen[bytes], request: bytes, data: bytes, answers: list[bytes]) -> None:
    """Put one request and take its answer; nothing is added to `answers` where the process ends first."""
    with suppress(OSError, ValueError):
        pipe = cast(IO[bytes], process.stdin)
        pipe.write(request)
        pipe.write(data)
        pipe.flush()
        said = cast(IO[bytes], process.stdout)
        size = int.from_bytes(said.read(8), "big")
        answer = said.read(size) if 0 < size <= _LONGEST_ANSWER else b""
        if answer and len(answer) == size:
            answers.append(answer)


def interpreter() -> str:
    """The Python that runs this program; where a starter of its own runs it, the one that is shipped beside it."""
    own = Path(sys.executable or "")
    if own.stem.lower().startswith("python"):
        return str(own)
    for folder in (own.parent, Path(sys.base_prefix)):
        for name in ("pythonw.exe", "python.exe"):
            if (folder / name).is_file():
                return str(folder / name)
    raise FileNotFoundError("no Python interpreter")


def _crashed() -> DamagedError:
    return DamagedError("读这个文件时出了意外，它可能已损坏。", _HINT)
