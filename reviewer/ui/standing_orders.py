"""What the clerk decided for all documents, in force and kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.model.standing import NO_STANDING, Standing
from reviewer.ui.worker import Background, Outcome

_UNSAVED = "“总是忽略”和停用的规则没有保存成功，下次打开程序时不再有效。"


class StandingOrders(QObject):
    """The words that rules pass over, and the rules that stay silent; kept in `folder`, None for this run only.

    `changed` is emitted when they are others than before, `failed` with a sentence when they could not be saved.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._value: Standing | None = None
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_saved)

    @property
    def value(self) -> Standing:
        """What is in force."""
        if self._value is None:
            from reviewer.store import standing

            self._value = standing.load(self._folder) if self._folder is not None else NO_STANDING
        return self._value

    def change(self, added: Standing, removed: Standing) -> None:
        """Put something in force and something else out of force, and keep that."""
        wanted = (self.value | added) - removed
        if wanted == self.value:
            return
        self._value = wanted
        if self._folder is not None:
            from reviewer.store import standing

            self._background.start_now("save", partial(standing.save, self._folder, wanted))
        self.changed.emit()

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether everything is saved within the time."""
        return self._background.wait(milliseconds)

    def _on_saved(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(_UNSAVED + outcome.error.hint)
