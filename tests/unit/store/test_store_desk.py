"""What lay open is kept, and what cannot be understood is left out."""

import json
from pathlib import Path

import pytest

from reviewer.store import desk
from reviewer.store.desk import Laid


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    laid = (Laid("/甲/讲话.docx", (12, 3), (9, 0)), Laid("/乙/通知.txt", shown=True))
    desk.save(tmp_path, laid)
    assert desk.load(tmp_path) == laid
    desk.clear(tmp_path)
    desk.clear(tmp_path)
    assert desk.load(tmp_path) == ()


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"path": "甲"}, (Laid("甲"),)),
        ({"path": "甲", "cursor": [1, "2"], "top": [1, -1], "shown": 1}, (Laid("甲"),)),
        ({"path": "甲", "cursor": [True, 2], "top": [3, 4, 5]}, (Laid("甲"),)),
        ({"path": ""}, ()),
        ({"path": 3}, ()),
        ({}, ()),
        ("甲", ()),
        (None, ()),
    ],
)
def test_what_cannot_be_understood_is_left_out(tmp_path: Path, item: object, expected: tuple[Laid, ...]) -> None:
    (tmp_path / desk.FILE).write_text(json.dumps({"version": 1, "documents": [item]}), "utf-8")
    assert desk.load(tmp_path) == expected


@pytest.mark.parametrize("text", ["", "[]", '{"version": 1, "documents": {}}', '{"version": 1}'])
def test_a_damaged_file_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / desk.FILE).write_text(text, "utf-8")
    assert desk.load(tmp_path) == ()


def test_there_is_a_limit(tmp_path: Path) -> None:
    desk.save(tmp_path, [Laid(f"{n}.txt") for n in range(desk.MOST + 5)])
    assert len(desk.load(tmp_path)) == desk.MOST
