"""All rules together, and one that breaks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.model.document import Document, plain_document
from reviewer.model.finding import Finding, Severity
from reviewer.model.outline import Outline
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating
from reviewer.rules import engine
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.registry import RULES
from reviewer.rules.rule import Raw

Proofread = Callable[..., tuple[Finding, ...]]


def broken(context: RuleContext) -> list[Raw]:
    raise ZeroDivisionError(context.text)


def test_a_rule_that_raises_is_a_finding_and_costs_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = replace(RULES[0], id="broken-rule", name="坏规则", check=Function(broken))
    monkeypatch.setattr(engine, "RULES", (bad, *RULES))
    document = plain_document("XX市委召开会议。")
    findings = engine.check(document, Outline(), (), Dating(), ReviewOptions())
    assert [f.rule for f in findings] == [engine.FAILURE_RULE, "placeholder-letters"]
    assert findings[0].severity is Severity.INFO
    assert "坏规则" in findings[0].message
    assert "XX市委" not in findings[0].message


def test_a_document_without_paragraphs_has_no_findings() -> None:
    assert engine.check(Document("", "txt", ()), Outline(), (), Dating(), ReviewOptions()) == ()


def test_disabled_rules_stay_silent(proofread: Proofread) -> None:
    assert [f.rule for f in proofread("XX市召开会议。，")] == ["placeholder-letters", "punctuation-clash"]
    assert [f.rule for f in proofread("XX市召开会议。，", frozenset({"placeholder-letters"}))] == ["punctuation-clash"]


def test_a_clean_speech_is_clean(proofread: Proofread) -> None:
    text = (
        "在全区安全生产工作会议上的讲话\n（2024年3月5日）\n同志们：\n"
        "　　今天会议的主要任务是部署安全生产工作。下面，我讲两点意见。\n"
        "　　一、提高认识\n　　要牢固树立“两个至上”理念，坚持“时时放心不下”。一是压实责任。二是排查隐患。\n"
        "　　二、抓好落实\n　　（一）突出重点。聚焦矿山、消防等领域，开展7×24小时值守。\n"
        "　　（二）强化保障。请各单位于6月30日前将《自查报告》报送区应急管理局。"
    )
    assert proofread(text) == ()


def test_findings_come_in_reading_order(proofread: Proofread) -> None:
    findings = proofread("XX市，，召开会议。\n（四）××县\n2月30日，工作工作。")
    assert [f.span for f in findings] == sorted(f.span for f in findings)
    assert len(findings) >= 5


def test_a_mask_inside_an_advert_is_not_reported(proofread: Proofread) -> None:
    findings = proofread("【XX素材库】专业代写讲话稿，加客服微信：abc123")
    assert [f.rule for f in findings] == ["advert-text"]
