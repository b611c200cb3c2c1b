"""Zero-width, private-use, broken and look-alike characters."""

import re
import unicodedata

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Existence, Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Rule

_HIDDEN = "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_ZERO_WIDTH = re.compile(f"[{_HIDDEN}][{_HIDDEN}]*")
_RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff][\ufffd\ue000-\uf8ff]*")
_CHINESE = re.compile("[\u3400-\u9fff，。；：、]")
_LOOKS_LIKE = {
    "⺀": "冫",
    "⺁": "厂",
    "⺃": "乚",
    "⺅": "亻",
    "⺆": "冂",
    "⺈": "刀",
    "⺊": "卜",
    "⺌": "小",
    "⺍": "小",
    "⺗": "心",
    "⺝": "月",
    "⺟": "母",
    "⺠": "民",
    "⺫": "目",
    "⺮": "竹",
    "⺶": "羊",
    "⺼": "月",
    "⻄": "西",
    "⻅": "见",
    "⻆": "角",
    "⻉": "贝",
    "⻋": "车",
    "⻓": "长",
    "⻔": "门",
    "⻘": "青",
    "⻙": "韦",
    "⻚": "页",
    "⻛": "风",
    "⻜": "飞",
    "⻝": "食",
    "⻢": "马",
    "⻣": "骨",
    "⻤": "鬼",
    "⻥": "鱼",
    "⻦": "鸟",
    "⻨": "麦",
    "⻩": "黄",
    "⻬": "齐",
    "⻮": "齿",
    "⻰": "龙",
    "⻳": "龟",
}


def _plain(match: Match) -> tuple[str, ...]:
    character = match.group()
    plain = _LOOKS_LIKE.get(character) or unicodedata.normalize("NFKC", character)
    return (plain,) if plain != character else ()


def _in_text(context: RuleContext, match: Match) -> bool:
    """A private-use character that opens its line is a bullet of some word processor."""
    span = context.span(*match.span())
    return span is not None and bool(context.document.texts[span.paragraph][: span.start].strip())


def _is_seen(context: RuleContext, match: Match) -> bool:
    """A mark at the very beginning belongs to the encoding; joiners inside emoji and foreign scripts are at home."""
    before = context.text[match.start() - 1 : match.start()]
    after = context.text[match.end() : match.end() + 1]
    return match.start() > 0 and bool(_CHINESE.match(before) or _CHINESE.match(after))


RULES = (
    Rule(
        id="spacing-zero-width",
        name="看不见的字符",
        category=Category.SPACING,
        severity=Severity.WARNING,
        what="夹在文字里、不占位置的控制字符。",
        why="看不见，却会让查找、排版和朗读出错，多半是从网页复制来的。",
        instead="删去。",
        check=Pattern(_ZERO_WIDTH, "这里有看不见的控制字符，请删去。", accept=_is_seen, suggest=lambda match: ("",)),
        bad=(
            Example("要提高\u200b认识。", "\u200b", "要提高认识。"),
            Example("抓好\ufeff落实。", "\ufeff", "抓好落实。"),
            Example("全面从严\u00ad治党", "\u00ad", "全面从严治党"),
        ),
        good=("要提高认识。", "👨\u200d👩\u200d👧", "a\u200bb"),
    ),
    Rule(
        id="spacing-look-alike",
        name="部首当字用",
        category=Category.SPACING,
        severity=Severity.ERROR,
        what="看起来和汉字一样的部首字符，如“⽂”“⼤”“⺠”。",
        why="这是从PDF复制文字时常见的错码，查找不到，换字体后会变样。",
        instead="换成普通汉字。",
        check=Pattern(_RADICAL, "“{text}”是部首字符，应当换成普通汉字“{better}”。", suggest=_plain),
        bad=(
            Example("⽂件精神", "⽂", "文件精神"),
            Example("⼈⺠政府", "⺠", "人民政府"),
            Example("⻓江流域", "⻓", "长江流域"),
        ),
        good=("文件精神", "人民政府", "长江流域"),
    ),
    Rule(
        id="spacing-broken",
        name="乱码",
        category=Category.SPACING,
        severity=Severity.ERROR,
        what="替换符�和字库里没有的私有字符。",
        why="说明文字在转换编码或字体时已经损坏。",
        instead="对照原件补上正确的字。",
        check=Pattern(_BROKEN, "这里有乱码，请对照原件改正。", accept=_in_text),
        bad=(
            Example("经济\ufffd展", "\ufffd"),
            Example("关于\ufffd\ufffd工作的通知", "\ufffd\ufffd"),
            Example("李\ue412同志", "\ue412"),
        ),
        good=("经济发展", "\uf0d8 加强领导", "𠮷林同志"),
    ),
    Rule(
        id="spacing-mojibake",
        name="编码错乱",
        category=Category.SPACING,
        severity=Severity.ERROR,
        what="转换编码出错留下的字，如“锟斤拷”“烫烫烫”“ï»¿”。",
        why="原来的文字已经丢失。",
        instead="对照原件补上正确的字。",
        check=Existence(
            ("锟斤拷", "烫烫烫", "屯屯屯", "ï»¿", "â€œ", "â€\x9d", "æ–‡"),
            "“{text}”是转换编码时留下的乱码，请对照原件改正。",
        ),
        bad=(
            Example("会议锟斤拷要求", "锟斤拷"),
            Example("烫烫烫通知如下", "烫烫烫"),
            Example("ï»¿关于开展检查的通知", "ï»¿"),
        ),
        good=("会议要求抓好落实。", "水很烫，小心。", "屯垦戍边"),
    ),
)
