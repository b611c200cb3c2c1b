"""Tables that already are checklists (任务分解表): a row is a duty, not prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.duties.action import condition, gist, quantity
from reviewer.duties.clauses import masked
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import split_units
from reviewer.model.document import Document, Place
from reviewer.model.duty import ActorSource, Duty, Modality, Tier
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.model.time import TimeExpression

_HEADS = (
    (
        "task",
        re.compile(
            r"(?:工作|主要|具体|重点|目标|分解|整改|改革|建设)?(?:任务|内容|措施|举措|事项|要求|工作|目标)(?:名称|内容|措施|及要求|清单|（.*）)?$|任务名称|整改措施"
        ),
    ),
    (
        "lead",
        re.compile(
            r"牵头|责任(?:单位|部门|科室|人|领导|处室)|主(?:责|办)|负责(?:单位|部门|人|科室)|承办|落实单位|实施单位|责任分工"
        ),
    ),
    ("support", re.compile(r"配合|协办|参与|协助|协同")),
    ("when", re.compile(r"时限|完成时间|完成期限|时间(?:节点|要求|安排|进度)|截止|完成日期|^时间$")),
)
_LONGEST_HEAD = 16
_HEAD_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; `row` is the header's row."""

    row: int
    task: int
    lead: int | None
    support: int | None
    when: int | None


def table_duties(
    document: Document, outline: Outline, times: Sequence[TimeExpression], words: DutyWords
) -> Iterator[Duty]:
    """The duties of every checklist table, row by row; other tables yield nothing."""
    cells: dict[int, dict[tuple[int, int], list[int]]] = {}
    for index, paragraph in enumerate(document.paragraphs):
        origin = paragraph.origin
        if origin.place is Place.TABLE and origin.table is not None and paragraph.text.strip():
            place = (origin.row or 0, origin.column or 0)
            cells.setdefault(origin.table, {}).setdefault(place, []).append(index)
    by_paragraph: dict[int, list[int]] = {}
    for i, time in enumerate(times):
        by_paragraph.setdefault(time.span.paragraph, []).append(i)
    for table in cells.values():
        columns = _columns(document, table)
        if columns is not None:
            yield from _rows(document, outline, table, columns, by_paragraph, times, words)


def _columns(document: Document, table: dict[tuple[int, int], list[int]]) -> _Columns | None:
    """The columns of a checklist table, None for any other."""
    for row in range(_HEAD_ROWS):
        found: dict[str, int] = {}
        for (at, column), paragraphs in sorted(table.items()):
            head = "".join(document.texts[i] for i in paragraphs).replace(" ", "").replace("\u3000", "")
            if at != row or len(head) > _LONGEST_HEAD:
                continue
            for name, pattern in _HEADS:
                if name not in found and pattern.search(head) and column not in found.values():
                    found[name] = column
        if "task" in found and ("lead" in found or "when" in found):
            return _Columns(row, found["task"], found.get("lead"), found.get("support"), found.get("when"))
    return None


def _rows(
    document: Document,
    outline: Outline,
    table: dict[tuple[int, int], list[int]],
    columns: _Columns,
    times: dict[int, list[int]],
    expressions: Sequence[TimeExpression],
    words: DutyWords,
) -> Iterator[Duty]:
    def units(row: int, column: int | None) -> tuple[str, ...]:
        paragraphs = table.get((row, column), []) if column is not None else []
        return tuple(
            unit for i in paragraphs for unit in split_units(document.texts[i].strip().replace(" ", "、"), words)
        )

    for row, column in sorted(table):
        if column != columns.task or row <= columns.row:
            continue
        lead, support = units(row, columns.lead), units(row, columns.support)
        if lead and columns.support is None:
            lead, support = lead[:1], lead[1:]
        limits = (
            [t for i in table.get((row, columns.when), []) for t in times.get(i, [])]
            if columns.when is not None
            else []
        )
        for index in table[row, column]:
            text = document.texts[index]
            task = text.strip()
            start = text.index(task)
            spans = [expressions[t].span for t in times.get(index, [])]
            short = gist(task, masked(task, [(s.start - start, s.end - start) for s in spans]), 0)
            yield Duty(
                span=Span(index, start, start + len(task)),
                text=task,
                action=short.action,
                modality=Modality.OBLIGATION,
                trigger="",
                tier=Tier.FIRM,
                lead=lead,
                support=support,
                actor_source=ActorSource.FIELD if lead else ActorSource.ASSUMED,
                times=(*times.get(index, []), *limits),
                quantity=quantity(task),
                condition=condition(task),
                section=outline.path(index, 0),
                why="任务分解表中的一行",
            )
