"""The finding that the clerk looks at: told in full, with a button for each thing that she can do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from reviewer.model.finding import OWN_RULE, Finding
from reviewer.model.verdict import State
from reviewer.ui import finding_decisions as deeds
from reviewer.ui import finding_prompts as prompts
from reviewer.ui.filter_chips import FlowLayout
from reviewer.ui.finding_explained import explained
from reviewer.ui.finding_words import offer_words, short, suggestion_words
from reviewer.ui.pane_parts import Detail
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP

Order = Callable[[], list[int]]


class FindingPanel(QWidget):
    """Hidden while no finding is shown; `order` gives the indices in which the next one moves in."""

    def __init__(self, session: DocumentSession, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("这一处")
        self._session = session
        self._order = order
        self._shown = -1
        self.detail = Detail("这一处的说明", self._tell)
        self.accept = _button("采纳", "按建议改（回车）")
        self.accept.setProperty("role", "primary")
        self.change = _button("改为…", "换成您自己的写法")
        self.ignore = _button("忽略此处", "这里保持原样，不再提醒（Delete）")
        self.always = _button("总是忽略", "这几个字在所有文稿里都不再提醒")
        self.disable = _button("停用此规则", "所有文稿都不再查这一条，在设置里可以恢复")
        self.remark = _button("批注…", "写一句话给作者")
        self.restore = _button("恢复未处理", "撤回对这一处的处理")
        self.more = _button("同类…", "一次处理同一规则查出的各处")
        self.choices = QMenu(self.accept)
        self.choices.setAccessibleName("其他改法")
        self.same = QMenu(self.more)
        self.same.setAccessibleName("同类")
        self.more.setMenu(self.same)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self._connect()
        self.show_finding(-1)

    def show_finding(self, index: int) -> None:
        """Tell of the finding at `index`, -1 for none."""
        self._shown = index if self._finding(index) is not None else -1
        self.detail.refresh()
        self._show_buttons()
        self.setVisible(self._shown >= 0)

    def _lay_out(self) -> None:
        self._row = _ButtonRow(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        column.addWidget(self.detail, 1)
        column.addWidget(self._row)

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (
            *(self.accept, self.change, self.ignore, self.restore),
            *(self.remark, self.always, self.disable, self.more),
        )

    def _connect(self) -> None:
        session = self._session
        self.accept.clicked.connect(lambda: self._accept(0))
        self.change.clicked.connect(lambda: prompts.ask_replacement(session, self._shown, self, self._order()))
        self.ignore.clicked.connect(lambda: deeds.ignore(session, self._shown, self._order()))
        self.always.clicked.connect(lambda: deeds.pass_over(session, self._shown, self._order()))
        self.disable.clicked.connect(lambda: deeds.disable_rule(session, self._shown, self._order()))
        self.restore.clicked.connect(lambda: deeds.reopen(session, self._shown))
        self.remark.clicked.connect(self._ask_remark)
        self.same.aboutToShow.connect(self._list_same)
        self.detail.anchorClicked.connect(self._on_link)

    def _finding(self, index: int) -> Finding | None:
        report = self._session.report
        known = report is not None and self._session.corrected is not None and 0 <= index < len(report.findings)
        return report.findings[index] if report is not None and known else None

    def _tell(self) -> str:
        corrected = self._session.corrected
        return explained(corrected, self._shown) if corrected is not None and self._finding(self._shown) else ""

    def _show_buttons(self) -> None:
        finding = self._finding(self._shown)
        if finding is None:
            return
        is_open = deeds.is_open(self._session, self._shown)
        words, own = deeds.can_decide(finding), finding.rule == OWN_RULE
        self.accept.setVisible(is_open and words and bool(finding.suggestions))
        self.change.setVisible(is_open and words)
        self.ignore.setVisible(is_open and words and not own)
        self.always.setVisible(is_open and deeds.can_pass_over(finding))
        self.disable.setVisible(is_open and not own)
        self.more.setVisible(is_open and deeds.has_alike(self._session, self._shown))
        self.remark.setVisible(words)
        self.restore.setVisible(not is_open or own)
        struck = deeds.state_of(self._session, self._shown) is State.STRUCK
        self.restore.setText("取消标记" if is_open else "保留整段" if struck else "恢复未处理")
        if finding.suggestions:
            self._offer(finding)
        self._row.fit()

    def _offer(self, finding: Finding) -> None:
        self.accept.setText(offer_words(finding.suggestions[0]))
        self.choices.clear()
        for number, suggestion in enumerate(finding.suggestions):
            words = f"“{short(suggestion_words(suggestion))}”" if suggestion else "删去"
            self.choices.addAction(words).triggered.connect(partial(self._choose, number))
        several = len(finding.suggestions) > 1
        mode = QToolButton.ToolButtonPopupMode
        self.accept.setMenu(self.choices if several else None)  # type: ignore[arg-type]
        self.accept.setPopupMode(mode.MenuButtonPopup if several else mode.DelayedPopup)

    def _choose(self, number: int, _checked: bool = False) -> None:
        self._accept(number)

    def _accept(self, number: int) -> None:
        finding = self._finding(self._shown)
        if finding is not None and number < len(finding.suggestions):
            deeds.accept(self._session, self._shown, finding.suggestions[number], self._order())

    def _ask_remark(self) -> None:
        finding = self._finding(self._shown)
        if finding is not None:
            prompts.ask_remark(self._session, finding.span, self)

    def _list_same(self) -> None:
        self.same.clear()
        report, same = self._session.report, deeds.alike(self._session, self._shown)
        if report is None:
            return
        offered = [i for i in same if report.findings[i].suggestions]
        for words, indices, accepting in (("采纳", offered, True), ("忽略", list(same), False)):
            action = self.same.addAction(f"{words}全部同类（{len(indices)} 处）…")
            action.setEnabled(bool(indices))
            action.triggered.connect(partial(self._preview, indices, accepting))

    def _preview(self, indices: list[int], accepting: bool, _checked: bool = False) -> None:
        prompts.preview(self._session, indices, self, accepting=accepting, order=self._order())

    def _on_link(self, url: QUrl) -> None:
        finding = self._finding(self._shown)
        if finding is not None:
            self._session.request_place(finding.related[int(url.path())])


class _ButtonRow(QWidget):
    """Buttons in lines; always as high as its width demands, which splitters and docks would not ask."""

    def __init__(self, buttons: tuple[QToolButton, ...]) -> None:
        super().__init__()
        self._flow = FlowLayout(self, GAP // 2)
        for button in buttons:
            self._flow.addWidget(button)

    def fit(self) -> None:
        """Take the height that the visible buttons need."""
        self._flow.invalidate()
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


def _button(name: str, hint: str) -> QToolButton:
    button = QToolButton()
    button.setText(name)
    button.setProperty("role", "deed")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name)
    button.setToolTip(hint)
    return button
