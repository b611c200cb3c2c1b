"""Who a clause names as the one to act."""

import re
from dataclasses import dataclass

from reviewer.duties.clauses import FILLER, TIME
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import (
    AGENTS,
    LONGEST_LIST,
    PREPOSITION,
    PUBLIC_BODY,
    SECTION,
    is_unit,
    plausible,
    split_units,
    unit_list,
)
from reviewer.duties.subjects import EACH_OF, subject_by_place

_LONGEST_ACTOR = 60
_FIRST_OF_LIST = 16
_FOLLOWER = re.compile(
    r"要(?!求)|应|须|设在|必须|务必|不得|不准|不再|严禁|一律|可以?|将|负责(?!同志|人|干部|的)|牵头|也|都|均|分别|还|需|共同|根据|按照?|依照|依据|"
    r"在|对|把|从|以(?!及)|用(?!户|地|水|电|工|人|能|房)|具体|通过|结合|围绕|针对|向|与|于|由|每|商(?=[省市县区州旗镇乡国]|有关|相关)|会(?=[省市县区镇乡])|限(?=报|推|申|额|[\d一二两三])|作为|只能|同一|仅限|发现|接报|接到|收到|遇到|遇有|违反|拒不|拒绝|逾期|未按|未经|擅自|享有|承担(?!单位|部门|人)|有权|有义务|方可|手机|电话|会同|联合|配合|自|并|不|既|则|各(?=[负司尽存出派写留报拿])|主要(?!负责|领导)|参照|至少|原则上|最|先|再|就|"
    r"▣|组成(?=联合|考[察核]|调查|巡|工作|检查|督[查导]|专)|是(?=第一|直接|主要|首要|□|[^，。；]{0,20}(?:主体|责任人|责任单位|牵头单位)(?:[，。；]|$))"
)
_SPOKEN_FOLLOWER = re.compile(
    r"这(?=[一两几]?[天个周])|你们?(?=[盯抓管负带把去跟看牵包])|要(?!求)|把|将|都(?!市)|也|就(?!业)|先(?!进)|再|才|别(?!人|的)|不(?!动产|锈)|每|隔|逐|挨|全(?=[部都程])|一律|自己|各自|直接|带头|轮流|轮着|心里|勤(?![劳奋俭快务])|顺手|随手|[一二三四五六七八九十两\d]+(?:个人|号人|人[，])|回去|连夜|早晚|白天|晚上|今[天晚]|[明后]天|夜里|夜间|早上|中午|傍晚|[上下]午|天天|多操|多跑|帮着?|▣|\d+小时|二十四小时|"
    r"[一二两三四五六七八九十]+天|给(?!予)|派(?!出)|去(?!年|世|向)|来(?!源|自)|到(?!位)|上山|进山|出(?=[一二两三四五六七八九十\d]|人|车|力|钱)|守|盯|没|一[家户人村个组]|分(?=[一两三四五六七八九十\d]|头|班)"
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
        "更新",
        "改造",
        "治理",
        "振兴",
        "教育",
        "教学",
        "医疗",
    ]
)
_NOUN_GOES_ON = re.compile(r"[的、和与及还是有也已正仍]")
_AUDIENCE = re.compile(
    r"(?:政府|班子|社会|领导|基层|财政|群众|企业|居民|市民|村民|农户|用户|家长|学生|考生|纳税人|申请人|当事人|老人|个人|农民|职工|会员|农村|城市|平台|主体)$"
)
_NO_NAME = re.compile(
    r"[我你他她它不看到去来向对从在于给被比叫把让]|^(?:基本|关键|特别|尤其|就是|还有|方便|便于|使得|引得|面向)"
)
_TITLE = re.compile(r"负责(?:同志|人|干部|的)|主要负责|分管")
_BOUND = re.compile(
    r"要(?!求)|应当?(?!用|急|对)|须|必须|务必|不得|不准|一律|(?:具体)?负责(?!同志|人|干部|的)|牵头|会同|作为|也要|都要|将|"
    r"以[^，。；]{1,16}为(?:重点|主|核心|龙头|依托)|主(?:攻|抓)"
)
_TITLED = re.compile(r"(?:书记|主席|主任|委员|代表|同志|[局厅处科部省市县区镇乡校院所组队]长)$")
_LABEL = re.compile(
    r"(?:联系|负责|责任|牵头|申报|承办|经办|填表|申请|审核|主办|配合|协办|参与|参加)(?:人|单位|部门|科室|领导|人员)$"
)
_LONGEST_NAME = 12
_SHORT_NAME = 6
_BEHIND_SCIENCE = frozenset("学技研目普创幻")
_SHORTEST_PREDICATE = 3
_NO_PREDICATE = re.compile(
    r"[的和与及等之间内外上下中者级性、（）□两三四五六七八九十\d]|职工|干部|人员|负责人|领导|主要|工作(?!人员)|有关|相关|主管|职能|其他|组成|系统|党组|党委|班子|所属|下属|以下|联系|关系"
)
_MEN = ("干部", "书记", "第一书记", "工作队", "工作队员")
_PLACE = r"(?![各全本我该每])[\u4e00-\u9fff]{2,4}(?:(?<![老小社城山园景地库牧林灾校片辖矿厂街郊农灌学病战特])区|县|(?<![城都门上股楼夜集超])市|旗|镇|乡|(?<![农新乡全])村|街道)"
_PLACES = re.compile(
    rf"{_PLACE}(?:[、和]{_PLACE}){{1,12}}(?=都?(?:要(?!素|点)|应(?!急)|须|必须|务必|不得)|[负先]责|率先|先行|分别)|"
    rf"{_PLACE}(?=以[^，。；]{{1,16}}为(?:重点|主|核心|龙头|依托))"
)
_BEHIND_PLACE = re.compile("[、和以]")
_SECOND_PLACE = 8
_WE = re.compile(r"(?:我们|大家|你们|咱们)(?!党|国|的)|(?:在座的?)?各位(?!同志|领导|代表)|在座的")
_I = re.compile(
    r"我(?:作为(?P<office>[^，。；的]{2,12}?(?:书记|组长|局长|主任|主席|校长|院长|厅长|处长|科长|县长|市长|区长|镇长|负责人|责任人))|将|要)"
)
_BY_THEN = re.compile(
    r"(?:于|在|到|自)?▣++(?:一早|早上?|上午|中午|下午|傍晚|晚上?|[0-9一二三四五六七八九十]{1,2}[点时]半?(?:之?前|以前)?)*"
)
_OPENERS = [
    "会后",
    "会前",
    "同时",
    "工作中",
    "此外",
    "另外",
    "请",
    "由",
    "经(?!纪|销|理|营|办)",
    "希望",
    "要求",
    "建议",
    "委托",
    "授权",
    "责成",
    "抽调",
    "其中",
    "当前",
    "目前",
    "今后",
    "下一步",
    "原则上",
    "一早",
    "早上",
]
_OPENING = frozenset(opener[0] for opener in _OPENERS)
_BODY = re.compile(rf"(?:{'|'.join(_OPENERS)}|[^，。；]{{1,6}}的(?:事情?|活儿?)(?=[\u4e00-\u9fff]{{3}}))+")


_TOPIC = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,3}(?:村|社区|街道|组|片区|路段|河段|[坳沟屯庄寨湾坪岭坡坝塘洼堡]))"
    r"(?=的[^。]{2,20}，村里|去年|前年|那[段片条几个]|还有|离|路[程远窄险]|底子|人[多少口手]|地[多少势处]|山[高多上]|情况|任务|条件|今年|靠|临|紧[挨靠邻]|最|比较|问题|矛盾|欠账)"
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
    start = skip_to_subject(text, start, end)
    asked = (start > head and text[start - 1] in "请由") or text.endswith("你们", 0, start)
    if text.startswith(("我", "你们", "咱们", "各位", "在座", "大家"), start):
        match = _WE.match(text, start, end)
        if match:
            called = text.startswith("你们", start) and actor_at(sentence, text, match.end(), end, words)
            return called or Actor((), start, match.end())
        if match := _I.match(text, start, end):
            office = match["office"]
            end_of_name = match.end() if office else start + 1
            return Actor((f"{office}（我）" if office else "我",), start, end_of_name)
    if start >= end or text[start] == FILLER or (PREPOSITION.match(text, start) and not EACH_OF.match(text, start)):
        return None
    several = _BEHIND_PLACE.search(text, start + 2, start + _SECOND_PLACE) is not None
    if several and (places := _PLACES.match(text, start, end)) and not words.verbs.at(text, start, end):
        return Actor(split_units(sentence[start : places.end()], words), start, places.end())
    labelled = text.startswith(("：", ":"), end) and not _LABEL.search(text, start, end)
    if labelled and (charged := unit_list(sentence[start:end], words)):
        return Actor(charged, start, end)
    listed = "、" in text[start : start + _FIRST_OF_LIST]
    limit = min(end, start + (LONGEST_LIST if listed else _LONGEST_ACTOR))
    scene = text[end - 1] == "的" or text[end - 3 : end] == "的时候"
    for match in words.actor_endings.last_characters.finditer(text, start + 1, limit):
        at = match.end()
        ending = words.actor_endings.before(text, start, at)
        if not ending or (ending == "科" and text[at : at + 1] in _BEHIND_SCIENCE):
            continue
        if not plausible(text[start:at], ending, words) or _list_goes_on(text, at, end, words):
            continue
        at = _whole_name(text, at, end, words)
        at += text.startswith("等", at, end) and "、" in text[start:at]
        sure = len(ending) > 1 and ending not in words.regions
        sure = (
            sure
            or asked
            or "、" in text[start:at]
            or PUBLIC_BODY.match(text, start, at) is not None
            or text[start] in "各全每"
        )
        agent = ending in AGENTS and at - start > 2 and _is_person(text[start:at], words)
        sure = sure or SECTION.fullmatch(text, start, at) is not None or agent
        spoken = len(ending) == 1 and at - start <= 8 and _SPOKEN_FOLLOWER.match(text, at, end) is not None
        known = len(ending) > 1 or (words.spoken and at - start <= _SHORT_NAME)
        in_condition = known and scene and at < end - 2 and text[at] != "的"
        named = text[start:at]
        if sure:
            follows = (
                _followed(text, at, end, words)
                or ((len(ending) > 1 or agent or words.spoken) and acts_behind(text, named, at, end, words))
                or _is_list_of_bodies(text, named, at, end, words)
            )
        else:
            spoken = spoken or (words.spoken and at - start <= 8 and bool(words.everyday(text, at, end)))
            spoken = spoken or (words.spoken and at - start <= 5 and len(words.adverbs.at(text, at, end)) > 1)
            follows = (spoken and not _NO_NAME.search(named)) or _BOUND.match(text, at, end) is not None
        if not in_condition and not follows:
            continue
        return Actor(split_units(sentence[start:at], words), start, at)
    placed = subject_by_place(text, start, end, words)
    return Actor((sentence[start:placed],), start, placed) if placed else None


def _list_goes_on(text: str, at: int, end: int, words: DutyWords) -> bool:
    """Whether only the first half of a name ends here (包户|干部, 县委|督查室、县档案局)."""
    further = words.actor_endings.at(text, at, end)
    if len(further) < 2 or further in words.verbs:
        return False
    return further in _MEN or text[at + len(further) : at + len(further) + 1] in tuple("、和与及")


def _whole_name(text: str, at: int, end: int, words: DutyWords) -> int:
    """Where the name really ends: behind a bracket (各县（区）) and a further body (市政府督查室)."""
    while at < end and text[at] == FILLER:
        at += 1
    further = words.actor_endings.at(text, at, end)
    if len(further) > 1 and further not in words.verbs and _followed(text, at + len(further), end, words):
        return at + len(further)
    return at


def skip_to_subject(text: str, start: int, end: int) -> int:
    """Where connectives and times in front of a subject are over."""
    start = _behind_opener(text, start, end)
    timed = text.startswith(TIME, start) or text.startswith(TIME, start + 1)
    match = _BY_THEN.match(text, start, end) if timed else None
    return _behind_opener(text, match.end(), end) if match else start


def _behind_opener(text: str, start: int, end: int) -> int:
    if text[start : start + 1] not in _OPENING and text.find("的", start, start + 7) < 0:
        return start
    match = _BODY.match(text, start, end)
    return match.end() if match else start


def _followed(text: str, at: int, end: int, words: DutyWords) -> bool:
    """Whether what comes after a name can only be a predicate."""
    if at >= end:
        return False
    if _FOLLOWER.match(text, at, end):
        return True
    if _TITLE.match(text, at, end):
        return False
    verb = words.verbs.at(text, at, end)
    if verb in ("覆盖", "达到"):
        return False
    if verb in _COMPOUNDING and (
        words.compound_nouns.at(text, at + len(verb), end) or _NOUN_GOES_ON.match(text, at + len(verb), end)
    ):
        return False
    return bool(verb or words.adverbs.at(text, at, end))


def _is_person(name: str, words: DutyWords) -> bool:
    """Whether a name that ends like a person's or village's is one, and no phrase with a verb in it."""
    if _NO_NAME.search(name):
        return False
    inner = (words.verbs.at(name, at, len(name)) for at in range(1, len(name) - 1))
    return not any(len(verb) > 1 and verb not in words.attributive_verbs for verb in inner)


def acts_behind(text: str, name: str, at: int, end: int, words: DutyWords) -> bool:
    """Whether a plain name has an everyday verb behind it, as speech has it."""
    if _AUDIENCE.search(name) or _NO_NAME.search(name) or (len(name) > _LONGEST_NAME and "、" not in name):
        return False
    if name in words.regions or words.actor_endings.at(text, at, end):
        return False
    return bool(
        _followed(text, at, end, words) or _SPOKEN_FOLLOWER.match(text, at, end) or words.everyday(text, at, end)
    )


def _is_list_of_bodies(text: str, name: str, at: int, end: int, words: DutyWords) -> bool:
    """Whether a list of full names has something behind it that can hardly be but a predicate."""
    if "、" not in name or end - at < _SHORTEST_PREDICATE or _NO_PREDICATE.match(text, at, end):
        return False
    if words.actor_endings.at(text, at, end) or _TITLED.search(name):
        return False
    longer = (words.actor_endings.before(text, at - 2, at + more) for more in range(1, 4) if at + more <= end)
    if any(len(ending) > more for more, ending in enumerate(longer, 1)):
        return False
    units = split_units(name, words)
    last = words.actor_endings.before(name, 0, len(name))
    sure = len(last) > 1 or PUBLIC_BODY.match(units[-1]) is not None
    return sure and all(len(unit) > 2 and is_unit(unit, words) for unit in units)


def unit_ends(text: str, start: int, end: int, words: DutyWords) -> int | None:
    """Where the list of units that begins at `start` is over and a predicate or the clause's end comes, else None.

    Lists longer than a clerk would write are not followed to their end.
    """
    farthest: int | None = None
    end = min(end, start + LONGEST_LIST)
    for match in words.actor_endings.last_characters.finditer(text, start + 1, end):
        at = match.end()
        name = words.actor_endings.before(text, start, at)
        if not name or (at < end and text[at] in "、和与及或（□"):
            continue
        longer = (words.actor_endings.before(text, start, at + more) for more in range(1, 4) if at + more <= end)
        if any(len(ending) > more for more, ending in enumerate(longer, 1)):
            continue
        if at >= end or text.startswith(("等", "另行"), at) or _followed(text, at, end, words):
            return at
        if words.plain_verbs.at(text, at, end):
            return at
        farthest = farthest or (at if len(name) > 2 else None)
    return farthest


def topic_at(text: str, start: int, words: DutyWords) -> Actor | None:
    """The village or street that a clause speaks of before an order comes (后山村离林场近，……)."""
    match = _TOPIC.match(text, start)
    if match is None or not plausible(match["place"], match["place"][-1], words):
        return None
    return Actor((match["place"],), start, match.end())
