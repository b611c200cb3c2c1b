"""A review as a file that is handed to a colleague: the decisions on one document, without its text."""

import json
from collections.abc import Sequence
from pathlib import Path

from reviewer import atomic
from reviewer.errors import ReadError
from reviewer.model.decision import Decision
from reviewer.store.decision_json import from_json, to_json

SUFFIX = ".review.json"
_FORMAT = "reviewer-decisions"
_VERSION = 1
_LARGEST = 32 << 20  # bytes


def write(path: Path, decisions: Sequence[Decision], protected: str = "") -> None:
    """Write the decisions to `path`, which must not be the file `protected`; raises WriteError."""
    value = {"format": _FORMAT, "version": _VERSION, "decisions": to_json(decisions)}
    data = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    atomic.write_bytes(path, data, protected=[protected] if protected else ())


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file that `write` wrote; raises ReadError."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ReadError("没能打开审阅记录。", "请确认文件还在，并且可以读取。") from error
    try:
        value = json.loads(data) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or value.get("format") != _FORMAT or not isinstance(value.get("decisions"), list):
        raise ReadError("这个文件不是审阅记录。", f"请选“导出审阅记录”存下的文件（{SUFFIX}）。")
    if value.get("version") != _VERSION:
        raise ReadError("这份审阅记录是更新版本的程序存下的。", "请更新本机的程序后再试。")
    return from_json(value["decisions"])
