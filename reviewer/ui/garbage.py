"""Cyclic garbage is collected on the main thread only, between two events.

Python collects on whichever thread happens to make the next object. On a worker that would destroy Qt objects where
they must not be touched, and bring the program down.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_INTERVAL = 250  # milliseconds
_FLOOD = 10_000  # objects more than at the last look; a window never makes so many, reading and reviewing do


def collect_due() -> None:
    """Collect the oldest generation that has reached its threshold, and with it the younger ones."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return


class GarbageCollector(QObject):
    """Stands in for Python's own collecting, for as long as the process lives.

    Documents and reports are many objects without cycles, which need no collecting but make it slow: a flood of new
    objects is put aside, and all that was put aside is looked through once the clerk is in another program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._put_aside = False
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Put a flood aside, or collect what is due."""
        if gc.get_count()[0] > _FLOOD:
            gc.freeze()
            self._put_aside = True
        elif self._put_aside and is_elsewhere():
            gc.unfreeze()
            gc.collect()  # some tenths of a second after a long document
            gc.freeze()
            self._put_aside = False
        else:
            collect_due()


def is_elsewhere() -> bool:
    """Whether the clerk is busy in another program."""
    return QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
