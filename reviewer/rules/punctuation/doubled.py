"""，， 。， 、；: marks that cannot stand side by side."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Rule

_CLASHES: dict[str, str] = lexicon("punctuation")["clashes"]
_RUN = re.compile(r"[，、。；：][，、。；：！？]+|[！？][，。]")
_ELLIPSIS = re.compile(r"。{3,}|(?<=[\u4e00-\u9fff])\.{3,6}(?=[\u4e00-\u9fff”，。；]|$)|，，，+", re.MULTILINE)
_TWICE = re.compile(r"(?P<inner>[。，；])”(?P<mark>(?P=inner))")
_BEFORE_ETC = re.compile(r"(?P<mark>、)(?<=[\u4e00-\u9fff”》）]、)等(?![级于候待到同一因额效差距高值外次式比量份边腰])")
_AT_EDGE = re.compile(r"(?P<mark>[，、。；](?:(?<=[（《].)|(?=[）》])(?<![。；])))")


def _better(match: Match) -> tuple[str, ...]:
    words = match.group()
    if words in _CLASHES:
        return (_CLASHES[words],)
    return (words[0],) if len(set(words)) == 1 else ()


def _is_clash(context: RuleContext, match: Match) -> bool:
    return not _ELLIPSIS.fullmatch(match.group())


RULES = (
    Rule(
        id="punctuation-clash",
        name="标点重叠",
        category=Category.PUNCTUATION,
        severity=Severity.ERROR,
        what="两个点号连在一起，如“，，”“。，”“、；”。",
        why="多半是删改时留下的，一处停顿只能用一个点号。",
        instead="留下合适的一个。",
        check=Pattern(_RUN, "“{text}”两个标点连在了一起。", accept=_is_clash, suggest=_better),
        bad=(
            Example("要提高认识，，抓好落实。", "，，", "要提高认识，抓好落实。"),
            Example("工作取得实效。，下一步要巩固。", "。，", "工作取得实效。下一步要巩固。"),
            Example("学校、医院、；企业", "、；", "学校、医院；企业"),
        ),
        good=("难道不是这样吗？！", "好！！", "他想了很久……。", "一、总体要求"),
        standard="GB/T 15834—2011 5.1",
    ),
    Rule(
        id="punctuation-ellipsis",
        name="省略号写法",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="用“。。。”或“...”代替省略号。",
        why="中文省略号是六个居中的圆点，占两个字的位置。",
        instead="改为“……”。",
        check=Pattern(_ELLIPSIS, "省略号应当写作“……”。", ("。。。", "...", "，，，"), suggest=lambda match: ("……",)),
        bad=(
            Example("学校、医院、车站。。。都要检查。", "。。。", "学校、医院、车站……都要检查。"),
            Example("一天、两天...他始终在岗。", "...", "一天、两天……他始终在岗。"),
            Example("他说，，，我们要坚持。", "，，，", "他说……我们要坚持。"),
        ),
        good=("学校、医院……都要检查。", "第一章 总则 ....... 3", "版本号为1.2.3"),
        standard="GB/T 15834—2011 4.11",
    ),
    Rule(
        id="punctuation-both-sides-of-quote",
        name="引号内外标点重复",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="后引号里面和外面用了同样的标点，如“。”。”。",
        why="一处停顿只能用一个点号。",
        instead="引文独立成句时留里面的，否则留外面的。",
        check=Pattern(
            _TWICE, "引号里面已经有“{text}”，外面不再重复。", ("。”。", "，”，", "；”；"), suggest=lambda match: ("",)
        ),
        bad=(
            Example("他说：“要抓好落实。”。", "。", "他说：“要抓好落实。”"),
            Example("“要抓落实，”，他强调。", "，", "“要抓落实，”他强调。"),
            Example("古人云：“业精于勤。”。我们要勤学。", "。", "古人云：“业精于勤。”我们要勤学。"),
        ),
        good=("他说：“要抓好落实。”", "坚持“两个维护”。", "做到“学习、宣传”，抓好落实。"),
        standard="GB/T 15834—2011 附录B.2",
    ),
    Rule(
        id="punctuation-before-etc",
        name="“等”前的顿号",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="列举后的“等”字前面用了顿号，如“学校、医院、等”。",
        why="“等”不是并列的一项，前面不用顿号。",
        instead="删去“等”前的顿号。",
        check=Pattern(_BEFORE_ETC, "“等”字前面不用顿号。", ("、等",), suggest=lambda match: ("",)),
        bad=(
            Example("学校、医院、等公共场所要加强管理。", "、", "学校、医院等公共场所要加强管理。"),
            Example("“双创”、等工作有序推进。", "、", "“双创”等工作有序推进。"),
            Example("办法、细则、等制度相继出台。", "、", "办法、细则等制度相继出台。"),
        ),
        good=("学校、医院等公共场所", "优等、等外产品分开存放", "职级、等级逐一核对"),
        standard="GB/T 15834—2011 4.5",
    ),
    Rule(
        id="punctuation-inside-bracket-edge",
        name="括号边上的标点",
        category=Category.PUNCTUATION,
        severity=Severity.WARNING,
        what="紧跟在前括号后面，或者紧挨在后括号前面的逗号、顿号，如“（，”“、）”。",
        why="这里没有要停顿的内容，是删改后留下的。",
        instead="删去这个标点。",
        check=Pattern(
            _AT_EDGE,
            "“{text}”紧挨着括号，多余。",
            ("（，", "（、", "（。", "（；", "《，", "《、", "，）", "、）", "，》", "、》"),
            suggest=lambda match: ("",),
        ),
        bad=(
            Example("各县（，市、区）要落实。", "，", "各县（市、区）要落实。"),
            Example("成员单位（公安、司法、）要配合。", "、", "成员单位（公安、司法）要配合。"),
            Example("学习《条例，》精神。", "，", "学习《条例》精神。"),
        ),
        good=("各县（市、区）要落实。", "（一）总体要求", "他说（笑）。"),
    ),
)
