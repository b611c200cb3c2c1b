"""____ and （  ）: blanks that nobody filled in."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import around, is_alphanumeric, is_mention, stands_before_head
from reviewer.rules.rule import Example, Rule

_LINE = re.compile(r"(?P<mark>[_＿﹍][_＿﹍]+)")
_BRACKETS = re.compile(r"(?P<mark>[（(][ \u3000]*[）)])(?=\S)")
_EMPTY = re.compile(r"(?P<mark>【[ \u3000]*】|〔[ \u3000]*〕|《[ \u3000]*》|\[[ \u3000]{2,}\])")
_STOP = re.compile(r"[，。；！？,;]")
_HAN = re.compile("[\u3400-\u9fff]")
_ANY_BLANK = re.compile(r"[_＿﹍]{2,}")
_FORM = re.compile(r"协议书?|合同|承诺书|申请表|登记表|委托书|回执")
_CODE = re.compile(r"[A-Za-z]\s?$")


def _is_blank_line(context: RuleContext, match: Match) -> bool:
    text = context.text
    start, end = match.span("mark")
    before, after = around(text, start, end)
    if is_mention(text, start, end) or (is_alphanumeric(before) and is_alphanumeric(after)):
        return False
    if before in ("：", ":") or not (_HAN.match(before) or _HAN.match(after)):
        return False
    line = context.nearby(start)
    if _FORM.search(line):
        return False
    if _STOP.search(line):
        return True
    blanks = len(_ANY_BLANK.findall(line))
    return blanks == 1 and len(_HAN.findall(line)) >= 6


def _is_blank_bracket(context: RuleContext, match: Match) -> bool:
    start, end = match.span("mark")
    before, _ = around(context.text, start, end)
    return (
        stands_before_head(context.text, end)
        and not _CODE.search(context.text, max(0, start - 2), start)
        and before != ""
    )


def _is_empty(context: RuleContext, match: Match) -> bool:
    before, after = around(context.text, *match.span("mark"))
    return bool(_HAN.match(before) or _HAN.match(after)) and "成对" not in context.nearby(match.start())


RULES = (
    Rule(
        id="placeholder-blank",
        name="横线未填",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="句子里用下划线留出的空，如“今年____岁”“完成投资____亿元”。",
        why="空着的内容没有填上；表格、合同里供人填写的横线不在此列。",
        instead="填上内容，删去横线。",
        check=Pattern(_LINE, "横线处没有填写。", ("__", "＿＿", "﹍﹍"), _is_blank_line),
        bad=(
            Example("完成投资____亿元，增长8%。", "____"),
            Example("我今年__岁，党员。", "__"),
            Example("在____市委全会上的讲话提纲", "____"),
        ),
        good=("姓名：______", "____年____月____日", "____________", "变量user__name不合规范。"),
    ),
    Rule(
        id="placeholder-blank-brackets",
        name="括号未填",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="数量、日期前留着的空括号，如“发放宣传册（　　）份”。",
        why="空着的内容没有填上；试题里的答题括号不在此列。",
        instead="填上内容，删去括号。",
        check=Pattern(_BRACKETS, "括号里没有填写。", ("（", "("), _is_blank_bracket),
        bad=(
            Example("共发放资料（  ）份。", "（  ）"),
            Example("定于（ ）月（ ）日召开。", "（ ）"),
            Example("走访群众（）户。", "（）"),
        ),
        good=("下列表述正确的是（　　）。", "括号（）要成对使用。", "调用main()函数。"),
    ),
    Rule(
        id="placeholder-empty-pair",
        name="括号书名号为空",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="里面什么也没有的【】〔〕《》。",
        why="名称、年份或文号漏填了。",
        instead="填上内容，或者删去符号。",
        check=Pattern(_EMPTY, "“{text}”里没有内容。", ("【", "〔", "《", "["), _is_empty),
        bad=(
            Example("认真学习《》，抓好落实。", "《》"),
            Example("国办发〔 〕12号", "〔 〕"),
            Example("【】同志到会指导。", "【】"),
        ),
        good=("《中国共产党章程》", "〔2023〕12号", "【经验做法】", "书名号《》、方括号【】要成对使用。"),
    ),
)
