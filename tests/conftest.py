"""Set-up that every test shares."""

import gc
import os
from collections.abc import Iterator
from functools import partialmethod

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.garbage import collect_due

_PATIENCE = 60_000  # milliseconds

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("repeatable")


class PatientBot(QtBot):
    """Waits so long that only what never comes fails a test, however busy the machine is."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=_PATIENCE)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=_PATIENCE)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's robot with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="session")
def collection_on_this_thread() -> Iterator[None]:
    """No collection of garbage but where a test ends: one that takes widgets along on a worker crashes Qt."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collection_between_tests(collection_on_this_thread: None) -> Iterator[None]:
    """What the program does between two events, done between two tests."""
    yield
    collect_due()
