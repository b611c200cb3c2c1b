"""Where README sends a developer there is something."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT, ROOT / "reviewer", ROOT / "resources" / "lexicons")
PATH = re.compile(r"`((?:[\w.*-]+/)*[\w.*-]+(?:/|\.(?:py|toml|md|txt|ts)))`")
NAME = re.compile(r"`([A-Z]\w+)`")


def developers_part() -> str:
    return (ROOT / "README.md").read_text("utf-8").partition("## For developers")[2]


def found(path: str) -> list[Path]:
    return [file for folder in FOLDERS for file in folder.glob(path.rstrip("/"))]


def test_every_file_and_folder_is_there() -> None:
    told = PATH.findall(developers_part())
    assert len(told) > 25
    assert [path for path in told if not found(path)] == []


def test_every_name_stands_in_a_module_of_its_row() -> None:
    rows = [row for row in developers_part().splitlines() if row.startswith("|") and NAME.search(row)]
    assert len(rows) > 3
    for row in rows:
        sources = [
            file.read_text("utf-8") for path in PATH.findall(row) for file in found(path) if file.suffix == ".py"
        ]
        for name in NAME.findall(row):
            assert any(re.search(rf"^(?:class )?{name}\b", source, re.MULTILINE) for source in sources), name
