"""From the open review to copies of the file: corrected, commented, laid out; written in the background, and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reviewer.ui import exporting
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from reviewer.exports.copy import Copy
    from reviewer.model.document import Document
    from reviewer.model.span import Span


@dataclass(frozen=True, slots=True)
class _Order:
    """A copy that was asked for: its word (修订稿), the proposed name, what writes it, and the document meant."""

    word: str
    proposed: str
    write: Callable[[str], Copy]
    document: Document


class CopyExport(QObject):
    """Asks what the clerk wants, writes, and says in the message bar what came of it."""

    def __init__(
        self, session: DocumentSession, messages: MessageBar, preferences: Preferences, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._preferences = preferences
        self._window = window
        self._orders: dict[str, _Order] = {}
        self._background = Background(self)
        self._background.finished.connect(self._on_written)

    def correct(self) -> None:
        """Ask how the corrected copy is wanted and write it."""
        from reviewer.edits import edits, remarks
        from reviewer.exports import take_home
        from reviewer.exports.copies import is_word
        from reviewer.exports.targets import CORRECTED
        from reviewer.model.edit import StrikeParagraph
        from reviewer.ui.copy_dialogs import CorrectedDialog

        corrected, path = self._session.corrected, self._session.path
        if corrected is None:
            return
        changes, document = edits(corrected), corrected.report.document
        struck = sum(isinstance(change, StrikeParagraph) for change in changes)
        dialog = CorrectedDialog(
            summary(len(changes) - struck, struck),
            len(remarks(corrected)),
            word=path is not None and is_word(document),
            as_text=take_home.becomes_text(document, path, tracked=False, remarked=False),
            preferences=self._preferences,
            parent=self._window,
        )
        if not self.confirmed(dialog):
            return
        options = take_home.CorrectedOptions(dialog.tracked.isChecked(), dialog.author.text(), dialog.with_remarks)
        write = partial(take_home.write_corrected, corrected, path, options)
        self._ask(CORRECTED, write, document, as_text=dialog.as_text)

    def comment(self) -> None:
        """Ask how the commented copy is wanted and write it."""
        from reviewer.edits import remarks
        from reviewer.exports import take_home
        from reviewer.exports.copies import is_word
        from reviewer.exports.targets import COMMENTED
        from reviewer.ui.copy_dialogs import CommentedDialog

        corrected, path = self._session.corrected, self._session.path
        if corrected is None:
            return
        document, own = corrected.report.document, len(remarks(corrected))
        few, many = (own + len(take_home.commented_findings(corrected, hints=hints)) for hints in (False, True))
        word = path is not None and is_word(document)
        dialog = CommentedDialog((few, many), word=word, preferences=self._preferences, parent=self._window)
        if not self.confirmed(dialog):
            return
        general = self._session.show_general_duties
        options = take_home.CommentedOptions(dialog.hints.isChecked(), dialog.highlight.isChecked(), general)
        self._ask(COMMENTED, partial(take_home.write_commented, corrected, path, options), document)

    def lay_out(self) -> None:
        """Write a copy that is set to GB/T 9704—2012."""
        from reviewer.exports.take_home import write_laid_out
        from reviewer.exports.targets import LAID_OUT

        report = self._session.report
        if report is not None:
            self._ask(LAID_OUT, partial(write_laid_out, report, self._session.path), report.document)

    def confirmed(self, dialog: QDialog) -> bool:
        """Whether the clerk goes on from `dialog`."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def ask_target(self, word: str, proposed: str) -> str:
        """The name that the clerk chooses, "" for none; it keeps the suffix of the proposed one."""
        suffix = Path(proposed).suffix
        kind = "文本文件" if suffix.lower() in (".txt", ".md") else "Word 文档"
        chosen, _ = QFileDialog.getSaveFileName(self._window, f"导出{word}", proposed, f"{kind} (*{suffix})")
        return chosen if not chosen or chosen.lower().endswith(suffix.lower()) else chosen + suffix

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all writing has ended within the time."""
        return self._background.wait(milliseconds)

    def _ask(
        self,
        word: str,
        write: Callable[[str], Copy],
        document: Document,
        *,
        as_text: bool = False,
    ) -> None:
        from reviewer.exports.targets import default_target, suffix_of

        beside = self._session.current.beside
        suffix = suffix_of(beside, document.format, as_text=as_text)
        self._place(_Order(word, str(default_target(beside, word, suffix)), write, document))

    def _place(self, order: _Order, proposed: str = "") -> None:
        """Ask for the name and begin to write."""
        target = self.ask_target(order.word, proposed or order.proposed)
        if target:
            self._orders[target] = order
            self._session.notice.emit("正在导出…")
            self._background.start(target, 0, partial(order.write, target))

    def _on_written(self, outcome: Outcome) -> None:
        target = outcome.task
        order = self._orders.pop(target)
        if outcome.error is not None:
            from reviewer.atomic import free_name

            again = partial(self._place, order, str(free_name(target)))
            self._messages.show_message(Tone.FAILURE, outcome.error.sentence, ("换个名字保存…", again))
            return
        copy: Copy = outcome.value
        folder = ("打开文件夹", partial(exporting.open_folder, target))
        said = f"{order.word}已导出：{Path(target).name}"
        if not copy.refused:
            self._messages.show_message(Tone.DONE, said, folder)
            return
        said += f"。有 {len(copy.refused)} 处没有写进去，要在 Word 里改。"
        self._messages.show_message(Tone.NOTE, said, ("看是哪几处…", partial(self._tell, order, copy)), folder)

    def _tell(self, order: _Order, copy: Copy) -> None:
        """List what is not in the copy."""
        from reviewer.ui.copy_dialogs import RefusedDialog

        dialog = RefusedDialog(_lines(order.document, copy), self._window)
        dialog.chosen.connect(partial(self._show_place, order.document))
        dialog.show()

    def _show_place(self, document: Document, span: Span) -> None:
        if self._session.document is document:
            self._session.request_place(span)


def summary(edits: int, struck: int) -> str:
    """What will be different in a corrected copy."""
    said = [f"改 {edits} 处"] * bool(edits) + [f"删 {struck} 段"] * bool(struck)
    if not said:
        return "您还没有采纳修改，修订稿的文字会和原稿一样。"
    return f"按您采纳的修改：{'，'.join(said)}。"


def _lines(document: Document, copy: Copy) -> list[tuple[str, Span]]:
    from reviewer.exports.places import place_names
    from reviewer.exports.text_width import shorten
    from reviewer.model.edit import StrikeParagraph
    from reviewer.model.span import Span

    names = place_names(document)
    found: list[tuple[str, Span]] = []
    for item in copy.refused:
        what = item.what
        if isinstance(what, StrikeParagraph):
            span = Span(what.paragraph, 0, len(document.texts[what.paragraph]))
        else:
            span = what.span
        found.append((f"{names[span.paragraph]}“{shorten(document.text(span), 20)}”：{item.reason}", span))
    return found
