"""The review of the open document as a file: given to a colleague, and taken over from one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.anchoring import find
from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.store import handover
from reviewer.ui.decision_words import TAKEN_OVER
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.saving import Saving, Told, Wanted
from reviewer.ui.session import DocumentSession
from reviewer.ui.worker import Background, Outcome

_WORD = "审阅记录"
_FILES = f"{_WORD} (*{handover.SUFFIX})"
_TOLD = Told("。里面没有文稿原文，可以和文稿一起交给同事。")
_STRANGE = "这份审阅记录对不上这份文稿，没有导入。请先打开它所审阅的那一份。"


class Handover(QObject):
    """Has the decisions written, or reads them in the background and says in the message bar what came of it."""

    def __init__(self, session: DocumentSession, messages: MessageBar, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._saving = saving
        self._window = window
        self._taker: Document | None = None
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_finished)

    def give(self) -> None:
        """Ask where to, and write what was decided on the open document."""
        path, decisions = self._session.path, self._session.decisions
        if path is None:
            return
        if not decisions:
            self._session.notice.emit("这份文稿还没有任何处理，不用导出。")
            return
        source = Path(path)
        proposed = str(source.with_name(f"{source.stem}{handover.SUFFIX}"))
        wanted = Wanted(_WORD, proposed, _WORD, (handover.SUFFIX, ".json"))
        self._saving.save(wanted, lambda target: handover.write(Path(target), decisions, path), lambda _written: _TOLD)

    def take(self) -> None:
        """Ask for a file, and carry out what was decided there."""
        if self._session.corrected is None:
            return
        folder = str(Path(self._session.path or "").parent)
        chosen, _ = QFileDialog.getOpenFileName(self._window, "导入审阅记录", folder, _FILES)
        if chosen:
            self.read_from(chosen)

    def read_from(self, path: str) -> None:
        """Carry out what was decided in the file at `path`."""
        self._taker = self._session.document
        self._background.start("", 0, partial(handover.read, Path(path)))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether everything is read within the time."""
        return self._background.wait(milliseconds)

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._messages.show_message(Tone.FAILURE, outcome.error.sentence)
        elif self._taker is self._session.document:
            self._take(outcome.value)

    def _take(self, decisions: tuple[Decision, ...]) -> None:
        session = self._session
        fresh = tuple(decision for decision in decisions if decision not in session.decisions)
        placed = sum(find(session.index, decision.anchor) is not None for decision in fresh)
        if fresh and not placed:
            self._messages.show_message(Tone.FAILURE, _STRANGE)
            return
        session.set_decisions((*session.decisions, *fresh), TAKEN_OVER)
        lost = len(fresh) - placed
        words = f"已导入 {placed} 处处理" + (f"，另有 {lost} 处在这份文稿里找不到位置。" if lost else "。")
        self._messages.show_message(Tone.DONE, words if fresh else "这些处理这里都已经有了。")
