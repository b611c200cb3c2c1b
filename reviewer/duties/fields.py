"""Bracketed and labelled fields that say who and by when: （责任单位：…；完成时限：…）, （甲局牵头，乙局配合）."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import is_unit, split_units, unit_list

_OF = r"(?:单位|部门|[科处股]室|主体)"
_LEAD = (
    rf"牵头(?:指导|实施|落实|责任)?(?:{_OF}|领导|人)?|主(?:责|办){_OF}|责任(?:{_OF}|人|领导)?|负责(?:{_OF}|人)|承办{_OF}?|"
    rf"(?:指导|实施|落实|组织){_OF}"
)
_SUPPORT = rf"(?:配合|协办|参与|协作|协同|协助|参加|支持|支撑|会办|联办){_OF}|配合|协办|协同|协助|(?:技术|服务)(?:支撑|支持|保障){_OF}?"
_WHEN = r"(?:完成|办结|办理)(?:时限|时间|期限|日期|节点|时点)|时限(?:要求)?|时间(?:要求|节点|安排)|截止(?:时间|日期)"
_LABEL = re.compile(
    rf"(?:(?P<lead>{_LEAD})|(?P<support>{_SUPPORT})|(?P<when>{_WHEN}))(?:[】\]〕]\s*[：:]?|\s*[：:])\s*"
)
_BRACKET = re.compile(
    r"（([^（）()]{1,160}(?:（[^（）()]{1,12}）[^（）()]{0,80}){0,8})[）)]|\(([^（）()]{2,160})[）)]|【([^【】]{2,160})】|\[([^\[\]]{2,160})\]|〔([^〔〕]{2,160})〕"
)
_ROLE = re.compile(
    r"(?P<who>[^，；。]+?)(?:(?P<lead>牵头(?:负责)?|总牵头|主办)|(?P<split>按(?:照)?职责分工(?:负责|落实|配合)?|分别(?:负责|牵头)|分工负责)|"
    r"(?P<answer>负责(?:落实|实施|推进)?)|(?P<acts>(?:具体|组织)?(?:实施|落实|承办|承担|办理))|(?P<support>配合|参与|协助|协办|参加|指导|支持))(?=[，；。、]|$)"
)
_BY_WHEN = re.compile(
    r"[^，；。]{0,20}(?:\d|底|前|内)[^，；。]{0,8}|(?:长期|持续|常态化?)(?:坚持|推进|开展|落实)?|[^，；。]{0,16}(?:完成|办结|到位)"
)
_OFFICE = re.compile(
    r"^[^，。]{2,16}(?:局|委|办|厅|部|院|中心|政府|公司|集团|办公室|委员会|总队|支队|大队|街道|镇|乡|科|站|所)$"
)
_UNITS_END = re.compile(r"[；;。]|$")
_TOGETHER = re.compile(
    r"会同|(?<![协磋洽会工招营通外电])商(?=[省市县区州旗镇乡国]|有关|相关)|会(?<=[局委办部厅院]会)(?=[省市县区镇乡])"
)


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


def stands_alone(text: str, fields: Sequence[Field]) -> bool:
    """Whether a paragraph holds nothing but its `fields`."""
    if not fields:
        return False
    ends = (0, *(field.end for field in fields))
    starts = (*(field.start for field in fields), len(text))
    return not any(text[end:start].strip("。；，、 \u3000\t\xa0") for end, start in zip(ends, starts, strict=True))


def joined(fields: Sequence[Field]) -> Field:
    """Fields of one item in lines of their own (牵头科室：……, 协办单位：……) as one: who is named first leads."""
    lead = next((field.lead for field in fields if field.lead), ())
    others = (unit for field in fields for unit in (*field.lead, *field.support) if unit not in lead)
    return Field(lead, tuple(dict.fromkeys(others)), fields[0].start, fields[-1].end)


def find_fields(text: str, words: DutyWords) -> list[Field]:
    """The fields of one paragraph, in order."""
    found: list[Field] = []
    if any(mark in text for mark in "（([【〔"):
        for match in _BRACKET.finditer(text):
            if text[match.end() - 1] not in "）)" and _LABEL.fullmatch(text, match.start() + 1, match.end()):
                continue
            field = _parse(match.group(match.lastindex or 0), match.start(), match.end(), words)
            field = field or _bare(text, match, words)
            if field:
                found.append(field)
    if "：" in text or ":" in text or "【" in text:
        outside = next((m for m in _LABEL.finditer(text) if not any(f.start <= m.start() < f.end for f in found)), None)
        if outside:
            begin = outside.start() - text.startswith(("【", "[", "〔", "（", "("), max(0, outside.start() - 1))
            field = _parse(text[begin:], begin, len(text), words)
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
        value = text[label.end() : min(stop.start() if stop else limit, limit)].strip("，、 　【[〔")
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
        who = match["who"].strip("，、； ").removeprefix("由").removesuffix("等")
        units = tuple(unit for name in _TOGETHER.split(who) for unit in split_units(name, words))
        if match["acts"] and not all(is_unit(unit, words) for unit in units):
            return None
        if match["lead"] or (match["split"] and not lead):
            lead.extend(units)
        elif (match["answer"] or match["acts"]) and not lead:
            lead.extend(units[:1])
            support.extend(units[1:])
        else:
            support.extend(units)
    rest = text[position:].strip("。；，")
    if not lead or (rest and not _BY_WHEN.fullmatch(rest)):
        return None
    return Field(tuple(lead), tuple(support), start, end)
