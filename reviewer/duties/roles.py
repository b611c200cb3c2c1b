"""Units that a sentence names beside its subject: 由……牵头, ……配合, 会同……."""

import re
from itertools import islice

from reviewer.duties.actors import actor_at, unit_ends
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import counted_tail, is_unit, split_units
from reviewer.duties.persons import falls_to, names_somebody

_ANSWERS = re.compile(
    r"由(?P<who>[^，。；由]{2,60}?)(?:牵头|负责(?!人|同志)|会同|承担|组织|统一|统筹|具体|按照|按|根据|会商|自主|主导|实施|负总责|每|▣|推荐|提出|筛选|商(?=[省市县区州旗镇乡国各])|会(?=[省市县区镇乡]))"
)
_SUPPORTS = re.compile(
    r"(?:^|[，；]|(?<=负责)、|(?<=牵头)、)(?P<who>[^，。；]{2,60}?)(?:(?:予以|积极|密切|主动|全力)?(?:配合|协助|参与|参加|协同))(?=[，。；]|$)"
)
_TOGETHER = re.compile(
    r"会同|联合(?!会|体|国|社|采购|办公|执法|工作|督|检查|惩|发文|行动|利|上|审|会审|培养|攻关|开展|整治|组|制|调|印发|下发|举办)|(?<![协磋洽会工招营通外电])商(?=[省市县区州旗镇乡国]|有关|相关)|"
    r"会(?<=[局委办部厅院]会)(?=[省市县区镇乡])"
)
_NEXT_DOER = re.compile(
    r"由[^，。；、]{2,16}(?:编制|办理|牵头|负责|审核|把关|复核|实施|组织|承办|承担|制定|起草|提出|提供|出资|建设|管理|运营|收集|汇总|登记|受理|核定|验收|采购)、(?=[\u4e00-\u9fff]{3})"
)
_TOWARDS = re.compile(r"(?<=.)(?<!面)向|(?<![申填上汇通举警简])报(?=[省市县区镇乡国经请送项局])")
_CLAUSE_END = re.compile("[，。；：]")
_ACTS = re.compile("[派给把让请]")
_MOST_JOINED = 8
_HELPING = re.compile("配合|协助|参与|参加|协同|会同|联合|商|会(?=[省市县区镇乡])")
_MAINLY = re.compile(r"以(?P<who>[^，。；]{2,30}?)为(?:主(?=[，。；、]|负责|牵头|实施)|牵头)")
_FROM = re.compile(r"从(?P<who>[^，。；]{2,12}?)做起")
_OFFICE = re.compile(r"办公室设在(?P<who>[^，。；]{2,20}?)[，。；]")


def named_units(text: str, masked: str, words: DutyWords) -> tuple[list[str], list[str]]:
    """Those who answer for the duty and those who help, in the words of `text`; `masked` is the text to search."""

    def found_by(pattern: re.Pattern[str]) -> list[str]:
        spans = (match.span("who") for match in pattern.finditer(masked))
        stretches = (_TOWARDS.split(text[begin:end].removeprefix("由"))[0] for begin, end in spans)
        return [unit for stretch in stretches for unit in split_units(stretch, words)]

    leads = found_by(_ANSWERS) if "由" in masked else []
    if "为主" in masked or "为牵头" in masked:
        leads.extend(unit for unit in found_by(_MAINLY) if is_unit(unit, words))
    if "做起" in masked or "设在" in masked:
        leads.extend((*found_by(_FROM), *found_by(_OFFICE)))
    if words.spoken and "归" in masked:
        leads.extend(
            unit for who in falls_to(masked) for unit in split_units(who, words) if names_somebody(unit, words)
        )
    if "由" in masked and "、" in masked:
        leads.extend(_besides(text, masked, words))
    helpers: list[str] = []
    if _HELPING.search(masked):
        helpers = [*_helping(text, masked, words), *(u for u in _joined(text, masked, words) if is_unit(u, words))]
    return [unit for unit in leads if unit not in helpers], [unit for unit in helpers if not _ACTS.search(unit)]


def _helping(text: str, masked: str, words: DutyWords) -> list[str]:
    """The units before 配合; short names count where the list says how many they are (移动、电信两家公司配合)."""
    found: list[str] = []
    for match in _SUPPORTS.finditer(masked):
        stretch = text[slice(*match.span("who"))].removeprefix("由")
        counted = counted_tail(stretch) is not None
        found.extend(unit for unit in split_units(stretch, words) if counted or is_unit(unit, words))
    return found


def _besides(text: str, masked: str, words: DutyWords) -> list[str]:
    """The units that a clause names behind the task of another (由甲公司编制、乙局审核)."""
    found: list[str] = []
    for match in islice(_NEXT_DOER.finditer(masked), _MOST_JOINED):
        stop = _CLAUSE_END.search(masked, match.end())
        end = stop.start() if stop else len(masked)
        actor = actor_at(text, masked, match.end(), end, words)
        if actor is not None and len(actor.units) == 1 and len(actor.units[0]) > 2:
            found.extend(actor.units)
    return found


def _joined(text: str, masked: str, words: DutyWords) -> list[str]:
    """The units behind 会同 or 联合, as far as their list goes."""
    found: list[str] = []
    for match in islice(_TOGETHER.finditer(masked), _MOST_JOINED):
        stop = _CLAUSE_END.search(masked, match.end())
        end = unit_ends(masked, match.end(), stop.start() if stop else len(masked), words)
        if end is not None:
            found.extend(split_units(text[match.end() : end], words))
    return found
