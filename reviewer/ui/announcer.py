"""What a screen reader is told of its own accord: the finding that was gone to, and passing sentences."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui import labels
from reviewer.ui.findings_model import rule_name
from reviewer.ui.session import DocumentSession


def finding_told(session: DocumentSession, index: int) -> str:
    """The finding at `index` as it is read out: its place in the order, how serious it is, what is wrong."""
    report = session.report
    if report is None or not 0 <= index < len(report.findings):
        return ""
    finding, order = report.findings[index], session.visible_findings()
    place = f"第 {order.index(index) + 1} 处，共 {len(order)} 处。" if index in order else ""
    return f"{place}{labels.SEVERITY[finding.severity]}，{rule_name(finding)}：{finding.text}。{finding.message}"


class Announcer(QObject):
    """Follows `session` and speaks for `window`."""

    def __init__(self, session: DocumentSession, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.finding_selected.connect(self._on_finding)
        session.notice.connect(self.announce)

    def announce(self, words: str) -> None:
        """Have `words` read out once the reader has come to the end of its sentence."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))

    def _on_finding(self, index: int) -> None:
        if words := finding_told(self._session, index):
            self.announce(words)
