"""Files to take home: where to, written in the background, and told where they are or why not."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.atomic import free_name
from reviewer.ui import outside
from reviewer.ui.message_bar import Deed, MessageBar, Tone
from reviewer.ui.worker import Background, Outcome

Written = TypeVar("Written")

_MEETING = re.compile(r"(?<=[一-鿿])(?=[A-Z])|(?<=[A-Z])(?=[一-鿿])")  # where Chinese and Latin letters meet


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that the clerk asked for: `word` is what it is called, `proposed` where it would go.

    `kind` is what the system's dialog calls such files. A chosen name that has none of `endings` gets the first.
    """

    word: str
    proposed: str
    kind: str
    endings: tuple[str, ...]
    opens: bool = False
    """Whether the clerk is offered to look at it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said behind the name of a file that was written, and what else can be done about it."""

    words: str = ""
    deeds: tuple[Deed, ...] = ()
    tone: Tone = Tone.DONE


def _no_more(_written: object) -> Told:
    return Told()


class Saving(QObject):
    """Asks for a name, writes, and says in the message bar what came of it. `notice` is said when writing begins."""

    notice = Signal(str)

    def __init__(self, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._messages = messages
        self._window = window
        self._begun = 0
        self._ends: dict[int, Callable[[Outcome], None]] = {}
        self._background = Background(self)
        self._background.finished.connect(self._on_written)

    def save(self, wanted: Wanted, write: Callable[[str], Written], tell: Callable[[Written], Told] = _no_more) -> None:
        """Ask where to and have `write` write there, in the background; `tell` tells what came of it."""
        if target := self.begin(wanted):
            self.write(wanted, target, write, tell)

    def begin(self, wanted: Wanted) -> str:
        """The name that the clerk chooses, "" for none; where there is one she is told that writing begins."""
        target = self.ask_target(wanted)
        if target:
            self.notice.emit("正在导出…")
        return target

    def ask_target(self, wanted: Wanted) -> str:
        """The name that the clerk chooses, "" for none."""
        title, first = _spaced(f"导出{wanted.word}"), wanted.endings[0]
        kinds = f"{wanted.kind} (*{first})"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, wanted.proposed, kinds)
        ended = chosen.lower().endswith(tuple(ending.lower() for ending in wanted.endings))
        return chosen if ended or not chosen else chosen + first

    def write(
        self,
        wanted: Wanted,
        target: str,
        write: Callable[[str], Written],
        tell: Callable[[Written], Told] = _no_more,
    ) -> None:
        """Write to `target`; where that fails the clerk is offered another name."""

        def end(outcome: Outcome) -> None:
            if outcome.error is None:
                self._tell(wanted, target, tell(outcome.value))
            else:
                again = partial(self.save, replace(wanted, proposed=str(free_name(target))), write, tell)
                self._messages.show_message(Tone.FAILURE, outcome.error.sentence, ("换个名字保存…", again))

        self._begun += 1
        self._ends[self._begun] = end
        self._background.start(target, self._begun, partial(write, target))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all writing has ended within the time."""
        return self._background.wait(milliseconds)

    def _on_written(self, outcome: Outcome) -> None:
        self._ends.pop(outcome.revision)(outcome)

    def _tell(self, wanted: Wanted, target: str, told: Told) -> None:
        deeds: list[Deed] = [*told.deeds, ("打开文件夹", partial(outside.open_folder, target))]
        if wanted.opens:
            deeds.insert(0, ("打开看看", partial(outside.open_file, target)))
        words = f"{_spaced(f'{wanted.word}已导出')}：{Path(target).name}{told.words}"
        self._messages.show_message(told.tone, words, *deeds)


def _spaced(words: str) -> str:
    return _MEETING.sub(" ", words)
