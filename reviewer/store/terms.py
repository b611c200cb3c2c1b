"""The office's own words, kept between sessions and taken over from a spreadsheet or a text."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from reviewer.errors import ReadError
from reviewer.model.terms import Term, Terms
from reviewer.store import files

FILE = "terms.json"
_CELLS = re.compile(r"\s*(?:→|->|=>)\s*|\s+")
_SEPARATORS = re.compile(r"[、，,；;\s]+")
_HEADS = {
    "词",
    "词语",
    "用词",
    "禁用词",
    "不用的词",
    "原词",
    "错误写法",
    "不规范用词",
    "保留词",
    "不报的词",
    "专有名词",
    "名词",
    "术语",
}
_BANNED = {"禁用", "不用", "删除", "删去", "×", "x", "X", "-", "—", "——", "无", "/"}
_LONGEST = 60
_LONGEST_NOTE = 200
_MOST = 20_000


def load(folder: Path) -> Terms:
    """The words kept in `folder`, none where nothing was kept."""
    value = files.load(folder / FILE)
    kept, unwanted = value.get("kept"), value.get("unwanted")
    words = [str(word) for word in kept] if isinstance(kept, list) else []
    rows = (
        [[str(cell) for cell in row] for row in unwanted if isinstance(row, list)] if isinstance(unwanted, list) else []
    )
    return Terms(_kept(words), _unwanted(rows))


def save(folder: Path, terms: Terms) -> None:
    """Keep the words in `folder`; raises WriteError."""
    unwanted = [[term.words, term.better, term.note] for term in terms.unwanted]
    files.save(folder / FILE, {"kept": list(terms.kept), "unwanted": unwanted})


def parse_kept(text: str) -> tuple[str, ...]:
    """Words that are never objected to, as they are typed: parted by line ends, spaces or commas."""
    return _kept(_SEPARATORS.split(text))


def parse_unwanted(text: str) -> tuple[Term, ...]:
    """Unwanted words as they are typed: one a line, then what replaces it (or 禁用), then why."""
    return _unwanted(_CELLS.split(line.strip(), maxsplit=2) for line in text.splitlines())


def kept_as_text(kept: Sequence[str]) -> str:
    """The words as `parse_kept` reads them."""
    return "\n".join(kept)


def unwanted_as_text(unwanted: Sequence[Term]) -> str:
    """The words as `parse_unwanted` reads them."""
    rows = ((term.words, term.better or ("禁用" if term.note else ""), term.note) for term in unwanted)
    return "\n".join("　".join(cell for cell in row if cell) for row in rows)


def read_kept(path: Path) -> tuple[str, ...]:
    """Words from the first column of a workbook or, by content, from a text file; raises ReadError."""
    rows = _rows(path)
    kept = _kept(row[0] for row in rows if row) if rows is not None else parse_kept(_text(path))
    if not kept:
        raise ReadError("词表里没有找到词。", "每行写一个词；Excel 里写在第一列。")
    return kept


def read_unwanted(path: Path) -> tuple[Term, ...]:
    """Unwanted words from a workbook or, by content, from a text file; raises ReadError."""
    rows = _rows(path)
    unwanted = _unwanted(rows) if rows is not None else parse_unwanted(_text(path))
    if not unwanted:
        raise ReadError("词表里没有找到词。", "每行依次写：不用的词、改用的词、说明；Excel 里各占一列。")
    return unwanted


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("没能打开词表。", "请确认文件还在，并且可以读取。") from error
    from reviewer.readers.encoding import decode

    return decode(data).text


def _rows(path: Path) -> list[list[str]] | None:
    """The cells of the first sheet, None where the file is no workbook; raises ReadError where it cannot be read."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return None
    except OSError as error:
        raise ReadError("没能打开词表。", "请确认文件还在，并且可以读取。") from error
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            return [["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].values]
        finally:
            book.close()
    except Exception as error:
        raise ReadError("没能读出词表。", "请确认它是 Excel 工作簿（.xlsx），一行一个词。") from error


def _kept(words: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(word for raw in words if 2 <= len(word := raw.strip()) <= _LONGEST and word not in _HEADS)
    return tuple(found)[:_MOST]


def _unwanted(rows: Iterable[Sequence[str]]) -> tuple[Term, ...]:
    """The terms of rows of up to three cells; heads, empty and overlong words are left out, later doubles too."""
    found: dict[str, Term] = {}
    for row in rows:
        words, better, note = (*(cell.strip() for cell in row[:3]), "", "", "")[:3]
        if not 1 <= len(words) <= _LONGEST or words in _HEADS or words in found or len(found) >= _MOST:
            continue
        better = "" if better in _BANNED or better == words else better[:_LONGEST]
        found[words] = Term(words, better, note[:_LONGEST_NOTE])
    return tuple(found.values())
