"""The clerk's decisions on the open documents: undone and redone, and kept from one day to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.model.decision import Decision
from reviewer.ui.worker import Background, Outcome

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

_UNSAVED = "修改没有保存成功，关闭文稿后会丢失。"


@dataclass(frozen=True, slots=True)
class Keeper:
    """How the decisions on the document at a path are kept; `save` raises ReviewerError."""

    load: Callable[[str], tuple[Decision, ...]]
    save: Callable[[str, Sequence[Decision]], None]


def keeper_in(folder: Path) -> Keeper:
    """Keeps decisions in `folder`."""

    def load(path: str) -> tuple[Decision, ...]:
        from reviewer.store import decisions

        return decisions.load(folder, path)

    def save(path: str, made: Sequence[Decision]) -> None:
        from reviewer.store import decisions

        decisions.save(folder, path, made)

    return Keeper(load, save)


@dataclass(eq=False, slots=True)
class Book:
    """What was decided about the document at `path`, oldest first, and the steps there that can be taken back."""

    path: str | None = None
    decisions: tuple[Decision, ...] = ()
    stack: QUndoStack | None = None


class Ledger(QObject):
    """Decides in the book that lies open; without a `keeper` a book is forgotten with its document.

    `changed` is emitted when a decision was made, undone or redone, `failed` with a sentence when it could not be
    saved; it stays in force all the same.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, keeper: Keeper | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._book = Book()
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

    def load(self, path: str) -> tuple[Decision, ...]:
        """What was decided about the document at `path` before; safe in any thread."""
        self._background.wait()
        return self._keeper.load(path) if self._keeper is not None else ()

    def turn_to(self, book: Book) -> None:
        """Decide in `book` from now on."""
        self._book = book

    def forget(self, book: Book) -> None:
        """Let go of the steps of a book whose document is closed."""
        if book.stack is not None:
            book.stack.blockSignals(True)
            book.stack.deleteLater()
            book.stack = None

    def change(self, decisions: tuple[Decision, ...], text: str) -> None:
        """Put `decisions` in force as one step that can be undone and that `text` names."""
        if decisions == self.decisions:
            return
        from reviewer.ui.undo import DecisionCommand

        self._made_stack(self._book).push(DecisionCommand(text, self.decisions, decisions, partial(_take, self._book)))

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
        return self._background.wait(milliseconds)

    def _made_stack(self, book: Book) -> QUndoStack:
        if book.stack is None:
            from PySide6.QtGui import QUndoStack

            book.stack = QUndoStack(self)
            book.stack.indexChanged.connect(self._on_step)
        return book.stack

    def _on_step(self) -> None:
        """Keep and tell what is in force now; the stack knows its texts only after a step is done."""
        book = self._book
        if self._keeper is not None and book.path is not None:
            self._background.start("save", 0, partial(self._keeper.save, book.path, book.decisions))
        self.changed.emit()

    def _on_saved(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(_UNSAVED + outcome.error.hint)


def _take(book: Book, decisions: tuple[Decision, ...]) -> None:
    book.decisions = decisions
