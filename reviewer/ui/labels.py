"""What the clerk calls things: a Chinese name for every value that the report speaks in."""

from reviewer.exports import words
from reviewer.exports.recurrence_text import recurrence_text
from reviewer.model.document import Place
from reviewer.model.duty import ActorSource, Modality, PartFunction, Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.time import Dating, TimeStatus, TimeType, YearSource

CATEGORY = words.CATEGORY
DOCUMENT_KIND = words.KIND
TIME_ROLE = words.ROLE

CATEGORY_HINT = {
    Category.PLACEHOLDER: "还没有换成实际内容的星号、叉号和空格线",
    Category.ADVERT: "从网上带下来的网站名、下载提示等",
    Category.NUMBERING: "序号跳号、重号或者写法不一致",
    Category.COUNT: "说了几点，实际不是几点",
    Category.PUNCTUATION: "引号不配对、半角标点、重复标点等",
    Category.SPACING: "汉字之间多余的空格",
    Category.TYPO: "写错的字和词",
    Category.FORMULATION: "固定提法写得不准、不全",
    Category.CONSISTENCY: "同一事物前后写法不同",
    Category.DATE: "不存在的日期、对不上的星期等",
    Category.FORMAT: "不合公文格式的地方",
    Category.PRIVACY: "身份证号、手机号等个人信息",
}

SEVERITY = {Severity.ERROR: "错误", Severity.WARNING: "可疑", Severity.INFO: "提示"}

SEVERITY_HINT = {
    Severity.ERROR: "肯定有错，必须改",
    Severity.WARNING: "很可能有错，请核对",
    Severity.INFO: "值得看一眼，不一定要改",
}

MODALITY = {
    Modality.OBLIGATION: "要求",
    Modality.PROHIBITION: "禁止",
    Modality.TARGET: "目标",
    Modality.COMMITMENT: "承诺",
    Modality.PERMISSION: "可以",
}

TIER = {Tier.FIRM: "具体任务", Tier.GENERAL: "一般要求"}

ACTOR_SOURCE = {
    ActorSource.EXPLICIT: "句中写明",
    ActorSource.FIELD: "责任单位栏写明",
    ActorSource.INHERITED: "承接上文",
    ActorSource.ASSUMED: "推定",
}

PART_FUNCTION = {
    PartFunction.OPENING: "开头",
    PartFunction.RETROSPECT: "回顾总结",
    PartFunction.ARGUMENT: "分析论述",
    PartFunction.WORK: "工作部署",
    PartFunction.CLOSING: "结尾",
    PartFunction.APPARATUS: "版头、落款和附件",
}

YEAR_SOURCE = {
    YearSource.CALLER: "手工填写",
    YearSource.DATE_LINE: "成文日期",
    YearSource.TITLE: "标题",
    YearSource.PLAN_YEAR: "文中所部署工作的年份",
    YearSource.OPENING_YEAR: "文中“……年是……之年”",
    YearSource.THIS_YEAR: "文中“今年”旁边的年份",
    YearSource.NONE: "没有依据",
}

TIME_TYPE = {
    TimeType.DATE: "日期",
    TimeType.RANGE: "起止时间",
    TimeType.DURATION: "期限",
    TimeType.SET: "频次",
}

TIME_STATUS = {
    TimeStatus.RESOLVED: "已确定",
    TimeStatus.YEAR_UNKNOWN: "未定",
    TimeStatus.EVENT: "未定",
    TimeStatus.VAGUE: "时限不明确",
    TimeStatus.MASKED: "待填",
}

TIME_STATUS_HINT = {
    TimeStatus.RESOLVED: "按文中的说法推算出的最后一天",
    TimeStatus.YEAR_UNKNOWN: "文中没有写明年份，填上年份就能推算",
    TimeStatus.EVENT: "从会议或者印发那天起算，文中没有写明是哪一天",
    TimeStatus.VAGUE: "文中的说法没有定到哪一天",
    TimeStatus.MASKED: "日期还没有填上",
}

PLACE = {
    Place.BODY: "正文",
    Place.TABLE: "表格",
    Place.TEXTBOX: "文本框",
    Place.FOOTNOTE: "脚注",
    Place.ENDNOTE: "尾注",
    Place.HEADER: "页眉",
    Place.FOOTER: "页脚",
}


def year_sentence(dating: Dating) -> str:
    """The document's year and how we know it, in one line."""
    if dating.year is None:
        return "文中没有写明年份，月日期限无法推算。"
    return f"文件年份：{dating.year}（依据：{YEAR_SOURCE[dating.source]}）"


def recurrence_words(rule: str) -> str:
    """An RFC 5545 RRULE value in the words of a checklist, or as it is where it has none, so that nothing is lost."""
    return recurrence_text(rule) or rule
