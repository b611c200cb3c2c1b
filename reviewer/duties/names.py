"""What the name of a unit looks like, and lists of such names."""

import re

from reviewer.duties.clauses import FILLER
from reviewer.duties.lexicon import DutyWords

LONGEST_LIST = 160
_INNER_PREDICATE = re.compile(
    r"通过|至少|最多|按照|根据|围绕|将|把|使|让|请(?=[省市县区镇乡])|要(?<![主重]要)(?!素|点)|应(?!急|用|对|届)|必须|不得|向(?<!^向)|由(?<!^由)(?!队)|我们|他们|允许|不(?<!^不)(?!动产)|带动|引导|推动|鼓励|支持(?!中心)|还|考核(?!组|办|小组|单位|部门)"
)
PUBLIC_BODY = re.compile(
    r"(?:国家|中国|全国|中央|自治区|[省市县区州旗镇乡])[^的、]{1,10}[局委厅办院所站队馆校](?!\w)|(?:国家|全国|中国)[^的、]{2,12}[部会]|(?!城|集|小|重|建|强|示范|特色)\w{2,3}[镇乡](?!\w)"
)
AGENTS = frozenset("员户村者")
SECTION = re.compile(r"(?![各本该有相])[\u4e00-\u9fff]{2,6}[科股]")
PREPOSITION = re.compile(
    r"(?:[逾超到]期|届时|\d|未(?!成年)|既|也|又|对(?!口|外)|在(?!职|任|岗|校|京|建|册|编|读|场)|从|向|按照?|根据|依据|依照|通过|围绕|以|为|把|将|让|使|给|与(?!会)|同(?!级|志)|和|不|报(?!社|刊|名|考|告人)|送|经(?!济|营|办|信|纪|销|理)|于|因|关于|"
    r"针对|就(?!业|医|诊|读)|凡|如|若|当(?!地|事)|随着|除|并|连同|或|要|是|有(?!关|条件的|需[求要]的|能力的|基础的)|无|被|受(?!理|帮扶|援|助|检|邀|聘|托|训)|这(?!些|类)|那|此|每|到|至|其(?!他|它|余)|什么|怎|谁|哪|多少|主要(?!负责|领导)|及其|然而|逐|没有|[漏少缺](?=一|\d)|该(?![局镇乡县市区村校院所站队社科办厂店户组企公机单项部中协])|一手|一[户家个件起人组条项]|有序)"
)
_ATTRIBUTIVE_START = re.compile(
    r"各|(?:有|具备)(?:条件|需[求要]|能力|基础)的|其他|其它|有关|相关|全|本|所有|负责|负有|具有|具备|承担|主管|符合|参与|涉及|从事|列入|纳入|发生|未|已|被|获|拟|市|省|县|区|乡|镇|村|申报|申请|使用|取得|获得|收到|接到|承办|主办|举办|报名|参加|入围|中标|签订|选派|驻村|进入"
)
_TIER = re.compile(r"国家|中央|[省市县区州旗镇乡村]级?|(?:[省市县区州旗镇乡村]、)+[省市县区州旗镇乡村]级?")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]|□+")
_WHERE = re.compile(r"[上中下]游|沿[河路江湖山线]|[河路海江]边|山[上下里]|[城镇村乡]里|周边|两岸|其余|剩下|坝[上下]")
_SEPARATOR = re.compile(r"、|以及|及其?(?!时|格|早|第)|和(?!平|谐|解|睦|田|县|林|政|静)|与(?!会)|或者?")


_COUNTED_TAIL = re.compile(r"(?<=[^等、])[两三四五六七八九十\d]+[家个](?:[\u4e00-\u9fff]{2,6})?$")


def plausible(name: str, ending: str, words: DutyWords) -> bool:
    """Whether the stretch is a noun phrase and not a verb with its object."""
    if (name == ending and len(name) > 2) or SECTION.fullmatch(name):
        return name not in words.non_actors
    if len(words.non_actors.before(name, 0, len(name))) >= len(ending):
        return False
    if _INNER_PREDICATE.search(name):
        return False
    charged = "的" in name and _ATTRIBUTIVE_START.match(name) is not None
    verb = "" if charged else words.verbs.at(name, 0, len(name))
    if verb and not _begins_name(name, verb, words):
        rest = _SEPARATOR.split(name)[0]
        while lead := words.attributive_verbs.at(rest, 0, len(rest)):
            rest = rest[len(lead) :]
        if rest not in words.institution_endings:
            return False
    elif words.adverbs.at(name, 0, len(name)):
        return False
    if "的" in name and not charged:
        owner = name.split("的", 1)[0]
        if not _WHERE.fullmatch(owner) and (len(owner) < 3 or not words.actor_endings.before(owner, 0, len(owner))):
            return False
    return len(name) > 1 and not (len(ending) == 1 and len(name) > 24 and "、" not in name)


def _begins_name(name: str, verb: str, words: DutyWords) -> bool:
    """Whether the verb that a name begins with is only the start of a body's name (派出所, 发展改革委、财政局)."""
    body = words.actor_endings.at(name, 0, len(name))
    whole = len(body) > len(verb) and (body == name or name[len(body)] in "、和（□")
    return whole or name.startswith(("有关", "联合会", "联合国"))


def split_units(text: str, words: DutyWords) -> tuple[str, ...]:
    """The single units of a list: A、B和C等部门 → A, B, C等部门; 工业和信息化部 stays whole."""
    units: list[str] = []
    begin = 0
    if counted := counted_tail(text):
        text = text[: counted.start()]
    for match in _SEPARATOR.finditer(_BRACKETED.sub(lambda bracket: FILLER * len(bracket[0]), text)):
        if _TIER.fullmatch(text, begin, match.start()):
            continue
        left, right = text[begin : match.start()], text[match.end() :]
        if match.group() != "、" and not (is_unit(left, words) and right):
            continue
        if left:
            units.append(left)
        begin = match.end()
    if text[begin:]:
        units.append(text[begin:])
    return tuple(unit.strip() for unit in units if unit.strip())


def counted_tail(text: str) -> re.Match[str] | None:
    """What only counts the units of a list at its end (甲、乙、丙三家公司), None where nothing does."""
    return _COUNTED_TAIL.search(text) if "、" in text else None


def unit_list(text: str, words: DutyWords) -> tuple[str, ...]:
    """The units that `text` lists if it is nothing else, () if it says more."""
    if not 2 < len(text) <= LONGEST_LIST or PREPOSITION.match(text):
        return ()
    units = split_units(text.removeprefix("由"), words)
    return units if all(_names_unit(unit, words) for unit in units) else ()


def _names_unit(text: str, words: DutyWords) -> bool:
    name = _BRACKETED.sub("", text)
    ending = words.actor_endings.before(name.removesuffix("等"), 0, len(name.removesuffix("等")))
    if not ending or not plausible(name, ending, words):
        return False
    return len(ending) > 1 or PUBLIC_BODY.match(name) is not None or ending in AGENTS


def is_unit(text: str, words: DutyWords) -> bool:
    """Whether `text` ends like the name of somebody who can be charged."""
    if text.endswith(("）", ")")):
        text = _BRACKETED.sub("", text)
    return bool(words.actor_endings.before(text.removesuffix("等"), 0, len(text.removesuffix("等"))))
