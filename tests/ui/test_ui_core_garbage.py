import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from reviewer.ui import garbage
from reviewer.ui.garbage import GarbageCollector, collect_due


class Knot(QObject):
    """A Qt object that only the collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


@pytest.fixture
def collector(qtbot, monkeypatch):
    monkeypatch.setattr(garbage, "is_elsewhere", lambda: False)
    gc.collect()
    made = GarbageCollector()
    yield made
    made.deleteLater()
    gc.unfreeze()


def make_objects(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


def test_python_itself_collects_no_more(collector):
    assert not gc.isenabled()


def test_garbage_is_freed_on_this_thread_while_others_make_more_of_it(collector, qtbot, monkeypatch):
    monkeypatch.setattr("reviewer.ui.garbage._FLOOD", sys.maxsize)  # what other threads make must not count as one
    freed: list[int] = []
    weakref.finalize(Knot(), lambda: freed.append(threading.get_ident()))
    stop = threading.Event()

    def burn() -> None:
        while not stop.wait(0.001):
            make_objects(2000)

    worker = threading.Thread(target=burn)
    worker.start()
    kept: list[list[list[int]]] = []

    def is_freed() -> bool:
        kept.append(make_objects(gc.get_threshold()[0] + 1))  # others may free as many as make a collection due
        return bool(freed)

    qtbot.waitUntil(is_freed)
    stop.set()
    worker.join()
    assert kept
    assert freed == [threading.get_ident()]


def test_each_generation_is_collected_when_it_is_due():
    gc.collect()
    kept = []
    generations = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            generations.append(info["generation"])

    gc.callbacks.append(note)
    try:
        for _ in range(150):
            kept.append(make_objects(gc.get_threshold()[0] + 1))
            collect_due()
    finally:
        gc.callbacks.remove(note)
    assert generations[:133] == [*([0] * 11 + [1]) * 11, 2]


def test_what_is_not_due_is_left_alone():
    gc.collect()
    knot = weakref.ref(Knot())
    collect_due()
    assert knot() is not None
    gc.collect()
    assert knot() is None


def test_a_flood_is_put_aside_and_looked_through_when_the_clerk_is_elsewhere(collector, monkeypatch):
    knot = weakref.ref(Knot())
    flood = make_objects(20_000)
    collector.look()
    assert gc.get_freeze_count() > len(flood)
    gc.collect()
    assert knot() is not None
    monkeypatch.setattr(garbage, "is_elsewhere", lambda: True)
    collector.look()
    assert knot() is None


def test_nothing_is_looked_through_twice(collector, monkeypatch):
    flood = make_objects(20_000)
    collector.look()
    monkeypatch.setattr(garbage, "is_elsewhere", lambda: True)
    collector.look()
    collections = gc.get_stats()[2]["collections"]
    collector.look()
    assert flood
    assert gc.get_stats()[2]["collections"] == collections
