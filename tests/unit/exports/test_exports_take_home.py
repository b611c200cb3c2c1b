"""Copies that follow from decisions."""

from pathlib import Path

import pytest

from reviewer.anchoring import anchor, index
from reviewer.corrections import correct
from reviewer.errors import AccessError, WriteError
from reviewer.exports.take_home import (
    CommentedOptions,
    CorrectedOptions,
    becomes_text,
    commented_findings,
    write_commented,
    write_corrected,
    write_laid_out,
)
from reviewer.model.corrected import Corrected
from reviewer.model.decision import AcceptFinding, AddRemark, DropParagraph
from reviewer.model.span import Span
from reviewer.readers import read
from reviewer.review import review

TEXT = "关于做好值班工作的通知\n各科室：\n各科室要建立值班台账,按时报办公室，6月底前汇总。。\n某局\n2024年5月8日\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def decided(path: Path) -> Corrected:
    """The full stops put right, the office's line struck, a remark on the title."""
    report = review(read(path))
    at = index(report.document)
    doubled = next(finding for finding in report.findings if finding.text == "。。")
    decisions = (
        AcceptFinding(anchor(at, doubled.span), doubled.rule, "。"),
        DropParagraph(anchor(at, Span(3, 0, 2))),
        AddRemark(anchor(at, Span(0, 0, 2)), "标题再斟酌"),
    )
    return correct(report, decisions, at)


def test_a_text_with_what_was_accepted(draft: Path) -> None:
    target = draft.with_name("改.txt")
    copy = write_corrected(decided(draft), str(draft), CorrectedOptions(with_remarks=False), str(target))
    assert target.read_text(encoding="utf-8") == TEXT.replace("。。", "。").replace("某局\n", "")
    assert copy.made == 2


def test_remarks_and_tracked_changes_need_a_word_document(draft: Path) -> None:
    target = draft.with_name("改.docx")
    write_corrected(decided(draft), str(draft), CorrectedOptions(tracked=True, author=" "), str(target))
    document = read(target)
    assert "某局" not in document.texts
    assert {"文中有1条批注，没有纳入审阅。"} <= set(document.warnings)
    assert any("删除修订" in warning for warning in document.warnings)


def test_open_findings_and_own_remarks_become_comments(draft: Path) -> None:
    corrected = decided(draft)
    findings = commented_findings(corrected, hints=True)
    assert "。。" not in [finding.text for finding in findings]
    target = draft.with_name("批.docx")
    copy = write_commented(corrected, str(draft), CommentedOptions(hints=True, highlight=True), str(target))
    assert copy.made == len(findings) + 1
    assert [text for text in read(target).texts if text] == TEXT.splitlines()


def test_words_that_are_in_no_file_are_laid_out(draft: Path) -> None:
    corrected = decided(draft)
    target = draft.with_name("改.docx")
    write_corrected(corrected, None, CorrectedOptions(with_remarks=False), str(target))
    assert read(target).format == "docx"
    assert not becomes_text(corrected.report.document, None, tracked=False, remarked=False)


def test_an_original_that_is_gone_or_changed_is_said(draft: Path) -> None:
    corrected, target = decided(draft), draft.with_name("改.txt")
    draft.write_text(TEXT + "又一行\n", encoding="utf-8")
    with pytest.raises(WriteError, match="改动过"):
        write_corrected(corrected, str(draft), CorrectedOptions(with_remarks=False), str(target))
    draft.unlink()
    with pytest.raises(AccessError, match="原稿现在读不出来"):
        write_corrected(corrected, str(draft), CorrectedOptions(with_remarks=False), str(target))
    assert not target.exists()


def test_a_laid_out_copy(draft: Path) -> None:
    target = draft.with_name("排.docx")
    write_laid_out(review(read(draft)), str(draft), None, str(target))
    assert [text for text in read(target).texts if text] == TEXT.splitlines()
