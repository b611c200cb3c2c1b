import json
from pathlib import Path

import pytest

from reviewer.errors import WriteError
from reviewer.store import recent


def test_newest_first_and_once(tmp_path: Path) -> None:
    paths: tuple[str, ...] = ()
    for name in ("甲.docx", "乙.txt", "甲.docx"):
        paths = recent.with_path(paths, str(tmp_path / name))
    assert [Path(path).name for path in paths] == ["甲.docx", "乙.txt"]
    assert recent.without_path(paths, str(tmp_path / "甲.docx")) == (str(tmp_path / "乙.txt"),)


def test_no_more_than_are_kept() -> None:
    paths: tuple[str, ...] = ()
    for number in range(recent.KEPT + 5):
        paths = recent.with_path(paths, f"/文稿/{number}.txt")
    assert len(paths) == recent.KEPT
    assert Path(paths[0]).name == f"{recent.KEPT + 4}.txt"


def test_kept_and_read_again(tmp_path: Path) -> None:
    paths = (str(tmp_path / "一\udce9.txt"), "/二.docx")
    recent.save(tmp_path / "夹", paths)
    assert recent.load(tmp_path / "夹") == paths


@pytest.mark.parametrize("value", [None, 3, "x", {}, ["", 4, None]])
def test_anything_else_counts_as_nothing(tmp_path: Path, value: object) -> None:
    (tmp_path / recent.FILE).write_text(json.dumps({"version": 1, "paths": value}), "utf-8")
    assert recent.load(tmp_path) == ()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(WriteError):
        recent.save(tmp_path / "file" / "inside", ("/a.txt",))
