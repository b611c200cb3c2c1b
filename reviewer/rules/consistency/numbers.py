"""2023年 beside 二〇二三年, 300万 beside 500万元: numbers of one kind written in two ways."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.consistency.twice import Place, rarer
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_ARABIC_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d年")
_HAN_YEAR = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}年")
_DATE_LINE = re.compile(r"[\s（(—-]*(?:[12]\d{3}|一九|二[〇○零])[^。，]{3,14}[日月）)]\s*")
_MONEY = "投入|投资|资金|补助|补贴|拨付|预算|安排|贷款|融资|产值|收入|利润|税收|捐赠|捐款|奖励|罚款|节约|下达|争取|筹集|筹措|落实|兑付|发放|减免|造价|总价|金额"
_WITH_YUAN = re.compile(r"\d+(?:\.\d+)?[万亿](?:美|日|欧)?元")
_WITHOUT_YUAN = re.compile(
    rf"(?:{_MONEY})[^，。；：！？、\n\d]{{0,6}}?(?P<mark>\d+(?:\.\d+)?[万亿])(?=[，。；、！？）]|以上|左右|用于)"
)
_FEWEST = 2


def _years(context: RuleContext) -> Iterator[Raw]:
    """Years in the form that is the rarer one in running text; the date under a title or at the end is no part of it."""
    arabic = [match.span() for match in _ARABIC_YEAR.finditer(context.text) if not _is_apart(context, match)]
    han = [match.span() for match in _HAN_YEAR.finditer(context.text) if not _is_apart(context, match)]
    few, many = sorted((arabic, han), key=len)
    if few and len(many) >= _FEWEST and len(few) < len(many):
        yield from rarer(context, few, many, doubt="年份写法请统一")


def _is_apart(context: RuleContext, match: re.Match[str]) -> bool:
    """Whether it is the date under a title or at the end, or stands in a title or a quotation."""
    text = context.text
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    before = line[: match.start() - start]
    return (
        _DATE_LINE.fullmatch(line) is not None
        or before.count("《") > before.count("》")
        or before.count("“") > before.count("”")
    )


def _money(context: RuleContext) -> Iterator[Raw]:
    few: list[Place] = [match.span("mark") for match in _WITHOUT_YUAN.finditer(context.text)]
    many: list[Place] = [match.span() for match in _WITH_YUAN.finditer(context.text)] if few else []
    if len(many) >= _FEWEST and len(few) < len(many):
        for place in few:
            yield from rarer(context, [place], many, context.text[slice(*place)] + "元", "疑漏了“元”字")


RULES = (
    Rule(
        id="consistency-year-form",
        name="年份写法不一",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一份文件里有的写“2023年”，有的写“二〇二三年”；题下和落款的日期、书名和引文除外。",
        why="国家标准要求同一场合数字形式一致。",
        instead="正文统一用一种写法。",
        check=Function(_years),
        bad=(
            Example("2021年启动，2022年推进，到二〇二三年全面完成。", "二〇二三年"),
            Example("二〇二一年启动，二〇二二年推进，2023年完成。", "2023年"),
            Example("2021年、2022年连续增长，二零二三年再创新高。", "二零二三年"),
        ),
        good=(
            "2021年启动，2022年推进，2023年完成。",
            "在全市大会上的讲话\n（二〇二三年五月六日）\n2021年启动，2022年推进。",
            "2021年启动，2022年推进。\n二〇二三年五月六日",
        ),
        standard="GB/T 15835—2011 4.3",
        quotable=True,
    ),
    Rule(
        id="consistency-money-unit",
        name="金额漏写“元”",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="别处金额都写“万元”“亿元”，这一处只写了“万”“亿”。",
        why="同类数据单位不一，录入和汇总时容易出错。",
        instead="补上“元”字。",
        check=Function(_money),
        bad=(
            Example(
                "投入500万元修路，投入300万元建桥，拨付资金200万。",
                "200万",
                "投入500万元修路，投入300万元建桥，拨付资金200万元。",
            ),
            Example(
                "总投资3亿元，到位资金1.5亿，完成产值2亿元。", "1.5亿", "总投资3亿元，到位资金1.5亿元，完成产值2亿元。"
            ),
            Example(
                "争取补助80万元、下达资金60万用于修缮，安排预算20万元。",
                "60万",
                "争取补助80万元、下达资金60万元用于修缮，安排预算20万元。",
            ),
        ),
        good=(
            "投入500万元修路，投入300万元建桥。",
            "投入500万元、300万元，发放补贴惠及群众20万人。",
            "总投资3亿元，完成投资2亿元，游客突破100万。",
        ),
        quotable=True,
    ),
)
