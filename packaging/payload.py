"""The program and the packages that it stands on, as they are put into an installer: unpacked, trimmed, compiled."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from environment import ROOT, SetupError, child_environment
from third_party import Part, part

_REPLACEABLE = ("PySide6", "shiboken6")  # whoever edits them must find his edit in force
_WITH_SOURCES = (*_REPLACEABLE, "reviewer")  # a report of what went wrong in the program shows its lines
_COMPILE = """
import compileall, py_compile, sys
library, replaceable = sys.argv[1], sys.argv[2:]
from pathlib import Path
for folder in sorted(Path(library).iterdir()):
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if folder.name in replaceable:
        mode = py_compile.PycInvalidationMode.CHECKED_HASH
    compiled = compileall.compile_dir if folder.is_dir() else compileall.compile_file
    if not compiled(folder, quiet=1, stripdir=library, invalidation_mode=mode):
        sys.exit(1)
"""


def unpack(files: list[Path], library: Path, work: Path) -> list[Part]:
    """Put the packages in `files` (wheels, source archives of pure Python) into `library`; what they are."""
    parts = []
    for file in files:
        place = work / file.name
        place.mkdir(parents=True)
        if file.suffix == ".whl":
            with zipfile.ZipFile(file) as wheel:
                wheel.extractall(place)
            (described,) = place.glob("*.dist-info")
            parts.append(part(described))
            shutil.copytree(place, library, dirs_exist_ok=True)
        else:
            with tarfile.open(file) as archive:
                archive.extractall(place, filter="data")
            (top,) = place.iterdir()
            found = part(top)
            parts.append(found)
            name = found.name.replace("-", "_")
            shutil.copytree(top / name, library / name, dirs_exist_ok=True)
            described = library / f"{name}-{found.version}.dist-info"
            described.mkdir()
            shutil.copyfile(top / "PKG-INFO", described / "METADATA")
    return parts


def add_program(library: Path) -> None:
    """Put the program and its resources into `library`, as the wheel has them."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "reviewer", library / "reviewer", ignore=ignored)
    shutil.copytree(ROOT / "resources", library / "reviewer" / "_resources", ignore=ignored)


def drop(folder: Path, unwanted: Callable[[str], bool]) -> None:
    """Remove every file below `folder` whose path is unwanted, and the folders that are empty then."""
    for file in [file for file in folder.rglob("*") if file.is_file()]:
        if unwanted(file.relative_to(folder).as_posix()):
            file.unlink()
    _remove_empty(folder)


def _remove_empty(folder: Path) -> None:
    for place in sorted((place for place in folder.rglob("*") if place.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()


def compile_python(library: Path) -> None:
    """Compile every module below `library` once for CPython 3.11, so that nothing is written where it is installed."""
    if sys.version_info[:2] != (3, 11):
        raise SetupError("打包要用 Python 3.11。\nPackages are built with Python 3.11.")
    command = [sys.executable, "-I", "-X", "utf8", "-c", _COMPILE, str(library), *_REPLACEABLE]
    done = subprocess.run(command, env=child_environment(PYTHONHASHSEED="0"), check=False)
    if done.returncode != 0:
        raise SetupError("有模块编译不了。\nA module does not compile.")


def drop_sources(library: Path) -> None:
    """Leave of the compiled packages in `library` only what is compiled, but for ours and those that stay replaceable."""
    for source in sorted(library.rglob("*.py")):
        if source.relative_to(library).parts[0] in _WITH_SOURCES:
            continue
        compiled = source.parent / "__pycache__" / f"{source.stem}.{sys.implementation.cache_tag}.pyc"
        compiled.replace(source.with_suffix(".pyc"))
        source.unlink()
    _remove_empty(library)


def file_list(folder: Path) -> list[PurePosixPath]:
    """The files below `folder`, sorted, as relative paths."""
    found = (PurePosixPath(file.relative_to(folder).as_posix()) for file in folder.rglob("*") if file.is_file())
    return sorted(found)


def settle(folder: Path, seconds: int) -> None:
    """Give every file and folder the same date and plain rights, so that the same inputs give the same bytes."""
    for place in [folder, *folder.rglob("*")]:
        if place.is_dir():
            place.chmod(0o755)
        else:
            place.chmod(0o755 if place.stat().st_mode & 0o100 and place.parent.name == "bin" else 0o644)
        os.utime(place, (seconds, seconds))


def size(folder: Path) -> int:
    """The bytes of all files below `folder`."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
