"""The command line with a review that a colleague handed over."""

import json
from pathlib import Path

import pytest

from reviewer.anchoring import anchor, index
from reviewer.cli import main
from reviewer.exports.checklist_rows import listed_duties
from reviewer.model.decision import AddRemark, Decision, IgnoreFinding, ListDuty, StrikeDuty
from reviewer.model.document import plain_document
from reviewer.model.span import Span
from reviewer.review import review
from reviewer.store import handover

TEXT = "关于做好值班工作的通知\n各科室：\n一、工作要求\n各科室**要建立值班台账，6月底前报办公室。\n某局\n2024年5月8日\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def handed_over(folder: Path, *decisions: Decision) -> str:
    path = folder / "通知.review.json"
    handover.write(path, decisions)
    return str(path)


def test_what_is_decided_is_no_longer_listed(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = plain_document(TEXT)
    report = review(document)
    at = index(document)
    decided = handed_over(
        tmp_path,
        *(IgnoreFinding(anchor(at, finding.span), finding.rule) for finding in report.findings),
        *(StrikeDuty(anchor(at, duty.span)) for duty in report.duties),
    )
    assert main(["check", "--format", "jsonl", str(draft)]) == 1
    before = json.loads(capsys.readouterr().out)
    assert before["findings"]
    assert before["duties"]
    assert main(["check", "--format", "jsonl", "--decisions", decided, str(draft)]) == 0
    said = capsys.readouterr()
    after = json.loads(said.out)
    assert (after["findings"], after["duties"]) == ([], [])
    assert said.err == ""
    assert main(["export", str(draft), "--decisions", decided, "--xlsx", str(tmp_path / "a.xlsx")]) == 0
    assert "0 条" in capsys.readouterr().out


def test_what_is_not_ticked_is_not_exported(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = plain_document(TEXT)
    duties = listed_duties(review(document))
    unticked = handed_over(tmp_path, ListDuty(anchor(index(document), duties[0].span), False))
    for options, count in (((), len(duties)), (("--decisions", unticked), len(duties) - 1)):
        assert main(["export", str(draft), *options, "--xlsx", str(tmp_path / "a.xlsx")]) == 0
        assert f"{count} 条" in capsys.readouterr().out


def test_what_has_no_place_is_told(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = plain_document("别的文稿。")
    decided = handed_over(tmp_path, AddRemark(anchor(index(elsewhere), Span(0, 0, 2)), "请核实"))
    assert main(["check", "--decisions", decided, str(draft)]) == 1
    assert capsys.readouterr().err == "有 1 处处理找不到原来的位置，没有用上。\n"


def test_a_review_is_of_one_file(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--decisions", handed_over(tmp_path), str(draft), str(draft)]) == 2
    assert "请一次只处理一个文件" in capsys.readouterr().err
    assert main(["check", "--decisions", str(draft), str(draft)]) == 2
    assert "不是审阅记录" in capsys.readouterr().err
