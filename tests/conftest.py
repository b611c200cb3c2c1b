"""Set-up that every test shares."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

from reviewer.ui.garbage import collect_due

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("repeatable")


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
