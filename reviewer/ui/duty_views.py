"""The switch between the ways in which duties are laid out."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reviewer.ui.session import Change, DocumentSession, DutyView

_NAMES = {
    DutyView.TABLE: ("表格", "一条一行，点列名排序"),
    DutyView.TIMELINE: ("时间轴", "按月看截止日期和频次"),
    DutyView.UNIT: ("按单位", "每个单位牵头和配合的任务"),
    DutyView.PART: ("按部分", "文中每一部分布置的任务"),
}


class DutyViews(QWidget):
    """One button for each way, the one in force pressed."""

    def __init__(self, session: DocumentSession) -> None:
        super().__init__()
        self.setAccessibleName("任务的列法")
        self._session = session
        self.buttons: dict[DutyView, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for view, (name, hint) in _NAMES.items():
            button = QToolButton()
            button.setText(name)
            button.setToolTip(hint)
            button.setAccessibleName(name)
            button.setAccessibleDescription(hint)
            button.setCheckable(True)
            button.setProperty("role", "switch")
            button.clicked.connect(partial(self._choose, view))
            self.buttons[view] = button
            row.addWidget(button)
        row.addStretch(1)
        session.changed.connect(self._on_changed)
        self._show()

    def _choose(self, view: DutyView, _checked: bool = False) -> None:
        self._session.set_duty_view(view)
        self._show()

    def _on_changed(self, change: Change) -> None:
        if change.filters:
            self._show()

    def _show(self) -> None:
        for view, button in self.buttons.items():
            button.setChecked(view is self._session.duty_view)
