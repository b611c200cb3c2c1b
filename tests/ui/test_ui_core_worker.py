import threading

import pytest
from pytestqt.qtbot import QtBot

from reviewer.errors import DamagedError, ReviewerError
from reviewer.ui.worker import Background, Outcome


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def test_work_begins_when_the_caller_has_had_his_turn(qtbot: QtBot, background: Background) -> None:
    done = threading.Event()
    background.start("task", 1, done.set)
    assert not done.wait(0.1)
    qtbot.waitUntil(done.is_set)


def test_outcomes_come_back_on_the_thread_of_the_owner(qtbot: QtBot, background: Background) -> None:
    threads: list[int] = []
    got: list[Outcome] = []
    background.finished.connect(lambda outcome: (threads.append(threading.get_ident()), got.append(outcome)))
    background.start("sum", 7, lambda: 1 + 1)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [Outcome("sum", 7, 2)]
    assert threads == [threading.get_ident()]


def test_waiting_lets_what_has_not_begun_begin(background: Background) -> None:
    done = threading.Event()
    background.start("task", 1, done.set)
    assert background.wait()
    assert done.is_set()


def test_an_owner_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    made = Background()
    going = threading.Event()
    made.destroyed.connect(going.set)
    made.start_now("task", going.wait)
    with qtbot.waitSignal(made.destroyed):
        made.deleteLater()


def test_what_is_abandoned_never_begins(qtbot: QtBot, background: Background) -> None:
    done = threading.Event()
    background.start("task", 1, done.set)
    background.abandon()
    assert background.wait()
    assert not done.is_set()


@pytest.mark.parametrize(
    ("error", "words"),
    [(DamagedError("坏了。", "重要一份。"), "坏了。"), (MemoryError(), "内存不够"), (KeyError("x"), "程序遇到意外")],
)
def test_what_goes_wrong_comes_back_in_words(
    qtbot: QtBot, background: Background, error: Exception, words: str
) -> None:
    def fail() -> None:
        raise error

    got: list[ReviewerError | None] = []
    background.finished.connect(lambda outcome: got.append(outcome.error))
    background.start("task", 1, fail)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] is not None
    assert words in got[0].sentence
