"""From the open review to copies of the file: corrected, commented, laid out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from reviewer.exports.targets import COMMENTED, CORRECTED, LAID_OUT, default_target, suffix_of
from reviewer.ui.message_bar import Tone
from reviewer.ui.preferences import Preferences
from reviewer.ui.saving import Saving, Told, Wanted
from reviewer.ui.session import DocumentSession

if TYPE_CHECKING:
    from reviewer.exports.copy import Copy
    from reviewer.model.document import Document
    from reviewer.model.layout import LayoutProfile
    from reviewer.model.span import Span

_TEXTS = frozenset({".txt", ".md"})


class CopyExport:
    """Asks what the clerk wants of a copy, and has it written."""

    def __init__(
        self,
        session: DocumentSession,
        saving: Saving,
        preferences: Preferences,
        layout: Callable[[], LayoutProfile | None],
        window: QWidget,
    ) -> None:
        self._session = session
        self._saving = saving
        self._preferences = preferences
        self._layout = layout
        self._window = window

    def correct(self) -> None:
        """Ask how the corrected copy is wanted and write it."""
        from reviewer.edits import edits, remarks
        from reviewer.exports import take_home
        from reviewer.exports.copies import is_word
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
        self._save(CORRECTED, write, document, as_text=dialog.as_text)

    def comment(self) -> None:
        """Ask how the commented copy is wanted and write it."""
        from reviewer.edits import remarks
        from reviewer.exports import take_home
        from reviewer.exports.copies import is_word
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
        self._save(COMMENTED, partial(take_home.write_commented, corrected, path, options), document)

    def lay_out(self) -> None:
        """Write a copy that is set as documents are checked, to GB/T 9704—2012 where they are not."""
        from reviewer.exports.take_home import write_laid_out

        report = self._session.report
        if report is not None:
            self._save(LAID_OUT, partial(write_laid_out, report, self._session.path, self._layout()), report.document)

    def confirmed(self, dialog: QDialog) -> bool:
        """Whether the clerk goes on from `dialog`."""
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _save(self, word: str, write: Callable[[str], Copy], document: Document, *, as_text: bool = False) -> None:
        """Have a copy written, and say how much of what was decided is not in it."""
        beside = self._session.current.beside
        suffix = suffix_of(beside, document.format, as_text=as_text)
        kind = "文本文件" if suffix.lower() in _TEXTS else "Word 文档"
        wanted = Wanted(word, str(default_target(beside, word, suffix)), kind, (suffix,))

        def tell(copy: Copy) -> Told:
            words = f"。{copy.omitted}" if copy.omitted else ""
            if not copy.refused:
                return Told(words)
            words = f"{words or '。'}有 {len(copy.refused)} 处没有写进去，要在 Word 里改。"
            return Told(words, (("看是哪几处…", partial(self._list_refused, document, copy)),), Tone.NOTE)

        self._saving.save(wanted, write, tell)

    def _list_refused(self, document: Document, copy: Copy) -> None:
        from reviewer.ui.copy_dialogs import RefusedDialog

        dialog = RefusedDialog(_lines(document, copy), self._window)
        dialog.chosen.connect(partial(self._show_place, document))
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
