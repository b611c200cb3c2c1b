"""One step that the clerk can take back."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from reviewer.model.decision import Decision

Decisions = tuple[Decision, ...]


class DecisionCommand(QUndoCommand):
    """Puts one tuple of decisions in the place of another; `text` says in Chinese what that does."""

    def __init__(self, text: str, before: Decisions, after: Decisions, take: Callable[[Decisions], None]) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._take = take

    def redo(self) -> None:
        """Put what was decided in force."""
        self._take(self._after)

    def undo(self) -> None:
        """Put what was in force before back."""
        self._take(self._before)
