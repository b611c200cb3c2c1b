"""What the clerk takes home of a review: checklist, copies, report, sheets of paper, the review itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reviewer.model.layout import LayoutProfile
from reviewer.model.office import Office
from reviewer.ui.actions import Actions
from reviewer.ui.copying import CopyExport
from reviewer.ui.exporting import ChecklistExport, Writer
from reviewer.ui.handover import Handover
from reviewer.ui.message_bar import MessageBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.printing import Printing
from reviewer.ui.reporting import Reporting
from reviewer.ui.saving import Saving
from reviewer.ui.session import DocumentSession


class TakingHome:
    """The rooms that make these files, connected to their commands; all of them write by one `saving`."""

    def __init__(
        self,
        actions: Actions,
        session: DocumentSession,
        messages: MessageBar,
        preferences: Preferences,
        window: QWidget,
        office: Callable[[], Office],
        layout: Callable[[], LayoutProfile | None],
        writer: Writer,
    ) -> None:
        self.saving = Saving(messages, window)
        self.saving.notice.connect(session.notice)
        self.checklist = ChecklistExport(session, self.saving, writer)
        self.copies = CopyExport(session, self.saving, preferences, layout, window)
        self.reports = Reporting(session, self.saving, preferences, window, office)
        self.printing = Printing(session, messages, self.saving, window, office)
        self.handover = Handover(session, messages, self.saving, window)
        actions.connect(
            export=self.checklist.start,
            correct=self.copies.correct,
            comment=self.copies.comment,
            layout=self.copies.lay_out,
            report=self.reports.export,
            statistics=self.reports.show_statistics,
            print=self.printing.print_review,
            preview=self.printing.preview,
            pdf=self.printing.save_pdf,
            give_review=self.handover.give,
            take_review=self.handover.take,
        )

    def wait(self) -> None:
        """Wait until everything is written and read."""
        self.saving.wait()
        self.reports.wait()
        self.handover.wait()
