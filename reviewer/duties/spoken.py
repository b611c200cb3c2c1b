"""Orders as they are spoken in villages and townships: no modal, a plain verb, a turn of phrase that only orders have."""

import re
from collections.abc import Iterator
from itertools import islice

from reviewer.duties.actors import Actor
from reviewer.duties.clauses import TIME, Clause
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.sentence import Sentence
from reviewer.language.patterns import ended

_TELLS = re.compile(
    r"\?|？|去年(?![^，。；]{0,24}的[\u4e00-\u9fff])|比(?:上年|去年|往年)|现在呢|从来?[不没]|一辈子|有人(?:嫌|抱怨|担心|议论)|前年(?![^，。；]{1,10}的[\u4e00-\u9fff])|昨[天日晚]|前(?:几天|天|不久|阵子|一阵|些[年天日]|几[年日]|段时间)|上(?<!以上)(?:个?月|周|个?星期|回)(?![^，。；]*(?:这|下)个?月)|"
    r"到头来|哪样不|就这么[多点些](?=[，。])|那[年时会]|那天[我他]|当时|往年|刚才|刚刚|近[几两些]年|前期(?!工作|准备|手续)|效果(?:不错|很好|明显|显著)|这(?:些|几|两)年|多年来|以来|为(?:什么|啥|何)|怎么(?!做|办|干)|谁还|难道|哪能|说到底|大伙儿?都(?:说|讲|觉得|看|愿意|高兴)|俗话|常言|"
    + ended("吗 呢", "[。！]?$")
    + "|"
    + ended("花 挣 赚 欠 借 赔", "了(?=[一二三四五六七八九十几两好\\d])")
    + "|"
    + ended(
        "群众 老百姓 乡亲们 大家 有人 他们? 人家(?<![跟给对向和让同]人家)", "都?(?:说|讲|反映|觉得|看|愿意|高兴|满意)"
    )
)
_NARRATOR = re.compile(
    r"(?:我(?!包(?!里|庇|括|含|装)|[跟和]\w{1,5}[分各]|提醒|强调|要求|再[说讲]|[讲说]一[句下]|们|局|镇|乡|县|市|区|校|院|村|省|委|厅|办)|他|她|它|人家|邻[县村镇居]|别[的人处]|有[的些人]|老百姓|群众|老乡|乡亲们)"
)
_DONE = re.compile(
    r"已经?(?!有的)|(?<![为罢末受除完不])了(?!的|断|事|解|结|却)|(?<![通经超不再难])过(?=[，。；、]|$)(?<!一[个户村组家][^，。；]过)|得(?:很|好|不错|不|太|都|更|特别|非常|挺|了|差|多)|"
    r"(?:很|挺|真|太|非常|十分|比较|不太|有点)(?!快|好地)[\u4e00-\u9fff]|不容易|不好[走办干]|不错|有数|心里"
)
_CONSEQUENCE = re.compile(ended("扣 罚 奖", r"(?=[^，。；]{0,10}(?:\d|[一二两三四五六七八九十百千]+[元分万]))"))
_PENALTY = re.compile(
    "全扣(?![除子押紧])|扣(?![除子押紧])|停(?:职|岗|发|用|拨|[一二两三四五六七\\d]+[天个])|撤(?:职|换|下)|免(?:职|掉)|摘(?:牌|帽)|取消|追(?:责|究)|问责|通报|曝光|约谈|一票否决|写检[查讨]|"
    + ended("作 做", "检[查讨]")
    + "|"
    + ended("清 辞 劝 斥", "退")
    + "|退回|诫勉|"
    + ended("黄 红", "牌")
    + "|查处|顶格|"
    + ended("直接 从严 一起 一并", "查")
    + "|移[交送]|介入|说清楚|是问|处理(?<!不好处理)|处分|走人|让位|挪位置|不(?:验收|拨付?|发|给|评先|评优|提拔|重用|认账|算数)|"
    + ended("报 交", "(?:纪委|公安|派出所|司法)")
)
_CASE = re.compile(
    r"(?:^|[，；])(?:凡是?|谁(?!都|也)|哪[个家村户]|只要|一经|一旦|发现|出现|查[实到出]|[超少缺差漏晚][一二两三四五六七八九十\d]|再(?:有|犯|发生|出现)|逾期|超过|到期)|的(?:，|[一直当马立就都由先])|[\u4e00-\u9fff]的，"
)
_CASE_OF = re.compile(r"(?:^|[，；])对[^，。；]{2,40}的[^，。；的]{1,8}，")
_ONE_BY_ONE = re.compile(
    r"一(?P<one>[\u4e00-\u9fff]{1,2})一(?P=one)(?!地?(?:好|变|长|过去))(?<!一天一天)(?<!一年一年)(?<!一代一代)"
)
_FIRST_THEN = re.compile(
    r"先(?![后进总天行生锋例前导机手期辈知河贤])(?P<first>[^，。；]{1,14}?)，?(?:再(?![三次也度犯])|然后|后(?![果面来勤台续山天]))[^，。；]{1,}"
)
_EACH_ITS_OWN = re.compile(
    r"该(?P<act>[\u4e00-\u9fff]{1,3}?)的[^，。；没未不]{0,4}(?P=act)|该(?<!应该)(?P<do>(?![怎啥忙])[\u4e00-\u9fff]{2})(?P=do)|"
    + ended(
        "凡是?(?<![^，；、]凡)(?<![^，；、]凡是)能 只要(?<![^，；、]只要)能 能(?<![^，；、]能)",
        "(?![够否力源量耗级])[^，。；]{1,12}的，?[^，。；]{0,3}(?:就|不(?=过夜|推|拖|等|留)|当场|立[即刻]|马上|当[天日]|尽量)",
    )
    + "|"
    + ended(
        "发现 出现 排查 查出 摸清 成熟 解决 整改 见到 碰到",
        "一(?:" + "|".join(f"{kind}，?[^，。；]{{1,6}}一{kind}" for kind in "个起件例家处户批宗") + ")",
    )
    + r"|谁(?<![^，；]谁)[^，。；、是]{1,6}，?谁[^，。；]{1,6}|谁[^，。；、是也都不比]{1,4}谁[^，。；]{1,6}|哪[里个家村户组][^，。；]{1,8}先[^，。；]{1,4}哪|"
    + ended("见 抓 查 逮 发现", "[^，。；]?(?:一个[退罚查清撤砸]一个|一起[退罚查处]一起)")
)
_EACH_ONE = re.compile(
    ended(
        "每 一",
        "[个家户村组栋台人座位名条辆所支][^，。；的了]{0,4}?(?:至少|各|都|不少于|得)?(?:装|配|派|出|签|发|留|备|包|选|拿|交|报|写|转|查|看|走|跑|讲|办|搞|建|种|领|帮|联|守|拉出来)"
        r"[^，。；的了过]{0,5}?[一二两三四五六七八九十半\d]",
    )
    + r"|限[一二两三四五六七八九十\d]+(?:天|日|周|个(?:小时|钟头|星期|月))"
)
_NO_OTHER_WAY = re.compile(r"非[^，。；]{1,12}不可")
_NOT_ONE = re.compile(
    ended(r"一[\u4e00-\u9fff]{1,3} 半[\u4e00-\u9fff]", "(?:都|也)?不(?:能|许|准|得)?(?:漏|落|少|拖|差|留|剩|放过)")
)
_AFTERWARDS = re.compile(ended("会后 散会 回去 回到(?:村|单位|家)里?", "(?:以后|之后|后|就|都|先|，)"))
_SHIFTS = re.compile(
    ended("24 二十四", "小时(?:不间断|轮流)?(?:值|备|巡|盯|守|在岗|待命|开机|蹲|有人)")
    + "|"
    + ended("一 两 三 四 五 " + " ".join("0123456789０１２３４５６７８９"), "个?人一[班组岗队]")
    + "|轮流(?:值|守|盯|巡|上|去)"
)
_TURNS = (
    _EACH_ITS_OWN, _EACH_ONE, _NO_OTHER_WAY, _FIRST_THEN, _NOT_ONE, _SHIFTS, _ONE_BY_ONE, _AFTERWARDS,
)  # fmt: skip
_ANY_TURN = re.compile("|".join(turn.pattern for turn in _TURNS))
_BAN = re.compile(
    r"(?:千万|就|也|都|可|再|先|谁也|谁都|光|一律)*(?P<ban>别(?![人的处样墅致名号称国家论扭具有动]|开生)|莫(?![不非过如名大及])|不要|不能(?![不够及说因低否只]|[^，。；]{0,6}(?:的|就)))"
)
_ALSO_BAN = re.compile(r"(?:就|都|也|可|千万|谁也|谁都)(?P<ban>别(?!的|人|处)|莫|不许|不要)")
_MAY_BAN = re.compile("别|莫|不[要许能]")
_RESULTS = re.compile(r"[就才都]能(?!者)|就会|就可能")
_MUST = re.compile(
    ended(
        "必须得 得(?<=[都也还就总可更先才们村组家长任记部员里]得)",
        "(?=[^到了以分出很起力益罪失不多更好太非特都对快知当票])",
    )
)
_TIMES_OVER = re.compile(
    r"(?<![第有过了这那哪每])(?:[一两三四五六几]|\d+)(?:次|遍|轮|趟|回|圈|茬|场(?!所)|堂)(?!性|次|序)|(?P<v>[\u4e00-\u9fff])一(?P=v)(?![个起件例家处户批])|一下(?:[，。；]|$)"
)
_TO_THE_END = re.compile(
    r"(?:好|到位|下去|起来|清楚|清|干净|死|牢|住|实|透|掉|齐|满|稳|紧|完|上去|上来|下来|出来|出去|进去|回来|回去|到底|到家|到人|到户|到头|过去|走)(?:[，。；、]|$)"
)
_CASE_HEAD = re.compile(
    r"(?:[坏缺破旧丢漏少多错重空闲][^，。；的]{0,6}|[^，。；的]{1,6}了|(?:凡|不|没|未|有|超|逾|还没|尚未|实在|确实|真正)[^，。；的]{1,10})的(?=[\u4e00-\u9fff]{2})"
)
_MOST_TURNS = 8
_EXISTS = re.compile(
    r"(?:都|也|还|就|只|才|全|已|又)*(?:是|有(?!序|效|力)|在(?=[一这那])|会(?!同|商|诊|审)|能(?!当)|可能|知道|清楚|属于|等于|叫做?|想(?!办法|法子|方设法)|觉得|喜欢|愿意)"
)
_NO_ACT = re.compile(r"[的是为]|还[是有]|仍[是有]|也是|有(?!关|序)")
_SOON = re.compile(
    r"(?:都|也|就|先|再|各|全|各自|自己|轮流|统统|通通|全部|当场|当天|当面|随手|顺手|勤|轮着|一起|一块儿?|马上|立马|赶紧|赶快|抓紧|连夜|直接|带头|主动|挨[个家户]|早晚|天天|白天|晚上|回去|多|少|帮着|跟着)+"
)

_SENDS_HOME = re.compile(r"散会[。！!]?$|(?:话|道理|我)[^，。]{0,6}就?[说讲]到?(?:这|此)[^，。]{0,4}(?:[，。！]|$)")
_WEIGHS_NEEDS = re.compile(r"(?:^|，)[^，。；]{1,3}要[^，。；]{1,4}，[^，。；]{1,3}要[^，。；]{1,4}(?:，|$)")
_FROM_ABOVE = re.compile(
    r"(?:[上今]面|上头|上级|(?:县|市|省|区)(?:[里上]|财政|委|政府))[^，。；要]{0,8}?(?:[开发下定给拨派讲说]了|要求|放话|有话|下文|发文|开会)"
)
_OURS = re.compile(r"各|你|我|咱|全[乡镇村]|村|大家")


class Order:
    """A spoken order: the clause that gives it, the words that show it, and whether they forbid."""

    __slots__ = ("ban", "clause", "words")

    def __init__(self, clause: int, words: str, *, ban: bool = False) -> None:
        self.clause, self.words, self.ban = clause, words, ban


def order_by_turn(text: str, parts: tuple[Clause, ...], actors: tuple[Actor | None, ...]) -> Order | None:
    """The order that a turn of phrase gives, whatever its verb: no masked sentence that tells or asks has one."""
    if _tells(text, parts):
        return None
    for pattern in _TURNS if _ANY_TURN.search(text) else ():
        for match in islice(pattern.finditer(text), _MOST_TURNS):
            index = _clause_at(parts, match.start())
            clause = parts[index]
            if pattern is _AFTERWARDS and match.start() != clause.head and not actors[index]:
                continue
            if _NARRATOR.match(text, clause.head) or _told(text, clause, match.end()):
                continue
            if _RESULTS.search(text, clause.start, clause.end):
                continue
            return Order(index, match[0])
    may_ban, may_must = _MAY_BAN.search(text) is not None, "得" in text
    for index, (clause, actor) in enumerate(zip(parts, actors, strict=True)):
        if not (may_ban or may_must):
            break
        ban = _BAN.match(text, actor.end if actor else clause.head, clause.end) if may_ban else None
        if may_ban and ban is None and not (actor and actor.units):
            ban = _ALSO_BAN.search(text, clause.head, clause.end)
        if ban and text[clause.end - 1] != "的" and (ban["ban"] != "不能" or index == 0 or (actor and actor.units)):
            return Order(index, ban["ban"], ban=True)
        must = _MUST.search(text, clause.head, clause.end) if may_must else None
        if must and not _DONE.search(text, must.end(), clause.end):
            return Order(index, "得")
    if _PENALTY.search(text) or _CONSEQUENCE.search(text):
        case, met = _CASE.search(text), _CASE_OF.search(text)
        behind = min(case.start() if case else len(text), met.end() if met else len(text))
        for index, clause in enumerate(parts):
            begin, end = clause.head, clause.end
            penalty = _PENALTY.search(text, begin, end) or _CONSEQUENCE.search(text, begin, end)
            if penalty and penalty.start() >= behind and not _told(text, clause, clause.start):
                return Order(index, penalty[0])
    return None


def order_by_verb(
    text: str, parts: tuple[Clause, ...], actors: tuple[Actor | None, ...], words: DutyWords
) -> Order | None:
    """The order that an everyday verb gives, which binds only with a name, a time, a case or a count beside it."""
    if _tells(text, parts):
        return None
    case = spoken_of = False
    for index, (clause, actor) in enumerate(zip(parts, actors, strict=True)):
        named = actor is not None and bool(actor.units or text.startswith(("你们", "大家", "咱们"), actor.start))
        timed = TIME in text[clause.start : clause.end]
        case = case or _CASE_HEAD.match(text, clause.head, clause.end) is not None
        if text[clause.end - 1] == "的" and not _CASE_HEAD.match(text, clause.head, clause.end - 1):
            case = True
            continue
        if _told(text, clause, clause.start) or _RESULTS.search(text, clause.start, clause.end):
            spoken_of = spoken_of or named
            continue
        named = named or spoken_of
        spoken_of = spoken_of or (named and text.endswith("的时候", clause.start, clause.end))
        if named and actor and timed and not text[actor.end : clause.end].strip(TIME):
            return Order(index, "点名定时")
        for at in _predicates(text, clause, actor):
            if _EXISTS.match(text, at, clause.end):
                break
            spoken_of = spoken_of or named
            verb = words.everyday(text, at, clause.end)
            counted = _TIMES_OVER.search(text, at, clause.end)
            known = max(verb, words.verbs.at(text, at, clause.end), key=len)
            noun = words.compound_nouns.at(text, at + len(known), clause.end)
            if _NO_ACT.match(text, at + len(known) + len(noun), clause.end):
                continue
            if counted and (named or timed or known):
                return Order(index, counted[0])
            whole = len(known) > 1 and at + len(known) == clause.end
            if known and (whole or _goes_on(text, at + len(known), clause.end)) and (named or timed or case):
                return Order(index, known)
            if named and text.startswith(("把", "给"), at):
                return Order(index, text[at])
    return None


def only_talks(sentence: Sentence) -> bool:
    """Whether a sentence of a talk only tells what those above want, weighs needs or sends the audience home."""
    text = sentence.masked
    if _SENDS_HOME.search(text):
        return not any(actor and actor.units for actor in sentence.actors) and TIME not in text
    if _WEIGHS_NEEDS.search(text) and recalls(text):
        return True
    if not _FROM_ABOVE.match(text):
        return False
    return not any(actor and (not actor.units or _OURS.match(actor.units[0])) for actor in sentence.actors[1:])


def recalls(text: str) -> bool:
    """Whether a masked sentence tells a story, argues or asks, whoever speaks in it."""
    return _TELLS.search(text) is not None


def _tells(text: str, parts: tuple[Clause, ...]) -> bool:
    return recalls(text) or bool(parts and _NARRATOR.match(text, parts[0].head))


def _predicates(text: str, clause: Clause, actor: Actor | None) -> Iterator[int]:
    """Where the predicate of a clause may begin: behind its subject, adverbs and times."""
    at = actor.end if actor else clause.head
    yield at
    for _ in range(4):
        moved = at
        while moved < clause.end and text[moved] == TIME:
            moved += 1
        if soon := _SOON.match(text, moved, clause.end):
            moved = soon.end()
        if moved == at:
            break
        at = moved
        yield at
    if case := _CASE_HEAD.match(text, at, clause.end):
        yield case.end()
    later = text.find(TIME, at, clause.end)
    if later >= 0:
        while later < clause.end and text[later] == TIME:
            later += 1
        soon = _SOON.match(text, later, clause.end)
        yield soon.end() if soon else later


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a verb has an object or complement behind it, and is no part of a noun."""
    return at < end and text[at] not in "的是得者性率"


def _told(text: str, clause: Clause, start: int) -> bool:
    """Whether a clause reports or describes, from `start` on."""
    return _DONE.search(text, max(start, clause.head), clause.end) is not None


def _clause_at(parts: tuple[Clause, ...], offset: int) -> int:
    return max((i for i, clause in enumerate(parts) if clause.start <= offset), default=0)
