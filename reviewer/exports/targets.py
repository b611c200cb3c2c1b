"""Where files to take home go: names beside the original, and whether somebody has the file open."""

from pathlib import Path

from reviewer.atomic import free_name, write_bytes
from reviewer.errors import WriteError

CHECKLIST = "责任清单"
CORRECTED = "修订稿"
COMMENTED = "批注稿"
LAID_OUT = "排版稿"
REPORT = "审阅报告"
PRINTED = "审阅稿"
BOOK = ".xlsx"
WORD = ".docx"
PAGE = ".html"
PDF = ".pdf"
_WORD_SUFFIXES = frozenset({WORD, ".docm", ".dotx", ".dotm"})
_SHORT, _LONG = 6, 8


def suffix_of(path: str, kind: str, *, as_text: bool) -> str:
    """The suffix of a copy of the file `path` of the content `kind`; `as_text` where it is a copy of a text file."""
    own = Path(path).suffix
    if as_text:
        return own or ".txt"
    return own if kind == "docx" and own.lower() in _WORD_SUFFIXES else WORD


def default_target(path: str, word: str, suffix: str) -> Path:
    """The name of a copy beside its original: 通知（修订稿）.docx."""
    source = Path(path)
    return source.with_name(f"{source.stem}（{word}）{suffix}")


def write_copy(target: str | Path, data: bytes, original: str) -> None:
    """Write a copy whole or not at all; raises WriteError, also where it would replace the original itself.

    Word and LibreOffice leave a file beside a document that somebody has open, on shared drives for others to see.
    """
    place = Path(target)
    if _is_open(place):
        raise WriteError(
            "这个文件正在 Word、WPS 或 LibreOffice 中打开。", f"请关闭后再试，或另存为“{free_name(place).name}”。"
        )
    write_bytes(place, data, protected=[original] if original else [])


def _is_open(place: Path) -> bool:
    try:
        return place.exists() and any(place.with_name(name).exists() for name in _owner_names(place))
    except (OSError, ValueError):  # a name that cannot be: writing it says so
        return False


def _owner_names(place: Path) -> tuple[str, ...]:
    """The names of the owner files of a document, which depend on how long its own name is."""
    cut = 0 if len(place.stem) <= _SHORT else 1 if len(place.stem) < _LONG else 2
    return f"~${place.name[cut:]}", f".~{place.name[cut:]}", f".~lock.{place.name}#"
