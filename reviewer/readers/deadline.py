"""How long the reading of one file may take in this process; readers ask as they go."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

from reviewer.errors import ReadError
from reviewer.readers import limits

_ends: ContextVar[float] = ContextVar("ends", default=float("inf"))


@contextmanager
def deadline() -> Iterator[None]:
    """Hold all reading inside to `limits.READ_SECONDS` from now; each thread has its own."""
    token = _ends.set(monotonic() + limits.READ_SECONDS)
    try:
        yield
    finally:
        _ends.reset(token)


def check_time() -> None:
    """Raise ReadError once the time for this file is over."""
    if monotonic() > _ends.get():
        raise ReadError(
            f"这个文件太复杂或已损坏，{limits.READ_SECONDS:g} 秒内没有读完，已停止。",
            "请用 Word 或 WPS 打开它，另存一份后再试；很长的文件可以拆成几个。",
        )
