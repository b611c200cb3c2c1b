"""The text as the patterns want it, and the fragments that they share."""

import re

_FOLDED = "０１２３４５６７８９○◯ＯＸｘ＊＿\u3000\u00a0\t"
_FOLD = str.maketrans(dict(zip(_FOLDED, "0123456789〇〇〇XX*_   ", strict=True)))
_HAS_FOLDED = re.compile(f"[{_FOLDED}]")

HAN = "〇零一二三四五六七八九十"
"""Chinese digits, zero in both forms, and ten."""

SEP = r" ?(?:至|到|[—–―─]{1,2}|[-－~～﹣]{1,2}) ?"
"""Between the two ends of a range."""

AND = r" ?[、和及与] ?"
"""Between the items of a list."""

MASK = r"(?:[Xx×*_□]{1,8}|某)"
"""Stands for a number that is still to be filled in."""

NOT_WITHIN = "[部容外地涵在设控心蒙河陆需政务审化生置科参江环阁战存资销贸循源]"
"""What makes a 内 the beginning of another word (内部, 内蒙古)."""

QUOTES_OPEN = '“"‘「'
QUOTES_CLOSE = '”"’」'


def fold(text: str) -> str:
    """`text` with full-width digits, zeros, masks and blanks as their plain forms, each character in its old place."""
    return text.translate(_FOLD) if _HAS_FOLDED.search(text) else text


_REACH = 300


def start_behind(text: str, pos: int, stops: str) -> int:
    """The offset behind the nearest of `stops` to the left of `pos`; the text's start or, far from any, some way back."""
    farthest = max(0, pos - _REACH)
    return max(farthest, *(text.rfind(stop, farthest, pos) + 1 for stop in stops))


def sentence_start(text: str, pos: int) -> int:
    """Where the sentence that holds `pos` begins, as far back as it matters."""
    return start_behind(text, pos, "。；！？;!?")
