"""Work off the main thread: plain values in, plain values out, each with the revision that it was asked for."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from reviewer import journal
from reviewer.errors import ReviewerError

_BREATH = 20  # milliseconds in which the window paints what it has; two threads at once share one interpreter


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one piece of work came to: `value`, or the `error` to show and None."""

    task: str
    revision: int
    value: Any
    error: ReviewerError | None = None


class _Job(QRunnable):
    def __init__(self, background: "Background", task: str, revision: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._background = background
        self._task = task
        self._revision = revision
        self._work = work

    def run(self) -> None:
        try:
            outcome = Outcome(self._task, self._revision, self._work())
        except ReviewerError as error:
            outcome = Outcome(self._task, self._revision, None, error)
        except MemoryError:
            outcome = Outcome(
                self._task, self._revision, None, ReviewerError("内存不够，没能做完。", "请关掉别的程序再试。")
            )
        except Exception as error:
            journal.note_error(error)
            unforeseen = ReviewerError("程序遇到意外，没能做完。", "原文件没有改动，可以再试一次。")
            outcome = Outcome(self._task, self._revision, None, unforeseen)
        with suppress(RuntimeError):  # who asked is gone with its window: nobody is there to be told
            self._background.finished.emit(outcome)


class Background(QObject):
    """Runs functions on threads of its own and reports each `Outcome` on the thread that it lives in."""

    finished = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._waiting: list[tuple[_Job, int]] = []
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH)
        self._breath.timeout.connect(self._begin)

    def start(self, task: str, revision: int, work: Callable[[], Any], *, urgent: bool = False) -> None:
        """Run `work` soon, before what is not `urgent`; whatever it raises comes back as the outcome's error."""
        self._waiting.append((_Job(self, task, revision, work), int(urgent)))
        if not self._breath.isActive():
            self._breath.start()

    def start_now(self, task: str, work: Callable[[], Any]) -> None:
        """Run `work` at once, since what it saves must not be lost; what it raises comes back as the outcome's error."""
        self._pool.start(_Job(self, task, 0, work))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all work has ended within the time; its outcomes may still be on their way."""
        self._begin()
        return self._pool.waitForDone(milliseconds)

    def abandon(self) -> None:
        """Forget what has not begun; what runs goes on to its end."""
        self._waiting.clear()
        self._pool.clear()

    def _begin(self) -> None:
        self._breath.stop()
        waiting, self._waiting = self._waiting, []
        for job, priority in waiting:
            self._pool.start(job, priority)
