"""A release is refused where something about it is stale; updates are made as the program takes them."""

import json

import make_update
import pytest
import release
from locked import LINUX, WINDOWS, Lock
from PySide6.QtGui import QImage

import reviewer
from reviewer.rules import help_page
from reviewer.updates import package

SAID = "- 打开讲话稿、通知、方案，看提纲、任务和时限，导出清单。\n"


def test_notes_of_this_version_are_asked_for():
    right = f"# 版本说明\n\n## {reviewer.__version__}（2026年11月21日）\n\n{SAID}\n## 0.0.1（2025年1月2日）\n\n{SAID}"
    assert release.notes(right) == []
    for wrong in (
        right.replace(reviewer.__version__, "99.0.0"),
        right.replace("（2026年11月21日）", ""),
        right.replace(SAID, "- 无。\n", 1),
        right.replace("## 0.0.1", "## 99.0.0"),
        "# 版本说明\n",
    ):
        assert len(release.notes(wrong)) == 1, wrong


def test_the_shipped_notes_begin_with_this_version():
    assert release.CHANGES.read_text(encoding="utf-8").split("\n## ")[1].startswith(reviewer.__version__)


def test_rule_page_and_notices_are_as_they_should_be_and_a_stale_one_is_told(monkeypatch):
    assert release.rule_page() == []
    assert release.notices() == []
    monkeypatch.setattr(help_page, "page", lambda: "else")
    assert len(release.rule_page()) == 1


def test_what_ships_and_is_not_told_of_is_found(monkeypatch, tmp_path):
    required = tmp_path / "requirements.txt"
    required.write_text(release.REQUIREMENTS.read_text(encoding="utf-8") + "unheard_of==1.0\n", encoding="utf-8")
    monkeypatch.setattr(release, "REQUIREMENTS", required)
    assert ["unheard_of" in line for line in release.notices()] == [True]
    required.write_text(required.read_text(encoding="utf-8").replace("jieba==", "# "), encoding="utf-8")
    assert any("jieba" in line for line in release.notices())


def test_a_stale_lock_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(release, "LINUX", Lock(WINDOWS.file, LINUX.platforms, ("else==1",)))
    assert len(release.locks()) >= 1


def test_pictures_are_compared_by_their_pixels():
    one, other = QImage(10, 10, QImage.Format.Format_RGB32), QImage(10, 10, QImage.Format.Format_RGB32)
    one.fill(0xFFFFFF)
    other.fill(0xFFFFFF)
    assert release.changed(one, other) == 0
    other.setPixel(3, 3, 0)
    assert release.changed(one, other) == pytest.approx(0.01)
    assert release.changed(one, QImage(11, 10, QImage.Format.Format_RGB32)) == 1
    assert release.changed(one, QImage()) == 1


def test_an_update_is_made_as_the_program_takes_it(tmp_path, capsys):
    holidays = tmp_path / "2031.json"
    holidays.write_text(json.dumps({"2031": {"off": ["2031-01-01"], "work": []}}), encoding="utf-8")
    words = [
        "--notes",
        "放假安排",
        "--holidays",
        str(holidays),
        "--lexicon",
        "duties",
        "--withdraw",
        "placeholder-asterisk",
    ]
    made = []
    for name in ("一.zip", "二.zip"):
        assert make_update.main(["2031.1.1", str(tmp_path / name), *words]) == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    update, files = package.unpack(made[0])
    assert (update.number, update.notes) == ("2031.1.1", "放假安排")
    assert set(files) == {"holidays.json", "rules.toml", "lexicons/duties.toml"}
    assert update.check in capsys.readouterr().out


def test_an_update_that_would_be_refused_is_not_left(tmp_path):
    assert make_update.main(["soon", str(tmp_path / "x.zip"), "--lexicon", "duties"]) == 1
    assert not (tmp_path / "x.zip").exists()
