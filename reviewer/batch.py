"""Many documents at once: which files are meant, and one digest for each."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PureWindowsPath

from reviewer.errors import ReviewerError
from reviewer.exports.digest import Digest, digest
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report
from reviewer.readers.kinds import READABLE

_SUFFIXES = frozenset(suffix for _, suffixes in READABLE for suffix in suffixes)
_PASSED_OVER = ("~$", ".")  # lock files of Word and WPS, hidden files


def documents_in(paths: Iterable[str]) -> Iterator[str]:
    """The files among `paths`, and those in the folders among them that look readable, each once, by name.

    Folders are searched to the bottom; links to folders are not followed, and what may not be read is passed over.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            found: Iterable[Path] = (path,)
        else:
            found = sorted(file for file in _files_below(path) if _is_document(file))
        for file in found:
            if file.absolute() not in seen:
                seen.add(file.absolute())
                yield str(file)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names)


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in _SUFFIXES and not file.name.startswith(_PASSED_OVER)


def digest_file(path: str, review_file: Callable[[str], Report], office: Office = NO_OFFICE) -> Digest:
    """The digest of one file; where it cannot be read, `trouble` says why."""
    try:
        return digest(review_file(path), path, office)
    except ReviewerError as error:
        return Digest(path, PureWindowsPath(path).name, trouble=error.sentence)
    except MemoryError:
        return Digest(path, PureWindowsPath(path).name, trouble="内存不够，没能做完。请关掉别的程序再试。")
