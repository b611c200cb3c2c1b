"""The user's own holiday arrangements, for years whose State Council notice the program does not know yet."""

import json
from pathlib import Path

from reviewer.errors import ReadError
from reviewer.store import files
from reviewer.times.calendar import STATUTORY, WorkCalendar, year_plans

FILE = "holidays.json"


def load(folder: Path) -> WorkCalendar:
    """The calendar with the years kept in `folder`; years that are not understood count as not there."""
    kept = files.load(folder / FILE).get("years")
    if not isinstance(kept, dict):
        return STATUTORY
    try:
        return WorkCalendar(year_plans(kept))
    except Exception:
        return STATUTORY


def read(path: Path) -> WorkCalendar:
    """The calendar with the years of a user file `{"2027": {"off": […], "work": […]}}`; raises ReviewerError."""
    try:
        table = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ReadError("没能读出放假安排文件。", "请确认文件存在，并且是 JSON 格式。") from error
    if not isinstance(table, dict):
        raise ReadError("放假安排文件的写法不对。", '最外层应当是年份，例如 {"2027": {"off": [], "work": []}}。')
    return WorkCalendar(year_plans(table))


def save(folder: Path, path: Path) -> WorkCalendar:
    """Take over the user file at `path` into `folder`, checked; raises ReviewerError."""
    calendar = read(path)
    files.save(folder / FILE, {"years": json.loads(path.read_bytes())})
    return calendar
