"""What a mark says when the pointer rests on it."""

from collections.abc import Sequence
from html import escape

from reviewer.model.corrected import Corrected
from reviewer.model.duty import ActorSource
from reviewer.model.finding import Finding
from reviewer.model.time import TimeExpression
from reviewer.ui import labels
from reviewer.ui.finding_words import state_words
from reviewer.ui.marks import LOOK_NAME, Mark, MarkLook
from reviewer.ui.session import DocumentSession, MarkKind

_MOST_SUGGESTIONS = 3


def mark_card(session: DocumentSession, here: Sequence[Mark]) -> str:
    """Rich text on the marks at one place, topmost first; "" where the review is gone."""
    corrected = session.corrected
    if corrected is None:
        return ""
    parts = []
    for mark in here:
        words = _lines(corrected, mark)
        head = f"<b>{escape(LOOK_NAME[mark.look])}</b>"
        parts.append(f"<p style='margin:2px 0'>{head}　{'<br>'.join(escape(line) for line in words)}</p>")
    return f"<div style='max-width:360px'>{''.join(parts)}</div>"


def _lines(corrected: Corrected, mark: Mark) -> list[str]:
    report = corrected.report
    if mark.kind is MarkKind.FINDINGS:
        return _finding_lines(report.findings[mark.index])
    if mark.kind is MarkKind.DECISIONS:
        return _decision_lines(corrected, mark)
    if mark.kind is MarkKind.DEADLINES:
        return _time_lines(report.times[mark.index])
    duty = report.duties[mark.index]
    who = "、".join(duty.lead) if duty.lead else "未写明单位"
    if duty.lead and duty.actor_source is not ActorSource.EXPLICIT:
        who += f"（{labels.ACTOR_SOURCE[duty.actor_source]}）"
    lines = [duty.action, f"责任单位：{who}"]
    if duty.set_due is not None:
        lines.append(f"截止日期：{duty.set_due:%Y-%m-%d}（您改定的日期）")
    return [*lines, duty.why] if duty.why else lines


def _decision_lines(corrected: Corrected, mark: Mark) -> list[str]:
    if mark.look is MarkLook.REMARK:
        return corrected.remarks[mark.index].text.splitlines()
    if mark.look is MarkLook.STRUCK:
        return ["改好的文稿里没有这一段。"]
    return [state_words(corrected.verdicts[mark.index])]


def _finding_lines(finding: Finding) -> list[str]:
    lines = [finding.message]
    words = [f"“{s}”" if s else "删去" for s in finding.suggestions[:_MOST_SUGGESTIONS]]
    if words:
        lines.append(f"建议：{'、'.join(words)}")
    return lines


def _time_lines(time: TimeExpression) -> list[str]:
    lines = []
    if time.due is not None:
        lines.append(f"最后一天：{time.due:%Y-%m-%d}{'（推算）' if time.estimated else ''}")
    if time.recurrence is not None:
        lines.append(labels.recurrence_words(time.recurrence))
    if time.due is None and time.recurrence is None:
        lines.append(labels.TIME_STATUS_HINT[time.status])
    return [*lines, time.why] if time.why else lines
