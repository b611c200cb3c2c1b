"""The two commands, with every program that they call replaced."""

from pathlib import Path

import dev
import pytest
from environment import RUN, TEST, SetupError

PYTHON = Path("python")


class Machine:
    """A machine on which nothing is missing and every program succeeds, until a test says otherwise."""

    def __init__(self, monkeypatch, folder):
        self.screen, self.root, self.venv = False, False, []
        self.libraries, self.fonts, self.status = [], [], {}
        self.installed, self.prepared, self.calls = [], [], []
        needs = dev.system_needs
        monkeypatch.setattr(needs, "has_screen", lambda: self.screen)
        monkeypatch.setattr(needs, "is_debian", lambda: True)
        monkeypatch.setattr(needs, "can_install", lambda: self.root)
        monkeypatch.setattr(needs, "missing_libraries", lambda with_screen: self.libraries)
        monkeypatch.setattr(needs, "missing_font", lambda: self.fonts)
        monkeypatch.setattr(needs, "missing_venv", lambda: self.venv)
        monkeypatch.setattr(needs, "install", self.install)
        monkeypatch.setattr(dev.environment, "exists", lambda: False)
        monkeypatch.setattr(dev.environment, "prepare", self.prepare)
        monkeypatch.setattr(dev, "_run", self.run)
        monkeypatch.setattr(dev, "OUTPUT", folder / "build")
        self.file = folder / "讲话.txt"
        self.file.touch()

    def install(self, packages):
        self.installed = packages
        return self.status.get("apt-get", 0) == 0

    def prepare(self, purpose):
        self.prepared.append(purpose)
        return PYTHON

    def run(self, command, **_variables):
        words = [str(part) for part in command[2:]]
        self.calls.append(words)
        return next((status for word, status in self.status.items() if word in words), 0)


@pytest.fixture
def machine(monkeypatch, tmp_path):
    return Machine(monkeypatch, tmp_path)


def test_run_opens_the_window(machine):
    machine.screen = True
    assert dev.main(["run", str(machine.file)]) == 0
    assert machine.prepared == [RUN]
    assert machine.calls == [["reviewer", str(machine.file)]]


def test_run_opens_the_sample_by_itself(machine, monkeypatch):
    machine.screen = True
    monkeypatch.setattr(dev, "SAMPLE", machine.file)
    assert dev.main(["run"]) == 0
    assert machine.calls == [["reviewer", str(machine.file)]]


def test_without_a_screen_the_same_job_is_done_in_the_terminal(machine, capsys):
    machine.status = {"check": 1}  # something was found, which is no failure
    assert dev.main(["run", str(machine.file)]) == 0
    build = machine.file.parent / "build"
    assert machine.calls == [
        ["reviewer", "check", str(machine.file)],
        ["reviewer", "export", str(machine.file), "--xlsx", str(build / "讲话-责任清单.xlsx")],
        [dev._DRAW, str(machine.file), str(build / "讲话-窗口.png")],
    ]
    said = capsys.readouterr().out
    assert "讲话-责任清单.xlsx" in said
    assert "讲话-窗口.png" in said


@pytest.mark.parametrize("step", ["check", "export", dev._DRAW])
def test_a_step_that_fails_is_not_hidden(machine, capsys, step):
    machine.status = {step: 2}
    assert dev.main(["run", str(machine.file)]) == 1
    if step != "check":
        assert ("责任清单.xlsx" in capsys.readouterr().out) is (step != "export")


def test_root_installs_what_is_missing(machine):
    machine.root, machine.venv, machine.libraries, machine.fonts = True, ["python3-venv"], ["libgl1"], ["fonts"]
    assert dev.main(["test"]) == 0
    assert machine.installed == ["python3-venv", "libgl1", "fonts"]
    assert machine.prepared == [TEST]


def test_root_is_told_what_to_do_where_that_fails(machine, capsys):
    machine.root, machine.libraries, machine.status = True, ["libgl1"], {"apt-get": 100}
    assert dev.main(["run", str(machine.file)]) == 1
    assert "apt-get install -y --no-install-recommends libgl1" in capsys.readouterr().err
    assert not machine.prepared


def test_others_get_the_line_and_what_works_without(machine, capsys):
    machine.screen, machine.libraries, machine.fonts = True, ["libgl1"], ["fonts"]
    assert dev.main(["run", str(machine.file)]) == 1
    assert "sudo apt-get install -y --no-install-recommends libgl1 fonts" in capsys.readouterr().out
    assert [words[:2] for words in machine.calls] == [["reviewer", "check"], ["reviewer", "export"]]


def test_a_missing_font_is_no_obstacle(machine, capsys):
    machine.fonts = ["fonts-x"]
    assert dev.main(["test"]) == 0
    assert "fonts-x" in capsys.readouterr().out


def test_without_libraries_others_run_no_tests(machine, capsys):
    machine.libraries = ["libgl1"]
    assert dev.main(["test"]) == 1
    assert not machine.calls
    assert "测试没有运行" in capsys.readouterr().err


def test_without_an_environment_others_get_no_further(machine):
    machine.venv = ["python3-venv"]
    assert dev.main(["run", str(machine.file)]) == 1
    assert not machine.prepared


def test_where_there_is_no_apt_the_packages_are_named(machine, capsys, monkeypatch):
    monkeypatch.setattr(dev.system_needs, "is_debian", lambda: False)
    machine.libraries = ["libgl1"]
    assert dev.main(["test"]) == 1
    said = capsys.readouterr().out
    assert "libgl1" in said
    assert "apt-get" not in said


def test_test_runs_all_checks_and_passes_arguments_on(machine):
    assert dev.main(["test", "-k", "x"]) == 0
    assert [words[0] for words in machine.calls] == ["ruff", "ruff", "mypy", "pytest"]
    assert machine.calls[-1] == ["pytest", "-k", "x"]


@pytest.mark.parametrize("step", ["format", "check", "mypy", "pytest"])
def test_one_failing_check_fails_and_the_others_still_run(machine, capsys, step):
    machine.status = {step: 1}
    assert dev.main(["test"]) == 1
    assert len(machine.calls) == 4
    assert step in capsys.readouterr().out.splitlines()[-1]


def test_failures_are_told_without_a_traceback(machine, monkeypatch, capsys):
    def fail(_purpose):
        raise SetupError("没有网络。")

    monkeypatch.setattr(dev.environment, "prepare", fail)
    assert dev.main(["test"]) == 1
    assert "没有网络。" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "a", "b"]])
def test_anything_else_shows_the_usage(machine, capsys, arguments):
    assert dev.main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_a_missing_file_is_told_before_anything_is_installed(machine, capsys):
    assert dev.main(["run", "nothing-here.txt"]) == 1
    assert "没有这个文件" in capsys.readouterr().err
    assert not machine.prepared


def test_an_interrupt_is_no_crash(machine, monkeypatch):
    def interrupt(_purpose):
        raise KeyboardInterrupt

    monkeypatch.setattr(dev.environment, "prepare", interrupt)
    assert dev.main(["test"]) == 130
