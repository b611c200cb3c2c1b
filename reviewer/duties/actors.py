"""Who a clause names as the one to act."""

import re
from dataclasses import dataclass

from reviewer.duties.clauses import FILLER
from reviewer.duties.lexicon import DutyWords

_LONGEST_ACTOR = 60
_FOLLOWER = re.compile(
    r"要(?!求)|应|须|设在|必须|务必|不得|不准|不再|严禁|一律|可以?|将|负责(?!同志|人|干部|的)|牵头|也|都|均|分别|还|需|共同|根据|按照?|依照|依据|"
    r"在|对|把|从|以(?!及)|用(?!户|地|水|电|工|人|能|房)|具体|通过|结合|围绕|针对|向|与|于|由|每|作为|会同|联合|配合|自|并|不|既|则|各(?=负|司|尽)|主要(?!负责|领导)|参照|至少|原则上|最|先|再|就|"
    r"▣|是(?=第一|直接|主要|首要|□)"
)
_INNER_PREDICATE = re.compile(
    r"通过|按照|根据|围绕|将|把|使|让|(?<![主重])要(?!素|点)|应当|必须|不得|带动|引导|推动|鼓励|支持(?!中心)|还|考核(?!组|办|小组|单位|部门)"
)
_PUBLIC_BODY = re.compile(
    r"(?:国家|中国|全国|中央|自治区|[省市县区州旗镇乡])[^的、]{1,10}[局委厅办院所站队馆校](?!\w)|(?:国家|全国|中国)[^的、]{2,12}[部会]|(?!城|集|小|重|建|强|示范|特色)\w{2,3}[镇乡](?!\w)"
)
_COMPOUNDING = frozenset(
    [
        "认定",
        "管理",
        "服务",
        "监管",
        "评价",
        "监测",
        "发展",
        "创新",
        "生产",
        "经营",
        "统计",
        "规划",
        "使用",
        "融资",
        "投资",
        "担保",
        "建设",
        "考核",
    ]
)
_SECTION = re.compile(r"(?![各本该有相])[\u4e00-\u9fff]{2,6}[科股]")
_TITLE = re.compile(r"负责(?:同志|人|干部|的)|主要负责|分管")
_BOUND = re.compile(
    r"要(?!求)|应当?(?!用|急|对)|须|必须|务必|不得|不准|一律|(?:具体)?负责(?!同志|人|干部|的)|牵头|会同|作为|也要|都要|将"
)
_PREPOSITION = re.compile(
    r"(?:\d|未(?!成年)|既|也|又|对(?!口|外)|在(?!职|任|岗|校)|从|向|按照?|根据|依据|依照|通过|围绕|以|为|把|将|让|使|给|与(?!会)|同(?!级|志)|和|不|报(?!社|刊)|送|经(?!济|营|办|信)|于|因|关于|"
    r"针对|就(?!业)|凡|如|若|当(?!地|事)|随着|除|并|或|要|是|有(?!关)|无|被|受|这|那|此|每|到|至|其(?!他|它|余))"
)
_ATTRIBUTIVE_START = re.compile(
    r"各|其他|其它|有关|相关|全|本|所有|负责|负有|具有|具备|承担|主管|符合|参与|涉及|从事|列入|纳入|发生|未|已|被|获|拟|市|省|县|区|乡|镇|村"
)
_SEPARATOR = re.compile(r"、|以及|及其?(?!时|格|早|第)|和(?!平|谐|解|睦|田|县|林|政|静)|与(?!会)|或者?")
_WE = re.compile(r"(?:我们|大家)(?!党|国|的)")
_I = re.compile(
    r"我(?:作为(?P<office>[^，。；的]{2,12}?(?:书记|组长|局长|主任|主席|校长|院长|厅长|处长|科长|县长|市长|区长|镇长|负责人|责任人))|将|要)"
)
_BY_THEN = re.compile(r"(?:于|在|到|自)?▣++")
_BODY = re.compile(
    r"(?:会后|会前|同时|工作中|此外|另外|请|由|经|希望|要求|建议|委托|授权|责成|抽调|其中|当前|目前|今后|下一步|原则上)+"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A named subject: its single units in the text's own words, and where it stands in the sentence.

    `units` is empty for 我们 and 大家, who name nobody.
    """

    units: tuple[str, ...]
    start: int
    end: int


def actor_at(sentence: str, text: str, start: int, end: int, words: DutyWords) -> Actor | None:
    """The subject that begins at `start` of the masked `text`, its units cut from the original `sentence`."""
    head = start
    start = _skip(text, start, end)
    asked = start > head and text[start - 1] in "请由"
    if text.startswith("我", start):
        match = _WE.match(text, start, end)
        if match:
            return Actor((), start, match.end())
        if match := _I.match(text, start, end):
            office = match["office"]
            end_of_name = match.end() if office else start + 1
            return Actor((f"{office}（我）" if office else "我",), start, end_of_name)
    if start >= end or _PREPOSITION.match(text, start) or text[start] == FILLER:
        return None
    limit = min(end, start + _LONGEST_ACTOR)
    for match in words.actor_endings.last_characters.finditer(text, start + 1, limit):
        at = match.end()
        ending = words.actor_endings.before(text, start, at)
        if not ending or not _plausible(text[start:at], ending, words):
            continue
        at = _whole_name(text, at, end, words)
        sure = len(ending) > 1 and ending not in words.regions
        sure = (
            sure
            or asked
            or "、" in text[start:at]
            or _PUBLIC_BODY.match(text, start, at) is not None
            or text[start] in "各全"
        )
        sure = sure or _SECTION.fullmatch(text, start, at) is not None
        in_condition = len(ending) > 1 and text[end - 1] == "的" and at < end - 2
        if not in_condition and not (_followed(text, at, end, words) if sure else _BOUND.match(text, at, end)):
            continue
        return Actor(split_units(sentence[start:at], words), start, at)
    return None


def _whole_name(text: str, at: int, end: int, words: DutyWords) -> int:
    """Where the name really ends: behind a bracket (各县（区）) and a further body (市政府督查室)."""
    while at < end and text[at] == FILLER:
        at += 1
    further = words.actor_endings.at(text, at, end)
    if len(further) > 1 and further not in words.verbs and _followed(text, at + len(further), end, words):
        return at + len(further)
    return at


def _skip(text: str, start: int, end: int) -> int:
    for pattern in (_BODY, _BY_THEN, _BODY):
        if match := pattern.match(text, start, end):
            start = match.end()
    return start


def _followed(text: str, at: int, end: int, words: DutyWords) -> bool:
    """Whether what comes after a name can only be a predicate."""
    if at >= end:
        return False
    if _FOLLOWER.match(text, at, end):
        return True
    if _TITLE.match(text, at, end):
        return False
    verb = words.verbs.at(text, at, end)
    if verb in _COMPOUNDING and words.compound_nouns.at(text, at + len(verb), end):
        return False
    return bool(verb or words.adverbs.at(text, at, end))


def _plausible(name: str, ending: str, words: DutyWords) -> bool:
    """Whether the stretch is a noun phrase and not a verb with its object."""
    if (name == ending and len(name) > 2) or _SECTION.fullmatch(name):
        return name not in words.non_actors
    if words.non_actors.before(name, 0, len(name)):
        return False
    if _INNER_PREDICATE.search(name):
        return False
    if words.verbs.at(name, 0, len(name)) and not name.startswith(("有关", "联合会", "联合国")):
        rest = name
        while lead := words.attributive_verbs.at(rest, 0, len(rest)):
            rest = rest[len(lead) :]
        if rest not in words.institution_endings:
            return False
    elif words.adverbs.at(name, 0, len(name)):
        return False
    if "的" in name and not _ATTRIBUTIVE_START.match(name):
        return False
    return len(name) > 1 and not (len(ending) == 1 and len(name) > 24 and "、" not in name)


def split_units(text: str, words: DutyWords) -> tuple[str, ...]:
    """The single units of a list: A、B和C等部门 → A, B, C等部门; 工业和信息化部 stays whole."""
    units: list[str] = []
    begin = 0
    for match in _SEPARATOR.finditer(text):
        left, right = text[begin : match.start()], text[match.end() :]
        if match.group() != "、" and not (_is_unit(left, words) and right):
            continue
        if left:
            units.append(left)
        begin = match.end()
    if text[begin:]:
        units.append(text[begin:])
    return tuple(unit.strip() for unit in units if unit.strip())


def _is_unit(text: str, words: DutyWords) -> bool:
    return bool(words.actor_endings.before(text.removesuffix("等"), 0, len(text.removesuffix("等"))))
