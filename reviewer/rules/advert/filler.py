"""下面是小编为大家整理的…: what the editor of a site wrote around the text."""

import re
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Pattern
from reviewer.rules.rule import Example, Rule


@cache
def _filler() -> re.Pattern[str]:
    return re.compile("|".join(lexicon("adverts")["filler"]))


_MARKER = re.compile(r"#{1,3}\s{0,2}paid\s{0,2}(?:begin|end)\s{0,2}#{1,3}", re.IGNORECASE)

RULES = (
    Rule(
        id="advert-pay-marker",
        name="付费标记",
        category=Category.ADVERT,
        severity=Severity.ERROR,
        what="收费文档网站的标记，如“##paidbegin##”“##paidend##”。",
        why="这是网站程序用的标记，复制时一起带了进来。",
        instead="删去。",
        check=Pattern(_MARKER, "“{text}”是收费网站的标记，请删去。", ("#",), suggest=lambda match: ("",)),
        bad=(
            Example("##paidbegin##今天的会议很重要。", "##paidbegin##", "今天的会议很重要。"),
            Example("##paidend##", "##paidend##"),
            Example("全文完。##PaidEnd##", "##PaidEnd##", "全文完。"),
        ),
        good=("## 总体要求", "已支付paid款项。", "按#号键结束。"),
    ),
    Rule(
        id="advert-filler",
        name="网站编者按",
        category=Category.ADVERT,
        severity=Severity.ERROR,
        what="网站编辑写的套话，如“下面是小编为大家整理的……供大家参考”“（精选15篇）”。",
        why="这不是文稿内容，是从网页复制时带进来的。",
        instead="删去。",
        check=Pattern(
            _filler(),
            "这是网站编辑加的话，请删去。",
            (
                "小编",
                "本站",
                "本网",
                "素材库",
                "公众号",
                "投稿",
                "篇）",
                "篇)",
                *(f"欢迎{w}" for w in ("大家", "各位", "您", "阅读", "参考", "借鉴", "下载", "收藏", "浏览")),
                "文秘网",
                "范文网",
                "公文网",
                "秘书网",
                "文库网",
            ),
            suggest=lambda match: ("",),
        ),
        bad=(
            Example("下面是小编为大家整理的工作总结，供大家参考。", "下面是小编为大家整理的工作总结，供大家参考。"),
            Example("抓好落实。更多范文请关注本站。", "更多范文请关注本站。", "抓好落实。"),
            Example("基层党建工作总结（通用8篇）", "（通用8篇）", "基层党建工作总结"),
        ),
        good=(
            "政务新媒体小编要提高业务素养。",
            "欢迎各界人士提出宝贵意见。",
            "全年刊发稿件（共36篇）。",
            "以上就是我的汇报。",
        ),
    ),
)
