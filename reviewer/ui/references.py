"""What reviews go by besides the text: the office's units, its own holiday arrangements, how documents should be set."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.model.document import Document
from reviewer.model.office import Office
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.terms import NO_TERMS, Terms
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.model.finding import Severity
    from reviewer.model.layout import LayoutProfile
    from reviewer.times.calendar import WorkCalendar

_IMPORTED, _TAKEN, _SAVED, _LAID_OUT = "imported", "taken", "saved", "laid out"
_KEPT, _UNWANTED = "kept", "unwanted"


class References(QObject):
    """Units, holidays, layout profile and the office's own words in force, kept in `folder`; None keeps nothing beyond this run.

    They are read when they are first needed, in whatever thread that is. `changed` is emitted when they are others
    than before, `imported` with the units of a file, `holidays_taken` when the years of a file are in force,
    `layout_taken` when a layout profile is, `kept_imported` and `unwanted_imported` with the words of a file, `failed` with what went wrong.
    """

    changed = Signal()
    imported = Signal(object)
    holidays_taken = Signal()
    layout_taken = Signal()
    kept_imported = Signal(object)
    unwanted_imported = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._office: Office | None = None
        self._calendar: WorkCalendar | None = None
        self._own_layout: LayoutProfile | None = None
        self._layout_check = "auto"
        self._severities: Mapping[str, Severity] = {}
        self._terms: Terms | None = None
        self._strict = False
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

        profile, binds = self._layout()
        wanted = replace(
            options,
            severities=self._severities,
            office=self.office(),
            layout=profile,
            layout_binds=binds,
            terms=self.terms(),
            strict=self._strict,
        )
        return review(document, wanted, self.calendar())

    def terms(self) -> Terms:
        """The office's own words."""
        if self._terms is None:
            from reviewer.store import terms

            self._terms = terms.load(self._folder) if self._folder is not None else NO_TERMS
        return self._terms

    def set_terms(self, terms: Terms) -> None:
        """Put other words in force at once, and keep them."""
        from reviewer.store import terms as store

        self._terms = terms
        if self._folder is not None:
            self._background.start(_SAVED, 0, partial(store.save, self._folder, terms))
        self.changed.emit()

    def import_kept(self, path: str) -> None:
        """Read words that are never objected to; `kept_imported` brings them, nothing is put in force."""
        from reviewer.store import terms

        self._background.start(_KEPT, 0, partial(terms.read_kept, Path(path)))

    def import_unwanted(self, path: str) -> None:
        """Read unwanted words; `unwanted_imported` brings them, nothing is put in force."""
        from reviewer.store import terms

        self._background.start(_UNWANTED, 0, partial(terms.read_unwanted, Path(path)))

    def own_layout(self) -> LayoutProfile | None:
        """The office's own layout profile, None where it has none."""
        if self._own_layout is None and self._folder is not None:
            from reviewer.store import layout

            self._own_layout = layout.load(self._folder)
        return self._own_layout

    def set_layout_check(self, check: str) -> None:
        """Look at layouts as the setting `layout_check` says."""
        if check != self._layout_check:
            self._layout_check = check
            self.changed.emit()

    def set_strict(self, strict: bool) -> None:
        """Look for doubtful slips as well, or no longer."""
        if strict != self._strict:
            self._strict = strict
            self.changed.emit()

    def set_severities(self, severities: Mapping[str, Severity]) -> None:
        """Take these rules as seriously as that."""
        if severities != self._severities:
            self._severities = severities
            self.changed.emit()

    def take_layout(self, path: str) -> None:
        """Make the profile in a file the office's own, and keep it."""
        from reviewer.store import layout

        take = partial(layout.save, self._folder) if self._folder is not None else layout.read
        self._background.start(_LAID_OUT, 0, partial(take, Path(path)))

    def layout(self) -> LayoutProfile | None:
        """The profile that documents are checked by, None where they are not."""
        return self._layout()[0]

    def _layout(self) -> tuple[LayoutProfile | None, bool]:
        """The profile to go by, and whether every document is held to it."""
        from reviewer.rules.format.profile import standard

        if self._layout_check == "none":
            return None, False
        if self._layout_check == "own" and (own := self.own_layout()) is not None:
            return own, True
        return standard(), self._layout_check == "standard"

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
        elif outcome.task == _KEPT:
            self.kept_imported.emit(outcome.value)
        elif outcome.task == _UNWANTED:
            self.unwanted_imported.emit(outcome.value)
        elif outcome.task == _TAKEN:
            self._calendar = outcome.value
            self.changed.emit()
            self.holidays_taken.emit()
        elif outcome.task == _LAID_OUT:
            self._own_layout = outcome.value
            self.changed.emit()
            self.layout_taken.emit()
