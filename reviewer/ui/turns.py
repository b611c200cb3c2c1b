"""Work for the main thread that would together take longer than a frame: one piece a turn of the event loop."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from reviewer.model.report import Report

_MANY = 1500  # findings and duties that the panes together list within half a frame

_FRAME = 16  # milliseconds between two deeds, in which the window paints what the first one changed


class Turns(QObject):
    """Runs one deed a turn, in the order in which they came; between two of them the window paints."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[QObject, Callable[[], None]]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._next)

    def add(self, owner: QObject, deed: Callable[[], None]) -> None:
        """Have `deed` run in a turn of its own, unless `owner` is gone by then; it takes the place of an earlier one."""
        self._waiting = [(other, waiting) for other, waiting in self._waiting if other is not owner]
        self._waiting.append((owner, deed))
        self._timer.start()

    def _next(self) -> None:
        owner, deed = self._waiting.pop(0)
        if not self._waiting:
            self._timer.stop()
        if isValid(owner):
            deed()


class _Shared:
    turns: Turns | None = None


def show_in_turn(owner: QObject, report: Report | None, deed: Callable[[], None]) -> None:
    """Run `deed`, which shows `report`: at once, or in a turn of its own where the report is long."""
    if report is None or len(report.findings) + len(report.duties) < _MANY:
        deed()
        return
    if _Shared.turns is None or not isValid(_Shared.turns):
        _Shared.turns = Turns(QCoreApplication.instance())
    _Shared.turns.add(owner, deed)
