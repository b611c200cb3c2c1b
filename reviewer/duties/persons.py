"""Whom a talk in a village or township names: people by nickname, post or kinship, and the men of a unit."""

import re
from functools import cache

from reviewer.duties.actors import Actor, acts_behind, skip_to_subject
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import is_unit
from reviewer.resource import lexicon

_POSTS = (
    "会计|出纳|文书|电工|水管员|水电工|放水员|护林员|保洁员|网格员|村医|兽医|防疫员|联络员|信息员|治保主任|妇女主任|民兵连长|团支书|"
    "老?支书|老?书记|村主任|主任|副主任|组长|队长|站长|所长|副?[乡镇村局校院股科部]长|委员|经理|干事|文员|司机|门卫|厨师|保管|管水的|退休教师|老党员|老队长|老会计"
)
_ALONE = re.compile("会计|出纳|电工|文书|邻居|[村镇乡局校队社组]里")
_KIN = "[大二三]?(?:叔|婶|伯|嫂子?)|大爷|大娘|大妈|大姐|大哥|爷爷|奶奶|师傅|老师"
_NOT_NICKNAME = "老(?=师|房|路|党员|车|屋|农|龙头)|小(?=时|康|路|米|麦|农|包|车|水|龙|石|池|区|学|组)"
_PLACE = re.compile(r"[沟坳屯庄寨湾坪岭坡坝塘洼堡村组镇片队社站所局办中心校院厂园会部区户家员任记长](?:的)?$|的$")
_NOT_OWNER = re.compile(r"[，。；、我你他她它们这那把让给被比向对]|要|是|有|都|也|就|去|来|了")
_GROUP = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{2,9}?)的(?:同志|人手?|师傅们?|干部|同事|伙计|年轻人|技术员|医生|老师)们?(?=[\u4e00-\u9fff▣])"
)
_JOINT = re.compile(r"、|和|跟|，?(?:再加上|加上|还有)")
_NEXT_ITEM = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6}的)?[\u4e00-\u9fff]{2,4}?(?=、|，|和|跟|[二两三四五六七八几\d]个?[人位家]|[都一轮挨各负])"
)
_COUNTED = re.compile(r"，?[这那]?[二两三四五六七八几\d]+个?[人位家]|，?[仨俩]")
_WITH = re.compile(r"[跟同和与](?P<who>[\u4e00-\u9fff]{2,8}?)(?=一[块起道同]|都|要|合[伙计]|搭|轮流|各)")
_LOOKS_AFTER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,3})(?=(?:包|管|盯|守|跑|带)(?:[一二三四五六七八九十两\d]+|[东西南北上下前后])[组片村户队社路段])"
)
_NOT_GIVEN = re.compile(r"[我你他各每们的个村组社镇户由再就先要都也]")
_FALLS_TO = re.compile(r"归(?P<who>[\u4e00-\u9fff、]{2,16}?)(?=[，。；]|管|包|抓|守|盯|负责|来)")
_MOST_LISTED = 6


@cache
def _surnames() -> str:
    return re.sub(r"\s", "", str(lexicon("people")["surnames"]))


@cache
def _person() -> re.Pattern[str]:
    surnames = _surnames()
    return re.compile(
        rf"(?P<owner>[\u4e00-\u9fff]{{0,10}}?)(?P<core>(?!{_NOT_NICKNAME})[老小][{surnames}]|[{surnames}](?:{_POSTS})|"
        rf"(?:{_POSTS})(?:[\u4e00-\u9fff]{{1,2}}(?:{_KIN})|[老小][{surnames}])|(?:[\u4e00-\u9fff]{{1,2}}|退休的?[\u4e00-\u9fff])(?:{_KIN}))"
    )


@cache
def _named_by_post() -> re.Pattern[str]:
    never = str(lexicon("people")["never_given"])
    given = rf"[^{never}把先去来每一带，。；、▣□]"
    return re.compile(rf"(?:{_POSTS})(?:{given}{{2}}|[{_surnames()}]{given}{{1,2}})(?=[把先去来每一带▣]|统一|负责)")


def person_at(text: str, start: int, end: int, words: DutyWords, *, called: bool) -> Actor | None:
    """The people or the men of a unit whom a clause of a talk begins with; `called` where the next clause says 你."""
    start = skip_to_subject(text, start, end)
    if match := _LOOKS_AFTER.match(text, start, end):
        return None if _NOT_GIVEN.search(match["who"]) else Actor((match["who"],), start, match.end())
    group = _GROUP.match(text, start, end)
    if group and _is_owner(group["unit"], words) and acts_behind(text, "人", group.end(), end, words):
        return Actor((group["unit"],), start, group.end())
    alone = _ALONE.match(text, start, end)
    if alone and acts_behind(text, alone[0], alone.end(), end, words):
        return Actor((alone[0],), start, alone.end())
    match = _person().match(text, start, end)
    if match is not None and _is_owner(match["owner"], words):
        return _listed(text, start, match.end(), end, words, called=called)
    if match := _named_by_post().match(text, start, end):
        return Actor((match[0],), start, match.end())
    return None


def _is_owner(owner: str, words: DutyWords) -> bool:
    """Whether what stands before a name can only say where the person belongs."""
    if not owner:
        return True
    if _NOT_OWNER.search(owner) or words.verbs.at(owner, 0, len(owner)):
        return False
    name = owner.removesuffix("的")
    return bool(_PLACE.search(owner) or words.actor_endings.before(name, 0, len(name)))


def _listed(text: str, start: int, at: int, end: int, words: DutyWords, *, called: bool) -> Actor | None:
    """The person whose name ends at `at`, with those who are listed behind it."""
    units = [text[start:at]]
    stop = len(text)
    for _ in range(_MOST_LISTED):
        joint = _JOINT.match(text, at, stop)
        item = _NEXT_ITEM.match(text, joint.end(), stop) if joint else None
        if item is None:
            break
        units.append(item[0])
        at = item.end()
    counted = _COUNTED.match(text, at, stop) if len(units) > 1 else None
    at = counted.end() if counted else at
    if at >= end and called:
        return Actor(tuple(units), start, min(at, end))
    limit = end if at < end else stop
    if counted is None and not acts_behind(text, units[-1], at, limit, words):
        return None
    return Actor(tuple(units), start, min(at, end))


def together_with(text: str, first: Actor, end: int, words: DutyWords) -> Actor:
    """The subject with the unit that a talk joins to it (供销社跟农技站一块儿去)."""
    joint = _WITH.match(text, first.end, end)
    name = joint["who"] if joint else ""
    if joint is None or not words.actor_endings.before(name, 0, len(name)):
        return first
    return Actor((*first.units, name), first.start, joint.end())


def falls_to(masked: str) -> list[str]:
    """Those to whom a talk hands a stretch (南坡归护林员)."""
    return [match["who"] for match in _FALLS_TO.finditer(masked)]


def names_somebody(text: str, words: DutyWords) -> bool:
    """Whether `text` is nothing but the name of a unit or of a person."""
    match = _person().fullmatch(text)
    return is_unit(text, words) or (match is not None and _is_owner(match["owner"], words))
