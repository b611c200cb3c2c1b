"""What can be done with all findings that are ticked."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reviewer.ui import finding_prompts as prompts
from reviewer.ui.findings_model import FindingsModel
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP


class TickBar(QWidget):
    """Hidden while nothing is ticked."""

    def __init__(self, session: DocumentSession, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("勾选的问题")
        self._session = session
        self._model = model
        self.label = QLabel()
        self.accept = self._button("采纳…", "采纳勾选的", lambda: self._preview(accepting=True))
        self.ignore = self._button("忽略…", "忽略勾选的", lambda: self._preview(accepting=False))
        self.clear = self._button("取消", "取消勾选", model.untick_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(self.label, 1)
        for button in (self.accept, self.ignore, self.clear):
            row.addWidget(button)
        model.ticks_changed.connect(self._count)
        self._count()

    def _button(self, words: str, name: str, deed: object) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setProperty("role", "deed")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(deed)
        return button

    def _count(self) -> None:
        ticked = len(self._model.ticked)
        self.label.setText(f"已勾选 {ticked} 处")
        self.setVisible(bool(ticked))

    def _preview(self, *, accepting: bool) -> None:
        prompts.preview(self._session, self._model.ticked, self, accepting=accepting, order=self._model.order)
