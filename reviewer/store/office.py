"""The office's own list of units, kept between sessions and taken over from a spreadsheet."""

import re
from collections.abc import Iterable
from pathlib import Path

from reviewer.errors import ReadError
from reviewer.model.office import Office, Unit
from reviewer.store import files

FILE = "office.json"
_SEPARATORS = re.compile(r"[、，,；;/|\s]+")
_HEADS = {"单位", "单位名称", "单位全称", "全称", "名称", "部门", "部门名称", "规范名称"}
_LONGEST = 60
_MOST = 5000


def load(folder: Path) -> Office:
    """The units kept in `folder`, none where nothing was kept."""
    kept = files.load(folder / FILE).get("units")
    rows = kept if isinstance(kept, list) else []
    return _office([str(cell) for cell in row] for row in rows if isinstance(row, list))


def save(folder: Path, office: Office) -> None:
    """Keep the units in `folder`; raises WriteError."""
    files.save(folder / FILE, {"units": [[unit.name, *unit.short_forms] for unit in office.units]})


def parse(text: str) -> Office:
    """Units as they are typed: one a line, the full name first, short forms behind it."""
    return _office(_SEPARATORS.split(line.replace("：", " ").replace(":", " ")) for line in text.splitlines())


def as_text(office: Office) -> str:
    """The units as `parse` reads them."""
    return "\n".join("　".join((unit.name, *unit.short_forms)) for unit in office.units)


def read(path: Path) -> Office:
    """Units from a workbook or, by content, from a text file; raises ReadError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("没能打开单位名单。", "请确认文件还在，并且可以读取。") from error
    if data.startswith(b"PK"):
        return read_xlsx(path)
    office = parse(data.decode("utf-8-sig", "replace") if b"\x00" not in data else "")
    if not office.units:
        raise ReadError("名单里没有找到单位。", "每行一个单位：全称在前，简称在后，用空格隔开。")
    return office


def read_xlsx(path: Path) -> Office:
    """Units from the first sheet of a workbook: full names in the first column, short forms in the others.

    Raises ReadError where the file is no workbook or names nobody.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            rows = [["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].values]
        finally:
            book.close()
    except Exception as error:
        raise ReadError(
            "没能读出单位名单。", "请确认它是 Excel 工作簿（.xlsx），第一列是单位全称，后面各列是简称。"
        ) from error
    office = _office([row[0], *(part for cell in row[1:] for part in _SEPARATORS.split(cell))] for row in rows if row)
    if not office.units:
        raise ReadError("名单里没有找到单位。", "第一列应当是单位全称，后面各列是简称。")
    return office


def _office(rows: Iterable[Iterable[str]]) -> Office:
    """The units of rows of names; heads, empty and overlong names are left out, later doubles too."""
    units: list[Unit] = []
    seen: set[str] = set()
    for row in rows:
        names = [name for cell in row if 2 <= len(name := cell.strip()) <= _LONGEST]
        fresh = [name for name in dict.fromkeys(names) if name not in seen]
        if not names or names[0] in _HEADS or names[0] not in fresh or len(units) >= _MOST:
            continue
        seen.update(fresh)
        units.append(Unit(fresh[0], tuple(fresh[1:])))
    return Office(tuple(units))
