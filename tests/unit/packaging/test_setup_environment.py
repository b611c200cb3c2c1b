"""The virtual environment and its stamp."""

import subprocess
import sys

import environment
import pytest
from environment import RUN, TEST, SetupError


class Place:
    """An invented checkout; creating the environment and installing are recorded, not done."""

    def __init__(self, root, monkeypatch):
        self.root, self.calls, self.failing = root, [], None
        (root / "packaging").mkdir()
        for name in environment._WATCHED:
            (root / name).write_text(name, encoding="utf-8")
        monkeypatch.setattr(environment, "ROOT", root)
        monkeypatch.setattr(environment, "FOLDER", root / ".venv")
        monkeypatch.setattr(environment.subprocess, "run", self.run)

    def run(self, command, **_more):
        self.calls.append(command)
        if "venv" in command:
            environment.python().parent.mkdir(parents=True, exist_ok=True)
            environment.python().touch()
            packages = "Lib" if sys.platform == "win32" else "lib/python3.99"
            self.pip = self.root / ".venv" / packages / "site-packages" / "pip" / "__main__.py"
            self.pip.parent.mkdir(parents=True, exist_ok=True)
            self.pip.touch()
            version = ".".join(map(str, sys.version_info[:3]))
            (self.root / ".venv" / "pyvenv.cfg").write_text(f"home = x\nversion = {version}\n", encoding="utf-8")
        return subprocess.CompletedProcess(command, 1 if self.failing and self.failing in command else 0)

    def done(self):
        """What was called since the last time, in short."""
        words = [
            "venv" if "venv" in c else "project" if "--editable" in c else c[-1].rpartition("/")[2] for c in self.calls
        ]
        self.calls.clear()
        return words


@pytest.fixture
def place(tmp_path, monkeypatch):
    return Place(tmp_path, monkeypatch)


FIRST_TIME = ["venv", "requirements.txt", "project"]


def test_the_first_time_everything_is_done_and_the_second_nothing(place):
    assert environment.prepare(RUN) == environment.python()
    assert place.done() == FIRST_TIME
    environment.prepare(RUN)
    assert place.done() == []


def test_tests_need_more_and_serve_running_too(place):
    environment.prepare(RUN)
    place.done()
    environment.prepare(TEST)
    assert place.done() == ["requirements-dev.txt", "project"]
    environment.prepare(RUN)
    environment.prepare(TEST)
    assert place.done() == []


@pytest.mark.parametrize("name", ["packaging/requirements.txt", "packaging/requirements-dev.txt", "pyproject.toml"])
def test_changed_requirements_are_installed_into_the_same_environment(place, name):
    environment.prepare(TEST)
    place.done()
    (place.root / name).write_text("changed", encoding="utf-8")
    assert not environment.is_ready(TEST)
    environment.prepare(TEST)
    assert place.done() == ["requirements-dev.txt", "project"]


def test_another_python_makes_another_environment(place, monkeypatch):
    environment.prepare(RUN)
    place.done()
    monkeypatch.setattr(environment.sys, "version", "3.99.0 (invented)")
    environment.prepare(RUN)
    assert place.done() == FIRST_TIME


def test_a_copied_checkout_makes_its_own_environment(place, tmp_path, monkeypatch):
    environment.prepare(RUN)
    place.done()
    monkeypatch.setattr(environment, "ROOT", tmp_path / "packaging" / "..")
    environment.prepare(RUN)
    assert place.done() == FIRST_TIME


def test_an_environment_that_somebody_else_made_is_kept(place):
    place.run(["venv"])
    place.calls.clear()
    assert environment.exists()
    environment.prepare(RUN)
    assert place.done() == ["requirements.txt", "project"]


def test_one_of_another_version_is_not(place):
    place.run(["venv"])
    (place.root / ".venv" / "pyvenv.cfg").write_text("version = 3.1.4\n", encoding="utf-8")
    assert not environment.exists()


def test_one_that_was_never_finished_is_made_again(place):
    place.run(["venv"])
    place.pip.unlink()
    assert not environment.exists()
    place.calls.clear()
    environment.prepare(RUN)
    assert place.done() == FIRST_TIME


@pytest.mark.parametrize("content", [None, "", "home = x\n"])
def test_one_that_does_not_say_its_version_is_made_again(place, content):
    place.run(["venv"])
    config = place.root / ".venv" / "pyvenv.cfg"
    config.unlink()
    if content is not None:
        config.write_text(content, encoding="utf-8")
    assert not environment.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", "\udcff"])
def test_a_broken_stamp_counts_for_nothing(place, content):
    environment.prepare(RUN)
    place.done()
    (place.root / ".venv" / "reviewer-stamp.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    environment.prepare(RUN)
    assert place.done() == ["requirements.txt", "project"]


def test_a_failure_is_told_and_tried_again(place):
    place.failing = "--editable"
    with pytest.raises(SetupError, match=r"(?s)依赖没有装好.*Installing the requirements failed"):
        environment.prepare(RUN)
    place.failing = None
    place.done()
    environment.prepare(RUN)
    assert place.done() == ["requirements.txt", "project"]


def test_no_environment_is_told(place):
    place.failing = "venv"
    with pytest.raises(SetupError, match="没有建成虚拟环境"):
        environment.prepare(RUN)


def test_children_speak_utf8():
    assert environment.child_environment(A="b").items() >= {"PYTHONUTF8": "1", "A": "b"}.items()
