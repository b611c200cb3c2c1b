"""The reviews of many documents as one Excel workbook: overview, findings, duties."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from reviewer.atomic import write_bytes
from reviewer.exports.checklist import DUTY_COLUMNS, SOURCE_COLUMN, duty_values
from reviewer.exports.checklist_sheet import Table, Value, write_table
from reviewer.exports.checklist_styles import CENTRED, DATE, Column, add_styles
from reviewer.exports.digest import Digest

OVERVIEW_COLUMNS = (
    Column("序号", 6, CENTRED),
    Column("来源文件", 34),
    Column("标题", 36),
    Column("文件日期", 24),
    Column("字数", 9, CENTRED),
    Column("必改", 7, CENTRED),
    Column("建议改", 8, CENTRED),
    Column("提示", 7, CENTRED),
    Column("任务", 7, CENTRED),
    Column("最早时限", 12, DATE),
    Column("情况", 30),
)
FINDING_COLUMNS = (
    Column("序号", 6, CENTRED),
    SOURCE_COLUMN,
    Column("级别", 9, CENTRED),
    Column("类别", 10, CENTRED),
    Column("依据", 10, CENTRED),
    Column("原文", 52),
    Column("问题", 40),
    Column("建议改为", 24),
)


def write_overview(digests: Sequence[Digest], target: str | Path, *, made_on: date | None = None) -> None:
    """Write the workbook; `made_on` is printed as 制表日期, None means today.

    Raises WriteError; the documents themselves are never written over.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "公文审阅"
    book.properties.title = "审阅汇总"
    add_styles(book)
    read = [one for one in digests if not one.trouble]
    day = made_on or datetime.now().astimezone().date()
    source = f"共 {len(digests)} 份文稿，读出 {len(read)} 份　　制表日期：{day.isoformat()}"
    duty_columns = (DUTY_COLUMNS[0], SOURCE_COLUMN, *DUTY_COLUMNS[1:])
    tables = {
        "总览": Table("审阅汇总", source, OVERVIEW_COLUMNS, [_overview(n, one) for n, one in enumerate(digests, 1)]),
        "问题": Table("问题汇总", source, FINDING_COLUMNS, _findings(read)),
        "任务": Table("任务汇总", source, duty_columns, _duties(read)),
    }
    for name, table in tables.items():
        write_table(book.create_sheet(name), table)
    del book["Sheet"]
    book.active = 0
    buffer = io.BytesIO()
    book.save(buffer)
    write_bytes(target, buffer.getvalue(), protected=[one.path for one in digests if one.path])


def _overview(number: int, one: Digest) -> tuple[Value, ...]:
    if one.trouble:
        return (number, one.name, *(None,) * (len(OVERVIEW_COLUMNS) - 3), one.trouble)
    counts = (one.characters, one.errors, one.warnings, one.hints, len(one.duties))
    return (number, one.name, one.title, one.dated, *counts, one.earliest, None)


def _findings(digests: Sequence[Digest]) -> list[tuple[Value, ...]]:
    rows = [(one.name, row) for one in digests for row in one.findings]
    return [
        (n, name, row.severity, row.category, row.place, row.quote, row.message, row.advice)
        for n, (name, row) in enumerate(rows, 1)
    ]


def _duties(digests: Sequence[Digest]) -> list[tuple[Value, ...]]:
    rows = [(one.name, row) for one in digests for row in one.duties]
    made = []
    for number, (name, row) in enumerate(rows, 1):
        first, *rest = duty_values(number, row)
        made.append((first, name, *rest))
    return made
