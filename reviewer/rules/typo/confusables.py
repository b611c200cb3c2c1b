"""Characters and words taken for each other, by theme, each bound to contexts that leave no doubt; data in lexicons."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.model.finding import Category, Severity
from reviewer.resource import lexicon
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule
from reviewer.rules.typo.confusable_scan import Confused

_INSTEAD = "按提示改正；确系专名、引文的，可以忽略。"


@dataclass(frozen=True, slots=True)
class _InContext:
    """Passages in which `wrong` should be `right`."""

    patterns: tuple[re.Pattern[str], ...]
    wrong: str
    right: str
    needs: str

    def run(self, context: RuleContext) -> Iterator[Raw]:
        """One place for each passage."""
        if self.needs not in context.text:
            return
        for pattern in self.patterns:
            for match in pattern.finditer(context.text):
                if span := context.span(*match.span("mark")):
                    better = match.group("mark").replace(self.wrong, self.right, 1)
                    yield Raw(span, f"“{match.group('mark')}”应为“{better}”。", (better,))


def _rule(entry: Mapping[str, Any]) -> Rule:
    wrong, right = entry["wrong"], entry["right"]
    patterns = tuple(re.compile(pattern) for pattern in entry["patterns"])
    return Rule(
        id=entry["id"],
        name=entry["name"],
        category=Category.TYPO,
        severity=Severity(entry.get("severity", "error")),
        what=entry["what"],
        why=entry["why"],
        instead=f"把“{wrong}”改为“{right}”。",
        check=_InContext(patterns, wrong, right, entry["needs"]),
        bad=tuple(Example(text, marked) for text, marked in entry["bad"]),
        good=tuple(entry["good"]),
    )


def _theme(
    rule: str,
    name: str,
    what: str,
    why: str,
    bad: tuple[tuple[str, str, str], ...],
    good: tuple[str, ...],
    severity: Severity = Severity.ERROR,
) -> Rule:
    """A rule whose wrong forms the lexicon lists; `bad` are text, marked words and what they should be."""
    examples = tuple(Example(text, wrong, text.replace(wrong, right)) for text, wrong, right in bad)
    check = Confused(rule)
    return Rule(rule, name, Category.TYPO, severity, what, why, _INSTEAD, check, examples, good, quotable=True)


RULES = (
    *(_rule(entry) for entry in lexicon("confusables")["confusable"]),
    _theme(
        "confusable-rights",
        "法纪用语混用",
        "权利与权力、法治与法制、授权与受权、上诉与上述、接受与接收、受到与收到等用错。",
        "两个词读音相同或相近而意思不同，法纪文书里差一个字就差一层意思。",
        (
            ("加强对权利的制约和监督。", "权利", "权力"),
            ("保障公民的民主权力。", "权力", "权利"),
            ("当事人享有陈诉和申辩的权利。", "陈诉", "陈述"),
            ("自觉接收监督检查。", "接收", "接受"),
        ),
        (
            "加强对权力的制约和监督，保障公民权利。",
            "完善社会主义法制，建设法治政府。",
            "收到表彰决定后组织学习。",
            "医院接收治疗伤员二十名。",
        ),
    ),
    _theme(
        "confusable-inspection",
        "监督检查用语混用",
        "检查与检察、巡查与巡察、侦察与侦查、督查与督察、考查与考察等用错。",
        "这些词各有专指：检察是法律监督，巡察是党内政治监督，侦查是办案，督察是专门监督。",
        (
            ("县人民检查院派员出庭。", "检查", "检察"),
            ("配合做好市委巡查工作。", "巡查", "巡察"),
            ("公安机关立案侦察。", "侦察", "侦查"),
            ("给予留党查看处分。", "查看", "察看"),
            ("组织护林员开展防火巡察。", "巡察", "巡查"),
        ),
        (
            "检查机关食堂的食品安全。",
            "组织护林员开展防火巡查。",
            "派出侦察兵探明敌情。",
            "县人民检察院开展监督检查。",
        ),
    ),
    _theme(
        "confusable-money",
        "钱物、奖惩用语混用",
        "贷款、拨款、赔偿、补偿、奖励、厉行等词里的字用错。",
        "字形、字音相近：拨与拔、赔与陪、偿与赏、励与厉。",
        (
            ("及时拔付专项资金。", "拔付", "拨付"),
            ("依法陪偿损失。", "陪偿", "赔偿"),
            ("坚持励行节约、反对浪费。", "励行", "厉行"),
            ("已偿还银行代款。", "代款", "贷款"),
        ),
        (
            "及时拨付专项资金，激励行业发展。",
            "依法赔偿损失，由专人陪同。",
            "厉行节约、反对浪费。",
            "拖欠货款的应当支付。",
        ),
    ),
    _theme(
        "confusable-time",
        "时间与已己混用",
        "截止与截至、期间与其间、度过与渡过、过度与过渡、既与即、己与已等用错。",
        "后面带时间用“截至”，过日子用“度”，过江河难关用“渡”，“己”是自己，“已”是已经。",
        (
            ("截止2023年底，全市建成示范村二十个。", "截止", "截至"),
            ("确保安全渡过汛期。", "渡过", "度过"),
            ("防止过渡开发。", "过渡", "过度"),
            ("既使任务再重也要完成。", "既使", "即使"),
            ("严格要求自已，做好表率。", "自已", "自己"),
        ),
        ("报名截止6月30日。", "各单位自己经营，自已故同志名单公布后。", "既使用好资金，又管好项目。", "平稳度过汛期。"),
    ),
    _theme(
        "confusable-action",
        "动作用语混用",
        "制定与指定、签订与签定、实施与事实、交代与交待、公示与公式、报到与报道、候与侯、象与像等用错。",
        "输入同音词时选错，或字形看混。",
        (
            ("指定实施方案，明确责任分工。", "指定", "制定"),
            ("双方签定合作协议。", "签定", "签订"),
            ("认真组织事实乡村振兴战略。", "事实", "实施"),
            ("任前公式五天。", "公式", "公示"),
            ("推荐侯选人两名。", "侯选", "候选"),
        ),
        ("指定专人负责。", "以事实为依据。", "按照公式计算。", "配合做好组织工作。"),
    ),
    _theme(
        "confusable-state",
        "状态与关系用语混用",
        "反映与反应、必须与必需、以致与以至、一致与一直、形势与形式、质疑与置疑、辨与辩等用错。",
        "读音相同而用法不同的词，输入时最容易选错。",
        (
            ("及时反应社情民意。", "反应", "反映"),
            ("各级干部必需坚持原则。", "必需", "必须"),
            ("大家一直同意这个方案。", "一直", "一致"),
            ("当前形式严峻复杂。", "形式", "形势"),
            ("毋庸质疑，成绩来之不易。", "质疑", "置疑"),
        ),
        ("提高应急反应能力。", "保障生活必需品供应。", "一直坚持以人民为中心。", "反对形式主义，认清形势任务。"),
    ),
    _theme(
        "confusable-character",
        "常用词里的形近、音近字",
        "竟与竞、治与冶、贫与贪、绝与决、连与联、例与列、坚与艰、健与键等在常用词里用错。",
        "字形、字音相近，打字、扫描识别时容易看错。",
        (
            ("形成公平竟争的市场环境。", "竟争", "竞争"),
            ("建立建全长效机制。", "建全", "健全"),
            ("坚绝打赢这场硬仗。", "坚绝", "坚决"),
            ("全心全意为人名服务。", "人名", "人民"),
            ("扎实推进党凤廉政建设。", "党凤", "党风"),
        ),
        ("这究竟争的是什么。", "外国人名地名译名。", "攻坚难题逐项解决。", "要建全国一流的园区。"),
    ),
    _theme(
        "confusable-likely",
        "很可能用错的字",
        "帐与账、份与分、在与再、的与得、已与以等在固定搭配里很可能用错。",
        "规范用字有明确分工，个别旧文件、专名里会有例外。",
        (
            ("建立问题整改台帐。", "帐", "账"),
            ("大力培养入党积极份子。", "份子", "分子"),
            ("在次强调工作纪律。", "在次", "再次"),
            ("各项工作取的明显成效。", "取的", "取得"),
        ),
        ("搭建救灾帐篷。", "入股的份子钱。", "存在次生灾害风险。", "听取的意见已经整理。"),
        Severity.WARNING,
    ),
    _theme(
        "confusable-usage",
        "规范用字提示",
        "做出与作出、制订与制定、登陆与登录、的与地等习惯上宜统一的写法。",
        "两种写法都有人用，公文里宜从规范或多数写法。",
        (
            ("做出重要贡献。", "做出", "作出"),
            ("登陆网站查询。", "登陆", "登录"),
            ("不断的加强管理。", "不断的", "不断地"),
        ),
        ("作出重要贡献。", "台风登陆后减弱。", "不断的努力换来成绩。"),
        Severity.INFO,
    ),
    _theme(
        "typo-wrong-word",
        "错词",
        "放在哪里都不对的写法，如“按步就班”“亲睐”“贪脏枉法”。",
        "同音、形近的字写错了，词典里没有这样的词。",
        (
            ("要按步就班推进工作。", "按步就班", "按部就班"),
            ("贪脏枉法必受惩处。", "贪脏枉法", "贪赃枉法"),
            ("受到群众亲睐。", "亲睐", "青睐"),
        ),
        ("要按部就班推进工作。", "受到群众青睐。", "公布署名文章。"),
    ),
)
