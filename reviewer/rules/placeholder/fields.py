"""【单位名称】, [此处填写…], （待定）: what a template or the author left to be filled in."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.placeholder.surroundings import around, words
from reviewer.rules.rule import Example, Rule

_FIELDS = "|".join(sorted(words("field_names"), key=len, reverse=True))
_PENDING = "|".join(sorted(words("pending_words"), key=len, reverse=True))
_FIELD = re.compile(
    rf"(?P<mark>[【\[［〔](?:{_FIELDS})[】\]］〕]|\{{{{?[\u4e00-\u9fff]{{1,12}}\}}?\}}|\$\{{[\u4e00-\u9fff]{{1,12}}\}}|<(?:{_FIELDS})>|[（(](?:单位名称|领导姓名|姓名|人名|具体数字|具体日期)[）)](?=[^\s。，；、）)（(]))"
)
_HINT = re.compile(
    r"(?P<mark>(?P<open>[【\[［（(<])(?:请?(?:在)?此处[^\n】\]］）)>]{0,40}|请?(?:填写|填入|填上|填(?:数字|名称|姓名|日期|时间|数据|内容)|插入|补充|补写|输入|替换为?|结合[^\n】\]］）)>]{0,12}(?:补充|填写|修改))[^\n】\]］）)>]{0,30})[】\]］）)>])"
)
_LATER = re.compile(rf"(?P<mark>[【\[［〔（(](?:[\u4e00-\u9fff]{{0,6}})(?:{_PENDING})[】\]］〕）)])")
_FORM = re.compile(r"[：:]\s*$")
_NOT_A_HINT = re.compile(r"此处(?:为|系|指|是|略|所称|的|不)")
_SENTENCE = 12


def _is_field(context: RuleContext, match: Match) -> bool:
    text = context.text
    start, end = match.span("mark")
    before, after = around(text, start, end)
    if after in ("：", ":", "(") or before == "!":
        return False
    if match.group("mark")[0] not in "（(":
        return True
    return not _FORM.search(text, max(0, start - 2), start) and len(context.nearby(start)) >= _SENTENCE


def _is_hint(context: RuleContext, match: Match) -> bool:
    if _NOT_A_HINT.search(match.group("mark")):
        return False
    before, after = around(context.text, *match.span("mark"))
    if match.group("open") in "（(":
        asks = "此处" in match.group("mark")
        return (asks or (bool(after) and not after.isspace())) and before not in (
            "表",
            "栏",
            "格",
            "项",
            "称",
            "名",
            "号",
            "式",
        )
    return True


RULES = (
    Rule(
        id="placeholder-field",
        name="模板栏目未填",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="模板里等着填写的栏目名，如“【单位名称】”“{姓名}”。",
        why="模板没有填完。",
        instead="换成真实内容，连同括号一起替换。",
        check=Pattern(_FIELD, "模板栏目“{text}”没有填写。", ("【", "[", "［", "{", "<", "（", "("), _is_field),
        bad=(
            Example("【单位名称】2024年工作总结", "【单位名称】"),
            Example("尊敬的{姓名}同志：", "{姓名}"),
            Example("粮食总产达到[数据]万斤。", "[数据]"),
        ),
        good=("【责任单位】市财政局", "【经验做法】坚持党建引领。", "参会人员（姓名、职务）名单附后。"),
    ),
    Rule(
        id="placeholder-hint",
        name="填写提示未删",
        category=Category.PLACEHOLDER,
        severity=Severity.ERROR,
        what="提示作者填写的话，如“[此处填写具体数据]”“（此处插入典型案例）”。",
        why="提示是给起草人看的，不能留在文稿里。",
        instead="按提示补上内容，删去提示。",
        check=Pattern(
            _HINT,
            "填写提示“{text}”还留在文中。",
            ("此处", "填写", "填入", "插入", "补充", "补写", "输入", "替换", "填报", "填上", "（填", "(填"),
            _is_hint,
        ),
        bad=(
            Example("[此处填写增长率]，位居全市前列。", "[此处填写增长率]"),
            Example("【此处插入本单位案例】充分说明了这一点。", "【此处插入本单位案例】"),
            Example("（填写具体措施），确保见效。", "（填写具体措施）"),
        ),
        good=("请认真填写申报表。", "申报表（填写说明见背面）", "法条（此处的“国家”含地方）不再引用。"),
    ),
    Rule(
        id="placeholder-pending",
        name="待定内容",
        category=Category.PLACEHOLDER,
        severity=Severity.WARNING,
        what="括号里注明“待定”“待补充”“待核实”的地方。",
        why="内容还没有定下来，定稿前应补上。",
        instead="补上确定的内容，删去括号。",
        check=Pattern(_LATER, "“{text}”说明这里的内容还没有定。", ("待", "暂缺", "暂空", "此处")),
        bad=(
            Example("参会人数（待定）人。", "（待定）"),
            Example("完成率【待核实】。", "【待核实】"),
            Example("培训时间（时间待定）另行通知。", "（时间待定）"),
        ),
        good=("会议地点待定，请关注通知。", "（此件公开发布）", "百废待兴（待续）"),
    ),
)
