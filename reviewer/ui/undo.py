"""One step that the clerk can take back."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class DecisionCommand(QUndoCommand):
    """Does a deed and its opposite; `text` says in Chinese what that comes to."""

    def __init__(self, text: str, deed: Callable[[], None], opposite: Callable[[], None]) -> None:
        super().__init__(text)
        self._deed = deed
        self._opposite = opposite

    def redo(self) -> None:
        """Put what was decided in force."""
        self._deed()

    def undo(self) -> None:
        """Put what was in force before back."""
        self._opposite()
