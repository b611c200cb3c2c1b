"""The window: a frame that is painted at once, and a hallway to everything that is built after that.

Until the first frame is painted next to nothing is imported; modules and rooms follow one by one between the frames.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from reviewer.ui.exporting import Writer
    from reviewer.ui.message_bar import Deed
    from reviewer.ui.preferences import Preferences
    from reviewer.ui.reading_area import ReadingArea
    from reviewer.ui.session import DocumentSession
    from reviewer.ui.workbench import Workbench

PROGRAM = "公文审阅"
_SIZE = (1440, 900)
_TITLE_BAR = 40
_MODULES = (
    "reviewer.model.report",
    "reviewer.ui.session",
    "reviewer.ui.start_page",
    "reviewer.ui.status_bar",
    "reviewer.ui.exporting",
    "PySide6.QtSvg",
    "reviewer.ui.reading_area",
    "reviewer.ui.workbench",
    "reviewer.ui.outline_pane",
    "reviewer.ui.findings_pane",
    "reviewer.ui.duties_pane",
)


class MainWindow(QMainWindow):
    """The program's window; `workbench` is what stands in it, built at the latest when it is asked for.

    `ready` says that everything is built.
    """

    ready = Signal()

    def __init__(
        self, preferences: Preferences, session: DocumentSession | None = None, writer: Writer | None = None
    ) -> None:
        super().__init__()
        self.preferences = preferences
        self._given_session = session
        self._writer = writer
        self._workbench: Workbench | None = None
        self._preparations: list[Callable[[], object]] = [
            *(partial(import_module, module) for module in _MODULES),
            *self._font_steps(),
        ]
        self._files: list[str] = []
        self._painted = False
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(900, 560)
        self.setAcceptDrops(True)
        self._take_place()

    @property
    def workbench(self) -> Workbench:
        """Everything in the window."""
        if self._workbench is None:
            from reviewer.ui.workbench import Workbench

            self._workbench = Workbench(self, self.preferences, self._given_session, self._writer)
            self._workbench.lay_out(self._files)
        return self._workbench

    @property
    def session(self) -> DocumentSession:
        """What is open in the window."""
        return self.workbench.session

    @property
    def reading(self) -> ReadingArea:
        """Where it is read."""
        return self.workbench.reading

    @property
    def furnished(self) -> bool:
        """Whether everything is built."""
        return self._workbench is not None and self._workbench.furnished

    def open_files(self, paths: list[str]) -> None:
        """Open `paths` and show the first, as soon as there is something to show it in."""
        if self._workbench is None:
            self._files = paths
        else:
            self._workbench.open_files(paths)

    def say_failure(self, sentence: str, *deeds: Deed) -> None:
        """Show what went wrong, and what can be done."""
        self.workbench.say_failure(sentence, *deeds)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; after the first time, begin to build what waits."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._build_next)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme; when the clerk comes back to the window, see whether her files have changed."""
        super().changeEvent(event)
        if self._workbench is None:
            return
        if event.type() == QEvent.Type.PaletteChange:
            self._workbench.take_colours()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._workbench.session.check_files()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panes in an order that fits the height."""
        super().resizeEvent(event)
        if self._workbench is not None:
            self._workbench.docks.arrange(self.height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders, nothing else."""
        from reviewer.ui.opening import dropped_paths

        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped; where folders are among them, review all in a table."""
        from reviewer.ui.opening import dropped_files, dropped_paths

        files, paths = dropped_files(event.mimeData()), dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
        if len(files) < len(paths):
            self.workbench.documents.batch(paths)
        elif files:
            self.open_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Vanish at once, then keep what is to be kept and wait for what still runs."""
        self.hide()
        self.preferences.set("window_place", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        if self._workbench is not None:
            self._workbench.leave()
        self.preferences.flush()
        super().closeEvent(event)

    def _take_place(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - _TITLE_BAR))
        place = self.preferences.settings.words("window_place")
        if place:
            from PySide6.QtCore import QByteArray

            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))

    def _font_steps(self) -> list[Callable[[], object]]:
        """Each has Qt find and load fonts, which takes ten milliseconds where somebody waits for a paint."""

        def load_page_fonts() -> None:
            from reviewer.ui.typography import PageSetup, Typography

            Typography(PageSetup(self.preferences.settings.number("zoom"))).load_fonts()

        return [lambda: self.fontMetrics().horizontalAdvance("文"), load_page_fonts]

    def _build_next(self) -> None:
        if self._workbench is not None:
            self._workbench.furnish_next()
        elif self._preparations:
            self._preparations.pop(0)()
        else:
            _ = self.workbench
        if self.furnished:
            self.ready.emit()
        else:
            QTimer.singleShot(0, self, self._build_next)
