"""What is being opened, how far that has come, and a button that leaves off."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP

_PATIENCE = 400  # milliseconds that pass before it shows; most files are there sooner
_WIDTH = 180


class OpeningBar(QFrame):
    """Hidden unless reading takes long; `cancel` closes what is still being read."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._most = 0
        self.setObjectName("opening_bar")
        self.setAccessibleName("正在打开")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setAccessibleName("打开的进度")
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(_WIDTH, GAP)
        self.cancel = QPushButton("取消")
        self.cancel.setAccessibleName("取消打开")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.setSpacing(2 * GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        self.cancel.clicked.connect(self._leave_off)
        session.documents_changed.connect(self._show_state)
        self.hide()

    def _show_state(self) -> None:
        waiting = self._session.being_read
        if not waiting:
            self._timer.stop()
            self._most = 0
            self.hide()
            return
        self._most = max(self._most, len(waiting))
        done = self._most - len(waiting)
        self.progress.setRange(0, self._most if self._most > 1 else 0)
        self.progress.setValue(done)
        count = f"（第 {done + 1} 份，共 {self._most} 份）" if self._most > 1 else ""
        self.words.setText(f"正在打开{count}：{waiting[0].name}")
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def _leave_off(self) -> None:
        for document in self._session.being_read:
            self._session.close(document)
