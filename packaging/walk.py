"""The main job from end to end in a true window: `xvfb-run -a -s "-screen 0 1366x768x24" python packaging/walk.py FOLDER`.

Opens a Word document, decides ten findings by keyboard, takes home a corrected copy, a commented copy and the
checklist, closes, opens again and sees that every decision is there. `FOLDER` gets a picture of every step.
`--theme light|dark|contrast` and `--palette standard|safe` choose the colours; `QT_SCALE_FACTOR=2` doubles the pixels.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docx import Document
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer import resource
from reviewer.model.verdict import State
from reviewer.ui.app import ThemeFollower, make_application
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.screens import let_pass
from reviewer.ui.session import Phase
from reviewer.ui.workbench import Workbench

DECISIONS = 10
_PATIENCE = 60.0  # seconds
_SETTLED = 300  # milliseconds


def main() -> int:
    """Walk; the exit status is 1 where something that should be there is not."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--theme", default="light", choices=("light", "dark", "contrast_light", "contrast"))
    asked.add_argument("--palette", default="standard", choices=("standard", "safe"))
    options = asked.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    walk = Walk(options.folder.resolve(), options.theme, options.palette)
    walk.run()
    print("\n".join(walk.told))
    return 1 if walk.missed else 0


class Walk:
    """One walk; `told` says what was seen, `missed` what was not."""

    def __init__(self, folder: Path, theme: str, palette: str) -> None:
        self._folder = folder
        self._step = 0
        self.told: list[str] = []
        self.missed: list[str] = []
        self._application = make_application()
        self._kept = folder / "kept"
        preferences = Preferences(self._kept)
        preferences.set("theme", theme)
        preferences.set("palette", palette)
        ThemeFollower(self._application, preferences).apply()
        preferences.flush()

    def run(self) -> None:
        """Every step, one after the other."""
        source = self._folder / "讲话稿.docx"
        write_word(source)
        window = self._open_window()
        self._picture(window, "start")
        window.open_files([str(source)])
        self._wait(lambda: self._ready(window), "reviewed")
        self._picture(window, "opened")
        decided = self._decide(window)
        self._take_home(window, source)
        self._look_around(window)
        window.close()
        window = self._open_window()
        self._wait(lambda: self._ready(window), "reviewed again")
        self._picture(window, "reopened")
        self._see(states(window) == decided, f"{len(decided)} decisions are there again")
        window.close()

    def _open_window(self) -> MainWindow:
        window = MainWindow(Preferences(self._kept))
        room = window.screen().availableGeometry()
        window.setGeometry(0, 0, min(1366, room.width()), min(768, room.height()))
        window.show()
        self._wait(lambda: window.furnished, "furnished")
        window.activateWindow()
        return window

    def _ready(self, window: MainWindow) -> bool:
        return window.session.phase is Phase.REVIEWED and not window.reading.view.filling

    def _decide(self, window: MainWindow) -> list[State]:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Delete)
        press(window, Qt.Key.Key_F7)
        self._picture(window, "first finding")
        for turn in range(4 * DECISIONS):
            if len(states(window)) >= DECISIONS:
                break
            before = len(states(window))
            press(window.reading.view, keys[turn % 2])
            let_pass(60)
            if len(states(window)) == before:
                press(window.reading.view, Qt.Key.Key_Delete)
            if turn == DECISIONS // 2:
                self._picture(window, "half decided")
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        press(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        found = states(window)
        self._picture(window, "decided")
        self._see(len(found) == DECISIONS, f"{len(found)} decisions by keyboard")
        return found

    def _take_home(self, window: MainWindow, source: Path) -> None:
        bench = window.workbench
        before = source.read_bytes()
        targets = {name: self._folder / f"{name}.{kind}" for name, kind in KINDS.items()}
        answer_name(bench, targets["checklist"])
        bench.taking_home.checklist.start()
        self._wait(bench.messages.isVisible, "told of the checklist")
        self._picture(window, "exported")
        copies = bench.taking_home.copies
        for name, deed in (("corrected", copies.correct), ("commented", copies.comment)):
            answer_name(bench, targets[name])
            QTimer.singleShot(_SETTLED, lambda name=name: self._say_yes(name))
            deed()
            self._wait(targets[name].exists, name)
        self._see(all(target.stat().st_size for target in targets.values()), "three files to take home")
        self._see(source.read_bytes() == before, "the original is as it was")

    def _say_yes(self, words: str) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self._picture(dialog, f"{words} dialog")
            press(dialog, Qt.Key.Key_Return)

    def _look_around(self, window: MainWindow) -> None:
        window.workbench.actions["find"].trigger()  # without a window manager no key comes back after a dialog
        window.reading.find_bar.field.setText("要")
        self._picture(window, "find")
        press(window.reading.find_bar.field, Qt.Key.Key_Escape)
        window.session.select_duty(0)
        self._picture(window, "duties")
        bench = window.workbench
        bench.dialogs.show_settings()
        dialog = bench.dialogs.settings
        assert dialog is not None
        for page in (dialog.tables["look"], dialog.tables["marks"], dialog.rules, dialog.records):
            dialog.show_page(page)
            self._picture(dialog, f"settings {page.accessibleName()}")
        dialog.close()
        bench.dialogs.show_help()
        assert bench.dialogs.help is not None
        self._picture(bench.dialogs.help, "help")
        bench.dialogs.help.close()

    def _see(self, there: bool, words: str) -> None:
        self.told.append(f"{'ok  ' if there else 'MISS'} {words}")
        if not there:
            self.missed.append(words)

    def _wait(self, done: Callable[[], bool], words: str) -> None:
        deadline = monotonic() + _PATIENCE
        while not done():
            if monotonic() > deadline:
                raise TimeoutError(words)
            let_pass(20)

    def _picture(self, widget: QWidget, words: str) -> None:
        let_pass(_SETTLED)
        self._step += 1
        widget.grab().save(str(self._folder / f"{self._step:02} {words}.png"))


KINDS = {"checklist": "xlsx", "corrected": "docx", "commented": "docx"}


def states(window: MainWindow) -> list[State]:
    """What was decided on findings, in reading order."""
    corrected = window.session.corrected
    return [v.state for v in corrected.verdicts if v.state is not State.OPEN] if corrected is not None else []


def answer_name(bench: Workbench, target: Path) -> None:
    """Have the question for a file's name answered with `target`."""
    bench.taking_home.saving.ask_target = lambda wanted: str(target)  # type: ignore[method-assign]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key and let the window answer."""
    QTest.keyClick(widget, key, modifier)
    let_pass(40)


def write_word(target: Path) -> None:
    """The sample as a Word document."""
    document = Document()
    for line in resource.read_text("samples/讲话稿示例.txt").splitlines():
        document.add_paragraph(line)
    document.save(str(target))


if __name__ == "__main__":
    sys.exit(main())
