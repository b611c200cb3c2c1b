"""The document in numbers, and the promise that nothing leaves the machine."""

from collections import Counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QToolButton, QWidget

from reviewer.edits import open_findings
from reviewer.model.corrected import Corrected
from reviewer.model.duty import Tier
from reviewer.model.finding import Severity
from reviewer.model.report import Report
from reviewer.model.time import TimeStatus
from reviewer.ui import icons, labels
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import Change, DocumentSession, Phase
from reviewer.ui.theme import GAP
from reviewer.ui.translation import tr
from reviewer.ui.visible import progress

_NOTICE = 4000  # milliseconds


def reading_time(characters: int, speed: int) -> str:
    """How long it takes to read so many characters aloud at `speed` characters a minute."""
    minutes = max(1, round(characters / speed))
    if minutes < 60:
        return f"约 {minutes} 分钟"
    hours, rest = divmod(minutes, 60)
    return f"约 {hours} 小时 {rest} 分钟" if rest else f"约 {hours} 小时"


def finding_words(corrected: Corrected, show_info: bool) -> str:
    """How many open findings of each severity there are, and how far the clerk has come with them."""
    counted = Counter(finding.severity for finding in open_findings(corrected))
    parts = [f"{labels.SEVERITY[severity]} {counted[severity]}" for severity in Severity if counted[severity]]
    done, whole = progress(corrected, show_info)
    if done:
        parts.append(f"已处理 {done}/{whole}")
    return " · ".join(parts) if parts else "没有发现问题"


def duty_words(report: Report) -> str:
    """How many duties there are that can be ticked off, and how many others."""
    firm = sum(duty.tier is Tier.FIRM for duty in report.duties)
    rest = len(report.duties) - firm
    return f"任务 {firm}" + (f"（另有{labels.TIER[Tier.GENERAL]} {rest}）" if rest else "")


def year_words(report: Report) -> str:
    """The document's year and where it comes from, in a few words."""
    if report.dating.year is None:
        return labels.TIME_STATUS[TimeStatus.YEAR_UNKNOWN]
    return f"{report.dating.year}年（依据：{labels.YEAR_SOURCE[report.dating.source]}）"


class StatusBar(QStatusBar):
    """Counts at the left; what can be set (reading speed, year) as flat buttons; the promise at the right."""

    speed_asked = Signal()
    year_asked = Signal()

    def __init__(self, session: DocumentSession, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GAP, 0, 0, 0)
        self.setAccessibleName("状态栏")
        self.findings = QLabel()
        self.duties = QLabel()
        self.duties.setContentsMargins(2 * GAP, 0, GAP, 0)
        self.reading = _flat_button("朗读时间", "点击设定朗读速度")
        self.year = _flat_button("文稿年份", "点击设定年份")
        self.reading.clicked.connect(self.speed_asked)
        self.year.clicked.connect(self.year_asked)
        for part in (self.findings, self.duties, self.reading, self.year):
            self.addWidget(part)
        self.lock = QLabel()
        self.promise = QLabel(tr("本机处理，不联网"))
        self.promise.setProperty("role", "muted")
        self.promise.setToolTip("文稿只在这台电脑上处理，程序没有任何联网功能")
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.lock)
        row.addWidget(self.promise)
        self.addPermanentWidget(corner)
        session.changed.connect(self._on_changed)
        session.notice.connect(lambda words: self.showMessage(words, _NOTICE))
        self.messageChanged.connect(self._on_message)
        preferences.changed.connect(self._on_preference)
        self._show_state()

    def load_icons(self) -> None:
        """Draw the lock in the colours of the theme in force."""
        self.lock.setPixmap(icons.icon("lock").pixmap(16, 16))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not _is_empty(self.lock.pixmap()):
            self.load_icons()

    def _on_changed(self, change: Change) -> None:
        if change.document or change.report or change.phase or change.filters:
            self._show_state()

    def _on_message(self, words: str) -> None:
        if not words:
            self._show_state()

    def _on_preference(self, name: str) -> None:
        if name == "reading_speed":
            self._show_state()

    def _show_state(self) -> None:
        document, report, corrected = self._session.document, self._session.report, self._session.corrected
        if report is not None and corrected is not None:
            self.findings.setText(finding_words(corrected, self._session.show_info))
            self.duties.setText(duty_words(report))
            self.year.setText(year_words(report))
        else:
            self.findings.setText("正在审阅…" if self._session.phase is Phase.READING else "")
        if document is not None:
            time = reading_time(document.characters, self._preferences.settings.number("reading_speed"))
            self.reading.setText(f"{document.characters:,} 字 · {time}")
        if self.currentMessage():  # Qt hid the counts for as long as that stands in their place
            return
        self.findings.setVisible(bool(self.findings.text()))
        self.duties.setVisible(report is not None)
        self.year.setVisible(report is not None)
        self.reading.setVisible(document is not None)


def _flat_button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button


def _is_empty(pixmap: QPixmap) -> bool:
    return pixmap.isNull()
