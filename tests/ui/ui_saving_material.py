"""Names that the clerk chooses for files to take home."""

from pathlib import Path

import pytest

from reviewer.ui.main_window import MainWindow
from reviewer.ui.saving import Wanted


def answer_names(monkeypatch: pytest.MonkeyPatch, window: MainWindow, *names: str) -> list[str]:
    """Answer with `names` in turn, and with what is proposed where none are given; returns the names proposed."""
    proposed: list[str] = []
    answers = list(names)

    def ask(wanted: Wanted) -> str:
        proposed.append(Path(wanted.proposed).name)
        return answers.pop(0) if names else wanted.proposed

    monkeypatch.setattr(window.workbench.taking_home.saving, "ask_target", ask)
    return proposed
