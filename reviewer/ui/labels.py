"""What the clerk calls things in the window: the program's words, and what explains them."""

from reviewer.exports.recurrence_text import recurrence_text
from reviewer.model.finding import Category, Severity
from reviewer.model.time import Dating, TimeStatus
from reviewer.words import ACTOR_SOURCE, CATEGORY, MODALITY, PLACE, SEVERITY, STATE, TIER, YEAR_SOURCE
from reviewer.words import UNSETTLED as TIME_STATUS

__all__ = [
    "ACTOR_SOURCE",
    "CATEGORY",
    "CATEGORY_HINT",
    "MODALITY",
    "PLACE",
    "SEVERITY",
    "SEVERITY_HINT",
    "STATE",
    "TIER",
    "TIME_STATUS",
    "TIME_STATUS_HINT",
    "YEAR_SOURCE",
    "recurrence_words",
    "year_sentence",
]

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
    Category.OWN: "您自己标出的地方",
}

SEVERITY_HINT = {
    Severity.ERROR: "肯定有错，必须改",
    Severity.WARNING: "很可能有错，请核对",
    Severity.INFO: "值得看一眼，不一定要改",
}

TIME_STATUS_HINT = {
    TimeStatus.RESOLVED: "按文中的说法推算出的最后一天",
    TimeStatus.YEAR_UNKNOWN: "文中没有写明年份，填上年份就能推算",
    TimeStatus.EVENT: "从会议或者印发那天起算，文中没有写明是哪一天",
    TimeStatus.VAGUE: "文中的说法没有定到哪一天",
    TimeStatus.MASKED: "日期还没有填上",
}


def year_sentence(dating: Dating) -> str:
    """The document's year and how we know it, in one line."""
    if dating.year is None:
        return "文中没有写明年份，月日期限无法推算。"
    return f"文件年份：{dating.year}（依据：{YEAR_SOURCE[dating.source]}）"


def recurrence_words(rule: str) -> str:
    """An RFC 5545 RRULE value in the words of a checklist, or as it is where it has none, so that nothing is lost."""
    return recurrence_text(rule) or rule
