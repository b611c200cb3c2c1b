"""What the reader of a checklist must know to trust it."""

from collections.abc import Iterator

from reviewer.exports.checklist_rows import can_be_listed, left_out, listed_duties, source_name
from reviewer.exports.places import place_names
from reviewer.exports.words import dating_text
from reviewer.model.duty import ActorSource, Modality, Tier
from reviewer.model.report import Report
from reviewer.model.time import TimeRole
from reviewer.words import KIND, TIER, UNSETTLED

_HOW = (
    ("怎样得来", "逐句审阅来源文件，列出其中要求、禁止、目标和本单位承诺的事项；“工作任务”“完成时限”照录原文。"),
    (
        "推定",
        "原文没有写明由谁负责的，牵头单位后注“（推定）”；同一条内前文已点名的，备注“牵头单位承上文”。分发前请核定。",
    ),
    (
        "截止日期",
        "按时的最后一天。“6月30日前”含当日，“七一前”等节日之前不含当日；月底、季度、年底指其最后一天。",
    ),
    (
        "起算",
        "“会后”“印发之日起”不含起算当日；工作日按国务院办公厅的放假安排计算，尚未公布的年份为估算。",
    ),
    ("完成情况", "从下拉列表选择。未选“已完成”而截止日期已过的显示为红色，七日之内到期的显示为橙色。"),
    ("依据", "“第N段”按来源文件正文从标题起数，空行不计。"),
)


def note_rows(reports: tuple[Report, ...], include_general: bool) -> list[tuple[str, str]]:
    """Pairs of subject and explanation: the sources, how the rows came about, what is still unsettled."""
    rows: list[tuple[str, str]] = []
    for report in reports:
        rows += _about(report, include_general)
    rows += _HOW
    for report in reports:
        source = f"《{source_name(report.document)}》" if len(reports) > 1 else ""
        rows += [("待核定", source + text) for text in _unsettled(report, include_general)]
    rows.append(("使用提示", "本清单由“公文审阅”在本机自动生成，分发前请对照原文核定。"))
    return rows


def _about(report: Report, include_general: bool) -> list[tuple[str, str]]:
    duties = report.duties
    permitted = sum(duty.modality is Modality.PERMISSION for duty in duties)
    general = sum(
        duty.tier is Tier.GENERAL and can_be_listed(duty, True) and (duty.listed or not include_general)
        for duty in duties
    )
    listed = len(listed_duties(report, include_general))
    assumed = sum(d.actor_source is ActorSource.ASSUMED for d in listed_duties(report, include_general))
    counts = [f"列入{listed}项"]
    if assumed:
        counts.append(f"其中{assumed}项牵头单位为推定")
    if general:
        counts.append(f"{TIER[Tier.GENERAL]}{general}项" + ("已列入" if include_general else "未列入"))
    omitted = left_out(report, include_general)
    if omitted:
        counts.append(f"审阅人未勾选{omitted}项不列入")
    if permitted:
        counts.append(f"允许性表述{permitted}项不列入")
    return [
        ("来源文件", f"{source_name(report.document)}（{KIND[report.kind]}，{report.document.characters}字）"),
        ("文件日期", dating_text(report.dating)),
        ("任务数量", "，".join(counts) + "。"),
    ]


def _unsettled(report: Report, include_general: bool) -> Iterator[str]:
    places = place_names(report.document)
    open_duties = [duty for duty in listed_duties(report, include_general) if duty.set_due is None]
    bound = {index for duty in open_duties for index in duty.times}
    for index in sorted(bound):
        time = report.times[index]
        if time.role is TimeRole.BACKGROUND:
            continue
        place = places[time.span.paragraph]
        if time.status in UNSETTLED:
            yield f"{place}“{time.text}”：{UNSETTLED[time.status]}。"
        elif time.estimated and time.due is not None:
            yield f"{place}“{time.text}”：{time.due.isoformat()}为估算，放假安排未公布。"
