"""Measured in a process of its own: windows.

`windows.py start empty|reviewer` shows a window and prints when its first frame was painted (on the clock
`perf_counter_ns`, which all processes share) and the peak memory then; `windows.py cold|warm FILE` opens FILE in the
program, as soon as the window is built or after some rest, and prints how long the event loop stood still at most,
at rest and while opening. All as JSON.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, perf_counter_ns

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from memory import peak
from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

_REST = {"cold": 0.0, "warm": 4.0}  # seconds between window and file; in the longer one the program warms up
_SETTLED = 0.4  # seconds of quiet after the review
_PATIENCE = 300.0


def main() -> None:
    QStandardPaths.setTestModeEnabled(True)  # keeps the settings of whoever runs this out of it, and theirs safe
    what, argument = sys.argv[1:]
    if what in _REST:
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
    from reviewer.ui.app import run
    from reviewer.ui.main_window import MainWindow

    after_first_frame(MainWindow, then)
    run([])


def _print_first_frame(_window: QMainWindow) -> None:
    print(json.dumps({"painted": perf_counter_ns(), "memory": peak()}), flush=True)
    QApplication.exit(0)


class Gaps(QObject):
    """Ticks every millisecond and remembers the longest wait between two ticks."""

    def __init__(self, on_tick: Callable[[], None]) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._on_tick = on_tick
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._on_tick()
        self._last = perf_counter()

    def restart(self) -> float:
        """The longest wait so far; counting begins anew."""
        longest, self.longest = self.longest, 0.0
        return longest


class Opening:
    """Waits until the window is built and has rested, opens the file, waits until all is shown, prints the gaps."""

    def __init__(self, window: QMainWindow, file: str, rest: float) -> None:
        self._window, self._file, self._rest = window, file, rest
        window.resize(1366, 768)  # offscreen, the screen is smaller than any that people use
        self._result: dict[str, float] = {}
        self._begun = self._since = perf_counter()
        self._gaps = Gaps(self._look)

    def _look(self) -> None:
        now = perf_counter()
        if now - self._begun > _PATIENCE:
            sys.exit("the review did not end")
        if "rest" not in self._result:
            self._wait(now)
        elif not self._is_shown():
            self._since = now
        elif now - self._since > _SETTLED:
            shown = self._since - self._begun
            print(
                json.dumps({**self._result, "open": self._gaps.longest, "seconds": shown, "memory": peak()}), flush=True
            )
            QApplication.exit(0)

    def _wait(self, now: float) -> None:
        if not self._window.furnished:
            self._since = now
            self._gaps.restart()
        elif now - self._since >= self._rest:
            self._result["rest"] = self._gaps.restart()
            self._begun = self._since = now
            self._window.session.open(self._file)

    def _is_shown(self) -> bool:
        from reviewer.ui.session import Phase

        window = self._window
        if window.session.error is not None:
            sys.exit(str(window.session.error))
        return window.session.phase is Phase.REVIEWED and window.reading is not None and not window.reading.view.filling


def open_file(file: str, rest: float) -> None:
    kept = []
    start_reviewer(lambda window: kept.append(Opening(window, file, rest)))


if __name__ == "__main__":
    main()
