"""Two reviewed drafts: findings and duties that came, went and changed."""

from pathlib import Path

import pytest

from reviewer.cli import NOT_READ, NOTHING_FOUND, SOMETHING_FOUND, main
from reviewer.comparison import Change, Comparison, compare
from reviewer.comparison.text import marked, value_changes
from reviewer.model.document import plain_document
from reviewer.model.report import ReviewOptions
from reviewer.review import review

OLD = """在全市河道整治会上的讲话
（2024年3月8日）
一、抓紧排查
各街道要在6月30日前完成排查。
市水务局要于9月底前报送**份清单。
二、抓好落实
市财政局要在5月底前拨付资金。
"""
NEW = """在全市河道整治会上的讲话
（2024年3月8日）
一、抓紧排查
各街道要在7月31日前完成排查。
市水务局要于9月底前报送三份清单。
二、抓好落实，，
市教育局要在10月底前印发方案。
"""


def drafts(old: str, new: str) -> Comparison:
    options = ReviewOptions()
    return compare(review(plain_document(old, "前稿.txt"), options), review(plain_document(new, "后稿.txt"), options))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return drafts(OLD, NEW)


def test_a_draft_against_itself() -> None:
    same = drafts(OLD, OLD)
    assert {one.change for one in (*same.paragraphs, *same.findings, *same.duties)} == {Change.SAME}
    assert len(same.duties) == 3


def test_findings(comparison: Comparison) -> None:
    by_change = {
        change: [
            (one.new or one.old).text for one in comparison.findings if one.change is change and (one.new or one.old)
        ]
        for change in Change
    }
    assert "**" in by_change[Change.WENT]
    assert "，，" in by_change[Change.CAME]


def test_duties(comparison: Comparison) -> None:
    changes = [(one.change, one.differs) for one in comparison.duties if one.change is not Change.SAME]
    assert (Change.CHANGED, ("时限", "截止日期")) in [
        (change, tuple(name for name in differs if name != "任务")) for change, differs in changes
    ]
    came = [one.new.task for one in comparison.duties if one.change is Change.CAME and one.new]
    went = [one.old.task for one in comparison.duties if one.change is Change.WENT and one.old]
    assert len(came) == len(went) == 1
    assert "方案" in came[0]
    assert "资金" in went[0]


def test_duties_say_where_they_stand(comparison: Comparison) -> None:
    for one in comparison.duties:
        if one.old is not None:
            assert 0 <= one.old_place < len(comparison.old.duties)
        if one.new is not None:
            assert 0 <= one.new_place < len(comparison.new.duties)


def test_values_are_told_before_and_after(comparison: Comparison) -> None:
    lines = [line for one in comparison.duties for line in value_changes(one)]
    assert "截止日期：2024-06-30 → 2024-07-31" in lines


def test_a_finding_that_moved_with_its_paragraph_is_the_same() -> None:
    moved = drafts("讲话\n一共来了**人。\n另外一段话。", "讲话\n另外一段话。\n一共来了**人。")
    assert {one.change for one in moved.findings} == {Change.SAME}


def test_blank_paragraphs_are_not_compared() -> None:
    spaced = drafts(OLD, OLD.replace("\n", "\n\n"))
    assert {one.change for one in spaced.paragraphs} == {Change.SAME}


def test_marked() -> None:
    assert marked("要在6月底前办好。", "要在7月底前办好。") == "要在［－6］［＋7］月底前办好。"
    long = "前面有很长很长很长很长很长很长很长的一段话"
    assert marked(long + "甲", long + "乙").startswith("…")


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "前稿.txt", tmp_path / "后稿.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    assert main(["compare", str(old), str(new)]) == SOMETHING_FOUND
    said = capsys.readouterr().out
    assert said.startswith("前稿.txt → 后稿.txt\n")
    assert "文字：改动 " in said
    assert "任务：变动 " in said
    assert main(["compare", str(old), str(old)]) == NOTHING_FOUND
    assert "文字没有变化。" in capsys.readouterr().out
    assert main(["compare", str(old), str(tmp_path / "没有.txt")]) == NOT_READ
