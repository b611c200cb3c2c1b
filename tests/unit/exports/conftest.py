"""An invented notice and its report, written out by hand, so that exports are tested without a review."""

from datetime import date

import pytest

from reviewer.model.document import plain_document
from reviewer.model.duty import ActorSource, DocumentKind, Duty, Modality, Part, PartFunction, Tier
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus, TimeType, YearSource

LINES = (
    "在全区《档案管理办法》宣讲会上的讲话",
    "",
    "一、抓好清查",
    "（一）摸清底数。区档案馆牵头，各镇街配合，6月30日前完成库房清查。各单位每季度报送一次进展。",
    "=SUM(A1:A3)不得写进表格。要在**日前补齐缺卷𠮷，限期整改，提高认识。",
    "会后10个工作日内建立台账，七一前、国庆节前各抽查一次。可以适当延长开放时间。",
)


def span(paragraph: int, words: str) -> Span:
    start = LINES[paragraph].index(words)
    return Span(paragraph, start, start + len(words))


def time(paragraph, words, role=TimeRole.DEADLINE, status=TimeStatus.RESOLVED, due=None, **more) -> TimeExpression:
    return TimeExpression(span(paragraph, words), words, TimeType.DATE, role, status, due, **more)


def duty(paragraph, words, **more) -> Duty:
    values = {"modality": Modality.OBLIGATION, "tier": Tier.FIRM, "action": words[:6], "trigger": ""} | more
    return Duty(span(paragraph, words), words, **values)


@pytest.fixture
def report() -> Report:
    section = ("一、抓好清查", "（一）摸清底数")
    times = (
        time(3, "6月30日前", due=date(2023, 6, 30)),
        time(3, "每季度", TimeRole.RECURRENCE, recurrence="FREQ=MONTHLY;INTERVAL=3"),
        time(4, "**日前", status=TimeStatus.MASKED),
        time(4, "限期", status=TimeStatus.VAGUE),
        time(5, "会后10个工作日内", due=date(2023, 4, 26), estimated=True, why="会后次日起算"),
        time(5, "七一前", due=date(2023, 6, 30), why="不含当日"),
        time(5, "国庆节前", due=date(2023, 9, 30)),
        time(0, "全区", TimeRole.BACKGROUND),
    )
    duties = (
        duty(
            3,
            "区档案馆牵头，各镇街配合，6月30日前完成库房清查。",
            lead=("区档案馆",),
            support=("各镇", "各街道"),
            actor_source=ActorSource.EXPLICIT,
            times=(0,),
            section=section,
            quantity="1次",
        ),
        duty(
            3,
            "各单位每季度报送一次进展。",
            lead=("各单位",),
            actor_source=ActorSource.EXPLICIT,
            times=(1,),
            section=section,
        ),
        duty(4, "=SUM(A1:A3)不得写进表格。", modality=Modality.PROHIBITION, trigger="不得", section=section),
        duty(4, "要在**日前补齐缺卷𠮷，限期整改", lead=("各单位",), actor_source=ActorSource.INHERITED, times=(2, 3)),
        duty(4, "提高认识", tier=Tier.GENERAL),
        duty(5, "会后10个工作日内建立台账，七一前、国庆节前各抽查一次。", times=(4, 5, 6, 7)),
        duty(5, "可以适当延长开放时间。", modality=Modality.PERMISSION),
    )
    findings = (
        Finding(
            "placeholder-asterisk",
            Category.PLACEHOLDER,
            Severity.ERROR,
            span(4, "**"),
            "**",
            "星号是没有填的空。",
        ),
        Finding(
            "near-miss",
            Category.TYPO,
            Severity.WARNING,
            span(4, "缺卷"),
            "缺卷",
            "疑为别字。",
            ("缺件", "缺页"),
            (span(5, "台账"),),
        ),
        Finding("advert-line", Category.ADVERT, Severity.INFO, span(5, "台账"), "台账", "看一看。", ("",)),
    )
    outline = Outline(
        (
            OutlineEntry(1, "一、", 1, "抓好清查", span(2, "一、抓好清查"), LabelStyle.HAN),
            OutlineEntry(2, "（一）", 1, "摸清底数", span(3, "（一）摸清底数"), LabelStyle.HAN_BRACKET, 0),
        ),
        LINES[0],
        (span(0, LINES[0]),),
    )
    return Report(
        plain_document("\n".join(LINES), "文件夹/宣讲会讲话.txt"),
        DocumentKind.SPEECH,
        Dating(2023, YearSource.TITLE, evidence=span(0, "全区")),
        outline,
        (Part(2, 5, PartFunction.WORK, "部署工作"),),
        times,
        duties,
        findings,
    )
