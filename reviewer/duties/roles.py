"""Units that a sentence names beside its subject: 由……牵头, ……配合, 会同……."""

import re

from reviewer.duties.actors import split_units
from reviewer.duties.lexicon import DutyWords

_ANSWERS = re.compile(
    r"由(?P<who>[^，。；由]{2,60}?)(?:牵头|负责(?!人|同志)|会同|承担|组织|统一|统筹|具体|按照|按|根据|会商|自主|主导|实施|负总责|每|▣|推荐|提出|筛选)"
)
_SUPPORTS = re.compile(
    r"(?:^|[，；])(?P<who>[^，。；]{2,60}?)(?:(?:予以|积极|密切|主动|全力)?(?:配合|协助|参与|协同))(?=[，。；]|$)"
)
_TOGETHER = re.compile(
    r"(?:会同|联合)(?P<who>[^，。；]{2,30}?)(?=按照?|根据|于|在|对|制定|研究|建立|开展|落实|做好|抓好|加强|组织|[，。；]|$)"
)
_HELPING = re.compile("配合|协助|参与|协同|会同|联合")
_FROM = re.compile(r"从(?P<who>[^，。；]{2,12}?)做起")
_OFFICE = re.compile(r"办公室设在(?P<who>[^，。；]{2,20}?)[，。；]")


def named_units(text: str, masked: str, words: DutyWords) -> tuple[list[str], list[str]]:
    """Those who answer for the duty and those who help, in the words of `text`; `masked` is the text to search."""

    def found_by(pattern: re.Pattern[str]) -> list[str]:
        stretches = (text[slice(*match.span("who"))].removeprefix("由") for match in pattern.finditer(masked))
        return [unit for stretch in stretches for unit in split_units(stretch, words)]

    leads = found_by(_ANSWERS) if "由" in masked else []
    if "做起" in masked or "设在" in masked:
        leads.extend((*found_by(_FROM), *found_by(_OFFICE)))
    helpers = [*found_by(_SUPPORTS), *found_by(_TOGETHER)] if _HELPING.search(masked) else []
    return leads, helpers
