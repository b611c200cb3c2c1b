from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from ui_core_material import read, review

from reviewer.model.report import Report, ReviewOptions
from reviewer.ui import turns
from reviewer.ui.turns import Turns, show_in_turn


def report_of(speech: str) -> Report:
    return review(read(speech), ReviewOptions())


def test_deeds_run_one_a_turn_in_their_order(qtbot: QtBot) -> None:
    queue, first, second = Turns(), QObject(), QObject()
    done: list[str] = []
    queue.add(first, lambda: done.append("stale"))
    queue.add(second, lambda: done.append("second"))
    queue.add(first, lambda: done.append("first"))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["second", "first"]


def test_whose_owner_is_gone_is_passed_over(qtbot: QtBot) -> None:
    queue, parent, stays = Turns(), QObject(), QObject()
    done: list[str] = []
    queue.add(QObject(parent), lambda: done.append("gone"))
    queue.add(stays, lambda: done.append("there"))
    del parent
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["there"]


def test_a_short_report_is_shown_at_once(qtbot: QtBot, speech: str) -> None:
    done: list[str] = []
    show_in_turn(QObject(), report_of(speech), lambda: done.append("report"))
    show_in_turn(QObject(), None, lambda: done.append("nothing"))
    assert done == ["report", "nothing"]


def test_a_long_report_is_shown_in_a_turn_of_its_own(qtbot: QtBot, speech: str, monkeypatch) -> None:
    monkeypatch.setattr(turns, "_MANY", 2)
    done: list[str] = []
    owner = QObject()
    show_in_turn(owner, report_of(speech), lambda: done.append("report"))
    assert done == []
    qtbot.waitUntil(lambda: done == ["report"])
