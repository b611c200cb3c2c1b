"""The text as the patterns want it, and the fragments that they share."""

import re

_FOLDED = "０１２３４５６７８９○◯ＯＸｘ＊＿\u3000\u00a0\t"
_FOLD = dict(zip(_FOLDED, "0123456789〇〇〇XX*_   ", strict=True))
_FOLDABLE = re.compile(f"[{_FOLDED}]")

HAN = "〇零一二三四五六七八九十"
"""Chinese digits, zero in both forms, and ten."""

SEP = r" ?(?:至|到|[—–―─]{1,2}|[-－~～﹣]{1,2}) ?"
"""Between the two ends of a range."""

AND = r" ?[、和及与] ?"
"""Between the items of a list."""

MASK = r"(?:[Xx×*_□]{1,8}|某)"
"""Stands for a number that is still to be filled in."""

NOT_WITHIN = (
    "(?:部(?!署|分|门|委|队)|容(?![量错纳])|外(?![贸出派商资地])|地(?![方区级块质铁])|涵|设(?![立置计备])|控(?!制)|心(?!理)|蒙"
    "|河(?![长湖道])|陆(?!续)|需(?![要求完提报在经])|政(?![府务策治法])|务(?![必实求])|审(?![核查批议定结理计验])|化(?!解)"
    "|生(?![产效成态])|置(?!换)|科(?![技学研室])|参(?![加与照保训])|江|环(?![境比卫保])|阁|战|存(?![在款入])|资(?![金料产源])"
    "|销(?![售毁号假案户])|贸(?!易)|循|源(?!头)|在(?:要求|动力|逻辑|规律|联系|机制|因素|需求|品质|统一|质量|价值|驱动|活力|本质|的))"
)
"""What makes a 内 the beginning of another word (内部, 内蒙古) rather than the end of a time (三年内部署)."""

NOT_BEFORE = (
    "(?:后|往|来(?![函电])|夕|瞻|沿|景|列|端|半|期(?!满)|不久|述|置|任|世|途|进(?![行入场])|提(?:是|下|条件|[，。])"
    "|[0-9一二两三四五六七八九十几]{1,3}(?:个?(?:季度|月|天|周|年|工作日|小时)|[日名位强]))"
)
"""The same for 前 (前提, 前三名)."""

DAYS_AHEAD = "前[0-9一二两三四五六七八九十]{1,3}(?:个?(?:月|天|周|星期|工作日)|日)(?:之内|以内|内)?"
"""So long before a day (前一周), which says neither on which day nor in which stretch."""

NOT_AFTER = "(?:期(?!满)|续|勤|备(?!案)|台|半|来|者|方(?![可能案])|面|疫|进(?![行入场])|果|代(?![表理办])|发(?![放布现展出给送往生文起])|劲|顾|盾)"
"""The same for 后 (后续, 后勤)."""

QUOTES_OPEN = '“"‘「'
QUOTES_CLOSE = '”"’」'


def fold(text: str) -> str:
    """`text` with full-width digits, zeros, masks and blanks as their plain forms, each character in its old place."""
    return _FOLDABLE.sub(lambda found: _FOLD[found[0]], text)


_REACH = 300


def start_behind(text: str, pos: int, stops: str) -> int:
    """The offset behind the nearest of `stops` to the left of `pos`; the text's start or, far from any, some way back."""
    farthest = max(0, pos - _REACH)
    return max(farthest, *(text.rfind(stop, farthest, pos) + 1 for stop in stops))


def sentence_start(text: str, pos: int) -> int:
    """Where the sentence that holds `pos` begins, as far back as it matters."""
    return start_behind(text, pos, "。；！？;!?")
