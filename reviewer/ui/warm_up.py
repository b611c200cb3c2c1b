"""Loads in the background what the first documents would have to load, while nothing else is done."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reviewer.ui.main_window import MainWindow
from reviewer.ui.worker import Background

_QUIET = 700  # milliseconds after the window is built; who opens a file at once gets all of the machine


class WarmUp(QObject):
    """Reviews the sample once where nothing is open, so that the clerk's first document does not wait for dictionaries.

    The process that reads foreign formats is started when nothing is being read or reviewed.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._background = Background(self, threads=1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._begin)
        window.ready.connect(self._timer.start)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._background.wait)

    def _begin(self) -> None:
        from reviewer.ui.change import Phase

        phase = self._window.session.phase
        if phase is Phase.EMPTY:
            self._background.start("warm up", 0, review_sample)
        if phase in (Phase.LOADING, Phase.READING):
            self._timer.start()
        else:
            self._background.start("warm readers", 0, warm_readers)


def warm_readers() -> None:
    """Start the process that reads what this one does not."""
    from reviewer.readers import warm

    warm()


def review_sample() -> None:
    """Review the sample for the sake of what is loaded on the way."""
    from reviewer import resource
    from reviewer.readers import read
    from reviewer.review import review
    from reviewer.ui.start_page import SAMPLE

    review(read(resource.path(SAMPLE)))
