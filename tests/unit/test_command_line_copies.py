"""The commands that write copies."""

from pathlib import Path

import pytest

from reviewer.anchoring import anchor, index
from reviewer.cli import main
from reviewer.model.decision import AcceptFinding, AddRemark
from reviewer.model.span import Span
from reviewer.readers import read
from reviewer.review import review
from reviewer.store import handover

TEXT = "关于做好值班工作的通知\n各科室：\n一、工作要求\n各科室要建立值班台账,按时报办公室，6月底前汇总。。\n某局\n2024年5月8日\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "值班 通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_correct_takes_errors_and_leaves_the_original(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", str(draft)]) == 0
    copy = draft.with_name("值班 通知（修订稿）.txt")
    assert copy.read_text(encoding="utf-8") == TEXT.replace("。。", "。")
    assert draft.read_text(encoding="utf-8") == TEXT
    assert str(copy) in capsys.readouterr().out


def test_correct_takes_all_and_never_writes_over_an_earlier_copy(draft: Path) -> None:
    earlier = draft.with_name("值班 通知（修订稿）.txt")
    earlier.write_text("她改过的", encoding="utf-8")
    assert main(["correct", "--accept", "all", str(draft)]) == 0
    assert earlier.read_text(encoding="utf-8") == "她改过的"
    copy = draft.with_name("值班 通知（修订稿）（2）.txt")
    assert copy.read_text(encoding="utf-8") == TEXT.replace("。。", "。").replace("台账,", "台账，").replace(
        "公室,", "公室，"
    )


def test_tracked_corrections_of_a_text_are_a_word_document(draft: Path, tmp_path: Path) -> None:
    target = tmp_path / "改.docx"
    assert main(["correct", "--tracked", "-o", str(target), str(draft)]) == 0
    document = read(target)
    assert "6月底前汇总。" in "".join(document.texts)
    assert any("删除修订" in warning for warning in document.warnings)


def test_comments_and_highlighting(draft: Path) -> None:
    assert main(["comment", "--highlight", str(draft)]) == 0
    document = read(draft.with_name("值班 通知（批注稿）.docx"))
    assert any("批注" in warning for warning in document.warnings)
    assert [text for text in document.texts if text] == TEXT.splitlines()


def test_a_laid_out_copy(draft: Path) -> None:
    assert main(["layout", str(draft)]) == 0
    assert draft.with_name("值班 通知（排版稿）.docx").exists()


def test_the_original_as_target_is_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "-o", str(draft), str(draft)]) == 2
    assert "不能覆盖原稿" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == TEXT


def test_one_name_for_several_files_is_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comment", "-o", "甲.docx", str(draft), str(draft)]) == 2
    assert "好几个文件" in capsys.readouterr().err


def test_an_unreadable_file_costs_the_others_nothing(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", str(draft.with_name("没有.docx")), str(draft)]) == 2
    assert draft.with_name("值班 通知（修订稿）.txt").exists()
    assert "找不到" in capsys.readouterr().err


def test_a_record_of_decisions_is_carried_out(draft: Path, tmp_path: Path) -> None:
    report = review(read(draft))
    at = index(report.document)
    comma = next(finding for finding in report.findings if finding.text == ",")
    accepted = AcceptFinding(anchor(at, comma.span), comma.rule, "，")
    record = tmp_path / "通知.review.json"
    handover.write(record, (accepted,))
    assert main(["correct", "--decisions", str(record), str(draft)]) == 0
    assert draft.with_name("值班 通知（修订稿）.txt").read_text(encoding="utf-8") == TEXT.replace(",", "，")
    handover.write(record, (accepted, AddRemark(anchor(at, Span(0, 0, 2)), "标题再斟酌")))
    assert main(["correct", "--decisions", str(record), str(draft)]) == 0
    assert "文中有1条批注，没有纳入审阅。" in read(draft.with_name("值班 通知（修订稿）.docx")).warnings
    assert main(["comment", "--decisions", str(record), str(draft)]) == 0
    remarked = [w for w in read(draft.with_name("值班 通知（批注稿）.docx")).warnings if "批注" in w]
    assert remarked == ["文中有2条批注，没有纳入审阅。"]
