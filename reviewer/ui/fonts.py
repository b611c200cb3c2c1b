"""Simplified Chinese fonts by name, for Windows and Linux; without names Japanese forms of the characters appear."""

from PySide6.QtGui import QFont

INTERFACE = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Segoe UI")
BODY = ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC")
TITLE = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "STZhongsong", "华文中宋", "Noto Serif CJK SC", "SimSun")
BLACK = ("SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", "Microsoft YaHei UI", "WenQuanYi Micro Hei")
KAI = ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "AR PL UKai CN", "Noto Serif CJK SC")
SONG = ("SimSun", "宋体", "NSimSun", "STSong", "Noto Serif CJK SC", "Source Han Serif SC")
PAGE = {"fangsong": BODY, "song": SONG, "hei": BLACK, "kai": KAI}
"""What the body of the page can be set in, by the names that the setting `page_font` has for them."""
_LAST_RESORT = ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei")


def families(names: tuple[str, ...]) -> list[str]:
    """`names` followed by what a bare Linux may have instead."""
    return [*names, *(name for name in _LAST_RESORT if name not in names)]


def interface_font(base: QFont, points: float = 0) -> QFont:
    """`base`, the system's own, with Chinese families in front, and of another size where `points` are given."""
    font = QFont(base)
    font.setFamilies(families(INTERFACE))
    if points:
        font.setPointSizeF(points)
    return font
