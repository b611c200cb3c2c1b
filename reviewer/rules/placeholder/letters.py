"""XX, xxx, X月X日: letters in place of a name or a number."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import (
    around,
    in_case_report,
    is_alphanumeric,
    is_anonymous_person,
    is_mention,
    is_struck_name,
    stands_before_head,
    token,
    words,
)
from reviewer.rules.rule import Example, Rule

_RUN = re.compile(r"(?P<mark>[XxＸｘⅩ][XxＸｘⅩ]+(?:\.[XxＸｘ]{1,3})?)")
_SINGLE = re.compile(r"(?P<mark>[XxＸｘ](?:\.[XxＸｘ]{1,3})?)(?![XxＸｘ])")
_FOREIGN = re.compile(r"[A-WYZa-wyzＡ-ＷＹＺａ-ｗｙｚ@:=&#~%_?]")
_ROMAN = re.compile(r"(?<![A-Za-z])X+[IVL]+(?![A-Za-z])")
_SCIENCE = re.compile(r"染色体|射线|[、，]XY")
_LOOSE = frozenset(" .")
_LONG = 4
_PER_CENT = "百分之"
_JOINED = frozenset("+＋-－−–=＝<>＜＞≤≥±/／·×*^√")
_VARIABLE = re.compile(
    r"[+＋][XxＸｘ](?![XxＸｘ])|(?<![A-Za-z])[Nn](?=个|项|类|家|种)|(?<![A-Za-z])[XxＸｘ]\s?[=＝]|[设令][A-Za-zＸｘ](?:为|等于|[地点和与])"
)
_SURE = re.compile(r"[XxＸｘ]{2,}|[XxＸｘ](?=[省市县区镇乡月日万书副])")
_NO_NAME = re.compile(r"光|射线|线|轴|型|波段|级|荧光|证|档|染色|因|坐标|方向|号")
_HAN = re.compile("[\u3400-\u9fff]")
_SWAP = re.compile(
    "ZZ(?=" + "|".join((*words("zz_followers"), "[、，。；”]")) + ")"
    r"|[XＸDＤ](?:(?=" + "|".join(words("party_followers")) + r")|(?<=从严治.))|ZF(?<=[省市县区乡镇]ZF)(?![A-Za-z])"
)
_INITIAL = re.compile(r"[A-Z](?=总书记|副?书记|副?[省市县区镇乡]长|局长(?!期))")


_PLACE = re.compile(r"[E-WYZ](?=[省市县镇乡](?![场面值价]))")


def _is_run(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    text = context.text
    before, _ = around(text, start, end)
    if _FOREIGN.search(token(text, start, end).rstrip("%")) or _SCIENCE.match(text, end):
        return False
    if is_alphanumeric(before) and end - start < _LONG and not stands_before_head(text, end):
        return False
    if _ROMAN.search(context.nearby(start)):
        return False
    return not is_mention(text, start, end) and not is_anonymous_person(context, start, end)


def _is_single(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    text = context.text
    before, after = around(text, start, end)
    if is_alphanumeric(before) or is_alphanumeric(after) or before in _JOINED or after in _JOINED:
        return False
    if text.endswith(_PER_CENT, 0, start) or (before == "十" and after == "五"):
        return True
    if before in _LOOSE and is_alphanumeric(text[start - 2 : start - 1]):
        return False
    if _VARIABLE.search(context.nearby(start)):
        return False
    if stands_before_head(text, end) or is_struck_name(text, start, end):
        return not is_anonymous_person(context, start, end)
    if not _HAN.match(before) or not _HAN.match(after) or _NO_NAME.match(text, end):
        return False
    return bool(_SURE.search(context.nearby(start)))


def _is_swap(context: RuleContext, match: Match) -> bool:
    before, after = around(context.text, *match.span())
    return not is_alphanumeric(before) and not is_alphanumeric(after) and before not in _JOINED


def _is_place(context: RuleContext, match: Match) -> bool:
    return _is_swap(context, match) and not in_case_report(context, match.start())


def _unmask(match: Match) -> tuple[str, ...]:
    letters = match.group()
    return ("政治" if letters == "ZZ" else "政府" if letters == "ZF" else "党",)


RULES = (
    Rule(
        id="placeholder-letters",
        name="XX占位",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="用两个以上的字母X（大小写、全半角）代替的名称、人名或数字，如“XX市”“张XX”“XX.X亿元”。",
        why="这是范文或旧稿里隐去的内容，照念照发会闹笑话，也说明稿子没有结合本单位实际改过。",
        instead="换成真实的名称、人名或数字；确实不写的，把整句改写。",
        check=Pattern(
            _RUN, "“{text}”是占位符，请换成真实内容。", ("xx", "XX", "ＸＸ", "ｘｘ", "Xx", "xX", "ⅩⅩ"), _is_run
        ),
        bad=(
            Example("在XX区生态环境保护大会上的讲话", "XX"),
            Example("刚才，张XX同志介绍了做法。", "XX"),
            Example("完成投资XX.X亿元。", "XX.X"),
            Example("xxx同志主持会议。", "xxx"),
        ),
        good=(
            "设备型号为XX-200B。",
            "女性染色体为XX染色体。",
            "请访问www.xxgk.gov.cn查询。",
            "工作服有XL、XXL两种尺码。",
            "第XXI届会议文件汇编。",
        ),
    ),
    Rule(
        id="placeholder-letter",
        name="单个X占位",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="用一个字母X代替的地名、职务前的姓名或数字，如“X县”“X月X日”“X万元”。",
        why="多半是套用模板时没有填上的内容。",
        instead="换成真实内容。",
        check=Pattern(_SINGLE, "“{text}”像是没有填上的内容，请核对。", ("x", "X", "Ｘ", "ｘ"), _is_single),
        bad=(
            Example("会议定于X月8日召开。", "X"),
            Example("累计投入x万元。", "x"),
            Example("今天在X县召开现场会。", "X"),
            Example("增长X.X%。", "X.X"),
        ),
        good=(
            "新购X光机两台。",
            "推广“1+X”证书制度。",
            "沿X轴方向移动。",
            "布局N个大模型和X个场景。",
            "分辨率为1920x1080。",
        ),
    ),
    Rule(
        id="placeholder-swapped-letters",
        name="字母代替敏感词",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="为躲过网站过滤而用字母代替的词，如“ZZ素质”“X中央”“从严治X”。",
        why="这是网上材料的痕迹，留在正式文稿里极不严肃。",
        instead="改回原来的词。",
        check=Pattern(
            _SWAP,
            "“{text}”是网上材料用来代替“{better}”的字母，请改回。",
            ("ZZ", "ZF", "X", "Ｘ", "D", "Ｄ"),
            _is_swap,
            _unmask,
        ),
        bad=(
            Example("不断提高ZZ素质。", "ZZ", "不断提高政治素质。"),
            Example("坚决贯彻X中央决策部署。", "X", "坚决贯彻党中央决策部署。"),
            Example("落实全面从严治X责任。", "X", "落实全面从严治党责任。"),
        ),
        good=("3D建模技术得到应用。", "编号ZZ-12的设备。", "R&D经费投入持续增长。", "采用X射线检查。"),
    ),
    Rule(
        id="placeholder-initial",
        name="字母代替姓名",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="用一个字母代替领导人姓名或地名，如“A总书记”“L县长”。",
        why="这是网上材料隐去姓名的写法。",
        instead="写出姓名，或者只写职务。",
        check=Pattern(_INITIAL, "“{text}”像是代替姓名的字母，请核对。", ("书记", "长"), _is_swap),
        bad=(
            Example("A总书记深刻指出，实干兴邦。", "A"),
            Example("刚才，L县长作了部署。", "L"),
            Example("B书记到会指导。", "B"),
        ),
        good=("CEO、CFO等高管到会。", "提高GDP增速。", "A级景区不断增加。"),
    ),
    Rule(
        id="placeholder-initial-place",
        name="字母代替地名",
        category=Category.PLACEHOLDER,
        severity=Severity.INFO,
        what="用一个字母代替的地名，如“S省”“H市”。",
        why="可能是网上材料隐去的地名；案例里有意隐去的不在此列。",
        instead="写出地名，或者改写。",
        check=Pattern(_PLACE, "“{text}”像是代替地名的字母，请核对。", ("省", "市", "县", "镇", "乡"), _is_place),
        bad=(
            Example("在S省调研时，他强调要稳就业。", "S"),
            Example("今年以来，H市大力发展旅游业。", "H"),
            Example("M县各级党组织要高度重视。", "M"),
        ),
        good=("A市与B市毗邻的案件已审结。", "U形通道市民反映良好。", "案例：M县某公司违法排污。", "IT市场持续扩大。"),
    ),
)
