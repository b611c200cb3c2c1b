"""Takes an update over or refuses it, and goes back to the one before.

A package is a zip of `manifest.json` and files below `lexicons/`, `holidays.json` (see `times.calendar`) and
`rules.toml` (see `rules.engine`); never any code. The manifest names the product, the update's number (“2027.1.15”),
the program's version that it is made for, and the SHA-256 of every file. A package that is not whole, or with which a
trial review fails, changes nothing.
"""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reviewer import __version__, atomic, journal, resource
from reviewer.errors import ReadError, ReviewerError, WriteError
from reviewer.readers.helper import interpreter
from reviewer.rules.engine import WITHDRAWN
from reviewer.times.calendar import UPDATE as HOLIDAYS
from reviewer.updates import CURRENT, FOLDER, Update, installed

PRODUCT, FORMAT, MANIFEST = "reviewer-update", 1, "manifest.json"

_LARGEST, _LARGEST_UNPACKED, _MOST_FILES = 20_000_000, 60_000_000, 200
_LEXICON = re.compile(r"lexicons/(?:[a-z_]+/)?[a-z_]+\.toml")
_NUMBER = re.compile(r"20\d\d(?:\.\d{1,2}){2}")
_KEPT = 2  # the one in force and the one before
_TRIAL_SECONDS = 120
_NO_WINDOW = 0x0800_0000  # CREATE_NO_WINDOW
_TRIAL = (
    "import sys, json; given = json.loads(sys.stdin.buffer.readline()); sys.path[:] = given[1:]; "
    "from reviewer.updates.trial import run; sys.exit(run(given[0]))"
)
_UNCHANGED = "原来的词库和放假安排没有变。"


class UpdateError(ReviewerError):
    """The package is refused; what was in force still is."""

    kind = "update"


def install(data: Path, path: Path) -> Update:
    """Take the package at `path` over into the folder `data`; in force from the next start. Raises ReviewerError."""
    content = _content(path)
    update, files = unpack(content)
    before = installed(data)
    if before and _order(update.number) <= _order(before[0].number):
        raise UpdateError(f"已经装有 {before[0].number} 的更新，这个更新包（{update.number}）不比它新。", _UNCHANGED)
    place = data / FOLDER / update.number
    staged = place.with_name(f"{update.number}.new")
    try:
        _write(staged, files)
        if not _passes_trial(staged):
            raise UpdateError("试用这个更新包时出了错，没有采用。", f"{_UNCHANGED}请向发放的单位反映。")
        shutil.rmtree(place, ignore_errors=True)
        staged.rename(place)
        _keep(data, [update, *before][:_KEPT])
    except OSError as error:
        raise WriteError("更新没有存下来。", "请检查磁盘空间和权限后再试。") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    journal.note(f"update {update.number} installed")
    return update


def go_back(data: Path) -> Update | None:
    """Return to the update before, or to what came with the program (None); in force from the next start.

    Raises ReviewerError.
    """
    kept = installed(data)[1:]
    _keep(data, kept)
    journal.note(f"update taken back, now {kept[0].number if kept else 'none'}")
    return kept[0] if kept else None


def unpack(content: bytes) -> tuple[Update, dict[str, bytes]]:
    """The update in the zip `content` and its files, each checked; raises UpdateError."""
    files = _files(content)
    manifest = _manifest(files.pop(MANIFEST, b""))
    number, program, digests = manifest.get("number"), manifest.get("program"), manifest.get("files")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number) or not isinstance(digests, dict) or not files:
        raise UpdateError("这个更新包的说明不完整。", _UNCHANGED)
    if program != __version__:
        raise UpdateError(f"这个更新包适用于 {program} 版，正在使用的是 {__version__} 版。", _UNCHANGED)
    if digests != {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}:
        raise UpdateError("这个更新包在传送中损坏，或被改动过。", f"{_UNCHANGED}请重新索取一份。")
    for name, data in files.items():
        _check_file(name, data)
    digest = hashlib.sha256(content).hexdigest()
    return Update(number, str(manifest.get("notes", "")), f"{digest[:4]}-{digest[4:8]}-{digest[8:12]}"), files


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UpdateError("这个文件太大，不是更新包。", _UNCHANGED)
        return path.read_bytes()
    except OSError as error:
        raise ReadError("读不出这个更新包。", "请确认文件还在，并且可以打开。") from error


def _files(content: bytes) -> dict[str, bytes]:
    """What is in the zip, whole; names are those that an update may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
                raise UpdateError("这个文件太大，不是更新包。", _UNCHANGED)
            names = [entry.filename for entry in entries]
            strange = [name for name in names if not _is_allowed(name)]
            if strange or len(set(names)) < len(names) or MANIFEST not in names:
                raise UpdateError("这个文件不是公文审阅的更新包。", _UNCHANGED)
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise UpdateError("这个文件不是更新包，或者已经损坏。", _UNCHANGED) from error


def _is_allowed(name: str) -> bool:
    """Whether an update may bring the file `name`: its description, or what takes the place of something shipped."""
    if name in (MANIFEST, HOLIDAYS, WITHDRAWN):
        return True
    return _LEXICON.fullmatch(name) is not None and resource.path(name).is_file()


def _manifest(content: bytes) -> Mapping[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict) or (manifest.get("product"), manifest.get("format")) != (PRODUCT, FORMAT):
        raise UpdateError("这个文件不是公文审阅的更新包。", _UNCHANGED)
    return manifest


def _check_file(name: str, data: bytes) -> None:
    """Raise UpdateError where the file is not of the form that its name promises."""
    try:
        if name == HOLIDAYS:
            from reviewer.times.calendar import year_plans

            year_plans(json.loads(data))
        elif name == WITHDRAWN:
            fits = isinstance(tomllib.loads(data.decode("utf-8"))["withdrawn"], list)
        else:
            new, old = tomllib.loads(data.decode("utf-8")), tomllib.loads(resource.read_text(name))
            fits = all(type(new.get(key)) is type(value) for key, value in old.items())
        if name != HOLIDAYS and not fits:
            raise UpdateError("这个更新包里的词库与本程序的格式不同。", _UNCHANGED)
    except (ValueError, KeyError, AttributeError, RecursionError) as error:
        raise UpdateError("这个更新包里的词库写法不对。", _UNCHANGED) from error


def _write(place: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(place, ignore_errors=True)
    for name, data in files.items():
        file = place.joinpath(*name.split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write_bytes(file, data)


def _passes_trial(place: Path) -> bool:
    """Whether a review by the files in `place` works, in a process of its own."""
    given = json.dumps([str(place), *map(str, sys.path)]).encode("ascii") + b"\n"
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(
            [interpreter(), "-I", "-X", "utf8", "-c", _TRIAL],
            input=given,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TRIAL_SECONDS,
            check=False,
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        )
        return done.returncode == 0
    return False


def _keep(data: Path, updates: list[Update]) -> None:
    """Put the first of `updates` in force from the next start, and remove the files of those that aren't among them."""
    place = data / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    rows = [{"number": one.number, "notes": one.notes, "check": one.check} for one in updates]
    kept = json.dumps({"program": __version__, "updates": rows}, ensure_ascii=False, indent=1)
    atomic.write_bytes(place / CURRENT, kept.encode("utf-8", "surrogatepass"))
    numbers = {update.number for update in updates}
    for old in place.iterdir():
        if old.is_dir() and old.name not in numbers:
            shutil.rmtree(old, ignore_errors=True)


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))
