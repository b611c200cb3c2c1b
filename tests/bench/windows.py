"""Measured in a process of its own: windows.

`windows.py start empty|reviewer` shows a window and prints when its first frame was painted (on the clock
`perf_counter_ns`, which all processes share) and the peak memory then; `windows.py cold|warm FILE` opens FILE in the
program, as soon as the window is built or after some rest, scrolls through it, steps through its findings, and prints
how long the event loop stood still at most (and how long the main thread worked at most in one turn, which other
programs on the machine hardly lengthen): at rest, while the file is loaded, reviewed and scrolled; `windows.py rounds
FILE N` opens and closes FILE again and again and prints the memory after a tenth of the rounds and after all. All as
JSON.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, perf_counter_ns, process_time, thread_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from memory import peak, resident
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

_REST = {"cold": 0.0, "warm": 4.0}  # seconds between window and file; in the longer one the program warms up
_SETTLED = 0.4  # seconds of quiet after the review
_PATIENCE = 300.0
_FRAME = 0.016
_STEPS = 150


def main() -> None:
    what, argument, *more = sys.argv[1:]
    if what == "rounds":
        open_again_and_again(argument, int(more[0]))
    elif what in _REST:
        open_file(argument, _REST[what])
    elif argument == "empty":
        start_empty()
    else:
        start_reviewer(_print_first_frame)


def after_first_frame(window_class: type[QMainWindow], then: Callable[[QMainWindow], None]) -> None:
    """Have `then` called once a window of this class has painted; an event filter would slow every event down."""
    paint = window_class.paintEvent
    seen = []

    def paint_event(window: QMainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        if not seen:
            seen.append(window)
            QTimer.singleShot(0, lambda: then(window))

    window_class.paintEvent = paint_event


class Empty(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)


def start_empty() -> None:
    after_first_frame(Empty, _print_first_frame)
    application = QApplication([])
    window = Empty()
    window.resize(1280, 800)
    window.show()
    application.exec()


def start_reviewer(then: Callable[[QMainWindow], None]) -> None:
    from reviewer.ui import app
    from reviewer.ui.main_window import MainWindow

    after_first_frame(MainWindow, then)
    # Nobody's settings, and nothing left open from another time.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        app.data_folder = lambda: Path(folder)
        app.run([])


def _print_first_frame(_window: QMainWindow) -> None:
    print(json.dumps({"painted": perf_counter_ns(), "memory": peak()}), flush=True)
    QApplication.exit(0)


class Gaps(QObject):
    """Ticks every millisecond and remembers the longest wait between two ticks, and the most work."""

    def __init__(self, on_tick: Callable[[], None]) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._worked = perf_counter(), thread_time()
        self._on_tick = on_tick
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        self.longest = max(self.longest, perf_counter() - self._last)
        self.busiest = max(self.busiest, thread_time() - self._worked)
        self._on_tick()
        self._last, self._worked = perf_counter(), thread_time()

    def restart(self) -> tuple[float, float]:
        """The longest wait and the most work so far; both begin anew."""
        measured = self.longest, self.busiest
        self.longest = self.busiest = 0.0
        return measured


class Opening:
    """Takes the file through rest, loading, review and scrolling, one after the other, and prints the gaps of each."""

    def __init__(self, window: QMainWindow, file: str, rest: float) -> None:
        self._window, self._file, self._rest = window, file, rest
        window.resize(1366, 768)  # offscreen, the screen is smaller than any that people use
        self._result: dict[str, float] = {}
        self._begun = self._since = perf_counter()
        self._worked = process_time()
        self._steps = 0
        self._stage = self._wait
        self._gaps = Gaps(self._look)

    def _look(self) -> None:
        now = perf_counter()
        if now - self._begun > _PATIENCE:
            sys.exit("the review did not end")
        if self._window.furnished and self._window.session.error is not None:
            sys.exit(str(self._window.session.error))
        self._stage(now)

    def _end(self, stage: str, following: Callable[[float], None]) -> None:
        self._result[stage], self._result[f"{stage} cpu"] = self._gaps.restart()
        self._stage = following

    def _wait(self, now: float) -> None:
        if not self._window.furnished:
            self._since = now
            self._gaps.restart()
        elif now - self._since >= self._rest:
            self._end("rest", self._load)
            self._begun, self._worked = now, process_time()
            self._window.session.open(self._file)

    def _load(self, now: float) -> None:
        if self._steps:  # what was there at the tick before is painted by now
            self._result["text"], self._result["text cpu"] = now - self._begun, process_time() - self._worked
            self._end("load", self._review)
        self._steps = int(self._window.session.document is not None)

    def _review(self, now: float) -> None:
        from reviewer.ui.session import Phase

        if self._window.session.phase is not Phase.REVIEWED or self._window.reading.view.filling:
            self._since = now
            self._result["seconds cpu"] = process_time() - self._worked
        elif now - self._since > _SETTLED:
            self._result["seconds"] = self._since - self._begun
            self._end("review", self._scroll)
            self._steps = 0

    def _scroll(self, now: float) -> None:
        """A wheel that turns, then jumps with the handle, then steps through findings."""
        if now - self._since < _FRAME:
            return
        self._since = now
        self._steps += 1
        bar = self._window.reading.view.verticalScrollBar()
        if self._steps < _STEPS:
            bar.setValue(bar.value() + 120)
        elif self._steps < 2 * _STEPS:
            bar.setValue(bar.maximum() * (self._steps * 37 % _STEPS) // _STEPS)
        elif self._steps < 3 * _STEPS:
            self._window.session.next_finding()
        else:
            self._end("scroll", lambda _now: None)
            print(json.dumps({**self._result, "memory": peak()}), flush=True)
            QApplication.exit(0)


class Rounds:
    """Opens the file, waits until all is shown, closes it, and begins anew."""

    def __init__(self, window: QMainWindow, file: str, rounds: int) -> None:
        self._window, self._file, self._rounds = window, file, rounds
        self._done = 0
        self._early = 0
        self._since = perf_counter()
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        from reviewer.ui.session import Phase

        window, now = self._window, perf_counter()
        if not window.furnished:
            self._since = now
        elif window.session.phase is Phase.EMPTY:
            if now - self._since > _SETTLED:
                self._open_or_end()
        elif window.session.phase is not Phase.REVIEWED or window.reading.view.filling:
            self._since = now
        elif now - self._since > _SETTLED:
            window.session.close()
            self._since = now
            self._done += 1

    def _open_or_end(self) -> None:
        if self._done == max(1, self._rounds // 10) and not self._early:
            self._early = resident()
        if self._done < self._rounds:
            self._window.session.open(self._file)
            return
        print(json.dumps({"early": self._early, "late": resident()}), flush=True)
        QApplication.exit(0)


def open_file(file: str, rest: float) -> None:
    kept = []
    start_reviewer(lambda window: kept.append(Opening(window, file, rest)))


def open_again_and_again(file: str, rounds: int) -> None:
    kept = []
    start_reviewer(lambda window: kept.append(Rounds(window, file, rounds)))


if __name__ == "__main__":
    main()
