"""Reading durations that limit a task, and the event that they are counted from."""

import re
from functools import cache

from reviewer.language.numerals import parse_number
from reviewer.model.time import TimeType
from reviewer.resource import lexicon
from reviewer.times.periods import read_until
from reviewer.times.raw import Anchor, Between, Edge, Event, Form, Found, Length, Masked, Unit, Years
from reviewer.times.text import HAN, MASK, NOT_WITHIN, SEP, sentence_start, start_behind
from reviewer.times.words import alternatives, name_follows

_COUNT = rf"[0-9]{{1,4}}|[{HAN}两百]{{1,5}}|{MASK}"
_UNITS = {
    "分钟": Unit.MINUTE, "小时": Unit.HOUR, "钟头": Unit.HOUR, "工作日": Unit.WORKDAY, "自然日": Unit.DAY,
    "日历日": Unit.DAY, "天": Unit.DAY, "日": Unit.DAY, "星期": Unit.WEEK, "礼拜": Unit.WEEK, "周": Unit.WEEK,
    "个月": Unit.MONTH, "季度": Unit.MONTH, "学期": Unit.MONTH, "年": Unit.YEAR, "学年": Unit.YEAR,
}  # fmt: skip
_FACTORS = {"季度": 3, "学期": 6}
_UNIT = r"个?工作日|个?自然日|个?日历日|个?小时|个?钟头|分钟|个?星期|个?礼拜|周(?![岁年边期长密])|天(?![津然空])|日(?![均元])|个月|个?季度|个?学期|个?学年|年(?![龄级代轻均])"
_LENGTH = re.compile(rf"(?:({_COUNT})(?:{SEP}({_COUNT}))? ?({_UNIT})(半)?|半(个月|年|天|小时)|({_COUNT})个半(月|小时))")
_WITHIN = re.compile(rf"(左右)?(之内|以内|内(?!{NOT_WITHIN}))")
_ABOUT = re.compile(r"左右(?:时间)?|时间(?:左右|之?内)?")
_TIME = re.compile(r"的?时间|，|的?(?:不懈|持续|艰苦|共同|集中|接续)?(?:努力|奋斗|攻坚)")
_MANY = re.compile(rf"(?:[0-9]{{1,3}}|[{HAN}两百]{{1,4}})[多余]年来(?![说源])")
_COMING = re.compile(r"多?来(?![说源临到看自往访函信电京华宾得])|以来")
_SPENDING = re.compile(r"(?:力争|争取|再)?(?:利用|用|花|通过|经过|经|历时|为期|拿出|集中)$")
_CEILING = re.compile(r"(?:不得?超过|不得?多于|不得?晚于|最长|最迟|不超出|至多)$")
_EXTENSION = re.compile(r"延长(?:至|为)?$")
_NOTICE_TIME = re.compile(r"(?:公示|公开征求意见|公告)(?:时间|期限?|期间)?(?:为|是|不得?少于|不低于)?$")
_BE_DONE = re.compile(
    r"(?:全部|必须|就|得|要|给我)*[弄干搞办修清拆挖建搬收发填做交查跑走摸种装换排腾运割栽浇补](?:遍|完|好|出来?|清|通|齐|到位|掉|净)(?![了的过])"
)
_BEHIND_DONE = re.compile(r"(?:[了过又再第前近满每隔]|不到|不足|足足|整整|短短|仅|只用)$")
_IN_ADVANCE = re.compile(
    r"(?:向|报(?![废酬])|提出|申请|通知|告知|公告|公示|书面|预约|送(?!达了)|发布|提交|申报|通报|知会|张贴|函告|商|与|将|把|在|到|以)(?![^，。；]{0,20}[了过])"
)
_LEFT_OVER = re.compile(r"(?:不到|不足|还有|仅剩|只剩|剩下|只有|已有|将近|近)$")
_AMOUNT = re.compile(r"(?:压缩|缩短|缩减|精简|提速|压减|由|年龄|工龄|任职|满|连续|每)(?:至|到|为|在)?$")
_EVENT_TAIL = re.compile(r"(?:(?:之日|当日|次日|之时|日)起(?:算|计算)?(?:的|，)?|(?:之|以)?[前后](?:的)?)$")
_OWN_MEETING = re.compile(
    r"(?<=[位门区县镇乡村局委办室部组员方司校院队站所社])(?:本次|此次|这次)?(?:会议?|大会)(?:结束)?后的?$"
)
_CONDITION = re.compile(
    r"(?:^|[，；：])对(?![照标表接])[^，。；]*，|发现|受理|收到|接到|申请|投诉|举报|查出|之日|后，|的，|情形|超过|逾期"
)
_STARTS = re.compile(
    r"(?<![各亲])自(?!查|治|评|行|身|主|我|然|检(?!查)|动|愿|收自|律|纠|觉|由|建|学|用|筹)|(?<![服盲随顺听遵自])从(?!事|业|严|重|优|快|速|轻|政|教|属|中|紧)"
    r"|(?<![存现所正不内实潜旨好])在(?!建|岗|职|线|编|校|册|押|逃|用)|(?<![关对由属位鉴基等低高大小多少优善至便利忠敢勇终])于"
    r"|按照|依照|根据|应当|必须|务必|不得|可以|负责|及时|(?<![反相供对适])应(?!急|用|对|届|诉|付|收)|(?<![重主需摘纪])要(?!求|素|点|件|闻)|(?<![请必所急供])须|(?<![必供急])需(?!求|要)|(?<![邀申报提])请(?!示|求|假|示)|(?<![一])并(?!联|网|购|入|案|轨)|且"
)
_TWO_OR_THREE = re.compile(r"([一二两三四五六七八九])([二两三四五六七八九])(十?)$")
_CALENDAR_YEAR = re.compile(rf"[0-9]{{4}}|[一二][{HAN}]{{3}}")
_NTH = re.compile(rf"的?第(?P<count>[0-9]{{1,2}}|[{HAN}两]{{1,2}})个?(?P<unit>工作日|天|周|星期|个月)(?:内|以内)?")
_DIGIT_BEFORE = re.compile(r"[0-9.．第]$")


def read_length(text: str, pos: int) -> Found | None:
    """The limiting duration whose number begins at `pos`: where its words begin and end, those of its event
    included, and its form. A duration that limits nothing is None.
    """
    if many := _MANY.match(text, pos):
        return pos, many.end(), Years(None, Unit.YEAR, ahead=False)
    match = _LENGTH.match(text, pos)
    if match is None or _DIGIT_BEFORE.search(text, max(0, pos - 1), pos) or _CALENDAR_YEAR.match(text, pos):
        return None
    end = match.end()
    before = text[max(0, pos - 12) : pos]
    anchored = _EVENT_TAIL.search(before)
    if within := _WITHIN.match(text, end):
        if _AMOUNT.search(before) and not anchored:
            return None
        start, anchor = _anchor(text, pos) if anchored else (pos, _free_anchor(text, pos))
        backwards = anchored is not None and "前" in anchored[0]
        return start, within.end(), _form(match, Anchor.OTHER if backwards else anchor, exact=within[1] is None)
    if (
        anchored
        and "前" not in anchored[0]
        and not text.startswith(("后", "以后", "以上", "以前", "前", *name_follows()), end)
        and "日" in match[0]
    ):
        start, anchor = _anchor(text, pos)
        return start, end, _form(match, anchor)
    if anchored and "起" in anchored[0] and text.startswith("后", end):
        start, anchor = _anchor(text, pos)
        return start, end + 1, _form(match, anchor, exact=False)
    if coming := _COMING.match(text, end):
        if before.endswith(("近", "每", "过去")) or match[0][-1] not in "年月":
            return None
        return pos, coming.end(), _years(match, ahead=False)
    return _spent(text, pos, match, before)


def _spent(text: str, pos: int, match: re.Match[str], before: str) -> Found | None:
    """A duration that says how long a task may take without 内: 用三个月时间, 不超过6个月, 为期一周, 公示5个工作日."""
    end = match.end()
    small = "小时" in match[0] or "分钟" in match[0]
    if about := _ABOUT.match(text, end):
        if (
            small
            or _LEFT_OVER.search(before)
            or not (
                about[0].startswith("时间") or _SPENDING.search(before) or before.endswith(("力争", "争取", "在", "以"))
            )
        ):
            return None
        return pos, about.end(), _form(match, Anchor.NOW, exact="左右" not in about[0])
    if text.startswith(name_follows(), end) and not _TIME.match(text, end):
        return None
    if before.endswith("提前") and _IN_ADVANCE.match(text, end):
        return pos - 2, end, _form(match, Anchor.OTHER, exact=False)
    if _BE_DONE.match(text, end) and not _BEHIND_DONE.search(before):
        return pos, end, _form(match, Anchor.NOW)
    ceiling = _CEILING.search(before) or (_EXTENSION.search(before) and "年" not in match[0])
    if ceiling and not small and not text.startswith("的", end):
        return pos, end, _form(match, Anchor.OTHER, exact=False)
    if (_SPENDING.search(before) and _TIME.match(text, end)) or before.endswith("为期"):
        return pos, end, _form(match, Anchor.NOW)
    if _NOTICE_TIME.search(before) and not small:
        return pos, end, _form(match, Anchor.OTHER, exact=False)
    return None


def read_nth(text: str, pos: int) -> Found | None:
    """第一个工作日 or 第三天 behind an event, whose day is exact, and 第一周, whose last day is not."""
    match = _NTH.match(text, pos)
    count = parse_number(match["count"]) if match else None
    if match is None or not count:
        return None
    unit = _UNITS[match["unit"]]
    return pos, match.end(), Length(count, count, unit, Anchor.OTHER, exact=unit in (Unit.DAY, Unit.WORKDAY))


def read_years(text: str, pos: int, ahead: bool) -> tuple[Form, int] | None:
    """The duration behind 近, 过去 or 今后, which ends at `pos`, and the offset behind it."""
    start = pos + 1 if text.startswith(("的", "这"), pos) else pos
    match = _LENGTH.match(text, start)
    if match is None or match[0].endswith(("日", "小时", "分钟")) or _CALENDAR_YEAR.match(text, start):
        return None
    end = match.end()
    if text.startswith(("期", "级", "制", "行动", "计划"), end):
        return None
    if within := _WITHIN.match(text, end):
        end = within.end()
    elif text.startswith("期间", end):
        end += 2
    return _years(match, ahead), end


def _years(match: re.Match[str], ahead: bool) -> Form:
    form = _form(match, Anchor.NOW)
    if isinstance(form, Masked):
        return Masked(TimeType.RANGE)
    assert isinstance(form, Length)
    return Years(form.high, form.unit, ahead)


def _form(match: re.Match[str], anchor: Anchor, exact: bool = True) -> Form:
    low, high, unit, half, half_unit, and_half, and_half_unit = match.groups()
    if half_unit:
        count, of = {"个月": (15, Unit.DAY), "年": (6, Unit.MONTH), "天": (1, Unit.DAY), "小时": (30, Unit.MINUTE)}[
            half_unit
        ]
        return Length(count, count, of, anchor, exact=exact)
    if and_half:
        months = and_half_unit == "月"
        number = parse_number(and_half)
        if number is None:
            return Masked(TimeType.DURATION)
        count = number * (30 if months else 60) + (15 if months else 30)
        return Length(count, count, Unit.DAY if months else Unit.MINUTE, anchor, exact=exact)
    numbers = [*_numbers(low), *(_numbers(high) if high else ())]
    if not numbers or (high and not _numbers(high)):
        return Masked(TimeType.DURATION)
    word = unit.removeprefix("个") if unit != "个月" else unit
    factor = _FACTORS.get(word, 1)
    of = _UNITS[word]
    counts = [n * factor for n in numbers]
    if half and of is Unit.YEAR:
        of, counts = Unit.MONTH, [c * 12 + 6 for c in counts]
    return Length(min(counts), max(counts), of, anchor, exact=exact)


def _numbers(text: str) -> tuple[int, ...]:
    """The number that `text` writes, or both of 两三 and 二三十; nothing where it is a mask."""
    if rough := _TWO_OR_THREE.match(text):
        tens = 10 if rough[3] else 1
        return tuple((parse_number(digit) or 0) * tens for digit in rough.group(1, 2))
    number = parse_number(text)
    return () if number is None else (number,)


def _free_anchor(text: str, pos: int) -> Anchor:
    """A limit without an event runs from the document's day, unless its sentence makes it hang on a case."""
    return Anchor.OTHER if _CONDITION.search(text, sentence_start(text, pos), pos) else Anchor.NOW


@cache
def _event_words() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    table = lexicon("times")["event"]
    return (
        frozenset(table["meeting"]),
        re.compile(rf"(?:{alternatives(table['issue'])})(?:之日起?|日起|当日起?|次日起)?$"),
        re.compile(alternatives(table["verbs"])),
    )


def _anchor(text: str, pos: int) -> tuple[int, Anchor]:
    """Where the words of the event that ends at `pos` begin, and which event it is."""
    start = event_start(text, pos)
    if meeting := _OWN_MEETING.search(text, start, pos):
        start = meeting.start()
    return start, anchor_of(text[start:pos])


def event_start(text: str, pos: int) -> int:
    """Where the words of the event before `pos` begin: behind its preposition or modal verb, else at its clause."""
    pos_in = pos - 1 if text[pos - 1 : pos] == "，" else pos
    clause = start_behind(text, pos_in, "，。；：！？,;:!?（(“\n")
    starts = list(_STARTS.finditer(_outside_titles(text[clause:pos])))
    preposition = next((m for m in reversed(starts) if m[0] in ("自", "从", "在", "于")), None)
    start = preposition or (starts[-1] if starts else None)
    begin = clause + start.end() if start else clause
    if begin >= pos or (preposition is None and pos - begin > 8):
        verb = _event_words()[2].search(text, begin, pos)
        begin = verb.start() if verb else begin
    while begin < pos and text[begin] in " 、的其":
        begin += 1
    return begin


def _outside_titles(text: str) -> str:
    """`text` with what stands inside 《》 blanked, so that no word boundary is found there."""
    return re.sub(r"《[^》]*》", lambda m: "□" * len(m[0]), text) if "《" in text else text


def anchor_of(words: str) -> Anchor:
    """Which event `words` (会后, 本通知印发之日起) name."""
    meeting, issue, _ = _event_words()
    stem = _EVENT_TAIL.sub("", words)
    if stem in meeting:
        return Anchor.MEETING
    return Anchor.ISSUE if issue.search(stem) else Anchor.OTHER


def read_event_day(text: str, pos: int, end: int) -> Found | None:
    """The event of a 之日起 at `pos:end`, with the duration or the last day behind it where there is one."""
    start = event_start(text, pos)
    if start >= pos or pos - start > 60:
        return None
    follow = end + 1 if text.startswith(("的", "，"), end) else end
    length = _LENGTH.match(text, follow)
    if length is not None:
        found = read_length(text, follow)
        return found if found and found[0] == start else None
    anchor = anchor_of(text[start:end])
    if until := read_until(text, end):
        return start, until[0], Between(None, until[1], anchor=anchor)
    return start, end, Event(anchor, Edge.FROM)
