"""Words or a regular expression, looked for in many paragraphs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")


class PatternError(ValueError):
    """A regular expression that cannot be used; its text is a Chinese sentence for the clerk."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; without `case` and `width`, letters of either case and characters of either width are alike.

    A regular expression always tells full-width characters from narrow ones, since ( and （ mean different things in it.
    """

    words: str
    regex: bool = False
    case: bool = False
    width: bool = False


Finder = Callable[[str], Iterator[tuple[int, int]]]
"""Where something stands in one paragraph: code-point stretches, never empty, in order."""


def finder(query: Query) -> Finder:
    """How to look for `query`, which must have words; raises PatternError."""
    narrow = not (query.regex or query.width)
    words = query.words.translate(_WIDE) if narrow else query.words
    pattern = _compiled(words if query.regex else re.escape(words), query.case)

    def find(text: str) -> Iterator[tuple[int, int]]:
        for match in pattern.finditer(text.translate(_WIDE) if narrow else text):
            if match.end() > match.start():
                yield match.span()

    return find


def _compiled(pattern: str, case: bool) -> re.Pattern[str]:
    try:
        compiled = re.compile(pattern, 0 if case else re.IGNORECASE)
    except re.error as error:
        raise PatternError(_plain(error, pattern)) from error
    except (OverflowError, RecursionError) as error:
        raise PatternError("正则式太长或者数字太大，请改短一些。") from error
    if _explodes(pattern):
        raise PatternError("括号里外都有 * 或 +，查起来会没完没了，请去掉一层。")
    return compiled


def _plain(error: re.error, pattern: str) -> str:
    """What is wrong with the pattern, and where, in words for somebody who does not read English."""
    said = next((words for part, words in _REASONS if part in error.msg), "写法不对")
    return f"正则式有误：{said}。" if error.pos is None else f"正则式第 {error.pos + 1} 个字符处：{said}。"


_REASONS = (
    ("missing ), unterminated", "左括号 ( 没有配上右括号 )"),
    ("unbalanced parenthesis", "右括号 ) 没有左括号 ( 配对"),
    ("unterminated character set", "方括号 [ 没有配上 ]"),
    ("bad character range", "方括号里的范围前后颠倒"),
    ("nothing to repeat", "* + ? 前面没有可重复的字"),
    ("multiple repeat", "* + ? 连写了"),
    ("min repeat greater", "花括号里前一个数比后一个大"),
    ("bad escape", "反斜线 \\ 的用法不对"),
    ("invalid group reference", "引用了没有的括号组"),
    ("look-behind", "后面往前看的条件长度要固定"),
    ("unknown extension", "(? 后面的写法不认识"),
    ("unexpected end", "没有写完"),
    ("missing", "没有写完"),
)


def _explodes(pattern: str) -> bool:
    """Whether something endless is repeated endlessly, which can take longer than anybody lives."""
    bare = re.sub(r"\\.", "_", pattern, flags=re.DOTALL)
    bare = re.sub(r"\[\^?\]?[^\]]*\]", "_", bare)
    endless = [False]
    index = 0
    while index < len(bare):
        sign = bare[index]
        repeated = _ENDLESS.match(bare, index + 1) is not None
        if sign == "(":
            endless.append(False)
        elif sign == ")" and len(endless) > 1:
            inner = endless.pop()
            if inner and repeated:
                return True
            endless[-1] = endless[-1] or inner or repeated
        elif repeated:
            endless[-1] = True
        index += 1
    return False
