"""What can be done with the chosen duty, as a menu and keys of its table."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.exports.checklist_rows import can_be_listed
from reviewer.model.duty import Duty
from reviewer.ui import duty_decisions
from reviewer.ui.session import Change, DocumentSession

_LONGEST = 14


class DutyMenu(QObject):
    """Actions on the duty that the session has selected; `table` shows them and lends its keys.

    `shown` gives the indices of the duties that the table shows, for what is done to all of them.
    """

    def __init__(self, session: DocumentSession, table: QWidget, shown: Callable[[], Sequence[int]]) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._shown = shown
        self.tick = self._action("列入清单", self._tick, Qt.Key.Key_Space)
        self.tick.setCheckable(True)
        self.tick_all = self._made("全部列入清单", partial(self._tick_all, True))
        self.untick_all = self._made("全部不列入清单", partial(self._tick_all, False))
        self._separate()
        self.edit = self._action("修改…", self._edit)
        self.strike = self._action("删去这条任务", self._strike, QKeySequence.StandardKey.Delete)
        self.split = self._action("拆成两条…", self._split)
        self.merge = self._action("与下一条合并", self._merge)
        self.restore = self._action("恢复原样", self._restore)
        self._separate()
        self.go = self._action("翻到原文", self._go)
        session.changed.connect(self._on_changed)
        session.duty_selected.connect(self._refresh)
        self._refresh()

    @property
    def duty(self) -> Duty | None:
        """The duty that the actions are about, None while none is selected."""
        report, index = self._session.report, self._session.selected_duty
        return report.duties[index] if report is not None and index >= 0 else None

    def _action(
        self, words: str, deed: Callable[[Duty], object], key: QKeySequence.StandardKey | Qt.Key | None = None
    ) -> QAction:
        action = self._made(words, partial(self._do, deed))
        if key is not None:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _made(self, words: str, deed: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _checked=False: deed())
        self._table.addAction(action)
        return action

    def _separate(self) -> None:
        line = QAction(self)
        line.setSeparator(True)
        self._table.addAction(line)

    def _do(self, deed: Callable[[Duty], object]) -> None:
        duty = self.duty
        if duty is not None:
            deed(duty)

    def _on_changed(self, change: Change) -> None:
        if change.report:
            self._refresh()

    def _refresh(self) -> None:
        duty = self.duty
        for action in (self.tick_all, self.untick_all):
            action.setEnabled(self._session.report is not None)
        self.tick.setEnabled(duty is not None and can_be_listed(duty, include_general=True))
        self.tick.setChecked(duty is not None and duty.listed)
        for action in (self.edit, self.strike, self.go):
            action.setEnabled(duty is not None)
        self.split.setEnabled(duty is not None and bool(duty_decisions.cuts(self._text(duty))))
        self.restore.setEnabled(duty is not None and duty.decided)
        following = duty_decisions.next_of(self._session, duty) if duty is not None else None
        title = (following.action or following.text) if following is not None else ""
        short = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
        self.merge.setText(f"与下一条合并（{short}）".replace("&", "&&") if short else "与下一条合并")
        self.merge.setEnabled(following is not None)

    def _text(self, duty: Duty) -> str:
        document = self._session.document
        return document.text(duty.span) if document is not None else ""

    def _tick(self, duty: Duty) -> None:
        duty_decisions.set_listed(self._session, (duty,), not duty.listed)

    def _tick_all(self, listed: bool) -> None:
        report = self._session.report
        if report is not None:
            shown = (report.duties[index] for index in self._shown())
            able = [duty for duty in shown if can_be_listed(duty, include_general=True)]
            duty_decisions.set_listed(self._session, able, listed)

    def _edit(self, duty: Duty) -> None:
        from reviewer.ui.duty_dialog import DutyDialog

        if self._session.report is not None:
            dialog = DutyDialog(self._session.report, duty, self._table)
            self._ask(dialog, duty, lambda: duty_decisions.edit(self._session, duty, dialog.correction))

    def _split(self, duty: Duty) -> None:
        from reviewer.ui.split_dialog import SplitDialog

        dialog = SplitDialog(self._text(duty), self._table)
        self._ask(dialog, duty, lambda: duty_decisions.split(self._session, duty, dialog.at))

    def _ask(self, dialog: QDialog, duty: Duty, deed: Callable[[], None]) -> None:
        """Do the deed once the dialog is accepted, if the duty is still there then."""

        def do() -> None:
            report = self._session.report
            if report is not None and duty in report.duties:
                deed()

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(do)
        dialog.open()

    def _strike(self, duty: Duty) -> None:
        duty_decisions.strike(self._session, duty)

    def _merge(self, duty: Duty) -> None:
        duty_decisions.merge(self._session, duty)

    def _restore(self, duty: Duty) -> None:
        duty_decisions.restore(self._session, duty)

    def _go(self, duty: Duty) -> None:
        self._session.request_place(duty.span)
