"""From the open review to a report as a page of HTML, and to the statistics of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reviewer.exports.targets import PAGE, REPORT, default_target
from reviewer.model.office import Office
from reviewer.ui.preferences import Preferences
from reviewer.ui.saving import Saving, Wanted
from reviewer.ui.session import DocumentSession

if TYPE_CHECKING:
    from reviewer.ui.statistics_dialog import StatisticsDialog


class Reporting:
    """Has the report written; shows the statistics, measured when they are first asked for."""

    def __init__(
        self,
        session: DocumentSession,
        saving: Saving,
        preferences: Preferences,
        window: QWidget,
        office: Callable[[], Office],
    ) -> None:
        self._session = session
        self._saving = saving
        self._preferences = preferences
        self._window = window
        self._office = office
        self._statistics: StatisticsDialog | None = None

    def export(self) -> None:
        """Ask where to and write the report on the document shown."""
        from reviewer.exports.report_html import ReportOptions, write_report

        corrected, session = self._session.corrected, self._session
        if corrected is None:
            return
        speed = self._preferences.settings.number("reading_speed")
        options = ReportOptions(session.show_info, session.show_general_duties, speed, self._office())

        def write(target: str) -> None:
            write_report(corrected, options, target, session.path or "")

        proposed = str(default_target(session.current.beside, REPORT, PAGE))
        self._saving.save(Wanted(REPORT, proposed, "网页", (PAGE, ".htm"), opens=True), write)

    def show_statistics(self) -> None:
        """Show how long the text is, in what sentences and parts, and what it says over and over."""
        from reviewer.ui.statistics_dialog import StatisticsDialog

        if self._statistics is None:
            self._statistics = StatisticsDialog(self._session, self._preferences, self._window)
        self._statistics.measure()
        self._statistics.show()
        self._statistics.raise_()
        self._statistics.activateWindow()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether nothing is measured any more within the time."""
        return self._statistics is None or self._statistics.wait(milliseconds)
