"""What the clerk is asked before something is decided on a finding or on words of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.model.span import Span
from reviewer.ui import finding_decisions as deeds
from reviewer.ui.findings_model import quotation
from reviewer.ui.theme import current
from reviewer.ui.words_dialog import WordsDialog

if TYPE_CHECKING:
    from reviewer.ui.session import DocumentSession


def ask_replacement(session: DocumentSession, index: int, parent: QWidget, order: Sequence[int] | None = None) -> None:
    """Ask what the words of a finding are to become, and have them so."""
    report = session.report
    if report is None or not deeds.can_decide(report.findings[index]):
        return
    finding = report.findings[index]
    dialog = WordsDialog(
        "改为",
        _about(session, finding.span),
        "改为（不填就是删去）：",
        "改",
        next((words for words in finding.suggestions if words), finding.text),
        may_be_empty=True,
        parent=parent,
    )
    key = deeds.key_of(finding)

    def change() -> None:
        here = deeds.index_of(session, key)
        if here >= 0 and dialog.words != finding.text:
            deeds.accept(session, here, dialog.words, order)

    _open(session, dialog, change)


def ask_remark(session: DocumentSession, span: Span, parent: QWidget) -> None:
    """Ask what is to be said to the author about the words at `span`."""
    known = deeds.remark_on(session, span)
    dialog = WordsDialog(
        "批注",
        _about(session, span),
        "写给作者的话：",
        "批注",
        known.text if known is not None else "",
        several_lines=True,
        parent=parent,
    )
    _open(session, dialog, lambda: deeds.remark(session, span, dialog.words))


def ask_note(session: DocumentSession, span: Span, parent: QWidget) -> None:
    """Ask what is wrong with the words at `span`, and make a finding of them."""
    about = _about(session, span)
    dialog = WordsDialog("标为问题", about, "问题在哪里（可以不填）：", "标出", may_be_empty=True, parent=parent)
    _open(session, dialog, lambda: deeds.mark(session, span, dialog.words.strip()))


def preview(
    session: DocumentSession,
    indices: Sequence[int],
    parent: QWidget,
    *,
    accepting: bool,
    order: Sequence[int] | None = None,
) -> None:
    """Show the findings at `indices`, and accept or ignore those that stay ticked."""
    from reviewer.ui.bulk_dialog import BulkDialog

    report = session.report
    if report is None:
        return
    listed = [i for i in indices if report.findings[i].suggestions] if accepting else list(indices)
    if not listed:
        session.notice.emit("这些问题没有现成的改法，请逐处处理。")
        return
    dialog = BulkDialog(report, listed, accepting=accepting, parent=parent)
    deed = deeds.accept_all if accepting else deeds.ignore_all
    _open(session, dialog, lambda: partial(deed, session)(dialog.chosen, order))


def _open(session: DocumentSession, dialog: QDialog, deed: Callable[[], None]) -> None:
    """Do the deed once the dialog is accepted, if what it is about is still there."""
    report = session.report

    def do() -> None:
        if session.report is report:
            deed()
        else:
            session.notice.emit("文稿已经变了，请再来一次。")

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(do)
    dialog.open()


def _about(session: DocumentSession, span: Span) -> str:
    """The sentence around the words at `span`, these in the colour of what the clerk looks at."""
    if session.document is None:
        return ""
    quoted = quotation(session.document, span)
    ground = f"background-color:{current().current}"
    return f"{escape(quoted.before)}<b style='{ground}'>{escape(quoted.marked)}</b>{escape(quoted.after)}"
