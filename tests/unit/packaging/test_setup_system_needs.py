"""Which packages an operating system lacks, simulated."""

import subprocess

import pytest
import system_needs

LISTING = """123 libs found in cache
\tlibGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libGL.so.1
\tlibEGL.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libEGL.so.1
\tlibfontconfig.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libfontconfig.so.1
"""


class System:
    """Stands in for the operating system: what `which` finds, what programs print, what was called."""

    def __init__(self, monkeypatch):
        self.programs = {"ldconfig": "/sbin/ldconfig", "apt-get": "/usr/bin/apt-get"}
        self.output = {"ldconfig": LISTING, "fc-list": ""}
        self.status = 0
        self.calls = []
        monkeypatch.setattr(system_needs, "_ON_LINUX", True)
        monkeypatch.setattr(system_needs.shutil, "which", lambda name, path=None: self.programs.get(name))
        monkeypatch.setattr(system_needs.subprocess, "run", self.run)

    def run(self, command, *, env=None, text=False, **_more):
        self.calls.append((command, env or {}))
        output = self.output.get(command[0].rpartition("/")[2], "")
        return subprocess.CompletedProcess(command, self.status, output if text else output.encode())


@pytest.fixture
def system(monkeypatch):
    return System(monkeypatch)


def test_missing_libraries_are_named_by_package(system):
    without = ["libglib2.0-0", "libxkbcommon0", "libdbus-1-3", "libgssapi-krb5-2"]
    assert system_needs.missing_libraries(with_screen=False) == without
    with_screen = system_needs.missing_libraries(with_screen=True)
    assert with_screen[:4] == without
    assert "libxcb-cursor0" in with_screen
    assert len(with_screen) == 4 + 8


def test_nothing_is_missing_where_all_is_found(system):
    names = [*system_needs.QT_LIBRARIES, *system_needs.SCREEN_LIBRARIES]
    system.output["ldconfig"] = "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in names)
    assert system_needs.missing_libraries(with_screen=True) == []


def test_only_linux_is_asked_for_libraries_and_fonts(system, monkeypatch):
    monkeypatch.setattr(system_needs, "_ON_LINUX", False)
    assert system_needs.missing_libraries(with_screen=True) == []
    assert system_needs.missing_font() == []
    assert not system_needs.can_install()
    assert system_needs.has_screen()


def test_a_linux_without_ldconfig_is_left_alone(system):
    del system.programs["ldconfig"]
    assert system_needs.missing_libraries(with_screen=True) == []


@pytest.mark.parametrize(
    ("name", "is_chinese"),
    [
        ("wqy-microhei.ttc", True),
        ("NotoSerifCJK-Bold.ttc", True),
        ("SIMFANG.TTF", True),
        ("DejaVuSans.ttf", False),
        ("readme-wqy.txt", False),
    ],
)
def test_a_chinese_font_is_known_by_its_file(system, monkeypatch, tmp_path, name, is_chinese):
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / name).touch()
    monkeypatch.setattr(system_needs, "_FONT_FOLDERS", (str(tmp_path), str(tmp_path / "none")))
    assert system_needs.missing_font() == ([] if is_chinese else ["fonts-wqy-microhei"])


def test_fontconfig_is_believed(system, monkeypatch):
    monkeypatch.setattr(system_needs, "_FONT_FOLDERS", ())
    system.programs["fc-list"] = "/usr/bin/fc-list"
    assert system_needs.missing_font() == ["fonts-wqy-microhei"]
    system.output["fc-list"] = "Some Font\n"
    assert system_needs.missing_font() == []


def test_debian_splits_the_environment_maker_off(monkeypatch):
    assert system_needs.missing_venv() == []
    find = system_needs.importlib.util.find_spec
    monkeypatch.setattr(
        system_needs.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name)
    )
    assert system_needs.missing_venv() == ["python3-venv"]


@pytest.mark.parametrize(("user", "may"), [(0, True), (65534, False)])
def test_only_root_installs(system, monkeypatch, user, may):
    monkeypatch.setattr(system_needs.os, "geteuid", lambda: user, raising=False)
    assert system_needs.can_install() is (may and system_needs.sys.platform != "win32")
    del system.programs["apt-get"]
    assert not system_needs.can_install()


def test_installing_asks_no_questions_and_updates_first(system):
    assert system_needs.install(["libgl1"])
    (update, environment), (add, _) = system.calls
    assert update[-2:] == ["update", "-qq"]
    assert add[-1] == "libgl1"
    assert {"install", "-y", "--no-install-recommends"} <= set(add)
    assert environment["DEBIAN_FRONTEND"] == "noninteractive"
    system.status = 100
    assert not system_needs.install(["libgl1"])


def test_the_line_for_somebody_who_may():
    line = system_needs.install_line(["libgl1", "libegl1"])
    assert line.startswith("sudo apt-get update && sudo apt-get install -y")
    assert line.endswith(" libgl1 libegl1")
    assert "\n" not in line


def test_a_screen_is_known_by_its_variable(system, monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not system_needs.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system_needs.has_screen()
