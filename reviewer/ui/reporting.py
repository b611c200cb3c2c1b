"""From the open review to a report as a page of HTML, and to the statistics of the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.model.office import Office
from reviewer.ui import exporting
from reviewer.ui.actions import Actions
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from reviewer.ui.statistics_dialog import StatisticsDialog


class Reporting(QObject):
    """Connects the commands; writes in the background and says in the message bar what came of it."""

    def __init__(
        self,
        actions: Actions,
        session: DocumentSession,
        messages: MessageBar,
        preferences: Preferences,
        window: QWidget,
        office: Callable[[], Office],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._preferences = preferences
        self._window = window
        self._office = office
        self._orders: dict[str, Callable[[str], None]] = {}
        self._statistics: StatisticsDialog | None = None
        self._background = Background(self)
        self._background.finished.connect(self._on_written)
        actions.connect(report=self.export, statistics=self.show_statistics)

    def export(self) -> None:
        """Ask where to and write the report on the document shown."""
        from reviewer.exports.report_html import ReportOptions, write_report
        from reviewer.exports.targets import PAGE, REPORT, default_target

        corrected, session = self._session.corrected, self._session
        if corrected is None:
            return
        speed = self._preferences.settings.number("reading_speed")
        options = ReportOptions(session.show_info, session.show_general_duties, speed, self._office())

        def write(target: str) -> None:
            write_report(corrected, options, target, session.path or "")

        self._place(write, str(default_target(session.current.beside, REPORT, PAGE)))

    def show_statistics(self) -> None:
        """Show how long the text is, in what sentences and parts, and what it says over and over."""
        from reviewer.ui.statistics_dialog import StatisticsDialog

        if self._statistics is None:
            self._statistics = StatisticsDialog(self._session, self._preferences, self._window)
        self._statistics.measure()
        self._statistics.show()
        self._statistics.raise_()
        self._statistics.activateWindow()

    def ask_target(self, proposed: str) -> str:
        """The name that the clerk chooses, "" for none."""
        suffix = Path(proposed).suffix
        chosen, _ = QFileDialog.getSaveFileName(self._window, "导出审阅报告", proposed, f"网页 (*{suffix})")
        return chosen if not chosen or chosen.lower().endswith((suffix, ".htm")) else chosen + suffix

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all work has ended within the time."""
        return self._background.wait(milliseconds) and (self._statistics is None or self._statistics.wait(milliseconds))

    def _place(self, write: Callable[[str], None], proposed: str) -> None:
        """Ask for the name and begin to write."""
        target = self.ask_target(proposed)
        if target:
            self._orders[target] = write
            self._session.notice.emit("正在导出…")
            self._background.start(target, 0, partial(write, target))

    def _on_written(self, outcome: Outcome) -> None:
        target = outcome.task
        write = self._orders.pop(target)
        if outcome.error is not None:
            from reviewer.atomic import free_name

            again = partial(self._place, write, str(free_name(target)))
            self._messages.show_message(Tone.FAILURE, outcome.error.sentence, ("换个名字保存…", again))
            return
        deeds = (
            ("打开看看", partial(exporting.open_file, target)),
            ("打开文件夹", partial(exporting.open_folder, target)),
        )
        self._messages.show_message(Tone.DONE, f"审阅报告已导出：{Path(target).name}", *deeds)
