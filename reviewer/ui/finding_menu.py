"""What can be done with one finding, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.model.finding import OWN_RULE
from reviewer.model.verdict import State
from reviewer.ui import finding_decisions as deeds
from reviewer.ui import finding_prompts as prompts
from reviewer.ui.finding_words import offer_words, short, state_words
from reviewer.ui.findings_model import rule_name

if TYPE_CHECKING:
    from reviewer.ui.session import DocumentSession


def finding_actions(
    session: DocumentSession, index: int, owner: QObject, parent: QWidget, order: Sequence[int] | None = None
) -> list[QAction]:
    """The actions on a finding, which `owner` has; dialogs stand above `parent`. What cannot be done is disabled."""
    report, corrected = session.report, session.corrected
    if report is None or corrected is None or not 0 <= index < len(report.findings):
        return []
    finding = report.findings[index]
    made = _Maker(owner)
    if deeds.is_open(session, index):
        for suggestion in finding.suggestions if deeds.can_decide(finding) else ():
            made.add(offer_words(suggestion), partial(deeds.accept, session, index, suggestion, order))
        made.add("改为…", partial(prompts.ask_replacement, session, index, parent, order), deeds.can_decide(finding))
        made.separate()
        made.add("忽略此处", partial(deeds.ignore, session, index, order), deeds.can_decide(finding))
        made.add(
            f"总是忽略“{short(finding.text)}”" if deeds.can_pass_over(finding) else "总是忽略",
            partial(deeds.pass_over, session, index, order),
            deeds.can_pass_over(finding),
        )
        if finding.rule == OWN_RULE:
            made.add("取消标记", partial(deeds.reopen, session, index))
        else:
            made.add(f"停用规则“{rule_name(finding)}”", partial(deeds.disable_rule, session, index, order))
        same = deeds.alike(session, index)
        if len(same) > 1:
            made.separate()
            ask = partial(prompts.preview, session, same, parent, order=order)
            offered = [i for i in same if report.findings[i].suggestions]
            made.add(f"采纳全部同类（{len(offered)} 处）…", partial(ask, accepting=True), bool(offered))
            made.add(f"忽略全部同类（{len(same)} 处）…", partial(ask, accepting=False))
    else:
        state = made.add(state_words(corrected.verdicts[index]), lambda: None)
        state.setEnabled(False)
        kept = corrected.verdicts[index].state is State.STRUCK
        made.add("保留整段" if kept else "恢复未处理", partial(deeds.reopen, session, index))
    made.separate()
    remarked = deeds.remark_on(session, finding.span) is not None
    ask_remark = partial(prompts.ask_remark, session, finding.span, parent)
    made.add("修改批注…" if remarked else "批注…", ask_remark, deeds.can_decide(finding))
    return made.actions


def fixes_menu(session: DocumentSession, index: int, parent: QWidget, order: Sequence[int] | None = None) -> QMenu:
    """The actions as a menu of their own; it is empty where there is no such finding."""
    menu = QMenu(parent)
    menu.setAccessibleName("处理这一处")
    menu.addActions(finding_actions(session, index, menu, parent, order))
    return menu


class _Maker:
    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self.actions: list[QAction] = []

    def add(self, words: str, deed: Callable[[], object], enabled: bool = True) -> QAction:
        action = QAction(words, self._owner)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: deed())
        self.actions.append(action)
        return action

    def separate(self) -> None:
        line = QAction(self._owner)
        line.setSeparator(True)
        self.actions.append(line)
