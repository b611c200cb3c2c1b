"""The clerk's decisions on the open documents: undone and redone, and kept from one day to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.model.decision import Decision
from reviewer.model.standing import Standing
from reviewer.ui.standing_orders import StandingOrders
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

AT_MOST = 20
"""Milliseconds that a step waits to be on the disk before it shows as done; a slow disk goes on in the background."""
_UNSAVED = "修改没有保存成功，关闭文稿后会丢失。"


@dataclass(frozen=True, slots=True)
class Keeper:
    """How the decisions on a document are kept, found again by its path or by the key of its content.

    `save` raises ReviewerError.
    """

    load: Callable[[str, str], tuple[Decision, ...]]
    save: Callable[[str, str, Sequence[Decision]], None]


def keeper_in(folder: Path, keeps: Callable[[], bool] = lambda: True) -> Keeper:
    """Keeps decisions in `folder`; while `keeps` says no, nothing is written, and what is there is removed instead."""

    def load(path: str, content: str) -> tuple[Decision, ...]:
        from reviewer.store import decisions

        return decisions.load(folder, path, content)

    def save(path: str, content: str, made: Sequence[Decision]) -> None:
        from reviewer.store import decisions

        if keeps():
            decisions.save(folder, path, made, content)
        else:
            decisions.forget(folder, path, content)

    return Keeper(load, save)


@dataclass(eq=False, slots=True)
class Book:
    """What was decided about the document at `path`, oldest first, and the steps there that can be taken back.

    `content` is the key of what the document says.
    """

    path: str | None = None
    decisions: tuple[Decision, ...] = ()
    content: str = ""
    stack: QUndoStack | None = None


class Ledger(QObject):
    """Decides in the book that lies open; without a `keeper` a book is forgotten with its document.

    What holds for all documents is decided in `standing`; `stepping` is true while that and a book change together.

    `changed` is emitted when a decision was made, undone or redone, and is saved unless the disk is slow; `failed` with
    a sentence when it could not be saved; it stays in force all the same.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        keeper: Keeper | None = None,
        standing: StandingOrders | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._book = Book()
        self.standing = standing or StandingOrders(parent=self)
        self.standing.failed.connect(self.failed)
        self.stepping = False
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_saved)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is in force, oldest first."""
        return self._book.decisions

    @property
    def undo_text(self) -> str:
        """What would be undone, "" where there is nothing."""
        return self._book.stack.undoText() if self._book.stack is not None else ""

    @property
    def redo_text(self) -> str:
        """What would be redone, "" where there is nothing."""
        return self._book.stack.redoText() if self._book.stack is not None else ""

    def load(self, path: str, content: str) -> tuple[Decision, ...]:
        """What was decided about the document at `path`, or a copy of it, before; safe in any thread."""
        self._background.wait()
        return self._keeper.load(path, content) if self._keeper is not None else ()

    def keep(self, book: Book) -> None:
        """Save what was decided in a book, at once and in the background."""
        if self._keeper is not None and book.path is not None:
            self._background.start_now("save", partial(self._keeper.save, book.path, book.content, book.decisions))

    def turn_to(self, book: Book) -> None:
        """Decide in `book` from now on."""
        self._book = book

    def forget(self, book: Book) -> None:
        """Let go of the steps of a book whose document is closed."""
        if book.stack is not None:
            book.stack.blockSignals(True)
            book.stack.deleteLater()
            book.stack = None

    def change(self, decisions: tuple[Decision, ...], text: str, standing: Standing | None = None) -> None:
        """Put `decisions` in force, and `standing` for all documents, as one step to undo that `text` names."""
        now = self.standing.value
        wanted = now if standing is None else standing
        if decisions == self.decisions and wanted == now:
            return
        from reviewer.ui.undo import DecisionCommand

        book, before, added, removed = self._book, self.decisions, wanted - now, now - wanted
        deed = partial(self._take, book, decisions, added, removed)
        self._made_stack(book).push(DecisionCommand(text, deed, partial(self._take, book, before, removed, added)))

    def undo(self) -> None:
        """Take the last step back."""
        if self._book.stack is not None:
            self._book.stack.undo()

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        if self._book.stack is not None:
            self._book.stack.redo()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether everything is saved, or has failed to be, within the time."""
        return self._background.wait(milliseconds) and self.standing.wait(milliseconds)

    def _made_stack(self, book: Book) -> QUndoStack:
        if book.stack is None:
            from PySide6.QtGui import QUndoStack

            book.stack = QUndoStack(self)
            book.stack.indexChanged.connect(self._on_step)
        return book.stack

    def _on_step(self) -> None:
        """Keep and tell what is in force now; the stack knows its texts only after a step is done."""
        self.keep(self._book)
        self.wait(AT_MOST)
        self.changed.emit()

    def _take(self, book: Book, decisions: tuple[Decision, ...], added: Standing, removed: Standing) -> None:
        book.decisions = decisions
        self.stepping = True
        self.standing.change(added, removed)
        self.stepping = False

    def _on_saved(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(_UNSAVED + outcome.error.hint)
