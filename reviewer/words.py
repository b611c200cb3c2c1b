"""The report's fixed values as the clerk reads them: one Chinese name each, on every surface of the program."""

from reviewer.model.document import Place
from reviewer.model.duty import ActorSource, DocumentKind, Modality, Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.time import TimeRole, TimeStatus, YearSource
from reviewer.model.verdict import State

SEVERITY = {Severity.ERROR: "必改", Severity.WARNING: "建议改", Severity.INFO: "提示"}

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
    Category.OWN: "自标",
}

STATE = {
    State.OPEN: "未处理",
    State.ACCEPTED: "已采纳",
    State.IGNORED: "已忽略",
    State.PASSED: "总是忽略",
    State.SILENCED: "规则已停用",
    State.OVERRIDDEN: "被别处的修改代替",
    State.STRUCK: "整段删去",
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
    ActorSource.INHERITED: "承上文",
    ActorSource.ASSUMED: "推定",
}

YEAR_SOURCE = {
    YearSource.CALLER: "手工填写",
    YearSource.DATE_LINE: "题下或落款日期",
    YearSource.TITLE: "标题",
    YearSource.PLAN_YEAR: "所部署工作的年份",
    YearSource.OPENING_YEAR: "“……年是……之年”",
    YearSource.THIS_YEAR: "“今年”旁边的年份",
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
"""Why a time has no calendar day; one that is resolved needs no word."""

PLACE = {
    Place.BODY: "正文",
    Place.TABLE: "表",
    Place.TEXTBOX: "文本框",
    Place.FOOTNOTE: "脚注",
    Place.ENDNOTE: "尾注",
    Place.HEADER: "页眉",
    Place.FOOTER: "页脚",
}
