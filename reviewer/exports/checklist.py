"""The responsibility checklist as an Excel workbook."""

import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reviewer.atomic import write_bytes
from reviewer.exports.checklist_notes import note_rows
from reviewer.exports.checklist_rows import ChecklistRow, TimeRow, checklist_rows, listed_duties, source_name, time_rows
from reviewer.exports.checklist_sheet import HEADER_ROW, Table, Value, write_table
from reviewer.exports.checklist_styles import CENTRED, DATE, Column, add_styles
from reviewer.exports.words import dating_text
from reviewer.model.office import NO_OFFICE, Office
from reviewer.model.report import Report

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_T = TypeVar("_T")

STATES = ("未启动", "推进中", "已完成", "逾期")
DUTY_COLUMNS = (
    Column("序号", 5, CENTRED),
    Column("任务类别", 23),
    Column("工作任务", 50),
    Column("牵头单位", 12.5, CENTRED),
    Column("配合单位", 12.5, CENTRED),
    Column("完成时限", 13, CENTRED),
    Column("截止日期", 12, DATE),
    Column("频次", 9, CENTRED),
    Column("依据", 8.5, CENTRED),
    Column("完成情况", 9.5, CENTRED),
    Column("备注", 15),
)
TIME_COLUMNS = (
    Column("日期", 12, DATE),
    Column("时间（原文）", 20, CENTRED),
    Column("性质", 10, CENTRED),
    Column("事项（原文）", 62),
    Column("清单序号", 9, CENTRED),
    Column("依据", 9, CENTRED),
    Column("说明", 36),
)
NOTE_COLUMNS = (Column("项目", 18, CENTRED), Column("说明", 130))
SOURCE_COLUMN = Column("来源文件", 14)
_SOON = 7  # days


def write_checklist(
    reports: Report | Sequence[Report],
    target: str | Path,
    *,
    include_general: bool = False,
    made_on: date | None = None,
    office: Office = NO_OFFICE,
    left_out: Collection[str] = (),
) -> int:
    """Write the workbook and return the number of duties in it.

    Several reports go into one list with a column that names the file. `made_on` is printed as 制表日期, None means
    today. Units that the text names by a short form of `office` have their full names in the remarks. Columns of duties whose headers are
    `left_out` are not written. Raises WriteError; the files that the reports came from are never written over.
    """
    group = (reports,) if isinstance(reports, Report) else tuple(reports)
    data, count = _workbook(
        group, include_general, made_on or datetime.now().astimezone().date(), office, frozenset(left_out)
    )
    write_bytes(target, data, protected=[report.document.path for report in group if report.document.path])
    return count


def _workbook(
    group: tuple[Report, ...], include_general: bool, made_on: date, office: Office, left_out: frozenset[str]
) -> tuple[bytes, int]:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "公文审阅"
    book.properties.title = _title(group, "责任清单")
    add_styles(book)
    source = _source(group, made_on)
    duties = _without(_duty_table(group, include_general, source, office), left_out)
    times = _time_table(group, include_general, source)
    notes = Table(_title(group, "责任清单说明"), source, NOTE_COLUMNS, note_rows(group, include_general))
    for name, table in (("责任清单", duties), ("时间节点", times), ("说明", notes)):
        sheet = book.create_sheet(name)
        write_table(sheet, table)
        if table is duties and duties.rows:
            if "完成情况" not in left_out:
                _offer_states(sheet, duties)
            if "截止日期" not in left_out:
                _warn_of_due_dates(sheet, duties)
    del book["Sheet"]
    book.active = 0
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), len(duties.rows)


def _title(group: tuple[Report, ...], name: str) -> str:
    if len(group) != 1:
        return f"{name}（{len(group)}份文件）"
    title = group[0].outline.title or Path(source_name(group[0].document)).stem
    return f"《{title.replace('《', '〈').replace('》', '〉')}》{name}" if title else name


def _source(group: tuple[Report, ...], made_on: date) -> str:
    files = "、".join(filter(None, (source_name(report.document) for report in group)))
    parts = [f"来源文件：{files}"] if files else []
    if len(group) == 1:
        parts.append(f"文件日期：{dating_text(group[0].dating)}")
    return "　　".join([*parts, f"制表日期：{made_on.isoformat()}"])


def _duty_table(group: tuple[Report, ...], include_general: bool, source: str, office: Office) -> Table:
    columns = _with_source(DUTY_COLUMNS, 1, SOURCE_COLUMN) if len(group) > 1 else DUTY_COLUMNS
    rows: list[tuple[Value, ...]] = []
    for report in group:
        name = source_name(report.document)
        for row in checklist_rows(report, include_general, office):
            values = duty_values(len(rows) + 1, row)
            rows.append(_with_source(values, 1, name) if len(group) > 1 else values)
    return Table(_title(group, "责任清单"), source, columns, rows)


def _without(table: Table, left_out: frozenset[str]) -> Table:
    kept = [n for n, column in enumerate(table.columns) if column.header not in left_out]
    return replace(
        table, columns=tuple(table.columns[n] for n in kept), rows=[tuple(row[n] for n in kept) for row in table.rows]
    )


def duty_values(number: int, row: ChecklistRow) -> tuple[Value, ...]:
    """The values of a row for `DUTY_COLUMNS`."""
    return (
        number,
        row.section,
        row.task,
        row.lead,
        row.support,
        row.limit,
        row.due,
        row.frequency,
        row.place,
        None,
        row.remark,
    )


def _time_table(group: tuple[Report, ...], include_general: bool, source: str) -> Table:
    columns = _with_source(TIME_COLUMNS, 5, SOURCE_COLUMN) if len(group) > 1 else TIME_COLUMNS
    found: list[tuple[date, tuple[Value, ...]]] = []
    before = 0
    for report in group:
        name = source_name(report.document)
        for row in time_rows(report, include_general):
            values = _time_values(before, row)
            found.append((row.day or date.max, _with_source(values, 5, name) if len(group) > 1 else values))
        before += len(listed_duties(report, include_general))
    found.sort(key=lambda pair: pair[0])
    return Table(_title(group, "时间节点"), source, columns, [values for _, values in found])


def _time_values(before: int, row: TimeRow) -> tuple[Value, ...]:
    numbers = "、".join(str(before + index + 1) for index in row.duties)
    return row.day, row.words, row.role, row.matter, numbers, row.place, row.remark


def _with_source(values: tuple[_T, ...], at: int, source: _T) -> tuple[_T, ...]:
    return (*values[:at], source, *values[at:])


def _offer_states(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    states = DataValidation("list", formula1=f'"{",".join(STATES)}"', allow_blank=True, showErrorMessage=True)
    states.errorStyle, states.errorTitle, states.error = "warning", "完成情况", "列表中没有这一项，仍要填写吗？"
    states.add(table.cells("完成情况"))
    sheet.add_data_validation(states)


def _warn_of_due_dates(sheet: "Worksheet", table: Table) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    first = HEADER_ROW + 1
    due = f"${table.letter('截止日期')}{first}"
    is_open = f"ISNUMBER({due})"
    if any(column.header == "完成情况" for column in table.columns):
        is_open += f',${table.letter("完成情况")}{first}<>"已完成"'
    late = DifferentialStyle(font=Font(bold=True, color="FF9C0006"), fill=PatternFill(bgColor="FFFFC7CE"))
    soon = DifferentialStyle(fill=PatternFill(bgColor="FFFFD966"))
    for look, test in ((late, f"{due}<TODAY()"), (soon, f"{due}>=TODAY(),{due}-TODAY()<={_SOON}")):
        rule = Rule("expression", dxf=look, formula=[f"AND({is_open},{test})"])
        sheet.conditional_formatting.add(table.cells("截止日期"), rule)
