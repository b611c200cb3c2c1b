"""Texts made of one thing over and over end in a report like any other."""

import pytest

from reviewer.model.document import plain_document
from reviewer.review import review

_LENGTH = 6000


@pytest.mark.parametrize(
    "piece",
    [
        "2023年",
        "每月",
        "1月、2月、",
        "要求的，",
        "由甲局、",
        "（责任单位：",
        "“《",
        "一、",
        "（1）",
        "各单位、",
        "的，",
        "禁止，",
        "**",
        "XX",
        "第一，",
        "，",
        "😀",
        "是是",
        "根据在",
        "（由甲局牵头，乙局配合）。要抓。",
        "会员下载",
        "“四个意识”",
    ],
)
def test_one_paragraph_of_repetition(piece: str) -> None:
    text = piece * (_LENGTH // len(piece))
    report = review(plain_document(text))
    assert all(duty.span.end <= len(text) for duty in report.duties)
    assert all(finding.span.end <= len(text) for finding in report.findings)


@pytest.mark.parametrize("line", ["1.抓好落实工作。", "一、目标", "要抓好。", "", "2023年5月1日", "##paidbegin##"])
def test_many_lines_of_one_kind(line: str) -> None:
    report = review(plain_document("\n".join([line] * 2000)))
    assert len(report.document.paragraphs) == 2000


def test_an_empty_document() -> None:
    report = review(plain_document(""))
    assert (report.duties, report.times, report.findings, report.outline.entries) == ((), (), (), ())
