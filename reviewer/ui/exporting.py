"""From the open review to a checklist in Excel."""

from collections.abc import Callable
from functools import partial

from reviewer.exports.targets import BOOK, CHECKLIST, default_target
from reviewer.model.office import Office
from reviewer.model.report import Report
from reviewer.ui.saving import Saving, Told, Wanted
from reviewer.ui.session import DocumentSession

Writer = Callable[[Report, str, bool], None]


def _all_columns() -> frozenset[str]:
    return frozenset()


def writer_for(office: Callable[[], Office], left_out: Callable[[], frozenset[str]] = _all_columns) -> Writer:
    """Writes checklists that name the units of `office` in full, but for columns left out; both asked for then."""

    def write(report: Report, target: str, include_general: bool) -> None:
        from reviewer.exports.checklist import write_checklist

        write_checklist(report, target, include_general=include_general, office=office(), left_out=left_out())

    return write


class ChecklistExport:
    """Has the checklist written, with general duties where they are shown."""

    def __init__(self, session: DocumentSession, saving: Saving, writer: Writer) -> None:
        self._session = session
        self._saving = saving
        self._writer = writer

    def start(self) -> None:
        """Ask where to and write; nothing happens where there is no report or no name is given."""
        report = self._session.report
        if report is None:
            return
        proposed = str(default_target(self._session.current.beside, CHECKLIST, BOOK))
        wanted = Wanted(CHECKLIST, proposed, "Excel 工作簿", (BOOK,))
        self._saving.save(wanted, partial(self._write, report, self._session.show_general_duties), _tell)

    def _write(self, report: Report, include_general: bool, target: str) -> int:
        """Write, and return how many duties the clerk left out."""
        from reviewer.exports.checklist_rows import left_out

        self._writer(report, target, include_general)
        return left_out(report, include_general)


def _tell(omitted: int) -> Told:
    return Told(f"（没有打勾的 {omitted} 条没有列入）" if omitted else "")
