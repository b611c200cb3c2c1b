"""What kind of document it is."""

import re

from reviewer.language.patterns import ended
from reviewer.model.document import Document
from reviewer.model.duty import DocumentKind
from reviewer.model.outline import LabelStyle, Outline

_BY_TITLE = (
    (DocumentKind.MINUTES, re.compile(r"纪要")),
    (DocumentKind.SPEECH, re.compile(r"讲话|发言|致辞|主持词|党课|讲稿|演讲|在.{2,40}(?:会|会议|仪式|典礼)上的")),
    (DocumentKind.NOTICE, re.compile(r"(?:通知|通告|通报|公告|函|批复|决定)(?:（[^）]*）)?$")),
    (DocumentKind.SUMMARY, re.compile(r"总结|述职")),
    (DocumentKind.REPORT, re.compile(r"报告|汇报|情况(?:（[^）]*）)?$|专报|简报|公报")),
    (DocumentKind.OPINION, re.compile(r"意见")),
    (DocumentKind.PLAN, re.compile(r"方案|规划|计划|要点|安排|预案|措施|行动|任务分解|分工|举措|纲要|清单")),
    (DocumentKind.RULES, re.compile(r"办法|条例|规定|细则|规则|准则|章程|制度|守则|规范|标准|指南")),
)
_BY_TEXT = (
    (DocumentKind.REPORT, re.compile(r"向大会(?:作)?报告工作|报告[^，。]{0,8}，请予?审议|听取和审议")),
    (DocumentKind.MINUTES, re.compile(r"会议(?:认为|指出|强调|要求|议定|决定|同意|明确)[，：]")),
    (
        DocumentKind.SPEECH,
        re.compile(r"^(?:同志们|各位[^，。]{1,12}|尊敬的[^，。]{1,20})[：，！]|下面，我(?:讲|谈|就|代表)"),
    ),
    (DocumentKind.PLAN, re.compile(r"制定(?:本|如下|以下)(?:实施|工作|行动)?(?:方案|规划|计划|措施|要点)")),
    (DocumentKind.OPINION, re.compile(r"(?:提出|制定)(?:以下|如下|本)(?:实施|指导)?意见")),
    (
        DocumentKind.NOTICE,
        re.compile(r"(?:通知|通报|公告|通告)如下|特此通知|现印发给你们|请(?:认真)?(?:贯彻|遵照)执行"),
    ),
    (DocumentKind.REPORT, re.compile(r"(?:报告|汇报)如下|请予?审议|向大会(?:作)?报告")),
    (DocumentKind.RULES, re.compile(r"制定本(?:办法|规定|条例|细则|规则|制度)")),
)
_LOOKED_AT = 40
_SPOKEN_KINDS = {DocumentKind.SPEECH, DocumentKind.MINUTES, DocumentKind.OTHER}
_SPOKEN_WORDS = re.compile(
    r"咱|老百姓|乡亲|大伙|啥|咋|娃|丑话|说白了|说到底|光[^，。；、\d]{1,4}不|这个账|这个事|这件事|这块|这么|那么点|哪[个家怕]|谁(?!是)|别(?<![\u4e00-\u9fff]别)(?=[^的人处])|不许|不能光|地头|家家户户|挨家|"
    + ended("就 都 也 再 可 万", "别(?=[^的人处])")
    + "|"
    + ended("跑 走 摸 搞 过 查 看 学 练 讲 开", "一[遍趟次轮学看]")
    + r"|晒出来|今晚|明[天早晚]|后天|下周[一二三四五]|我看|我讲|我说|我就|拿笔|"
    + ended("两 几", "[百千]")
    + "|"
    + ended("十 百", "块(?!地|状|链)")
    + "|块钱|可不|就算|就行|先[^，。；进后生天行]{1,8}再|"
    + ended("把 给", "[^，。；]{1,10}[好清齐住紧牢死][，。]")
    + "|盯[着住到]|靠前|不过夜|收[口尾]|回去[以之后就]"
)
_SPOKEN_DENSITY = 1 / 250


def document_kind(document: Document, outline: Outline) -> DocumentKind:
    """The kind by the title, else by the stock phrases of the first paragraphs, else by its articles."""
    if outline.title:
        for kind, pattern in _BY_TITLE:
            if pattern.search(outline.title):
                return kind
    head = [text.strip() for text in document.texts[:_LOOKED_AT]]
    for kind, pattern in _BY_TEXT:
        if any(pattern.search(text[:400]) for text in head):
            return kind
    if sum(entry.style is LabelStyle.ARTICLE for entry in outline.entries) > 2:
        return DocumentKind.RULES
    return DocumentKind.OTHER


def is_spoken(document: Document, kind: DocumentKind) -> bool:
    """Whether it is talked as in a village or at a dispatch meeting, so that everyday verbs give orders in it."""
    if kind not in _SPOKEN_KINDS:
        return False
    length = sum(map(len, document.texts))
    found = sum(len(_SPOKEN_WORDS.findall(text)) for text in document.texts)
    return found > 1 and found >= length * _SPOKEN_DENSITY
