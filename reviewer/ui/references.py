"""What reviews go by besides the text: the office's units and its own holiday arrangements."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.model.document import Document
from reviewer.model.office import Office
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from reviewer.times.calendar import WorkCalendar

_IMPORTED, _TAKEN, _SAVED = "imported", "taken", "saved"


class References(QObject):
    """Units and holidays in force, kept in `folder`; None keeps nothing beyond this run.

    They are read when they are first needed, in whatever thread that is. `changed` is emitted when they are others
    than before, `imported` with the units of a file, `holidays_taken` when the years of a file are in force, `failed`
    with what went wrong.
    """

    changed = Signal()
    imported = Signal(object)
    holidays_taken = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._office: Office | None = None
        self._calendar: WorkCalendar | None = None
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_finished)

    def office(self) -> Office:
        """The office's own units."""
        if self._office is None:
            from reviewer.store import office

            self._office = office.load(self._folder) if self._folder is not None else Office()
        return self._office

    def calendar(self) -> WorkCalendar:
        """The working days, with the years that the clerk put in."""
        if self._calendar is None:
            from reviewer.store import holidays
            from reviewer.times.calendar import STATUTORY

            self._calendar = holidays.load(self._folder) if self._folder is not None else STATUTORY
        return self._calendar

    def review(self, document: Document, options: ReviewOptions) -> Report:
        """The report on `document` by what is in force now; safe in any thread."""
        from dataclasses import replace

        from reviewer.review import review

        return review(document, replace(options, office=self.office()), self.calendar())

    def set_office(self, office: Office) -> None:
        """Put other units in force at once, and keep them."""
        from reviewer.store import office as store

        self._office = office
        if self._folder is not None:
            self._background.start(_SAVED, 0, partial(store.save, self._folder, office))
        self.changed.emit()

    def import_units(self, path: str) -> None:
        """Read units from a workbook or text file; `imported` brings them, nothing is put in force."""
        from reviewer.store import office

        self._background.start(_IMPORTED, 0, partial(office.read, Path(path)))

    def take_holidays(self, path: str) -> None:
        """Put the years of a user file in force, and keep them."""
        from reviewer.store import holidays

        take = partial(holidays.save, self._folder) if self._folder is not None else holidays.read
        self._background.start(_TAKEN, 0, partial(take, Path(path)))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether everything is read and saved within the time."""
        return self._background.wait(milliseconds)

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.error)
        elif outcome.task == _IMPORTED:
            self.imported.emit(outcome.value)
        elif outcome.task == _TAKEN:
            self._calendar = outcome.value
            self.changed.emit()
            self.holidays_taken.emit()
