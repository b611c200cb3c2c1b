"""What stands around a mask, which decides whether it is one."""

import re
from functools import cache

from reviewer.resource import lexicon
from reviewer.rules.context import RuleContext

HAN = "\u4e00-\u9fff"
_TOKEN = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ_./@:%&=+#~?－-]{0,40}")
_LONGEST_TOKEN = 40
_MENTION_BEFORE = re.compile(r"(?:[用以打画划标写加带勾注]|使用|出现|符号|记号)[“”\"‘’]?$")
_MENTION_AFTER = re.compile(r"[”\"’](?:号|代替|代称|表示|标记|标注|标识|字样|符号|占位|等[字符占代])")


def words(name: str) -> tuple[str, ...]:
    """The list `name` of the placeholder lexicon."""
    return tuple(lexicon("placeholders")[name])


@cache
def head() -> re.Pattern[str]:
    """What follows a single mask character: a place, a post, a unit of time or number."""
    return re.compile("|".join(words("heads")))


@cache
def _case() -> re.Pattern[str]:
    return re.compile("|".join(words("case_words")))


@cache
def surnames() -> frozenset[str]:
    """Characters that are read as a surname before a mask."""
    return frozenset(lexicon("placeholders")["surnames"])


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters right before `start` and right after `end`, "" at an end of the paragraph."""
    before = text[start - 1 : start] if start else ""
    after = text[end : end + 1]
    return ("" if before == "\n" else before), ("" if after == "\n" else after)


def is_alphanumeric(character: str) -> bool:
    """Whether it is a Latin letter or an Arabic digit, half or full width."""
    return bool(character) and (character.isascii() or "０" <= character <= "ｚ") and character.isalnum()


def stands_before_head(text: str, end: int) -> bool:
    """Whether what follows `end` is something that a mask stands before; one space may come between."""
    if text[end : end + 1] == " ":
        end += 1
    return bool(head().match(text, end))


def is_mention(text: str, start: int, end: int) -> bool:
    """Whether the sign is spoken of and not used: 打“×”, 用“××”代替."""
    if text[start - 1 : start] not in '“"‘' or not text[end : end + 1] or text[end] not in '”"’':
        return False
    return bool(_MENTION_AFTER.match(text, end) or _MENTION_BEFORE.search(text, max(0, start - 5), start - 1))


def is_anonymous_person(context: RuleContext, start: int, end: int) -> bool:
    """Whether 张某某, 李×× stands in a case report, where names are left out on purpose."""
    before, _ = around(context.text, start, end)
    if before not in surnames() or context.text.startswith("同志", end):
        return False
    return in_case_report(context, start)


def in_case_report(context: RuleContext, position: int) -> bool:
    """Whether the paragraph tells a case, where persons and places are anonymous on purpose."""
    return bool(_case().search(context.nearby(position)))


def token(text: str, start: int, end: int) -> str:
    """The unbroken run of letters, digits and their punctuation around `start:end`, as in an address or a file name."""
    window = text[max(0, start - _LONGEST_TOKEN) : start]
    before = _TOKEN.match(window[::-1])
    after = _TOKEN.match(text, end)
    return (before.group()[::-1] if before else "") + text[start:end] + (after.group() if after else "")


_NAME_ENDS = re.compile(r"[，,、。；;）)：:]|同志|$", re.MULTILINE)
_ORDINAL = re.compile(r"[届大次批轮季阶组巡督考检]")


def is_struck_name(text: str, start: int, end: int) -> bool:
    """Whether a single mask stands for what its neighbours call for: 尊敬的X，; 王X、李X; 第X届; 〔2023〕X号."""
    before, after = around(text, start, end)
    if before == "第" or text.startswith("党的", max(0, start - 2)):
        return bool(_ORDINAL.match(text, end))
    if before in surnames():
        return bool(_NAME_ENDS.match(text, end))
    if text.startswith("星期", max(0, start - 2)):
        return True
    if before in ("〕", "］", "]"):
        return after == "号"
    return text.startswith("尊敬的", max(0, start - 3))
