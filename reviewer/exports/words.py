"""The report's fixed values as the clerk reads them."""

from reviewer.model.duty import DocumentKind
from reviewer.model.finding import Category, Severity
from reviewer.model.time import Dating, TimeRole, TimeStatus, YearSource

SEVERITY = {Severity.ERROR: "错误", Severity.WARNING: "可疑", Severity.INFO: "提示"}

CATEGORY = {
    Category.PLACEHOLDER: "占位",
    Category.ADVERT: "广告",
    Category.NUMBERING: "序号",
    Category.COUNT: "数目",
    Category.PUNCTUATION: "标点",
    Category.SPACING: "空格",
    Category.TYPO: "错别字",
    Category.FORMULATION: "提法",
    Category.CONSISTENCY: "前后一致",
    Category.DATE: "日期",
    Category.FORMAT: "格式",
    Category.PRIVACY: "隐私",
}

KIND = {
    DocumentKind.SPEECH: "讲话",
    DocumentKind.NOTICE: "通知",
    DocumentKind.OPINION: "意见",
    DocumentKind.PLAN: "方案",
    DocumentKind.REPORT: "报告",
    DocumentKind.SUMMARY: "总结",
    DocumentKind.MINUTES: "纪要",
    DocumentKind.RULES: "制度",
    DocumentKind.OTHER: "其他",
}

YEAR_SOURCE = {
    YearSource.CALLER: "由使用者指定",
    YearSource.DATE_LINE: "据日期行",
    YearSource.TITLE: "据标题",
    YearSource.PLAN_YEAR: "据“安排部署”的年份",
    YearSource.OPENING_YEAR: "据“……年是……之年”",
    YearSource.THIS_YEAR: "据“今年”旁的年份",
    YearSource.NONE: "文中没有写明",
}

ROLE = {
    TimeRole.DEADLINE: "完成时限",
    TimeRole.RECURRENCE: "频次",
    TimeRole.NODE: "时间节点",
    TimeRole.BACKGROUND: "背景",
}

UNSETTLED = {
    TimeStatus.YEAR_UNKNOWN: "年份不明",
    TimeStatus.EVENT: "起算日不明",
    TimeStatus.VAGUE: "时限不明确",
    TimeStatus.MASKED: "时限待填",
}


def dating_text(dating: Dating) -> str:
    """The document's day, or else its year, with the reason: 2023年（据标题）, 2023年4月12日（据日期行）."""
    if dating.day is not None:
        when = f"{dating.day.year}年{dating.day.month}月{dating.day.day}日"
    elif dating.year is not None:
        when = f"{dating.year}年"
    else:
        return YEAR_SOURCE[YearSource.NONE]
    return f"{when}（{YEAR_SOURCE[dating.source]}）"
