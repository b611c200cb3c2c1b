"""The pieces of the packages for Linux; the whole is tried by `packaging/linux/build_deb.py --check`."""

import configparser
import json
import os
import shutil
import subprocess
from pathlib import Path

import build_deb
import elf_needs
import package_files
import payload
import product
import pytest
from package_files import DEBIAN, UOS

import reviewer

COMMANDS = {DEBIAN: "/usr/bin", UOS: "/opt/apps/org.reviewer.gongwen/files/bin"}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "python" / "bin").mkdir(parents=True)
    (folder / "python" / "bin" / "python3.11").write_bytes(b"\x7fELF")
    (folder / "python" / "bin" / "python3.11").chmod(0o755)
    (folder / "start.py").write_text(package_files.START)
    (folder / "LICENSE").write_text("MIT")
    return folder


def files(layout: package_files.Layout, program: Path, root: Path) -> set[str]:
    build_deb.make_root(root, layout, program)
    return {f"/{path}" for path in payload.file_list(root)}


def test_a_debian_package_puts_things_where_they_belong(program, tmp_path):
    made = files(DEBIAN, program, tmp_path / "root")
    assert made >= {
        "/usr/bin/reviewer",
        "/usr/bin/reviewer-cli",
        "/usr/lib/reviewer/python/bin/python3.11",
        "/usr/lib/reviewer/start.py",
        "/usr/share/applications/reviewer.desktop",
        "/usr/share/doc/reviewer/copyright",
        "/usr/share/icons/hicolor/48x48/apps/reviewer.png",
        "/usr/share/icons/hicolor/scalable/apps/reviewer.svg",
        "/usr/share/man/man1/reviewer.1.gz",
        "/usr/share/man/zh_CN/man1/reviewer-cli.1.gz",
    }
    assert all(path.startswith(("/usr/bin/", "/usr/lib/reviewer/", "/usr/share/")) for path in made)


def test_a_uos_package_stays_below_its_own_folder(program, tmp_path):
    root = tmp_path / "root"
    made = files(UOS, program, root)
    home = "/opt/apps/org.reviewer.gongwen"
    assert all(path.startswith(f"{home}/") for path in made)
    assert made >= {
        f"{home}/info",
        f"{home}/files/bin/reviewer",
        f"{home}/entries/applications/org.reviewer.gongwen.desktop",
        f"{home}/entries/icons/hicolor/scalable/apps/org.reviewer.gongwen.svg",
    }
    info = json.loads((root / home.lstrip("/") / "info").read_text(encoding="utf-8"))
    assert (info["appid"], info["version"], info["name"]) == (UOS.package, reviewer.__version__, "公文审阅")
    assert info["permissions"]["camera"] is False


@pytest.mark.parametrize("layout", [DEBIAN, UOS], ids=lambda layout: layout.package)
def test_the_menu_entry_starts_the_program_on_our_kinds_of_files(layout, program, tmp_path):
    root = tmp_path / "root"
    files(layout, program, root)
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(root / str(layout.entries).lstrip("/") / "applications" / f"{layout.package}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Name"] == "公文审阅"
    assert entry["Exec"] == f"{COMMANDS[layout]}/reviewer %F"
    assert os.access(root / COMMANDS[layout].lstrip("/") / "reviewer", os.X_OK)
    assert set(product.KINDS.values()) <= set(entry["MimeType"].split(";"))
    assert entry["Icon"] == layout.package


@pytest.mark.parametrize("layout", [DEBIAN, UOS], ids=lambda layout: layout.package)
def test_the_starter_uses_the_shipped_python_and_nothing_else(layout):
    script = package_files.starter(layout, "window")
    assert f"exec {layout.program}/python/bin/python3.11 -B -I -S -X utf8 {layout.program}/start.py window" in script
    assert script.startswith("#!/bin/sh\n")
    if shutil.which("sh"):
        subprocess.run(["sh", "-n"], input=script.encode(), check=True)


def test_the_starter_speaks_ibus_where_fcitx_is_asked_for():
    assert '[ "$QT_IM_MODULE" = fcitx ] && export QT_IM_MODULE=ibus' in package_files.starter(DEBIAN, "window")


def test_what_the_system_must_bring_is_required():
    control = package_files.control(DEBIAN, "1.2.3", 5)
    fields = dict(line.split(": ", 1) for line in control.splitlines() if not line.startswith(" "))
    depends = fields["Depends"].split(", ")
    assert {
        "libxcb-cursor0",
        "libwayland-cursor0",
        "libcups2 | libcups2t64",
        "libgl1",
        "libegl1",
        "libc6 (>= 2.36)",
    } <= set(depends)
    assert "libglib2.0-0 | libglib2.0-0t64" in depends
    assert not any(package.startswith("python") for package in depends)
    assert fields["Version"] == "1.2.3"
    assert control.endswith("\n")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="no dpkg-deb")
@pytest.mark.parametrize("layout", [DEBIAN, UOS], ids=lambda layout: layout.package)
def test_the_package_lists_its_files_and_is_always_alike(layout, program, tmp_path, monkeypatch):
    monkeypatch.setattr(build_deb, "OUTPUT", tmp_path)
    made = []
    for name in ("one", "two"):
        expected = files(layout, program, tmp_path / name)
        package = build_deb.pack(tmp_path / name, layout, 1_700_000_000)
        made.append(package.read_bytes())
    assert made[0] == made[1]
    assert package.name == f"{layout.package}_{reviewer.__version__}_amd64.deb"
    listing = subprocess.run(["dpkg-deb", "-c", str(package)], capture_output=True, check=True, text=True).stdout
    listed = {line.split(maxsplit=5)[5].removeprefix(".") for line in listing.splitlines()}
    assert {path for path in listed if not path.endswith("/")} == expected
    assert all(line.split()[1] == "root/root" for line in listing.splitlines())


@pytest.mark.skipif(shutil.which("readelf") is None, reason="no readelf")
def test_libraries_that_are_loaded_are_kept(tmp_path):
    shell = Path(shutil.which("sh") or "/bin/sh").resolve()
    assert any(name.startswith("libc.so") for name in elf_needs.needs(shell))
    libc = tmp_path / "libc.so.6"
    shutil.copyfile(shell, libc)
    assert elf_needs.closure([shell], [libc, tmp_path / "libelse.so"]) == {shell, libc}
