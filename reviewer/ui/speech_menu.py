"""What can be done with the words of the reading surface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reviewer.model.span import Span
from reviewer.ui import duty_decisions
from reviewer.ui.marks import Mark, MarkLook, Place, marks_at
from reviewer.ui.session import DocumentSession, MarkKind

if TYPE_CHECKING:
    from reviewer.ui.speech_view import SpeechView


def speech_menu(view: SpeechView, session: DocumentSession, place: Place | None) -> QMenu:
    """The menu for a place in the text, None beside it: what concerns findings, duties and words above the view's own."""
    menu = view.createStandardContextMenu()
    menu.setAccessibleName("正文菜单")
    first = menu.actions()[0] if menu.actions() else None
    here = marks_at(session, *place) if place is not None else []
    ours = [
        *_finding_actions(view, session, here, menu),
        *_duty_actions(view, session, place, here, menu),
        *_word_actions(view, session, place, here, menu),
    ]
    if first is not None:
        menu.insertActions(first, ours)
    return menu


def _finding_actions(view: SpeechView, session: DocumentSession, here: Sequence[Mark], menu: QMenu) -> list[QAction]:
    """What can be done with the finding under the pointer."""
    from reviewer.ui.finding_menu import finding_actions

    index = next((m.index for m in here if m.kind is MarkKind.FINDINGS or m.look is MarkLook.ACCEPTED), None)
    return [] if index is None else [*finding_actions(session, index, menu, view), _line(menu)]


def _duty_actions(
    view: SpeechView, session: DocumentSession, place: Place | None, here: Sequence[Mark], menu: QMenu
) -> list[QAction]:
    selected = view.selected_span()
    add = _entry(menu, "列为任务\tCtrl+D", partial(list_words, session, selected, place))
    add.setEnabled(session.report is not None and (place is not None or bool(selected)))
    duties = [mark.index for mark in here if mark.kind is MarkKind.DUTIES]
    if not duties or session.report is None:
        return [add]
    strike = partial(duty_decisions.strike, session, session.report.duties[duties[0]])
    return [add, _entry(menu, "删去这条任务", strike)]


def _word_actions(
    view: SpeechView, session: DocumentSession, place: Place | None, here: Sequence[Mark], menu: QMenu
) -> list[QAction]:
    """What can be done with the words selected, and with the paragraph under the pointer."""
    if session.corrected is None or session.document is None:
        return [_line(menu)]
    from reviewer.ui import finding_decisions as deeds
    from reviewer.ui import finding_prompts as prompts

    made, selected = [], view.selected_span()
    if selected is not None and session.document.text(selected).strip():
        made.append(_entry(menu, "标为问题…", partial(prompts.ask_note, session, selected, view)))
        made.append(_entry(menu, "批注…", partial(prompts.ask_remark, session, selected, view)))
    remark = next((session.corrected.remarks[m.index] for m in here if m.look is MarkLook.REMARK), None)
    if remark is not None:
        made.append(_entry(menu, "修改批注…", partial(prompts.ask_remark, session, remark.span, view)))
        made.append(_entry(menu, "删去批注", partial(deeds.take_back_remark, session, remark)))
    if place is not None and session.document.texts[place[0]].strip():
        struck = place[0] in session.corrected.struck
        deed = deeds.keep_paragraph if struck else deeds.drop_paragraph
        made.append(_entry(menu, "保留整段" if struck else "删去整段", partial(deed, session, place[0])))
    return [*made, _line(menu)]


def _entry(menu: QMenu, words: str, deed: Callable[[], object]) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(lambda _checked=False: deed())
    return action


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def list_words(session: DocumentSession, selected: Span | None, place: Place | None) -> None:
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
