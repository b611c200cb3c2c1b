"""What menus and keys ask about the finding that the clerk looks at, and about words of the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.ui import finding_decisions as deeds
from reviewer.ui.actions import Actions
from reviewer.ui.docks import Docks
from reviewer.ui.reading_area import ReadingArea
from reviewer.ui.session import DocumentSession

_ON_OPEN = ("accept_finding", "change_finding", "ignore_finding", "disable_rule")


class FindingCommands(QObject):
    """Connects the commands, and enables those on a finding only while there is one that they can act on."""

    def __init__(
        self,
        actions: Actions,
        session: DocumentSession,
        reading: Callable[[], ReadingArea],
        docks: Docks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._session = session
        self._reading = reading
        self._docks = docks
        self._window = window
        actions.connect(
            start_findings=self.start,
            accept_finding=self._accept,
            change_finding=self._change,
            ignore_finding=lambda: deeds.ignore(session, session.selected_finding),
            pass_over=lambda: deeds.pass_over(session, session.selected_finding),
            disable_rule=lambda: deeds.disable_rule(session, session.selected_finding),
            remark=self._remark,
            mark_finding=self._mark,
        )
        actions.connect_switches(show_decided=session.set_show_decided)
        session.changed.connect(self._show_state)
        session.finding_selected.connect(self._show_state)
        self._show_state()

    def start(self) -> None:
        """Show the findings, and go to the first that is undecided."""
        self._docks.want("findings", True)
        pending = self._session.pending_findings()
        if pending:
            self._session.select_finding(pending[0])
        else:
            self._session.notice.emit("没有要看的问题。")

    def _show_state(self) -> None:
        session, index = self._session, self._session.selected_finding
        report = session.report
        finding = report.findings[index] if report is not None and 0 <= index < len(report.findings) else None
        can = finding is not None and deeds.is_open(session, index) and deeds.can_decide(finding)
        for name in _ON_OPEN:
            self._actions[name].setEnabled(can)
        self._actions["accept_finding"].setEnabled(can and finding is not None and bool(finding.suggestions))
        self._actions["pass_over"].setEnabled(can and finding is not None and deeds.can_pass_over(finding))
        self._actions["show_decided"].setChecked(session.show_decided)

    def _accept(self) -> None:
        report, index = self._session.report, self._session.selected_finding
        if report is not None and index >= 0 and report.findings[index].suggestions:
            deeds.accept(self._session, index, report.findings[index].suggestions[0])

    def _change(self) -> None:
        from reviewer.ui.finding_prompts import ask_replacement

        ask_replacement(self._session, self._session.selected_finding, self._window)

    def _remark(self) -> None:
        """Ask for a remark on the words selected, or on those of the finding that is looked at."""
        from reviewer.ui.finding_prompts import ask_remark

        report, index = self._session.report, self._session.selected_finding
        span = self._reading().view.selected_span()
        if (span is None or not len(span)) and report is not None and index >= 0:
            span = report.findings[index].span
        if span is None or not len(span):
            self._session.notice.emit("请先选中要批注的文字，只选一段里的。")
        else:
            ask_remark(self._session, span, self._window)

    def _mark(self) -> None:
        from reviewer.ui.finding_prompts import ask_note

        span = self._reading().view.selected_span()
        if span is None or not len(span):
            self._session.notice.emit("请先选中有问题的文字，只选一段里的。")
        else:
            ask_note(self._session, span, self._window)
