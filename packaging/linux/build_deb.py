"""Builds the packages for Debian-like systems and for UOS, on Debian 12: `python packaging/linux/build_deb.py`.

--check   install and start both in clean roots, see check_deb.py (as root)
--lock    renew packages.lock from packaging/requirements.txt, and stop

The packages bring their own Python, Debian's, so that they do not depend on which one a system has. They need
glibc 2.36: UOS 25, Kylin V11, Debian 12, Ubuntu 24.04 and newer, on x86-64.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import package_files
import payload
from build_command import BuildCommand
from digests import write_digests
from elf_needs import closure
from environment import ROOT, SetupError
from locked import LINUX as LOCK
from package_files import DEBIAN, ICON_SIZES, UOS, Layout
from product import IDENTIFIER, build_time, version
from program_icon import ICON, png
from system_tools import LINUX_CHECK_TOOLS, LINUX_TOOLS
from third_party import Part, licences
from trimming import LIBRARIES, LINUX_PLUGINS, LINUX_PYTHON, dropped, qt_modules, unneeded

WORK = ROOT / "build" / "linux"
OUTPUT = ROOT / "dist"
PYTHON_PACKAGES = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")


def main(arguments: list[str]) -> int:
    """Run the command; 0 where everything that it promises was done."""
    command = BuildCommand(__file__, __doc__ or "", LOCK, LINUX_TOOLS, LINUX_CHECK_TOOLS)
    return command.run(arguments, command.parser(), lambda _options: build(), _check)


def build() -> list[tuple[Layout, Path]]:
    """Make both packages and their digests in `dist`."""
    began = time.monotonic()
    seconds = build_time()
    files = LOCK.fetch(WORK / "downloads")
    program = WORK / "program"
    shutil.rmtree(program, ignore_errors=True)
    program.mkdir(parents=True)
    OUTPUT.mkdir(exist_ok=True)
    make_program(program, files)
    made = []
    for layout in (DEBIAN, UOS):
        root = WORK / layout.package
        shutil.rmtree(root, ignore_errors=True)
        make_root(root, layout, program)
        made.append((layout, pack(root, layout, seconds)))
        size = made[-1][1].stat().st_size / 1e6
        print(f"{payload.size(root) / 1e6:7.1f} MB 安装后 / installed, {size:.1f} MB  {made[-1][1].name}")
    write_digests([file for _, file in made], OUTPUT / f"{IDENTIFIER}-{version()}-linux.sha256")
    print(f"{time.monotonic() - began:7.0f} s   用时 / taken", flush=True)
    return made


def make_program(folder: Path, files: list[Path]) -> None:
    """Fill `folder` with Python, packages, program and licences."""
    parts = [add_python(folder / "python")]
    library = folder / "lib"
    library.mkdir()
    with tempfile.TemporaryDirectory() as work:
        parts += payload.unpack(files, library, Path(work))
    for file in unneeded_qt(library):
        file.unlink()
    payload.drop(library, lambda path: dropped(path, LIBRARIES))
    payload.add_program(library)
    payload.compile_python(library)
    payload.drop_sources(library)
    (folder / "start.py").write_text(package_files.START, encoding="utf-8")
    for path, text in licences(parts, "lib/PySide6 和 lib/shiboken6").items():
        place = folder / "licenses" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")


def add_python(folder: Path) -> Part:
    """Put Debian's Python into `folder`; what it is."""
    packages = WORK / "python"
    if len(list(packages.glob("*.deb"))) != len(PYTHON_PACKAGES):
        packages.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["apt-get", "download", "-qq", *PYTHON_PACKAGES], cwd=packages, check=False)
        if done.returncode != 0:
            raise SetupError("没能下载 Debian 12 的 Python 3.11。\nDebian 12's Python 3.11 could not be downloaded.")
    with tempfile.TemporaryDirectory() as name:
        for package in packages.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", str(package), name], check=True)
        (folder / "bin").mkdir(parents=True)
        shutil.copy(Path(name, "usr/bin/python3.11"), folder / "bin" / "python3.11")
        library = folder / "lib" / "python3.11"
        ignored = shutil.ignore_patterns("dist-packages", "sitecustomize.py")
        shutil.copytree(Path(name, "usr/lib/python3.11"), library, ignore=ignored, ignore_dangling_symlinks=True)
        payload.drop(library, lambda path: dropped(path, LINUX_PYTHON))
        payload.compile_python(library)
        text = Path(name, "usr/share/doc/python3.11-minimal/copyright").read_bytes()
    (deb,) = packages.glob("python3.11-minimal_*")
    return Part("CPython", deb.name.split("_")[1], {"copyright": text})


def unneeded_qt(library: Path) -> set[Path]:
    """The libraries and plugins of Qt below `library` that none of our modules and plugins loads."""
    pyside, shiboken = library / "PySide6", library / "shiboken6"
    binaries = {file for folder in (pyside, shiboken) for file in folder.rglob("*") if ".so" in file.suffixes}
    wanted = {pyside / f"{module}.abi3.so" for module in qt_modules()}
    wanted |= {pyside / "Qt" / "plugins" / plugin for plugin in LINUX_PLUGINS}
    return unneeded(binaries, wanted | {shiboken / "Shiboken.abi3.so"}, closure)


def make_root(root: Path, layout: Layout, program: Path) -> None:
    """Fill the empty `root` with all that the package installs."""
    place = _below(root, layout.program)
    shutil.copytree(program, place)
    commands = PurePosixPath("/usr/bin") if not layout.is_uos else layout.program / "bin"
    for name, face in (("reviewer", "window"), ("reviewer-cli", "command_line")):
        _write(_below(root, commands / name), package_files.starter(layout, face)).chmod(0o755)
    entry = package_files.menu_entry(layout, commands / "reviewer")
    _write(_below(root, layout.entries / "applications" / f"{layout.package}.desktop"), entry)
    icons = _below(root, layout.entries / "icons" / "hicolor")
    for size in ICON_SIZES:
        picture = icons / f"{size}x{size}" / "apps" / f"{layout.package}.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(png(size))
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copyfile(ICON, icons / "scalable" / "apps" / f"{layout.package}.svg")
    if layout.is_uos:
        _write(_below(root, layout.program.parent / "info"), package_files.uos_info(version()))
        return
    for source, section in (("reviewer.1", "man1"), ("reviewer.zh_CN.1", "zh_CN/man1")):
        text = (package_files.MAN_PAGES / source).read_text(encoding="utf-8").replace("@VERSION@", version())
        for name in ("reviewer", "reviewer-cli"):
            page = _below(root, PurePosixPath("/usr/share/man", section, f"{name}.1.gz"))
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    _write(root / "usr/share/doc" / layout.package / "copyright", package_files.copyright_text())


def pack(root: Path, layout: Layout, seconds: int) -> Path:
    """Make the package of `root` in `dist`."""
    control = root / "DEBIAN"
    lines = [
        f"{hashlib.md5((root / path).read_bytes(), usedforsecurity=False).hexdigest()}  {path}\n"
        for path in payload.file_list(root)
    ]
    kilobytes = payload.size(root) // 1024
    _write(control / "control", package_files.control(layout, version(), kilobytes))
    _write(control / "md5sums", "".join(lines))
    payload.settle(root, seconds)
    target = OUTPUT / f"{layout.package}_{version()}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(seconds)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return target


def _check(made: list[tuple[Layout, Path]]) -> int:
    from check_deb import check

    return check(made, WORK)


def _below(root: Path, path: PurePosixPath) -> Path:
    return root / path.relative_to("/")


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
