"""The clerk's decisions on each document, kept between sessions without a word of its text.

A record is found again by the document's path, or by what the document says, so that a copy that was moved or renamed
finds what was decided about the original. Neither can be read from the record.
"""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from reviewer.model.decision import Decision
from reviewer.model.document import Document
from reviewer.store import files
from reviewer.store.decision_json import from_json, to_json

FOLDER = "decisions"


def content_key(document: Document) -> str:
    """What tells the document's text from others, "" where it has none."""
    whole = "\n".join(document.texts)
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if whole.strip() else ""


def load(folder: Path, path: str, content: str = "") -> tuple[Decision, ...]:
    """The decisions kept for the document at `path`, else for one of the same `content`, oldest first.

    What cannot be understood is left out.
    """
    for record in (*_newest(folder, f"{_path_key(path)}*"), *(_newest(folder, f"*-{content}") if content else ())):
        kept = files.load(record).get("decisions")
        if isinstance(kept, list):
            return from_json(kept)
    return ()


def save(folder: Path, path: str, decisions: Sequence[Decision], content: str = "") -> None:
    """Keep the decisions for the document at `path`; raises WriteError.

    Where there are none, its record goes, unless it has to hide that of another document of the same `content`.
    """
    key = _path_key(path)
    record = folder / FOLDER / f"{key}-{content}.json"
    older = [other for other in _newest(folder, f"{key}*") if other != record]
    if decisions or (content and any(other != record for other in _newest(folder, f"*-{content}"))):
        files.save(record, {"decisions": to_json(decisions)})
    else:
        record.unlink(missing_ok=True)
    for other in older:
        other.unlink(missing_ok=True)


def forget(folder: Path, path: str, content: str = "") -> None:
    """Leave nothing of what was decided about the document at `path`, nor about its copies."""
    for record in (*_newest(folder, f"{_path_key(path)}*"), *(_newest(folder, f"*-{content}") if content else ())):
        record.unlink(missing_ok=True)


def count(folder: Path) -> int:
    """How many documents there are records of."""
    return sum(1 for _ in (folder / FOLDER).glob("*.json"))


def clear(folder: Path) -> None:
    """Forget the decisions on all documents, halves that a crash left behind included."""
    for record in (folder / FOLDER).glob("*"):
        record.unlink(missing_ok=True)


def _newest(folder: Path, name: str) -> list[Path]:
    """The records of that name, the one written last first."""
    found = []
    for record in (folder / FOLDER).glob(f"{name}.json"):
        with suppress(OSError):  # gone meanwhile
            found.append((record.stat().st_mtime_ns, record))
    return [record for _, record in sorted(found, reverse=True)]


def _path_key(path: str) -> str:
    """What tells the path from others."""
    return blake2b(str(Path(path).absolute()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
