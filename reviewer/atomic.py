"""Files are written whole or not at all."""

import errno
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reviewer.errors import WriteError

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_WINDOWS_HELD = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
_ATTEMPTS = 4
_PAUSE = 0.1  # seconds; virus scanners hold a new file on Windows for about that long
_NUMBERED = re.compile(r"（(\d+)）$")


def write_bytes(target: str | Path, data: bytes, *, protected: Iterable[str | Path] = ()) -> None:
    """Make `data` the content of `target`; a reader sees the old file or the new one, never a half.

    `protected` are files, such as the clerk's originals, that are never written to. Raises WriteError with a
    sentence for the clerk; `target` is then as it was and no temporary file is left beside it.
    """
    asked = Path(target)
    if any(_is_same_file(asked, Path(source)) for source in protected):
        raise WriteError("不能覆盖原稿。", f"请另存为“{free_name(asked).name}”。")
    place = Path(os.path.realpath(asked))
    temporary = place.with_name(f".reviewer-{os.urandom(8).hex()}.tmp")
    try:
        _write_through(temporary, data)
        _keep_mode(place, temporary)
        _replace(temporary, place)
    except OSError as error:
        raise _explain(error, place) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    _sync_folder(place.parent)


def free_name(target: str | Path) -> Path:
    """The first of “名（2）.xlsx”, “名（3）.xlsx”, … beside `target` that does not exist."""
    path = Path(target)
    match = _NUMBERED.search(path.stem)
    stem, number = (path.stem[: match.start()], int(match[1])) if match else (path.stem, 1)
    while True:
        number += 1
        candidate = path.with_name(f"{stem}（{number}）{path.suffix}")
        if not os.path.lexists(candidate):
            return candidate


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(place: Path, temporary: Path) -> None:
    with suppress(OSError):  # a new file, or a file system without modes
        temporary.chmod(place.stat().st_mode & 0o777)


def _replace(temporary: Path, place: Path) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            temporary.replace(place)
        except PermissionError:
            if attempt == _ATTEMPTS or not _on_windows():
                raise
            time.sleep(_PAUSE)
        else:
            return


def _on_windows() -> bool:
    return os.name == "nt"


def _sync_folder(folder: Path) -> None:
    if _on_windows():
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):  # some network file systems can't; the file itself is safe
            os.fsync(handle)
    finally:
        os.close(handle)


def _explain(error: OSError, place: Path) -> WriteError:
    if os.path.isdir(place):  # noqa: PTH112 (Path.is_dir raises for a name that is too long)
        return WriteError("这个名字是一个文件夹，不能写成文件。", "请换一个文件名。")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return WriteError("要保存到的文件夹不存在。", "请换一个文件夹。")
    if error.errno == errno.EROFS:
        return WriteError("这个位置是只读的，不能保存文件。", "请换一个文件夹。")
    if error.errno in _NO_SPACE:
        return WriteError("磁盘空间不足，文件没有保存。", "请清理磁盘，或换一个位置。")
    if error.errno in _BAD_NAME:
        return WriteError("文件名太长或含有不能用的字符。", "请换一个文件名。")
    if getattr(error, "winerror", None) in _WINDOWS_HELD or (
        isinstance(error, PermissionError) and os.path.lexists(place)
    ):
        return WriteError(
            "这个文件正被其他程序（如 Excel、WPS）打开，或不允许改写。",
            f"请关闭后再试，或另存为“{free_name(place).name}”。",
        )
    if isinstance(error, PermissionError):
        return WriteError("没有在这个位置保存文件的权限。", "请换一个文件夹。")
    return WriteError("文件没有保存成功。", "请换一个文件夹再试。")
