"""The office's own words on the command line."""

import json
from pathlib import Path

import pytest

from reviewer.cli import main


def test_lists_of_words_are_gone_by(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "稿.txt").write_text("让老百姓满意，推广XX码。\n", "utf-8")
    (tmp_path / "不用.txt").write_text("老百姓 群众\n", "utf-8")
    (tmp_path / "不报.txt").write_text("XX码\n", "utf-8")
    lists = ["--terms", str(tmp_path / "不用.txt"), "--keep", str(tmp_path / "不报.txt")]
    assert main(["check", "--format", "jsonl", *lists, str(tmp_path / "稿.txt")]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [(f["rule"], f["suggestions"]) for f in report["findings"]] == [("office-preferred", ["群众"])]


def test_a_list_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "稿.txt").write_text("好。\n", "utf-8")
    assert main(["check", "--terms", str(tmp_path / "没有.txt"), str(tmp_path / "稿.txt")]) == 2
    assert "没能打开词表" in capsys.readouterr().err
