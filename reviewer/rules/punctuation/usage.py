"""Cases of GB/T 15834—2011 that are worth a look: 等 behind ……, ？ in a statement, 《》 around what is no work."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function, Match, Pattern
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule

_ETC = re.compile(r"(?P<mark>…{1,2}\s?等(?![级待候于同到])|等等?[，、]?…{1,2})")
_QUESTION = re.compile(
    r"(?:研究|讨论|探讨|思考|明确|说明|分析|谋划|弄清|搞清|了解|回答|解决|部署|安排)了?[^，。；：？！“”\n]{0,14}"
    r"(?:如何|怎样|怎么|是否|什么|哪些)[^，。；：？！“”\n]{1,20}(?P<mark>？)(?=的|[，、；]|等|这)"
)
_NO_WORK = re.compile(
    r"(?P<mark>《[^《》\n]{2,30}》)(?=(?:的)?(?:荣誉)?(?:称号|奖项|活动|大赛|比赛|竞赛|行动|工程|会议|培训班|论坛|展览|课题))"
)
_NAMES_A_WORK = re.compile(
    r"的?(?:活动|行动|工程|会议|论坛|课题)(?:方案|计划|通知|实施|指南|手册|管理|规划)|会议(?:精神|纪要|决定)"
)
_COLON = re.compile(r"：")
_SENTENCE = re.compile(r"[^。！？；\n]{4,160}[。！？；]")
_QUOTATION = re.compile(r"“[^”]*(?:”|$)|（[^）]*）|《[^》]*》|\d\s*[:：]\s*\d")
_LIST_HEAD = re.compile(
    r"邮编|电话|联系人|地址|传真|邮箱|网址|\d[）)]|[一二三四五六七八九十]是|首先|其次|（[一二三四五六七八九十\d]+）|\d[.．、]"
)


def _is_no_work(context: RuleContext, match: Match) -> bool:
    return not _NAMES_A_WORK.match(context.text, match.end())


def _nested(context: RuleContext) -> Iterator[Raw]:
    """The second colon of a sentence that has two, quotations, brackets and lists aside."""
    text = context.text
    for match in _SENTENCE.finditer(text):
        if match.group().count("：") < 2:
            continue
        words = _QUOTATION.sub(lambda m: "〇" * len(m.group()), match.group())
        colons = [found.start() for found in _COLON.finditer(words)]
        if len(colons) < 2 or _LIST_HEAD.search(words) or colons[1] == len(words) - 1:
            continue
        at = match.start() + colons[1]
        if span := context.span(at, at + 1):
            yield Raw(span, "一句话里套用了两个冒号，请改写，或者把其中一个改为逗号。")


RULES = (
    Rule(
        id="punctuation-ellipsis-etc",
        name="省略号与“等”并用",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="省略号和“等”用在一处，如“文件、制度……等”。",
        why="两者都表示列举没有完，国家标准规定只用一个。",
        instead="去掉省略号或者“等”。",
        check=Pattern(_ETC, "“{text}”意思重复，省略号和“等”只用一个。", ("…",)),
        bad=(
            Example("完善文件、制度……等。", "……等"),
            Example("包括水、电、气等……", "等……"),
            Example("走访学校、医院、商场等等……", "等等……"),
        ),
        good=("完善文件、制度等。", "完善文件、制度……", "风声雨声……等级保护要落实。"),
        standard="GB/T 15834—2011 4.11.3.1",
        quotable=True,
    ),
    Rule(
        id="punctuation-indirect-question",
        name="陈述句中的问号",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="句子里虽有“如何”“怎样”，整句却是陈述，中间用了问号，如“研究了如何落实？的问题”。",
        why="问号只用在疑问句末尾。",
        instead="删去问号，或者改为逗号。",
        check=Pattern(_QUESTION, "这里是陈述，不是提问，不用问号。", ("？",)),
        bad=(
            Example("会议研究了如何落实？的问题。", "？"),
            Example("讨论怎样推进工作？，形成了一致意见。", "？"),
            Example("要明确是否达标？、由谁负责。", "？"),
        ),
        good=("如何落实？关键在人。", "会议研究了如何落实的问题。", "我们要思考：怎样推进工作？"),
        standard="GB/T 15834—2011 4.2",
        quotable=True,
    ),
    Rule(
        id="punctuation-title-marks",
        name="书名号用错地方",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="称号、活动、比赛、会议等用了书名号，如“《先进集体》称号”。",
        why="书名号只标书名、篇名、报刊名、文件名、节目名等，称号和活动用引号。",
        instead="改用引号。",
        check=Pattern(_NO_WORK, "“{text}”不是书名、文件名，用引号。", ("》",), _is_no_work),
        bad=(
            Example("授予《先进集体》称号。", "《先进集体》"),
            Example("开展《我为群众办实事》活动。", "《我为群众办实事》"),
            Example("举办《青年杯》比赛。", "《青年杯》"),
        ),
        good=("授予“先进集体”称号。", "印发《春季行动方案》。", "学习《决定》会议精神。"),
        standard="GB/T 15834—2011 4.15、A.15",
        quotable=False,
    ),
    Rule(
        id="punctuation-nested-colon",
        name="冒号套用",
        category=Category.PUNCTUATION,
        severity=Severity.INFO,
        what="一句话里用了两个冒号，后一个套在前一个管的范围里。",
        why="国家标准规定，一个句子内部一般不套用冒号，套用了就看不清各管到哪里。",
        instead="改写句子，或者把其中一个冒号改为逗号。",
        check=Function(_nested),
        bad=(
            Example("会议明确：牵头单位：区财政局和区审计局共同负责。", "："),
            Example("要求如下：责任到人：每个岗位都要落实。", "："),
            Example("总的考虑是：抓两头：一头抓项目，一头抓民生。", "："),
        ),
        good=(
            "会议明确：一是抓项目，责任单位：区发展改革局。",
            "会议强调：“要做到：件件有着落。”",
            "时间：上午9：30。",
        ),
        standard="GB/T 15834—2011 4.7.3.3",
        quotable=True,
    ),
)
