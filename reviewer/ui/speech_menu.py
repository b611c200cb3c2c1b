"""What can be done with the words of the reading surface."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from reviewer.model.span import Span
from reviewer.ui import duty_decisions
from reviewer.ui.marks import Place, marks_at
from reviewer.ui.session import DocumentSession, MarkKind

if TYPE_CHECKING:
    from reviewer.ui.speech_view import SpeechView


def speech_menu(view: SpeechView, session: DocumentSession, place: Place | None) -> QMenu:
    """The menu for a place in the text, None beside it: the view's own, and above it what concerns duties."""
    menu = view.createStandardContextMenu()
    menu.setAccessibleName("正文菜单")
    first = menu.actions()[0] if menu.actions() else None
    selected = view.selected_span()
    add = menu.addAction("列为任务\tCtrl+D")
    add.triggered.connect(partial(list_words, session, selected, place))
    add.setEnabled(session.report is not None and (place is not None or bool(selected)))
    ours = [add]
    duties = [mark.index for mark in marks_at(session, *place) if mark.kind is MarkKind.DUTIES] if place else []
    if duties and session.report is not None:
        strike = menu.addAction("删去这条任务")
        strike.triggered.connect(partial(duty_decisions.strike, session, session.report.duties[duties[0]]))
        ours.append(strike)
    ours.append(menu.addSeparator())
    if first is not None:
        menu.insertActions(first, ours)
    return menu


def list_words(session: DocumentSession, selected: Span | None, place: Place | None, _checked: bool = False) -> None:
    """Make a duty of what is selected, else of the sentence at `place`; says so where that cannot be."""
    if selected is None:
        session.notice.emit("请只选一段里的文字。")
        return
    sentence = duty_decisions.sentence_around(session, *place) if place is not None else None
    span = selected if len(selected) else sentence
    if span is None:
        session.notice.emit("这里没有可以列为任务的文字。")
    else:
        duty_decisions.add(session, span)
