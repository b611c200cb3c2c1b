"""Reading one stretch of the calendar: years, halves, quarters, months, their parts, weeks and days."""

import re
from dataclasses import dataclass, replace

from reviewer.language.numerals import parse_number
from reviewer.times.raw import Part, Stretch
from reviewer.times.text import AND, HAN, MASK, NOT_WITHIN, SEP

_DIGITS = frozenset("0123456789")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}

_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY_NUMBER = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
)
_JOINT = f"(?:{SEP}|{AND})"

_YEAR = re.compile(
    r"(?:([0-9]{4})|([一二][〇零0Oo一二三四五六七八九]{3})) ?年(?:度(?!假|量))?(?!龄|代(?![表理办])|版|第 ?[0-9一二三四五六七八九十]{1,4} ?[号期])"
    r"|([0-9]{2}) ?年(?= ?(?:1[0-2]|0?[1-9]) ?月)"
)
_OPEN_YEAR = re.compile(rf"((?:19|20)[0-9]{{2}})(?=(?:{_JOINT}[0-9]{{4}}){{1,11}} ?年(?!代(?![表理办])|龄))")
_MASKED_YEAR = re.compile(rf"(?:[12][0-9]{{0,2}})?{MASK} ?年(?:度(?!假))?(?!级|龄|代|轻|青|来)")
_RELATIVE_YEAR = re.compile(
    r"(?P<this>今年度?|本年度|(?<!基)本年(?!龄|级|报))|(?P<last>(?<![过失离出回死逝])去年|上一?年度|(?<!以)上年(?=[末底同]))"
    r"|(?P<next>(?<![文证说声注表昌])明年(?!龄|鉴)|下一?年度|(?<!再)次年|翌年)|(?P<after>(?<![今此最以之战往])后年(?=[^度限]|$))"
    r"|(?P<before>(?<![目先此之以年])前年(?=[^度均产]|$))"
)
_SHIFTS = {"this": 0, "last": -1, "next": 1, "after": 2, "before": -2}

_HALF = re.compile(r"([上下])半年度?")
_FRONT_QUARTERS = re.compile(r"前(?:([二两三2-3])个?季度)")
_FRONT_MONTHS = re.compile(r"(?<![以目先之此提])[前头]([2-9]|1[01]|[两三四五六七八九十])个月(?!内|时)")
_MASKED_QUARTER = re.compile(rf"第?{MASK}季度")
_LONE_QUARTER_END = re.compile(r"(?<![0-9每一二三四本上下当各逐按换])季度?末(?!端)")
_QUARTER = re.compile(r"第?([一二三四1-4])季度(?!性)")
_TWIN_QUARTERS = re.compile(r"([一二三])([二三四])季度")
_OPEN_QUARTER = re.compile(rf"第?([一二三四1-4])(?={_JOINT}第?[一二三四1-4]季度)")
_WHOLE_YEAR = re.compile(r"(?<![安健完保齐周万])全年(?![龄级]|无休)")
_YEAR_PART_TAIL = (
    r"(?P<end>底|末(?!端|位|梢|级)|终)"
    r"|(?P<start>初(?!步|心|期|级|中|选|始|衷|稿|次|创|审(?![核议批查计])|核(?![查实定])|[一二三](?:学|年级|至|、|到)))"
    r"|(?P<mid>中(?=[，。；、）前]|召开|开展|组织|完成|进行|要(?!求|点)|将|对|评|考(?!生)|检|盘|总结|调|查))"
)
_YEAR_PART = re.compile(rf"年?(?:{_YEAR_PART_TAIL})")
_LONE_YEAR_PART = re.compile(
    rf"(?<![0-9{HAN}两几数多半百千青少中老成幼童历近往常丰荒逐当前后歉头整某周壮早晚陈经累流])年(?:{_YEAR_PART_TAIL})"
)
_YEAR_WITHIN = re.compile(rf"(?<![0-9{HAN}两几数多半百千今去明本青少中老成幼童近往常丰荒逐当])年(?=内(?!{NOT_WITHIN}))")
_YEAR_ENDS = re.compile(r"岁末(?!年初)|年关")
_PARTS = {"end": Part.END, "start": Part.START, "mid": Part.MID}

_MONTH = re.compile(rf"({_MONTH_NUMBER}) ?月(?:份(?!额))?(?![龄饼球])")
_OPEN_MONTH = re.compile(rf"({_MONTH_NUMBER})(?=(?:{_JOINT}{_MONTH_NUMBER}){{1,11}} ?月(?!龄))")
_MASKED_MONTH = re.compile(rf"(?:{MASK}|[ ]{{1,8}}(?=月[ X×x*_]*日)) ?月(?:份(?!额))?(?![刊报龄薪])")
_MONTH_PART = re.compile(
    r"(?P<early>上旬)|(?P<two_thirds>上、?中旬)|(?P<middle>中旬)|(?P<last_two>中、?下旬)|(?P<late>下旬|下半月)|(?P<first>上半月)"
    r"|月?(?:(?P<end>底(?!线(?!上)|层|数(?![据字量])|色|座|册)|末(?!端|位))|(?P<start>初(?!步|心|期|级|中|选|审(?![核议批查计])|[一二三四五六七八九十](?![次批律个轮项]))))"
    r"|(?P<mid>中(?=[，。；、）前]|完成|以前|之前|召开|开展|组织|举行|启动|举办|$))"
)
_MONTH_PARTS = {
    "early": Part.EARLY, "middle": Part.MIDDLE, "late": Part.LATE, "first": Part.FIRST_HALF,
    "two_thirds": Part.EARLY_MIDDLE, "last_two": Part.MIDDLE_LATE,
    "end": Part.END, "start": Part.START, "mid": Part.MID,
}  # fmt: skip
_LONE_MONTH_PART = re.compile(
    rf"(?<![0-9{HAN}个本每上下当次逐按整元正腊某岁首末日满X×*])月(?:(?P<end>[底末])|(?P<start>初(?![一二三四五六七八九十]))|(?P<mid>中(?=[，。；、前]|召开|开展|组织|完成)))"
    r"|(?<![月中、上])(?:(?P<early>上旬)|(?P<middle>中旬)|(?P<late>下旬))"
)

_DAY = re.compile(rf"({_DAY_NUMBER}) ?(?:日|号(?!楼|线|文|令|院|工程|机|馆|店|桥|门|台|病|井|矿|库))")
_OPEN_DAY = re.compile(rf"({_DAY_NUMBER})(?=(?:{_JOINT}{_DAY_NUMBER}){{1,11}} ?[日号])")
_MASKED_DAY = re.compile(rf"(?:{MASK}|[ ]{{1,8}}) ?[日号](?!报(?![送告名到备批上请])|[刊楼线])")
_LONE_DAY = re.compile(
    r"(?<![0-9年个第近前后连满每达为共期约超续过用长迟足限少/.．-])(3[01]|[12][0-9]|[1-9]) ?(?:日(?![内游龄均夜谈元程後]|间(?!隔)|产(?!生)|用品|报(?![送告到名备])|以[内上下后]|之内|左右|后|本)"
    r"|号(?=(?:之|以)?前))"
)
_BEFORE_LONE_DAY = re.compile(r"(?:之|以)?前")
_LEADS_LONE_DAY = ("", *" ，。；：、（(于在到至请应须要需月每自从并和及")
_LONE_HAN_DAY = re.compile(r"(?<=[于在，。、请应])(三十一?|二?十[一二三四五六七八九]?)[日号](?=(?:之|以)?前)")
_LONE_MASKED_DAY = re.compile(rf"{MASK} ?[日号](?!报(?![送告名到备批上请])|[刊楼线])")
_WEEKDAY_NOTE = re.compile(
    r" ?[（(](?:含[^（）()]{0,4}|[^（）()，。]{1,6}节)[）)](?=(?:之|以)?前)| ?[（(] ?(?:星期|周|礼拜)[一二三四五六日天] ?[）)]| ?(?:星期|周)[一二三四五六日天](?=[，。、上下（(前]|$)"
)

_RELATIVE_MONTH = re.compile(
    r"(?P<this>(?<![基])(?:本月|这个月))|(?P<last>(?<![以])上个?月)|(?P<next>(?<![天以])下个?月)"
)
_RELATIVE_QUARTER = re.compile(r"(?P<this>本季度?(?!节))|(?P<last>上一?个?季度)|(?P<next>下一?个?季度)")
_QUARTER_PART = re.compile(r"(?P<end>[末底])(?!端)|(?P<start>初(?!步))")
_WEEK = re.compile(
    r"(?P<this>[本这](?:个?(?:星期|礼拜)|周))|(?P<last>(?<![以年])上(?:个?(?:星期|礼拜)|个?周))|(?P<next>(?<![以])下(?:个?(?:星期|礼拜)|个?周))"
    r"|(?<![每一二三四五六七八九十0-9两本上下这个逢隔双单半（(])(?:周|星期|礼拜)"
    r"(?=[一二三四五六日天](?:(?:下班|[上下]午|晚上?|早上?|[0-9]{1,2}[:：点][0-9]{0,2}分?)*(?:之|以)?前|[上下]午|晚上|早上))"
)
_WEEKDAY = re.compile(r"([一二三四五六日天])(?!边|期|岁|密|长|次|年)")
_WEEKDAY_TAIL = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])(?!边|期|岁|密|长|次|年)")
_WEEK_GUARD = re.compile(r"边|期(?!间)|岁|密|长|年")
DAY_WORDS = {
    "今天": 0, "今日": 0, "今晚": 0, "今夜": 0, "明天": 1, "明日": 1, "明晚": 1, "明早": 1, "后天": 2, "大后天": 3,
}  # fmt: skip
_CLOCK = r"(?:一早|早上?|上午|中午|下午|傍晚|晚上?|夜里|下班|下工|收工|放学|天黑|天亮|晌午|[0-9一二三四五六七八九十]{1,2}[:：点时](?:[0-9]{1,2}分?|半|整)?)"
_SETS_OUT = r"(?:带(?![来动给])|去(?![世向哪])|派|叫上|到(?![来了处底])|开(?:会|工|始|个)|进(?:村|场|山|户|驻)|上(?:门|山|工|路|岗|街)|下(?:地|田|村)|先(?!进)|再|碰(?:头|个头|个面)|集合)"
_DAY_WORD = re.compile(
    rf"(?P<any>(?:今天|今日|(?<![的好向迎先到创])(?:明天|明日)|(?<![先与和、])大?后天)(?={_CLOCK}{{0,3}}(?:(?:之|以)?前(?!景|途|程)|(?:之|以)?内(?!容)|(?:起|开始)(?!源))))"
    rf"|(?P<today>今[晚夜](?!会|报|[的同与和]|，我们欢)|今天(?={_CLOCK}?就(?![是来说讲谈在到]))|今天(?=晚上|夜里))"
    rf"|(?P<coming>(?<![的好向迎先到创])明天(?={_CLOCK}|就|要|必|务必|各|全|把|{_SETS_OUT})|明[晚早]|(?<![先与和、])大?后天(?={_CLOCK}|就|要(?!素)|各|全|把|{_SETS_OUT}|，))"
)

_DOTTED = re.compile(
    r"(?<![0-9A-Za-z/.．\-])((?:19|20)[0-9]{2})([./．-])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])日?(?![0-9A-Za-z_%]|\2[0-9])"
)
_DOTTED_MONTH = re.compile(
    rf"(?<![0-9A-Za-z/.．\-])((?:19|20)[0-9]{{2}})[./．](1[0-2]|0?[1-9])(?=(?:之|以)?前(?!后)|底|{SEP}(?:19|20)[0-9]{{2}}[./．](?:1[0-2]|0?[1-9])(?![0-9]))"
)
_DOTTED_TAIL = re.compile(
    r"(?:((?:19|20)[0-9]{2})([./．]))?(1[0-2]|0?[1-9])[./．](3[01]|[12][0-9]|0?[1-9])(?![0-9.．%‰])"
)
_DOTTED_YEAR_MONTH_TAIL = re.compile(r"((?:19|20)[0-9]{2})[./．](1[0-2]|0?[1-9])(?![0-9.．])")
_DOTTED_DAY = re.compile(r"(?<![0-9.．])(1[0-2]|[1-9])[.．](3[01]|[12][0-9]|[1-9])(?=(?:之|以)?前(?!后|景))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as read, the offset behind it, and whether a part of it is masked or shares the unit of what follows."""

    stretch: Stretch
    end: int
    masked: bool = False
    open: bool = False


def _number(text: str) -> int:
    if text == "元":
        return 1
    if text.startswith("廿"):
        text = "二十" + text[1:]
    return parse_number(text.replace("O", "〇").replace("o", "〇")) or 0


def _named(match: re.Match[str]) -> str:
    return match.lastgroup or ""


def read_stretch(text: str, pos: int) -> Piece | None:
    """The stretch whose words begin at `pos` of the folded `text`; None where none does."""
    return _dotted(text, pos) or _with_year(text, pos) or _without_year(text, pos)


def read_tail(text: str, pos: int, first: Piece) -> Piece | None:
    """The second end of a range or the next item of a list, which may leave out what `first` has said."""
    piece = read_stretch(text, pos)
    if piece is not None:
        return piece
    before = first.stretch
    if before.year is not None and before.month is not None:
        if before.day is None and (match := _DOTTED_YEAR_MONTH_TAIL.match(text, pos)):
            return Piece(Stretch(year=int(match[1]), month=int(match[2])), match.end())
        if before.day is not None and (match := _DOTTED_TAIL.match(text, pos)):
            year = int(match[1]) if match[1] else None
            return Piece(Stretch(year=year, month=int(match[3]), day=int(match[4])), match.end())
    if before.day is not None or first.masked:
        return _day(text, pos, Stretch())
    if before.weekday is not None and (match := _WEEKDAY_TAIL.match(text, pos)):
        return Piece(replace(before, weekday=WEEKDAYS[match[1]]), match.end())
    return None


def read_year_part(text: str, pos: int) -> Piece | None:
    """年底, 底, 年初, 末 … as they stand behind 每年 or a year."""
    match = _YEAR_PART.match(text, pos)
    return Piece(Stretch(part=_PARTS[_named(match)]), match.end()) if match else None


def _dotted(text: str, pos: int) -> Piece | None:
    if text[pos : pos + 1] not in _DIGITS:
        return None
    if match := _DOTTED.match(text, pos):
        stretch = Stretch(year=int(match[1]), month=int(match[3]), day=int(match[4]))
        return Piece(stretch, _weekday_note(text, match.end()))
    if match := _DOTTED_MONTH.match(text, pos):
        return Piece(Stretch(year=int(match[1]), month=int(match[2])), match.end())
    if match := _DOTTED_DAY.match(text, pos):
        return Piece(Stretch(month=int(match[1]), day=int(match[2])), match.end())
    return None


def _with_year(text: str, pos: int) -> Piece | None:
    masked = False
    if match := _YEAR.match(text, pos):
        written = match[1] or match[2] or match[3]
        year = _number(written) + (2000 if match[3] else 0)
        stretch, end = Stretch(year=year), match.end()
    elif match := _RELATIVE_YEAR.match(text, pos):
        stretch, end = Stretch(year_shift=_SHIFTS[_named(match)]), match.end()
    elif match := _OPEN_YEAR.match(text, pos):
        return Piece(Stretch(year=int(match[1])), match.end(), open=True)
    elif match := _MASKED_YEAR.match(text, pos):
        stretch, end, masked = Stretch(), match.end(), True
    else:
        return None
    inner = _in_year(text, end, stretch)
    if inner is None and text.startswith(" ", end):
        inner = _in_year(text, end + 1, stretch)
    if inner is None and (part := read_year_part(text, end)):
        inner = Piece(replace(stretch, part=part.stretch.part), part.end)
    if inner is None and (match := _WHOLE_YEAR.match(text, end)):
        inner = Piece(stretch, match.end())
    if inner is None:
        return Piece(stretch, end, masked)
    return replace(inner, masked=masked or inner.masked)


def _in_year(text: str, pos: int, base: Stretch) -> Piece | None:
    if text[pos : pos + 1] in _DIGITS:
        return _quarter(text, pos, base) or _month(text, pos, base)
    if match := _HALF.match(text, pos):
        return Piece(replace(base, half=1 if match[1] == "上" else 2), match.end())
    if match := _FRONT_QUARTERS.match(text, pos):
        return Piece(replace(base, quarters=(1, 2 if match[1] in "二两2" else 3)), match.end())
    if match := _FRONT_MONTHS.match(text, pos):
        return Piece(replace(base, first_months=_number(match[1])), match.end())
    if match := _MASKED_QUARTER.match(text, pos):
        return Piece(base, match.end(), masked=True)
    if match := _TWIN_QUARTERS.match(text, pos):
        return Piece(replace(base, quarters=(_number(match[1]), _number(match[2]))), match.end())
    return _quarter(text, pos, base) or _month(text, pos, base)


def _quarter(text: str, pos: int, base: Stretch) -> Piece | None:
    if match := _QUARTER.match(text, pos):
        quarter = _number(match[1])
        return _quarter_part(text, match.end(), replace(base, quarters=(quarter, quarter)))
    if match := _OPEN_QUARTER.match(text, pos):
        quarter = _number(match[1])
        return Piece(replace(base, quarters=(quarter, quarter)), match.end(), open=True)
    return None


def _month(text: str, pos: int, base: Stretch) -> Piece | None:
    if match := _MONTH.match(text, pos):
        return _in_month(text, match.end(), replace(base, month=_number(match[1])), False)
    if match := _OPEN_MONTH.match(text, pos):
        return Piece(replace(base, month=_number(match[1])), match.end(), open=True)
    if match := _MASKED_MONTH.match(text, pos):
        return _in_month(text, match.end(), base, True)
    return None


def _in_month(text: str, pos: int, base: Stretch, masked: bool) -> Piece:
    start = pos + 1 if text.startswith(" ", pos) else pos
    if (day := _day(text, start, base)) or (day := _day(text, pos, base)):
        return replace(day, masked=masked or day.masked)
    if match := _MONTH_PART.match(text, pos):
        return Piece(replace(base, part=_MONTH_PARTS[_named(match)]), match.end(), masked)
    return Piece(base, pos, masked)


def _day(text: str, pos: int, base: Stretch) -> Piece | None:
    if match := _DAY.match(text, pos):
        return Piece(replace(base, day=_number(match[1])), _weekday_note(text, match.end()))
    if match := _OPEN_DAY.match(text, pos):
        return Piece(replace(base, day=_number(match[1])), match.end(), open=True)
    if match := _MASKED_DAY.match(text, pos):
        return Piece(base, match.end(), masked=True)
    return None


def _weekday_note(text: str, pos: int) -> int:
    match = _WEEKDAY_NOTE.match(text, pos)
    return match.end() if match else pos


def _quarter_part(text: str, pos: int, base: Stretch) -> Piece:
    match = _QUARTER_PART.match(text, pos)
    return Piece(replace(base, part=_PARTS[_named(match)]), match.end()) if match else Piece(base, pos)


def _without_year(text: str, pos: int) -> Piece | None:
    if piece := _in_year(text, pos, Stretch()):
        return piece
    if text[pos : pos + 1] in _DIGITS:
        return _lone_day(text, pos)
    if match := _LONE_YEAR_PART.match(text, pos):
        return Piece(Stretch(part=_PARTS[_named(match)]), match.end())
    if match := _LONE_QUARTER_END.match(text, pos):
        return Piece(Stretch(quarter_shift=0, part=Part.END), match.end())
    if match := _YEAR_WITHIN.match(text, pos):
        return Piece(Stretch(), match.end())
    if match := _YEAR_ENDS.match(text, pos):
        return Piece(Stretch(part=Part.END), match.end())
    if match := _WHOLE_YEAR.match(text, pos):
        return Piece(Stretch(), match.end())
    if match := _RELATIVE_MONTH.match(text, pos):
        return _in_month(text, match.end(), Stretch(month_shift=_SHIFTS[_named(match)]), False)
    if match := _RELATIVE_QUARTER.match(text, pos):
        return _quarter_part(text, match.end(), Stretch(quarter_shift=_SHIFTS[_named(match)]))
    if match := _LONE_MONTH_PART.match(text, pos):
        return Piece(Stretch(month_shift=0, part=_MONTH_PARTS[_named(match)]), match.end())
    if match := _LONE_MASKED_DAY.match(text, pos):
        return Piece(Stretch(), match.end(), masked=True)
    return _lone_day(text, pos) or _week(text, pos)


def _lone_day(text: str, pos: int) -> Piece | None:
    match = _LONE_DAY.match(text, pos) or _LONE_HAN_DAY.match(text, pos)
    if match is None or (_BEFORE_LONE_DAY.match(text, match.end()) and text[pos - 1 : pos] not in _LEADS_LONE_DAY):
        return None
    return Piece(Stretch(day=_number(match[1])), _weekday_note(text, match.end()))


def _week(text: str, pos: int) -> Piece | None:
    if match := _WEEK.match(text, pos):
        base = Stretch(week_shift=_SHIFTS[_named(match) or "this"])
        if day := _WEEKDAY.match(text, match.end()):
            return Piece(replace(base, weekday=WEEKDAYS[day[1]]), day.end())
        if text.startswith("末", match.end()):
            return Piece(replace(base, part=Part.END), match.end() + 1)
        return None if _WEEK_GUARD.match(text, match.end()) else Piece(base, match.end())
    if match := _DAY_WORD.match(text, pos):
        return Piece(Stretch(day_shift=DAY_WORDS[match[0]]), match.end())
    return None
