"""Bracketed and labelled fields that say who and by when: （责任单位：…；完成时限：…）, （甲局牵头，乙局配合）."""

import re
from dataclasses import dataclass

from reviewer.duties.actors import split_units, unit_list
from reviewer.duties.lexicon import DutyWords

_LEAD = r"牵头(?:指导|实施|落实|责任)?(?:单位|部门|[科处股]室|领导|人)?|主(?:责|办)(?:单位|部门|[科处股]室)|责任(?:单位|部门|[科处股]室|人|领导)?|负责(?:单位|部门|[科处股]室)|承办(?:单位|部门|[科处股]室)|指导(?:单位|部门|[科处股]室)|实施单位|落实单位"
_SUPPORT = r"(?:配合|协办|参与|协作|协同|协助|参加)(?:单位|部门|[科处股]室)|配合"
_WHEN = r"完成(?:时限|时间|期限|日期)|时限(?:要求)?|时间(?:要求|节点|安排)|办理时限"
_LABEL = re.compile(rf"(?:(?P<lead>{_LEAD})|(?P<support>{_SUPPORT})|(?P<when>{_WHEN}))\s*[：:]\s*")
_BRACKET = re.compile(
    r"（([^（）()]{2,160})[）)]|\(([^（）()]{2,160})[）)]|【([^【】]{2,160})】|\[([^\[\]]{2,160})\]|〔([^〔〕]{2,160})〕"
)
_ROLE = re.compile(
    r"(?P<who>[^，；。]+?)(?:(?P<lead>牵头(?:负责)?|总牵头|主办)|(?P<split>按(?:照)?职责分工(?:负责|落实|配合)?|分别(?:负责|牵头)|分工负责)|"
    r"(?P<answer>负责(?:落实|实施|推进)?)|(?P<support>配合|参与|协助|协办|参加|指导|支持))(?=[，；。、]|$)"
)
_BY_WHEN = re.compile(
    r"[^，；。]{0,20}(?:\d|底|前|内)[^，；。]{0,8}|(?:长期|持续|常态化?)(?:坚持|推进|开展|落实)?|[^，；。]{0,16}(?:完成|办结|到位)"
)
_OFFICE = re.compile(
    r"^[^，。]{2,16}(?:局|委|办|厅|部|院|中心|政府|公司|集团|办公室|委员会|总队|支队|大队|街道|镇|乡|科|站|所)$"
)
_UNITS_END = re.compile(r"[；;。]|$")


@dataclass(frozen=True, slots=True)
class Field:
    """Units that a field names, first the one in the lead, and its offsets `start:end` in the paragraph."""

    lead: tuple[str, ...]
    support: tuple[str, ...]
    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether the field names nobody (a time limit alone)."""
        return not self.lead and not self.support


def find_fields(text: str, words: DutyWords) -> list[Field]:
    """The fields of one paragraph, in order."""
    found: list[Field] = []
    if any(mark in text for mark in "（([【〔"):
        for match in _BRACKET.finditer(text):
            field = _parse(match.group(match.lastindex or 0), match.start(), match.end(), words)
            field = field or _bare(text, match, words)
            if field:
                found.append(field)
    if "：" in text or ":" in text:
        outside = next((m for m in _LABEL.finditer(text) if not any(f.start <= m.start() < f.end for f in found)), None)
        if outside:
            field = _parse(text[outside.start() :], outside.start(), len(text), words)
            if field:
                found.append(field)
    return sorted(found, key=lambda field: field.start)


def _bare(text: str, match: re.Match[str], words: DutyWords) -> Field | None:
    """A bracket at the end of a sentence that holds nothing but names of offices: （市体育局、市教育局）。"""
    behind = text[match.end() : match.end() + 1]
    if behind not in ("", "。", "；", "，") or (behind == "，" and text[: match.start()].count("，") == 0):
        return None
    if len(words.actor_endings.before(text, max(0, match.start() - 8), match.start())) > 1:
        return None
    inner = match.group(match.lastindex or 0)
    units = unit_list(inner, words)
    if not units or not all(_OFFICE.search(unit) for unit in units):
        return None
    return Field(units[:1], units[1:], match.start(), match.end())


def _parse(text: str, start: int, end: int, words: DutyWords) -> Field | None:
    labels = list(_LABEL.finditer(text))
    if labels and labels[0].start() <= 4:
        return _labelled(text, labels, start, end, words)
    if labels:
        return None
    return _told(text.split("。")[0], start, end, words)


def _labelled(text: str, labels: list[re.Match[str]], start: int, end: int, words: DutyWords) -> Field:
    lead: list[str] = []
    support: list[str] = []
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        stop = _UNITS_END.search(text, label.end(), limit)
        value = text[label.end() : min(stop.start() if stop else limit, limit)].strip("，、 　")
        if label["when"]:
            continue
        units = split_units(value.replace("，", "、"), words)
        if label["support"] or lead:
            support.extend(units)
        else:
            lead.extend(units[:1])
            support.extend(units[1:])
    return Field(tuple(lead), tuple(support), start, end)


def _told(text: str, start: int, end: int, words: DutyWords) -> Field | None:
    lead: list[str] = []
    support: list[str] = []
    position = 0
    for match in _ROLE.finditer(text):
        if match.start() - position > 1:
            return None
        position = match.end()
        units = split_units(match["who"].strip("，、； ").removeprefix("由").removesuffix("等"), words)
        if match["lead"] or (match["split"] and not lead):
            lead.extend(units)
        elif match["answer"] and not lead:
            lead.extend(units[:1])
            support.extend(units[1:])
        else:
            support.extend(units)
    rest = text[position:].strip("。；，")
    if not lead or (rest and not _BY_WHEN.fullmatch(rest)):
        return None
    return Field(tuple(lead), tuple(support), start, end)
